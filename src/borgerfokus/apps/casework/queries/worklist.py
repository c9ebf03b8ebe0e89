"""The work list: filters, order, keyset paging and totals over the cases that the actor may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.expressions import OrderBy

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.casework.queries.cases import listed_to
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import AT, ON, Compiled

PAGE = 50


class Sort(StrEnum):
    """The orders of the list. Each is exact: the case's id decides between equals."""

    DUE = "due"
    RECEIVED = "received"
    ACTIVITY = "activity"


class Urgency(StrEnum):
    """How near the next date is; the caller says what is soon."""

    OVER = "over"
    SOON = "soon"
    FINE = "fine"
    NONE = "none"


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means everything. `caseworker` 0: cases that nobody has taken.

    `idle_days`: nothing has happened for so many days. `closed`: closed cases instead of open ones.
    """

    unit: int | None = None
    caseworker: int | None = None
    type_key: str = ""
    phase: str = ""
    ball: str = ""
    urgency: Urgency | None = None
    text: str = ""
    idle_days: int | None = None
    closed: bool = False


@dataclass(frozen=True)
class Day:
    """The day the list is read on, and the last day that counts as soon."""

    at: datetime
    today: date
    soon: date


@dataclass(frozen=True)
class Cursor:
    """Where a page begins: after the case `case_id` with sort value `value`; or before it, going back."""

    value: str
    case_id: int
    back: bool = False


@dataclass(frozen=True)
class ListPage:
    """One page: the cases, and the cursors to the next and the previous page (None at the ends)."""

    cases: tuple[Case, ...]
    older: Cursor | None
    newer: Cursor | None


@dataclass(frozen=True)
class Totals:
    """Counts over everything that the filters let through, not only the page."""

    count: int
    over: int
    soon: int
    fine: int
    us: int
    you: int
    other: int
    nobody: int


_IN_A_ROW = (
    "number",
    "type_key",
    "citizen",
    "phase",
    "waiting_on",
    "received_at",
    "last_activity_at",
    "ball",
    "next_act",
    "next_due",
    "next_due_basis",
    "type_version__key",
    "type_version__number",
    "type_version__saved_at",
    "unit__name",
    "caseworker__name",
)
"""What a row of a list shows of a case."""
_FIELDS = {Sort.DUE: "next_due", Sort.RECEIVED: "received_at", Sort.ACTIVITY: "last_activity_at"}


def filtered(*, by: Actor, filters: Filters, day: Day) -> QuerySet[Case]:
    """The cases that the actor may see and the filters let through."""
    return listed_to(by, at=day.at).filter(_through(filters, day))


def work_list(
    *, by: Actor, filters: Filters, day: Day, sort: Sort = Sort.DUE, cursor: Cursor | None = None, size: int = PAGE
) -> ListPage:
    """One page of the list. One query, whatever the page."""
    back = cursor is not None and cursor.back
    if cursor is None:
        found: list[Case] = _first(by, filters, sort, size + 1).objects(_told(day, filters))
    else:
        rows = filtered(by=by, filters=filters, day=day).filter(_beyond(sort, cursor))
        found = list(_shown(rows).order_by(*_order(sort, back=back))[: size + 1])
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    has_older = bool(found) and (back or more)
    has_newer = bool(found) and (more if back else cursor is not None)
    return ListPage(
        cases=tuple(found),
        older=_cursor(sort, found[-1]) if has_older else None,
        newer=_cursor(sort, found[0], back=True) if has_newer else None,
    )


_DAY = Day(at=datetime(1000, 1, 1, tzinfo=UTC), today=ON, soon=ON + timedelta(days=1))
"""Stands for the day that a list is read on."""


def _told(day: Day, filters: Filters) -> dict[Any, Any]:
    """What the stand-ins of a list stand for."""
    idle = timedelta(days=filters.idle_days or 0)
    return {AT: day.at, _DAY.at - idle: day.at - idle, _DAY.today: day.today, _DAY.soon: day.soon}


@lru_cache(maxsize=256)
def _first(by: Actor, filters: Filters, sort: Sort, size: int) -> Compiled:
    """The first page of a list."""
    rows = listed_to(by, at=AT).filter(_through(filters, _DAY))
    return Compiled.of(_shown(rows).order_by(*_order(sort, back=False))[:size])


def _shown(rows: QuerySet[Case]) -> QuerySet[Case]:
    """With what a row shows, and without what only the case's own page does."""
    return rows.select_related("type_version", "unit", "caseworker").only(*_IN_A_ROW)


def all_listed(*, by: Actor, filters: Filters, day: Day, sort: Sort, limit: int) -> Sequence[Case]:
    """The list without pages, for print and export, at most `limit` cases."""
    rows = _shown(filtered(by=by, filters=filters, day=day))
    return list(rows.order_by(*_order(sort, back=False))[:limit])


