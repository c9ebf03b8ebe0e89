"""Writing a decision: begin it with reasons built from the file, save it, have somebody else read it."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.hearings import finish_task
from borgerfokus.apps.decisions.actions.refusing import Refused, must, refusable, refuse_if
from borgerfokus.apps.decisions.events import DecisionBegun
from borgerfokus.apps.decisions.models import OPEN_STATES, Decision, DecisionState
from borgerfokus.apps.decisions.queries.facts import proposed_reasons
from borgerfokus.apps.decisions.queries.letter import checked, outcome_of
from borgerfokus.apps.decisions.queries.rows import case_of_decision
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import FollowUpSpec
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters

_PHASES = frozenset({Phase.ASSESSMENT, Phase.DECISION})
_STANDARD_FOLLOW_UP = "sel.follow_up_interval"


@dataclass(frozen=True)
class NewDraft:
    """What a decision is begun with: the outcome expected, what was applied for in a few words, and who gives it."""

    outcome: Outcome
    applied_for: str = ""
    language: str = "da"
    provider: str = ""


@dataclass(frozen=True)
class DraftContent:
    """Everything that a caseworker writes. The period is `[starts, ends)`.

    `follow_up_on` None: reckoned from the first day and the case type.
    """

    outcome: Outcome
    applied_for: str
    granted: str
    refused: str
    starts: date | None
    ends: date | None
    provider: str
    rules: str
    considerations: str
    facts: str
    follow_up_on: date | None = None
    language: str = "da"

    @property
    def reasons(self) -> Reasons:
        """The three parts."""
        return Reasons(rules=self.rules, considerations=self.considerations, facts=self.facts)


@refusable
def start_draft(*, case_id: int, new: NewDraft, by: Actor, at: datetime) -> int:
    """Begin a decision with the three parts of forvaltningsloven § 24 built from the file. Returns its id.

    Refused while another is being written, when the case is decided, or before the assessment.
    """
    with casework.changing(case_id=case_id, verb=Verb.DECISION_DRAFT, by=by, at=at) as opened:
        draft = start_in(opened, new=new)
    return draft.pk


def start_in(opened: casework.OpenCase, *, new: NewDraft) -> Decision:
    """As `start_draft`, on a case that is open already. Raises Refused."""
    case, at = opened.case, opened.at
    refuse_if(case.phase not in _PHASES, no.NOT_NOW)
    refuse_if(bool(case.outcome), no.ALREADY_DECIDED)
    refuse_if(case.decisions.filter(state__in=OPEN_STATES).exists(), no.DRAFT_EXISTS)
    reasons = proposed_reasons(case=case, outcome=new.outcome, language=new.language, at=at)
    hand = hand_of(opened)
    draft = Decision.objects.create(
        case=case,
        number=case.decisions.count() + 1,
        outcome=new.outcome,
        applied_for=new.applied_for,
        provider=new.provider,
        rules=reasons.rules,
        considerations=reasons.considerations,
        facts=reasons.facts,
        fact_keys=list(reasons.references),
        language=new.language,
        drafted_at=at,
        drafted_by_id=hand,
        edited_at=at,
        edited_by_id=hand,
    )
    opened.append(DecisionBegun(decision=draft.pk, number=draft.number))
    return draft


@refusable
def save_draft(*, decision_id: int, version: int, content: DraftContent, by: Actor, at: datetime) -> int:
    """Save what is written. Returns the new version, or the refusal `edit.conflict` when somebody saved first.

    What was approved, or waits for it, becomes a draft again: nobody approves a text that then changes.
    """
    backwards = content.ends is not None and (content.starts is None or content.ends <= content.starts)
    refuse_if(backwards, no.PERIOD_BACKWARDS)
    with opened_decision(decision_id, verb=Verb.DECISION_DRAFT, by=by, at=at) as opened:
        row = locked(decision_id, version=version)
        _write(row, content, opened)
        if row.state != DecisionState.RETURNED:
            row.state = DecisionState.DRAFT
        row.approver, row.approved_at = None, None
        finish_task(opened, task_id=row.approval_task_id, result="withdrawn")
        row.approval_task = None
        save(row)
        audit.record(action="decision.save", by=by, at=at, case_id=row.case_id, about=f"decision:{row.pk}")
    return row.version


def opened_decision(
    decision_id: int, *, verb: Verb, by: Actor, at: datetime, action: str = ""
) -> AbstractContextManager[casework.OpenCase]:
    """The case of a decision, open for one act."""
    return casework.changing(case_id=case_of_decision(decision_id), verb=verb, by=by, at=at, action=action)


def locked(decision_id: int, *, version: int) -> Decision:
    """The decision, locked, while it is still being written. Raises Refused."""
    row = Decision.objects.select_for_update().get(pk=decision_id)
    refuse_if(row.state not in OPEN_STATES, no.NOT_A_DRAFT)
    refuse_if(row.version != version, no.CONFLICT)
    return row


def save(row: Decision) -> None:
    """Save a decision that this transaction has locked."""
    row.version += 1
    row.save()


def hand_of(opened: casework.OpenCase) -> int:
    """The employee who writes: the actor, or the caseworker when the platform itself acts. Raises Refused."""
    hand = opened.by.id if opened.by.is_employee else opened.case.caseworker_id
    if hand is None:
        raise Refused(no.NO_CASEWORKER)
    return hand


def must_be_ready(opened: casework.OpenCase, row: Decision) -> None:
    """The case is informed for this outcome, and the letter may be sent. Raises Refused with everything missing."""
    case = opened.case
    must(assessment.of_case(case=case, at=opened.at, outcome=outcome_of(row)).result.refusal())
    faults = checked(case=case, decision=row, at=opened.at).faults
    if faults:
        raise Refused(no.from_faults(faults))


def _write(row: Decision, content: DraftContent, opened: casework.OpenCase) -> None:
    for name in ("outcome", "applied_for", "granted", "refused", "starts", "ends", "provider", "language"):
        setattr(row, name, getattr(content, name))
    row.rules, row.considerations, row.facts = content.rules, content.considerations, content.facts
    row.fact_keys = list(content.reasons.references)
    row.follow_up_on = content.follow_up_on or _follow_up(opened.case, content, day_of(opened.at))
    row.edited_at, row.edited_by_id = opened.at, hand_of(opened)


def _follow_up(case: Case, content: DraftContent, today: date) -> date | None:
    if content.outcome is Outcome.REFUSED:
        return None
    spec: FollowUpSpec = case.type_version.spec.follow_up
    months = spec.months or parameters.at(spec.parameter or _STANDARD_FOLLOW_UP, on=today).number
    return add_months(content.starts or today, months)
