"""Uses of break-glass, as the leader of the case's unit reviews them."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.casework.queries.cases import visible_to
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.audit.models import Entry

REVIEW = "break_glass.review"


@dataclass(frozen=True)
class Use:
    """One use: who opened which case, when, until when, why, and what the review said (None: not reviewed)."""

    grant_id: int
    employee_id: int
    case: Case
    at: datetime
    until: datetime
    reason: str
    reviewed_at: datetime | None
    note: str


def uses(*, by: Actor, at: datetime) -> list[Use]:
    """The uses on the cases that the leader sees, those not reviewed first, then the newest. Three queries."""
    if not by.can(Verb.BREAK_GLASS_REVIEW):
        return []
    seen = visible_to(by, at=at).filter(unit_id__in=by.led)
    grants = list(Grant.objects.filter(ground=Ground.BREAK_GLASS, case_id__in=seen.values("pk")).order_by("-starts"))
    cases = {case.pk: case for case in seen.filter(pk__in={grant.case_id for grant in grants})}
    about = {f"grant:{grant.pk}": grant.pk for grant in grants}
    reviews = {
        about[entry.object]: entry
        for entry in Entry.objects.filter(action=REVIEW, object__in=about).order_by("at")
    }
    found = [_use(grant, cases[grant.case_id], reviews.get(grant.pk)) for grant in grants]
    return sorted(found, key=lambda use: use.reviewed_at is not None)


def find_use(*, grant_id: int, by: Actor, at: datetime) -> Use:
    """One use that the leader may review. Raises Hidden."""
    for use in uses(by=by, at=at):
        if use.grant_id == grant_id:
            return use
    raise Hidden(f"grant {grant_id}")


def _use(grant: Grant, case: Case, review: Entry | None) -> Use:
    return Use(
        grant_id=grant.pk,
        employee_id=int(grant.subject.partition(":")[2]),
        case=case,
        at=grant.starts,
        until=grant.ends or grant.starts,
        reason=grant.reason,
        reviewed_at=review.at if review else None,
        note=str(review.detail.get("note", "")) if review else "",
    )
