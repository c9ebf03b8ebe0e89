"""The same questions on Spark, where one machine is outgrown: of this installation's log, or of a storage of many.

Spark is no part of the platform's own environment (`requirements-spark.in`): it is fetched where it is used. The
expressions are those of DuckDB, word for word; a test holds the two to the same answers.
"""

import importlib
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, Final

import ibis
from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.forecasting import BEFORE_DECISION
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, SCHEMAS, Log, State, files_of, state_of
from borgerfokus.core import indicators
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.columns import DETAILS, EVENTS
from borgerfokus.core.flow.marks import MARKS
from borgerfokus.core.flow.stays import stays
from borgerfokus.core.flow.words import Words

LOCAL: Final = "local[2]"
_IN_PARTS: Final = frozenset({"events", "stops"})
WORDS: Final = "words.json"
"""The words behind the codes of a shared storage, which all its municipalities have in common."""

_SETTINGS: Final = {
    "spark.app.name": "borgerfokus",
    "spark.ui.enabled": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.showConsoleProgress": "false",
}


class NoSpark(Exception):
    """Spark is not in this environment."""


def open_on_spark(folder: Path, *, master: str = LOCAL) -> Log | None:
    """The log of a folder on a Spark master; None where there is none. Raises NoSpark."""
    state = state_of(folder)
    if state is None:
        return None
    session = _session(master)
    events = _read(session, "events", [folder / EVENT_FOLDER / part for part in state.parts])
    tables = {"events": events} | {
        name: _read(session, f"{name}_of_log", files) if (files := files_of(folder, state, name)) else _empty(schema)
        for name, schema in SCHEMAS.items()
        if name not in _IN_PARTS
    }
    asked = replace(state, cells_file="", shown=None)
    return Log(state=asked, words=Words.read(state.words), tables=tables, engine=_engine(session))


def open_storage(storage: Path, *, master: str = LOCAL, municipality: str = "") -> Log | None:
    """What many installations have shared, or one of them (its code), on a Spark master; None where nothing is.

    Cases, values and stays are not stored there: they are made of the events when they are asked for.
    """
    path = storage / WORDS
    if not path.exists():
        return None
    session = _session(master)
    found = _read(session, "shared_events", [storage / EVENT_FOLDER])
    if municipality:
        found = found.filter(found.municipality == int(municipality))
    events = found.select(*EVENTS.names)
    words = Words.read(json.loads(path.read_text("utf-8")))
    tables = {
        "events": events,
        "cases": coding.cases_of(events),
        "details": _empty(DETAILS),
        "marks": _empty(MARKS),
    }
    state = State(source="shared", words=words.stored())
    return _with_the_rest(Log(state=state, words=words, tables=tables, engine=_engine(session)))


def _with_the_rest(log: Log) -> Log:
    """The log with the tables that are made of its events."""
    seen = log.events.us.max().to_pyarrow().as_py() or 0
    codes = {word: code for code, word in enumerate(log.words.lists["activity"])}
    made = {
        "values": indicators.valued(indicators.load_shipped(), coded(log)),
        "stays": stays(log.events, codes=codes, phases=BEFORE_DECISION, seen=seen),
    }
    return replace(log, tables=log.tables | made)


def _empty(schema: ibis.Schema) -> ir.Table:
    """A table of which a log has none."""
    table: ir.Table = ibis.memtable({name: [] for name in schema.names}, schema=schema)
    return table


def _session(master: str) -> Any:
    try:
        builder = importlib.import_module("pyspark.sql").SparkSession.builder.master(master)
    except ModuleNotFoundError:
        raise NoSpark from None
    return reduce(lambda made, pair: made.config(*pair), _SETTINGS.items(), builder).getOrCreate()


def _engine(session: Any) -> Any:
    return ibis.pyspark.connect(session)


def _read(session: Any, name: str, files: Sequence[Path]) -> ir.Table:
    session.read.parquet(*(str(file) for file in files)).createOrReplaceTempView(name)
    table: ir.Table = _engine(session).table(name)
    return table
