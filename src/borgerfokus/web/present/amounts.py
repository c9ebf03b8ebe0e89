"""How much help, and at what price, in words."""

from decimal import Decimal

from django.utils.translation import gettext as _

from borgerfokus.apps.interventions.service import InterventionPeriod
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PRICE_NAMES, PriceUnit
from borgerfokus.web.frame import say


def intensity(one: InterventionPeriod) -> str:
    """How much help, in words."""
    parts = []
    if one.hours_per_week is not None:
        parts.append(_("%(hours)s timer om ugen") % {"hours": number(one.hours_per_week)})
    if one.days_per_week is not None:
        parts.append(_("%(days)s dage om ugen") % {"days": one.days_per_week})
    return ", ".join(parts) or "–"


def number(value: Decimal) -> str:
    """A number without needless decimals, in Danish notation: "4", "4,5"."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def price(one: InterventionPeriod) -> str:
    """What it costs, in words."""
    unit = say(PRICE_NAMES[PriceUnit(one.price_unit)])
    return unit if one.price_unit == PriceUnit.FREE else f"{say(Money(one.price_ore).text())} {unit}"
