"""The value stream in words: what was worked and whom cases waited for, phase by phase."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import Station
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow.milestones import HELP_RUNS
from borgerfokus.web.design.views import Row, TurnKind, TurnLine, TurnSpan, TurnsView
from borgerfokus.web.present.flow import days, figure, name, number
from borgerfokus.web.present.flowtables import Told, columns

_KINDS: Final[tuple[tuple[TurnKind, Ball | None], ...]] = (
    ("work", None),
    ("us", Ball.US),
    ("you", Ball.YOU),
    ("other", Ball.OTHER),
)


def view(stations: Sequence[Station]) -> TurnsView:
    """Every phase as a bar on one scale, but for the time that help is running, which nobody waits for."""
    shown = [one for one in stations if one.word not in HELP_RUNS and one.days > 0]
    longest = max((one.days for one in shown), default=1.0)
    told = table(shown)
    return TurnsView(
        finding=_finding(shown),
        lines=tuple(_line(one, longest) for one in shown),
        kinds=kinds(),
        ticks=((0.0, _("0 dage")), (100.0, days(longest))),
        columns=told.columns,
        rows=told.rows,
        caption=_("Værdistrøm"),
    )


def kinds() -> tuple[tuple[TurnKind, str], ...]:
    """What the colours mean to staff."""
    return (
        ("work", _("arbejde på sagen")),
        ("us", _("venter hos os")),
        ("you", _("hos borgeren")),
        ("other", _("hos andre")),
    )


def table(stations: Sequence[Station]) -> Told:
    """The same as a table."""
    figures = (
        _("Sager"),
        _("Median, dage"),
        _("Ni af ti inden, dage"),
        _("Arbejde, dage pr. sag"),
        _("Venter hos os"),
        _("Hos borgeren"),
        _("Hos andre"),
        _("Arbejde af tiden"),
    )
    return Told(columns((_("Fase"),), *figures), tuple(_row(one) for one in stations))


def _row(one: Station) -> Row:
    waits = (number(one.waited.get(ball, 0.0)) for ball in (Ball.US, Ball.YOU, Ball.OTHER))
    share = f"{round(100 * one.touched / one.days)} %" if one.days else "–"
    figures = (number(one.median_days), figure(one.p90_days), number(one.touched), *waits, share)
    return Row(cells=(station_name(one), str(one.cases), *figures))


def station_name(one: Station) -> str:
    """What a station is called; before the first phase the case has just come."""
    return name(one.word) if one.word else _("Henvendelse")


def _line(one: Station, longest: float) -> TurnLine:
    spans, at = [], 0.0
    for kind, ball in _KINDS:
        wide = 100 * (one.touched if ball is None else one.waited.get(ball, 0.0)) / longest
        if wide:
            spans.append(TurnSpan(kind, at, wide))
        at += wide
    text = _("%(days)s i snit, heraf %(work)s med arbejde") % {"days": days(one.days), "work": days(one.touched)}
    return TurnLine(station_name(one), text, f"{station_name(one)}: {text}", tuple(spans))


def _finding(shown: Sequence[Station]) -> str:
    whole, touched = sum(one.days * one.cases for one in shown), sum(one.touched * one.cases for one in shown)
    if not whole:
        return ""
    by_ball = {ball: sum(one.waited.get(ball, 0.0) * one.cases for one in shown) for ball in Ball}
    most = max(by_ball, key=lambda ball: by_ball[ball])
    where = {Ball.YOU: _("hos borgeren"), Ball.OTHER: _("hos andre")}.get(most, _("hos os"))
    return _(
        "Af tiden uden for hjælpen er %(work)s %% arbejde, som vi kan se. Resten er ventetid, mest %(where)s: "
        "%(share)s %% af tiden."
    ) % {"work": _whole(100 * touched / whole), "where": where, "share": round(100 * by_ball[most] / whole)}


def _whole(percent: float) -> str:
    """ "12", "under 1"."""
    return str(round(percent)) if percent >= 1 else _("under 1")
