"""Acts on one fact of the information list: record it, let another say otherwise, settle, rule out, take back."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.sufficiency import Quality
from borgerfokus.core.dates import day_of
from borgerfokus.web.frame import say
from borgerfokus.web.present import journal as entries
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

_BY_ENTRY = {
    "note": "note",
    "document": "document",
    "letter": "document",
    "statement": "statement",
    "comment": "statement",
}


def sources() -> dict[str, str]:
    """Who can supply a fact, in words."""
    return {
        Source.CITIZEN: _("Borgeren"),
        Source.DOCTOR: _("Egen læge"),
        Source.HOSPITAL: _("Hospital"),
        Source.PROVIDER: _("Tilbud eller leverandør"),
        Source.SCHOOL: _("Skole"),
        Source.REGISTER: _("Register"),
        Source.PARTNER: _("Samarbejdspartner"),
        Source.UNIT: _("Anden enhed"),
        Source.CASEWORKER: _("Sagsbehandler"),
    }


def qualities() -> dict[Quality, str]:
    """How a source came to know it, in words."""
    return {
        Quality.UNSAID: _("Ikke angivet"),
        Quality.FIRST_HAND: _("Selv set eller oplevet"),
        Quality.PROFESSIONAL: _("Faglig udtalelse"),
        Quality.MEASURED: _("Målt eller testet"),
        Quality.HEARSAY: _("Hørt fra andre"),
    }


class RecordForm(ActForm):
    """What is known of a fact, from where, and as of when."""

    submit = __("Gem oplysningen")
    keeps = True
    fact = forms.CharField(widget=forms.HiddenInput)
    value = fields.area(__("Hvad er oplyst?"), rows=3, hint=__("Kort og konkret. Teksten bruges i begrundelsen"))
    entry = fields.one_of(__("Hvor står det?"), required=False)
    source = fields.line(
        __("Kilde"), required=False, longest=160, hint=__("Udfyldes kun, hvis det ikke står i journalen")
    )
    theme = fields.one_of(
        __("Eller et tema i udredningen"), required=False, hint=__("Så følger oplysningen udredningen")
    )
    as_of = fields.day(__("Fra hvilken dag?"))
    quality = fields.one_of(__("Hvordan ved kilden det?"), required=False)
    partial = fields.yes(__("Kun en del er oplyst"), hint=__("Så venter afgørelsen, til resten er her"))
    against_party = fields.yes(__("Taler imod det, borgeren har søgt om"))
    party_unaware = fields.yes(
        __("Borgeren ved ikke, at kommunen har oplysningen"), hint=__("Så skal borgeren høres (forvaltningsloven § 19)")
    )

    def prepare(self) -> None:
        """The entries of the journal."""
        if self.opened:
            self.lines = {str(line.id): line for line in _lines(self.opened)}
            self.fields["entry"].choices = [  # type: ignore[attr-defined]
                ("", __("Ikke i journalen")),
                *((key, _dated(line)) for key, line in self.lines.items()),
            ]
            self.fields["theme"].choices = theme_choices(self.opened)  # type: ignore[attr-defined]
        self.fields["quality"].choices = [(key.value, label) for key, label in qualities().items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An entry, a theme or a source in words is needed."""
        said = super().clean()
        if not any(said.get(name) for name in ("entry", "theme", "source")):
            self.add_error("source", _("Vælg, hvor det står i journalen, eller skriv kilden."))
        return said


class ContradictForm(RecordForm):
    """What somebody else says of the same fact; both stand until it is settled."""

    submit = __("Gem som noget andet")


class SettleForm(ActForm):
    """Which of two pieces holds, and why."""

    submit = __("Det gælder")
    keeps = True
    fact = forms.CharField(widget=forms.HiddenInput)
    kept = fields.radio(__("Hvad lægger du vægt på?"), ())
    why = fields.area(__("Hvorfor?"), rows=3, hint=__("Borgeren kan læse det, og det kan stå i begrundelsen"))

    def prepare(self) -> None:
        """The two pieces with their sources."""
        if self.opened:
            key = str(self.data.get("fact") or self.initial.get("fact") or "")
            pieces = (self.opened.recorded.evidence.get(key), self.opened.recorded.against.get(key))
            self.fields["kept"].choices = [  # type: ignore[attr-defined]
                (str(one.pk), f"{one.value} ({one.source}, {short_date(one.as_of)})") for one in pieces if one
            ]


