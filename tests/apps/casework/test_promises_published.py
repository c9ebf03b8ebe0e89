"""Last quarter's figures are counted once, disclosed by rule, and frozen."""

from datetime import date, datetime

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Deadline, PromiseFigure
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.usefixtures("everybody_counts_once")
IN_QUARTER = date(2026, 8, 14)


def test_a_date_that_slipped_was_not_kept_even_when_the_new_one_was(world: World, now: datetime) -> None:
    ids = [world.case(citizen_id=world.person()).pk for _ in range(30)]
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        own = Deadline.objects.filter(case_id__in=ids, basis="own")
        own.update(met_on=IN_QUARTER, due=IN_QUARTER)
        own.filter(case_id__in=ids[:10]).update(slip_told_at=now)
        assert casework.publish_promises(at=now, day=now.date()) == 1
        figure = PromiseFigure.objects.get()
        assert (figure.quarter, figure.kept, figure.decided, figure.percent) == ("2026Q3", 20, 30, 67)
        assert casework.publish_promises(at=now, day=now.date()) == 0


def test_many_cases_of_few_citizens_are_held_back(world: World, now: datetime) -> None:
    citizen = world.person()
    ids = [world.case(citizen_id=citizen).pk for _ in range(30)]
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Deadline.objects.filter(case_id__in=ids, basis="own").update(met_on=IN_QUARTER, due=IN_QUARTER)
        casework.publish_promises(at=now, day=now.date())
        assert PromiseFigure.objects.get().decided is None


def test_few_cases_are_held_back(world: World, now: datetime) -> None:
    ids = [world.case(citizen_id=world.person()).pk for _ in range(3)]
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Deadline.objects.filter(case_id__in=ids, basis="own").update(met_on=IN_QUARTER)
        casework.publish_promises(at=now, day=now.date())
        figure = PromiseFigure.objects.get()
    assert (figure.kept, figure.decided, figure.percent) == (None, None, None)
