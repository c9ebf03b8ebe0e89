"""Small words that several pages share: short dates, sizes, channels, plural days."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.core import words
from borgerfokus.core.dates import day_of, in_copenhagen
from borgerfokus.core.texts import Text
from borgerfokus.web.frame import page_language, say

_KILO = 1024


def short_date(day: date) -> str:
    """ "21-11-2026", for tables."""
    return say(words.date_digits(day))


def same(text: str) -> Text:
    """A text that reads alike in both languages: a name, or what somebody has written."""
    return Text(da=text or "–", en=text or "–")


def when(moment: datetime, *, today: date) -> str:
    """ "I dag kl. 7.44", "I går kl. 20.18", "Fredag kl. 15.50" or the date, as a list of news says it."""
    day, clock = day_of(moment), say(words.time_words(moment))
    back = (today - day).days
    if back == 0:
        return _("I dag %(clock)s") % {"clock": clock}
    if back == 1:
        return _("I går %(clock)s") % {"clock": clock}
    if 1 < back < 7:
        weekday = say(words.WEEKDAYS[day.weekday()])
        return f"{weekday[:1].upper()}{weekday[1:]} {clock}"
    return say(words.date_words(day))


def clock(moment: datetime) -> str:
    """ "kl. 14.30"."""
    return say(words.time_words(moment))


def days(count: int) -> str:
    """ "1 dag", "11 dage"."""
    return ngettext("%(n)s dag", "%(n)s dage", count) % {"n": count}


def whole_number(count: int) -> str:
    """A whole number with a dot, or in English a comma, between thousands."""
    text = f"{count:,}"
    return text.replace(",", ".") if page_language() == "da" else text


def size(count: int) -> str:
    """The size of a file: "340 KB", "1,4 MB"."""
    if count < _KILO * _KILO:
        return f"{max(1, round(count / _KILO))} KB"
    number = f"{count / _KILO / _KILO:.1f}"
    return f"{say(Text(da=number.replace('.', ','), en=number))} MB"


def local_day(moment: datetime) -> date:
    """The day in Copenhagen."""
    return in_copenhagen(moment).date()


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def channel(key: str) -> str:
    """By which way something was said or sent."""
    return {
        "phone": _("Telefon"),
        "meeting": _("Møde"),
        "home_visit": _("Hjemmebesøg"),
        "e_mail": _("E-mail"),
        "self_service": _("Selvbetjening"),
        "desk": _("Personligt fremmøde"),
        "letter": _("Brev"),
        "internal": _("Internt"),
        "video": _("Video"),
        "document": _("Dokument"),
        "hearing": _("Partshøring"),
        "partner": _("Samarbejdspartner"),
        "system": _("System"),
        "digital_post": _("Digital Post"),
        "paper": _("Brev på papir"),
    }.get(key, "")
