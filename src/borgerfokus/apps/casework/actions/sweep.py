"""The daily look at every date: what is about to slip is on somebody's list, what has slipped is told to the citizen.

Each case is one transaction under its own lock, and each thing is done once: a task names the deadline and the day
it was given for, and a deadline that has slipped gets a new date, after which it has not slipped any more. So the
sweep may run twice, stop half-way or miss a day: the next run does what is missing.
"""

import logging
from datetime import date, datetime

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from borgerfokus.apps.casework.actions.changing import OpenCase, changing, locked
from borgerfokus.apps.casework.actions.standing import dates_of
from borgerfokus.apps.casework.actions.tasks import NewTask, complete_in, give_in, owner_of_work
from borgerfokus.apps.casework.events import DeadlineSlipped
from borgerfokus.apps.casework.models import Deadline, Extension, Task
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import deadlines as law
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import WorkingCalendar, calendar_for, day_of
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

SOON = "deadline"
SLIPPED = "deadline_slipped"
WARNING = "rsl.deadline_warning"
NEW_DATE = "rsl.new_date"
BATCH = 500

_OPEN = (law.DeadlineStatus.RUNNING, law.DeadlineStatus.MISSED)
_log = logging.getLogger(__name__)


class SomeFailed(RuntimeError):
    """Some cases could not be swept. The others were; the next run takes these again."""


def run(*, at: datetime) -> int:
    """Look at every open case with a date near or past, in the order of their ids. Returns how many changed.

    Opens a scope for each case. Raises SomeFailed at the end when any case failed, so that the job is run again.
    """
    by = system("deadline-sweep")
    changed = failed = after = 0
    while ids := _batch(by, after=after, at=at):
        for case_id in ids:
            try:
                with acting_as(by, purpose=Purpose.OPERATION, at=at):
                    changed += look_at(case_id=case_id, by=by, at=at)
            except Exception as error:  # noqa: BLE001 (a fault in one case must leave the others' dates watched)
                failed += 1
                _log.error("the dates of a case could not be swept: %s", type(error).__name__)
        after = ids[-1]
    if failed:
        raise SomeFailed(f"{failed} cases")
    return changed


def look_at(*, case_id: int, by: Actor, at: datetime) -> bool:
    """Do for one case what its dates ask for today. Returns whether anything was done."""
    case, today = locked(case_id), day_of(at)
    if case.phase == Phase.CLOSED:
        return False
    dates = dates_of(case=case, at=at, suspensions=list(case.suspensions.all()), extensions=list(case.extensions.all()))
    ahead = (_warn_until(today) - today).days
    found = law.notice_due(dates, today, ahead_days=ahead)
    known = set(Task.objects.filter(case=case, kind=SOON).values_list("reference", flat=True))
    new = [one for one in found.slipping if _reference(one) not in known]
    for one in found.slipped:
        _slip(case_id, one, by=by, at=at)
    for one in new:
        _warn(case_id, one, by=by, at=at)
    ticked = _tick_what_is_past(case_id, dates, by=by, at=at)
    return bool(found.slipped or new or ticked)


def new_date(*, on: date) -> date:
    """The date that the citizen is given on the day that a deadline is found not to have been kept.

    Retssikkerhedsloven § 3, stk. 2, asks for a written notice of when a decision can be expected, and gives no
    number. The municipality decides how far ahead it lies (parameter `rsl.new_date`, in working days from the day of
    the letter): short enough to be a promise, long enough to be kept, and a working day, so that it needs no moving.
    It counts from today and not from the day missed, for a date in the past promises nothing. The caseworker is asked
    at the same time to see whether it holds, and extends with a reason of its own where it does not. A second slip
    gives a second letter. A pause that still lasts moves the new date as it moves any other.
    """
    return _calendar(on).add_working_days(on, parameters.at(NEW_DATE, on=on).number)


def _slip(case_id: int, one: law.Deadline, *, by: Actor, at: datetime) -> None:
    due, later = one.due or day_of(at), new_date(on=day_of(at))
    with changing(case_id=case_id, verb=Verb.CASE_EXTEND, by=by, at=at, action="deadline.slip") as opened:
        Extension.objects.create(
            case=opened.case,
            deadline_key=one.key,
            new_due=later,
            reason=_REASON,
            decided_at=at,
            decided_by=by.subject,
        )
        Deadline.objects.filter(case=opened.case, key=one.key).update(slip_told_at=at)
        detail = _SLIPPED_DETAIL.format(title=one.title.da, due=date_words(due).da, later=date_words(later).da)
        _give(opened, one, kind=SLIPPED, title=_SLIPPED_TITLE, detail=detail, due=day_of(at))
        opened.append(DeadlineSlipped(deadline=one.key, due=due.isoformat(), new_due=later.isoformat()))


