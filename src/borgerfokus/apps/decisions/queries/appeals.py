"""Appeals as pages show them, with what the appeal body decided."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.decisions.models import Appeal, AppealState, BoardDecision
from borgerfokus.apps.decisions.queries.rows import case as find_case
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class BoardView:
    """What the appeal body decided. `learning` is for staff; empty when the decision was left standing."""

    outcome: BoardOutcome
    decided_on: date
    reasons: str
    learning: str
    entry_id: int
    learning_owner: str = ""
    learning_due: date | None = None
    learning_done_at: datetime | None = None
    learning_note: str = ""


@dataclass(frozen=True)
class AppealView:
    """One appeal. `in_time` False: it came after the last day, which the appeal body weighs."""

    id: int
    decision_id: int
    state: AppealState
    filed_by: int
    relation: str
    text: str
    entry_id: int
    filed_at: datetime
    received_on: date
    in_time: bool
    reassess_by: date
    expected_on: date | None
    outcome: AppealOutcome | None
    reasons: str
    answered_at: datetime | None
    forwarded_at: datetime | None
    forwarded_to: str
    file_entry_id: int | None
    new_decision_id: int | None
    board: BoardView | None


def appeals_of(*, case_id: int, by: Actor, at: datetime) -> tuple[AppealView, ...]:
    """The appeals of a case, newest first, for everybody who sees the case."""
    find_case(case_id=case_id, by=by, at=at)
    rows = Appeal.objects.filter(case_id=case_id).select_related("board__learning_owner")
    return tuple(_appeal(row) for row in rows.order_by("-pk"))


def by_decision(case_id: int) -> dict[int, tuple[AppealView, ...]]:
    """The appeals of a case by the decision they are about, oldest first. The caller sees the case."""
    found: dict[int, tuple[AppealView, ...]] = {}
    for row in Appeal.objects.filter(case_id=case_id).select_related("board__learning_owner").order_by("pk"):
        found[row.decision_id] = (*found.get(row.decision_id, ()), _appeal(row))
    return found


def _appeal(row: Appeal) -> AppealView:
    return AppealView(
        id=row.pk,
        decision_id=row.decision_id,
        state=AppealState(row.state),
        filed_by=row.filed_by_id,
        relation=row.relation,
        text=row.text,
        entry_id=row.entry_id,
        filed_at=row.filed_at,
        received_on=row.received_on,
        in_time=row.in_time,
        reassess_by=row.reassess_by,
        expected_on=row.expected_on,
        outcome=AppealOutcome(row.outcome) if row.outcome else None,
        reasons=row.reasons,
        answered_at=row.answered_at,
        forwarded_at=row.forwarded_at,
        forwarded_to=row.forwarded_to,
        file_entry_id=row.file_entry_id,
        new_decision_id=row.new_decision_id,
        board=_board(row),
    )


def _board(row: Appeal) -> BoardView | None:
    found: BoardDecision | None = getattr(row, "board", None)
    if found is None:
        return None
    return BoardView(
        outcome=BoardOutcome(found.outcome),
        decided_on=found.decided_on,
        reasons=found.reasons,
        learning=found.learning,
        entry_id=found.entry_id,
        learning_owner=found.learning_owner.name if found.learning_owner else "",
        learning_due=found.learning_due,
        learning_done_at=found.learning_done_at,
        learning_note=found.learning_note,
    )
