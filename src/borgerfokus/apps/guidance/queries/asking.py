"""Reads of questions and introductions."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from borgerfokus.apps.guidance.models import AskedQuestion, Introduction, IntroductionStep, IntroductionTick
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Led:
    """An introduction as one colleague stands in it."""

    introduction: Introduction
    steps: tuple[IntroductionStep, ...]
    ticked: frozenset[int]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.pk in self.ticked for step in self.steps)


def questions(*, answered: bool | None = None) -> list[AskedQuestion]:
    """The questions, those that wait first, then the newest. `answered` narrows."""
    rows = AskedQuestion.objects.order_by("answered_at", "-asked_at", "-id")
    if answered is not None:
        rows = rows.filter(answered_at__isnull=not answered)
    return sorted(rows, key=lambda row: row.answered_at is not None)


def questions_for(*, by: Actor, since: datetime) -> list[AskedQuestion]:
    """Others' questions that the actor may answer and nobody has, and its own that were answered since. One query."""
    concerns = Q(asked_by=by.subject, answered_at__gte=since)
    if by.can(Verb.KNOWLEDGE_EDIT):
        concerns |= Q(answered_at__isnull=True) & ~Q(asked_by=by.subject)
    return list(AskedQuestion.objects.filter(concerns).order_by("answered_at", "asked_at", "id"))


def question(*, question_id: int) -> AskedQuestion:
    """One question. Raises Hidden."""
    row = AskedQuestion.objects.filter(pk=question_id).first()
    if row is None:
        raise Hidden(f"question {question_id}")
    return row


def introductions(*, by: Actor) -> list[Led]:
    """Every list in use, by title, with the reader's own ticks. Three queries."""
    steps = IntroductionStep.objects.filter(ended_at__isnull=True).select_related("page").order_by("rank", "id")
    rows = Introduction.objects.filter(ended_at__isnull=True).order_by("title", "id")
    found = list(rows.prefetch_related(Prefetch("steps", queryset=steps)))
    ticks = frozenset(IntroductionTick.objects.filter(subject=by.subject).values_list("step_id", flat=True))
    return [Led(row, tuple(row.steps.all()), ticks) for row in found]


def introduction(*, introduction_id: int, by: Actor) -> Led:
    """One list in use. Raises Hidden."""
    found = next((one for one in introductions(by=by) if one.introduction.pk == introduction_id), None)
    if found is None:
        raise Hidden(f"introduction {introduction_id}")
    return found
