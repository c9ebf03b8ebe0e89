"""The transition at 18: begun when the case is opened, prepared by both sides, and what the young person wants."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.coordination import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen, system
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.transition import concern
from borgerfokus.core.transition import course as law
from borgerfokus.core.transition.words import Topic, TopicState


@dataclass(frozen=True)
class Said:
    """How far a topic is, what is agreed, and by when it must be."""

    topic: Topic
    state: TopicState
    text: str
    due: date | None = None


def begin(pen: Pen, *, at: datetime) -> Row | None:
    """Put the citizen of a new case on the board, as the platform does when the rule says so."""
    born, parameters, on = pen.citizen.born, pen.desk.days.parameters, at.date()
    if not concern.rule().concerns(pen.kind.spec.key):
        return None
    if not law.concerned_on(born=born, on=on, parameters=parameters):
        return None
    if any(row["citizen_id"] == pen.citizen.id for row in pen.tables["coordination.Transition"].rows):
        return None
    with pen.act("transition.begin", by=system("transition"), at=at):
        row = pen.tables["coordination.Transition"].add(
            citizen_id=pen.citizen.id,
            case_id=pen.id,
            child_unit_id=pen.case["unit_id"],
            child_owner_id=pen.case["caseworker_id"],
            adult_unit_id=pen.desk.organisation.unit_ids[concern.rule().adult_unit],
            begun_at=at,
        )
        birthday = law.birthday(born, law.rules_of(parameters=parameters, on=on).ready_age).isoformat()
        pen.append(events.TransitionBegun(transition=row["id"], eighteen=birthday))
    return row


def owner(pen: Pen, row: Row, side: str, who: Worker, *, by: Hand, at: datetime) -> None:
    """Name who owns the way in one department: "child" or "adult"."""
    row[f"{side}_owner_id"] = who.id
    _tell(pen, row, ("owner", side, who.name), by=by, at=at)
    _changed(pen, row, "owner", side, by=by, at=at)


def topic(pen: Pen, row: Row, said: Said, *, by: Hand, at: datetime) -> None:
    """Say how far a topic is."""
    pen.tables["coordination.TransitionTopic"].add(
        transition_id=row["id"],
        topic=said.topic.value,
        state=said.state.value,
        text=said.text,
        due=said.due,
        at=at,
        by=by.subject,
        by_name=by.name,
    )
    _tell(pen, row, (said.state.value, said.topic.value, said.text), by=by, at=at)
    _changed(pen, row, said.state.value, said.topic.value, by=by, at=at)


def days(pen: Pen, row: Row, *, by: Hand, at: datetime, need: str = "", **known: date) -> None:
    """The days that are known: met_on, applied_on, child_ends, adult_starts; and the need in words."""
    row.update(need=need, version=row["version"] + 1, **known)
    _tell(pen, row, ("days", "", need), by=by, at=at)
    _changed(pen, row, "days", "", by=by, at=at)


def expect(pen: Pen, row: Row, key: str, extent: tuple[str, str, str], *, by: Hand, at: datetime) -> None:
    """An offer that is expected, and how much of it: least, likely, most."""
    offer = pen.desk.offers[key]
    low, likely, high = extent
    pen.tables["coordination.TransitionNeed"].add(
        transition_id=row["id"], offer_id=offer["id"], low=low, likely=likely, high=high, at=at, by=by.subject
    )
    _tell(pen, row, ("need", "", offer["title"]), by=by, at=at)
    _changed(pen, row, "need", key[:20], by=by, at=at)


def wish(pen: Pen, row: Row, text: str, *, by: Hand, at: datetime) -> None:
    """What the young person wants itself."""
    with pen.act("transition.wish", by=by, at=at):
        row.update(wish=text, wish_at=at)
        _tell(pen, row, ("wish", "", text), by=by, at=at)
        pen.append(events.TransitionChanged(transition=row["id"], change="wish", about="", hand=by.subject))


def _tell(pen: Pen, row: Row, what: tuple[str, str, str], *, by: Hand, at: datetime) -> None:
    kind, about, text = what
    pen.tables["coordination.TransitionEntry"].add(
        transition_id=row["id"], kind=kind, about=about, text=text, at=at, by=by.subject, by_name=by.name
    )


def _changed(pen: Pen, row: Row, change: str, about: str, *, by: Hand, at: datetime) -> None:
    """The platform tells it in the case, and the act itself stands in the log of acts."""
    with pen.act("transition.change", by=system("transition"), at=at):
        pen.append(events.TransitionChanged(transition=row["id"], change=change, about=about, hand=by.subject))
    pen.tables["audit.Entry"].add(
        at=at,
        action="transition.edit",
        subject=by.subject,
        unit_id=by.unit_id,
        object=f"transition:{row['id']}",
        detail={},
    )
