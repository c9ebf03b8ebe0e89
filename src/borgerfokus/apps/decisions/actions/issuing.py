"""Deciding: one act in which the decision is made, its letter set, kept, and handed to the outbox.

The case is not closed and no appeal clock starts here: both wait for the letter to be received (`results`).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.copies import send_copies
from borgerfokus.apps.decisions.actions.drafts import hand_of, opened_decision, save
from borgerfokus.apps.decisions.actions.hearings import finish_task
from borgerfokus.apps.decisions.actions.posting import KIND_PREFIX, Posted, post
from borgerfokus.apps.decisions.actions.refusing import Refused, must, refusable, refuse_if
from borgerfokus.apps.decisions.events import DecisionIssued
from borgerfokus.apps.decisions.models import MADE_STATES, Decision, DecisionState, LetterState
from borgerfokus.apps.decisions.queries.facts import rests_on
from borgerfokus.apps.decisions.queries.letter import checked, key_of, outcome_of
from borgerfokus.apps.decisions.queries.standing import REMITTED, REMITTED_DECIDED, approval_of, hearing_state
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.text.documents import LetterDocument
from borgerfokus.foundation.text.pdf import render_letter
from borgerfokus.foundation.wording import service as wording


@dataclass(frozen=True)
class Issued:
    """A decision that is made: its letter as a file, in the journal, and in the outbox."""

    decision_id: int
    file_id: int
    entry_id: int
    message_id: UUID


@refusable
def issue(*, decision_id: int, version: int, by: Actor, at: datetime) -> Issued:
    """Make the decision and send its letter. Refused, with the article, while anything stands in the way:

    facts missing (retssikkerhedsloven § 10, with the list), the party not heard, nobody else has read it, or the
    letter is incomplete. Two at once: one wins, the other is told that it is sent.
    """
    with opened_decision(decision_id, verb=Verb.DECISION_ISSUE, by=by, at=at) as opened:
        row = Decision.objects.select_for_update().get(pk=decision_id)
        refuse_if(row.state in MADE_STATES, no.ALREADY_ISSUED)
        refuse_if(row.version != version, no.CONFLICT)
        _decide(opened, row)
        posted = _send(opened, row)
        _make(opened, row, posted)
    return Issued(decision_id=row.pk, file_id=posted.file_id, entry_id=posted.entry_id, message_id=posted.message_id)


def _decide(opened: casework.OpenCase, row: Decision) -> None:
    case, outcome = opened.case, outcome_of(row)
    on_file = assessment.of_case(case=case, at=opened.at, outcome=outcome).result
    refusal = casework.step_in(
        opened,
        step=Step.DECIDE,
        outcome=outcome,
        missing=on_file.titles_missing,
        hearing=hearing_state(case=case, outcome=outcome, on=day_of(opened.at)),
        approved=approval_of(case, row),
    )
    must(refusal)


def _send(opened: casework.OpenCase, row: Decision) -> Posted:
    case = opened.case
    look = checked(case=case, decision=row, at=opened.at, sent_on=day_of(opened.at))
    if look.faults:
        raise Refused(no.from_faults(look.faults))
    document = LetterDocument(
        letter=look.letter, outcome=outcome_of(row), appealable=case.type_version.spec.appeal.appealable
    )
    letter = journal.NewLetter(
        content=render_letter(letter=document, language=row.language),
        name="Afgørelse",
        title=look.letter.heading[:200],
        to=look.letter.addressee.name,
        body=look.letter.outcome_text,
        kind=f"{KIND_PREFIX}decision",
        reference=f"decision:{row.pk}",
    )
    posted = post(opened, letter=letter, with_copies=False)
    wording.made_from(file_id=posted.file_id, key=key_of(row), found=look.found, at=opened.at)
    send_copies(opened, row, look.letter, appealable=document.appealable)
    return posted


def _make(opened: casework.OpenCase, row: Decision, posted: Posted) -> None:
    case = opened.case
    case.decisions.filter(state=DecisionState.ISSUED).update(state=DecisionState.REPLACED)
    finish_task(opened, task_id=row.approval_task_id, result="issued")
    row.state, row.letter = DecisionState.ISSUED, LetterState.UNDER_WAY
    row.issued_at, row.issued_by_id = opened.at, hand_of(opened)
    row.rests_on = rests_on(opened.case, row.fact_keys, at=opened.at)
    row.file_id, row.entry_id, row.message_id = posted.file_id, posted.entry_id, posted.message_id
    save(row)
    case.follow_up_on = row.follow_up_on
    if REMITTED in case.moments:
        case.moments = {**case.moments, REMITTED_DECIDED: opened.at.isoformat()}
    opened.append(DecisionIssued(decision=row.pk, number=row.number, outcome=row.outcome, entry=posted.entry_id))
