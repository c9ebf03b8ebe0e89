"""The history: every event that the apps announce has its words, and the chain says whether it holds."""

import pytest
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.apps.assessment import events as assessment
from borgerfokus.apps.casework import events as casework
from borgerfokus.apps.casework import service
from borgerfokus.apps.decisions import events as decisions
from borgerfokus.apps.dialogue import events as dialogue
from borgerfokus.apps.journal import events as journal
from borgerfokus.core.chain import Fault, FaultKind
from borgerfokus.web.present import happenings

KINDS = sorted(
    {
        vars(one)["kind"]
        for module in (casework, journal, assessment, decisions, dialogue)
        for one in vars(module).values()
        if isinstance(one, type) and "kind" in vars(one)
    }
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_its_words(kind: str) -> None:
    assert kind in happenings.kinds()


def test_the_log_is_told_in_plain_words(world: World, as_: LogIn) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    shown = text(as_(karen).get(f"/sag/{case.number}/historik/"))
    assert "Karen har fået sagen" in shown
    assert "Sagen er oprettet hos Voksenteamet" in shown
    assert "2 hændelser hænger sammen, ingen er ændret" in shown


def test_a_fault_in_the_chain_is_told(world: World, as_: LogIn, monkeypatch: pytest.MonkeyPatch) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    fault = Fault(kind=FaultKind.EDITED, seq=1, detail="changed")
    monkeypatch.setattr(service, "chain_faults", lambda *, case_id: (fault,))
    assert "1 fejl i kæden" in text(as_(karen).get(f"/sag/{case.number}/historik/"))
