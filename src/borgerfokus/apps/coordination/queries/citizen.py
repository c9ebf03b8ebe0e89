"""One citizen, one picture: the cases the actor may know of, what is shared of others, and what binds them together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.coordination.models import Coordinator, Sharing, Transition
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.models import Offer
from borgerfokus.core.casework.casetype.vocabulary import Moment
from borgerfokus.core.casework.state import Phase
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation.models import Unit

_BEFORE_ASSESSMENT = frozenset({Phase.INTAKE, Phase.INFORMATION})


@dataclass(frozen=True)
class Help:
    """Help that is granted in a case: what, from when, until when, and the offer that was chosen for it."""

    case_id: int
    text: str
    starts: date | None
    ends: date | None
    offer: Offer | None


@dataclass(frozen=True)
class Elsewhere:
    """What is shared of a case that the actor does not see. None where that part is not shared."""

    sharing_id: int
    unit: Unit
    type_version: CaseTypeVersion | None
    phase: Phase | None
    ball: str
    next_due: date | None
    received_at: datetime | None
    closed_at: datetime | None
    granted: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True)
class SharedTheme:
    """What the newest assessment of another unit says of one theme, shared with the actor."""

    case_id: int
    unit: str
    frame: str
    theme: str
    own_words: str
    observed: str
    resources: str
    level_now: int | None
    level_expected: int | None
    at: datetime


@dataclass(frozen=True)
class Known:
    """The cases about a citizen that the actor may know of, open ones first, and what is shared of others."""

    citizen_id: int
    cases: tuple[Case, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def running(self) -> tuple[Case, ...]:
        """The cases that are not closed."""
        return tuple(case for case in self.cases if case.closed_at is None)

    @property
    def units(self) -> frozenset[int]:
        """The units with a running case."""
        mine = {case.unit_id for case in self.running}
        return frozenset(mine | {one.unit.pk for one in self.elsewhere if one.closed_at is None})

    @property
    def wants_coordinator(self) -> bool:
        """Whether two units or more have running cases."""
        return len(self.units) > 1


def known_of(*, citizen_id: int, by: Actor, at: datetime) -> Known:
    """What the actor may know of a citizen. Raises Hidden when that is nothing at all."""
    cases = tuple(casework.cases_about(person_ids=[citizen_id], by=by, at=at).order_by("closed_at", "-received_at"))
    elsewhere = () if by.is_citizen else _elsewhere(citizen_id, seen={case.pk for case in cases}, at=at)
    if not cases and not elsewhere and not Transition.objects.filter(citizen_id=citizen_id).exists():
        raise Hidden(f"citizen {citizen_id}")
    return Known(citizen_id, cases, elsewhere)


def _elsewhere(citizen_id: int, *, seen: set[int], at: datetime) -> tuple[Elsewhere, ...]:
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_shared_courses(%s, %s)", [citizen_id, at])
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    rows = [row for row in rows if row["case_id"] not in seen]
    units = Unit.objects.in_bulk([row["unit_id"] for row in rows]) if rows else {}
    versions = CaseTypeVersion.objects.in_bulk([row["type_version_id"] for row in rows if row["type_version_id"]])
    return tuple(
        Elsewhere(
            sharing_id=row["sharing_id"],
            unit=units[row["unit_id"]],
            type_version=versions.get(row["type_version_id"]),
            phase=Phase(row["phase"]) if row["phase"] else None,
            ball=row["ball"] or "",
            next_due=row["next_due"],
            received_at=row["received_at"],
            closed_at=row["closed_at"],
            granted=row["granted"] or "",
            starts=row["starts"],
            ends=row["ends"],
        )
        for row in rows
    )


def shared_themes(*, known: Known, at: datetime) -> tuple[SharedTheme, ...]:
    """The themes that are shared with the actor of cases that it does not see itself. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_shared_themes(%s, %s)", [known.citizen_id, at])
        rows = [SharedTheme(*row) for row in cursor.fetchall()]
    mine = {case.pk for case in known.cases}
    return tuple(one for one in rows if one.case_id not in mine)


def helps_of(*, cases: Iterable[Case], by: Actor, at: datetime) -> dict[int, Help]:
    """What is granted in each of the cases, by case. Two queries, none for cases that were never assessed."""
    ids = [case.pk for case in cases if _may_have_help(case)]
    if not ids:
        return {}
    granted = decisions.visible_to(by, at=at).filter(case_id__in=ids, state="issued").exclude(granted="")
    chosen = offers.visible_to(by, at=at).filter(case_id__in=ids, ended_at__isnull=True).select_related("offer")
    by_case = {row.case_id: row.offer for row in chosen}
    return {row.case_id: _help(row, by_case.get(row.case_id)) for row in granted}


def _may_have_help(case: Case) -> bool:
    """Help is granted after an assessment; a case that is opened again keeps the help that runs."""
    return case.phase not in _BEFORE_ASSESSMENT or Moment.INFORMED in case.moments


def _help(row: Decision, offer: Offer | None) -> Help:
    return Help(row.case_id, row.granted, row.starts, row.ends, offer)


def coordinators_to(actor: Actor, *, at: datetime) -> QuerySet[Coordinator]:
    """The coordinators of citizens with a case that the actor sees. A citizen must be open in the scope."""
    rows = Coordinator.objects.select_related("employee")
    if actor.everything:
        return rows
    seen = casework.visible_to(actor, at=at).values("citizen_id")
    return rows.filter(Q(citizen_id__in=actor.persons) | Q(citizen_id__in=seen))


def coordinators_of(*, citizen_id: int, by: Actor, at: datetime) -> list[Coordinator]:
    """Who holds the threads now and who did, the newest first."""
    return list(coordinators_to(by, at=at).filter(citizen_id=citizen_id).order_by("-starts", "-id"))


def coordinator_of(*, citizen_id: int, by: Actor, at: datetime) -> Coordinator | None:
    """Who holds the threads now."""
    return coordinators_to(by, at=at).filter(citizen_id=citizen_id, ends__isnull=True).first()


def running_sharings(at: datetime) -> Q:
    """The condition that a sharing holds at a moment."""
    return Q(withdrawn_at__isnull=True, ends__gt=at, starts__lte=at)


def sharings_of(*, cases: Sequence[Case]) -> QuerySet[Sharing]:
    """Everything that is or was shared of these cases, the newest first."""
    rows = Sharing.objects.filter(case_id__in=[case.pk for case in cases])
    return rows.select_related("unit", "employee", "case__type_version").order_by("-starts", "-id")


def shared_with(*, by: Actor, citizen_id: int, at: datetime) -> list[Sharing]:
    """What others share with the actor about a citizen now."""
    mine = Q(unit_id__in=by.units) | Q(employee_id=by.id)
    rows = Sharing.objects.filter(running_sharings(at), mine, citizen_id=citizen_id)
    return list(rows.select_related("unit", "employee").order_by("starts", "id"))
