"""A campaign from its beginning to its end: access for the reviewers, passing a case on, more time, closing."""

from contextlib import AbstractContextManager
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Count

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision.actions import refusals
from borgerfokus.apps.supervision.actions.planning import keep, locked
from borgerfokus.apps.supervision.events import SupervisionBegun, SupervisionEnded, SupervisionPassedOn
from borgerfokus.apps.supervision.models import Campaign, CampaignResult, CampaignState, ReviewState, SampledCase
from borgerfokus.apps.supervision.queries.campaigns import find_to_review, led_by, reviewers_of
from borgerfokus.apps.supervision.queries.involved import involved
from borgerfokus.apps.supervision.queries.results import figures_of
from borgerfokus.apps.supervision.queries.telling import Telling, rule
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import COPENHAGEN, day_of
from borgerfokus.core.supervision.assigning import impartial
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.audit import service as audit

_OPEN = (ReviewState.WAITING, ReviewState.BEGUN)


@transaction.atomic
def begin(*, campaign_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Let the reviewers see their cases until the last day of the campaign. Each case says that it is reviewed."""
    row = locked(campaign_id, by)
    if row.state != CampaignState.DRAWN:
        return refusals.MOVED_ON
    if row.review_until < day_of(at):
        return refusals.TIME_UP
    row.state, row.begun_at = CampaignState.RUNNING, at
    keep(row)
    for sampled in SampledCase.objects.filter(campaign=row).order_by("rank"):
        with _changing(sampled, "supervision.begin", by=by, at=at) as opened:
            _let_in(sampled, row, by=by, at=at)
            until = row.review_until.isoformat()
            opened.append(SupervisionBegun(campaign=row.pk, employee=sampled.reviewer_id, until=until))
    audit.record(action="supervision.begin", by=by, at=at, about=f"campaign:{row.pk}")
    return None


@transaction.atomic
def swap(*, sampled_id: int, to: int | None, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Give a drawn case to another reviewer, with a reason: by the leader, or by the reviewer itself.

    Without `to` it goes to the one with the fewest cases who had no part in it. The access of the one before ends at
    once.
    """
    sampled = _to_swap(sampled_id, by, at)
    campaign = sampled.campaign
    if campaign.state not in {CampaignState.DRAWN, CampaignState.RUNNING} or sampled.state not in _OPEN:
        return refusals.MOVED_ON
    if not why.strip():
        return refusals.NO_REASON
    reviewers = reviewers_of(campaign)
    parts = involved([sampled.case_id], reviewers=reviewers)[sampled.case_id]
    others = [one for one in impartial(reviewers=reviewers, involved=parts) if one != sampled.reviewer_id]
    if to is None and not others:
        return refusals.NOBODY_ELSE
    chosen = _with_fewest(campaign, others) if to is None else to
    if chosen not in others:
        return refusals.NOT_IMPARTIAL
    before, sampled.reviewer_id = sampled.reviewer_id, chosen
    sampled.swapped_why, sampled.version = why.strip(), sampled.version + 1
    sampled.save()
    if campaign.state == CampaignState.RUNNING:
        with _changing(sampled, "supervision.swap", by=by, at=at) as opened:
            _let_in(sampled, campaign, by=by, at=at)
            opened.append(SupervisionPassedOn(campaign=campaign.pk, employee=chosen, before=before))
            access.end(case_id=sampled.case_id, ground=Ground.SUPERVISION, at=at, subject=f"employee:{before}")
    audit.record(action="supervision.swap", by=by, at=at, case_id=sampled.case_id, about=f"sampled:{sampled.pk}")
    return None


@transaction.atomic
def extend(*, campaign_id: int, until: date, by: Actor, at: datetime) -> Refusal | None:
    """Move the last day to review; those who have not finished see their cases until then."""
    row = locked(campaign_id, by)
    if row.state not in {CampaignState.DRAWN, CampaignState.RUNNING}:
        return refusals.MOVED_ON
    if until < day_of(at):
        return refusals.TIME_UP
    row.review_until = until
    keep(row)
    if row.state == CampaignState.RUNNING:
        for sampled in SampledCase.objects.filter(campaign=row).order_by("rank"):
            _shut_out(sampled, at)
            _let_in(sampled, row, by=by, at=at)
    audit.record(action="supervision.extend", by=by, at=at, about=f"campaign:{row.pk}", until=until.isoformat())
    return None


@transaction.atomic
def close(*, campaign_id: int, learning: str, by: Actor, at: datetime) -> Refusal | None:
    """End a campaign whose cases are all reviewed, and keep what it came to."""
    row = locked(campaign_id, by)
    if row.state != CampaignState.RUNNING:
        return refusals.MOVED_ON
    if SampledCase.objects.filter(campaign=row, state__in=_OPEN).exists():
        return refusals.NOT_REVIEWED
    figures = figures_of(row, telling=Telling(campaign=row.pk, rule=rule(on=day_of(at))))
    CampaignResult.objects.bulk_create(CampaignResult(campaign=row, **one.stored()) for one in figures)
    row.learning = learning.strip()
    _end(row, CampaignState.CLOSED, by=by, at=at)
    audit.record(action="supervision.close", by=by, at=at, about=f"campaign:{row.pk}")
    return None


@transaction.atomic
def cancel(*, campaign_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Break a campaign off, with a reason. Nothing is reckoned from it."""
    row = locked(campaign_id, by)
    if row.state in {CampaignState.CLOSED, CampaignState.CANCELLED}:
        return refusals.MOVED_ON
    if not why.strip():
        return refusals.NO_REASON
    row.cancelled_why = why.strip()
    _end(row, CampaignState.CANCELLED, by=by, at=at)
    audit.record(action="supervision.cancel", by=by, at=at, about=f"campaign:{row.pk}")
    return None


def _end(row: Campaign, state: CampaignState, *, by: Actor, at: datetime) -> None:
    row.state, row.ended_at = state, at
    keep(row)
    if row.begun_at is None:
        return
    for sampled in SampledCase.objects.filter(campaign=row).order_by("rank"):
        with _changing(sampled, "supervision.end", by=by, at=at) as opened:
            _shut_out(sampled, at)
            opened.append(SupervisionEnded(campaign=row.pk))


def _to_swap(sampled_id: int, by: Actor, at: datetime) -> SampledCase:
    rows = SampledCase.objects.select_for_update(of=("self",)).select_related("campaign").filter(pk=sampled_id)
    row = rows.first()
    if row is None:
        raise Hidden(f"sampled case {sampled_id}")
    if not led_by(by).filter(pk=row.campaign_id).exists():
        find_to_review(sampled_id=sampled_id, by=by, at=at)
    return row


def _with_fewest(campaign: Campaign, others: list[int]) -> int:
    rows = SampledCase.objects.filter(campaign=campaign).values_list("reviewer_id").annotate(Count("pk"))
    load: dict[int, int] = dict(rows)
    return min(others, key=lambda one: (load.get(one, 0), one))


def _changing(
    sampled: SampledCase, action: str, *, by: Actor, at: datetime
) -> AbstractContextManager[casework.OpenCase]:
    return casework.changing(case_id=sampled.case_id, verb=Verb.CASE_SEE, by=by, at=at, action=action)


def _let_in(sampled: SampledCase, campaign: Campaign, *, by: Actor, at: datetime) -> None:
    access.give(
        subject=f"employee:{sampled.reviewer_id}",
        case_id=sampled.case_id,
        ground=Ground.SUPERVISION,
        by=by,
        at=at,
        ends=datetime.combine(campaign.review_until, time.max, tzinfo=COPENHAGEN),
        reason=campaign.title,
    )


def _shut_out(sampled: SampledCase, at: datetime) -> None:
    subject = f"employee:{sampled.reviewer_id}"
    access.end(case_id=sampled.case_id, ground=Ground.SUPERVISION, at=at, subject=subject)
