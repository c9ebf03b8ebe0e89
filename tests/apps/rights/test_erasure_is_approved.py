"""A case past its retention is proposed, approved by two, and erased; what stands in the way says so and stops it."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.apps.rights.scene import Rights

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, EventPayload
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.actions import erasing, proposing
from borgerfokus.apps.rights.models import Erasure, ErasureProposal, LegalHold
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

YEARS = timedelta(days=6 * 365)


class Officers:
    """The closed case, and the two who may approve that it is erased."""

    def __init__(self, scene: Rights) -> None:
        self.scene = scene
        world = scene.scene.world
        self.officer = world.employee("Malene", unit="fjordby", role=Role.DATA_PROTECTION_OFFICER)
        self.head = world.employee("Henny", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True)
        with scene.as_(scene.citizen):
            done = casework.take_step(
                case_id=scene.scene.case_id, step=Step.WITHDRAW, by=scene.citizen, at=scene.at, reason="Nej tak."
            )
            assert done is None, done
        self.late = scene.at + YEARS

    def proposed(self, at: datetime | None = None) -> int:
        """What the nightly job does. Returns how many were proposed."""
        with acting_as(system("rights.propose"), purpose=Purpose.OPERATION, at=at or self.late):
            return proposing.propose(at=at or self.late)

    @property
    def proposal(self) -> ErasureProposal:
        """The one proposal."""
        with acting_as(system("test"), purpose=Purpose.OPERATION, at=self.late):
            return ErasureProposal.objects.get()

    def approve(self, by: Actor) -> Refusal | None:
        """One of the two approves."""
        row = self.proposal
        with acting_as(by, purpose=Purpose.DATA_PROTECTION, at=self.late):
            return rights.approve(proposal_id=row.pk, version=row.version, by=by, at=self.late)

    def hold(self, *, person: bool = False, until: date | None = None) -> Refusal | None:
        """The officer puts the case on hold."""
        number = self.scene.scene.case_number
        with acting_as(self.officer, purpose=Purpose.DATA_PROTECTION, at=self.late):
            return rights.hold(
                number=number, whole_person=person, ground="Retten", until=until, by=self.officer, at=self.late
            )


@pytest.fixture
def officers(scene: Rights) -> Officers:
    with scene.as_(scene.karen):
        number = Case.objects.get(pk=scene.scene.case_id).number
    object.__setattr__(scene.scene, "case_number", number)
    return Officers(scene)


def test_nothing_is_proposed_before_the_years_have_passed(officers: Officers) -> None:
    assert officers.proposed(officers.scene.at + timedelta(days=5 * 365)) == 0
    assert officers.proposed() == 1
    assert officers.proposed() == 0, "once"


def test_two_different_people_approve_and_then_it_is_erased(officers: Officers, tmp_path: Path) -> None:
    officers.proposed()
    assert officers.approve(officers.officer) is None
    same = officers.approve(officers.officer)
    assert same is not None
    assert same.code == "rights.same_eyes"
    assert not erasing.carry_out(proposal_id=officers.proposal.pk, at=officers.late, folder=tmp_path)
    assert officers.approve(officers.head) is None
    assert erasing.carry_out(proposal_id=officers.proposal.pk, at=officers.late, folder=tmp_path)
    case_id = officers.scene.scene.case_id
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=officers.late):
        assert not EntryText.objects.filter(case_id=case_id).exists()
        assert EventPayload.objects.filter(case_id=case_id).count() == 1
        certificate = Erasure.objects.get(case_id=case_id)
    assert {certificate.first_name, certificate.second_name} == {officers.officer.name, officers.head.name}
    lines = [json.loads(line) for path in tmp_path.glob("*.jsonl") for line in path.read_text().splitlines()]
    assert [line["case_id"] for line in lines] == [case_id]


def test_what_comes_in_the_way_after_the_approval_stops_it(officers: Officers, tmp_path: Path) -> None:
    officers.proposed()
    officers.approve(officers.officer)
    officers.approve(officers.head)
    assert officers.hold() is None
    assert not erasing.carry_out(proposal_id=officers.proposal.pk, at=officers.late, folder=tmp_path)
    assert officers.proposal.blocks == ["hold"]
    assert officers.proposal.first_by == ""
    assert not list(tmp_path.iterdir())
    blocked = officers.approve(officers.officer)
    assert blocked is not None
    assert blocked.code == "rights.blocked"


def test_a_hold_on_the_person_holds_all_its_cases_until_its_day(officers: Officers) -> None:
    assert officers.hold(person=True, until=(officers.late + timedelta(days=30)).date()) is None
    officers.proposed()
    assert officers.proposal.blocks == ["hold"]
    officers.proposed(officers.late + timedelta(days=31))
    assert officers.proposal.blocks == []


def test_a_hold_that_is_lifted_holds_no_longer(officers: Officers) -> None:
    officers.hold()
    officers.proposed()
    with acting_as(officers.officer, purpose=Purpose.DATA_PROTECTION, at=officers.late):
        row = LegalHold.objects.get()
        assert rights.lift(hold_id=row.pk, why="Sagen er slut.", by=officers.officer, at=officers.late) is None
    officers.proposed()
    assert officers.proposal.blocks == []


def test_a_hold_names_a_case_that_is_there(officers: Officers) -> None:
    with acting_as(officers.officer, purpose=Purpose.DATA_PROTECTION, at=officers.late):
        refused = rights.hold(
            number="2020-999999", whole_person=False, ground="x", until=None, by=officers.officer, at=officers.late
        )
    assert refused is not None
    assert refused.code == "rights.unknown_case"


def test_a_request_that_is_open_blocks(officers: Officers) -> None:
    officers.scene.asked(officers.late)
    officers.proposed()
    assert officers.proposal.blocks == ["access"]


def test_a_case_that_is_kept_is_not_proposed_again(officers: Officers) -> None:
    officers.proposed()
    row = officers.proposal
    with acting_as(officers.head, purpose=Purpose.DATA_PROTECTION, at=officers.late):
        assert rights.keep(proposal_id=row.pk, why="Forskning", by=officers.head, at=officers.late) is None
    assert officers.proposed() == 0


def test_nobody_else_sees_or_approves_anything(officers: Officers) -> None:
    officers.proposed()
    row = officers.proposal
    for actor in (officers.scene.karen, officers.scene.bente, officers.scene.citizen):
        with acting_as(actor, purpose=Purpose.CASEWORK, at=officers.late):
            with pytest.raises(Hidden):
                rights.approve(proposal_id=row.pk, version=row.version, by=actor, at=officers.late)
            assert not ErasureProposal.objects.exists()


def test_a_head_of_another_department_sees_none_of_it(officers: Officers) -> None:
    officers.proposed()
    world = officers.scene.scene.world
    other = world.employee("Bo", unit="boern-forebyggelse", role=Role.DEPARTMENT_HEAD, leads=True)
    with acting_as(other, purpose=Purpose.DATA_PROTECTION, at=officers.late):
        assert rights.proposals(by=other) == []
