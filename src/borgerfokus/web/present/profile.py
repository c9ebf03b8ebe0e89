"""The profile of an assessment as a picture with its table, for staff and citizen alike."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from borgerfokus.apps.assessment.service import CaseThemes
from borgerfokus.core.assessment import Frame, ProfileRow
from borgerfokus.web.design.views import ProfileLine, ProfileView
from borgerfokus.web.frame import say

_EDGE = 5.0
"""Per cent left free at each end of the scale, so that the outermost marks stay inside."""


def picture(there: CaseThemes, *, href: Callable[[str], str] = lambda _theme: "") -> ProfileView | None:
    """The themes that carry a level and have one now or last; None when there is none. `href` links a theme."""
    frame = there.frame
    found = places(frame)
    shown = [row for row in there.profile if row.now is not None or row.last is not None]
    if not shown:
        return None
    lowest, highest = frame.scale[0], frame.scale[-1]
    return ProfileView(
        caption=_("Niveau nu, sidst og forventet, tema for tema"),
        ticks=tuple((found[level.value], str(level.value)) for level in frame.scale),
        lines=tuple(_line(frame, row, found, href) for row in shown),
        scale=_("%(low)s er %(low_words)s, %(high)s er %(high_words)s")
        % {
            "low": lowest.value,
            "low_words": say(lowest.title).lower(),
            "high": highest.value,
            "high_words": say(highest.title).lower(),
        },
    )


def level_of(frame: Frame, value: int | None) -> str:
    """A level in words, "" for none: "2 · Moderat nedsat funktionsevne"."""
    if value is None:
        return ""
    level = frame.level(value)
    return f"{level.value} · {say(level.title)}" if level.counts else say(level.title)


def places(frame: Frame) -> dict[int, float]:
    """Where each level of the scale stands, in per cent of the width."""
    scale = frame.scale
    step = (100 - 2 * _EDGE) / max(len(scale) - 1, 1)
    return {level.value: _EDGE + number * step for number, level in enumerate(scale)}


def _line(frame: Frame, row: ProfileRow, places: dict[int, float], href: Callable[[str], str]) -> ProfileLine:
    theme = say(frame.theme(row.theme).title)
    now = level_of(frame, row.now) or (_("Ikke set på igen endnu") if not row.counts else "–")
    last, expected = level_of(frame, row.last) or "–", level_of(frame, row.expected) or "–"
    return ProfileLine(
        theme=theme,
        label=_("%(theme)s. Sidst: %(last)s. Nu: %(now)s. Forventet: %(expected)s.")
        % {"theme": theme, "last": last, "now": now, "expected": expected},
        last=last,
        now=now,
        expected=expected,
        last_at=_place(places, row.last),
        now_at=_place(places, row.now),
        expected_at=_place(places, row.expected),
        href=href(row.theme),
    )


def _place(places: dict[int, float], value: int | None) -> float | None:
    return places[value] if value is not None else None
