"""The released figures of indicators, as the committee and everybody read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Disclosed, FigureNote
from borgerfokus.web.design.views import Column, ControlView, Kpi, Row, SparkLine
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import indicators as words

_HISTORY = 24


@dataclass(frozen=True)
class Picture:
    """One indicator with its chart."""

    title: str
    definition: str
    finding: str
    chart: ControlView | None


def since(day: date) -> date:
    """The first day of the history whose notes are told."""
    return insight.months_back(day, _HISTORY).date()


def note(until: date | None) -> str:
    """Which quarter the figures are of; "" before the first release."""
    if until is None:
        return ""
    return _("Kvartalet før %(day)s. Et kvartal regnes én gang og ændres ikke.") % {"day": on_day(until)}


def nothing_yet(day: date) -> str:
    """Why there are no figures: they are being made, or no quarter is over."""
    if insight.is_awaited(root=Path(settings.INSIGHT_ROOT), day=day):
        return _("Tallene er ved at blive lavet. De er klar om et minut.")
    return _("Tallene kommer, når det første hele kvartal er gået.")


def finding(found: Sequence[Disclosed]) -> str:
    """How many targets are met."""
    chips = [chip for one in found if (chip := words.against_target(one)) is not None]
    if not chips:
        return _("Der er for få sager til at sige, om målene er nået.")
    met = sum(chip.kind == "ok" for chip in chips)
    return _("%(met)s af %(all)s mål er nået.") % {"met": met, "all": len(chips)}


def kpis(found: Sequence[Disclosed], hrefs: Mapping[str, str]) -> tuple[Kpi, ...]:
    """The front figures."""
    return tuple(words.kpi(one, hrefs[one.indicator.key]) for one in found if one.indicator.front)


def themes(found: Sequence[Disclosed], hrefs: Mapping[str, str]) -> list[tuple[str, list[SparkLine]]]:
    """Every indicator that is told, by theme."""
    return words.by_theme((one.indicator, words.line(one, hrefs[one.indicator.key])) for one in found)


def picture(one: Disclosed, notes: Sequence[FigureNote]) -> Picture:
    """One indicator with its chart."""
    return Picture(say(one.indicator.title), say(one.indicator.definition), said(one), words.chart(one, notes))


def said(one: Disclosed) -> str:
    """What a released indicator says, in a sentence or two."""
    if one.now is None:
        return _("Kvartalet har for få sager til et tal, der kan vises, uden at nogen kan genkendes.")
    text = _("%(now)s i kvartalet") % {"now": words.shown(one.now.value, one.indicator)}
    if one.before is not None:
        text += _(", mod %(before)s i det før") % {"before": words.shown(one.before.value, one.indicator)}
    signal = words.last_signal(one)
    if not signal:
        return f"{text}. {_('Udsvingene er almindelige.')}"
    return f"{text}. {_('Den seneste måned: %(signal)s.') % {'signal': signal.lower()}}"


def unit_columns() -> tuple[Column, ...]:
    """The headings of `unit_rows`."""
    return Column(_("Afdeling")), Column(_("Tal"), numeric=True), Column(_("Sager, afrundet"), numeric=True)


def unit_rows(one: Disclosed, names: Mapping[str, str]) -> tuple[Row, ...]:
    """The departments, those that are held back with the reason."""
    shown = [
        Row(cells=(names.get(key, key), words.shown(figure.value, one.indicator), str(figure.cases)))
        for key, figure in sorted(one.units.items(), key=lambda pair: names.get(pair[0], pair[0]))
    ]
    held = [Row(cells=(names.get(key, key), _("for få til at vise"), "–")) for key in sorted(one.held)]
    return (*shown, *held)


