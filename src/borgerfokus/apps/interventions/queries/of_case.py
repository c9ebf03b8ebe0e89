"""Everything that is agreed, given and followed up in one case, read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from borgerfokus.apps.interventions.models import (
    ActionPlan,
    FollowUp,
    FollowUpGoal,
    Goal,
    GoalStep,
    Intervention,
    InterventionPeriod,
    Order,
    OrderDocument,
    OrderGoal,
    OrderQuestion,
    PlanComment,
    StatusNote,
    StatusNoteGoal,
)
from borgerfokus.apps.interventions.queries.content import priced
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.cost import PricedPeriod
from borgerfokus.core.interventions.moving import Way, way
from borgerfokus.core.interventions.words import OPEN_ORDERS, GoalKind, OrderState, PlanState
from borgerfokus.foundation.access.compiled import ID, Together


@dataclass(frozen=True)
class Help:
    """Plans, goals, help, orders and follow-ups of a case, as whoever reads them may see them.

    Plans, comments, orders, notes and follow-ups have the newest first; goals and steps stand in their order.
    """

    plans: tuple[ActionPlan, ...]
    goals: tuple[Goal, ...]
    comments: tuple[PlanComment, ...]
    interventions: tuple[Intervention, ...]
    orders: tuple[Order, ...]
    notes: tuple[StatusNote, ...]
    follow_ups: tuple[FollowUp, ...]
    rows: Mapping[str, Sequence[Any]]

    @property
    def written(self) -> ActionPlan | None:
        """The plan that is being written or waits to be agreed."""
        return next((one for one in self.plans if one.state in {PlanState.DRAFT, PlanState.SHOWN}), None)

    @property
    def agreed(self) -> ActionPlan | None:
        """The plan in force."""
        return next((one for one in self.plans if one.state == PlanState.AGREED), None)

    @property
    def declined(self) -> ActionPlan | None:
        """The no thanks that still stands: the newest plan of all, when it was declined."""
        newest = next(iter(self.plans), None)
        return newest if newest is not None and newest.state == PlanState.DECLINED else None

    @property
    def running(self) -> tuple[Goal, ...]:
        """The goals that run, those of a draft too."""
        return tuple(one for one in self.goals if not one.ended_as)

    @property
    def to_follow(self) -> tuple[Goal, ...]:
        """The goals that a follow-up says something of: those that run and that the citizen knows."""
        return tuple(one for one in self.running if one.shown_at is not None)

    @property
    def latest(self) -> int:
        """The number of the last follow-up, 0 for none."""
        return self.follow_ups[0].number if self.follow_ups else 0

    def steps_of(self, goal: Goal) -> tuple[GoalStep, ...]:
        """The steps on the way to a goal, in their order."""
        return tuple(one for one in self.rows["steps"] if one.goal_id == goal.pk)

    def comments_on(self, goal: Goal | None) -> tuple[PlanComment, ...]:
        """What has been said of a goal, or of plans as a whole."""
        return tuple(one for one in self.comments if one.goal_id == (goal.pk if goal else None))

    def followed(self, goal: Goal) -> tuple[tuple[FollowUp, FollowUpGoal], ...]:
        """What the follow-ups said of a goal, newest first."""
        found = {one.follow_up_id: one for one in self.rows["follow_up_goals"] if one.goal_id == goal.pk}
        return tuple((one, found[one.pk]) for one in self.follow_ups if one.pk in found)

    def measured(self, goal: Goal) -> tuple[tuple[StatusNote, StatusNoteGoal], ...]:
        """What who gives the help has measured of a goal, newest first."""
        found = {one.note_id: one for one in self.rows["note_goals"] if one.goal_id == goal.pk}
        return tuple((one, found[one.pk]) for one in self.notes if one.pk in found and _says_how_far(found[one.pk]))

    def said_of(self, follow_up: FollowUp) -> tuple[FollowUpGoal, ...]:
        """What a follow-up said of each goal."""
        return tuple(one for one in self.rows["follow_up_goals"] if one.follow_up_id == follow_up.pk)

    def way_of(self, goal: Goal) -> Way:
        """How a goal has moved: what each follow-up saw, and what who gives the help has measured."""
        followed = [(one.on, said.level_now) for one, said in self.followed(goal)]
        measured = [(day_of(note.at), one.level_now) for note, one in reversed(self.measured(goal))]
        return way(
            kind=GoalKind(goal.kind),
            started=goal.started_on,
            start=goal.level_start,
            expected=goal.level_expected,
            seen=[*measured, *reversed(followed)],
        )

    def periods_of(self, row: Intervention) -> tuple[InterventionPeriod, ...]:
        """The periods of help that count, in the order of their days."""
        return tuple(one for one in self.rows["periods"] if one.intervention_id == row.pk)

    def priced(self, row: Intervention) -> tuple[PricedPeriod, ...]:
        """The periods of help as their cost is reckoned."""
        return tuple(priced(one) for one in self.periods_of(row))

    def orders_of(self, row: Intervention) -> tuple[Order, ...]:
        """The orders of help, newest first."""
        return tuple(one for one in self.orders if one.intervention_id == row.pk)

    def notes_on(self, order: Order) -> tuple[StatusNote, ...]:
        """The status notes on an order, newest first."""
        return tuple(one for one in self.notes if one.order_id == order.pk)

    def noted(self, note: StatusNote) -> tuple[StatusNoteGoal, ...]:
        """What a status note said of each goal."""
        return tuple(one for one in self.rows["note_goals"] if one.note_id == note.pk)

    def questions_on(self, order: Order) -> tuple[OrderQuestion, ...]:
        """What was asked on an order, newest first."""
        return tuple(one for one in self.rows["questions"] if one.order_id == order.pk)

    def documents_on(self, order: Order) -> tuple[OrderDocument, ...]:
        """The documents that who gives the help has sent, newest first."""
        return tuple(one for one in self.rows["documents"] if one.order_id == order.pk)

    def goals_of(self, order: Order) -> tuple[Goal, ...]:
        """The goals that an order is for."""
        wanted = {one.goal_id for one in self.rows["order_goals"] if one.order_id == order.pk}
        return tuple(one for one in self.goals if one.pk in wanted)

    @cached_property
    def open_orders(self) -> tuple[Order, ...]:
        """The orders that have not ended and were not refused."""
        return tuple(one for one in self.orders if OrderState(one.state) in OPEN_ORDERS)


def help_of(*, case_id: int) -> Help:
    """Everything that is agreed, given and followed up in a case that the caller may see. One query."""
    rows = _rows().read({ID: case_id})
    return Help(
        plans=tuple(rows["plans"]),
        goals=tuple(rows["goals"]),
        comments=tuple(rows["comments"]),
        interventions=tuple(rows["interventions"]),
        orders=tuple(rows["orders"]),
        notes=tuple(rows["notes"]),
        follow_ups=tuple(rows["follow_ups"]),
        rows=rows,
    )


def _says_how_far(one: StatusNoteGoal) -> bool:
    return one.level_now is not None or one.measured is not None


@lru_cache(maxsize=1)
def _rows() -> Together:
    periods = InterventionPeriod.objects.filter(case_id=ID, withdrawn_at__isnull=True)
    return Together.of(
        plans=ActionPlan.objects.filter(case_id=ID).order_by("-number"),
        goals=Goal.objects.filter(case_id=ID, removed_at__isnull=True).order_by("place", "pk"),
        steps=GoalStep.objects.filter(case_id=ID).order_by("goal", "place", "pk"),
        comments=PlanComment.objects.filter(case_id=ID).order_by("-pk"),
        interventions=Intervention.objects.filter(case_id=ID).select_related("unit", "offer").order_by("number"),
        periods=periods.order_by("intervention", "starts"),
        orders=Order.objects.filter(case_id=ID).select_related("unit").order_by("-pk"),
        order_goals=OrderGoal.objects.filter(case_id=ID).order_by("pk"),
        notes=StatusNote.objects.filter(case_id=ID).order_by("-pk"),
        questions=OrderQuestion.objects.filter(case_id=ID).order_by("-pk"),
        documents=OrderDocument.objects.filter(case_id=ID).select_related("file").order_by("-pk"),
        note_goals=StatusNoteGoal.objects.filter(case_id=ID).order_by("pk"),
        follow_ups=FollowUp.objects.filter(case_id=ID).order_by("-number"),
        follow_up_goals=FollowUpGoal.objects.filter(case_id=ID).order_by("pk"),
    )
