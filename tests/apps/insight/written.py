"""A log written by hand, event by event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.valuing import value
from borgerfokus.apps.insight.actions.writing import SAID, TOLD, Writer
from borgerfokus.core.flow.columns import NONE

Told = tuple[float, str] | tuple[float, str, str]


@dataclass(frozen=True)
class Written:
    """A case: its number, its events as days, activity and detail, and its unit and kind."""

    number: int
    events: Sequence[Told]
    unit: str = "voksenteamet"
    kind: str = "sel-85"
    days_ago: float = 300


def write(folder: Path, cases: Sequence[Written], *, at: datetime) -> insight.Log:
    """The log of the cases, as of a moment."""
    writer = Writer.begin(folder)
    rows, details = [], []
    for case in cases:
        for place, told in enumerate(case.events, start=1):
            us = int((at + timedelta(days=told[0] - case.days_ago)).timestamp() * 1_000_000)
            where = {"case_no": case.number, "place": place}
            words = {"activity": told[1], "unit": case.unit, "kind": case.kind}
            codes = {name: writer.words.codes(name, [word])[0] for name, word in words.items()}
            rows.append({**where, **codes, "us": us, "actor": NONE, "hand": NONE})
            if len(told) == 3:
                details.append({**where, "detail": writer.words.codes("detail", [told[2]])[0]})
    writer.add(pa.Table.from_pylist(rows, schema=TOLD))
    writer.add_details(pa.Table.from_pylist(details, schema=SAID))
    writer.finish(source="test", refreshed_us=int(at.timestamp() * 1_000_000))
    value(folder=folder)
    log = insight.open_log(folder)
    assert log is not None
    return log
