"""From draft to letter: what is built, what stands in the way, and what a decision that is made leaves behind."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox.models import Message


def test_a_draft_is_built_from_the_facts_and_asks_for_the_reason(scene: Scene) -> None:
    with scene.as_(scene.karen):
        new = decisions.NewDraft(outcome=Outcome.PARTLY, applied_for="støtte 6 timer om ugen")
        draft_id = decisions.start_draft(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
        assert isinstance(draft_id, int)
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        assert "serviceloven § 85" in view.reasons.rules
        assert "[O2]" in view.reasons.considerations
        assert "samtale i hjemmet" in view.reasons.facts
        assert view.reasons.considerations.endswith("fordi")
        found = decisions.letter_checks(decision_id=draft_id, by=scene.karen, at=scene.at)
        assert {"unfinished", "granted_missing", "refused_missing", "period_missing"} <= {
            fault.code for fault in found.faults
        }


def test_one_decision_is_written_at_a_time(scene: Scene) -> None:
    scene.draft()
    with scene.as_(scene.karen):
        again = decisions.start_draft(
            case_id=scene.case_id, new=decisions.NewDraft(outcome=Outcome.REFUSED), by=scene.karen, at=scene.at
        )
    assert isinstance(again, Refusal)
    assert again.code == "draft_exists"


def test_the_second_to_save_is_told_and_nothing_is_overwritten(scene: Scene) -> None:
    draft_id = scene.draft()
    with scene.as_(scene.karen):
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        content = decisions.DraftContent(
            outcome=view.outcome,
            applied_for=view.applied_for,
            granted="noget andet",
            refused=view.refused,
            starts=None,
            ends=None,
            provider=view.provider,
            rules="",
            considerations="",
            facts="",
        )
        late = decisions.save_draft(decision_id=draft_id, version=1, content=content, by=scene.karen, at=scene.at)
        backwards = decisions.save_draft(
            decision_id=draft_id,
            version=view.version,
            content=replace(content, starts=date(2026, 12, 2), ends=date(2026, 12, 1)),
            by=scene.karen,
            at=scene.at,
        )
        kept = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
    assert isinstance(late, Refusal)
    assert late.code == "edit.conflict"
    assert isinstance(backwards, Refusal)
    assert kept == view


def test_a_decision_waits_for_the_facts_and_names_them(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft()
    scene.approved(draft_id)
    with scene.as_(scene.karen):
        assessment.reopen(case_id=scene.case_id, fact="O2", by=scene.karen, at=scene.at)
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == ("not_informed", "retssikkerhedsloven § 10")
    assert "Målgruppe" in refusal.text.da


def test_a_decision_that_goes_against_waits_for_the_second_reader(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft()
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not_approved"


def test_a_letter_that_is_not_finished_is_not_sent_and_leaves_no_trace(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft(Outcome.GRANTED, granted="")
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "letter_invalid"
    with scene.as_(scene.karen):
        assert scene.case.outcome == ""
        assert not Message.objects.exists()
        assert not Event.objects.filter(case_id=scene.case_id, kind="decision.issued").exists()


def test_a_decision_leaves_letter_journal_outbox_and_follow_up_and_closes_nothing(scene: Scene) -> None:
    decision_id = scene.issued()
    with scene.as_(scene.karen):
        row = Decision.objects.get(pk=decision_id)
        case = scene.case
        assert (row.state, row.letter, row.received_on, row.appeal_until) == ("issued", "under_way", None, None)
        assert (case.phase, case.outcome, case.closed_at) == ("decision", "partly", None)
        assert case.follow_up_on == date(2027, 3, 1)
        message = Message.objects.get(reference=f"decision:{decision_id}")
        assert (message.message_id, message.person_id) == (row.message_id, scene.citizen.id)
        assert row.file_id is not None
        assert files.read_bytes(file_id=row.file_id).startswith(b"%PDF-")
        assert row.entry_id is not None
        line = journal.line(entry_id=row.entry_id, by=scene.karen, at=scene.at)
        assert (line.kind, line.title) == ("letter", "Du får støtte 4 timer om ugen")
        assert line.document is not None
        assert line.document.direction == "out"


def test_a_double_click_sends_one_letter(scene: Scene) -> None:
    decision_id = scene.issued()
    again = scene.issue(decision_id)
    assert isinstance(again, Refusal)
    assert again.code == "already_issued"
    with scene.as_(scene.karen):
        assert Message.objects.count() == 1


def test_a_full_grant_needs_neither_reasons_nor_a_second_reader(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft(Outcome.GRANTED, refused="", rules="", considerations="", facts="")
    assert not isinstance(scene.issue(draft_id), Refusal)


def test_a_draft_is_hidden_from_the_citizen_and_a_decision_is_not(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft()
    with scene.as_(scene.citizen):
        assert Decision.objects.count() == 0
        assert decisions.made_decisions_of(case_id=scene.case_id, by=scene.citizen, at=scene.at) == ()
        with pytest.raises(Hidden):
            decisions.preview(decision_id=draft_id, by=scene.citizen, at=scene.at)
    scene.approved(draft_id)
    scene.issue(draft_id)
    with scene.as_(scene.citizen):
        (made,) = decisions.made_decisions_of(case_id=scene.case_id, by=scene.citizen, at=scene.at)
        assert made.outcome is Outcome.PARTLY
        assert "[O2]" not in made.reasons.considerations
        assert made.may_appeal


def test_a_preview_saves_nothing_and_says_what_is_missing(scene: Scene) -> None:
    draft_id = scene.draft(granted="")
    with scene.as_(scene.karen):
        before = (Decision.objects.get(pk=draft_id).version, Event.objects.count())
        shown = decisions.preview(decision_id=draft_id, by=scene.karen, at=scene.at)
        assert shown.pdf.startswith(b"%PDF-")
        assert [fault.code for fault in shown.faults] == ["granted_missing"]
        assert shown.readability.lix > 0
        assert (Decision.objects.get(pk=draft_id).version, Event.objects.count()) == before


def test_a_paused_case_is_not_decided(scene: Scene, now: datetime) -> None:
    from borgerfokus.apps.casework import service as casework
    from borgerfokus.core.casework.ball import Ball

    scene.exempt()
    draft_id = scene.draft()
    scene.approved(draft_id)
    pause = casework.Pause(whom=Ball.YOU, name="Mads", reason="et brev", answer_by=now.date() + timedelta(days=5))
    with scene.as_(scene.karen):
        assert casework.suspend(case_id=scene.case_id, pause=pause, by=scene.karen, at=now) is None
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "suspended"
