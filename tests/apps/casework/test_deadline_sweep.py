"""The daily sweep: a date that is near is on a list, one that has slipped is told with a new one, each once."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.actions import sweep
from borgerfokus.apps.casework.models import Case, Event, EventPayload, Extension, Task
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.parameters import service as parameters

SYSTEM = system("test")
DUE = date(2027, 1, 18)
"""Eight weeks after the Monday of the tests."""


@pytest.fixture(autouse=True)
def _own_file_store(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def morning(now: datetime, day: date) -> datetime:
    return now.replace(year=day.year, month=day.month, day=day.day, hour=6)


def tasks(case: Case, kind: str, *, is_open: bool = True) -> list[Task]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=case.received_at):
        return list(Task.objects.filter(case=case, kind=kind, done_at__isnull=is_open).order_by("id"))


def slips(case: Case) -> list[dict[str, str]]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=case.received_at):
        rows = EventPayload.objects.filter(event__case=case, event__kind="deadline.slipped").order_by("event__seq")
        return [row.payload for row in rows]


def test_nothing_is_done_while_the_date_is_far_off(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    assert sweep.run(at=morning(now, DUE - timedelta(days=8))) == 0
    assert tasks(case, sweep.SOON) == []


def test_a_date_five_working_days_ahead_is_on_the_caseworkers_list_once(world: World, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    assert sweep.run(at=morning(now, date(2027, 1, 11))) == 1
    assert sweep.run(at=morning(now, date(2027, 1, 11))) == 0
    assert sweep.run(at=morning(now, date(2027, 1, 18))) == 0
    (task,) = tasks(case, sweep.SOON)
    assert (task.employee_id, task.due, task.title) == (karen.id, DUE, "Fristen er tæt på: Svar på din ansøgning")


def test_a_case_that_nobody_has_is_on_the_units_list(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    sweep.run(at=morning(now, date(2027, 1, 15)))
    (task,) = tasks(case, sweep.SOON)
    assert (task.employee_id, task.unit_id) == (None, case.unit_id)


def test_a_date_that_has_slipped_gets_a_new_one_and_the_citizen_a_letter(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person(), caseworker=world.employee("Karen"))
    sweep.run(at=morning(now, date(2027, 1, 15)))
    assert sweep.run(at=morning(now, date(2027, 1, 19))) == 1
    assert slips(case) == [{"deadline": "decision", "due": "2027-01-18", "new_due": "2027-02-02"}]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        (extension,) = Extension.objects.filter(case=case)
        deadline = case.deadlines.get(key="decision")
        (letter,) = Message.objects.filter(case_id=case.pk)
        assert Case.objects.get(pk=case.pk).next_due == date(2027, 2, 2)
    assert (extension.new_due, deadline.due, deadline.slip_told_at) == (
        date(2027, 2, 2),
        date(2027, 2, 2),
        morning(now, date(2027, 1, 19)),
    )
    assert (letter.kind, letter.title) == ("notice.slipped", "Vi nåede ikke den dato, du fik")
    assert [task.result for task in tasks(case, sweep.SOON, is_open=False)] == ["superseded"]
    (task,) = tasks(case, sweep.SLIPPED)
    assert "den 2. februar 2027" in task.detail


def test_running_again_changes_nothing(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    at = morning(now, date(2027, 1, 19))
    sweep.run(at=at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        before = Event.objects.filter(case=case).count()
    assert sweep.run(at=at) == 0
    assert sweep.run(at=at + timedelta(hours=12)) == 0
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert Event.objects.filter(case=case).count() == before


def test_the_second_slip_is_told_too(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    sweep.run(at=morning(now, date(2027, 1, 19)))
    sweep.run(at=morning(now, date(2027, 2, 3)))
    assert [slip["due"] for slip in slips(case)] == ["2027-01-18", "2027-02-02"]


def test_the_municipality_decides_how_far_ahead_the_new_date_lies(world: World, now: datetime) -> None:
    new = parameters.NewValue(key=sweep.NEW_DATE, from_day=now.date(), value=3, reason="Udvalget")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert not hasattr(parameters.set_value(new=new, by=SYSTEM, at=now), "code")
    case = world.case(citizen_id=world.person())
    sweep.run(at=morning(now, date(2027, 1, 19)))
    assert slips(case)[0]["new_due"] == "2027-01-22"


def test_a_paused_case_is_left_alone_until_it_goes_on(world: World, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    pause = casework.Pause(whom=Ball.OTHER, name="Lægen", reason="attest", answer_by=None)
    _act(karen, now, case, pause)
    assert sweep.run(at=morning(now, date(2027, 3, 1))) == 0
    later = morning(now, date(2027, 3, 1))
    with acting_as(karen, purpose=Purpose.CASEWORK, at=later):
        assert casework.resume(case_id=case.pk, because="answered", by=karen, at=later) is None
        moved = case.deadlines.get(key="decision").due
    assert sweep.run(at=morning(now, moved + timedelta(days=1))) == 1


def test_a_warning_goes_when_the_date_is_moved_in_time(world: World, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    sweep.run(at=morning(now, date(2027, 1, 15)))
    at = morning(now, date(2027, 1, 15)) + timedelta(hours=4)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=at):
        done = casework.extend(
            case_id=case.pk,
            deadline_key="decision",
            new_due=date(2027, 3, 1),
            reason="Vi mangler lægen",
            by=karen,
            at=at,
        )
        assert done is None
    assert sweep.run(at=morning(now, date(2027, 1, 18))) == 1
    assert tasks(case, sweep.SOON) == []
    assert sweep.run(at=morning(now, date(2027, 1, 19))) == 0
    assert slips(case) == []


def test_a_closed_case_is_not_looked_at(world: World, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert casework.take_step(case_id=case.pk, step=Step.LAPSE, by=SYSTEM, at=now, reason="flyttet") is None
    assert sweep.run(at=morning(now, date(2027, 1, 19))) == 0


def test_one_case_that_fails_holds_back_no_other(world: World, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, other = world.case(citizen_id=world.person()), world.case(citizen_id=world.person())
    real = sweep.look_at

    def look_at(*, case_id: int, by: Actor, at: datetime) -> bool:
        done = real(case_id=case_id, by=by, at=at)
        if case_id == broken.pk:
            raise RuntimeError("a fault")
        return done

    monkeypatch.setattr(sweep, "look_at", look_at)
    at = morning(now, date(2027, 1, 19))
    with pytest.raises(sweep.SomeFailed):
        sweep.run(at=at)
    assert (slips(broken), len(slips(other))) == ([], 1)
    monkeypatch.setattr(sweep, "look_at", real)
    assert sweep.run(at=at) == 1
    assert (len(slips(broken)), len(slips(other))) == (1, 1)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 12, 22), date(2027, 1, 11)),  # 24, 25 and 31 December and 1 January
        (date(2027, 3, 22), date(2027, 4, 8)),  # Easter: 25, 26 and 29 March
        (date(2028, 2, 15), date(2028, 2, 29)),  # the leap day
        (date(2028, 3, 24), date(2028, 4, 7)),  # the clock goes forward on the 26th
    ],
)
def test_the_new_date_is_ten_working_days_ahead(world: World, now: datetime, today: date, told: date) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert sweep.new_date(on=today) == told


def _act(karen: Actor, now: datetime, case: Case, pause: casework.Pause) -> None:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert casework.suspend(case_id=case.pk, pause=pause, by=karen, at=now) is None
