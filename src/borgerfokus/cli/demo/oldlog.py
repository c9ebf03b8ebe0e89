"""A log from the system that the municipality had before: closed cases with the faults that it did not stop.

It is written as XES and taken in as any log from outside, to be looked at beside the municipality's own cases.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from borgerfokus.apps.insight import service as insight
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.core.flow import xes
from borgerfokus.core.flow.xes import Trace, XesEvent

NAME = "fagsystem"
_CASES = 420
_YEARS_BACK = timedelta(days=4 * 365)
_SPAN_DAYS = 700
_FRONT, _TEAM, _LATER = "Visitationen", "Voksengruppen", "Voksengruppen Nord"
_OUTCOMES = {"granted": 0.55, "partly": 0.25, "refused": 0.2}
_WORKING = 9
Planned = list[tuple[float, str, str, str]]


def build(*, now: datetime, seed: int = 1) -> None:
    """Write the log and take it in."""
    draw = Draw(seed, "old system")
    start = now.replace(minute=0, second=0, microsecond=0) - _YEARS_BACK
    root = Path(settings.INSIGHT_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="oldlog-") as folder:
        file = Path(folder) / f"{NAME}.xes"
        file.write_text("".join(xes.written(_traces(draw, start))), "utf-8")
        insight.import_xes(file=file, folder=root / NAME, name=NAME)


def _traces(draw: Draw, start: datetime) -> Iterator[Trace]:
    for number in range(_CASES):
        began = start + timedelta(days=_SPAN_DAYS * number / _CASES, hours=draw.between(0, 7))
        yield Trace(f"f{number}", tuple(_event(draw, began, one) for one in _course(draw)))


def _event(draw: Draw, began: datetime, planned: tuple[float, str, str, str]) -> XesEvent:
    days, activity, unit, detail = planned
    us = int((began + timedelta(days=days)).timestamp() * 1_000_000)
    hand = f"{unit}{draw.between(1, _WORKING)}" if unit else ""
    return XesEvent(activity, us, hand, unit, "employee" if unit else "citizen", detail)


def _course(draw: Draw) -> Planned:
    """One case: asked and answered, some heard too late or not at all, some letters sent before they were read."""
    told: Planned = [(0.0, "request.received", "", ""), (draw.around(1, 0.5), "case.opened", _FRONT, "")]
    _then(told, draw.around(4, 0.6), "case.taken", _TEAM)
    _then(told, 0.05, "phase.information", _TEAM)
    for _ in range(draw.between(0, 2)):
        _then(told, draw.around(2, 0.6), "fact.asked", _TEAM, "from.doctor")
        if draw.chance(0.3):
            _then(told, draw.around(12, 0.3), "fact.reminded", _TEAM)
        _then(told, draw.around(15, 0.6), "fact.answered", "", "from.doctor")
    unit = _LATER if draw.chance(0.2) else _TEAM
    if unit == _LATER:
        _then(told, draw.around(5, 0.6), "handover.answered", unit)
    _then(told, draw.around(3, 0.6), "phase.assessment", unit)
    if draw.chance(0.18):
        _then(told, draw.around(4, 0.5), "phase.information", unit)
        _then(told, draw.around(9, 0.5), "phase.assessment", unit)
    if not draw.chance(0.04):
        _then(told, draw.around(6, 0.6), "phase.decision", unit)
    _decide(told, draw, unit)
    return told


def _decide(told: Planned, draw: Draw, unit: str) -> None:
    outcome = draw.weighted(_OUTCOMES)
    if outcome != "granted" and draw.chance(0.88):
        _then(told, draw.around(2, 0.5), "hearing.sent", unit)
        _then(told, draw.around(10, 0.3), "hearing.answered", "")
    read = outcome != "granted" and draw.chance(0.8)
    if read:
        _then(told, draw.around(2, 0.5), "decision.approval_asked", unit)
        _then(told, draw.around(3, 0.5), "decision.approved", unit)
    if draw.chance(0.22):
        _then(told, draw.around(1, 0.3), "deadline.slipped", unit)
    _then(told, draw.around(2, 0.5), "decision.issued", unit, f"outcome.{outcome}")
    if draw.chance(0.94):
        _then(told, draw.around(1, 0.4), "letter.received", "")
    if outcome == "refused" and draw.chance(0.4):
        _then(told, draw.around(15, 0.3), "appeal.filed", "")
        _then(told, draw.around(20, 0.5), "appeal.reassessed", unit)
    if outcome != "refused":
        _then(told, draw.around(8, 0.5), "phase.intervention", unit)
        _then(told, draw.around(75, 0.3), "phase.follow_up", unit)
    _then(told, draw.around(10, 0.5), "phase.closed", unit)


def _then(told: Planned, days: float, activity: str, unit: str, detail: str = "") -> None:
    """So many days after the last."""
    told.append((told[-1][0] + days, activity, unit, detail))