class RuleOutForm(ActForm):
    """Why a fact is not needed in this case."""

    submit = __("Ikke nødvendig i denne sag")
    fact = forms.CharField(widget=forms.HiddenInput)
    reason = fields.area(__("Hvorfor ikke?"), rows=2, hint=__("Borgeren kan læse det"))


class FactForm(ActForm):
    """Which fact."""

    fact = forms.CharField(widget=forms.HiddenInput)


def entry_source(line: Line) -> str:
    """An entry as the source of a fact: "Samtale hjemme". The letter of a decision adds the fact's own day."""
    return (line.title or entries.label(line, reader=entries.Reader.STAFF))[:160]


def entry_choices(opened: OpenedCase) -> list[tuple[str, str]]:
    """The entries of the journal to choose between, with an empty first line."""
    return [("", _("Ikke i journalen")), *((str(line.id), _dated(line)) for line in _lines(opened))]


def _dated(line: Line) -> str:
    return f"{entry_source(line)}, {short_date(day_of(line.happened_at))}"


def _lines(opened: OpenedCase) -> list[Line]:
    return [one for line in opened.lines for one in (line, *line.comments)]


def theme_choices(opened: OpenedCase) -> list[tuple[str, str]]:
    """What this round of the assessment says, theme by theme, with an empty first line."""
    there = opened.themes
    found = [("", _("Intet tema"))]
    if there is None:
        return found
    for theme in there.frame.themes:
        row = there.now(theme.key)
        if row is not None:
            level = level_of(there.frame, row.level_now)
            found.append((str(row.pk), ", ".join(part for part in (say(theme.title), level) if part)))
    return found


def _known(opened: OpenedCase, said: dict[str, Any]) -> assessment.Known:
    line = next((one for one in _lines(opened) if str(one.id) == said["entry"]), None)
    theme = _theme(opened, said["theme"])
    source = said["source"] or (entry_source(line) if line else "")
    if theme is not None and opened.themes is not None:
        title = say(opened.themes.frame.theme(theme.theme).title)
        source = source or _("Udredning: %(theme)s") % {"theme": title}
    return assessment.Known(
        kind=_BY_ENTRY.get(line.kind, "note") if line else "note",
        value=said["value"],
        source=source[:160],
        as_of=day_of(theme.at) if theme else said["as_of"],
        entry_id=line.id if line else None,
        against_party=said["against_party"],
        party_knows=not said["party_unaware"],
        quality=Quality(said["quality"]),
        complete=not said["partial"],
        theme_id=theme.pk if theme else None,
    )


def _theme(opened: OpenedCase, chosen: str) -> assessment.ThemeAssessment | None:
    there = opened.themes
    if not chosen or there is None:
        return None
    return next((row for row in there.versions if str(row.pk) == chosen), None)


def _record(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    known = _known(opened, said)
    return assessment.record(case_id=opened.case.pk, fact=said["fact"], known=known, by=opened.by, at=opened.at)


def _contradict(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    known = _known(opened, said)
    return assessment.contradict(case_id=opened.case.pk, fact=said["fact"], known=known, by=opened.by, at=opened.at)


def _settle(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return assessment.settle(
        case_id=opened.case.pk,
        fact=said["fact"],
        kept=int(said["kept"]),
        why=said["why"],
        by=opened.by,
        at=opened.at,
    )


def _rule_out(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return assessment.rule_out(
        case_id=opened.case.pk, fact=said["fact"], reason=said["reason"], by=opened.by, at=opened.at
    )


def _reopen(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return assessment.reopen(case_id=opened.case.pk, fact=said["fact"], by=opened.by, at=opened.at)


FACT = {
    "record": Act(Verb.FACT_RECORD, RecordForm, _record, gettext_noop("Oplysningen er gemt.")),
    "contradict": Act(
        Verb.FACT_RECORD, ContradictForm, _contradict, gettext_noop("Begge oplysninger står på sagen.")
    ),
    "settle": Act(Verb.FACT_RECORD, SettleForm, _settle, gettext_noop("Det er afgjort, hvad der gælder.")),
    "rule-out": Act(Verb.FACT_RECORD, RuleOutForm, _rule_out, gettext_noop("Oplysningen er valgt fra.")),
    "reopen": Act(Verb.FACT_RECORD, FactForm, _reopen, gettext_noop("Oplysningen mangler igen.")),
}