def totals(*, by: Actor, filters: Filters, day: Day) -> Totals:
    """The counts over the whole list. One query."""
    (counted,) = _totals(by, filters).fetch(_told(day, filters))
    return Totals(**{name: number for name, number in counted.items() if name != "every"})


@lru_cache(maxsize=256)
def _totals(by: Actor, filters: Filters) -> Compiled:
    rows = listed_to(by, at=AT).filter(_through(filters, _DAY)).order_by()
    counts = rows.annotate(every=Value(1)).values("every").annotate(
        count=Count("id"),
        over=Count("id", filter=_urgent(Urgency.OVER, _DAY)),
        soon=Count("id", filter=_urgent(Urgency.SOON, _DAY)),
        fine=Count("id", filter=_urgent(Urgency.FINE, _DAY) | _urgent(Urgency.NONE, _DAY)),
        us=Count("id", filter=Q(ball="us")),
        you=Count("id", filter=Q(ball="you")),
        other=Count("id", filter=Q(ball="other")),
        nobody=Count("id", filter=Q(caseworker__isnull=True)),
    )
    return Compiled.of(counts)


def count_of(*, by: Actor, views: Sequence[Filters], day: Day) -> list[int]:
    """How many cases each of several lists holds. One query."""
    if not views:
        return []
    counts = {f"view{place}": Count("id", filter=_through(one, day)) for place, one in enumerate(views)}
    found = listed_to(by, at=day.at).aggregate(**counts)
    return [found[f"view{place}"] for place in range(len(views))]


def _through(filters: Filters, day: Day) -> Q:
    """What the filters let through, as one condition."""
    wanted = {
        "unit_id": filters.unit,
        "type_key": filters.type_key or None,
        "phase": filters.phase or None,
        "ball": filters.ball or None,
        "number__contains": filters.text or None,
    }
    found = Q(phase="closed") if filters.closed else ~Q(phase="closed")
    found &= Q(**{name: value for name, value in wanted.items() if value is not None})
    if filters.caseworker is not None:
        found &= Q(caseworker_id=filters.caseworker) if filters.caseworker else Q(caseworker__isnull=True)
    if filters.urgency is not None:
        found &= _urgent(filters.urgency, day)
    if filters.idle_days is not None:
        found &= Q(last_activity_at__lt=day.at - timedelta(days=filters.idle_days))
    return found


def is_cursor_value(value: str, *, sort: Sort) -> bool:
    """Whether a text from an address can stand in a cursor of this order."""
    if not value:
        return sort is Sort.DUE
    try:
        found = date.fromisoformat(value) if sort is Sort.DUE else datetime.fromisoformat(value)
    except ValueError:
        return False
    return not isinstance(found, datetime) or found.tzinfo is not None


def _urgent(urgency: Urgency, day: Day) -> Q:
    return {
        Urgency.OVER: Q(next_due__lt=day.today),
        Urgency.SOON: Q(next_due__gte=day.today, next_due__lte=day.soon),
        Urgency.FINE: Q(next_due__gt=day.soon),
        Urgency.NONE: Q(next_due__isnull=True),
    }[urgency]


def _order(sort: Sort, *, back: bool) -> tuple[OrderBy | str, ...]:
    field = F(_FIELDS[sort])
    downwards = (sort is Sort.RECEIVED) is not back
    if downwards:
        return (field.desc(nulls_first=True) if sort is Sort.DUE else field.desc(), "-id")
    return (field.asc(nulls_last=True) if sort is Sort.DUE else field.asc(), "id")


def _cursor(sort: Sort, case: Case, *, back: bool = False) -> Cursor:
    value = getattr(case, _FIELDS[sort])
    return Cursor(value=value.isoformat() if value is not None else "", case_id=case.pk, back=back)


def _beyond(sort: Sort, cursor: Cursor) -> Q:
    """The rows behind the cursor in the direction of reading. A case without a date comes after all dates."""
    name = _FIELDS[sort]
    downwards = (sort is Sort.RECEIVED) is not cursor.back
    step = "lt" if downwards else "gt"
    tie = {f"id__{step}": cursor.case_id}
    if not cursor.value:
        without = Q(**{f"{name}__isnull": True}, **tie)
        return without | Q(**{f"{name}__isnull": False}) if downwards else without
    value = date.fromisoformat(cursor.value) if sort is Sort.DUE else datetime.fromisoformat(cursor.value)
    beyond = Q(**{f"{name}__{step}": value}) | Q(**{name: value}, **tie)
    return beyond if downwards else beyond | Q(**{f"{name}__isnull": True})
