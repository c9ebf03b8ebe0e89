"""Somebody waits for the course, and is offered a seat in the one that is made: by the real acts, after the load."""

from datetime import datetime, timedelta

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework.models import Case
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.done import done
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation

_REASON = "mestringskursus"
_AHEAD = timedelta(days=60)


def build(*, population: Population, now: datetime) -> None:
    """Rosa Winther waits since this moment, and has an offer to answer."""
    with acting_as(system("demo"), purpose=Purpose.OPERATION, at=now):
        cases = Case.objects.filter(citizen_id=population.cast["follow"].id, closed_at__isnull=True)
        case = cases.filter(caseworker__isnull=False).order_by("pk").first()
        if case is None or case.caseworker_id is None:
            return
        worker = organisation.actor_for(employee_id=case.caseworker_id, on=day_of(now))
        done(booking.wait(case_id=case.pk, reason=_REASON, note="", by=worker, at=now))
        groups = [one for one in booking.groups(starts=now, ends=now + _AHEAD) if one.reason.key == _REASON]
    for group in groups:
        booking.offer_seats(group_id=group.pk, at=now)
