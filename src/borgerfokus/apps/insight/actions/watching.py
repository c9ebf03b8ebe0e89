"""Watching the figures: rules that begin to fire become alerts, and alerts that no longer hold are ended.

An alert is of the last whole month. A rule that goes on firing is the same alert; one that fires anew is a new one.
"""

from datetime import datetime
from pathlib import Path

from borgerfokus.apps.insight.models import FigureAlert
from borgerfokus.apps.insight.queries import dashboards
from borgerfokus.apps.insight.queries.indicators import Scope, Series, series
from borgerfokus.apps.insight.queries.logs import open_log
from borgerfokus.apps.insight.queries.months import month_key, months_back
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.indicators import Raised, load_shipped, raised
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit

HISTORY = 24
LONGEST = 400
_NO_NOTE = Refusal(
    code="alert_note", text=Text(da="Skriv, hvad I gør ved det.", en="Write what you do about it."), article=""
)


def watch(*, folder: Path, at: datetime) -> int:
    """Raise and end alerts over the last whole months. Returns how many are new; the same again changes nothing.

    For the system alone.
    """
    log = open_log(folder)
    if log is None:
        return 0
    day = day_of(at)
    scope, newest = Scope(months_back(day, HISTORY), months_back(day, 0)), month_key(months_back(day, 1))
    found = _fired(series(log, months=scope, only=load_shipped()), newest=newest)
    running = {(one.indicator, one.unit, one.rule): one for one in dashboards.alerts(units=None)}
    for key, alert in running.items():
        if key not in found:
            alert.ended_at = at
            alert.save(update_fields=["ended_at"])
        elif alert.month != newest:
            alert.month, alert.value = newest, found[key].value
            alert.save(update_fields=["month", "value"])
    fresh = [
        FigureAlert(
            indicator=indicator, unit=unit, rule=rule, since=one.since, month=newest, value=one.value, raised_at=at
        )
        for (indicator, unit, rule), one in found.items()
        if (indicator, unit, rule) not in running
    ]
    return len(FigureAlert.objects.bulk_create(fresh))


def acknowledge(*, alert: FigureAlert, note: str, by: Actor, at: datetime) -> Refusal | None:
    """A leader has seen the alert and says what is done. The caller has found it among the actor's own."""
    text = " ".join(note.split())[:LONGEST]
    if not text:
        return _NO_NOTE
    alert.acknowledged_at, alert.acknowledged_by, alert.acknowledged_by_name = at, by.subject, by.name
    alert.note = text
    alert.save(update_fields=["acknowledged_at", "acknowledged_by", "acknowledged_by_name", "note"])
    audit.record(action="figures.alert.acknowledge", by=by, at=at, about=f"alert:{alert.pk}", indicator=alert.indicator)
    return None


def _fired(found: Series, *, newest: int) -> dict[tuple[str, str, str], Raised]:
    """The rules that the newest month fires. A series without a figure of that month says nothing of it."""
    catalogue = {one.key: one for one in load_shipped()}
    return {
        (key, unit, one.rule.value): one
        for (key, unit), months in found.items()
        if months[-1].key == newest
        for one in raised(months, catalogue[key])
    }
