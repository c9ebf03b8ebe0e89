"""What a simulation says, in words and tables."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.insight.service import Record
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.simulation import Answer, Change, Range, Setting
from borgerfokus.core.texts import Text
from borgerfokus.web.design.views import Chip, Row
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.flow import days, number
from borgerfokus.web.present.flowtables import Told, columns

FEWEST: Final = 30
"""Fewer decided cases than this are not drawn from."""
_SOURCES: Final = {
    "doctor": Text(da="lægen", en="the doctor"),
    "school": Text(da="skolen", en="the school"),
    "hospital": Text(da="sygehuset", en="the hospital"),
    "provider": Text(da="udføreren", en="the provider"),
    "partner": Text(da="partneren", en="the partner"),
    "unit": Text(da="en anden enhed", en="another unit"),
}


def source(key: str) -> str:
    """Who owes an answer."""
    return say(_SOURCES[key]) if key in _SOURCES else key


def name(change: Change) -> str:
    """What is changed, in words."""
    parts = []
    if change.faster:
        whom = source(change.source) if change.source else _("alle udefra")
        parts.append(
            _("svar fra %(whom)s kommer %(share)s %% hurtigere") % {"whom": whom, "share": round(100 * change.faster)}
        )
    if change.workers:
        parts.append(
            ngettext("%(count)s sagsbehandler mere", "%(count)s sagsbehandlere mere", change.workers)
            % {"count": change.workers}
        )
    if change.without:
        parts.append(_("uden fasen %(phase)s") % {"phase": say(PHASE_TITLES[Phase(change.without)]).lower()})
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def finding(told: tuple[Change, Answer]) -> str:
    """What the first change does."""
    change, answer = told
    values = {"change": name(change), "days": days(abs(answer.saved.middle)), "span": span(answer.saved)}
    if answer.saved.low > 0:
        return _("%(change)s: halvdelen af sagerne afgøres %(days)s tidligere (mellem %(span)s).") % values
    if answer.saved.high < 0:
        return _("%(change)s: halvdelen af sagerne afgøres %(days)s senere (mellem %(span)s).") % values
    return _("%(change)s: det ændrer ikke mere, end tilfældet kan forklare (mellem %(span)s).") % values


def table(told: Sequence[tuple[Change, Answer]]) -> Told:
    """Each change: days until half are decided, days saved, and the share in time; each with its interval."""
    figures = (
        _("Halvdelen afgjort inden, dage"),
        _("Dage sparet"),
        _("ni af ti gange mellem"),
        _("Inden for fristen"),
        _("Procentpoint mere"),
        _("ni af ti gange mellem"),
    )
    return Told(columns((_("Ændring"),), *figures), tuple(_row(change, answer) for change, answer in told))


def _row(change: Change, answer: Answer) -> Row:
    return Row(
        cells=(
            name(change),
            number(answer.then.middle),
            number(answer.saved.middle),
            span(answer.saved),
            percent(answer.kept_then.middle),
            number(100 * answer.gained.middle),
            span(Range(100 * answer.gained.middle, 100 * answer.gained.low, 100 * answer.gained.high)),
        )
    )


def line_say(setting: Setting) -> str:
    """Whether cases wait for each other, and what that makes of more hands."""
    if not setting.load:
        return _(
            "Sager, der kom, da mange var åbne, tog ikke længere end andre. De venter altså ikke på hinanden, så vidt "
            "sagerne viser, og derfor ændrer flere hænder ikke noget i regningen."
        )
    return _(
        "Sager, der kom, da mange var åbne, tog længere. Det svarer til en kø foran %(workers)s sagsbehandlere, der er "
        "optaget %(load)s %% af tiden."
    ) % {"workers": setting.workers, "load": round(100 * setting.load)}


def span(one: Range) -> str:
    """ "3,1 og 5,4"."""
    return _("%(low)s og %(high)s") % {"low": _signed(one.low), "high": _signed(one.high)}


def between(one: Range) -> str:
    """ "mellem 3,1 og 5,4"."""
    return _("mellem %(span)s") % {"span": span(one)}


def between_shares(one: Range) -> str:
    """ "mellem 71 % og 80 %"."""
    return _("mellem %(span)s") % {
        "span": _("%(low)s og %(high)s") % {"low": percent(one.low), "high": percent(one.high)}
    }


def percent(share: float) -> str:
    """ "74 %"."""
    return f"{round(100 * share)} %"


def _signed(value: float) -> str:
    return f"−{number(-value)}" if value < -0.05 else number(abs(value))


def record_say(held: Record | None) -> str:
    """How often it came as foretold."""
    if held is None or not held.kinds:
        return _("Det regnes ud i nat, når der er sager nok.")
    right = sum(one.held for one in held.kinds.values())
    return _(
        "Vi har regnet kvartalet fra %(starts)s forud med sagerne fra før det. I %(right)s af %(all)s sagstyper lå "
        "det, der skete, inden for det, vi sagde."
    ) % {"starts": on_day(held.starts), "right": right, "all": len(held.kinds)}


def record(held: Record | None, titles: Mapping[str, str]) -> Told | None:
    """What was foretold and what came, by kind; None where nothing was."""
    if held is None or not held.kinds:
        return None
    figures = (_("Sager"), _("Sagt, dage"), _("Ni af ti gange mellem"), _("Skete, dage"))
    rows = tuple(
        Row(
            cells=(
                titles.get(kind, kind),
                str(one.cases),
                number(one.said.middle),
                span(one.said),
                number(one.came),
                Chip(_("som sagt"), "ok") if one.held else Chip(_("ved siden af"), "warn"),
            )
        )
        for kind, one in held.kinds.items()
    )
    return Told((*columns((_("Sagstype"),), *figures), *columns((_("Holdt det?"),))), rows)
