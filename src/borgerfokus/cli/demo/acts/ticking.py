"""Ticking a point of a phase's checklist off: a row and an act in the log, and nothing in the chain."""

from datetime import datetime

from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.tables import Row


def tick(pen: Pen, *, phase: str, item: str, employee: int, at: datetime) -> Row:
    """An employee ticks a point off; the case itself is left as it is."""
    subject = f"employee:{employee}"
    pen.tables["audit.Entry"].add(
        at=at,
        action="checklist.tick",
        subject=subject,
        unit_id=pen.case["unit_id"],
        case_id=pen.id,
        object=f"{phase}/{item}",
        detail={},
    )
    return pen.tables["casework.ChecklistTick"].add(case_id=pen.id, phase=phase, item=item, at=at, by=subject)
