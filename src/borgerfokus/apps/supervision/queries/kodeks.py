"""The kodeks in force, how one case keeps it, and how teams do."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.supervision.models import KodeksFigure, KodeksVersion
from borgerfokus.apps.supervision.queries.facts import facts_and_kodeks, facts_of, limits
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.kodeks import CaseFacts, Kept, Limits, Standing, Statement, from_stored, standing_of
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class Figure:
    """In how many cases of a unit a statement is kept, of those it applies to."""

    unit_id: int
    statement: str
    kept: int
    applied: int


def kodeks_on(*, on: date) -> KodeksVersion | None:
    """The version in force on a day; None before the first."""
    return KodeksVersion.objects.filter(valid_from__lte=on).order_by("-valid_from", "-number").first()


def kodeks_versions() -> list[KodeksVersion]:
    """Every version, newest first."""
    return list(KodeksVersion.objects.order_by("-number"))


def kept_by_case(*, case: Case, at: datetime) -> tuple[Kept, ...]:
    """How a case that the caller may see stands with each statement in force. One query."""
    facts, stored = facts_and_kodeks(case.pk, at=at)
    decided = limits(on=day_of(at))
    return tuple(standing_of(one, facts, limits=decided) for one in from_stored(stored))


def figures(
    *, statements: Sequence[Statement], unit_ids: Collection[int], by: Actor, at: datetime
) -> list[Figure]:
    """How the open cases of these units, that the actor may see, keep the statements today. Two queries."""
    if not statements:
        return []
    rows = casework.visible_to(by, at=at).filter(unit_id__in=set(unit_ids)).exclude(phase=Phase.CLOSED)
    return _figures(dict(rows.values_list("pk", "unit_id")), statements, at)


def figures_now(*, statements: Sequence[Statement], at: datetime) -> list[Figure]:
    """How the open cases of all units keep the statements. For the system alone."""
    rows = Case.objects.exclude(phase=Phase.CLOSED)
    return _figures(dict(rows.values_list("pk", "unit_id")), statements, at)


def measured(*, unit_ids: Collection[int], since: date) -> list[KodeksFigure]:
    """What was measured of these units since a day, oldest first."""
    return list(KodeksFigure.objects.filter(unit_id__in=set(unit_ids), on__gte=since).order_by("on", "unit_id"))


def _figures(units: dict[int, int], statements: Sequence[Statement], at: datetime) -> list[Figure]:
    facts = facts_of(list(units), at=at)
    counted = count(((units[number], one) for number, one in facts.items()), statements, limits(on=day_of(at)))
    return [Figure(unit, key, kept, applied) for (unit, key), (kept, applied) in sorted(counted.items())]


def count(
    facts: Iterable[tuple[int, CaseFacts]], statements: Sequence[Statement], decided: Limits
) -> dict[tuple[int, str], tuple[int, int]]:
    """By unit and statement: in how many cases it is kept, of those it applies to."""
    found: dict[tuple[int, str], tuple[int, int]] = {}
    for unit, one in facts:
        for statement in statements:
            standing = standing_of(statement, one, limits=decided).standing
            if standing is not Standing.NOT_RELEVANT:
                kept, applied = found.get((unit, statement.key), (0, 0))
                found[unit, statement.key] = kept + (standing is Standing.KEPT), applied + 1
    return found
