"""Acts of the information list: record a fact, rule it out, take it back, ask for facts, remind."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.frame import say
from borgerfokus.web.present import journal as entries
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
        Source.CASEWORKER: _("Sagsbehandler"),
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
    as_of = fields.day(__("Fra hvilken dag?"))
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

    def clean(self) -> dict[str, Any]:
        """Either an entry or a source in words is needed."""
        said = super().clean()
        if not said.get("entry") and not said.get("source"):
            self.add_error("source", _("Vælg, hvor det står i journalen, eller skriv kilden."))
        return said


class RuleOutForm(ActForm):
    """Why a fact is not needed in this case."""

    submit = __("Ikke nødvendig i denne sag")
    fact = forms.CharField(widget=forms.HiddenInput)
    reason = fields.area(__("Hvorfor ikke?"), rows=2, hint=__("Borgeren kan læse det"))


class FactForm(ActForm):
    """Which fact."""

    fact = forms.CharField(widget=forms.HiddenInput)


class RemindForm(ActForm):
    """Which request."""

    request = forms.IntegerField(widget=forms.HiddenInput)


class AskForm(ActForm):
    """Which facts are asked of whom, until when, and whether the case waits."""

    submit = __("Bed om oplysningerne")
    facts = fields.several_of(__("Oplysninger"))
    source = fields.one_of(__("Hvem spørger du?"))
    whom = fields.line(__("Navn"), required=False, longest=160, hint=__("Udfyldes ikke, når du spørger borgeren"))
    due = fields.day(__("Svar senest"))
    pause = fields.yes(__("Sagen venter imens"), hint=__("Kommunens egne frister flytter sig med"))

    def prepare(self) -> None:
        """The facts that are not in place, and who can supply facts."""
        if self.opened:
            rows = self.opened.recorded.result.rows
            self.fields["facts"].choices = [  # type: ignore[attr-defined]
                (row.key, f"{say(row.requirement.title)} ({row.key})") for row in rows if not row.status.lets_decide
            ]
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (key, label) for key, label in sources().items() if key is not Source.CASEWORKER
        ]

    def clean(self) -> dict[str, Any]:
        """Anybody but the citizen is named."""
        said = super().clean()
        if said.get("source") not in (None, Source.CITIZEN) and not said.get("whom"):
            self.add_error("whom", _("Skriv, hvem du spørger."))
        return said


def asking(opened: OpenedCase, *, facts: list[str]) -> dict[str, Any]:
    """What the form is filled with: the facts, the citizen, and the usual time to answer."""
    days = parameters.at("rsl.citizen_reply", on=opened.today).number
    return {"facts": facts, "source": Source.CITIZEN.value, "due": opened.today + timedelta(days=days), "pause": True}


def entry_source(line: Line) -> str:
    """An entry as the source of a fact: "Samtale hjemme". The letter of a decision adds the fact's own day."""
    return (line.title or entries.label(line, reader=entries.Reader.STAFF))[:160]


def entry_choices(opened: OpenedCase) -> list[tuple[str, str]]:
    """The entries of the journal to choose between, with an empty first line."""
    return [("", _("Ikke i journalen")), *((str(line.id), _dated(line)) for line in _lines(opened))]


def _dated(line: Line) -> str:
    return f"{entry_source(line)}, {short_date(day_of(line.happened_at))}"


def _lines(opened: OpenedCase) -> list[Line]:
    top = journal.lines(case_id=opened.case.pk, by=opened.by, at=opened.at)
    return [one for line in top for one in (line, *line.comments)]


def _record(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    line = next((one for one in _lines(opened) if str(one.id) == said["entry"]), None)
    known = assessment.Known(
        kind=_BY_ENTRY.get(line.kind, "note") if line else "note",
        value=said["value"],
        source=said["source"] or (entry_source(line) if line else ""),
        as_of=said["as_of"],
        entry_id=line.id if line else None,
        against_party=said["against_party"],
        party_knows=not said["party_unaware"],
    )
    return assessment.record(case_id=opened.case.pk, fact=said["fact"], known=known, by=opened.by, at=opened.at)


def _rule_out(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return assessment.rule_out(
        case_id=opened.case.pk, fact=said["fact"], reason=said["reason"], by=opened.by, at=opened.at
    )


def _reopen(opened: OpenedCase, said: dict[str, Any]) -> None:
    assessment.reopen(case_id=opened.case.pk, fact=said["fact"], by=opened.by, at=opened.at)


def _ask(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    source = Source(said["source"])
    ask = assessment.Ask(
        facts=said["facts"],
        source=source,
        whom=opened.card.name if source is Source.CITIZEN else said["whom"],
        due=said["due"],
        pause=said["pause"],
    )
    return assessment.ask(case_id=opened.case.pk, ask=ask, by=opened.by, at=opened.at)


def _remind(opened: OpenedCase, said: dict[str, Any]) -> None:
    assessment.remind(request_id=said["request"], by=opened.by, at=opened.at)


ASK = {
    "ask": Act(Verb.FACT_RECORD, AskForm, _ask, gettext_noop("Der er bedt om oplysningerne.")),
    "remind": Act(Verb.FACT_RECORD, RemindForm, _remind, gettext_noop("Der er rykket for svar.")),
}
FACT = {
    "record": Act(Verb.FACT_RECORD, RecordForm, _record, gettext_noop("Oplysningen er gemt.")),
    "rule-out": Act(Verb.FACT_RECORD, RuleOutForm, _rule_out, gettext_noop("Oplysningen er valgt fra.")),
    "reopen": Act(Verb.FACT_RECORD, FactForm, _reopen, gettext_noop("Oplysningen mangler igen.")),
}
