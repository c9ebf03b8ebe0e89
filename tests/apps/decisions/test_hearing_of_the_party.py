"""Hearing of the party: sent, answered or left out on a ground, and no decision before that."""

from datetime import date, datetime, timedelta

import pytest
from tests.apps.decisions.scene import AGAINST, Scene

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Hearing
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.hearing import Exemption, HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.models import Message

TEXT = "Du har søgt om støtte 6 timer om ugen. Vi regner med at sige ja til 4 timer."


def send(scene: Scene, *, due: date | None = None, facts: tuple[str, ...] = (AGAINST,)) -> int:
    """Karen sends a hearing. Returns its id."""
    new = decisions.NewHearing(facts=facts, text=TEXT, due=due)
    with scene.as_(scene.karen):
        hearing_id = decisions.send_hearing(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
    assert isinstance(hearing_id, int), hearing_id
    return hearing_id


def arrive(scene: Scene, hearing_id: int, at: datetime) -> None:
    """The letter of the hearing reaches the citizen."""
    with scene.as_(scene.karen):
        message_id = Hearing.objects.get(pk=hearing_id).message_id
    assert message_id is not None
    scene.told(message_id, results.Outcome.RECEIVED, at)


def state(scene: Scene, at: datetime | None = None) -> HearingState:
    """Where the hearing stands."""
    with scene.as_(scene.karen):
        return decisions.standing_of(case=scene.case, at=at or scene.at).hearing


def test_a_fact_that_the_party_does_not_know_calls_for_a_hearing(scene: Scene) -> None:
    assert state(scene) is HearingState.NEEDED
    draft_id = scene.draft()
    scene_refusal = scene.issue(draft_id)
    assert isinstance(scene_refusal, Refusal)
    assert (scene_refusal.code, scene_refusal.article) == ("not_heard", "forvaltningsloven § 19")


def test_a_full_grant_needs_no_hearing(scene: Scene) -> None:
    scene.draft(Outcome.GRANTED)
    assert state(scene) is HearingState.NOT_NEEDED


def test_a_hearing_is_a_letter_and_a_task_with_a_date(scene: Scene) -> None:
    hearing_id = send(scene)
    with scene.as_(scene.citizen):
        (view,) = decisions.hearings_of(case_id=scene.case_id, by=scene.citizen, at=scene.at)
        assert view.id == hearing_id
        assert [fact.key for fact in view.facts] == [AGAINST]
        assert view.due == date(2026, 12, 7)
        assert view.may_answer
        (task,) = Task.objects.filter(for_whom="citizen", done_at__isnull=True)
        assert (task.kind, task.due) == ("hearing", date(2026, 12, 7))
    with scene.as_(scene.karen):
        assert Message.objects.get().kind == "decisions.hearing"
        again = decisions.send_hearing(
            case_id=scene.case_id, new=decisions.NewHearing((AGAINST,), TEXT), by=scene.karen, at=scene.at
        )
    assert isinstance(again, Refusal)
    assert again.code == "hearing_open"
    assert state(scene) is HearingState.SENT


def test_the_answer_becomes_points_that_the_reasons_must_meet(scene: Scene) -> None:
    hearing_id = send(scene)
    answer = decisions.HearingAnswer(text="Jeg har brug for hjælp om aftenen.\n\nJeg kan ikke komme i Aktivitetshuset.")
    with scene.as_(scene.citizen):
        entry = decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=scene.citizen, at=scene.at)
        assert isinstance(entry, int)
        assert not Task.objects.filter(for_whom="citizen", done_at__isnull=True).exists()
    assert state(scene) is HearingState.ANSWERED
    with scene.as_(scene.karen):
        new = decisions.NewDraft(outcome=Outcome.PARTLY, applied_for="støtte")
        draft_id = decisions.start_draft(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
        assert isinstance(draft_id, int)
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        assert "[H1]" in view.reasons.considerations
        assert "[H2]" in view.reasons.considerations
        codes = [f.code for f in decisions.letter_checks(decision_id=draft_id, by=scene.karen, at=scene.at).faults]
        assert codes.count("hearing_not_answered") == 2


def test_having_nothing_to_add_is_an_answer_without_points(scene: Scene) -> None:
    hearing_id = send(scene)
    with scene.as_(scene.citizen):
        empty = decisions.answer_hearing(
            hearing_id=hearing_id, answer=decisions.HearingAnswer(text=" "), by=scene.citizen, at=scene.at
        )
        assert isinstance(empty, Refusal)
        done = decisions.answer_hearing(
            hearing_id=hearing_id, answer=decisions.HearingAnswer(text="", agrees=True), by=scene.citizen, at=scene.at
        )
        assert isinstance(done, int)
        (view,) = decisions.hearings_of(case_id=scene.case_id, by=scene.citizen, at=scene.at)
    assert view.points == ()


def test_a_caseworker_writes_down_an_answer_by_telephone_and_others_cannot(scene: Scene) -> None:
    hearing_id = send(scene)
    answer = decisions.HearingAnswer(text="Han er enig.", points=(), channel="phone")
    stranger = scene.world.citizen("Lene", "Overgaard")
    with scene.as_(stranger), pytest.raises(Hidden):
        decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=stranger, at=scene.at)
    with scene.as_(scene.karen):
        assert isinstance(
            decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=scene.karen, at=scene.at), int
        )
        twice = decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=scene.karen, at=scene.at)
    assert isinstance(twice, Refusal)
    assert twice.code == "hearing_closed"


