"""Deeds about answering: let a colleague answer, end it, and keep the templates of answers."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.messages.template import WORD_TITLES
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import Colleague
from borgerfokus.web import frame
from borgerfokus.web.frame import Place, say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.joint import Deed, DeedForm

EVERYBODY = "alle"
"""How a template for the whole municipality is marked in its form."""


@dataclass(frozen=True)
class AwayPlace(Place):
    """Who may be away, the reader itself and those it leads, and who may answer for them."""

    own: tuple[tuple[int, str], ...]
    colleagues: tuple[Colleague, ...]


@dataclass(frozen=True)
class TemplatePlace(Place):
    """The template that is changed, None for a new one, and the units whose templates the reader keeps."""

    row: messages.AnswerTemplate | None
    keeps: tuple[tuple[str, str], ...]


def away_place(request: Any) -> AwayPlace:
    """Read who may be away and who may answer."""
    by, today = frame.asked(request).actor, frame.today(request)
    staff = organisation.staff_of(unit_ids=by.units, on=today, carrying=Verb.MESSAGE_SEND)
    led = organisation.staff_of(unit_ids=by.led, on=today, carrying=Verb.MESSAGE_SEND) if by.led else []
    own = {by.id: by.name, **{one.id: one.name for one in led}}
    return AwayPlace(request, tuple(own.items()), tuple(staff))


class AwayForm(DeedForm):
    """Who is away, who answers, and for how long."""

    submit = __("Lad kollegaen svare")
    employee = forms.TypedChoiceField(label=__("Hvem er væk?"), coerce=int)
    to = forms.TypedChoiceField(
        label=__("Hvem svarer?"), coerce=int, help_text=__("En kollega i samme enhed. Borgeren ser navnet.")
    )
    starts = fields.day(__("Fra og med"))
    ends = fields.day(__("Til og med"), hint=__("Det slutter af sig selv"))

    def prepare(self) -> None:
        """Those who may be chosen."""
        self.fields["employee"].choices = list(self.place.own)  # type: ignore[attr-defined]
        self.fields["to"].choices = fields.colleague_choices(self.place.colleagues)  # type: ignore[attr-defined]


class EndForm(DeedForm):
    """Which delegation."""

    delegation = forms.IntegerField(widget=forms.HiddenInput)


class TemplateForm(DeedForm):
    """What a template is called and says. `number` is the version that was read."""

    submit = __("Gem skabelonen")
    number = forms.IntegerField(widget=forms.HiddenInput)
    unit = fields.one_of(__("For hvem?"))
    title = fields.line(__("Navn"), longest=120)
    body = fields.area(__("Tekst"), rows=9, longest=5_000)

    def prepare(self) -> None:
        """The units whose templates the reader keeps, and the words that can be used."""
        self.fields["unit"].choices = list(self.place.keeps)  # type: ignore[attr-defined]
        words = "; ".join(f"{{{word}}} = {say(title)}" for word, title in WORD_TITLES.items())
        self.fields["body"].help_text = _("Ord, der bliver udfyldt: %(words)s") % {"words": words}


class RetireForm(DeedForm):
    """Nothing to fill in."""


def _give(place: AwayPlace, said: dict[str, Any]) -> Refusal | None:
    new = messages.NewDelegation(
        employee=said["employee"], to=said["to"], starts=said["starts"], ends=fields.day_after(said["ends"])
    )
    told = messages.delegate(new=new, by=place.by, at=place.at)
    return told if isinstance(told, Refusal) else None


def _end(place: AwayPlace, said: dict[str, Any]) -> None:
    messages.end_delegation(delegation_id=said["delegation"], by=place.by, at=place.at)


def _save(place: TemplatePlace, said: dict[str, Any]) -> Refusal | HttpResponse | None:
    unit = None if said["unit"] == EVERYBODY else int(said["unit"])
    content = messages.TemplateContent(title=said["title"], body=said["body"], unit=unit)
    if place.row is not None:
        return messages.change_template(
            key=place.row.key, number=said["number"], content=content, by=place.by, at=place.at
        )
    key = messages.add_template(content=content, by=place.by, at=place.at)
    if isinstance(key, Refusal):
        return key
    frame.told(place.request, None, _("Skabelonen er gemt."))
    return HttpResponseRedirect(reverse("staff:answer-template", args=[key]))


def _retire(place: TemplatePlace, _said: dict[str, Any]) -> str | None:
    if place.row is None:
        return None
    retired = not place.row.retired
    messages.retire_template(key=place.row.key, retired=retired, by=place.by, at=place.at)
    return _("Skabelonen er taget ud af brug.") if retired else _("Skabelonen kan bruges igen.")


def keeps(place: Place, *, names: dict[int, str]) -> tuple[tuple[str, str], ...]:
    """The units whose templates the actor keeps, the whole municipality first."""
    found = [(str(unit), name) for unit, name in names.items() if messages.may_keep_template(unit_id=unit, by=place.by)]
    everybody = [(EVERYBODY, _("Hele kommunen"))] if messages.may_keep_template(unit_id=None, by=place.by) else []
    return (*everybody, *found)


AWAY = {
    "away": Deed(AwayForm, _give, gettext_noop("Kollegaen svarer i den periode.")),
    "end-away": Deed(EndForm, _end, gettext_noop("Det er afsluttet.")),
}
TEMPLATE = {
    "template": Deed(TemplateForm, _save, gettext_noop("Skabelonen er gemt.")),
    "retire": Deed(RetireForm, _retire),
}
