"""Acts of the decision workshop: save, pull facts in, have it read, approve, send back, send.

The form is one. Whichever button is pressed, what was typed is saved first, so that nothing is lost when the next step
is refused.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import DecisionView
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons, quoted
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.deciding import LANGUAGES, outcome_choices
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

SAVE, INSERT, PROPOSE, APPROVAL, ISSUE = "save", "insert", "propose", "approval", "issue"


class DraftForm(ActForm):
    """Everything that stands in a decision."""

    submit = __("Gem")
    keeps = True
    decision = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = fields.radio(__("Udfald"), ())
    applied_for = fields.line(__("Søgt om"), required=False, longest=300)
    granted = fields.line(__("Bevilget"), required=False, longest=300)
    refused = fields.line(__("Sagt nej til"), required=False, longest=300)
    starts = fields.day(__("Fra"), required=False)
    ends = fields.day(__("Til og med"), required=False)
    provider = fields.line(__("Udføres af"), required=False, longest=160)
    follow_up_on = fields.day(__("Følges op"), required=False, hint=__("Tomt: efter sagstypens plan"))
    language = fields.one_of(__("Brevets sprog"), LANGUAGES)
    rules = fields.area(__("Retsregler"), rows=4, required=False)
    considerations = fields.area(__("Hovedhensyn"), rows=9, required=False)
    facts = fields.area(__("Faktiske oplysninger"), rows=7, required=False)
    insert = fields.several_of(__("Træk oplysninger ind i hovedhensynene"), required=False)
    approver = fields.one_of(__("Hvem skal læse den?"), required=False)

    def prepare(self) -> None:
        """The outcomes, the facts on file, and the colleagues who may approve."""
        if self.opened:
            self.fields["outcome"].choices = outcome_choices(self.opened)  # type: ignore[attr-defined]
            self.fields["insert"].choices = [  # type: ignore[attr-defined]
                (key, f"{title} ({key})") for key, title, _value in facts_on_file(self.opened)
            ]
            self.fields["approver"].choices = approvers(self.opened)  # type: ignore[attr-defined]


class ReadForm(ActForm):
    """A decision as it was read."""

    submit = __("Godkend")
    decision = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(ReadForm):
    """What is to be changed."""

    submit = __("Send tilbage")
    reason = fields.area(__("Hvad skal ændres?"), rows=3)


def facts_on_file(opened: OpenedCase) -> list[tuple[str, str, str]]:
    """Key, title and value of the facts that the reasons may rest on."""
    return [
        (row.key, say(row.requirement.title), opened.recorded.evidence[row.key].value)
        for row in sorted(opened.recorded.result.rows, key=lambda one: int(one.key[1:]))
        if row.key in opened.recorded.evidence
    ]


def approvers(opened: OpenedCase) -> list[tuple[str, Any]]:
    """Leaders of the case's unit, and colleagues there who may approve; the first line leaves it to the leader."""
    case, day = opened.case, opened.today
    found = organisation.colleagues(organisation.leaders_of(unit_id=case.unit.pk, on=day))
    readers = organisation.staff_of(unit_ids=[case.unit.pk], on=day, carrying=Verb.DECISION_APPROVE)
    found |= {one.id: one for one in readers}
    found.pop(opened.by.id, None)
    return [("", _("Enhedens leder")), *((str(key), f"{one.name}, {one.title}") for key, one in found.items())]


def first(one: DecisionView, *, provider: str = "") -> dict[str, Any]:
    """What the form is filled with; `provider` stands there until the decision names one itself."""
    return {
        "decision": one.id,
        "version": one.version,
        "outcome": one.outcome.value,
        "applied_for": one.applied_for,
        "granted": one.granted,
        "refused": one.refused,
        "starts": one.period.start if one.period else None,
        "ends": one.period.last_day if one.period else None,
        "provider": one.provider or provider,
        "follow_up_on": one.follow_up_on,
        "language": one.language,
        "rules": one.reasons.rules,
        "considerations": one.reasons.considerations,
        "facts": one.reasons.facts,
        "approver": str(one.approver_id or ""),
    }


