"""Deeds about one's own calendar: when one can be met, when one is away, the feed, and a calendar outside."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.booking import service as booking
from borgerfokus.core import words
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.caldav import Account
from borgerfokus.web.frame import Place, say
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.booking import moment
from borgerfokus.web.staff.acts.meeting import clock
from borgerfokus.web.staff.joint import Deed, DeedForm

_SPAN = re.compile(r"^\s*(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?\s*$")
_DAYS = 7


class HoursForm(DeedForm):
    """A line for each weekday: "9-12, 13-15"."""

    submit = __("Gem åbningstider")

    def prepare(self) -> None:
        """The seven days as they are now."""
        now = booking.hours_of(employee_id=self.place.by.id)
        for number in range(1, _DAYS + 1):
            name = capital(say(words.WEEKDAYS[number - 1]))
            self.fields[f"d{number}"] = fields.line(name, required=False, longest=60)
            here = [f"{one.begins:%H.%M}-{one.ends:%H.%M}" for one in now if one.weekday == number]
            self.initial.setdefault(f"d{number}", ", ".join(here))

    def clean(self) -> dict[str, Any]:
        """The spans of each day, as `hours`."""
        said = super().clean() or self.cleaned_data
        said["hours"] = []
        for number in range(1, _DAYS + 1):
            try:
                said["hours"] += [_span(number, part) for part in said.get(f"d{number}", "").split(",") if part.strip()]
            except ValueError:
                self.add_error(f"d{number}", _("Skriv tider som 9-12, 13-15."))
        return said


class AwayForm(DeedForm):
    """From and to, each a day and perhaps a time of day. Why is not asked."""

    submit = __("Gem fravær")
    first = fields.day(__("Fra dag"))
    begins = clock(__("Fra klokken"))
    last = fields.day(__("Til og med dag"))
    ends = clock(__("Til klokken"))

    def prepare(self) -> None:
        """Whole days need no time of day."""
        for name in ("begins", "ends"):
            self.fields[name].required = False


class ConnectForm(DeedForm):
    """Where the calendar lies, and how it is opened."""

    submit = __("Forbind kalenderen")
    address = forms.URLField(label=__("Kalenderens CalDAV-adresse"), max_length=300, assume_scheme="https")
    user = fields.line(__("Bruger"), longest=120)
    secret = forms.CharField(
        label=__("Adgangskode til kalenderen"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=__("Gemmes krypteret. Brug en kode, der kun er til kalenderen, hvis din udbyder kan lave sådan en"),
    )


class Button(DeedForm):
    """A deed without questions."""


def _hours(place: Place, said: dict[str, Any]) -> Refusal | None:
    return booking.set_hours(hours=said["hours"], by=place.by, at=place.at)


def _away(place: Place, said: dict[str, Any]) -> Refusal | None:
    starts = moment(said["first"], said.get("begins") or time.min)
    last = said.get("ends")
    ends = moment(said["last"], last) if last else moment(fields.day_after(said["last"]), time.min)
    return booking.add_absence(starts=starts, ends=ends, by=place.by, at=place.at)


def _no_feed(place: Place, _said: dict[str, Any]) -> None:
    booking.revoke_feed(by=place.by, at=place.at)


def _connect(place: Place, said: dict[str, Any]) -> Refusal | None:
    account = Account(said["address"], said["user"], said["secret"])
    return booking.connect_calendar(account=account, by=place.by, at=place.at)


def _disconnect(place: Place, _said: dict[str, Any]) -> None:
    booking.disconnect_calendar(by=place.by, at=place.at)


def _sync(place: Place, _said: dict[str, Any]) -> None:
    row = booking.outside_of(by=place.by)
    if row is not None:
        booking.synchronise_calendar(calendar=row, at=place.at)


def _span(weekday: int, text: str) -> Hours:
    """ "9-12.30" as opening hours. Raises ValueError."""
    found = _SPAN.match(text)
    if found is None:
        raise ValueError(text)
    one, half, other, quarter = (int(part or 0) for part in found.groups())
    return Hours(weekday, time(one, half), time(other, quarter))


OWN = {
    "hours": Deed(HoursForm, _hours, gettext_noop("Dine åbningstider er gemt."), "hours"),
    "away": Deed(
        AwayForm, _away, gettext_noop("Fraværet er gemt. Se efter, om du har aftaler, der skal flyttes."), "away"
    ),
    "no-feed": Deed(Button, _no_feed, gettext_noop("Adressen virker ikke længere."), "feed"),
    "connect": Deed(ConnectForm, _connect, gettext_noop("Kalenderen er forbundet."), "outside"),
    "disconnect": Deed(Button, _disconnect, gettext_noop("Kalenderen er ikke længere forbundet."), "outside"),
    "sync": Deed(Button, _sync, gettext_noop("Kalenderen er hentet og opdateret."), "outside"),
}
