"""The journey of one case: a line of who had the ball, to staff and, in plain words, to the citizen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.casework.service import Happening
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import CITIZEN_PHASES, PHASE_TITLES
from borgerfokus.core.dates import day_of
from borgerfokus.core.flow.balls import PHASE, Happened, Turn, turns
from borgerfokus.web.design.views import Column, Row, TurnKind, TurnLine, TurnSpan, TurnsView
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import short_date

_MOVES: Final = frozenset({"case.phase", "case.imported"})
_KINDS: Final[Mapping[Ball, TurnKind]] = {Ball.US: "us", Ball.YOU: "you", Ball.OTHER: "other"}
_HELP: Final = Phase.INTERVENTION.value


def view(happenings: Sequence[Happening], *, until: datetime, staff: bool) -> TurnsView | None:
    """The line of a case from its events, in any order; None for one in which nothing has taken time yet."""
    events = sorted(happenings, key=lambda one: one.seq)
    found = turns([_happened(one) for one in events], until=until)
    if not found:
        return None
    waited = {one.at: one.payload["waiting_on"] for one in events if one.payload.get("waiting_on")}
    rows = tuple(_row(turn, waited, staff=staff) for turn in found)
    line = TurnLine("", "", _aloud(found, staff=staff), _spans(found))
    ends = (found[0].starts, found[-1].ends)
    return TurnsView(
        finding=_finding(found, staff=staff),
        lines=(line,),
        kinds=tuple((kind, _who(ball, staff=staff)) for ball, kind in _KINDS.items()),
        ticks=tuple((place, short_date(day_of(at))) for place, at in zip((0.0, 100.0), ends, strict=True)),
        columns=(
            Column(_("Hvem havde bolden?")),
            Column(_("Fra")),
            Column(_("Til")),
            Column(_("Dage"), numeric=True),
            Column(_("Fase")),
        ),
        rows=rows,
        caption=_("Hvem har haft bolden?"),
    )


def _happened(one: Happening) -> Happened:
    activity = f"{PHASE}{one.phase}" if one.kind in _MOVES else one.kind
    waiting = one.payload.get("waiting_for")
    return Happened(one.at, activity, f"for.{waiting}" if waiting else "")


def _row(turn: Turn, waited: Mapping[datetime, str], *, staff: bool) -> Row:
    who = _who(turn.ball, staff=staff)
    if turn.starts in waited:
        who = f"{who}: {waited[turn.starts]}"
    titles = PHASE_TITLES if staff else CITIZEN_PHASES
    phase = say(titles[Phase(turn.phase or Phase.CONTACT)])
    return Row(
        cells=(who, short_date(day_of(turn.starts)), short_date(day_of(turn.ends)), str(_days(turn)), phase),
    )


def _who(ball: Ball, *, staff: bool) -> str:
    if ball is Ball.YOU:
        return _("borgeren") if staff else _("dig")
    if ball is Ball.OTHER:
        return _("andre")
    return _("os")


def _spans(found: Sequence[Turn]) -> tuple[TurnSpan, ...]:
    first, whole = found[0].starts, found[-1].ends - found[0].starts
    return tuple(
        TurnSpan(_KINDS[turn.ball], 100 * ((turn.starts - first) / whole), 100 * ((turn.ends - turn.starts) / whole))
        for turn in found
    )


def _days(turn: Turn) -> int:
    return (day_of(turn.ends) - day_of(turn.starts)).days


def _sums(found: Sequence[Turn]) -> dict[Ball, int]:
    """Days with each, but for the time in which the help runs: nobody waits for anybody then."""
    told = dict.fromkeys(_KINDS, 0)
    for turn in found:
        if turn.phase != _HELP:
            told[turn.ball] += _days(turn)
    return told


def _finding(found: Sequence[Turn], *, staff: bool) -> str:
    told = _sums(found)
    values = {
        name: ngettext("%(days)s dag", "%(days)s dage", told[ball]) % {"days": told[ball]}
        for name, ball in (("us", Ball.US), ("you", Ball.YOU), ("other", Ball.OTHER))
    }
    if staff:
        said = _("Bolden har ligget hos os i %(us)s, hos borgeren i %(you)s og hos andre i %(other)s.")
    else:
        said = _("Vi har haft bolden i %(us)s. Du har haft den i %(you)s. Andre har haft den i %(other)s.")
    helped = any(turn.phase == _HELP for turn in found)
    note = _("Tiden, hvor hjælpen er i gang, er ikke talt med.") if helped else ""
    return f"{said % values} {note}".strip()


def _aloud(found: Sequence[Turn], *, staff: bool) -> str:
    told = ", ".join(
        ngettext("%(who)s %(days)s dag", "%(who)s %(days)s dage", _days(turn))
        % {"who": _who(turn.ball, staff=staff), "days": _days(turn)}
        for turn in found
    )
    return _("Hvem har haft bolden, fra først til sidst: %(turns)s") % {"turns": told}
