"""Status notes from who gives the help: how it goes, where each goal is now, and a measurement if there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.interventions import policies
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.events import StatusNoteWritten
from borgerfokus.apps.interventions.models import Goal, Order, StatusNote, StatusNoteGoal
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import OrderState
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class NotedGoal:
    """Where a goal of the order stands now: a level of its frame (None where it carries none), a number, and words.

    `measured` is a number of what the goal is measured by.
    """

    goal: int
    level_now: int | None = None
    text: str = ""
    measured: Decimal | None = None


@dataclass(frozen=True)
class NewStatusNote:
    """How it goes. `text` may be empty where a goal is measured.

    A measurement of the whole has both a name ("WHO-5") and a number, or neither.
    """

    text: str
    goals: Sequence[NotedGoal] = ()
    measure: str = ""
    measured: Decimal | None = None


def write_status_note(*, order_id: int, new: NewStatusNote, by: Actor, at: datetime) -> int | Refusal:
    """Tell how the help goes. Returns the note's id; refused while the help has not begun.

    Raises Hidden for who does not act for the unit, and for a goal that is not in the order.
    """
    order = Order.objects.select_related("unit").filter(pk=order_id).first()
    if order is None:
        raise Hidden(f"order {order_id}")
    with casework.changing(
        case_id=order.case_id, verb=Verb.ORDER_CARRY_OUT, by=by, at=at, action="order.status"
    ) as opened:
        order.refresh_from_db()
        policies.carries_out(order=order, case=opened.case, by=by, at=at)
        if order.state != OrderState.STARTED:
            return no.ORDER_NOT_RUNNING
        seen = any(one.level_now is not None or one.measured is not None for one in new.goals)
        if not (new.text.strip() or seen) or (new.measured is None) is not (not new.measure.strip()):
            return no.NOTE_EMPTY
        goals = {one.goal_id: one.goal for one in order.goals.select_related("goal")}
        if {one.goal for one in new.goals} - goals.keys():
            raise Hidden("goal of another order")
        if any(not _on_the_scale(goals[one.goal], one.level_now) for one in new.goals):
            return no.NOTE_LEVEL
        note = StatusNote.objects.create(
            case=opened.case,
            order=order,
            text=new.text.strip(),
            measure=new.measure.strip(),
            measured=new.measured,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        StatusNoteGoal.objects.bulk_create(
            [
                StatusNoteGoal(
                    case=opened.case,
                    note=note,
                    goal_id=one.goal,
                    level_now=one.level_now,
                    measured=one.measured,
                    text=one.text.strip(),
                )
                for one in new.goals
            ]
        )
        opened.append(StatusNoteWritten(order=order.pk, note=note.pk, unit=order.unit.name))
    return note.pk


def _on_the_scale(goal: Goal, level: int | None) -> bool:
    """Whether a level is one that the goal's theme can have; None is always."""
    frame = frames().get(goal.frame)
    return level is None or (frame is not None and level in {one.value for one in frame.scale})
