"""The time to appeal stands still while the party waits to see the file (forvaltningsloven § 17)."""

from datetime import date

from django.db.models import F

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.models import Decision, DecisionState


def halt_appeal_in(opened: casework.OpenCase, *, on: date) -> tuple[int, date] | None:
    """Let the time to appeal stand still, if one is running. Returns the decision and the day it would have ended."""
    rows = Decision.objects.select_for_update().filter(case=opened.case, state=DecisionState.ISSUED)
    row = rows.filter(appeal_until__gte=on).first()
    if row is None or row.appeal_until is None:
        return None
    before = row.appeal_until
    Decision.objects.filter(pk=row.pk).update(appeal_until=None, version=F("version") + 1)
    return row.pk, before


def run_appeal_in(opened: casework.OpenCase, *, decision_id: int, until: date) -> None:
    """Let the time to appeal run again, to its new last day."""
    rows = Decision.objects.filter(pk=decision_id, case=opened.case, received_on__isnull=False)
    rows.update(appeal_until=until, version=F("version") + 1)
