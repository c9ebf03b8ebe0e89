"""The tables of the pages of flow: each with its columns and rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import Flow
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.present.flow import figure, name, number


@dataclass(frozen=True)
class Told:
    """A table: columns and rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def columns(first: Sequence[str], *figures: str) -> tuple[Column, ...]:
    """Columns of words, then of figures."""
    return (*(Column(label) for label in first), *(Column(label, numeric=True) for label in figures))


def losses(found: Flow) -> Told:
    """Where most days go, ranked by all the days together."""
    return Told(
        columns((_("Fra"), _("Til")), _("Gange"), _("Median, dage"), _("Ni af ti inden, dage"), _("Dage i alt")),
        tuple(
            Row(
                cells=(
                    name(loss.before),
                    name(loss.after),
                    str(loss.times),
                    number(loss.median_days),
                    figure(loss.p90_days),
                    str(round(loss.days)),
                )
            )
            for loss in found.losses
        ),
    )


def steps(found: Flow) -> Told:
    """Each step: how often, again, waiting before it, work at it, and who changed at it."""
    figures = (
        _("Sager"),
        _("Gange igen"),
        _("Ventetid før, median dage"),
        _("Ni af ti inden, dage"),
        _("Arbejde før, timer"),
        _("Ny enhed"),
        _("Ny medarbejder"),
    )
    return Told(
        columns((_("Skridt"),), *figures),
        tuple(
            Row(
                cells=(
                    name(one.activity),
                    str(one.cases),
                    str(one.again),
                    figure(one.waited_days),
                    figure(one.waited_p90_days),
                    figure(one.handled_hours),
                    str(one.units),
                    str(one.hands),
                )
            )
            for one in found.facts
        ),
    )


def loops(found: Flow) -> Told:
    """Steps that come back to themselves, and through what."""
    return Told(
        columns((_("Skridt"), _("Gennem")), _("Gange"), _("Sager"), _("En runde, median dage")),
        tuple(
            Row(
                cells=(
                    name(one.activity),
                    name(one.through) if one.through else _("med det samme"),
                    str(one.times),
                    str(one.cases),
                    number(one.days),
                )
            )
            for one in found.loops
        ),
    )


def moved(found: Flow, unit_name: Callable[[str], str]) -> Told:
    """From unit to unit."""
    return Told(
        columns((_("Fra enhed"), _("Til enhed")), _("Gange"), _("Sager"), _("Til det første skridt, median dage")),
        tuple(
            Row(cells=(unit_name(one.before), unit_name(one.after), str(one.times), str(one.cases), number(one.days)))
            for one in found.moved
        ),
    )


def orders(found: Flow, href: Callable[[int], str]) -> Told:
    """The most common orders; each leads to the map of its cases alone."""
    return Told(
        columns((_("Vej"),), _("Sager"), _("Andel"), _("Median, dage")),
        tuple(
            Row(
                cells=(
                    Cell(" → ".join(name(one) for one in order.activities), href=href(order.variant)),
                    str(order.cases),
                    f"{round(100 * order.share)} %",
                    number(order.median_days),
                )
            )
            for order in found.orders
        ),
    )


def change(one: float, other: float, *, differs: bool) -> Chip | str:
    """How much more the first is than the second; marked where it is more than chance."""
    apart = round(one - other, 1)
    text = f"{'+' if apart > 0 else '−' if apart < 0 else ''}{number(abs(apart))}"
    if not differs:
        return text
    return Chip(_("%(days)s langsommere") % {"days": text}, "bad") if one > other else Chip(
        _("%(days)s hurtigere") % {"days": text}, "ok"
    )
