"""The words of notifications of concern, on the public page and on the duty screen."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.dialogue.service import Line
from borgerfokus.core.concerns import Danger, Light, ReceiptState
from borgerfokus.core.dates import day_of
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Action, Alert, Chip, Due
from borgerfokus.web.frame import say

_DUTY_PHONE = "own.concern_duty_phone"
_LEVELS = {Light.OVER: "over", Light.RED: "over", Light.AMBER: "soon", Light.GREEN: "fine", Light.DONE: "fine"}


def duty_phone(*, on: datetime) -> str:
    """The number of the duty, day and night."""
    return say(parameters.at(_DUTY_PHONE, on=day_of(on)).text)


def acute(*, on: datetime) -> Alert:
    """What to do first when a child is in danger now."""
    phone = duty_phone(on=on)
    return Alert(
        level="error",
        heading=_("Er barnet i fare lige nu? Ring 112"),
        text=_("Haster det på anden måde, så ring til døgnvagten på %(phone)s. Vent ikke på, at vi læser en besked.")
        % {"phone": phone},
        actions=(
            Action(_("Ring 112"), "tel:112", "primary"),
            Action(_("Ring %(phone)s") % {"phone": phone}, f"tel:{phone.replace(' ', '')}"),
        ),
    )


def parents_know() -> list[tuple[str, str]]:
    """What the notifier may say of it."""
    return [
        ("yes", _("Ja")),
        ("no", _("Nej")),
        ("unsafe", _("Nej, det vil ikke være trygt for barnet")),
    ]


def clock(line: Line) -> Due:
    """How long is left, in words and colour; the moment itself beside it."""
    return Due(
        level=_LEVELS[line.light],  # type: ignore[arg-type]  # the words of DueLevel
        text=left(line),
        date=say(moment_words(line.assess_by)),
    )


def left(line: Line) -> str:
    """ "3 timer tilbage", "40 minutter tilbage", "2 timer over"."""
    minutes = round(abs(line.hours_left) * 60)
    hours = minutes // 60
    amount = (
        ngettext("%(n)s time", "%(n)s timer", hours) % {"n": hours}
        if hours
        else ngettext("%(n)s minut", "%(n)s minutter", minutes) % {"n": minutes}
    )
    said = _("%(amount)s over") if line.hours_left <= 0 else _("%(amount)s tilbage")
    return said % {"amount": amount}


def marks(line: Line) -> tuple[Chip, ...]:
    """What to see at once."""
    found = []
    if line.told_acute and line.danger is None:
        found.append(Chip(_("Meldt som akut"), "bad"))
    if line.danger is Danger.ACUTE:
        found.append(Chip(_("Akut fare"), "bad"))
    if line.violence:
        found.append(Chip(_("Mistanke om vold eller overgreb"), "flag"))
    if line.second_due:
        found.append(Chip(_("Mangler den anden vurdering"), "warn"))
    return tuple(found)


def who(line: Line) -> str:
    """Who notified, without a name."""
    return _("Anonym") if line.anonymous else say(line.function.label)


def receipt(line: Line) -> Chip | str:
    """Where the receipt that is owed stands; what somebody must do stands out."""
    if line.receipt is None:
        return ""
    by_itself = line.receipt in {ReceiptState.SOON, ReceiptState.ON_ITS_WAY}
    return Chip(say(line.receipt.label), "line" if by_itself else "warn")
