"""Making a campaign, drawing its cases, and taking the draw back before it begins."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.supervision.actions import refusals
from borgerfokus.apps.supervision.models import (
    Campaign,
    CampaignState,
    Dimension,
    Reviewer,
    SampledCase,
    SampleStratum,
)
from borgerfokus.apps.supervision.policies import require_lead
from borgerfokus.apps.supervision.queries.campaigns import find_led, form_in_use, reviewers_of
from borgerfokus.apps.supervision.queries.pool import Pool, frame_of, pool
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.supervision import draw as drawing
from borgerfokus.core.supervision.assigning import assign
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation

_SEED_BYTES = 8


@dataclass(frozen=True)
class NewCampaign:
    """What a leader wants reviewed. The period is `[starts, ends)`; `review_until` is the last day to review."""

    title: str
    purpose: str
    case_types: tuple[str, ...]
    units: tuple[int, ...]
    starts: date
    ends: date
    size: int
    divided_by: tuple[str, ...]
    reviewers: tuple[int, ...]
    review_until: date


@transaction.atomic
def make(*, new: NewCampaign, by: Actor, at: datetime) -> Campaign | Refusal:
    """Make a campaign, with its seed fixed from now on: whatever is changed or undone, the same list gives the same
    cases.
    """
    require_lead(by)
    refused = _faults(new, by, at)
    if refused:
        return refused
    form = form_in_use()
    if form is None:
        return refusals.NO_FORM
    row = Campaign.objects.create(
        **_fields(new),
        form=form,
        led_by_id=by.id,
        seed=secrets.token_hex(_SEED_BYTES),
        created_at=at,
        created_by=by.subject,
    )
    _set_reviewers(row, new)
    audit.record(action="supervision.make", by=by, at=at, about=f"campaign:{row.pk}")
    return row


@transaction.atomic
def change(*, campaign_id: int, version: int, new: NewCampaign, by: Actor, at: datetime) -> Refusal | None:
    """Change a campaign that is not drawn yet."""
    row = locked(campaign_id, by)
    if row.version != version:
        return refusals.CHANGED
    if row.state != CampaignState.DRAFT:
        return refusals.MOVED_ON
    refused = _faults(new, by, at)
    if refused:
        return refused
    for name, value in _fields(new).items():
        setattr(row, name, value)
    keep(row)
    Reviewer.objects.filter(campaign=row).delete()
    _set_reviewers(row, new)
    audit.record(action="supervision.change", by=by, at=at, about=f"campaign:{row.pk}")
    return None


@transaction.atomic
def draw(*, campaign_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Draw the cases and give each a reviewer who had no part in it. Nobody sees a case before the campaign begins."""
    row = locked(campaign_id, by)
    if row.state != CampaignState.DRAFT:
        return refusals.MOVED_ON
    reviewers = reviewers_of(row)
    found = pool(frame_of(row, reviewers=reviewers), by=by, at=at)
    if not found.size:
        return refusals.EMPTY
    try:
        drawn = drawing.draw(found.strata, size=row.size, seed=row.seed)
    except drawing.TooFew as error:
        return refusals.too_few(error.least)
    row.state, row.drawn_at = CampaignState.DRAWN, at
    row.population, row.sealed_out, row.partial_out = found.size, found.sealed_out, found.partial_out
    keep(row)
    _keep_sample(row, found, drawn, reviewers)
    audit.record(action="supervision.draw", by=by, at=at, about=f"campaign:{row.pk}", seed=row.seed)
    return None


@transaction.atomic
def undo_draw(*, campaign_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Take the draw back while nobody has begun. The seed stays, so the same list is drawn again the same way."""
    row = locked(campaign_id, by)
    if row.state != CampaignState.DRAWN:
        return refusals.MOVED_ON
    SampledCase.objects.filter(campaign=row).delete()
    SampleStratum.objects.filter(campaign=row).delete()
    row.state, row.drawn_at, row.population = CampaignState.DRAFT, None, None
    row.sealed_out = row.partial_out = 0
    keep(row)
    audit.record(action="supervision.undo_draw", by=by, at=at, about=f"campaign:{row.pk}")
    return None


def locked(campaign_id: int, by: Actor) -> Campaign:
    """A campaign that the actor leads, locked until the transaction ends. Raises Hidden."""
    require_lead(by)
    found = Campaign.objects.select_for_update(of=("self",)).filter(pk=campaign_id).first()
    if found is None:
        raise Hidden(f"campaign {campaign_id}")
    return find_led(campaign_id=found.pk, by=by)


def keep(row: Campaign) -> None:
    """Save a campaign as its next version."""
    row.version += 1
    row.save()


def _faults(new: NewCampaign, by: Actor, at: datetime) -> Refusal | None:
    today = day_of(at)
    known = set(Dimension.values)
    if not (new.title.strip() and new.case_types and new.units and new.reviewers and new.size > 0):
        return refusals.INCOMPLETE
    if not set(new.units) <= by.led or not set(new.divided_by) <= known:
        return refusals.INCOMPLETE
    if not set(new.reviewers) <= may_review(by=by, on=today):
        return refusals.INCOMPLETE
    if not new.starts < new.ends or new.ends > today.fromordinal(today.toordinal() + 1):
        return refusals.BACKWARDS
    return refusals.TIME_UP if new.review_until < today else None


def may_review(*, by: Actor, on: date) -> set[int]:
    """The employees whom a leader can ask to review."""
    return {one.id for one in candidates(by=by, on=on)}


def candidates(*, by: Actor, on: date) -> list[organisation.Colleague]:
    """Those whom a leader can ask: of the led units and of those beside them, whose role reviews. Three queries."""
    if not by.led:
        return []
    above = organisation.units(on=on).filter(pk__in=by.led, parent__isnull=False).values_list("parent_id", flat=True)
    near = organisation.descendants([*by.led, *(int(one) for one in above if one)], on=on)
    return organisation.staff_of(unit_ids=near, on=on, carrying=Verb.SUPERVISION_REVIEW)


def _fields(new: NewCampaign) -> dict[str, object]:
    return {
        "title": new.title.strip(),
        "purpose": new.purpose.strip(),
        "case_types": sorted(set(new.case_types)),
        "units": sorted(set(new.units)),
        "starts": new.starts,
        "ends": new.ends,
        "size": new.size,
        "divided_by": [one for one in Dimension.values if one in new.divided_by],
        "review_until": new.review_until,
    }


def _set_reviewers(row: Campaign, new: NewCampaign) -> None:
    Reviewer.objects.bulk_create(
        Reviewer(campaign=row, employee_id=employee) for employee in sorted(set(new.reviewers))
    )


def _keep_sample(row: Campaign, found: Pool, drawn: tuple[drawing.Drawn, ...], reviewers: list[int]) -> None:
    lists = {part.name: part.numbers for part in found.strata}
    rows = SampleStratum.objects.bulk_create(
        SampleStratum(
            campaign=row, name=part.name, numbers=list(lists[part.name]), size=part.size, taken=len(part.taken)
        )
        for part in drawn
    )
    strata = {part.name: part for part in rows}
    taken = [(number, strata[part.name]) for part in drawn for number in part.taken]
    order = drawing.ordered([number for number, _ in taken], seed=row.seed)
    given = assign(order, reviewers=reviewers, involved=found.involved)
    rank = {number: place for place, number in enumerate(order, start=1)}
    SampledCase.objects.bulk_create(
        SampledCase(
            campaign=row,
            case_id=found.cases[number],
            stratum=stratum,
            rank=rank[number],
            reviewer_id=given[number],
        )
        for number, stratum in taken
    )
