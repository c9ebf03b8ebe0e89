"""Asking about a look-up, and the data protection officer's answer. Both stand in the audit log."""

from datetime import datetime

from django.db import transaction

from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.models import LookupQuestion
from borgerfokus.apps.rights.queries.questions import find_question, require_asker
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.texts import Text, typed
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor, ActorKind, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import queries as log
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import personal
from borgerfokus.foundation.parameters import service as parameters

LONGEST = 4_000


def ask_about_lookup(*, lookup_id: int, question: str, by: Actor, at: datetime) -> int | Refusal:
    """Ask about a look-up of oneself, or of somebody one acts for. It is answered within `gdpr.answer`.

    Asked again before the answer, the first question stands. Returns its id, or why not. Raises Hidden.
    """
    seen = log.one(lookup_id=lookup_id, person_ids=by.persons)
    if seen is None:
        raise Hidden(f"look-up {lookup_id}")
    require_asker(person_id=seen.person_id, by=by)
    words = typed(question)
    if not words or len(words) > LONGEST:
        return no.ASK_WHAT
    months = parameters.at("gdpr.answer", on=day_of(at)).number
    with transaction.atomic():
        LookupQuestion.objects.bulk_create(
            [
                LookupQuestion(
                    person_id=seen.person_id,
                    lookup_id=seen.id,
                    looked_at=seen.at,
                    question=words,
                    asked_at=at,
                    asked_by=by.subject,
                    due=add_months(day_of(at), months),
                )
            ],
            ignore_conflicts=True,
        )
        row = LookupQuestion.objects.get(
            lookup_id=seen.id, person_id=seen.person_id, answered_at__isnull=True
        )
        if row.asked_at == at and row.asked_by == by.subject:
            audit.record(action="lookup.ask", by=by, at=at, about=f"question:{row.pk}")
    return row.pk


def answer_about_lookup(*, question_id: int, answer: str, by: Actor, at: datetime) -> Refusal | None:
    """Answer, once. Raises Hidden unless the actor watches over the citizens' rights."""
    if not by.can(Verb.RIGHTS_OVERSEE):
        raise Hidden(f"question {question_id}")
    words = typed(answer)
    if not words or len(words) > LONGEST:
        return no.NO_ANSWER
    with transaction.atomic():
        find_question(question_id=question_id, by=by)
        row = LookupQuestion.objects.select_for_update().get(pk=question_id)
        if row.answered_at is not None:
            return no.ANSWERED
        row.answer, row.answered_at = words, at
        row.answered_by, row.answered_by_name = by.subject, by.name
        row.save(update_fields=["answer", "answered_at", "answered_by", "answered_by_name"])
        audit.record(action="lookup.answer", by=by, at=at, about=f"question:{row.pk}")
        jobs.defer("rights.lookup_answered", question_id=row.pk)
    return None


def tell_of_answer(*, question_id: int, at: datetime) -> None:
    """Write to whoever asked about a look-up that there is an answer. Without it: that stands on the own page."""
    row = LookupQuestion.objects.get(pk=question_id)
    asker = int(row.asked_by.removeprefix(f"{ActorKind.CITIZEN}:"))
    letter = personal.Personal(
        person_id=asker, heading=_HEADING.da, body=_BODY.da, reference=f"lookup_question:{row.pk}"
    )
    personal.write(letter=letter, by=system("letters"), at=at)


_HEADING = Text(da="Der er svar på dit spørgsmål", en="Your question has been answered")
_BODY = Text(
    da="Du har spurgt om et opslag i dine oplysninger. Databeskyttelsesrådgiveren har svaret. Log ind på din side for "
    "at læse svaret.",
    en="You have asked about a look-up in your data. The data protection officer has answered. Log in to your page to "
    "read the answer.",
)
