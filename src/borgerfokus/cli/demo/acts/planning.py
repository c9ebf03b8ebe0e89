"""The plan with the citizen: offered, written with its goals, shown, signed by both, spoken of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.interventions import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.plan import GoalContent, PlanContent
from borgerfokus.core.interventions.words import OPEN_ORDERS, CommentRole, GoalEnd, OrderState, PlanState, SigningWay


@dataclass(frozen=True)
class Draft:
    """What is written in a plan."""

    content: PlanContent
    goals: Sequence[GoalContent]


def offer(pen: Pen, *, wanted: bool, words: str = "", by: Hand, at: datetime) -> Row:
    """The citizen is offered a plan, and says yes or no thanks."""
    with pen.act("plan.offer", by=by, at=at):
        row = pen.tables["interventions.ActionPlan"].add(
            case_id=pen.id,
            number=len(pen.plans) + 1,
            kind=(pen.kind.spec.plan or PlanKind.ACTION_PLAN).value,
            state=(PlanState.DRAFT if wanted else PlanState.DECLINED).value,
            offered_at=at,
            declined_at=None if wanted else at,
            declined_words="" if wanted else words,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        pen.plans.append(row)
        pen.append(events.PlanOffered(plan=row["id"], plan_kind=row["kind"], answer="yes" if wanted else "no"))
    return row


def save(pen: Pen, row: Row, draft: Draft, *, by: Hand, at: datetime) -> None:
    """Write the draft with its goals, all of them new."""
    with pen.act("plan.save", by=by, at=at):
        content = draft.content
        row.update(
            purpose=content.purpose, intervention=content.intervention, duration=content.duration, other=content.other
        )
        row["version"] += 1
        for place, said in enumerate(draft.goals, start=1):
            _goal(pen, row, place, said)
        pen.append(events.PlanSaved(plan=row["id"], number=row["number"], version=row["version"]))


def show(pen: Pen, row: Row, *, by: Hand, at: datetime) -> None:
    """The citizen can read the plan, and has the ball."""
    with pen.act("plan.show", by=by, at=at):
        row.update(state=PlanState.SHOWN.value, shown_at=at)
        for goal in pen.goals:
            goal["shown_at"] = goal["shown_at"] or at
        pen.append(events.PlanShown(plan=row["id"], number=row["number"]))
    if pen.case["ball"] != Ball.YOU:
        pen.case["ball"], pen.case["ball_since"] = Ball.YOU.value, at


def sign(pen: Pen, row: Row, *, how: SigningWay = SigningWay.DIGITAL, by: Hand, at: datetime) -> None:
    """Somebody says yes to the plan: the citizen, or staff for the municipality."""
    as_citizen = by.subject.startswith("citizen") or how is not SigningWay.DIGITAL
    with pen.act("plan.sign", by=by, at=at):
        if as_citizen:
            row.update(
                citizen_signed_at=at,
                citizen_signed_by=by.subject,
                citizen_signed_name=by.name,
                citizen_signed_how=how.value,
            )
        else:
            row.update(signed_at=at, signed_by=by.subject, signed_name=by.name)
        agreed = row["citizen_signed_at"] is not None and row["signed_at"] is not None
        if agreed:
            row.update(state=PlanState.AGREED.value, signed_content=_signed(pen, row))
            _tell_providers(pen, row)
        who = "citizen" if as_citizen else "municipality"
        pen.append(events.PlanSigned(plan=row["id"], who=who, how=how, agreed=agreed))


def comment(pen: Pen, row: Row, *, text: str, role: CommentRole, goal: Row | None, by: Hand, at: datetime) -> None:
    """Somebody says something of the plan, or of a goal."""
    with pen.act("plan.comment", by=by, at=at):
        said = pen.tables["interventions.PlanComment"].add(
            case_id=pen.id,
            plan_id=row["id"],
            goal_id=goal["id"] if goal else None,
            text=text,
            role=role.value,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        pen.append(
            events.CommentWritten(plan=row["id"], goal=goal["id"] if goal else 0, comment=said["id"], role=role.value)
        )


def tick(pen: Pen, step: Row, *, by: Hand, at: datetime) -> None:
    """A step on the way to a goal is taken."""
    with pen.act("goal.step", by=by, at=at):
        step.update(done_at=at, done_by=by.subject)
        pen.append(events.StepTicked(goal=step["goal_id"], step=step["id"], done=True))


def steps_of(pen: Pen, goal: Row) -> list[Row]:
    """The steps on the way to a goal."""
    return [row for row in pen.goal_steps if row["goal_id"] == goal["id"]]


def end_goal_in(pen: Pen, goal: Row, *, ended_as: GoalEnd, why: str) -> None:
    """A goal ends today, in the act that is open."""
    goal.update(ended_on=day_of(pen.at), ended_as=ended_as.value, ended_why=why)
    pen.append(events.GoalEnded(goal=goal["id"], ended_as=ended_as))


def end_in(pen: Pen, row: Row) -> None:
    """The plan no longer holds, in the act that is open."""
    row.update(state=PlanState.ENDED.value, ended_at=pen.at)
    pen.append(events.PlanEnded(plan=row["id"], replaced=False))


def _goal(pen: Pen, plan: Row, place: int, said: GoalContent) -> None:
    row = pen.tables["interventions.Goal"].add(
        case_id=pen.id,
        plan_id=plan["id"],
        intervention_id=_only_help(pen),
        place=place,
        kind=said.kind.value,
        frame=(pen.kind.spec.frame or "") if said.theme else "",
        theme=said.theme,
        title=said.title,
        own_words=said.own_words,
        measure=said.measure,
        level_start=said.level_start,
        level_expected=said.level_expected,
        started_on=day_of(pen.at),
        at=pen.at,
        by=pen.by.subject,
    )
    pen.goals.append(row)
    for number, step in enumerate(said.steps, start=1):
        made = pen.tables["interventions.GoalStep"].add(
            case_id=pen.id, goal_id=row["id"], place=number, text=step.text, who=step.who.value
        )
        pen.goal_steps.append(made)


def _only_help(pen: Pen) -> int | None:
    running = [row["id"] for row in pen.interventions if not row["ended_as"]]
    return running[0] if len(running) == 1 else None


def _tell_providers(pen: Pen, plan: Row) -> None:
    """The orders of the help that works at a goal are for that goal too."""
    told = {(row["order_id"], row["goal_id"]) for row in pen.order_goals}
    for made in pen.orders:
        for goal in pen.goals:
            mine = goal["plan_id"] == plan["id"] and goal["intervention_id"] == made["intervention_id"]
            if mine and OrderState(made["state"]) in OPEN_ORDERS and (made["id"], goal["id"]) not in told:
                row = pen.tables["interventions.OrderGoal"].add(case_id=pen.id, order_id=made["id"], goal_id=goal["id"])
                pen.order_goals.append(row)


def _signed(pen: Pen, row: Row) -> dict[str, object]:
    parts = ("purpose", "intervention", "duration", "other")
    goals = [goal for goal in pen.goals if goal["plan_id"] == row["id"] and not goal["ended_as"]]
    kept = ("kind", "frame", "theme", "title", "own_words", "measure", "level_start", "level_expected")
    return {
        **{part: row[part] for part in parts},
        "goals": [
            {
                "id": goal["id"],
                **{name: goal[name] for name in kept},
                "steps": [{"text": step["text"], "who": step["who"]} for step in steps_of(pen, goal)],
            }
            for goal in goals
        ],
    }
