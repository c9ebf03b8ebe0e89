"""A case that is informed and ready to be decided, and the people around it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from tests.factories.world import World

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.models import Message

AGAINST = "O5"


@dataclass
class Scene:
    """Mads has asked for support; Karen works on the case, Bente leads the team and reads along."""

    world: World
    citizen: Actor
    karen: Actor
    bente: Actor
    case_id: int
    at: datetime

    @contextmanager
    def as_(self, actor: Actor, at: datetime | None = None) -> Iterator[None]:
        """A transaction of one actor."""
        purpose = Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
        with acting_as(actor, purpose=purpose, at=at or self.at):
            yield

    @property
    def case(self) -> Case:
        """The case's row, read by the open scope."""
        return Case.objects.select_related("type_version").get(pk=self.case_id)

    def know(self, *facts: str, against: bool = False) -> None:
        """Record facts; `against`: to the party's detriment, and the party does not know of them."""
        with self.as_(self.karen):
            for fact in facts:
                known = assessment.Known(
                    kind="note",
                    value=f"det, vi ved om {fact}",
                    source="samtale i hjemmet",
                    as_of=self.at.date(),
                    against_party=against,
                    party_knows=not against,
                )
                refusal = assessment.record(case_id=self.case_id, fact=fact, known=known, by=self.karen, at=self.at)
                assert refusal is None, refusal

    def know_everything(self) -> None:
        """Record every fact of the list."""
        with self.as_(self.karen):
            keys = [spec.key for spec in self.case.type_version.spec.information]
        self.know(*(key for key in keys if key != AGAINST))
        self.know(AGAINST, against=True)

    def exempt(self) -> None:
        """Leave the hearing out, so that a test about something else can go on."""
        with self.as_(self.karen):
            done = decisions.exempt_hearing(
                case_id=self.case_id,
                ground=Exemption.HARMLESS,
                why="Borgeren har selv sagt det.",
                by=self.karen,
                at=self.at,
            )
        assert not isinstance(done, Refusal), done

    def draft(self, outcome: Outcome = Outcome.PARTLY, **changes: object) -> int:
        """A finished draft. Returns its id."""
        with self.as_(self.karen):
            new = decisions.NewDraft(outcome=outcome, applied_for="støtte 6 timer om ugen")
            draft_id = decisions.start_draft(case_id=self.case_id, new=new, by=self.karen, at=self.at)
            assert isinstance(draft_id, int), draft_id
            proposed = decisions.propose_again(decision_id=draft_id, by=self.karen, at=self.at)
            content = decisions.DraftContent(
                outcome=outcome,
                applied_for="støtte 6 timer om ugen",
                granted="støtte 4 timer om ugen",
                refused="støtte 2 timer om aftenen",
                starts=date(2026, 12, 1),
                ends=date(2027, 12, 1),
                provider="Bostøtten Fjordby",
                rules=proposed.rules,
                considerations=finished(proposed.considerations),
                facts=proposed.facts,
            )
            content = replace(content, **changes)  # type: ignore[arg-type]
            saved = decisions.save_draft(decision_id=draft_id, version=1, content=content, by=self.karen, at=self.at)
        assert isinstance(saved, int), saved
        return draft_id

    def version(self, decision_id: int) -> int:
        """The version that the next act must name."""
        with self.as_(self.karen):
            return Decision.objects.get(pk=decision_id).version

    def approved(self, decision_id: int) -> None:
        """Karen asks, and Bente approves."""
        with self.as_(self.karen):
            asked = decisions.send_to_approval(
                decision_id=decision_id,
                version=self.version_in(decision_id),
                approver=self.bente.id,
                by=self.karen,
                at=self.at,
            )
        assert isinstance(asked, int), asked
        with self.as_(self.bente):
            done = decisions.approve(decision_id=decision_id, version=asked, by=self.bente, at=self.at)
        assert isinstance(done, int), done

    def version_in(self, decision_id: int) -> int:
        """As `version`, inside an open scope."""
        return Decision.objects.get(pk=decision_id).version

    def issue(self, decision_id: int, at: datetime | None = None) -> decisions.Issued | Refusal:
        """Karen sends the decision."""
        with self.as_(self.karen, at):
            return decisions.issue(
                decision_id=decision_id, version=self.version_in(decision_id), by=self.karen, at=at or self.at
            )

    def issued(self, outcome: Outcome = Outcome.PARTLY) -> int:
        """A decision that has been heard, written, approved and sent. Returns its id."""
        self.exempt()
        decision_id = self.draft(outcome)
        self.approved(decision_id)
        sent = self.issue(decision_id)
        assert not isinstance(sent, Refusal), sent
        return decision_id

    def told(self, message_id: UUID, outcome: results.Outcome, at: datetime, trouble: str = "") -> None:
        """The outbox tells what became of a letter."""
        by = system("outbox")
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            message = Message.objects.get(message_id=message_id)
            message.last_error = trouble
            results.tell(message, outcome=outcome, at=at, noted_at=at, by=by)

    def received(self, decision_id: int, at: datetime) -> None:
        """The letter of a decision reaches the citizen."""
        with self.as_(self.karen):
            message_id = Decision.objects.get(pk=decision_id).message_id
        assert message_id is not None
        self.told(message_id, results.Outcome.RECEIVED, at)


def finished(considerations: str) -> str:
    """The proposed considerations with their unfinished sentences written out."""
    because = "andre tilbud om aftenen er åbne for dig og dækker det, du har brug for."
    return "\n".join(f"{line} {because}" if line.endswith("fordi") else line for line in considerations.splitlines())


def make(world: World) -> Scene:
    """The scene with the case in the phase of decision and every fact on file."""
    from borgerfokus.foundation.organisation.models import Unit

    Unit.objects.update(phone="09 99 00 40", hours="mandag til torsdag kl. 9-11")
    karen = world.employee("Karen")
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    citizen = world.citizen()
    case = world.case(citizen_id=citizen.id, caseworker=karen, days_ago=20)
    scene = Scene(world, citizen, karen, bente, case.pk, world.at)
    scene.know_everything()
    with scene.as_(karen):
        for step in (Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION):
            refusal = casework.take_step(case_id=case.pk, step=step, by=karen, at=world.at)
            assert refusal is None, refusal
    return scene
