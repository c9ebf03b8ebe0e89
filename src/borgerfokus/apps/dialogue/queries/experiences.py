"""Reads of what citizens were asked about a phase, and of what they told."""

from django.db.models import QuerySet

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def of_citizen(by: Actor) -> QuerySet[PhaseQuestion]:
    """The questions on cases about the citizen, or about somebody it acts for."""
    return PhaseQuestion.objects.filter(case__citizen_id__in=by.persons if by.is_citizen else ())


def open_question(*, case: Case, by: Actor) -> PhaseQuestion | None:
    """The newest question of the case, when the citizen has neither answered nor declined it. An older one is over."""
    row = of_citizen(by).filter(case=case).order_by("-asked_at", "-id").first()
    return row if row is not None and row.closed_at is None else None


def find_question(*, question_id: int, by: Actor) -> PhaseQuestion:
    """A question that the citizen may answer. Raises Hidden."""
    row = of_citizen(by).select_related("case").filter(pk=question_id).first()
    if row is None:
        raise Hidden(f"question {question_id}")
    return row


def experience_of(*, question: PhaseQuestion) -> Experience | None:
    """What was told; None when nothing was, or the reader may not read it."""
    return Experience.objects.filter(question=question).first()


def told_of(*, case_id: int, by: Actor) -> list[Experience]:
    """What has been told in a case, newest first: to the citizen its own, to staff what was told by name."""
    rows = Experience.objects.filter(case_id=case_id)
    own = rows.filter(person_id__in=by.persons) if by.is_citizen else rows.filter(named=True)
    return list(own.select_related("question").order_by("-answered_at", "-id"))
