"""Every shipped case type can decide in every way and in both languages: a complete draft gives a whole letter."""

from datetime import date

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.decisions.queries.letter import checked
from borgerfokus.core.casework.casetype import load_shipped
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.text.documents import LetterDocument
from borgerfokus.foundation.text.pdf import render_letter

KEYS = [spec.key for spec in load_shipped()]


@pytest.mark.parametrize("key", KEYS)
def test_a_complete_draft_gives_a_letter(world: World, key: str) -> None:
    Unit.objects.update(phone="09 99 00 40")
    citizen_id = world.person()
    case_id = world.case(citizen_id=citizen_id, type_key=key).pk
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        case = Case.objects.select_related("type_version", "unit", "caseworker").get(pk=case_id)
        for outcome in Outcome:
            for language in ("da", "en"):
                found = checked(
                    case=case, decision=complete(case, outcome, language), at=world.at, sent_on=world.at.date()
                )
                expected = set() if outcome is Outcome.GRANTED else {"reasons_missing"}
                assert {fault.code for fault in found.faults} == expected, (outcome, language)
                assert "…" not in found.letter.outcome_text
        document = LetterDocument(letter=found.letter, outcome=outcome, preview=True)
        assert render_letter(letter=document, language="en").startswith(b"%PDF-")


def complete(case: Case, outcome: Outcome, language: str) -> Decision:
    """A draft in which everything is written but the reasons, which need facts."""
    return Decision(
        case=case,
        outcome=outcome,
        applied_for="støtte 6 timer om ugen",
        granted="støtte 4 timer om ugen",
        refused="støtte 2 timer om aftenen",
        starts=date(2026, 12, 1),
        ends=date(2027, 12, 1),
        follow_up_on=date(2027, 3, 1),
        provider="Bostøtten Fjordby",
        language=language,
    )
