"""What evidence in depth, hearings and appeals hold beside the rest: each typed text a canary of its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import Evidence
from borgerfokus.apps.decisions.models import BoardDecision, Hearing
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.wording import Draft
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.wording import service as wording

_SYSTEM = system("scene")


def fill_evidence(*, case_id: int, by: Actor, at: datetime, word: Callable[[str], str]) -> None:
    """Something says otherwise about a fact, and it is settled; leave to ask the doctor is written down."""
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        known = assessment.Known(
            kind="note", value=word("contradiction.value"), source=word("contradiction.source"), as_of=at.date()
        )
        assert assessment.contradict(case_id=case_id, fact="O3", known=known, by=by, at=at) is None
        held = Evidence.objects.get(case_id=case_id, fact="O3", ended_at__isnull=True, contradicts__isnull=True)
        why = word("evidence.settled_why")
        assert assessment.settle(case_id=case_id, fact="O3", kept=held.pk, why=why, by=by, at=at) is None
        leave = assessment.ConsentAnswer(given=True, how=word("consent.how"))
        told = assessment.record_consent(case_id=case_id, source=Source.DOCTOR, answer=leave, by=by, at=at)
        assert told is None, told


def fill_appeal(*, case_id: int, at: datetime, word: Callable[[str], str]) -> None:
    """More time was asked for and refused, and the lesson of the lost case is followed up."""
    with acting_as(_SYSTEM, purpose=Purpose.OPERATION, at=at):
        Hearing.objects.filter(case_id=case_id, stage="answered").update(
            more_time_asked_at=at,
            more_time_until=date(2026, 12, 20),
            more_time_why=word("hearing.more_time_why"),
            more_time_answered_at=at,
            more_time_answered_by="system:scene",
            more_time_given=False,
            more_time_refused_why=word("hearing.more_time_refused_why"),
        )
        BoardDecision.objects.filter(case_id=case_id).update(
            learning_done_at=at + timedelta(minutes=1),
            learning_done_by="system:scene",
            learning_note=word("board.learning_note"),
        )


def wording_draft(*, at: datetime) -> int:
    """A draft of the municipality's own text. Returns its id."""
    by = system("scene")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        new = wording.NewWording(
            key="notice.closed",
            case_type="",
            parts={"heading": Draft(da="Din sag er slut", en="Your case is over")},
            note="",
            edits=0,
        )
        saved = wording.save_concept(new=new, by=by, at=at)
    assert isinstance(saved, int), saved
    return saved
