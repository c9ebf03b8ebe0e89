"""Writing the table of marks: whole, once a day and whenever the event table is made anew."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from borgerfokus.apps.insight.actions.replacing import next_file, put_in_force
from borgerfokus.apps.insight.actions.writing import PARQUET
from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.apps.insight.queries.logs import state_of
from borgerfokus.apps.insight.queries.marks import marks
from borgerfokus.core.dates import day_of
from borgerfokus.core.flow.marks import MARKS
from borgerfokus.core.flow.words import Words


def mark(*, folder: Path, at: datetime) -> bool:
    """Write the marks, unless they are of today. Returns whether they were written; the values are then to be made.

    A case that has no number yet comes with the next day's. Called in a scope that sees everything.
    """
    state = state_of(folder)
    day = day_of(at).isoformat()
    if state is None or state.marked_on == day:
        return False
    words, numbers = Words.read(state.words), dict(CaseNumber.objects.values_list("case_id", "pk"))
    known = [(word, numbers[case], us, value) for case, us, word, value in marks(at=at) if case in numbers]
    table = pa.table(
        {
            "mark": words.codes("mark", [word for word, _no, _us, _value in known]),
            "case_no": [number for _word, number, _us, _value in known],
            "us": [us for _word, _no, us, _value in known],
            "value": [float(value) for _word, _no, _us, value in known],
        },
        schema=MARKS.to_pyarrow(),
    )
    name = next_file(folder, "marks")
    parquet.write_table(table.sort_by([("mark", "ascending"), ("us", "ascending")]), folder / name, **PARQUET)
    put_in_force(folder, replace(state, marks_file=name, marked_on=day, words=words.stored()))
    return True
