"""A new case type needs a document and no code: one made up here runs from the page of case types to a closed case."""

from datetime import date, datetime, timedelta

import pytest
from tests.apps.decisions.scene import Scene
from tests.factories.world import LONG_AGO, World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, Event
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Responsibility, Unit

DOCUMENT = """
base = "adult-support"
key = "own-walking-friend"
title_citizen = { da = "En ven at gå med", en = "A friend to walk with" }
title_staff = { da = "Gåven, kommunens egen ordning", en = "Walking friend, own scheme" }
short = { da = "En, der går en tur med dig.", en = "Somebody who takes a walk with you." }
summary = { da = "Vil du ud at gå, men ikke alene?", en = "Do you want to walk, but not alone?" }
life_situations = ["mental-health"]
search_words = ["gåtur", "gå tur med"]
kle = "27.36.12"
section = "85"
rules_text = { da = "Kommunen tilbyder en gåven.", en = "The municipality offers a walking friend." }
considerations_hint = { da = "Skriv hvorfor.", en = "Write why." }
numbers = ["sel.escort_hours"]

[cooperation]
oneself = [{ da = "Gå en tur med naboen.", en = "Walk with your neighbour." }]
associations = [{ da = "Gåhold i foreninger.", en = "Walking groups in associations." }]

[[deadlines]]
key = "decision"
amount = 2
unit = "weeks"

[[phases]]
key = "information"
own_duration_days = 2
checklist = [
  { key = "home_visit", leave_out = true },
  { key = "route", before = "facts", text = { da = "Gå turen", en = "Walk it" }, article = "Kommunens egen regel" },
]

[[intake]]
title = { da = "Turen", en = "The walk" }

  [[intake.fields]]
  use = "own_words"

  [[intake.fields]]
  use = "may_ask"

[[information]]
key = "O1"
use = "function"

[[information]]
key = "O2"
use = "consent_fact"
"""
ANSWERS = {"what_is_hard": "Jeg tør ikke gå alene.", "may_ask": ["doctor"]}


@pytest.fixture
def published(world: World) -> CaseTypeVersion:
    """The case type, saved from its short document, published, with a team that answers for it."""
    admin = world.employee("Ada", role=Role.ADMINISTRATOR)
    with acting_as(admin, purpose=Purpose.ADMINISTRATION, at=world.at):
        saved = casework.save_case_type(document=DOCUMENT, by=admin, at=world.at)
        assert isinstance(saved, CaseTypeVersion), saved
        assert casework.publish_case_type(version_id=saved.pk, version=saved.version, by=admin, at=world.at) is None
    Unit.objects.update(phone="09 99 00 40", hours="mandag til torsdag kl. 9-11")
    Responsibility.objects.create(
        unit=world.units["voksenteamet"], case_type_key=saved.key, kind="responsible", starts=LONG_AGO
    )
    return saved


def test_what_is_kept_is_whole(published: CaseTypeVersion) -> None:
    assert "base =" not in published.document
    assert "use =" not in published.document
    assert [item.key for item in published.spec.phase("information").checklist][:3] == ["involve", "consent", "route"]  # type: ignore[arg-type]


def test_a_base_that_is_not_there_is_refused_with_words(world: World) -> None:
    admin = world.employee("Ada", role=Role.ADMINISTRATOR)
    with acting_as(admin, purpose=Purpose.ADMINISTRATION, at=world.at):
        errors = casework.save_case_type(document='base = "nowhere"', by=admin, at=world.at)
    assert isinstance(errors, tuple)
    assert [error.kind for error in errors] == ["unknown_base"]


def test_from_request_to_closed_case(world: World, published: CaseTypeVersion, now: datetime) -> None:
    karen, bente = world.employee("Karen"), world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    citizen = world.citizen()
    done = requested(by=citizen, world=world)
    scene = Scene(world, citizen, karen, bente, done.case_id, world.at)
    with scene.as_(karen):
        casework.take(case_id=done.case_id, by=karen, at=world.at)
        assert scene.case.deadlines.get(key="decision").due == date(2026, 12, 7)
    scene.know("O1", "O2")
    steps(scene, Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION)
    decision_id = scene.draft(Outcome.GRANTED)
    sent = scene.issue(decision_id)
    assert isinstance(sent, decisions.Issued), sent
    scene.received(decision_id, world.at + timedelta(hours=2))
    scene.at = world.at + timedelta(days=3)
    steps(scene, Step.START_INTERVENTION, Step.BEGIN_FOLLOW_UP)
    scene.at = world.at + timedelta(days=60)
    steps(scene, Step.CLOSE, reason="Målet er nået.")
    with scene.as_(karen):
        case = Case.objects.get(pk=done.case_id)
        told = list(Event.objects.filter(case=case).order_by("seq").values_list("kind", flat=True))
    assert (case.phase, case.closed_reason, case.type_version_id) == ("closed", "completed", published.pk)
    assert {"case.opened", "case.taken", "decision.issued"} <= set(told)


def test_its_letter_carries_its_own_words(world: World, published: CaseTypeVersion) -> None:
    citizen = world.citizen()
    done = requested(by=citizen, world=world)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=world.at):
        (receipt,) = [
            line for line in journal.lines(case_id=done.case_id, by=citizen, at=world.at) if line.kind == "letter"
        ]
        assert "En ven at gå med" in receipt.body
    karen, bente = world.employee("Karen"), world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    scene = Scene(world, citizen, karen, bente, done.case_id, world.at)
    with scene.as_(karen):
        casework.take(case_id=done.case_id, by=karen, at=world.at)
    scene.know("O1", "O2")
    steps(scene, Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION)
    decision_id = scene.draft(Outcome.GRANTED)
    with scene.as_(karen):
        assert Decision.objects.get(pk=decision_id).rules.startswith("Kommunen tilbyder en gåven.")


def requested(*, by: Actor, world: World) -> dialogue.Submitted:
    """The citizen asks for it."""
    request = dialogue.NewRequest(
        type_key="own-walking-friend",
        citizen_id=by.id,
        answers=ANSWERS,
        idempotency_key="k",
        received_at=world.at,
    )
    with acting_as(by, purpose=Purpose.OWN_CASE, at=world.at):
        done = dialogue.submit(request=request, by=by, at=world.at)
    assert isinstance(done, dialogue.Submitted), done
    return done


def steps(scene: Scene, *wanted: Step, reason: str = "") -> None:
    """Karen takes steps that must be allowed."""
    with scene.as_(scene.karen):
        for step in wanted:
            refusal = casework.take_step(case_id=scene.case_id, step=step, reason=reason, by=scene.karen, at=scene.at)
            assert not isinstance(refusal, Refusal), (step, refusal)
