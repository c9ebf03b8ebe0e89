"""Answering what a review found, by whoever works on the case; and following up what a campaign taught."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision.actions import refusals
from borgerfokus.apps.supervision.actions.planning import candidates, locked
from borgerfokus.apps.supervision.events import FindingsAnswered
from borgerfokus.apps.supervision.models import (
    ActionPoint,
    ActionPointState,
    CampaignState,
    Judgement,
    Response,
    ReviewState,
    SampledCase,
    Verdict,
)
from borgerfokus.apps.supervision.queries.campaigns import find_to_answer, led_by
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class NewResponse:
    """How a finding is looked at, and what is said to it."""

    response: str
    text: str = ""


@transaction.atomic
def answer(*, sampled_id: int, responses: Mapping[str, NewResponse], by: Actor, at: datetime) -> Refusal | None:
    """Answer every finding of a review; its task is ticked off. Raises Hidden for a case that is not one's own."""
    SampledCase.objects.select_for_update(of=("self",)).filter(pk=sampled_id).exists()
    sampled = find_to_answer(sampled_id=sampled_id, by=by, at=at)
    if sampled.state != ReviewState.DONE:
        return refusals.MOVED_ON
    rows = list(Judgement.objects.filter(sampled=sampled, verdict=Verdict.NOT_MET))
    if any(not _answered(responses.get(row.question)) for row in rows):
        return refusals.NOT_ALL_ANSWERED
    for row in rows:
        given = responses[row.question]
        row.response, row.response_text = given.response, given.text.strip()
        row.responded_at, row.responded_by = at, by.subject
    Judgement.objects.bulk_update(rows, ["response", "response_text", "responded_at", "responded_by"])
    sampled.state, sampled.version = ReviewState.ANSWERED, sampled.version + 1
    sampled.save(update_fields=["state", "version"])
    with casework.changing(
        case_id=sampled.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="supervision.answer"
    ) as opened:
        task = casework.Task.objects.filter(pk=sampled.answer_task_id or 0, done_at__isnull=True).first()
        if task is not None:
            casework.complete_in(opened, task=task)
        opened.append(FindingsAnswered(campaign=sampled.campaign_id))
    return None


def _answered(given: NewResponse | None) -> bool:
    if given is None or given.response not in Response.values:
        return False
    return given.response != Response.DISAGREED or bool(given.text.strip())


@dataclass(frozen=True)
class NewActionPoint:
    """What is to be done, by whom and until when."""

    text: str
    owner: int
    due: date


@transaction.atomic
def follow_up(*, campaign_id: int, new: NewActionPoint, by: Actor, at: datetime) -> Refusal | None:
    """Give somebody something to do after a campaign."""
    row = locked(campaign_id, by)
    if row.state in {CampaignState.DRAFT, CampaignState.CANCELLED}:
        return refusals.MOVED_ON
    return _give(row.pk, new, by=by, at=at)


@transaction.atomic
def learn(*, campaign_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Write what a campaign taught."""
    row = locked(campaign_id, by)
    if row.state not in {CampaignState.RUNNING, CampaignState.CLOSED}:
        return refusals.MOVED_ON
    row.learning, row.version = text.strip(), row.version + 1
    row.save(update_fields=["learning", "version"])
    audit.record(action="supervision.learn", by=by, at=at, about=f"campaign:{row.pk}")
    return None


@transaction.atomic
def end_follow_up(*, follow_up_id: int, outcome: str, by: Actor, at: datetime) -> Refusal | None:
    """Say what came of it: by whom it was given to, or by the leader."""
    row = _open_one(follow_up_id, by)
    if not outcome.strip():
        return refusals.NO_OUTCOME
    _close(row, ActionPointState.CLOSED, outcome, by=by, at=at)
    return None


@transaction.atomic
def escalate(*, follow_up_id: int, outcome: str, new: NewActionPoint, by: Actor, at: datetime) -> Refusal | None:
    """It could not be done here: say why, and give it on to somebody else."""
    row = _open_one(follow_up_id, by)
    if not outcome.strip():
        return refusals.NO_OUTCOME
    refused = _give(row.campaign_id, new, by=by, at=at)
    if refused is None:
        _close(row, ActionPointState.ESCALATED, outcome, by=by, at=at)
    return refused


def _give(campaign_id: int, new: NewActionPoint, *, by: Actor, at: datetime) -> Refusal | None:
    known = {one.id for one in candidates(by=by, on=day_of(at))}
    if not new.text.strip() or new.owner not in known or new.due < day_of(at):
        return refusals.NO_FOLLOW_UP
    row = ActionPoint.objects.create(
        campaign_id=campaign_id,
        text=new.text.strip(),
        owner_id=new.owner,
        due=new.due,
        created_at=at,
        created_by=by.subject,
    )
    audit.record(action="supervision.follow_up", by=by, at=at, about=f"follow_up:{row.pk}")
    return None


def _open_one(follow_up_id: int, by: Actor) -> ActionPoint:
    row = ActionPoint.objects.select_for_update().filter(pk=follow_up_id, state=ActionPointState.OPEN).first()
    if row is None or not (row.owner_id == by.id or led_by(by).filter(pk=row.campaign_id).exists()):
        raise Hidden(f"follow-up {follow_up_id}")
    return row


def _close(row: ActionPoint, state: ActionPointState, outcome: str, *, by: Actor, at: datetime) -> None:
    row.state, row.outcome, row.ended_at, row.ended_by = state, outcome.strip(), at, by.subject
    row.save()
    audit.record(action=f"supervision.follow_up.{state}", by=by, at=at, about=f"follow_up:{row.pk}")
