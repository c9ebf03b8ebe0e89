"""Only a party, or who validly acts for one, appeals. Knowing the number of a case or a decision gives nothing."""

from datetime import date, datetime, timedelta

import pytest
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Appeal
from borgerfokus.core.access import Scope
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Representation

UNHAPPY = decisions.NewAppeal(text="Jeg er uenig. Jeg har brug for hjælp om aftenen.")


@pytest.fixture
def decision_id(scene: Scene) -> int:
    """A decision that the citizen has received."""
    issued = scene.issued(Outcome.REFUSED)
    scene.received(issued, scene.at)
    return issued


def file(scene: Scene, decision_id: int, by: Actor, new: decisions.NewAppeal = UNHAPPY) -> int | Refusal:
    """Somebody appeals."""
    with scene.as_(by):
        return decisions.file_appeal(decision_id=decision_id, new=new, by=by, at=scene.at)


def power(
    scene: Scene,
    representative: Actor,
    *,
    kind: str = "attorney",
    scopes: tuple[Scope, ...] = (),
    starts: datetime | None = None,
    ends: datetime | None = None,
    withdrawn: datetime | None = None,
) -> Actor:
    """Give somebody the power to act for the citizen. Returns the representative as an actor anew."""
    with scene.as_(scene.citizen):
        Representation.objects.create(
            person_id=scene.citizen.id,
            representative_id=representative.id,
            kind=kind,
            scopes=[scope.value for scope in scopes],
            starts=starts or scene.at - timedelta(days=30),
            ends=ends or scene.at + timedelta(days=30),
            withdrawn_at=withdrawn,
            given_how="selvbetjening",
            given_by=scene.citizen.subject,
        )
    return people.actor_for(person_id=representative.id, name=representative.name, at=scene.at)


def test_the_party_may(scene: Scene, decision_id: int) -> None:
    appeal_id = file(scene, decision_id, scene.citizen)
    assert isinstance(appeal_id, int)
    with scene.as_(scene.citizen):
        row = Appeal.objects.get(pk=appeal_id)
    assert (row.filed_by_id, row.relation, row.in_time) == (scene.citizen.id, "party", True)


def test_a_stranger_who_knows_the_number_finds_nothing(scene: Scene, decision_id: int) -> None:
    stranger = scene.world.citizen("Lene", "Overgaard")
    with pytest.raises(Hidden):
        file(scene, decision_id, stranger)
    other_case = scene.world.case(citizen_id=stranger.id)
    assert other_case.pk != scene.case_id
    with pytest.raises(Hidden):
        file(scene, decision_id, stranger)
    with scene.as_(scene.karen):
        assert not Appeal.objects.exists()


def test_a_relative_who_is_named_in_the_case_may_not(scene: Scene, decision_id: int) -> None:
    sister = scene.world.citizen("Sofie", "Ellekjær")
    with scene.as_(scene.karen):
        casework.add_party(case_id=scene.case_id, person_id=sister.id, role="relative", by=scene.karen, at=scene.at)
    with pytest.raises(Hidden):
        file(scene, decision_id, sister)


def test_a_power_of_attorney_covers_what_it_says(scene: Scene, decision_id: int) -> None:
    reader = power(scene, scene.world.citizen("Lene", "Overgaard"), scopes=(Scope.READ,))
    with pytest.raises(Hidden):
        file(scene, decision_id, reader)
    agent = power(scene, scene.world.citizen("Jens", "Holm"), scopes=(Scope.ACT,))
    appeal_id = file(scene, decision_id, agent)
    assert isinstance(appeal_id, int)
    with scene.as_(scene.karen):
        assert Appeal.objects.get(pk=appeal_id).relation == "power_of_attorney"


def test_a_power_that_is_over_or_withdrawn_is_worth_nothing(scene: Scene, decision_id: int) -> None:
    over = power(
        scene, scene.world.citizen("Lene", "Overgaard"), scopes=(Scope.ACT,), ends=scene.at - timedelta(days=1)
    )
    withdrawn = power(
        scene, scene.world.citizen("Jens", "Holm"), scopes=(Scope.ACT,), withdrawn=scene.at - timedelta(hours=1)
    )
    for actor in (over, withdrawn):
        with pytest.raises(Hidden):
            file(scene, decision_id, actor)


def test_a_guardian_and_the_partys_representative_may(scene: Scene, decision_id: int) -> None:
    guardian = power(scene, scene.world.citizen("Jens", "Holm"), kind="guardian")
    appeal_id = file(scene, decision_id, guardian)
    assert isinstance(appeal_id, int)
    with scene.as_(guardian):
        assert Appeal.objects.get(pk=appeal_id).relation == "guardian"
        assert decisions.withdraw_appeal(appeal_id=appeal_id, by=guardian, at=scene.at) is None
    lawyer = scene.world.citizen("Ida", "Kvist")
    with scene.as_(scene.karen):
        casework.add_party(
            case_id=scene.case_id, person_id=lawyer.id, role="representative", by=scene.karen, at=scene.at
        )
    second = file(scene, decision_id, lawyer)
    assert isinstance(second, int)
    with scene.as_(scene.karen):
        assert Appeal.objects.get(pk=second).relation == "party_representative"


def test_a_caseworker_writes_down_an_appeal_for_a_party_and_for_nobody_else(scene: Scene, decision_id: int) -> None:
    stranger = scene.world.citizen("Lene", "Overgaard")
    told = decisions.NewAppeal(text="Hun ringer og er uenig.", filed_by=stranger.id, channel="phone")
    refusal = file(scene, decision_id, scene.karen, told)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not_a_party"
    power(scene, stranger, scopes=(Scope.READ,))
    narrow = file(scene, decision_id, scene.karen, told)
    assert isinstance(narrow, Refusal)
    assert narrow.code == "representation_too_narrow"
    own = decisions.NewAppeal(text="Han ringer og er uenig.", filed_by=scene.citizen.id, channel="phone")
    assert isinstance(file(scene, decision_id, scene.karen, own), int)


def test_a_colleague_in_another_unit_cannot_write_one_down(scene: Scene, decision_id: int) -> None:
    elsewhere = scene.world.employee("Ida", unit="visitation")
    with pytest.raises(Hidden):
        file(scene, decision_id, elsewhere)


def test_a_draft_cannot_be_appealed(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft()
    with pytest.raises(Hidden):
        file(scene, draft_id, scene.citizen)
    refusal = file(scene, draft_id, scene.karen)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not_issued"


def test_a_late_appeal_is_registered_and_flagged(scene: Scene, decision_id: int) -> None:
    late = datetime.combine(date(2026, 12, 22), scene.at.timetz())
    with scene.as_(scene.citizen, late):
        (made,) = decisions.made_decisions_of(case_id=scene.case_id, by=scene.citizen, at=late)
        assert made.appeal_until == date(2026, 12, 21)
        assert made.may_appeal
        assert made.late
        appeal_id = decisions.file_appeal(decision_id=decision_id, new=UNHAPPY, by=scene.citizen, at=late)
        assert isinstance(appeal_id, int)
        assert Appeal.objects.get(pk=appeal_id).in_time is False


def test_a_second_appeal_of_the_same_decision_is_answered(scene: Scene, decision_id: int) -> None:
    assert isinstance(file(scene, decision_id, scene.citizen), int)
    again = file(scene, decision_id, scene.citizen)
    assert isinstance(again, Refusal)
    assert again.code == "appeal_exists"
