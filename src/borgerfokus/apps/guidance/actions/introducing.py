"""Introductions: a list of steps for new colleagues, and each colleague's own ticks."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from borgerfokus.apps.guidance.actions.keeping import CHANGED
from borgerfokus.apps.guidance.models import Introduction, IntroductionStep, IntroductionTick, Page
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class NewIntroduction:
    """A list as it is written: each step as (what is done, the key of the page it is read on, or "")."""

    title: str
    short: str
    steps: tuple[tuple[str, str], ...]


def save(
    *, introduction_id: int | None, seen: int, new: NewIntroduction, by: Actor, at: datetime
) -> Introduction | Refusal:
    """Write a list (None: a new one). A step with the same words keeps its ticks. Refused when a page is unknown."""
    if not by.can(Verb.KNOWLEDGE_EDIT):
        raise Hidden("introductions")
    pages = {row.key: row for row in Page.objects.filter(public=False, key__in=[key for _, key in new.steps if key])}
    if refused := _wrong(new, pages):
        return refused
    with transaction.atomic():
        row = _row(introduction_id, at, by)
        if row.edits != seen and introduction_id is not None:
            return CHANGED
        row.title, row.short = new.title.strip(), new.short.strip()
        row.saved_at, row.saved_by, row.edits = at, by.subject, row.edits + 1
        row.save()
        _put_steps(row, new, pages, at)
        audit.record(action="introduction.save", by=by, at=at, about=f"introduction:{row.pk}")
    return row


def end(*, introduction_id: int, by: Actor, at: datetime) -> None:
    """Use a list no longer. Raises Hidden."""
    if not by.can(Verb.KNOWLEDGE_EDIT):
        raise Hidden("introductions")
    if not Introduction.objects.filter(pk=introduction_id, ended_at__isnull=True).update(ended_at=at):
        raise Hidden(f"introduction {introduction_id}")
    audit.record(action="introduction.end", by=by, at=at, about=f"introduction:{introduction_id}")


def tick(*, step_id: int, done: bool, by: Actor, at: datetime) -> None:
    """Tick a step off for oneself, or take the tick back. Raises Hidden."""
    step = IntroductionStep.objects.filter(pk=step_id, ended_at__isnull=True).first()
    if step is None or not by.can(Verb.KNOWLEDGE_SEE):
        raise Hidden(f"step {step_id}")
    if done:
        IntroductionTick.objects.get_or_create(step=step, subject=by.subject, defaults={"at": at})
    else:
        IntroductionTick.objects.filter(step=step, subject=by.subject).delete()


def _row(introduction_id: int | None, at: datetime, by: Actor) -> Introduction:
    if introduction_id is None:
        return Introduction(saved_at=at, saved_by=by.subject, edits=0)
    row = Introduction.objects.select_for_update().filter(pk=introduction_id, ended_at__isnull=True).first()
    if row is None:
        raise Hidden(f"introduction {introduction_id}")
    return row


def _put_steps(row: Introduction, new: NewIntroduction, pages: dict[str, Page], at: datetime) -> None:
    known = {one.text: one for one in IntroductionStep.objects.filter(introduction=row, ended_at__isnull=True)}
    for rank, (text, key) in enumerate(new.steps, start=1):
        step = known.pop(text, None) or IntroductionStep(introduction=row, text=text)
        step.rank, step.page = rank, pages.get(key)
        step.save()
    IntroductionStep.objects.filter(pk__in=[one.pk for one in known.values()]).update(ended_at=at)


def _wrong(new: NewIntroduction, pages: dict[str, Page]) -> Refusal | None:
    if not new.title.strip() or not new.steps or len({text for text, _ in new.steps}) < len(new.steps):
        return INCOMPLETE
    missing = next((key for _, key in new.steps if key and key not in pages), None)
    return None if missing is None else UNKNOWN_PAGE


INCOMPLETE = Refusal(
    code="introduction.incomplete",
    text=Text(
        da="Skriv et navn og mindst ét trin. To trin må ikke hedde det samme.",
        en="Write a name and at least one step. Two steps may not have the same words.",
    ),
    article="",
)
UNKNOWN_PAGE = Refusal(
    code="introduction.unknown_page",
    text=Text(
        da="En af siderne findes ikke i viden. Se efter i adressen på siden.",
        en="One of the pages is not in the knowledge corner. Look in the address of the page.",
    ),
    article="",
)
