"""Rounds, look-ups under control and rights under review, in words and as view objects."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.logcontrol.service import ControlItem, ControlRound, RightsItem, RoundState
from borgerfokus.core.access import ROLE_NAMES, Role
from borgerfokus.core.logcontrol.rounds import Fault
from borgerfokus.core.logcontrol.words import (
    GROUNDS,
    KINDS,
    OUTCOMES,
    SIGNALS,
    STATES,
    Ground,
    Kind,
    Outcome,
    Signal,
    State,
)
from borgerfokus.foundation.access.models import Ground as GrantGround
from borgerfokus.web.design.views import Chip, Due
from borgerfokus.web.design.views.marks import ChipKind
from borgerfokus.web.frame import on_day, say

_STATE_KINDS: dict[State, ChipKind] = {
    State.OPEN: "warn",
    State.ASKED: "sun",
    State.ANSWERED: "fjord",
    State.CLOSED: "ok",
    State.ESCALATED: "bad",
    State.CONCLUDED: "line",
}
_SOON_DAYS = 5


def round_title(row: ControlRound) -> str:
    """ "1. oktober 2026 til 31. oktober 2026"."""
    last = row.ends - timedelta(days=1)
    return _("%(first)s til %(last)s") % {"first": on_day(row.starts), "last": on_day(last)}


def round_chip(row: ControlRound) -> Chip:
    """How far a round is."""
    return {
        RoundState.PLANNED: Chip(_("Planlagt"), "line"),
        RoundState.DRAWN: Chip(_("I gang"), "warn"),
        RoundState.DONE: Chip(_("Afsluttet"), "ok"),
    }[RoundState(row.state)]


def state_chip(item: ControlItem) -> Chip:
    """How far a look-up is."""
    state = State(item.state)
    return Chip(say(STATES[state]), _STATE_KINDS[state])


def kind(item: ControlItem) -> str:
    """Why it is in the round."""
    return say(KINDS[Kind(item.kind)])


def reasons(item: ControlItem) -> tuple[str, ...]:
    """Why nobody would expect the look-up, the heaviest first."""
    return tuple(say(SIGNALS[Signal(one)]) for one in item.signals)


def ground(key: str) -> str:
    """Why a look-up was closed."""
    return say(GROUNDS[Ground(key)])


def outcome(key: str) -> str:
    """What an escalated look-up was."""
    return say(OUTCOMES[Outcome(key)])


def signal(key: str) -> str:
    """One reason."""
    return say(SIGNALS[Signal(key)])


def fault(one: Fault) -> str:
    """What does not hold when a draw is repeated."""
    return {
        Fault.PROMISE: _("Frøet er ikke det, der blev lovet, før der blev trukket."),
        Fault.LIST: _("Loggen har ikke de samme opslag, som der blev trukket fra."),
        Fault.SAMPLE: _("Det er ikke de samme opslag, der kommer ud."),
    }[one]


def due(day: date, *, on: date) -> Due:
    """A date to keep, with how far it is."""
    left = (day - on).days
    if left < 0:
        text = ngettext("%(n)s dag over", "%(n)s dage over", -left) % {"n": -left}
        return Due("over", text, on_day(day))
    text = ngettext("%(n)s dag", "%(n)s dage", left) % {"n": left} if left else _("I dag")
    return Due("soon" if left <= _SOON_DAYS else "fine", text, on_day(day))


def right(item: RightsItem) -> str:
    """What a right is: a role, or an access to a case on a ground."""
    if item.kind == "engagement":
        return say(ROLE_NAMES[Role(item.what)])
    return {
        GrantGround.NAMED: _("Adgang til en sag ved navn"),
        GrantGround.PARTNER: _("Adgang til en sag som samarbejdspart"),
    }[GrantGround(item.what)]


def right_chip(item: RightsItem) -> Chip:
    """How far a right is in its review."""
    return {
        "open": Chip(_("Ikke bekræftet"), "bad"),
        "kept": Chip(_("Bekræftet"), "ok"),
        "asked": Chip(_("Bedt afsluttet"), "warn"),
        "ended": Chip(_("Afsluttet"), "line"),
    }[item.state]
