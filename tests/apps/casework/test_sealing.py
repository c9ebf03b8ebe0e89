"""A sealed case: those who are named see it, nobody else finds it anywhere, and break-glass does not open it."""

from datetime import timedelta

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
WHY = "Forælderen arbejder i teamet."


class Sealing:
    """A case with its caseworker, a leader, and two colleagues."""

    def __init__(self, world: World) -> None:
        self.world, self.at = world, world.at
        self.caseworker = world.employee("Karen")
        self.named = world.employee("Nina")
        self.colleague = world.employee("Rasmus")
        self.leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
        self.other_leader = world.employee("Torben", role=Role.TEAM_LEADER, leads=True)
        self.citizen = world.citizen()
        self.case = world.case(citizen_id=self.citizen.id, caseworker=self.caseworker)

    def seal(self, by: Actor, **more: object) -> Refusal | None:
        given = {"reason": WHY, "named": [self.named.id], **more}
        with acting_as(by, purpose=Purpose.CASEWORK, at=self.at):
            return casework.seal(case_id=self.case.pk, by=by, at=self.at, **given)  # type: ignore[arg-type]

    def unseal(self, by: Actor, *, reason: str = "Forælderen er flyttet.") -> Refusal | None:
        later = self.at + timedelta(days=1)
        with acting_as(by, purpose=Purpose.CASEWORK, at=later):
            return casework.unseal(case_id=self.case.pk, reason=reason, by=by, at=later)

    def seen_by(self, by: Actor, *, days: int = 2) -> bool:
        at = self.at + timedelta(days=days)
        with acting_as(by, purpose=Purpose.CASEWORK, at=at):
            by_filter = casework.visible_to(by, at=at).filter(pk=self.case.pk).exists()
            by_database = Case.objects.filter(pk=self.case.pk).exists()
        assert by_filter == by_database
        return by_filter


@pytest.fixture
def sealing(world: World) -> Sealing:
    return Sealing(world)


def test_those_who_are_named_see_it_and_nobody_else(sealing: Sealing) -> None:
    assert sealing.seal(sealing.leader) is None
    seers = [sealing.caseworker, sealing.named, sealing.leader, sealing.citizen]
    assert all(sealing.seen_by(one) for one in seers)
    assert not any(sealing.seen_by(one) for one in (sealing.colleague, sealing.other_leader))


def test_it_is_in_no_list_count_or_team_of_others(sealing: Sealing) -> None:
    sealing.seal(sealing.leader)
    day = casework.Day(at=sealing.at, today=day_of(sealing.at), soon=day_of(sealing.at))
    for by in (sealing.colleague, sealing.other_leader):
        with acting_as(by, purpose=Purpose.CASEWORK, at=sealing.at):
            assert casework.work_list(by=by, filters=casework.Filters(), day=day).cases == ()
            assert casework.totals(by=by, filters=casework.Filters(), day=day).count == 0
            people = [sealing.citizen.id]
            assert not casework.cases_about(person_ids=people, by=by, at=sealing.at).exists()
            units = [sealing.case.unit_id]
            assert casework.team_loads(by=by, at=sealing.at, units=units, today=day.today, soon=day.soon) == []


def test_break_glass_does_not_open_it(sealing: Sealing) -> None:
    sealing.seal(sealing.leader)
    outsider = sealing.world.employee("Gitte", unit="ydelsesteamet")
    with acting_as(outsider, purpose=Purpose.BREAK_GLASS, at=sealing.at), pytest.raises(Hidden):
        casework.break_glass(number=sealing.case.number, reason="Der er fare for liv nu.", by=outsider, at=sealing.at)


def test_a_break_glass_that_is_running_ends_with_the_seal(sealing: Sealing) -> None:
    outsider = sealing.world.employee("Gitte", unit="ydelsesteamet")
    reason = "Der er fare for liv nu."
    with acting_as(outsider, purpose=Purpose.BREAK_GLASS, at=sealing.at):
        casework.break_glass(number=sealing.case.number, reason=reason, by=outsider, at=sealing.at)
    assert sealing.seen_by(outsider, days=0)
    sealing.seal(sealing.leader)
    assert not sealing.seen_by(outsider, days=0)


def test_only_a_leader_seals_and_only_with_a_reason(sealing: Sealing) -> None:
    with pytest.raises(Hidden):
        sealing.seal(sealing.caseworker)
    refusal = sealing.seal(sealing.leader, reason=" ")
    assert refusal is not None
    assert refusal.code == "no_reason"


def test_the_unit_sees_it_again_and_what_the_seal_gave_ends(sealing: Sealing) -> None:
    sealing.seal(sealing.leader)
    with pytest.raises(Hidden):
        sealing.unseal(sealing.other_leader)
    assert sealing.unseal(sealing.leader) is None
    assert all(sealing.seen_by(one) for one in (sealing.colleague, sealing.other_leader, sealing.named))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sealing.at):
        kinds = list(Event.objects.filter(case=sealing.case).order_by("seq").values_list("kind", flat=True))
    assert kinds[-2:] == ["case.sealed", "case.unsealed"]
    again = sealing.unseal(sealing.leader)
    assert again is not None
    assert again.code == "not_sealed"


def test_a_seal_that_forgets_who_sealed_could_never_be_taken_off(
    sealing: Sealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: without the access of the one who seals, the leader loses the case by sealing it."""
    from borgerfokus.apps.casework.actions import sealing as acting

    monkeypatch.setattr(acting.access, "give", lambda **_: None)
    sealing.seal(sealing.leader)
    assert not sealing.seen_by(sealing.leader)
