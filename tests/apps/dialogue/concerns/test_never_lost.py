"""A notification is never lost: 1,000 kills of web and worker between any two steps, and a year of faulty watches.

A kill is an exception that no handler of the program sees: the transaction is undone, as it is when a process dies.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.apps.dialogue.concerns.scene import Duty

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import concern_intake, concern_watch
from borgerfokus.foundation.access.actor import ANONYMOUS
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.access.scope import Purpose, acting_as

KILLS = 1_000


class Killed(BaseException):
    """The process is gone."""


def dies(*_: Any, **__: Any) -> None:
    """Stands where the process is killed."""
    raise Killed


def after(work: Callable[..., Any]) -> Callable[..., None]:
    """Do the work, then be killed."""

    def done_and_gone(*args: Any, **more: Any) -> None:
        work(*args, **more)
        raise Killed

    return done_and_gone


def steps_of_the_web() -> dict[str, tuple[str, Callable[..., Any]]]:
    """Every place between two steps of taking one in."""
    return {
        "before it is known": ("_known", dies),
        "before it is made": ("_concern", dies),
        "before it is saved": ("_save", dies),
        "between its rows": ("insert", after(insert)),
        "after it is saved": ("_save", after(concern_intake._save)),
        "before the worker is told": ("_tell_the_worker", dies),
        "after the worker is told": ("_tell_the_worker", after(concern_intake._tell_the_worker)),
    }


def steps_of_the_worker() -> dict[str, tuple[str, Callable[..., Any]]]:
    """Every place between two steps of the watch."""
    return {
        "before the list": ("_waiting", dies),
        "before one is looked at": ("look_at", dies),
        "after one is looked at": ("look_at", after(concern_watch.look_at)),
        "before an alarm": ("_give", dies),
        "after an alarm": ("_give", after(concern_watch._give)),
        "before the leader is found": ("_leaders", dies),
    }


@contextmanager
def killed_in(module: Any, name: str, instead: Callable[..., Any]) -> Iterator[None]:
    """Kill the process there once."""
    with pytest.MonkeyPatch.context() as killing:
        killing.setattr(module, name, instead)
        with suppress(Killed):
            yield


def hand_in(duty: Duty, new: dialogue.NewConcern, *, minute: int) -> str | None:
    """Hand one in. Returns its reference if the notifier got an answer."""
    at = duty.at + timedelta(minutes=minute)
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=at):
        told = dialogue.receive_concern(new=new, at=at)
    assert isinstance(told, dialogue.Received)
    return told.reference


def on_the_screen(duty: Duty, *, minute: int) -> dict[str, dialogue.Line]:
    at = duty.at + timedelta(minutes=minute)
    with duty.as_(duty.leader, at=at):
        return {one.reference: one for one in dialogue.duty_board(by=duty.leader, at=at).open}


def kill_the_web(duty: Duty, chance: random.Random, *, times: int, begin: int) -> set[str]:
    """Kill the web in random places, each form then sent again as a browser does. Returns what was answered."""
    steps, answered = list(steps_of_the_web().values()), set()
    for minute in range(begin, begin + times):
        new = duty.new(sent_key=uuid4(), told_acute=chance.random() < 0.5)
        with killed_in(concern_intake, *chance.choice(steps)):
            answered.add(str(hand_in(duty, new, minute=minute)))
        answered.add(str(hand_in(duty, new, minute=minute)))
    return answered


def kill_the_worker(duty: Duty, chance: random.Random, *, times: int) -> None:
    """Kill the watch in random places, every three minutes through more than a day."""
    steps = list(steps_of_the_worker().values())
    for turn in range(times):
        with killed_in(concern_watch, *chance.choice(steps)):
            concern_watch.run(at=duty.at + timedelta(minutes=3 * turn))


def test_a_thousand_kills_of_web_and_worker_lose_nothing(duty: Duty):
    """500 of the web and 500 of the watch: all are on the duty screen with their clock, each alarm was given once."""
    chance = random.Random(20261128)
    answered = kill_the_web(duty, chance, times=15, begin=0)
    kill_the_worker(duty, chance, times=KILLS // 2)
    answered |= kill_the_web(duty, chance, times=KILLS // 2 - 15, begin=3 * KILLS // 2)
    shown = on_the_screen(duty, minute=4 * KILLS)
    assert set(shown) == answered
    assert len(shown) == KILLS // 2
    assert all(one.assess_by == one.received_at + timedelta(hours=24) for one in shown.values())
    concern_watch.run(at=duty.at + timedelta(minutes=4 * KILLS))
    alarms = Counter(duty.alarms())
    assert set(alarms.values()) == {1}
    assert {row for row, kind, _ in alarms if kind == "over"} == {duty.row(one).pk for one in answered}


def test_every_alarm_comes_once_however_the_watch_is_killed(duty: Duty):
    """Through 25 hours with a kill in every other minute: arrived, soon, to the leader, over, each to each once."""
    chance = random.Random(20261129)
    reference = duty.receive(told_acute=True)
    worker = list(steps_of_the_worker().values())
    for minute in range(0, 25 * 60, 10):
        at = duty.at + timedelta(minutes=minute)
        name, instead = chance.choice(worker)
        with killed_in(concern_watch, name, instead):
            concern_watch.run(at=at)
        if chance.random() < 0.5:
            concern_watch.run(at=at)
    concern_watch.run(at=duty.at + timedelta(hours=25))
    unit, leader = f"unit:{duty.row(reference).unit_id}", f"employee:{duty.leader.id}"
    told = sorted((kind, subject) for _, kind, subject in duty.alarms())
    assert told == sorted(
        [("arrived", unit), ("soon", unit), ("escalated", leader), ("over", leader), ("over", unit)]
    )


def test_the_warning_stands_before_the_time_is_out_and_the_leader_is_told_later(duty: Duty):
    duty.receive()
    found = []
    for hour in range(25):
        concern_watch.run(at=duty.at + timedelta(hours=hour, minutes=1))
        found.append([kind for _, kind, _ in duty.alarms()])
    assert found[15] == []
    assert found[16] == ["soon"]
    assert sorted(found[21]) == ["escalated", "soon"]
    assert sorted(set(found[24])) == ["escalated", "over", "soon"]


def test_one_that_is_assessed_gives_no_alarm(duty: Duty):
    reference = duty.receive(told_acute=True)
    duty.assess(reference)
    concern_watch.run(at=duty.at + timedelta(hours=30))
    assert duty.alarms() == []


def test_a_fault_in_one_leaves_the_others_watched(duty: Duty, monkeypatch: pytest.MonkeyPatch):
    references = [duty.receive(told_acute=True) for _ in range(3)]
    broken = duty.row(references[0]).pk
    real = concern_watch.look_at

    def faulty(**given: Any) -> int:
        if given["concern_id"] == broken:
            raise RuntimeError("a fault")
        return real(**given)

    monkeypatch.setattr(concern_watch, "look_at", faulty)
    with pytest.raises(concern_watch.SomeFailed):
        concern_watch.run(at=duty.at)
    assert len(duty.alarms()) == 2


def test_saving_after_the_job_would_lose_them(duty: Duty, monkeypatch: pytest.MonkeyPatch):
    """The sabotage: a web that tells the worker first, commits, answers, and saves afterwards, loses what is killed."""
    new = duty.new()

    def careless(*, new: dialogue.NewConcern, at: Any) -> dialogue.Received:
        concern = concern_intake._concern(new, at=at)
        concern_intake._tell_the_worker(concern)
        return dialogue.Received(concern.reference, concern.assess_by, None, again=False)

    monkeypatch.setattr(dialogue, "receive_concern", careless)
    answered = hand_in(duty, new, minute=1)
    assert answered not in on_the_screen(duty, minute=1), "killed before the save, an answered one is gone"


def test_an_alarm_that_is_remembered_by_the_job_would_come_twice(duty: Duty, monkeypatch: pytest.MonkeyPatch):
    """The sabotage: without the row that asks whether it was given, a second run gives it again."""
    duty.receive(told_acute=True)
    given: list[str] = []

    def forgetful(row: Any, kind: Any, subject: str, **_: Any) -> int:
        given.append(f"{row.pk}:{kind}:{subject}")
        return 1

    monkeypatch.setattr(concern_watch, "_give", forgetful)
    concern_watch.run(at=duty.at)
    concern_watch.run(at=duty.at)
    assert len(given) == 2 * len(set(given))


