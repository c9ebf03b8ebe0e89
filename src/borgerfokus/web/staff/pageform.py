"""The form of a page: what it says in Danish and English, what it hangs on, who answers for it, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.guidance.pages import KIND_NAMES, KNOWLEDGE, PUBLIC, PageContent, PageKind, PageTies
from borgerfokus.web.frame import say
from borgerfokus.web.public.content import SITUATIONS
from borgerfokus.web.staff import fields

_HALF_A_YEAR = timedelta(days=182)
_TEXT = __("Begynd en linje med # for en overskrift og med - for et punkt på en liste. Adresser bliver til links.")
_CONTENT = ("title", "short", "text", "title_en", "short_en", "text_en", "search_words")


class PageForm(forms.Form):
    """A page as it is written. `types` are the kinds of case, `owners` those who may answer for it."""

    kind = fields.one_of(__("Slags side"))
    title = fields.line(__("Overskrift"), longest=160)
    short = fields.line(__("Kort fortalt"), longest=300)
    text = fields.area(__("Tekst"), rows=14, hint=_TEXT)
    title_en = fields.line(__("Overskrift på engelsk"), required=False, longest=160)
    short_en = fields.line(__("Kort fortalt på engelsk"), required=False, longest=300)
    text_en = fields.area(__("Tekst på engelsk"), rows=8, required=False)
    search_words = fields.line(__("Ord, som folk søger med"), required=False, longest=300)
    situation = fields.one_of(
        __("Hører til livssituationen"), required=False, hint=__("Teksten vises på livssituationens egen side.")
    )
    case_types = forms.MultipleChoiceField(
        label=__("Hører til hjælpen"),
        required=False,
        help_text=__("Siden vises, hvor nogen læser om eller arbejder med denne hjælp. Vælg flere med Ctrl."),
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )
    sections = fields.area(__("Paragraffer"), rows=2, required=False, hint=__("En på hver linje: serviceloven § 85"))
    owner = fields.one_of(__("Hvem svarer for siden?"))
    review_on = fields.day(__("Skal ses efter senest"))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        public: bool,
        types: Sequence[tuple[str, str]],
        owners: Sequence[tuple[str, str]],
        initial: dict[str, Any] | None = None,
        kept: bool = False,
    ) -> None:
        super().__init__(data, initial=initial, auto_id="page-%s", label_suffix="")
        if kept:
            del self.fields["kind"]
        else:
            kinds = PUBLIC if public else KNOWLEDGE
            self._choose("kind", [(kind.value, say(KIND_NAMES[kind])) for kind in kinds])
        if public:
            self._choose("situation", [("", "–"), *((one.key.value, say(one.title)) for one in SITUATIONS)])
        else:
            del self.fields["situation"]
        self._choose("case_types", types)
        self._choose("owner", owners)

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    @property
    def kind_chosen(self) -> PageKind:
        """The kind of a new page. Only after `is_valid()`."""
        return PageKind(self.cleaned_data["kind"])

    @property
    def content(self) -> PageContent:
        """What was typed. Only after `is_valid()`."""
        return PageContent(**{name: self.cleaned_data[name] for name in _CONTENT})

    @property
    def ties(self) -> PageTies:
        """What the page is to hang on. Only after `is_valid()`."""
        said = self.cleaned_data
        return PageTies(
            owner=int(said["owner"]),
            review_on=said["review_on"],
            situation=said.get("situation", ""),
            case_types=tuple(said["case_types"]),
            sections=tuple(" ".join(line.split()) for line in said["sections"].splitlines() if line.strip()),
        )


def first(kept: guidance.Kept) -> dict[str, Any]:
    """What the form of a page is filled with."""
    ties = asdict(guidance.ties_of(kept.page))
    return {
        **asdict(guidance.content_of(kept.newest)),
        **ties,
        "sections": "\n".join(kept.page.sections),
        "seen": kept.newest.edits,
    }


def empty(*, owner: int, day: date) -> dict[str, Any]:
    """What a new page begins with: one's own, to be looked at in half a year."""
    return {"owner": owner, "review_on": day + _HALF_A_YEAR}
