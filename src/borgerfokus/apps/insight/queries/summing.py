"""Figures of whole months from the cells, and medians from the values, asked in one statement.

`core.indicators.asked` is what a figure is, and gives the same of the values alone. But an expression takes longer to
be put in words than the cells take to be added up, so the words stand here. They are made of whole numbers only.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.indicators import UNIT_ROOM, Ask, By, Statistic, Window, load_shipped

_KEYS: Final = {
    By.NOTHING: "0",
    By.MONTH: "month",
    By.UNIT: "unit",
    By.UNIT_AND_MONTH: f"unit::bigint * {UNIT_ROOM} + month",
}
_CELLS: Final = """
select {of}::smallint as of, indicator, ({key})::bigint as key, sum(cases)::bigint as cases,
       sum(total) / sum(cases) as mean, null::double as median, sum(total) as total
from {table} where month >= {first} and month < {last} group by indicator, key having sum(cases) > 0
"""
_VALUES: Final = """
select {of}::smallint as of, indicator, ({key})::bigint as key, count(*) as cases,
       avg(value) as mean, median(value) as median, sum(value) as total
from {table} where month >= {first} and month < {last} group by indicator, key
"""
_TOGETHER: Final = """
(select indicator, month, unit, kind, value from {whole} anti join {touched} using (case_no)
 union all select indicator, month, unit, kind, value from {fresh})
"""
_READ: Final = "{name} as materialized (select {columns} from {table} where month >= {first} and month < {last}{which})"


def are_prepared(log: Log, asks: Sequence[Ask]) -> bool:
    """Whether the cells answer the questions: the log has them, and every window is of whole months."""
    return log.has_cells and all(one.window.months is not None for one in asks)


def summed(log: Log, asks: Sequence[Ask]) -> list[dict[str, Any]]:
    """The rows of `core.indicators.asked`, where `are_prepared`; only medians are in `median`."""
    catalogue = load_shipped()
    medians = {place for place, one in enumerate(catalogue) if one.statistic is Statistic.MEDIAN}
    sums = set(range(len(catalogue))) - medians
    asked = [
        *_questions(asks, medians, form=_VALUES, table=_values(log), columns="indicator, month, unit, value"),
        *_questions(asks, sums, form=_CELLS, table=_cells(log), columns="indicator, month, unit, cases, total"),
    ]
    if not asked:
        return []
    reads = ", ".join(read for read, _selects in asked)
    selects = " union all ".join(select for _read, selects in asked for select in selects)
    statement = f"with {reads} {selects}"
    return list(log.engine.con.sql(statement).to_arrow_table().to_pylist())


def _questions(
    asks: Sequence[Ask], places: Collection[int], *, form: str, table: str, columns: str
) -> Iterator[tuple[str, list[str]]]:
    """What is read once for all asks of the same cases, and what each of these asks of it."""
    together: dict[str, list[Ask]] = {}
    for one in asks:
        wanted = places if one.window.indicators is None else one.window.indicators.intersection(places)
        if wanted:
            together.setdefault("".join(_which(one.window, wanted)), []).append(one)
    for number, (which, those) in enumerate(together.items()):
        name = f"{columns.rsplit(', ', maxsplit=1)[-1]}_{number}"
        months = [one.window.months or (0, 0) for one in those]
        first, last = min(one for one, _last in months), max(one for _first, one in months)
        read = _READ.format(name=name, columns=columns, table=table, first=first, last=last, which=which)
        yield read, [
            form.format(of=one.of, key=_KEYS[one.by], table=name, first=starts, last=ends)
            for one, (starts, ends) in zip(those, months, strict=True)
        ]


def _which(window: Window, places: Collection[int]) -> Iterator[str]:
    for column, codes in (("indicator", places), ("unit", window.units), ("kind", window.kinds)):
        if codes is not None:
            yield f" and {column} in ({', '.join(str(int(code)) for code in sorted(codes)) or 'null'})"


def _values(log: Log) -> str:
    """The values, those of the touched cases from the fresh table."""
    if not log.state.touched_file:
        return log.name_of("values")
    whole, touched, fresh = (log.name_of(name) for name in ("values", "touched", "fresh"))
    return _TOGETHER.format(whole=whole, touched=touched, fresh=fresh)


def _cells(log: Log) -> str:
    whole = log.name_of("cells")
    return f"(from {whole} union all from {log.name_of('changes')})" if log.state.changes_file else whole
