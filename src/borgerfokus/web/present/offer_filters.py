"""The filters of the catalogue: all in the address, so that a list can be kept, sent and read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.offers.service import Offer
from borgerfokus.core.offers import words
from borgerfokus.core.offers.fitting import Ladder
from borgerfokus.web.design.fields import FieldView, field_view
from borgerfokus.web.design.views import ActiveFilter
from borgerfokus.web.frame import say
from borgerfokus.web.public.content import SITUATIONS

MOST_COMPARED = 4
_Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Found:
    """The offers that the filters leave, the form that shows the filters, and those in force."""

    offers: tuple[Offer, ...]
    fields: tuple[FieldView, ...]
    active: tuple[ActiveFilter, ...]


class FilterForm(forms.Form):
    """The filters. What the address says beside the known values filters nothing."""

    q = forms.CharField(required=False, max_length=200)
    tema = forms.ChoiceField(required=False)
    slags = forms.ChoiceField(required=False)
    trin = forms.ChoiceField(required=False)
    maalgruppe = forms.ChoiceField(required=False)
    giver = forms.ChoiceField(required=False)
    sted = forms.ChoiceField(required=False)
    sprog = forms.ChoiceField(required=False)
    aaben = forms.BooleanField(required=False)

    def __init__(self, request: HttpRequest, offers: Sequence[Offer], ladder: Ladder) -> None:
        super().__init__(request.GET, auto_id="f-%s", label_suffix="")
        self.labelled = _labelled(offers, ladder)
        for name, (label, choices) in self.labelled.items():
            one = self.fields[name]
            one.label = label
            if isinstance(one, forms.ChoiceField):
                one.choices = [("", _("Alle")), *choices]

    def values(self) -> dict[str, str]:
        """The filters in force, in the order of the form."""
        self.is_valid()
        said = {name: self.cleaned_data.get(name) for name in self.fields}
        return {name: "1" if value is True else str(value) for name, value in said.items() if value}


def read(request: HttpRequest, offers: Sequence[Offer], *, ladder: Ladder, here: str) -> Found:
    """Filter the offers by what the address says, and tell which filters are in force."""
    form = FilterForm(request, offers, ladder)
    values = form.values()
    rows = [one for one in offers if _passes(one, values)]
    found = _by_words(values["q"], rows) if "q" in values else sorted(rows, key=lambda one: _key(one, ladder))
    active = tuple(
        ActiveFilter(_shown(form, name, value), _without(here, values, name)) for name, value in values.items()
    )
    return Found(tuple(found), tuple(field_view(one, errors=()) for one in form), active)


def _by_words(words_given: str, rows: Sequence[Offer]) -> list[Offer]:
    by_key = {one.key: one for one in rows}
    kinds = (guidance.EntryKind.OFFER, guidance.EntryKind.ASSOCIATION)
    keys = guidance.keys(words=words_given, kinds=kinds, public=False)
    return [by_key[key] for key in keys if key in by_key]


def picked(request: HttpRequest, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers that the address names for comparison, in its order, no more than four."""
    by_key = {one.key: one for one in offers}
    keys = dict.fromkeys(request.GET.getlist("valg"))
    return tuple(by_key[key] for key in keys if key in by_key)[:MOST_COMPARED]


def _labelled(offers: Sequence[Offer], ladder: Ladder) -> dict[str, tuple[str, _Choices]]:
    places = sorted({one.place for one in offers if one.place})
    spoken = {language for one in offers for language in one.languages}
    return {
        "q": (_("Søg med dine egne ord"), []),
        "tema": (_("Livssituation"), [(one.key.value, say(one.title)) for one in SITUATIONS]),
        "slags": (_("Slags"), [(one.value, say(text)) for one, text in words.KIND_NAMES.items()]),
        "trin": (_("Trin"), [(key, say(text)) for key, text in ladder.steps]),
        "maalgruppe": (_("For hvem?"), [(one.value, say(text)) for one, text in words.GROUP_NAMES.items()]),
        "giver": (_("Hvem giver det?"), [(one.value, say(text)) for one, text in words.PROVIDER_NAMES.items()]),
        "sted": (_("Sted"), [(place, place) for place in places]),
        "sprog": (_("Sprog"), [(o.value, say(t)) for o, t in words.LANGUAGE_NAMES.items() if o.value in spoken]),
        "aaben": (_("Kun det, der er åbent uden en sag"), []),
    }


def _passes(offer: Offer, values: dict[str, str]) -> bool:
    single = {"slags": offer.kind, "trin": offer.level, "giver": offer.provider_kind, "sted": offer.place}
    lists = {"tema": offer.themes, "maalgruppe": offer.groups, "sprog": offer.languages}
    return (
        all(name not in values or own == values[name] for name, own in single.items())
        and all(name not in values or values[name] in own for name, own in lists.items())
        and (offer.without_case or "aaben" not in values)
    )


def _key(offer: Offer, ladder: Ladder) -> tuple[int, str]:
    return (ladder.place(offer.level), offer.title)


def _shown(form: FilterForm, name: str, value: str) -> str:
    label, choices = form.labelled[name]
    if name == "q":
        return f"»{value}«"
    return label if name == "aaben" else dict(choices).get(value, value)


def _without(here: str, values: dict[str, str], name: str) -> str:
    rest = urlencode({key: value for key, value in values.items() if key != name})
    return f"{here}?{rest}" if rest else here
