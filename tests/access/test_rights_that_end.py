"""Bar A5: a right that has ended is refused at the next request. Some thousand tries, none stale."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import transaction
from django.urls import reverse

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Party
from borgerfokus.foundation.access.models import Grant
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.login.models import Client as Program
from borgerfokus.foundation.organisation.models import Employee, Engagement
from borgerfokus.foundation.people import service as people
from borgerfokus.foundation.people.models import Person, Representation
from tests.access.harness import Visitor
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

TRIES = 1_000
Ending = Callable[[Scene, str], None]
CASE_TABS = ("case", "journal", "information", "decisions", "documents", "parties", "history")
CITIZEN_TABS = ("case", "journal")


@contextmanager
def as_(scene: Scene, key: str | None = None) -> Iterator[None]:
    actor = scene.actors[key] if key else SYSTEM
    purpose = Purpose.OPERATION if key is None else Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
    with acting_as(actor, purpose=purpose, at=scene.at):
        yield


def engagement_ends(scene: Scene, key: str) -> None:
    Engagement.objects.filter(employee_id=scene.actors[key].id).update(ends=scene.at.date())


def role_is_taken_away(scene: Scene, key: str) -> None:
    Engagement.objects.filter(employee_id=scene.actors[key].id).update(role="hr")


def moved_to_another_unit(scene: Scene, key: str) -> None:
    unit = scene.world.units["uvedkommende"]
    Engagement.objects.filter(employee_id=scene.actors[key].id).update(unit=unit)


def account_is_closed(scene: Scene, key: str) -> None:
    Employee.objects.filter(pk=scene.actors[key].id).update(active=False)


def grant_runs_out(scene: Scene, key: str) -> None:
    with as_(scene):
        subjects = scene.actors[key].subjects
        Grant.objects.filter(subject__in=subjects, case_id=scene.cases["plain"].id).update(ends=scene.at)


def case_is_sealed(scene: Scene, key: str) -> None:
    with as_(scene):
        Case.objects.filter(pk=scene.cases["plain"].id).update(sealed=True)


def consultation_is_answered(scene: Scene, key: str) -> None:
    number = scene.cases["plain"].ids["consultation"]
    assert isinstance(number, int)
    with as_(scene, key):
        by = scene.actors[key]
        assert casework.answer_consultation(consultation_id=number, text="Svar.", by=by, at=scene.at) is None


def handover_is_refused(scene: Scene, key: str) -> None:
    number = scene.cases["plain"].ids["handover"]
    assert isinstance(number, int)
    with as_(scene, key):
        by = scene.actors[key]
        assert casework.refuse_handover(handover_id=number, reason="Nej.", by=by, at=scene.at) is None


def handover_is_recalled(scene: Scene, key: str) -> None:
    number = scene.cases["plain"].ids["handover"]
    assert isinstance(number, int)
    with as_(scene, "caseworker"):
        casework.recall_handover(handover_id=number, by=scene.actors["caseworker"], at=scene.at)


def power_is_withdrawn(scene: Scene, key: str) -> None:
    with as_(scene, "citizen"):
        row = Representation.objects.get(representative_id=scene.persons[key], withdrawn_at__isnull=True)
        assert people.withdraw_power(representation_id=row.pk, by=scene.actors["citizen"], at=scene.at)


def power_runs_out(scene: Scene, key: str) -> None:
    with as_(scene):
        Representation.objects.filter(representative_id=scene.persons[key]).update(ends=scene.at)


def party_is_ended(scene: Scene, key: str) -> None:
    with as_(scene, "caseworker"):
        row = Party.objects.get(case_id=scene.cases["plain"].id, person_id=scene.persons[key], ends__isnull=True)
        assert casework.end_party(party_id=row.pk, by=scene.actors["caseworker"], at=scene.at) is None


def citizen_dies(scene: Scene, key: str) -> None:
    with as_(scene):
        Person.objects.filter(pk=scene.persons[key]).update(died_on=scene.at.date())


def program_is_shut_out(scene: Scene, key: str) -> None:
    with as_(scene):
        client_id = Program.objects.get(pk=scene.actors[key].id).client_id
        assert clients.end(client_id=client_id, by=SYSTEM, at=scene.at)


def program_loses_its_unit(scene: Scene, key: str) -> None:
    Program.objects.filter(pk=scene.actors[key].id).update(units=[])


STAFF_OF_THE_UNIT = ("colleague", "second_reader", "health_staff", "leader")
ENDINGS: tuple[tuple[Ending, tuple[str, ...]], ...] = (
    (engagement_ends, (*STAFF_OF_THE_UNIT, "consulted", "partner", "named", "break_glass", "handed_to")),
    (role_is_taken_away, (*STAFF_OF_THE_UNIT, "consulted", "partner", "named", "break_glass", "handed_to")),
    (moved_to_another_unit, STAFF_OF_THE_UNIT),
    (account_is_closed, STAFF_OF_THE_UNIT),
    (grant_runs_out, ("partner", "named", "break_glass", "consulted", "handed_to")),
    (case_is_sealed, ("colleague", "leader", "head", "consulted", "handed_to", "partner", "shared", "break_glass")),
    (consultation_is_answered, ("consulted",)),
    (handover_is_refused, ("handed_to",)),
    (handover_is_recalled, ("handed_to",)),
    (grant_runs_out, ("shared",)),
    (power_is_withdrawn, ("attorney_read", "attorney_act", "attorney_post")),
    (power_runs_out, ("guardian", "attorney_read", "attorney_act", "attorney_post")),
    (party_is_ended, ("second_party", "representative")),
    (citizen_dies, ("citizen", "guardian", "second_party")),
    (program_is_shut_out, ("client",)),
    (program_loses_its_unit, ("client",)),
)


def address(scene: Scene, key: str, dice: random.Random) -> str:
    number = scene.cases["plain"].number
    if key in scene.bearers:
        return f"/api/v1/cases/{number}" + dice.choice(["", "/events"])
    place, tabs = ("staff", CASE_TABS) if scene.actors[key].is_employee else ("citizen", CITIZEN_TABS)
    return reverse(f"{place}:{dice.choice(tabs)}", args=[number])


def stale(scene: Scene, *, tries: int, seed: int) -> list[tuple[str, str]]:
    """The tries in which a right that had ended was honoured once more."""
    dice, found = random.Random(seed), []
    for number in range(tries):
        ending, keys = ENDINGS[number % len(ENDINGS)]
        key = dice.choice(keys)
        visitor, where = Visitor(scene, key), address(scene, key, dice)
        with transaction.atomic():
            assert visitor.client.get(where).status_code == 200, (key, where)
            ending(scene, key)
            if visitor.client.get(where).status_code == 200:
                found.append((ending.__name__, key))
            transaction.set_rollback(True)
    return found


def test_a_hundred_rights_that_end_are_refused_at_the_next_request(scene: Scene) -> None:
    assert stale(scene, tries=105, seed=1) == []


@pytest.mark.slow
def test_a_thousand_rights_that_end_are_refused_at_the_next_request(scene: Scene) -> None:
    assert stale(scene, tries=TRIES, seed=2) == []


def test_a_right_that_is_remembered_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: an actor kept from one request to the next honours what has ended."""
    from borgerfokus.foundation.login import actors

    kept: dict[object, object] = {}
    read = actors.actor_of

    def remembering(who: object, *, at: datetime) -> object:
        return kept.setdefault(who, read(who, at=at) if who not in kept else None)  # type: ignore[arg-type]

    monkeypatch.setattr(actors, "actor_of", remembering)
    assert ("engagement_ends", "colleague") in {
        (name, "colleague") for name, _ in stale(scene, tries=30, seed=3) if name == "engagement_ends"
    }