def _warn(case_id: int, one: law.Deadline, *, by: Actor, at: datetime) -> None:
    with changing(case_id=case_id, verb=Verb.TASK_EDIT, by=by, at=at, action="deadline.warn") as opened:
        title = _SOON_TITLE.format(title=one.title.da)
        _give(opened, one, kind=SOON, title=title, detail=_SOON_DETAIL, due=one.due)


def _give(opened: OpenCase, one: law.Deadline, *, kind: str, title: str, detail: str, due: date | None) -> None:
    task = NewTask(
        kind=kind,
        title=title[:200],
        detail=detail,
        due=due,
        reference=_reference(one),
        **owner_of_work(opened),
    )
    give_in(opened, task=task)


def _tick_what_is_past(case_id: int, dates: tuple[law.Deadline, ...], *, by: Actor, at: datetime) -> bool:
    """Tick off the warnings of dates that have been met, moved or missed since."""
    still = {_reference(one) for one in dates if one.is_open and one.status is not law.DeadlineStatus.MISSED}
    past = Task.objects.filter(case_id=case_id, kind=SOON, done_at__isnull=True).exclude(reference__in=still)
    tasks = list(past.order_by("id"))
    if tasks:
        with changing(case_id=case_id, verb=Verb.TASK_EDIT, by=by, at=at, action="deadline.unwarn") as opened:
            for task in tasks:
                complete_in(opened, task=task, result="superseded")
    return bool(tasks)


def _batch(by: Actor, *, after: int, at: datetime) -> list[int]:
    """The next cases that may need something, by id. A little too many is fine: each is looked at closely."""
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        near = _near(day_of(at)).filter(case_id__gt=after).values_list("case_id", flat=True)
        stale = _stale().filter(case_id__gt=after).values_list("case_id", flat=True)
        first_near = near.order_by("case_id").distinct()[:BATCH]
        first_stale = stale.order_by("case_id").distinct()[:BATCH]
        return sorted({*first_near, *first_stale})[:BATCH]


def _near(today: date) -> QuerySet[Deadline]:
    """Dates of open cases that have passed, or are near and on nobody's list yet."""
    warned = Task.objects.filter(case=OuterRef("case"), kind=SOON, reference=_reference_of_row("key", "due"))
    rows = Deadline.objects.filter(
        case__closed_at__isnull=True, met_on__isnull=True, status__in=_OPEN, due__lte=_warn_until(today)
    )
    return rows.filter(Q(due__lt=today) | ~Exists(warned))


def _stale() -> QuerySet[Task]:
    """Warnings that stand open although their date is met or has moved."""
    current = Deadline.objects.annotate(named=_own_reference()).filter(
        case=OuterRef("case"), named=OuterRef("reference"), met_on__isnull=True
    )
    return Task.objects.filter(kind=SOON, done_at__isnull=True, case__closed_at__isnull=True).filter(~Exists(current))


def _reference(one: law.Deadline) -> str:
    return f"deadline:{one.key}:{one.due}"


def _reference_of_row(key: str, due: str) -> Concat:
    parts = (Value("deadline:"), OuterRef(key), Value(":"), Cast(OuterRef(due), CharField()))
    return Concat(*parts, output_field=CharField())


def _own_reference() -> Concat:
    return Concat(Value("deadline:"), F("key"), Value(":"), Cast(F("due"), CharField()), output_field=CharField())


def _warn_until(today: date) -> date:
    return _calendar(today).add_working_days(today, parameters.at(WARNING, on=today).number)


def _calendar(day: date) -> WorkingCalendar:
    return calendar_for((day.year, day.year + 1), parameters.parameters())


_REASON = "Fristen blev ikke holdt. Borgeren har fået besked om den nye dato."
_SOON_TITLE = "Fristen er tæt på: {title}"
_SOON_DETAIL = "Kan fristen ikke holdes, så forlæng den med en grund, før den er gået. Borgeren får besked."
_SLIPPED_TITLE = "Send besked om ny dato, hvis den nye ikke holder"
_SLIPPED_DETAIL = (
    "{title}: fristen var den {due} og blev ikke holdt. Borgeren har fået brev om, at den nye dato er den {later}. "
    "Holder den ikke, så forlæng fristen og skriv hvorfor. Så får borgeren besked igen."
)
