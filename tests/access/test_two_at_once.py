"""Bar B6 through the web, with real connections and real commits: what is sent twice at once is done once.

Two deciders and a request handed in twice are raced in `tests/apps/decisions` and `tests/apps/dialogue`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.urls import reverse

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Event, Task
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.harness import Visitor
from tests.access.scene import SYSTEM, Scene

ROUNDS = 8
MANY = 60


@dataclass(frozen=True)
class Sent:
    """One request of a race: by whom, where to, with what."""

    who: str
    address: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """What is raced: the two requests of a round, and how often it was done afterwards (once)."""

    requests: Callable[[Scene, int], tuple[Sent, Sent]]
    done: Callable[[Scene, int], int]


def number_of(scene: Scene) -> str:
    return scene.cases["plain"].number


def note(scene: Scene, turn: int) -> tuple[Sent, Sent]:
    data = {"act": "note", "title": f"note {turn}", "body": "x", "channel": "phone", "once": f"note-{turn}"}
    data |= {"happened_on": scene.at.date().isoformat(), "day": scene.at.date().isoformat(), "clock": "10:00"}
    sent = Sent("caseworker", reverse("staff:journal", args=[number_of(scene)]), data)
    return sent, sent


def notes(scene: Scene, turn: int) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        return EntryText.objects.filter(title=f"note {turn}").count()


def comment(scene: Scene, turn: int) -> tuple[Sent, Sent]:
    data = {"text": f"comment {turn}", "once": uuid4().hex}
    sent = Sent("citizen", reverse("citizen:comment", args=[number_of(scene)]), data)
    return sent, sent


def comments(scene: Scene, turn: int) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        return EntryText.objects.filter(body=f"comment {turn}").count()


def tick(scene: Scene, turn: int) -> tuple[Sent, Sent]:
    karen = scene.actors["caseworker"]
    task = casework.NewTask(kind="call", title=f"task {turn}", employee=karen.id)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=scene.at):
        number = casework.give(case_id=scene.cases["plain"].id, task=task, by=karen, at=scene.at)
    data = {"task": str(number)}
    address = reverse("staff:tick")
    return Sent("caseworker", address, data), Sent("colleague", address, data)


def ticks(scene: Scene, turn: int) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        task = Task.objects.get(title=f"task {turn}")
        events = Event.objects.filter(case_id=task.case_id, kind="task.done", said__payload__task=task.pk)
        return events.count()


def correct(scene: Scene, turn: int) -> tuple[Sent, Sent]:
    entry = scene.cases["plain"].ids["entry"]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        version = Entry.objects.get(pk=entry).version
    address = reverse("staff:entry", args=[number_of(scene), entry])
    data = {"act": "correct", "entry": entry, "version": version, "title": f"t {turn}", "body": "b", "reason": "r"}
    return Sent("caseworker", address, data), Sent("colleague", address, data)


def corrections(scene: Scene, turn: int) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        return EntryText.objects.filter(entry_id=scene.cases["plain"].ids["entry"], title=f"t {turn}").count()


KINDS = {
    "note": Kind(note, notes),
    "comment": Kind(comment, comments),
    "tick": Kind(tick, ticks),
    "correct": Kind(correct, corrections),
}


def race(scene: Scene, sent: tuple[Sent, Sent]) -> list[int]:
    """Send both at the same moment, each on a connection of its own. Returns the statuses."""
    start, statuses = Barrier(2), [0, 0]
    visitors = [Visitor(scene, one.who) for one in sent]

    def run(index: int) -> None:
        try:
            start.wait(timeout=5)
            statuses[index] = visitors[index].client.post(sent[index].address, sent[index].data).status_code
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(index,)) for index in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def raced(scene: Scene, kind: str, turns: range) -> Iterator[tuple[int, list[int]]]:
    """How often each round's act was done, and what was answered."""
    for turn in turns:
        statuses = race(scene, KINDS[kind].requests(scene, turn))
        yield KINDS[kind].done(scene, turn), statuses


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_sent_twice_at_once_is_done_once(scene: Scene, kind: str) -> None:
    for done, statuses in raced(scene, kind, range(ROUNDS)):
        assert done == 1, statuses
        assert max(statuses) < 500, statuses


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_many_times(scene: Scene, kind: str) -> None:
    answers = list(raced(scene, kind, range(1000, 1000 + MANY)))
    assert [one for one in answers if one[0] != 1 or max(one[1]) >= 500] == []


def test_the_log_still_verifies_afterwards(scene: Scene) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert casework.chain_faults(case_id=scene.cases["plain"].id) == ()


def test_a_form_without_its_key_is_sent_twice(scene: Scene) -> None:
    """The sabotage: without the key of the form both are done, and the check above would see it."""
    sent = note(scene, 5000)
    bare = [Sent(one.who, one.address, {**one.data, "once": ""}) for one in sent]
    race(scene, (bare[0], bare[1]))
    assert notes(scene, 5000) == 2
