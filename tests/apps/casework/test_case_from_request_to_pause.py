"""A case is opened by a citizen, taken, paused and resumed; its dates move and its log tells."""

from datetime import datetime, timedelta

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as


def test_a_citizen_opens_a_case_and_sees_it(world: World, now: datetime) -> None:
    citizen = world.citizen()
    new = casework.NewCase("sel-85", citizen.id, "self_service", "Hjælp til hverdagen", now)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=now):
        case = casework.open_case(new=new, by=citizen, at=now)
    assert not isinstance(case, Refusal)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=now):
        found = casework.find(number=case.number, by=citizen, at=now)
        assert found.phase == "intake"
        assert found.deadlines.count() >= 1


def test_another_citizen_and_another_team_see_nothing(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    for actor in (world.citizen("Lene", "Overgaard"), world.employee("Ida", unit="visitation")):
        with acting_as(actor, purpose=Purpose.CASEWORK, at=now):
            with pytest.raises(Hidden):
                casework.find(number=case.number, by=actor, at=now)
            assert Case.objects.count() == 0


def test_a_pause_moves_the_dates_and_the_log_is_chained(world: World, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen, days_ago=10)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=karen, at=now) is None
        before = Case.objects.get(pk=case.pk).deadlines.get(key="decision").due
        answer_by = now.date() + timedelta(days=7)
        pause = casework.Pause(whom=Ball.YOU, name="Mads", reason="udskrivningsbrev", answer_by=answer_by)
        assert casework.suspend(case_id=case.pk, pause=pause, by=karen, at=now) is None
        paused = Case.objects.get(pk=case.pk)
        assert (paused.ball, paused.next_due_key) == ("you", "answer")
        later = now + timedelta(days=5)
        assert casework.resume(case_id=case.pk, because="answered", by=karen, at=later) is None
        after = Case.objects.get(pk=case.pk).deadlines.get(key="decision").due
        assert (after - before).days >= 5
        events = Event.objects.filter(case=case, kind__startswith="case.").order_by("seq")
        kinds = list(events.values_list("kind", flat=True))
        assert kinds == ["case.opened", "case.taken", "case.phase", "case.suspended", "case.resumed"]
