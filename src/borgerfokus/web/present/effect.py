"""Figures of effect in words: progress in steps, shares, sizes, and how sure they are. Used wherever effect is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.assessment.service import CaseThemes
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import EffectFigure, Evidence
from borgerfokus.core import disclosure
from borgerfokus.core.assessment import frames
from borgerfokus.core.effect import Change, Interval, wilson
from borgerfokus.core.texts import Text
from borgerfokus.web.frame import say

NEED = "behov"
_LEVELS = ("1", "2", "3", "4")
_WORST = 4


@dataclass(frozen=True)
class Told:
    """A figure that may be told, as numbers that pages lay out."""

    citizens: int
    change: Change
    reached: int
    expected: float | None

    @property
    def percent(self) -> str:
        """The share that reached the goal."""
        return percent(self.reached, self.citizens)

    @property
    def reached_interval(self) -> Interval:
        """Its uncertainty, from 0 to 1."""
        return wilson(self.reached, self.citizens)

    @property
    def beats_itself(self) -> bool:
        """Whether the progress is surely more than nothing, and than what would have come by itself."""
        return self.change.interval.low > max(0.0, self.expected or 0.0)


def told(figure: EffectFigure | None) -> Told | None:
    """The figure, or None when there is none or it is of too few."""
    change = insight.change_of(figure) if figure is not None else None
    if figure is None or change is None or figure.reached is None or not figure.citizens:
        return None
    return Told(figure.citizens, change, figure.reached, figure.expected)


def number(value: float, *, sign: bool = False, digits: int = 1) -> str:
    """ "+0,6", "−0,2", in the reader's language."""
    text = f"{abs(value):.{digits}f}"
    mark = "−" if round(value, digits) < 0 else "+" if sign and round(value, digits) > 0 else ""
    return say(Text(da=mark + text.replace(".", ","), en=mark + text))


def between(interval: Interval, *, sign: bool = False) -> str:
    """ "0,2 til 0,9"."""
    ends = {"low": number(interval.low, sign=sign), "high": number(interval.high, sign=sign)}
    return _("%(low)s til %(high)s") % ends


def shares(interval: Interval) -> str:
    """ "34 til 61 %"."""
    return _("%(low)s til %(high)s %%") % {"low": round(100 * interval.low), "high": round(100 * interval.high)}


def percent(part: int, whole: int) -> str:
    """ "42 %"; the lowest and the highest that is told say that it may be less, or more."""
    share, step = part / whole, disclosure.rate_step(whole)
    text = f"{round(100 * share)} %"
    if share <= step:
        return _("højst %(percent)s") % {"percent": text}
    return _("mindst %(percent)s") % {"percent": text} if share >= 1 - step else text


def people(count: int) -> str:
    """ "40 borgere"."""
    return ngettext("%(n)s borger", "%(n)s borgere", count) % {"n": count}


def steps(value: float) -> str:
    """ "0,6 trin frem", "0,2 trin tilbage"."""
    words = _("%(n)s trin tilbage") if value < 0 else _("%(n)s trin frem")
    return words % {"n": number(abs(value))}


def theme_name(key: str) -> str:
    """What a theme is called ("ffb/mobility")."""
    frame_key, _slash, theme = key.partition("/")
    frame = frames().get(frame_key)
    found = next((one for one in frame.themes if one.key == theme), None) if frame else None
    return say(found.title) if found else key


def level_name(level: str) -> str:
    """ "Niveau 3"."""
    return _("Niveau %(n)s") % {"n": level}


def needs_of(there: CaseThemes | None) -> dict[str, int]:
    """The levels of a case that say need, by frame and theme, as figures name them."""
    if there is None:
        return {}
    rows = {row.theme: row.now for row in there.profile}
    return {f"{there.frame.key}/{theme}": level for theme, level in rows.items() if level and level <= _WORST}


def needs_in_address(needs: Mapping[str, int]) -> list[tuple[str, str]]:
    """The needs as an address carries them: of nobody, only themes and levels."""
    return [(NEED, f"{theme}:{level}") for theme, level in sorted(needs.items())]


def needs_of_address(request: HttpRequest) -> dict[str, int]:
    """The needs that an address carries; what is none is left out."""
    pairs = (one.rpartition(":") for one in request.GET.getlist(NEED))
    return {theme: int(level) for theme, _colon, level in pairs if theme and level in _LEVELS}


def evidence(found: Evidence | None) -> tuple[str, str]:
    """What our own figures say of an offer, and beside it of whom they tell; for lists of offers."""
    figure = told(found.figure) if found else None
    if found is None or figure is None:
        return _("For få til at vise"), ""
    first = _("%(steps)s (%(between)s), %(percent)s nåede målet (%(share)s)") % {
        "steps": steps(figure.change.mean),
        "between": between(figure.change.interval),
        "percent": figure.percent,
        "share": shares(figure.reached_interval),
    }
    return first, f"{people(figure.citizens)} · {_of_whom(found)}"


def _of_whom(found: Evidence) -> str:
    theme, level = found.figure.theme, found.figure.level
    if theme and level:
        return _("samme behov og niveau her: %(theme)s, niveau %(level)s") % {
            "theme": theme_name(theme),
            "level": level,
        }
    if theme:
        return _("samme behov her: %(theme)s, alle niveauer") % {"theme": theme_name(theme)}
    if level:
        return _("samme niveau her: %(level)s, alle behov") % {"level": level}
    return _("alle med tilbuddet her")
