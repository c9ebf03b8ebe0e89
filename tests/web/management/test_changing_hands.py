"""When cases change hands: days without contact around a handover, caseworkers for each citizen, and who has left."""

import csv
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Handover
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Engagement

SYSTEM = system("test")
PAGE = "/ledelse/overgange/"


class Town:
    """Karen hands cases on to Vibeke, whose unit Bente leads. Ten days before the handover Karen called the citizen."""

    def __init__(self, world: World) -> None:
        self.world, self.today = world, world.at.date()
        self.karen = world.employee("Karen", unit="voksenteamet")
        self.vibeke = world.employee("Vibeke", unit="visitation")
        self.bente = world.employee("Bente", unit="visitation", role=Role.TEAM_LEADER, leads=True)

    def moment(self, days_ago: int) -> datetime:
        return datetime.combine(self.today - timedelta(days=days_ago), time(11), tzinfo=COPENHAGEN)

    def handed_on(self, *, citizen: int | None = None, called_after: int | None = 4) -> Case:
        """A case that Vibeke took 20 days ago; she called the citizen so many days after."""
        case = self.world.case(
            citizen_id=citizen or self.world.person(), caseworker=self.karen, days_ago=60
        )
        self._called(case, self.karen, days_ago=30)
        self._hand_over(case)
        if called_after is not None:
            self._called(case, self.vibeke, days_ago=20 - called_after)
        return case

    def _called(self, case: Case, by: Actor, *, days_ago: int) -> None:
        at = self.moment(days_ago)
        note = journal.NewEntry(title="Opkald", body="Vi talte om dagen.", channel="phone")
        with acting_as(by, purpose=Purpose.CASEWORK, at=at):
            journal.write_note(case_id=case.pk, note=note, by=by, at=at)

    def _hand_over(self, case: Case) -> None:
        at = self.moment(20)
        offer = casework.Offer(self.world.units["visitation"].pk, "Ringer helst")
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=at):
            assert casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=self.karen, at=at) is None
            assert casework.offer_handover(case_id=case.pk, offer=offer, by=self.karen, at=at) is None
        with acting_as(self.vibeke, purpose=Purpose.CASEWORK, at=at):
            number = Handover.objects.get(case=case).pk
            told = casework.accept_handover(handover_id=number, by=self.vibeke, at=at, no_talk_why="Det hastede.")
            assert told is None

    def leave(self, who: Actor, *, on: date) -> None:
        """Somebody stops working here."""
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.world.at):
            Engagement.objects.filter(employee_id=who.id).update(ends=on)

    def shown(self) -> str:
        return self._client().get(PAGE).content.decode()

    def row(self) -> list[str]:
        """What the sheet says of the unit."""
        sheet = self._client().get(f"{PAGE}?format=csv").content.decode("utf-8-sig")
        _head, *rows = csv.reader(StringIO(sheet), delimiter=";")
        return next(row for row in rows if row[0] == "Visitation")

    def _client(self) -> Client:
        client = Client()
        log_in(client, self.bente, at=self.world.at)
        return client


@pytest.fixture
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(timezone, "now", lambda: world.at)
    return Town(world)


def test_days_without_contact_are_counted_from_the_last_before_to_the_first_after(town: Town) -> None:
    """Karen called ten days before; Vibeke four days after, in one case nine, in one not yet (20 days until today)."""
    for after in (4, 4, 4, 9, None):
        town.handed_on(called_after=after)
    name, handovers, middle, longest, *_hands = town.row()
    assert (name, handovers, middle, longest) == ("Visitation", "5", "14", "30")
    assert "hørte borgeren i midten intet i 14 dage" in town.shown()


def test_few_handovers_are_not_told_of(town: Town) -> None:
    for _ in range(4):
        town.handed_on()
    assert town.row() == ["Visitation", "for få", "–", "–", "–", "–"]
    assert "hørte borgeren" not in town.shown()


def test_caseworkers_are_counted_for_each_case_and_for_each_citizen(town: Town) -> None:
    """Each case has had two; a citizen with four cases has had the same two, and is not counted as having eight."""
    citizen = town.world.person()
    for who in (citizen, citizen, citizen, None):
        town.handed_on(citizen=who)
    case = town.handed_on(citizen=citizen)
    assert town.row()[4:] == ["2", "2"]
    third = town.world.employee("Tove", unit="visitation")
    with acting_as(third, purpose=Purpose.CASEWORK, at=town.world.at):
        casework.take(case_id=case.pk, by=third, at=town.world.at)
    assert town.row()[4:] == ["2,2", "2,5"]


def test_a_case_whose_caseworker_has_left_is_listed_until_somebody_has_it(town: Town) -> None:
    case = town.handed_on()
    assert "Alle åbne sager har en sagsbehandler" in town.shown()
    town.leave(town.vibeke, on=town.today - timedelta(days=1))
    shown = town.shown()
    assert case.number in shown
    assert "1 sag venter på en ny sagsbehandler." in shown
