"""The cases that can be drawn for a campaign, and those that are left out and why."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import connection
from django.db.models import Exists, OuterRef

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.models import Appeal, AppealState
from borgerfokus.apps.supervision.models import Campaign, Dimension
from borgerfokus.apps.supervision.queries.involved import involved
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.supervision.assigning import impartial
from borgerfokus.core.supervision.draw import Stratum, strata
from borgerfokus.foundation.access.actor import Actor

ALL = "all"


@dataclass(frozen=True)
class Frame:
    """Which cases are asked for: decided in `[starts, ends)`, of these types, in these units."""

    case_types: tuple[str, ...]
    units: frozenset[int]
    starts: date
    ends: date
    divided_by: tuple[str, ...]
    reviewers: frozenset[int]


@dataclass(frozen=True)
class Pool:
    """The cases that can be drawn: id and unit by number, who had a part in them, and their strata.

    `sealed_out` are sealed, `partial_out` have nobody among the reviewers who may review them.
    """

    cases: Mapping[str, int]
    units: Mapping[str, int]
    involved: Mapping[str, frozenset[int]]
    strata: tuple[Stratum, ...]
    sealed_out: int
    partial_out: int

    @property
    def size(self) -> int:
        """How many cases there are."""
        return len(self.cases)


def frame_of(campaign: Campaign, *, reviewers: Collection[int]) -> Frame:
    """The frame of a campaign as it is kept."""
    return Frame(
        case_types=tuple(campaign.case_types),
        units=frozenset(campaign.units),
        starts=campaign.starts,
        ends=campaign.ends,
        divided_by=tuple(campaign.divided_by),
        reviewers=frozenset(reviewers),
    )


def pool(frame: Frame, *, by: Actor, at: datetime) -> Pool:
    """The cases of the frame that lie in units the actor leads. Eight queries at most."""
    starts, ends = (datetime.combine(day, time.min, tzinfo=COPENHAGEN) for day in (frame.starts, frame.ends))
    units = frame.units & by.led
    appealed = Appeal.objects.filter(case_id=OuterRef("pk")).exclude(state=AppealState.WITHDRAWN)
    rows = (
        casework.visible_to(by, at=at)
        .filter(unit_id__in=units, type_key__in=frame.case_types, decided_at__gte=starts, decided_at__lt=ends)
        .filter(sealed=False)
        .annotate(was_appealed=Exists(appealed))
        .select_related("unit")
        .only("pk", "number", "type_key", "outcome", "unit__key")
        .order_by("number")
    )
    found = list(rows)
    parts = involved([row.pk for row in found], reviewers=frame.reviewers) if found else {}
    open_to = [row for row in found if impartial(reviewers=frame.reviewers, involved=parts[row.pk])]
    return Pool(
        cases={row.number: row.pk for row in open_to},
        units={row.number: row.unit_id for row in open_to},
        involved={row.number: frozenset(parts[row.pk]) for row in open_to},
        strata=strata({row.number: _stratum(row, row.was_appealed, frame.divided_by) for row in open_to}),
        sealed_out=_sealed(frame, units, starts, ends),
        partial_out=len(found) - len(open_to),
    )


def _stratum(case: casework.Case, was_appealed: bool, divided_by: Collection[str]) -> str:
    """The name of a case's stratum: "voksenteamet|sel-85|granted|appealed", or "all"."""
    parts = []
    if Dimension.UNIT_AND_TYPE in divided_by:
        parts += [case.unit.key, case.type_key]
    if Dimension.OUTCOME in divided_by:
        parts.append(case.outcome or "none")
    if Dimension.APPEALED in divided_by:
        parts.append("appealed" if was_appealed else "not_appealed")
    return "|".join(parts) or ALL


def _sealed(frame: Frame, units: Collection[int], starts: datetime, ends: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select bf_supervision_sealed(%s::bigint[], %s::text[], %s, %s)",
            [sorted(units), list(frame.case_types), starts, ends],
        )
        counted: int = cursor.fetchone()[0]
    return counted
