"""Two at once, with real commits: one wins, the other is told, and the database holds the same line."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.db.models import QuerySet
from pytest_django.plugin import DjangoDbBlocker
from tests import database
from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World

from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.actions import appeals, drafts, issuing
from borgerfokus.apps.decisions.models import Appeal, Decision
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.outbox.models import Message

Act = Callable[[], object]


@pytest.fixture
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str, now: datetime) -> Iterator[Scene]:
    """The scene in a database of its own, where everything is committed."""
    with database.clone(f"deciders_{worker_id}") as name, django_db_blocker.unblock():
        shared = connection.settings_dict["NAME"]
        connections.close_all()
        connection.settings_dict["NAME"] = name
        try:
            yield make(World(at=now).setup())
        finally:
            connections.close_all()
            connection.settings_dict["NAME"] = shared


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Barrier:
    """Where two acts wait for each other, for at most a second, in the middle of what they do."""
    return Barrier(2, timeout=1)


def race(*acts: Act) -> list[object]:
    """Run the acts at once, each on its own connection. Returns what each answered or raised."""
    answers: list[object] = [None] * len(acts)

    def run(index: int, act: Act) -> None:
        try:
            answers[index] = act()
        except Exception as error:  # noqa: BLE001 (whatever it is, the test looks at it)
            answers[index] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(index, act)) for index, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def meet_in(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, meeting: Barrier) -> None:
    """Make the acts wait for each other just before they call `name`."""
    real = getattr(module, name)

    def waiting(*args: object, **kwargs: object) -> object:
        with contextlib.suppress(BrokenBarrierError):
            meeting.wait()
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, waiting)


def one_wins(answers: list[object], winner: type, code: str) -> bool:
    """One answer of the winner's kind; every other is the refusal with this code."""
    refusals = [answer for answer in answers if isinstance(answer, Refusal) and answer.code == code]
    return len([one for one in answers if isinstance(one, winner)]) == 1 and len(refusals) == len(answers) - 1


def ready(scene: Scene) -> int:
    """A decision that two people are about to send."""
    scene.exempt()
    draft_id = scene.draft()
    scene.approved(draft_id)
    return draft_id


def issue_twice(scene: Scene, draft_id: int) -> list[object]:
    """Karen and a colleague send the same decision."""
    jonas, version = scene.world.employee("Jonas"), scene.version(draft_id)

    def send(by: Any) -> object:
        with scene.as_(by):
            return decisions.issue(decision_id=draft_id, version=version, by=by, at=scene.at)

    return race(lambda: send(scene.karen), lambda: send(jonas))


def test_two_deciders_one_decision_one_letter(scene: Scene, meeting: Barrier, monkeypatch: pytest.MonkeyPatch) -> None:
    draft_id = ready(scene)
    meet_in(monkeypatch, issuing, "post", meeting)
    assert one_wins(issue_twice(scene, draft_id), decisions.Issued, "already_issued")
    with scene.as_(scene.karen):
        assert Message.objects.count() == 1
        assert Event.objects.filter(case_id=scene.case_id, kind="decision.issued").count() == 1


def test_sabotage_without_the_row_lock_the_race_is_seen(
    scene: Scene, meeting: Barrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id = ready(scene)
    meet_in(monkeypatch, issuing, "post", meeting)
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_: self.all())
    assert not one_wins(issue_twice(scene, draft_id), decisions.Issued, "already_issued")


def test_two_who_begin_a_decision_get_one(scene: Scene, meeting: Barrier, monkeypatch: pytest.MonkeyPatch) -> None:
    meet_in(monkeypatch, drafts, "proposed_reasons", meeting)

    def begin() -> object:
        with scene.as_(scene.karen):
            new = decisions.NewDraft(outcome=Outcome.GRANTED)
            return decisions.start_draft(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)

    assert one_wins(race(begin, begin), int, "draft_exists")


def test_an_appeal_sent_twice_is_one_appeal(scene: Scene, meeting: Barrier, monkeypatch: pytest.MonkeyPatch) -> None:
    decision_id = scene.issued()
    scene.received(decision_id, scene.at)
    meet_in(monkeypatch, appeals, "_register", meeting)

    def file() -> object:
        with scene.as_(scene.citizen):
            new = decisions.NewAppeal(text="Jeg er uenig.")
            return decisions.file_appeal(decision_id=decision_id, new=new, by=scene.citizen, at=scene.at)

    assert one_wins(race(file, file), int, "appeal_exists")
    with scene.as_(scene.karen):
        assert Appeal.objects.count() == 1


def second_open_decision(scene: Scene, draft_id: int) -> None:
    """Write a second open decision past all the code."""
    with scene.as_(scene.karen), transaction.atomic():
        row = Decision.objects.get(pk=draft_id)
        row.pk, row.number = None, 2
        row.save(force_insert=True)


def test_the_database_refuses_a_second_open_decision(scene: Scene) -> None:
    draft_id = scene.draft()
    with pytest.raises(IntegrityError, match="decision_one_open"):
        second_open_decision(scene, draft_id)


def test_sabotage_without_the_constraint_there_are_two(scene: Scene) -> None:
    draft_id = scene.draft()
    address = database.address(connection.settings_dict["NAME"], owner=True)
    with psycopg.connect(address, autocommit=True) as owner:
        owner.execute("drop index decision_one_open")
    second_open_decision(scene, draft_id)
    with scene.as_(scene.karen):
        assert Decision.objects.count() == 2
