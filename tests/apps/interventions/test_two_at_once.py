"""Two at once, with real commits: one wins, the other is told, and the database holds the same line."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, connections, transaction
from pytest_django.plugin import DjangoDbBlocker
from tests import database
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.world import World

from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.actions import following, planning
from borgerfokus.apps.interventions.models import InterventionPeriod
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import SigningWay
from borgerfokus.core.offers.words import PriceUnit

Act = Callable[[], object]


@pytest.fixture
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str, now: datetime) -> Iterator[Helped]:
    """The scene in a database of its own, where everything is committed."""
    with database.clone(f"helpers_{worker_id}") as name, django_db_blocker.unblock():
        shared = connection.settings_dict["NAME"]
        connections.close_all()
        connection.settings_dict["NAME"] = name
        try:
            yield make_helped(World(at=now).setup())
        finally:
            connections.close_all()
            connection.settings_dict["NAME"] = shared


@pytest.fixture
def meeting() -> Barrier:
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


def code(answer: object) -> str:
    return answer.code if isinstance(answer, Refusal) else type(answer).__name__


def test_a_plan_is_signed_once(scene: Helped, monkeypatch: pytest.MonkeyPatch, meeting: Barrier) -> None:
    plan = scene.shown_plan()
    meet_in(monkeypatch, planning, "_sign", meeting)

    def sign() -> object:
        with scene.as_(scene.citizen):
            return interventions.sign_plan(
                plan_id=plan, version=2, how=SigningWay.DIGITAL, by=scene.citizen, at=scene.at
            )

    assert sorted(code(one) for one in race(sign, sign)) == ["NoneType", "plan.already_signed"]
    with scene.as_(scene.karen):
        assert Event.objects.filter(case_id=scene.case_id, kind="plan.signed").count() == 1


def test_both_sign_at_the_same_moment_and_the_plan_is_agreed(
    scene: Helped, monkeypatch: pytest.MonkeyPatch, meeting: Barrier
) -> None:
    plan = scene.shown_plan()
    meet_in(monkeypatch, planning, "_sign", meeting)
    answers = race(lambda: scene.sign(plan, scene.citizen), lambda: scene.sign(plan, scene.karen))
    assert answers == [None, None]
    assert scene.help_().agreed is not None


def test_two_follow_ups_of_one_page_never_both_count(
    scene: Helped, monkeypatch: pytest.MonkeyPatch, meeting: Barrier
) -> None:
    scene.agreed_plan()
    scene.started()
    meet_in(monkeypatch, following, "_create", meeting)
    answers = race(lambda: scene.followed(latest=0), lambda: scene.followed(latest=0))
    assert sorted(code(one) for one in answers) == ["follow_up.again", "int"]
    assert len(scene.help_().follow_ups) == 1


def test_two_drafts_of_one_version_never_both_stand(
    scene: Helped, monkeypatch: pytest.MonkeyPatch, meeting: Barrier
) -> None:
    plan = scene.draft_plan()
    meet_in(monkeypatch, planning, "_put", meeting)

    def save() -> object:
        from tests.apps.interventions.helped import GOAL, PLAN

        with scene.as_(scene.karen):
            written = interventions.WrittenPlan(plan, 2, PLAN, [interventions.WrittenGoal(GOAL)])
            return interventions.save_plan(written=written, by=scene.karen, at=scene.at)

    assert sorted(code(one) for one in race(save, save)) == ["NoneType", "edit.conflict"]
    assert len(scene.help_().goals) == 1


def overlap(scene: Helped) -> None:
    """A second period in the middle of the first, written past every act."""
    row = scene.help_().interventions[0]
    with scene.as_(scene.karen), transaction.atomic():
        InterventionPeriod.objects.create(
            case_id=scene.case_id,
            intervention=row,
            starts=date(2027, 3, 1),
            ends=date(2027, 4, 1),
            price_unit=PriceUnit.FREE,
            at=scene.at,
            by=scene.karen.subject,
        )


def test_without_the_constraint_periods_would_overlap(scene: Helped) -> None:
    """The sabotage: with the constraint gone, what it refuses goes through."""
    scene.intervention()
    with pytest.raises(IntegrityError, match="intervention_periods_never_overlap"):
        overlap(scene)
    connections.close_all()
    with psycopg.connect(database.address(connection.settings_dict["NAME"], owner=True), autocommit=True) as owner:
        owner.execute("alter table interventions_interventionperiod drop constraint intervention_periods_never_overlap")
    overlap(scene)
    now = scene.help_()
    assert len(now.periods_of(now.interventions[0])) == 2
