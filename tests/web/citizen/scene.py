"""Mads and his case as the citizen's pages show them, and clients that are logged in as somebody."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from django.test import Client
from tests.factories.login import log_in
from tests.factories.world import World, next_cpr

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Scope
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering
from borgerfokus.foundation.people.models import Representation

PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
SECRET = "KANARIEFUGL-4711"


@dataclass
class Scene:
    """Mads has asked for support; Karen works on the case. Nobody else may see it."""

    world: World
    mads: Actor
    karen: Actor
    case: Case
    numbers: dict[int, Cpr] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The clock of the test."""
        return self.world.at

    @contextmanager
    def as_(self, actor: Actor) -> Iterator[None]:
        """A transaction of one actor."""
        purpose = Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
        with acting_as(actor, purpose=purpose, at=self.at):
            yield

    def client(self, actor: Actor) -> Client:
        """A browser in which somebody is logged in."""
        client = Client()
        log_in(client, actor, at=self.at)
        return client

    def person(self, given: str, family: str) -> Actor:
        """Another citizen, whose number the test knows."""
        number = next_cpr()
        with acting_as(system("test"), purpose=Purpose.OPERATION, at=self.at):
            new = registering.NewPerson(cpr=number, given_name=given, family_name=family)
            person_id = registering.register(person=new, by=system("test"), at=self.at)
        self.numbers[person_id] = number
        return people.actor_for(person_id=person_id, name=f"{given} {family}", at=self.at)

    def power(self, to: Actor, *scopes: Scope, ends: date = date(2027, 5, 1)) -> Representation:
        """Mads lets somebody act for him."""
        with self.as_(self.mads):
            power = registering.give_power(
                person_id=self.mads.id,
                to=self.numbers[to.id],
                scopes=frozenset(scopes),
                ends=ends,
                by=self.mads,
                at=self.at,
            )
        assert power is not None
        return power

    def note(self, title: str, body: str) -> int:
        """Karen writes a note. Returns the entry's id."""
        with self.as_(self.karen):
            note = journal.NewEntry(title=title, body=body, channel="phone")
            entry = journal.write_note(case_id=self.case.pk, note=note, by=self.karen, at=self.at)
        assert isinstance(entry, int)
        return entry

    def withheld(self) -> int:
        """A note that Mads may not read for now. Returns the entry's id."""
        entry = self.note(f"Om en anden {SECRET}", f"Søsteren fortalte i fortrolighed: {SECRET}.")
        why = journal.Withholding("Hensyn til en anden person", "Forvaltningsloven § 15 b", date(2027, 1, 4))
        with self.as_(self.karen):
            assert journal.withhold(entry_id=entry, why=why, by=self.karen, at=self.at) is None
        return entry

    def ask(self, *facts: str, due: date = date(2026, 11, 30), pause: bool = True) -> int:
        """Karen asks Mads for facts. Returns the id of the last task."""
        with self.as_(self.karen):
            asked = assessment.Ask(facts=facts, source=Source.CITIZEN, whom="Mads Ellekjær", due=due, pause=pause)
            refusal = assessment.ask(case_id=self.case.pk, ask=asked, by=self.karen, at=self.at)
            assert refusal is None, refusal
            tasks = Task.objects.filter(case=self.case, for_whom="citizen").order_by("-id")
            return tasks.values_list("id", flat=True)[0]

    def hear(self) -> int:
        """Karen hears Mads about a fact that speaks against. Returns the hearing's id."""
        known = assessment.Known(
            kind="note",
            value="Andre tilbud om aftenen er åbne",
            source="Værestedet",
            as_of=self.at.date(),
            against_party=True,
            party_knows=False,
        )
        with self.as_(self.karen):
            assert assessment.record(case_id=self.case.pk, fact="O5", known=known, by=self.karen, at=self.at) is None
            new = decisions.NewHearing(facts=["O5"], text="Vi regner med at sige nej til støtte om aftenen.")
            hearing = decisions.send_hearing(case_id=self.case.pk, new=new, by=self.karen, at=self.at)
        assert isinstance(hearing, int), hearing
        return hearing

    def reread(self) -> Case:
        """The case's row as it stands, read by Karen."""
        with self.as_(self.karen):
            return Case.objects.select_related("type_version", "unit", "caseworker").get(pk=self.case.pk)


def make(world: World) -> Scene:
    """The scene, with the case accepted and being informed."""
    Unit.objects.update(phone="09 99 00 40", hours="mandag til torsdag kl. 9–11")
    karen = world.employee("Karen Lindvad")
    mads = world.citizen()
    case = world.case(citizen_id=mads.id, caseworker=karen, days_ago=20)
    scene = Scene(world, mads, karen, case)
    with scene.as_(karen):
        refusal = casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=karen, at=world.at)
        assert not isinstance(refusal, Refusal), refusal
    return scene
