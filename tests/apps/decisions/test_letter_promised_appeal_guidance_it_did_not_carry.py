"""Every letter that can be appealed carries the guidance that the law asks for, by parameter, also in the PDF."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.decisions.queries import letter as letters
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.files import service as files


def words_of(scene: Scene, decision_id: int) -> str:
    """The text of the letter that was sent."""
    with scene.as_(scene.karen):
        file_id = Decision.objects.get(pk=decision_id).file_id
        assert file_id is not None
        reader = PdfReader(BytesIO(files.read_bytes(file_id=file_id)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REFUSED])
def test_the_letter_says_where_how_and_by_when(scene: Scene, outcome: Outcome) -> None:
    text = words_of(scene, scene.issued(outcome))
    for said in (
        "Du kan klage",
        "Ankestyrelsen",
        "senest 4 uger",
        "09 99 00 40",
        "retssikkerhedsloven § 60, § 66, § 67",
    ):
        assert said in text


def test_the_weeks_are_the_parameters(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    draft_id = scene.draft()
    with scene.as_(scene.karen):
        look = decisions.letter_checks(decision_id=draft_id, by=scene.karen, at=scene.at)
    guidance = look.letter.appeal
    assert guidance is not None
    assert (guidance.deadline_weeks, guidance.reassessment_weeks, guidance.body) == (4, 4, "Ankestyrelsen")


def test_sabotage_a_letter_without_guidance_is_not_sent(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.exempt()
    draft_id = scene.draft(considerations="Vi har lagt vægt på behovet [O2]. Se klagevejledningen sidst i brevet.")
    scene.approved(draft_id)
    monkeypatch.setattr(letters, "guidance", lambda *_: None)
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "letter_invalid"
    assert "Klagevejledningen mangler." in refusal.text.da
    assert "lover en klagevejledning" in refusal.text.da
    with scene.as_(scene.karen):
        assert Decision.objects.get(pk=draft_id).state == "approved"


def test_the_letter_says_the_outcome_first_and_shows_no_keys(scene: Scene) -> None:
    decision_id = scene.issued()
    text = words_of(scene, decision_id)
    assert text.index("Du får støtte 4 timer om ugen") < text.index("Det siger reglerne")
    assert "[O2]" not in text
    assert "1. marts 2027" in text
    with scene.as_(scene.karen):
        assert scene.case.follow_up_on == date(2027, 3, 1)


def test_a_protected_citizens_address_is_not_in_the_letter(scene: Scene) -> None:
    from borgerfokus.foundation.people.models import Address, Person

    with scene.as_(scene.citizen):
        Address.objects.create(
            person_id=scene.citizen.id,
            street="Hemmelig Vej 7",
            postcode="9990",
            city="Fjordby",
            starts=date(2020, 1, 1),
        )
    draft_id = scene.draft()
    with scene.as_(scene.karen):
        open_letter = decisions.letter_checks(decision_id=draft_id, by=scene.karen, at=scene.at).letter
        assert "Hemmelig Vej 7" in open_letter.addressee.address
    with scene.as_(scene.citizen):
        Person.objects.filter(pk=scene.citizen.id).update(protected=True)
    with scene.as_(scene.karen):
        hidden = decisions.letter_checks(decision_id=draft_id, by=scene.karen, at=scene.at).letter
        assert hidden.addressee.address == ()
