"""Reads of questions about look-ups."""

from collections.abc import Collection, Iterable

from django.db.models import QuerySet

from borgerfokus.apps.rights.models import LookupQuestion
from borgerfokus.core.access import Relation, Scope, Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def questions_to(actor: Actor) -> QuerySet[LookupQuestion]:
    """The questions that the actor may read: a citizen's own, and all of them for the data protection officer."""
    if actor.everything or actor.can(Verb.RIGHTS_OVERSEE):
        return LookupQuestion.objects.all()
    if not actor.is_citizen:
        return LookupQuestion.objects.none()
    return LookupQuestion.objects.filter(person_id__in=_may_ask_for(actor))


def waiting_questions(*, by: Actor, newest: int) -> list[LookupQuestion]:
    """Every question, the nearest date first, then those answered. Raises Hidden for anybody but the officer."""
    if not by.can(Verb.RIGHTS_OVERSEE):
        raise Hidden("questions")
    rows = questions_to(by)
    waits = list(rows.filter(answered_at__isnull=True).order_by("due", "id"))
    return [*waits, *rows.filter(answered_at__isnull=False).order_by("-answered_at", "-id")[:newest]]


def asked_about(*, lookup_ids: Iterable[int], by: Actor) -> dict[int, list[LookupQuestion]]:
    """What was asked about these look-ups, by look-up, the newest first."""
    found: dict[int, list[LookupQuestion]] = {}
    for row in questions_to(by).filter(lookup_id__in=list(lookup_ids)).order_by("-asked_at", "-id"):
        found.setdefault(row.lookup_id, []).append(row)
    return found


def my_questions(*, by: Actor) -> list[LookupQuestion]:
    """What a citizen, or who acts for it, has asked about look-ups, the newest first."""
    return list(questions_to(by).order_by("-asked_at", "-id"))


def find_question(*, question_id: int, by: Actor) -> LookupQuestion:
    """One question. Raises Hidden."""
    row = questions_to(by).filter(pk=question_id).first()
    if row is None:
        raise Hidden(f"question {question_id}")
    return row


def require_asker(*, person_id: int, by: Actor) -> None:
    """Raises Hidden unless the actor may ask for this person."""
    if person_id not in _may_ask_for(by):
        raise Hidden(f"look-ups of {person_id}")


def _may_ask_for(by: Actor) -> Collection[int]:
    """The citizen itself, and those it may act for: a power that only covers reading asks nothing."""
    if not by.is_citizen or not by.can(Verb.LOOKUPS_SEE_OWN):
        return ()
    acting = (one for one in by.powers if one.relation is not Relation.ATTORNEY or Scope.ACT in one.scopes)
    return {by.id, *(one.person_id for one in acting)}
