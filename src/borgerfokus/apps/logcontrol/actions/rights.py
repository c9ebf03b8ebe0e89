"""The half-yearly review of rights: made, confirmed right by right, and asked to be ended."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from borgerfokus.apps.logcontrol.actions import refusals
from borgerfokus.apps.logcontrol.models import RightsItem, RightsKind, RightsReview, RightsState
from borgerfokus.apps.logcontrol.queries import rights as queries
from borgerfokus.apps.logcontrol.queries.staffing import Staffing
from borgerfokus.apps.logcontrol.queries.standing import require_review, require_staff_keeper
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.logcontrol.rounds import half_year_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import service as organisation
from borgerfokus.foundation.organisation.models import Engagement
from borgerfokus.foundation.organisation.queries import running
from borgerfokus.foundation.parameters import service as parameters

_LASTING = (Ground.NAMED, Ground.PARTNER)
"""The grounds on which somebody sees a case until it is ended by hand."""


@transaction.atomic
def make_review(*, by: Actor, at: datetime) -> RightsReview | None:
    """Make the review of this half-year, unless it is made. Each right goes to the leader of the unit it is held in."""
    on = day_of(at)
    starts, ends = half_year_of(on)
    if RightsReview.objects.filter(starts=starts).exists():
        return None
    days = parameters.at("own.rights_review", on=on).number
    due = calendar_for([on.year], parameters.parameters()).add_working_days(on, days)
    review = RightsReview.objects.create(starts=starts, ends=ends, due=due, made_at=at)
    staffing = Staffing(on=on)
    engaged = Engagement.objects.filter(running(on=on), employee__active=True).order_by("unit_id", "employee_id", "id")
    units = {row.employee_id: row.unit_id for row in engaged}
    insert(_engagement(row, review, staffing) for row in engaged)
    granted = Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=at), subject__startswith="employee:", ground__in=_LASTING, starts__lte=at
    )
    rows = [(int(row.subject.partition(":")[2]), row) for row in granted.order_by("id")]
    insert(_grant(row, review, staffing, units[who], who) for who, row in rows if who in units)
    audit.record(action="rights_review.make", by=by, at=at, about=f"review:{review.pk}")
    return review


@transaction.atomic
def keep(*, item_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Confirm that a right is still needed."""
    row = _open(item_id, by)
    if row is None:
        return refusals.MOVED_ON
    _decide(row, RightsState.KEPT, "", by=by, at=at)
    return None


@transaction.atomic
def ask_to_end(*, item_id: int, note: str, by: Actor, at: datetime) -> Refusal | None:
    """Ask to have a right ended, with why: an engagement by who keeps the staff, access to a case by the platform."""
    row = _open(item_id, by)
    if row is None:
        return refusals.MOVED_ON
    if not note.strip():
        return refusals.NO_WORDS
    if len(note.strip()) > refusals.LONGEST:
        return refusals.TOO_LONG
    _decide(row, RightsState.ASKED, note.strip(), by=by, at=at)
    if row.kind == RightsKind.GRANT:
        jobs.defer("logcontrol.end_grant", item_id=row.pk)
    return None


@transaction.atomic
def keep_all(*, by: Actor, at: datetime) -> int:
    """Confirm everything that is still open to the actor in the newest review. Returns how many."""
    require_review(by)
    review = queries.newest_review()
    left = [one for one in queries.mine(review, by=by) if one.state == RightsState.OPEN] if review else []
    for row in left:
        _decide(row, RightsState.KEPT, "", by=by, at=at)
    return len(left)


@transaction.atomic
def end_engagement(*, item_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Who keeps the staff ends the engagement that a leader asked to have ended: from today."""
    require_staff_keeper(by)
    row = RightsItem.objects.select_for_update(of=("self",)).filter(pk=item_id, kind=RightsKind.ENGAGEMENT).first()
    if row is None:
        raise Hidden(f"right {item_id}")
    if row.state != RightsState.ASKED or row.engagement_id is None:
        return refusals.MOVED_ON
    if not organisation.end_engagement(engagement_id=row.engagement_id, on=day_of(at), by=by, at=at):
        return refusals.TOO_EARLY_TO_END
    _ended(row, by=by, at=at)
    return None


@transaction.atomic
def end_grant(*, item_id: int, by: Actor, at: datetime) -> None:
    """The platform ends an access to a case that a leader asked to have ended. The next request is refused."""
    row = RightsItem.objects.filter(pk=item_id, kind=RightsKind.GRANT, state=RightsState.ASKED).first()
    if row is not None and row.grant_id is not None:
        Grant.objects.filter(Q(ends__isnull=True) | Q(ends__gt=at), pk=row.grant_id).update(ends=at)
        _ended(row, by=by, at=at)


def _open(item_id: int, by: Actor) -> RightsItem | None:
    """The right, locked, or None when it is decided already. Raises Hidden."""
    found = queries.find(item_id=item_id, by=by)
    row = RightsItem.objects.select_for_update(of=("self",)).get(pk=found.pk)
    return row if row.state == RightsState.OPEN else None


def _decide(row: RightsItem, state: RightsState, note: str, *, by: Actor, at: datetime) -> None:
    row.state, row.note, row.decided_at, row.decided_by = state, note, at, by.subject
    row.save()
    audit.record(action=f"rights_review.{state.value}", by=by, at=at, about=f"right:{row.pk}")


def _ended(row: RightsItem, *, by: Actor, at: datetime) -> None:
    row.state, row.ended_at, row.ended_by = RightsState.ENDED, at, by.subject
    row.save()
    audit.record(action="rights_review.end", by=by, at=at, about=f"right:{row.pk}")


def _engagement(row: Engagement, review: RightsReview, staffing: Staffing) -> RightsItem:
    return RightsItem(
        review=review,
        leader_id=staffing.leader_of(row.unit_id, but=row.employee_id),
        employee_id=row.employee_id,
        unit_id=row.unit_id,
        kind=RightsKind.ENGAGEMENT,
        what=row.role,
        engagement_id=row.pk,
        since=row.starts,
    )


def _grant(row: Grant, review: RightsReview, staffing: Staffing, unit: int, employee: int) -> RightsItem:
    return RightsItem(
        review=review,
        leader_id=staffing.leader_of(unit, but=employee),
        employee_id=employee,
        unit_id=unit,
        kind=RightsKind.GRANT,
        what=row.ground,
        grant_id=row.pk,
        since=day_of(row.starts),
    )
