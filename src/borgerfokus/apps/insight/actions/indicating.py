"""Releasing the figures of the indicators: whole quarters, once, after disclosure control.

A quarter is a fixed cube: all of it, its months, and the departments — a month of a department is never told, so that
no filter shows what a table holds back. The parts of an indicator that is split (each offer) are a cube of their own,
of the year that ends with the quarter. Which cells may be told is decided over the citizens behind the cases, who count
by their secret weights, the same as in all other releases.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from statistics import fmean, median

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.models import CaseNumber, IndicatorFigure
from borgerfokus.apps.insight.queries import released
from borgerfokus.apps.insight.queries.holding import disclosure_rule
from borgerfokus.apps.insight.queries.indicators import Scope, valued
from borgerfokus.apps.insight.queries.logs import Log, open_log
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.core import disclosure
from borgerfokus.core.dates import day_of
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell, Record, cube
from borgerfokus.core.indicators import Audience, Figure, Indicator, Statistic, coarse, load_shipped
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people.lots import lot_of, weight_of

QUARTERS = 4
"""So many quarters are released where there is no release yet, so that a figure has a history from its first day."""
_Splits = tuple[tuple[str, ...], ...]
_SPLITS: _Splits = (("month",), ("unit",))
_PARTS: _Splits = (("part",),)
_QUARTER, _YEAR = 3, 12
"""Months. A part has too few cases in a quarter: it is told of a year."""


@dataclass(frozen=True)
class _Value:
    """What one case says: whose it is, its value, and where it stands in the cube."""

    person: int
    value: float
    values: Mapping[str, tuple[str, ...]]


@disclosure.door
def release_indicators(*, folder: Path, at: datetime) -> int:
    """Release the last whole quarter, and at the very first time some before it. For the system alone.

    Returns how many figures were released; 0 when the quarter is out already or there is no log.
    """
    day = day_of(at)
    _starts, until = casework.quarter_before(day)
    if released.is_out(until=until):
        return 0
    log = open_log(folder)
    if log is None:
        return 0
    quarters = [until]
    if released.newest() is None:
        while len(quarters) < QUARTERS:
            quarters.append(casework.quarter_before(quarters[-1])[0])
    rule, departments = disclosure_rule(on=day), _departments(day)
    rows = [
        row
        for one in sorted(quarters)
        for indicator in load_shipped()
        if indicator.is_told(Audience.COMMITTEE)
        for row in _released(log, indicator, one, rule=rule, departments=departments, at=at)
    ]
    return len(IndicatorFigure.objects.bulk_create(rows))


def _released(
    log: Log, indicator: Indicator, until: date, *, rule: Rule, departments: Mapping[str, str], at: datetime
) -> list[IndicatorFigure]:
    told = partial(_rows, indicator=indicator, until=until, rule=rule, at=at)
    rows = told(_said(log, indicator, until, departments), splits=_SPLITS)
    if indicator.split is not None:
        year = _said(log, indicator, until, departments, months=_YEAR)
        rows += [row for row in told(year, splits=_PARTS) if row.part]
    return rows


def _rows(
    said: Sequence[_Value], *, splits: _Splits, indicator: Indicator, until: date, rule: Rule, at: datetime
) -> list[IndicatorFigure]:
    """The cells of the splits: those that may be told with their figure, the others without."""
    records = [Record(one.person, one.values) for one in said]
    found = cube(records, splits=splits, rule=rule, weight=weight_of, of_things=True)
    made = partial(IndicatorFigure, until=until, indicator=indicator.key, version=indicator.version, reckoned_at=at)
    rows = []
    for cell, places in found.shown.items():
        lot = lot_of(f"{until}/{indicator.key}/{cell}")
        told = _figure([said[place] for place in places], indicator, rule=rule, weight=weight_of, lot=lot)
        rows.append(made(value=told.value if told else None, cases=told.cases if told else None, **_where(cell)))
    return rows + [made(**_where(cell)) for cell in found.held]


def _said(
    log: Log, indicator: Indicator, until: date, departments: Mapping[str, str], *, months: int = _QUARTER
) -> list[_Value]:
    """What is said, by each citizen once a month: so nobody moves a month by more than one."""
    ends = months_back(until, 0)
    scope = Scope(months_back(until, months), ends)
    rows = valued(log, indicator, scope=scope)
    numbers = {row.case_no for row in rows}
    people = dict(CaseNumber.objects.filter(pk__in=numbers).values_list("pk", "case__citizen_id"))
    known = {(people[row.case_no], row.month): row for row in rows if row.case_no in people}
    return [
        _Value(
            person=person,
            value=row.value,
            values={
                "month": (str(row.month),),
                "unit": _department(log, row.unit, departments),
                "part": (row.part,) if row.part else (),
            },
        )
        for (person, _month), row in known.items()
    ]


def _department(log: Log, unit: int, departments: Mapping[str, str]) -> tuple[str, ...]:
    key = departments.get(log.words.word("unit", unit), "") if unit >= 0 else ""
    return (key,) if key else ()


def _departments(day: date) -> dict[str, str]:
    """Unit → the department that it is or stands below, by key."""
    units = {one.pk: one for one in organisation.units(on=day)}
    found = {}
    for unit in units.values():
        above = unit
        while above.kind != "department" and above.parent_id in units:
            above = units[above.parent_id]
        if above.kind == "department":
            found[unit.key] = above.key
    return found


def _figure(
    said: Sequence[_Value], indicator: Indicator, *, rule: Rule, weight: Callable[[int], int], lot: bytes
) -> Figure | None:
    """The figure of a cell, of everybody as often as their weight says; None where that may not be told."""
    by_person: dict[int, list[float]] = {}
    for one in said:
        by_person.setdefault(one.person, []).append(one.value)
    told = [value for values in disclosure.kept(by_person, rule=rule, weight=weight) for value in values]
    cases = disclosure.count(len(told), rule=disclosure.weighted_rule(rule))
    if cases is None:
        return None
    value = _value(told, indicator, rule=rule, lot=lot)
    return None if value is None else Figure(0, value, cases)


def _value(told: Sequence[float], indicator: Indicator, *, rule: Rule, lot: bytes) -> float | None:
    match indicator.statistic:
        case Statistic.SHARE:
            share = disclosure.rate(round(sum(told)), len(told), rule=rule, lot=lot)
            return None if share is None else share.percent / 100
        case Statistic.COUNT:
            count = disclosure.count(round(sum(told)), rule=rule)
            return None if count is None else float(count)
        case Statistic.MEDIAN:
            return coarse(float(median(told)), len(told), indicator, rule=rule)
    return coarse(fmean(told), len(told), indicator, rule=rule)


def _where(cell: Cell) -> dict[str, object]:
    where = dict(cell)
    return {"month": int(where.get("month", 0)), "unit": where.get("unit", ""), "part": where.get("part", "")}
