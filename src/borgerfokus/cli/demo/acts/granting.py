"""The help that was granted: put on the case, ordered, answered, begun, told of, ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.interventions import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen, system
from borgerfokus.cli.demo.acts.working import give, step_in
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of, end_of_day
from borgerfokus.core.interventions.words import OPEN_ORDERS, Form, HelpEnd, OrderState
from borgerfokus.foundation.access.models import Ground


@dataclass(frozen=True)
class Given:
    """Help as it begins: by the offer that is chosen, and by which unit."""

    title: str
    provider: str
    form: Form
    starts: date
    offer: Row | None = None
    unit_id: int | None = None
    ends: date | None = None
    hours_per_week: object = None
    extent: str = ""
    price_ore: int = 0
    price_unit: str = "free"


def add(pen: Pen, given: Given, *, by: Hand, at: datetime) -> Row:
    """Put the help on the case; goals that no help works at yet are tied to it."""
    with pen.act("intervention.add", by=by, at=at):
        row = pen.tables["interventions.Intervention"].add(
            case_id=pen.id,
            number=len(pen.interventions) + 1,
            title=given.title,
            form=given.form.value,
            offer_id=given.offer["id"] if given.offer else None,
            provider=given.provider,
            unit_id=given.unit_id,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        pen.interventions.append(row)
        period = pen.tables["interventions.InterventionPeriod"].add(
            case_id=pen.id,
            intervention_id=row["id"],
            starts=given.starts,
            ends=given.ends,
            hours_per_week=given.hours_per_week,
            extent=given.extent,
            price_ore=given.price_ore,
            price_unit=given.price_unit,
            at=at,
            by=by.subject,
        )
        pen.periods.append(period)
        for goal in pen.goals:
            goal["intervention_id"] = goal["intervention_id"] or row["id"]
        pen.append(
            events.InterventionAdded(
                intervention=row["id"],
                title=row["title"],
                form=row["form"],
                provider=row["provider"],
                starts=given.starts.isoformat(),
            )
        )
    return row


@dataclass(frozen=True)
class More:
    """Other hours from a day, and why. `extent` in words; "" for the same as before."""

    starts: date
    hours: object
    reason: str
    extent: str = ""


def change(pen: Pen, row: Row, new: More, *, by: Hand, at: datetime) -> None:
    """Other hours from a day: a new period, which ends the one before."""
    before = [one for one in pen.periods if one["intervention_id"] == row["id"]][-1]
    with pen.act("intervention.change", by=by, at=at):
        before["ends"] = new.starts
        made = pen.tables["interventions.InterventionPeriod"].add(
            **{name: before[name] for name in ("case_id", "intervention_id", "price_ore", "price_unit")},
            extent=new.extent or before["extent"],
            starts=new.starts,
            hours_per_week=new.hours,
            reason=new.reason,
            at=at,
            by=by.subject,
        )
        pen.periods.append(made)
        pen.append(
            events.InterventionChanged(
                intervention=row["id"], period=made["id"], title=row["title"], starts=new.starts.isoformat()
            )
        )


def order(
    pen: Pen, row: Row, *, brief: str, goals: Sequence[Row], days: tuple[date, date, date], by: Hand, at: datetime
) -> Row:
    """Order the help from its unit; `days`: wanted start, answer by, last day of access."""
    starts, answer_by, until = days
    with pen.act("order.send", by=by, at=at):
        made = pen.tables["interventions.Order"].add(
            case_id=pen.id,
            intervention_id=row["id"],
            unit_id=row["unit_id"],
            state=OrderState.SENT.value,
            brief=brief,
            start_wanted=starts,
            answer_by=answer_by,
            access_ends=end_of_day(until),
            sent_at=at,
            sent_by=by.subject,
            sent_name=by.name,
        )
        pen.orders.append(made)
        for goal in goals:
            told = pen.tables["interventions.OrderGoal"].add(case_id=pen.id, order_id=made["id"], goal_id=goal["id"])
            pen.order_goals.append(told)
        give(pen, f"unit:{row['unit_id']}", Ground.PARTNER, ends=made["access_ends"], reason=row["title"])
        pen.append(events.OrderSent(order=made["id"], intervention=row["id"], unit=_unit(pen, made)))
    return made


def accept(pen: Pen, made: Row, *, by: Hand, at: datetime) -> None:
    """The unit takes the order, to begin on the day that was wanted."""
    with pen.act("order.answer", by=by, at=at):
        made.update(
            state=OrderState.ACCEPTED.value,
            answered_at=at,
            answered_by=by.subject,
            answered_name=by.name,
            start_promised=made["start_wanted"],
        )
        starts = made["start_promised"].isoformat()
        pen.append(events.OrderAnswered(order=made["id"], unit=_unit(pen, made), answer=made["state"], starts=starts))


def start(pen: Pen, made: Row, *, by: Hand, at: datetime) -> None:
    """The help has begun; a case that waits for it goes on to the help."""
    with pen.act("order.start", by=by, at=at):
        if pen.case["phase"] == Phase.DECISION:
            step_in(pen, Step.START_INTERVENTION)
        on = day_of(at)
        made.update(state=OrderState.STARTED.value, started_on=on, started_by=by.subject)
        pen.append(events.OrderStarted(order=made["id"], unit=_unit(pen, made), on=on.isoformat()))


def note(
    pen: Pen,
    made: Row,
    *,
    text: str,
    levels: Sequence[tuple[Row, int | None, str]],
    measured: tuple[str, object] = ("", None),
    by: Hand,
    at: datetime,
) -> None:
    """The unit tells how it goes, goal by goal."""
    with pen.act("order.status", by=by, at=at):
        row = pen.tables["interventions.StatusNote"].add(
            case_id=pen.id,
            order_id=made["id"],
            text=text,
            measure=measured[0],
            measured=measured[1],
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        for goal, level, said in levels:
            pen.tables["interventions.StatusNoteGoal"].add(
                case_id=pen.id, note_id=row["id"], goal_id=goal["id"], level_now=level, text=said
            )
        pen.append(events.StatusNoteWritten(order=made["id"], note=row["id"], unit=_unit(pen, made)))


def end_in(pen: Pen, row: Row, *, ended_as: HelpEnd, why: str) -> None:
    """Help ends today with its orders and their access, in the act that is open."""
    on = day_of(pen.at)
    for period in pen.periods:
        if period["intervention_id"] != row["id"] or period["withdrawn_at"] is not None:
            continue
        if period["starts"] >= on:
            period["withdrawn_at"] = pen.at
        elif period["ends"] is None or period["ends"] > on:
            period["ends"] = on
    row.update(ended_on=on, ended_as=ended_as.value, ended_why=why)
    for made in pen.orders:
        if made["intervention_id"] == row["id"] and OrderState(made["state"]) in OPEN_ORDERS:
            made.update(state=OrderState.ENDED.value, ended_at=pen.at, ended_why=why)
            _end_access(pen, made)
            pen.append(events.OrderEnded(order=made["id"], unit=_unit(pen, made)))
            _keep_trail(pen, made, row)
    pen.append(
        events.InterventionEnded(intervention=row["id"], title=row["title"], ended_as=ended_as, on=on.isoformat())
    )


def close(pen: Pen, *, ended_as: HelpEnd, why: str) -> None:
    """The case has closed otherwise: the platform ends what still runs."""
    running = [row for row in pen.interventions if not row["ended_as"]]
    if running:
        with pen.act("help.close", by=system("help.close"), at=pen.at):
            for row in running:
                end_in(pen, row, ended_as=ended_as, why=why)


def _end_access(pen: Pen, made: Row) -> None:
    others = [
        one
        for one in pen.orders
        if one is not made and one["unit_id"] == made["unit_id"] and OrderState(one["state"]) in OPEN_ORDERS
    ]
    for grant in pen.grants:
        runs = grant["ends"] is None or grant["ends"] > pen.at
        if not others and runs and grant["ground"] == Ground.PARTNER and grant["subject"] == f"unit:{made['unit_id']}":
            grant["ends"] = pen.at


def _unit(pen: Pen, made: Row) -> str:
    return pen.desk.organisation.unit_names[pen.desk.unit_keys[made["unit_id"]]]


def _keep_trail(pen: Pen, made: Row, help_: Row) -> None:
    """What the provider keeps of an order that is over."""
    pen.tables["dialogue.OrderTrail"].add(
        unit_id=made["unit_id"],
        order_number=made["id"],
        form=help_["form"],
        sent_on=day_of(made["sent_at"]),
        answered_on=day_of(made["answered_at"]) if made["answered_at"] else None,
        started_on=made["started_on"],
        over_on=day_of(pen.at),
        refused=False,
    )
