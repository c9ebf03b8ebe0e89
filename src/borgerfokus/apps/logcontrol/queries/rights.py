"""Reads of the half-yearly review of rights."""

from dataclasses import dataclass

from django.db.models import Count, Q

from borgerfokus.apps.logcontrol.models import RightsItem, RightsReview, RightsState
from borgerfokus.apps.logcontrol.queries.standing import is_officer, require_review, require_staff_keeper
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class LeaderStand:
    """How far one leader is; `name` is empty for what nobody leads."""

    leader_id: int | None
    name: str
    all: int
    open: int
    ending: int


def newest_review() -> RightsReview | None:
    """The review that runs, or the last one."""
    return RightsReview.objects.order_by("-starts").first()


def mine(review: RightsReview, *, by: Actor) -> list[RightsItem]:
    """The rights that the actor answers for: the open ones first, by name. The officer has what nobody leads."""
    require_review(by)
    own = Q(leader_id=by.id)
    if is_officer(by):
        own |= Q(leader__isnull=True) & ~Q(employee_id=by.id)
    rows = RightsItem.objects.filter(own, review=review).select_related("employee", "unit")
    return sorted(rows, key=lambda one: (one.state != RightsState.OPEN, one.unit.name, one.employee.name, one.pk))


def find(*, item_id: int, by: Actor) -> RightsItem:
    """A right that the actor answers for. Raises Hidden."""
    require_review(by)
    row = RightsItem.objects.filter(pk=item_id).select_related("review").first()
    answers = row is not None and (row.leader_id == by.id or (row.leader_id is None and is_officer(by)))
    if row is None or not answers or row.employee_id == by.id:
        raise Hidden(f"right {item_id}")
    return row


def stands(review: RightsReview, *, by: Actor) -> list[LeaderStand]:
    """How far each leader is, those with most left first. For the officer. One query."""
    if not is_officer(by):
        return []
    rows = RightsItem.objects.filter(review=review).values("leader_id", "leader__name")
    counted = rows.annotate(
        number=Count("id"),
        left=Count("id", filter=Q(state=RightsState.OPEN)),
        ending=Count("id", filter=Q(state__in=[RightsState.ASKED, RightsState.ENDED])),
    )
    found = [
        LeaderStand(one["leader_id"], one["leader__name"] or "", one["number"], one["left"], one["ending"])
        for one in counted
    ]
    return sorted(found, key=lambda one: (-one.open, one.name))


def asked_to_end(*, by: Actor) -> list[RightsItem]:
    """The engagements that leaders ask to have ended. For who keeps the staff."""
    require_staff_keeper(by)
    rows = RightsItem.objects.filter(kind="engagement", state=RightsState.ASKED)
    return list(rows.select_related("employee", "unit", "leader", "engagement").order_by("decided_at", "id"))


def to_decide(*, by: Actor) -> int:
    """How many rights the actor has still to confirm or to ask to have ended."""
    return RightsItem.objects.filter(leader_id=by.id, state=RightsState.OPEN).count() if by.is_employee else 0
