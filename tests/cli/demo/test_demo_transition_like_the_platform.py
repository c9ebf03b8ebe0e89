"""The transition at 18 in the demo is what the real actions write: the same course, once through the services."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Model
from tests.cli.demo.test_demo_acts_like_the_platform import _actor, _desk, _platform

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Event, EventPayload
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Transition, TransitionEntry, TransitionNeed, TransitionTopic
from borgerfokus.cli.demo.acts import growing, working
from borgerfokus.cli.demo.acts.pen import Pen, citizen, worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.identity import Cpr
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry as Act
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering

pytestmark = pytest.mark.slow

NEED, WISH, OFFER = "Ret til støtte hver dag.", "Jeg vil bo alene.", "hjemmevejleder"
EXTENT = ("3", "4", "6")
COMPARED: tuple[tuple[type[Model], str], ...] = (
    (Transition, "coordination.Transition"),
    (TransitionTopic, "coordination.TransitionTopic"),
    (TransitionNeed, "coordination.TransitionNeed"),
    (TransitionEntry, "coordination.TransitionEntry"),
)
_APART = {"id", "citizen_id", "case_id", "transition_id", "offer_id", "by", "by_name"}
"""Numbers of rows, and the young person, who has another name in the two courses."""


def _days(at: datetime) -> dict[str, date]:
    day = at.date()
    return {"met_on": day, "applied_on": day, "child_ends": day + timedelta(90), "adult_starts": day + timedelta(91)}


@pytest.fixture
def twins(demo: datetime) -> tuple[int, Pen]:
    desk, population = _desk(demo)
    young = population.cast["selma"]
    at = demo - timedelta(days=2)
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        adviser, adult = _actor("Simon Rask", at), desk.organisation.named("Oskar Brink")
    hand, home = worker(desk.organisation.named("Simon Rask")), citizen(young)
    unit = _unit_of(desk, hand.unit_id)
    start = working.Start(desk.kinds["bl-108"], young, unit, "self_service", NEED, at, is_request=False)
    pen = working.open_case(desk, start, by=hand, at=at)
    [row] = pen.tables["coordination.Transition"].rows
    growing.owner(pen, row, "adult", adult, by=hand, at=at)
    growing.topic(pen, row, growing.Said(Topic.HOUSING, TopicState.GOING, "Vi leder."), by=hand, at=at)
    growing.days(pen, row, by=hand, at=at, need=NEED, **_days(at))
    growing.expect(pen, row, OFFER, EXTENT, by=hand, at=at)
    growing.wish(pen, row, WISH, by=home, at=at)
    return _real(adviser, young.born, adult.id, at), pen


def _unit_of(desk: Any, number: int | None) -> str:
    return next(key for key, one in desk.organisation.unit_ids.items() if one == number)


def _real(by: Actor, born: date, adult: int, at: datetime) -> int:
    """The same through the services, about somebody born on the same day. Returns the case."""
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=at):
        new = registering.NewPerson(cpr=_free(born), given_name="Tvilling", family_name="Dyring")
        person = registering.register(person=new, by=_platform(), at=at)
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        people.cards([person])
        case = casework.NewCase("bl-108", person, "self_service", NEED, at)
        opened = casework.open_case(new=case, by=by, at=at)
        assert not isinstance(opened, Refusal), opened
        now = {"citizen_id": person, "by": by, "at": at}
        topic = coordination.NewTopic(Topic.HOUSING, TopicState.GOING, "Vi leder.")
        need = coordination.NewNeed(OFFER, *(Decimal(one) for one in EXTENT))
        done = [
            coordination.set_owner(side="adult", employee=adult, **now),
            coordination.set_topic(new=topic, **now),
            coordination.set_days(days=coordination.Days(**_days(at), need=NEED), version=1, **now),
            coordination.expect(new=need, **now),
        ]
        assert done == [None] * 4, done
    home = people.actor_for(person_id=person, name="Tvilling Dyring", at=at)
    with acting_as(home, purpose=Purpose.OWN_CASE, at=at):
        assert coordination.wish(person_id=person, text=WISH, by=home, at=at) is None
    return opened.pk


def _free(born: date) -> Cpr:
    """A replacement number of the day that nobody has."""
    for serial in range(4000, 10_000):
        cpr = Cpr(f"{born.day + 60:02d}{born:%m%y}{serial:04d}")
        if cpr.birth_date == born and people.id_of(cpr=cpr) is None:
            return cpr
    raise LookupError(f"no number is left for {born}")


def _rows(model: type[Model], case_id: int) -> list[Row]:
    key = "case_id" if model is Transition else "transition__case_id"
    return list(model._default_manager.filter(**{key: case_id}).order_by("pk").values())


def test_the_same_rows_in_every_table(twins: tuple[int, Pen], demo: datetime) -> None:
    case_id, pen = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        for model, label in COMPARED:
            expected, found = _rows(model, case_id), pen.tables[label].rows
            assert len(found) == len(expected), label
            for one, other in zip(found, expected, strict=True):
                for name in other.keys() - _APART:
                    assert _plain(one[name]) == _plain(other[name]), f"{label}.{name}"


def _plain(value: object) -> object:
    return Decimal(value) if isinstance(value, str) and value.replace(".", "").isdigit() else value


def test_the_same_events_with_the_same_payloads(twins: tuple[int, Pen], demo: datetime) -> None:
    case_id, pen = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        told = EventPayload.objects.filter(case_id=case_id).order_by("event__seq")
        expected = [(row.event.kind, row.payload) for row in told.select_related("event")]
    events = {row["id"]: row["kind"] for row in pen.tables["casework.Event"].rows}
    found = [(events[row["event_id"]], row["payload"]) for row in pen.tables["casework.EventPayload"].rows]
    assert [_comparable(*one) for one in found] == [_comparable(*one) for one in expected]
    assert [kind for kind, _said in found].count("transition.changed") == 5


def _comparable(kind: str, said: Row) -> tuple[str, Row]:
    return kind, {name: value for name, value in said.items() if name not in {"transition", "hand"}}


def test_the_same_acts_in_the_log(twins: tuple[int, Pen], demo: datetime) -> None:
    case_id, pen = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        number = Transition.objects.get(case_id=case_id).pk
        of_case = Act.objects.filter(case_id=case_id).values_list("action", flat=True)
        about = Act.objects.filter(object=f"transition:{number}").values_list("action", flat=True)
        expected = sorted(one for one in [*of_case, *about] if one.startswith("transition"))
        assert Event.objects.filter(case_id=case_id).exists()
    found = [str(row["action"]) for row in pen.tables["audit.Entry"].rows]
    assert sorted(one for one in found if one.startswith("transition")) == expected

