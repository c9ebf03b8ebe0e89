"""What is asked for and not in yet, over all the cases that somebody works on."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.assessment.queries.informed import chased
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import Standing, standing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor

MOST = 500
"""How many rows a list shows; a sheet holds the same."""


@dataclass(frozen=True)
class Outstanding:
    """One request that is open, or was turned down by the citizen lately, and where it stands today."""

    request: FactRequest
    standing: Standing


def outstanding(
    *, by: Actor, at: datetime, mine: bool = True, source: Source | None = None, state: Standing | None = None
) -> list[Outstanding]:
    """Open requests of the actor's own cases, or (`mine` False) of all that the actor sees: the late ones first.

    One query. At most `MOST`.
    """
    today = day_of(at)
    rows = FactRequest.objects.filter(
        case__in=casework.visible_to(by, at=at),
        case__closed_at__isnull=True,
        answered_at__isnull=True,
        withdrawn_at__isnull=True,
    )
    if mine:
        rows = rows.filter(case__caseworker_id=by.id)
    if source is not None:
        rows = rows.filter(source=source)
    rows = rows.select_related("case__type_version", "consent").order_by("due", "id")[:MOST]
    found = [Outstanding(request=row, standing=standing(chased(row), on=today)) for row in rows]
    order = list(Standing)
    found.sort(key=lambda one: (order.index(one.standing), one.request.due, one.request.pk))
    return [one for one in found if state is None or one.standing is state]
