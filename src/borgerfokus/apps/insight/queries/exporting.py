"""A log as others read it: XES and OCEL 2.0 JSON, case by case, without ids of cases, persons or employees."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.flow import ocel, xes
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.ocel import OcelEvent
from borgerfokus.core.flow.xes import Trace, XesEvent

_AT_ONCE: Final = 5_000


def as_xes(log: Log) -> Iterator[str]:
    """The log as XES, piece by piece."""
    return xes.written(_traces(log))


def as_ocel(log: Log) -> Iterator[str]:
    """The log as OCEL 2.0 JSON, piece by piece: one object for each case."""
    return ocel.written(kinds=log.words.lists["activity"], cases=_cases(log), told=_told(log))


def _traces(log: Log) -> Iterator[Trace]:
    told = log.events.left_join(log.details, ["case_no", "place"]).select(*log.events.columns, "detail")
    told = told.mutate(detail=told.detail.fill_null(NONE))
    for number, rows in groupby(_rows(log, told), key=lambda row: row["case_no"]):
        yield Trace(_name(number), tuple(_event(row) for row in rows))


def _event(row: dict[str, Any]) -> XesEvent:
    return XesEvent(group=row["unit"], role=row["actor"], detail=row["detail"], **_said(row))


def _cases(log: Log) -> Iterator[tuple[str, str]]:
    for row in _rows(log, log.cases):
        yield _name(row["case_no"]), row["kind"]


def _told(log: Log) -> Iterator[OcelEvent]:
    for row in _rows(log, log.events):
        yield OcelEvent(objects=(_name(row["case_no"]),), group=row["unit"], role=row["actor"], **_said(row))


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {"activity": row["activity"], "us": row["us"]}


def _name(number: int) -> str:
    return f"c{number}"


def _rows(log: Log, table: ir.Table) -> Iterator[dict[str, Any]]:
    """The rows case by case, their codes in words; some thousand cases are read at a time."""
    coded = [name for name in log.words.lists if name in table.columns]
    order = [name for name in ("case_no", "place") if name in table.columns]
    most = log.cases.case_no.max().to_pyarrow().as_py() or 0
    for first in range(0, most + 1, _AT_ONCE):
        part = table.filter(table.case_no.between(first, first + _AT_ONCE - 1)).order_by(*order)
        for row in log.rows(part):
            yield row | {name: log.words.word(name, row[name]) for name in coded}
