"""Once: the file for the appeal body held withheld notes and stood open in the citizen's journal."""

from datetime import date, timedelta

from tests.apps.decisions.scene import Scene

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Appeal
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.decisions.outcomes import AppealOutcome, Outcome

WHY = journal.Withholding("Hensyn til en anden", "forvaltningsloven § 15 b", date(2027, 3, 1))


def forwarded(scene: Scene) -> journal.Line:
    """The line of the case file, as the citizen sees it, after an appeal that was upheld."""
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    with scene.as_(scene.citizen):
        new = decisions.NewAppeal(text="Jeg er uenig.")
        appeal_id = decisions.file_appeal(decision_id=decision_id, new=new, by=scene.citizen, at=scene.at)
    assert isinstance(appeal_id, int)
    later = scene.at + timedelta(days=1)
    with scene.as_(scene.karen, later):
        upheld = decisions.Reassessment(AppealOutcome.UPHELD, "Intet nyt.")
        assert decisions.reassess(appeal_id=appeal_id, new=upheld, by=scene.karen, at=later) is None
        entry_id = Appeal.objects.get(pk=appeal_id).file_entry_id
    assert entry_id is not None
    with scene.as_(scene.citizen, later):
        return journal.line(entry_id=entry_id, by=scene.citizen, at=later)


def test_a_case_file_with_a_withheld_note_is_withheld_as_the_note_is(scene: Scene) -> None:
    with scene.as_(scene.karen):
        note = journal.NewEntry(title="Samtale med naboen", body="Det, naboen sagde.")
        entry = journal.write_note(case_id=scene.case_id, note=note, by=scene.karen, at=scene.at)
        assert isinstance(entry, int)
        assert journal.withhold(entry_id=entry, why=WHY, by=scene.karen, at=scene.at) is None
    line = forwarded(scene)
    assert line.held is not None
    assert (line.held.ground, line.held.article, line.held.review_on) == (WHY.ground, WHY.article, WHY.review_on)
    assert line.document is None


def test_a_case_file_of_an_open_journal_is_open(scene: Scene) -> None:
    line = forwarded(scene)
    assert line.held is None
    assert line.document is not None
