"""A decided case among others, a leader who supervises, and reviewers from another team."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.apps.decisions.scene import Scene as Deciding
from tests.apps.decisions.scene import make as decided
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as


@dataclass
class Scene:
    """Bente leads Karen's team; Ravn and Rita review from the team beside it."""

    world: World
    deciding: Deciding
    karen: Actor
    bente: Actor
    ravn: Actor
    rita: Actor
    at: datetime
    cases: list[int] = field(default_factory=list)

    @contextmanager
    def as_(self, actor: Actor, *, at: datetime | None = None) -> Iterator[None]:
        with acting_as(actor, purpose=Purpose.SUPERVISION, at=at or self.at):
            yield

    @contextmanager
    def everything(self) -> Iterator[Actor]:
        by = system("test")
        with acting_as(by, purpose=Purpose.OPERATION, at=self.at):
            yield by

    def more_cases(self, number: int, *, caseworker: Actor | None = None) -> None:
        """So many more cases of Karen's, decided yesterday."""
        for place in range(number):
            citizen = self.world.citizen(f"Borger{place}", "Opdigtet")
            case = self.world.case(citizen_id=citizen.id, caseworker=caseworker or self.karen, days_ago=30)
            with self.everything():
                Case.objects.filter(pk=case.pk).update(decided_at=self.at - timedelta(days=1), outcome="granted")
            self.cases.append(case.pk)

    def new(self, **changes: object) -> supervision.NewCampaign:
        """A campaign over Karen's team."""
        unit = self.world.units["voksenteamet"].pk
        values: dict[str, object] = {
            "title": "Begrundelser",
            "purpose": "Er begrundelserne i orden?",
            "case_types": ("sel-85",),
            "units": (unit,),
            "starts": (self.at - timedelta(days=90)).date(),
            "ends": (self.at + timedelta(days=1)).date(),
            "size": 4,
            "divided_by": ("unit_and_type",),
            "reviewers": (self.ravn.id, self.rita.id),
            "review_until": (self.at + timedelta(days=14)).date(),
        }
        return supervision.NewCampaign(**{**values, **changes})  # type: ignore[arg-type]

    def made(self, **changes: object) -> int:
        with self.as_(self.bente):
            row = supervision.make(new=self.new(**changes), by=self.bente, at=self.at)
        assert isinstance(row, supervision.Campaign), row
        return row.pk

    def drawn(self, **changes: object) -> int:
        number = self.made(**changes)
        with self.as_(self.bente):
            done(supervision.draw(campaign_id=number, by=self.bente, at=self.at))
        return number

    def running(self, **changes: object) -> int:
        number = self.drawn(**changes)
        with self.as_(self.bente):
            done(supervision.begin(campaign_id=number, by=self.bente, at=self.at))
        return number

    def sampled(self, campaign: int) -> list[supervision.SampledCase]:
        with self.everything():
            rows = supervision.SampledCase.objects.filter(campaign_id=campaign).select_related("case", "stratum")
            return list(rows.order_by("rank"))

    def reviewer(self, sampled: supervision.SampledCase) -> Actor:
        return next(one for one in (self.ravn, self.rita) if one.id == sampled.reviewer_id)

    def review(
        self, sampled: supervision.SampledCase, *, faults: tuple[str, ...] = (), serious: tuple[str, ...] = ()
    ) -> int | Refusal:
        """The reviewer goes through the case: everything is in order but the faults."""
        by = self.reviewer(sampled)
        with self.as_(by):
            opened = supervision.open_review(sampled_id=sampled.pk, by=by, at=self.at)
            known = supervision.judgements_of(sampled_id=sampled.pk)
            judgements = {
                key: supervision.NewJudgement(
                    verdict="not_met" if key in faults + serious else "met",
                    note="Se side 2.",
                    serious=key in serious,
                )
                for key in known
            }
            review = supervision.Review(judgements, "Læst.", True, opened.version)
            return supervision.save(sampled_id=sampled.pk, review=review, by=by, at=self.at)


def done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer


def make(world: World) -> Scene:
    deciding = decided(world)
    decision = deciding.issued()
    deciding.received(decision, world.at)
    ravn = world.employee("Ravn", unit="ydelsesteamet")
    rita = world.employee("Rita", unit="ydelsesteamet", role=Role.SECOND_READER)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        # The decision of the scene is made at the very moment of the test.
        Case.objects.filter(pk=deciding.case_id).update(decided_at=world.at - timedelta(hours=1))
    return Scene(world, deciding, deciding.karen, deciding.bente, ravn, rita, world.at, [deciding.case_id])
