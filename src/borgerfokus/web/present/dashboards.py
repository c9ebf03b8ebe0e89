"""A dashboard in words: alerts with the rule that fired, notes on the line of time, units side by side."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.insight.service import FigureAlert, FigureNote, Measured, Rhythm
from borgerfokus.core.indicators import RULE_NAMES, Indicator, WatchRule, load_shipped
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import on_day, page_language, say
from borgerfokus.web.present import indicators as words


def unit_names(units: Iterable[Unit]) -> dict[str, str]:
    """The name of each unit by its key, in the reader's language."""
    english = page_language() == "en"
    return {unit.key: (unit.name_en or unit.name) if english else unit.name for unit in units}


def named(key: str) -> Indicator | None:
    """The indicator with a key; None for one that the catalogue has no longer."""
    return next((one for one in load_shipped() if one.key == key), None)


def alert_columns() -> tuple[Column, ...]:
    """The headings of `alert_rows`."""
    return (
        Column(_("Nøgletal")),
        Column(_("Hvor")),
        Column(_("Hvorfor")),
        Column(_("Siden")),
        Column(_("Hvad gør I?")),
    )


def alert_rows(alerts: Iterable[FigureAlert], names: Mapping[str, str]) -> tuple[Row, ...]:
    """Each alert with the rule that fired, since when, and what is done about it."""
    return tuple(row for one in alerts if (row := _alert_row(one, names)) is not None)


def _alert_row(one: FigureAlert, names: Mapping[str, str]) -> Row | None:
    indicator = named(one.indicator)
    if indicator is None:
        return None
    return Row(
        cells=(
            Cell(say(indicator.title), href=reverse("management:alert", args=[one.pk])),
            where(one, names),
            say(RULE_NAMES[WatchRule(one.rule)]),
            words.month(one.since),
            state(one),
        )
    )


def where(one: FigureAlert, names: Mapping[str, str]) -> str:
    """The unit of an alert by name."""
    return names.get(one.unit, one.unit) if one.unit else _("Hele området")


def state(one: FigureAlert) -> Chip | Cell:
    """Whether somebody has answered an alert, and with what."""
    if one.ended_at is not None:
        return Chip(_("Forbi %(day)s") % {"day": on_day(one.ended_at)}, "ok")
    if one.acknowledged_at is None:
        return Chip(_("Ingen har svaret"), "warn")
    return Cell(one.note, sub=f"{one.acknowledged_by_name}, {on_day(one.acknowledged_at)}")


def explanation(one: FigureAlert, indicator: Indicator) -> str:
    """The rule in a sentence, with what it is reckoned from."""
    rule = WatchRule(one.rule)
    if rule is WatchRule.TARGET:
        goal = words.shown(indicator.target, indicator) if indicator.target is not None else "–"
        return _("Målet er %(goal)s. Det er ikke nået i nogen måned siden %(since)s.") % {
            "goal": goal,
            "since": words.month(one.since),
        }
    if rule is WatchRule.RUN:
        return _(
            "Fra %(since)s ligger hver måned på den dårlige side af midten. Så mange i træk er sjældent et tilfælde."
        ) % {"since": words.month(one.since)}
    return _(
        "Fra %(since)s ligger tallet uden for de grænser, som de almindelige udsving holder sig inden for. De regnes "
        "af forskellen fra måned til måned i to år."
    ) % {"since": words.month(one.since)}


def note_columns() -> tuple[Column, ...]:
    """The headings of `note_rows`."""
    return Column(_("Dag")), Column(_("Hvad skete der?")), Column(_("Gælder")), Column(_("Skrevet af"))


def note_rows(notes: Iterable[FigureNote], names: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Row, ...]:
    """The notes as they stand in a list."""
    return tuple(
        Row(cells=(_day(one.on), Cell(one.text, sub=_audience(one)), _about(one, names, kinds), one.written_by_name))
        for one in notes
    )


def _audience(one: FigureNote) -> str:
    return _("Kan læses af alle") if one.public else ""


def _about(one: FigureNote, names: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    unit = names.get(one.unit, one.unit) if one.unit else _("Alle enheder")
    return f"{unit} · {kinds.get(one.kind, one.kind)}" if one.kind else unit


def _day(day: date) -> str:
    return on_day(day)


def rhythm(value: str) -> str:
    """How often figures are sent."""
    return {Rhythm.WEEKLY: _("Hver mandag"), Rhythm.MONTHLY: _("Den første i måneden")}[Rhythm(value)]


def beside_columns(measured: Sequence[Measured]) -> tuple[Column, ...]:
    """The headings of `beside_rows`."""
    return (Column(_("Enhed")), *(Column(say(one.indicator.title), numeric=True) for one in measured))


def beside_rows(measured: Sequence[Measured], names: Mapping[str, str], own: frozenset[str]) -> tuple[Row, ...]:
    """The units side by side, each with every figure; those that the reader leads first."""
    keys = {key for one in measured for key in one.units}
    ordered = sorted(keys, key=lambda key: (key not in own, names.get(key, key)))
    return tuple(
        Row(cells=(Cell(names.get(key, key)), *(_value(one, key) for one in measured)), here=key in own)
        for key in ordered
    )


def _value(measured: Measured, key: str) -> str:
    figure = measured.units.get(key)
    return words.shown(figure.value, measured.indicator) if figure else "–"


def headline(measured: Sequence[Measured], waiting: int) -> str:
    """The finding first: how many targets are met, and how many alerts nobody has answered."""
    chips = [chip for one in measured if (chip := words.against_target(one)) is not None]
    met = sum(chip.kind == "ok" for chip in chips)
    said = _("%(met)s af %(all)s mål er nået.") % {"met": met, "all": len(chips)} if chips else ""
    if not waiting:
        return f"{said} {_('Ingen varsler venter.')}".strip()
    alerts = ngettext("%(n)s varsel venter på svar.", "%(n)s varsler venter på svar.", waiting) % {"n": waiting}
    return f"{said} {alerts}".strip()
