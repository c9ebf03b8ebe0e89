"""The watch over the clock: each minute, every notification that nobody has assessed is looked at.

An alarm is a row that can be there once only: a second run, a second worker, or a run after a kill finds it there.
One transaction for each notification, so that a fault in one leaves the others watched.
"""

import logging
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from borgerfokus.apps.dialogue.models import Concern, ConcernAlarm, ConcernHappening
from borgerfokus.apps.dialogue.queries import concerns as queries
from borgerfokus.core.concerns import HappeningKind, Light, light
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation

NAME: Final = "concern-watch"
_log = logging.getLogger(__name__)


class Alarm(StrEnum):
    """What somebody is warned of. The value is stored."""

    ARRIVED = "arrived"
    SOON = "soon"
    ESCALATED = "escalated"
    OVER = "over"


class SomeFailed(RuntimeError):
    """Some notifications could not be looked at. The others were; the next minute takes these again."""


def run(*, at: datetime) -> int:
    """Look at everything that waits to be assessed. Returns how many alarms were given. Raises SomeFailed."""
    by = system(NAME)
    given = failed = 0
    for concern_id in _waiting(by, at):
        try:
            with acting_as(by, purpose=Purpose.OPERATION, at=at):
                given += look_at(concern_id=concern_id, by=by, at=at)
        except Exception as error:  # noqa: BLE001 (a fault in one must not leave the others unwatched)
            failed += 1
            _log.error("a notification could not be watched: %s", type(error).__name__)
    if failed:
        raise SomeFailed(f"{failed} notifications")
    return given


def look_at(*, concern_id: UUID, by: Actor, at: datetime) -> int:
    """Give the alarms that one notification asks for now and that nobody has had. Returns how many."""
    row = Concern.objects.select_for_update(of=("self",)).filter(pk=concern_id).first()
    if row is None or row.assessed_at is not None:
        return 0
    given = 0
    for kind, subjects in _due(row, at):
        for subject in subjects:
            given += _give(row, kind, subject, by=by, at=at)
    return given


def _due(row: Concern, at: datetime) -> list[tuple[Alarm, list[str]]]:
    """Every alarm that should have been given by now, so that a night without a worker is made up for."""
    colour = light(assess_by=row.assess_by, at=at, limits=queries.limits(at), assessed=False)
    unit = [f"unit:{row.unit_id}"] if row.unit_id else []
    mine = [f"employee:{row.taken_by_id}"] if row.taken_by_id else unit
    due = [(Alarm.ARRIVED, unit)] if row.told_acute else []
    if colour is not Light.GREEN:
        due.append((Alarm.SOON, mine))
    if colour in {Light.RED, Light.OVER}:
        due.append((Alarm.ESCALATED, _leaders(row, at)))
    if colour is Light.OVER:
        due.append((Alarm.OVER, [*unit, *_leaders(row, at)]))
    return due


def _give(row: Concern, kind: Alarm, subject: str, *, by: Actor, at: datetime) -> int:
    """One alarm, once: whoever has it is asked of the row, not remembered by the job."""
    if kind is Alarm.SOON and ConcernAlarm.objects.filter(concern=row, kind=kind).exists():
        return 0
    _, is_new = ConcernAlarm.objects.get_or_create(concern=row, kind=kind, subject=subject, defaults={"at": at})
    if is_new:
        ConcernHappening.objects.create(
            concern=row, kind=HappeningKind.ALARM, note=kind.value, at=at, by=by.subject, by_name=""
        )
    return int(is_new)


def _leaders(row: Concern, at: datetime) -> list[str]:
    if row.unit_id is None:
        return []
    return [f"employee:{one}" for one in organisation.leaders_of(unit_id=row.unit_id, on=day_of(at))]


def _waiting(by: Actor, at: datetime) -> list[UUID]:
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        rows = Concern.objects.filter(assessed_at__isnull=True, way="")
        return list(rows.order_by("assess_by", "id").values_list("pk", flat=True))
