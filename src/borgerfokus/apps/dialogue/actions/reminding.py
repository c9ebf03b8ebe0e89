"""The daily look at what others owe the case: a citizen who has not answered, and what is withheld for too long.

One transaction for each case. A request is reminded of at an interval and a few times at most (parameters
`rsl.reminder_interval` and `rsl.reminders_most`); what waits for the citizen's leave is not. A task names what it is
for and the day it was set, so that a second run, or one after a crash, does only what is missing.
"""

import logging
from datetime import datetime, timedelta

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.dialogue.models import Seen
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import is_reminded
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

CHASE = "chase"
REVIEW = "withheld_review"
INTERVAL, MOST = "rsl.reminder_interval", "rsl.reminders_most"
SEEN_FOR = timedelta(days=31)
"""Longer than anything is listed in an inbox, so that nothing comes back."""

_log = logging.getLogger(__name__)


class SomeFailed(RuntimeError):
    """Some cases could not be looked at. The others were; the next run takes these again."""


def run(*, at: datetime) -> int:
    """Remind and review, case by case. Returns how many cases changed. Raises SomeFailed at the end."""
    by = system("reminders")
    changed = failed = 0
    for case_ids, look in ((_overdue, remind_in_case), (_to_review, review_in_case)):
        for case_id in case_ids(by, at):
            try:
                with acting_as(by, purpose=Purpose.OPERATION, at=at):
                    changed += look(case_id=case_id, by=by, at=at)
            except Exception as error:  # noqa: BLE001 (a fault in one case must not hold back the others)
                failed += 1
                _log.error("a case could not be looked at: %s", type(error).__name__)
    _forget_seen(by, at)
    if failed:
        raise SomeFailed(f"{failed} cases")
    return changed


def remind_in_case(*, case_id: int, by: Actor, at: datetime) -> bool:
    """Remind each in one letter of all that is overdue; for others' answers the caseworker gets a task as well."""
    _lock(case_id)
    today = day_of(at)
    every, most = (parameters.at(key, on=today).number for key in (INTERVAL, MOST))
    rows = [
        row
        for row in assessment.open_requests(case_id=case_id)
        if is_reminded(assessment.chased(row), on=today, every_days=every, most=most)
    ]
    for row in rows:
        if row.source != Source.CITIZEN:
            _task(case_id, CHASE, f"request:{row.pk}", _CHASE_TITLE.format(whom=row.whom), by=by, at=at)
        assessment.remind(request_id=row.pk, by=by, at=at)
    return bool(rows)


def review_in_case(*, case_id: int, by: Actor, at: datetime) -> bool:
    """Put on somebody's list what has been withheld from the citizen until its day of review."""
    _lock(case_id)
    rows = Entry.objects.filter(case_id=case_id, withheld=True, withheld_review_on__lte=day_of(at)).order_by("id")
    new = [_task(case_id, REVIEW, _review_of(row), _REVIEW_TITLE, by=by, at=at) for row in rows]
    return any(new)


def _overdue(by: Actor, at: datetime) -> list[int]:
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        rows = FactRequest.objects.filter(
            answered_at__isnull=True,
            withdrawn_at__isnull=True,
            reminders__lt=parameters.at(MOST, on=day_of(at)).number,
            due__lt=day_of(at),
            case__closed_at__isnull=True,
        ).exclude(consent__isnull=False, consent__given_at__isnull=True)
        return sorted(set(rows.values_list("case_id", flat=True)))


def _to_review(by: Actor, at: datetime) -> list[int]:
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        rows = Entry.objects.filter(withheld=True, withheld_review_on__lte=day_of(at), case__closed_at__isnull=True)
        return sorted(set(rows.values_list("case_id", flat=True)))


def _task(case_id: int, kind: str, reference: str, title: str, *, by: Actor, at: datetime) -> bool:
    """Give a task once for each reference. Returns whether it was new."""
    if Task.objects.filter(case_id=case_id, kind=kind, reference=reference).exists():
        return False
    with casework.changing(case_id=case_id, verb=Verb.TASK_EDIT, by=by, at=at, action=f"reminder.{kind}") as opened:
        task = casework.NewTask(
            kind=kind,
            title=title[:200],
            detail=_DETAILS[kind],
            due=day_of(at),
            reference=reference,
            **casework.owner_of_work(opened),
        )
        casework.give_in(opened, task=task)
    return True


def _review_of(row: Entry) -> str:
    return f"entry:{row.pk}:{row.withheld_review_on}"


def _lock(case_id: int) -> None:
    Case.objects.select_for_update(of=("self",)).get(pk=case_id)


def _forget_seen(by: Actor, at: datetime) -> None:
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        Seen.objects.filter(at__lt=at - SEEN_FOR).delete()


_CHASE_TITLE = "Ryk for svar: {whom}"
_REVIEW_TITLE = "Se igen på det, der holdes tilbage for borgeren"
_DETAILS = {
    CHASE: "Datoen for svar er gået. Ring eller skriv, eller find oplysningen et andet sted.",
    REVIEW: "Dagen er kommet. Giv borgeren adgang, eller hold tilbage igen med en grund og en ny dag.",
}
