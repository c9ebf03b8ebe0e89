"""Asking the citizen after a phase how it went, and what the citizen does with the question.

A party's question is nobody's duty: declining leaves no trace in the log, and an answer says there only that it was
given.
"""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, PhaseChanged
from borgerfokus.apps.dialogue.events import ExperienceTold, ExperienceWithdrawn
from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.apps.dialogue.queries.experiences import find_question
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.experience import Answer, asked_after
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.parameters import service as parameters

PHASES = "own.experience_phases"
LONGEST = 2_000


@dataclass(frozen=True)
class Told:
    """What the citizen answers. `words` and `coherent` may be left out; `named`: staff may read it with the name."""

    understood: Answer
    coherent: Answer | None = None
    words: str = ""
    named: bool = False


def ask(opened: casework.OpenCase, event: Announced) -> None:
    """Ask when a phase that is asked about is over. Asked once, whatever is gone through again."""
    if not isinstance(event, PhaseChanged):
        return
    phases = parameters.at(PHASES, on=day_of(opened.at)).codes
    if asked_after(before=event.before, after=event.after, phases=phases):
        row = PhaseQuestion(case=opened.case, phase=event.before, asked_at=opened.at)
        PhaseQuestion.objects.bulk_create([row], ignore_conflicts=True)


def tell(*, question_id: int, told: Told, by: Actor, at: datetime) -> None:
    """Answer, or answer anew. Raises Hidden unless the actor acts for the case's citizen."""
    question = find_question(question_id=question_id, by=by)
    with casework.changing(
        case_id=question.case_id, verb=Verb.COMMENT_WRITE, by=by, at=at, action="experience.tell"
    ) as opened:
        Experience.objects.update_or_create(
            question=question,
            defaults={
                "case": opened.case,
                "person_id": opened.case.citizen_id,
                "understood": told.understood,
                "coherent": told.coherent or "",
                "words": told.words.strip()[:LONGEST],
                "named": told.named,
                "answered_at": at,
                "answered_by": by.subject,
            },
        )
        _close(question, at)
        opened.append(ExperienceTold(of_phase=question.phase))


def decline(*, question_id: int, by: Actor, at: datetime) -> None:
    """Say no to the question; it does not come back. Raises Hidden unless the actor acts for the case's citizen."""
    question = find_question(question_id=question_id, by=by)
    with casework.changing(case_id=question.case_id, verb=Verb.COMMENT_WRITE, by=by, at=at):
        _close(question, at)


def withdraw(*, question_id: int, by: Actor, at: datetime) -> None:
    """Take the answer back: it is removed. Raises Hidden unless the actor acts for the case's citizen."""
    question = find_question(question_id=question_id, by=by)
    with casework.changing(
        case_id=question.case_id, verb=Verb.COMMENT_WRITE, by=by, at=at, action="experience.withdraw"
    ) as opened:
        removed, _ = Experience.objects.filter(question=question).delete()
        if removed:
            opened.append(ExperienceWithdrawn(of_phase=question.phase))


def _close(question: PhaseQuestion, at: datetime) -> None:
    if question.closed_at is None:
        question.closed_at = at
        question.save(update_fields=["closed_at"])