def _draft(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str:
    button = str(opened.request.POST.get("then", SAVE))
    content = said | ({"considerations": _with_facts(opened, said)} if button == INSERT else {})
    if button == PROPOSE:
        return _propose(opened, said)
    version = _save(opened, said["decision"], said["version"], content)
    if isinstance(version, Refusal):
        return version
    going_on = {APPROVAL: _to_approval, ISSUE: _issue}.get(button)
    return going_on(opened, said, version) if going_on else _("Kladden er gemt.")


def _save(opened: OpenedCase, decision: int, version: int, said: dict[str, Any]) -> int | Refusal:
    ends = said["ends"]
    content = decisions.DraftContent(
        outcome=Outcome(said["outcome"]),
        applied_for=said["applied_for"],
        granted=said["granted"],
        refused=said["refused"],
        starts=said["starts"],
        ends=fields.day_after(ends) if ends else None,
        provider=said["provider"],
        rules=said["rules"],
        considerations=said["considerations"],
        facts=said["facts"],
        follow_up_on=said["follow_up_on"],
        language=said["language"],
    )
    return decisions.save_draft(decision_id=decision, version=version, content=content, by=opened.by, at=opened.at)


def _with_facts(opened: OpenedCase, said: dict[str, Any]) -> str:
    """The considerations with a sentence for each chosen fact that they do not quote yet."""
    text = str(said["considerations"]).rstrip()
    already = quoted(text=text)
    wanted = [one for one in facts_on_file(opened) if one[0] in said["insert"] and one[0] not in already]
    return "\n".join([text, *(f"{title}: {value.rstrip('.')} [{key}]." for key, title, value in wanted)]).strip()


def _propose(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str:
    saved = _save(opened, said["decision"], said["version"], said)
    if isinstance(saved, Refusal):
        return saved
    anew: Reasons = decisions.propose_again(decision_id=said["decision"], by=opened.by, at=opened.at)
    parts = {"rules": anew.rules, "considerations": anew.considerations, "facts": anew.facts}
    again = _save(opened, said["decision"], saved, said | parts)
    return again if isinstance(again, Refusal) else _("Begrundelsen er bygget på ny ud fra sagens oplysninger.")


def _to_approval(opened: OpenedCase, said: dict[str, Any], version: int) -> Refusal | str:
    told = decisions.send_to_approval(
        decision_id=said["decision"],
        version=version,
        approver=int(said["approver"]) if said["approver"] else None,
        by=opened.by,
        at=opened.at,
    )
    return told if isinstance(told, Refusal) else _("Afgørelsen er sendt til godkendelse.")


def _issue(opened: OpenedCase, said: dict[str, Any], version: int) -> Refusal | str:
    told = decisions.issue(decision_id=said["decision"], version=version, by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else _sent()


def _sent() -> str:
    return _("Afgørelsen er sendt. Klagefristen løber fra den dag, brevet kommer frem.")


def _send(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str:
    return _issue(opened, said, said["version"])


def _approve(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str:
    told = decisions.approve(decision_id=said["decision"], version=said["version"], by=opened.by, at=opened.at)
    return told if isinstance(told, Refusal) else _("Afgørelsen er godkendt.")


def _return(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str:
    told = decisions.return_with_reason(
        decision_id=said["decision"], version=said["version"], reason=said["reason"], by=opened.by, at=opened.at
    )
    return told if isinstance(told, Refusal) else _("Afgørelsen er sendt tilbage.")


ACTS = {
    "draft": Act(Verb.DECISION_DRAFT, DraftForm, _draft),
    "issue": Act(Verb.DECISION_ISSUE, ReadForm, _send),
    "approve": Act(Verb.DECISION_APPROVE, ReadForm, _approve),
    "return": Act(Verb.DECISION_APPROVE, ReturnForm, _return),
}
