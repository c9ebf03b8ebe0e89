"""The released log: what those are told from who see no cases. Frozen for a month, and of cases by secret weights.

It is a log like any other, so every question can be asked of it. Its cases are the citizens' as often as each counts
(`core.disclosure.weight`), one of each kind, under numbers that lead back to nobody. Which cases are the same person's
is told by a code that is drawn anew each month and kept nowhere else (ADR 0020). It holds what had happened before the
month began (in UTC, as months of figures do), and is not made again before the next: no two answers tell what came
between them.
"""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import SystemRandom
from typing import Any

import pyarrow as pa

from borgerfokus.apps.insight.actions.replacing import adopt, put_in_force, sweep
from borgerfokus.apps.insight.actions.valuing import value
from borgerfokus.apps.insight.actions.writing import IN_KINDS, LIE, PARQUET
from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.apps.insight.queries.logs import (
    CASEWORK,
    EVENT_FOLDER,
    FROZEN,
    RELEASED,
    STOP_FOLDER,
    Log,
    State,
    open_log,
    state_of,
)
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.people import PEOPLE
from borgerfokus.core.flow.stops import stops_of
from borgerfokus.foundation.people.lots import lot_of, weight_of

_COPIES = pa.schema([("case_no", pa.int64()), ("copy_no", pa.int64()), ("person", pa.int64())])


def freeze(*, root: Path, at: datetime) -> State | None:
    """Make the released log of the month, unless it is there; None where there is no log. For the system alone."""
    begins = at.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    source, before = f"{FROZEN}{begins.date().isoformat()}", state_of(root / RELEASED)
    if before is not None and before.source == source:
        sweep(root / RELEASED)
        return before
    log = open_log(root / CASEWORK)
    if log is None:
        return None
    until_us = int(begins.timestamp() * 1_000_000)
    beside = root / f"{RELEASED}-{begins.date().isoformat()}"
    shutil.rmtree(beside, ignore_errors=True)
    for name in (EVENT_FOLDER, STOP_FOLDER):
        (beside / name).mkdir(parents=True)
    state = _written(log, beside, until_us)
    put_in_force(beside, replace(state, source=source))
    value(folder=beside)
    made = adopt(beside, root / RELEASED)
    shutil.rmtree(beside)
    return made


def _written(log: Log, folder: Path, until_us: int) -> State:
    """The events before a moment, of each case as often as it counts, and their cases."""
    engine: Any = log.engine
    begun = log.cases.filter(log.cases.first_us < until_us).case_no.to_pyarrow().to_pylist()
    copies = engine.create_table("copies", _copies(frozenset(begun)), overwrite=True)
    chosen = log.events.filter(log.events.us < until_us).inner_join(copies, "case_no")
    events = chosen.mutate(case_no=chosen.copy_no).select(*log.events.columns)
    told = engine.create_table("released", events, overwrite=True)
    part, cases_file, details_file = "part-000001.parquet", "cases-000001.parquet", "details-000001.parquet"
    marks_file, people_file = "marks-000001.parquet", "people-000001.parquet"
    journeys_file, shown = "journeys-000001.parquet", log.state.shown or []
    known = log.words.lists["activity"]
    stops = stops_of(told, activities=[code for code, word in enumerate(known) if word in set(shown)])
    passed = engine.create_table("passed", stops, overwrite=True)
    engine.to_parquet(told.order_by(*LIE), folder / EVENT_FOLDER / part, **IN_KINDS)
    engine.to_parquet(passed.order_by(*LIE), folder / STOP_FOLDER / part, **IN_KINDS)
    cases = coding.cases_of(told).order_by("case_no")
    engine.to_parquet(cases, folder / cases_file, **PARQUET)
    engine.to_parquet(coding.cases_of(passed).order_by("kind", "case_no"), folder / journeys_file, **IN_KINDS)
    engine.to_parquet(_details(log, told, copies), folder / details_file, **PARQUET)
    engine.to_parquet(_marks(log, copies, until_us), folder / marks_file, **PARQUET)
    whose = copies.select(case_no=copies.copy_no, person=copies.person).cast(PEOPLE).order_by("case_no")
    engine.to_parquet(whose, folder / people_file, **PARQUET)
    counted = (int(table.count().to_pyarrow().as_py()) for table in (told, cases))
    return State(
        parts=(part,),
        shown=shown,
        cases_file=cases_file,
        journeys_file=journeys_file,
        details_file=details_file,
        marks_file=marks_file,
        people_file=people_file,
        events=next(counted),
        cases=next(counted),
        refreshed_us=until_us,
        words=log.state.words,
    )


def _details(log: Log, told: Any, copies: Any) -> Any:
    """What is known of the released events beside what happened."""
    chosen = log.details.inner_join(copies, "case_no")
    renumbered = chosen.mutate(case_no=chosen.copy_no).select(*log.details.columns)
    return renumbered.semi_join(told, ["case_no", "place"]).order_by("case_no", "place")


def _marks(log: Log, copies: Any, until_us: int) -> Any:
    """The marks before a moment, of each case as often as it counts."""
    chosen = log.marks.filter(log.marks.us < until_us).inner_join(copies, "case_no")
    return chosen.mutate(case_no=chosen.copy_no).select(*log.marks.columns).order_by("mark", "us", "case_no")


def _copies(begun: Collection[int]) -> "pa.Table":
    """For each case that is told of the numbers it stands under: none, one or two, in an order that tells of nobody."""
    owners = _drawn(begun)
    codes = _codes(owners)
    copies = sorted(
        (lot_of(f"case/{number}/{copy}"), number, 2 * codes[citizen] + copy)
        for number, citizen in owners.items()
        for copy in range(weight_of(citizen))
    )
    _lots, numbers, people = zip(*copies, strict=True) if copies else ((), (), ())
    told = {"case_no": numbers, "copy_no": range(1, len(numbers) + 1), "person": people}
    return pa.table({name: list(column) for name, column in told.items()}, schema=_COPIES)


def _drawn(begun: Collection[int]) -> Mapping[int, int]:
    """Whose the cases are that are told of. Of each kind a citizen has one, drawn by lot.

    Else whoever has thirty cases would be told from the others by any figure that counts cases.
    """
    chosen: dict[tuple[int, str], tuple[bytes, int]] = {}
    every = CaseNumber.objects.values_list("pk", "case__citizen_id", "case__type_key")
    for number, citizen, kind in every.iterator():
        if number in begun:
            mine = (lot_of(f"case/{number}"), number)
            chosen[citizen, kind] = min(mine, chosen.get((citizen, kind), mine))
    return {number: citizen for (citizen, _kind), (_lot, number) in chosen.items()}


def _codes(owners: Mapping[int, int]) -> Mapping[int, int]:
    """A code for each citizen, drawn from nothing that is kept."""
    citizens = sorted(set(owners.values()))
    SystemRandom().shuffle(citizens)
    return {citizen: code for code, citizen in enumerate(citizens)}