def test_the_time_to_answer_runs_out_only_after_the_letter_has_arrived(scene: Scene) -> None:
    hearing_id = send(scene)
    much_later = scene.at + timedelta(days=40)
    assert state(scene, much_later) is HearingState.SENT
    arrive(scene, hearing_id, scene.at + timedelta(days=3))
    with scene.as_(scene.karen):
        assert Hearing.objects.get(pk=hearing_id).due == date(2026, 12, 10)
        assert Task.objects.get(kind="hearing").due == date(2026, 12, 10)
    assert state(scene, datetime.combine(date(2026, 12, 10), scene.at.timetz())) is HearingState.SENT
    assert state(scene, datetime.combine(date(2026, 12, 11), scene.at.timetz())) is HearingState.DEADLINE_PASSED


def test_a_hearing_that_never_arrived_is_owed_again(scene: Scene) -> None:
    hearing_id = send(scene)
    with scene.as_(scene.karen):
        message_id = Hearing.objects.get(pk=hearing_id).message_id
    assert message_id is not None
    scene.told(message_id, results.Outcome.FAILED, scene.at + timedelta(hours=2), "undeliverable")
    assert state(scene) is HearingState.NEEDED
    with scene.as_(scene.karen):
        assert Task.objects.get(kind="letter_failed").employee_id == scene.karen.id
        assert Task.objects.get(kind="hearing").done_at is not None


def test_a_fact_recorded_after_the_hearing_is_heard_about_too(scene: Scene) -> None:
    hearing_id = send(scene)
    with scene.as_(scene.citizen):
        answer = decisions.HearingAnswer(text="", agrees=True)
        decisions.answer_hearing(hearing_id=hearing_id, answer=answer, by=scene.citizen, at=scene.at)
    assert state(scene) is HearingState.ANSWERED
    scene.know("O6", against=True)
    assert state(scene) is HearingState.NEEDED


def test_leaving_the_hearing_out_takes_a_ground_and_a_reason(scene: Scene) -> None:
    with scene.as_(scene.karen):
        refusal = decisions.exempt_hearing(
            case_id=scene.case_id, ground=Exemption.HARMLESS, why=" ", by=scene.karen, at=scene.at
        )
    assert isinstance(refusal, Refusal)
    scene.exempt()
    assert state(scene) is HearingState.EXEMPTED
    with scene.as_(scene.citizen):
        (view,) = decisions.hearings_of(case_id=scene.case_id, by=scene.citizen, at=scene.at)
    assert view.exemption is Exemption.HARMLESS
    assert view.exempted_why


def test_a_hearing_needs_a_text_and_leaves_time(scene: Scene) -> None:
    with scene.as_(scene.karen):
        for new in (
            decisions.NewHearing((AGAINST,), "  "),
            decisions.NewHearing((AGAINST,), TEXT, due=scene.at.date()),
        ):
            refusal = decisions.send_hearing(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
            assert isinstance(refusal, Refusal)
        with pytest.raises(Hidden):
            decisions.send_hearing(
                case_id=scene.case_id, new=decisions.NewHearing(("O99",), TEXT), by=scene.karen, at=scene.at
            )
