"""Each morning: put everybody concerned on the board, and remind of milestones that have slipped, each once.

Each person is one transaction; a reminder names its milestone, so the sweep may stop half-way or run twice.
"""

import logging
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination.actions import transition as acts
from borgerfokus.apps.coordination.models import Transition, TransitionReminder
from borgerfokus.apps.coordination.queries import transition as queries
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.transition import concern
from borgerfokus.core.transition.words import MILESTONE_TITLES
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people.models import Person

SLIPPED = "transition"
_log = logging.getLogger(__name__)


class SomeFailed(RuntimeError):
    """Some could not be swept. The others were; the next run takes these again."""


def run(*, at: datetime) -> int:
    """Look at every young person. Returns how many were put on the board or reminded about. Raises SomeFailed."""
    by = system("transition-sweep")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        concerned = _concerned(at)
        rows = Transition.objects.filter(ended_at__isnull=True)
        running = list(rows.order_by("id").values_list("citizen_id", flat=True))
    done = failed = 0
    for citizen_id in sorted({*concerned, *running}):
        try:
            with acting_as(by, purpose=Purpose.OPERATION, at=at):
                done += look_at(citizen_id=citizen_id, cases=concerned.get(citizen_id, ()), at=at)
        except Exception as error:  # noqa: BLE001 (a fault with one must leave the others watched)
            failed += 1
            _log.error("a transition could not be swept: %s", type(error).__name__)
    if failed:
        raise SomeFailed(f"{failed} young people")
    return done


def look_at(*, citizen_id: int, cases: tuple[int, ...], at: datetime) -> bool:
    """Do for one young person what the day asks for. Returns whether anything was done."""
    born = Person.objects.values_list("birth_date", flat=True).get(pk=citizen_id)
    begun = False
    for case in Case.objects.filter(pk__in=cases).select_related("type_version", "unit").order_by("id"):
        begun = acts.begin_if_concerned(case=case, born=born, at=at) or begun
    found = queries.of_citizen(citizen_id=citizen_id, by=system("transition-sweep"), at=at)
    if found is None:
        return begun
    if day_of(at) >= add_months(found.course(born=born, today=day_of(at)).eighteen, 6):
        Transition.objects.filter(pk=found.row.pk).update(ended_at=at)
        return True
    return _remind(found, born, at) or begun


def _remind(found: queries.OnTheWay, born: date, at: datetime) -> bool:
    """A task for the owner of each milestone that slipped and has not been told of."""
    course = found.course(born=born, today=day_of(at))
    told = set(found.row.reminders.values_list("milestone", flat=True))
    new = [step for step in course.steps if step.slipped and step.milestone not in told]
    case = Case.objects.get(pk=found.row.case_id)
    if not new or case.closed_at is not None:
        return False
    owner = found.row.child_owner_id or case.caseworker_id
    with casework.changing(
        case_id=case.pk, verb=Verb.TASK_EDIT, by=system("transition-sweep"), at=at, action="transition.remind"
    ) as opened:
        for step in new:
            TransitionReminder.objects.create(transition=found.row, milestone=step.milestone.value, at=at)
            task = casework.NewTask(
                kind=SLIPPED,
                title=f"På vej til 18: {MILESTONE_TITLES[step.milestone].da}"[:200],
                due=day_of(at),
                employee=owner,
                unit=None if owner else found.row.child_unit_id,
                reference=f"transition:{found.row.pk}:{step.milestone}",
            )
            casework.give_in(opened, task=task)
    return True


def _concerned(at: datetime) -> dict[int, tuple[int, ...]]:
    """Open cases of the kinds of the rule, by citizens of the age."""
    rules, today = queries.rules(on=day_of(at)), day_of(at)
    youngest, oldest = add_months(today, -12 * rules.start_age), add_months(today, -12 * rules.ready_age)
    born = Person.objects.filter(birth_date__gt=oldest, birth_date__lte=youngest, died_on__isnull=True)
    rows = Case.objects.filter(closed_at__isnull=True, citizen__in=born).order_by("id")
    found: dict[int, tuple[int, ...]] = {}
    for case_id, citizen_id, type_key in rows.values_list("id", "citizen_id", "type_key"):
        if concern.rule().concerns(type_key):
            found[citizen_id] = (*found.get(citizen_id, ()), case_id)
    return found
