"""A value of the law or of the municipality, in words."""

from django.utils.translation import gettext as _

from borgerfokus.core.rules import Unit, Value
from borgerfokus.core.words import length_words
from borgerfokus.web.frame import say


def shown(value: Value) -> str:
    """The value with its unit, in the reader's language."""
    match value.unit:
        case Unit.BOOLEAN:
            return _("Ja") if value.flag else _("Nej")
        case Unit.TEXT | Unit.CHOICE:
            return say(value.text)
        case Unit.CHOICES:
            return ", ".join(say(text) for text in value.texts)
        case Unit.MONTH_DAYS:
            return ", ".join(value.codes)
        case Unit.PERCENT:
            return f"{value.percent} %".replace(".", ",")
        case Unit.ORE:
            return say(value.money.text())
        case Unit.COUNT | Unit.CODE:
            return str(value.value)
        case _:
            return say(length_words(value.number, value.unit))
