"""Appointments and meetings as iCalendar: a file, an invitation, its cancellation, and a feed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vText

_PRODUCT = "-//Borgerfokus//Appointments//DA"
_NO_MAIL = "invalid:nomail"


class Method(StrEnum):
    """What the receiver's calendar is asked to do (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Whoever invites or is invited; without an address only the name is told, and without a name only the address."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One appointment. Moments are aware; `uid` stays the same when it is moved, `sequence` grows."""

    uid: str
    stamp: datetime
    starts: datetime
    ends: datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    sequence: int = 0
    cancelled: bool = False
    organizer: Guest | None = None
    attendees: tuple[Guest, ...] = ()


def calendar_file(one: Entry) -> str:
    """One appointment to take into a calendar: one that has it already takes the new time over, or takes it out."""
    return _calendar([one], Method.CANCEL if one.cancelled else Method.PUBLISH)


def invitation(one: Entry) -> str:
    """One appointment as an invitation, or as its cancellation. Needs an organizer (RFC 5546); ValueError without."""
    if one.organizer is None:
        raise ValueError("an invitation has an organizer")
    return _calendar([one], Method.CANCEL if one.cancelled else Method.REQUEST)


def addressed(text: str, *, guest: Guest) -> str:
    """An invitation with who is invited: the address may be known only when it is sent."""
    calendar = Calendar.from_ical(text)
    for event in calendar.walk("VEVENT"):
        event.add("attendee", _address(guest))
    return str(calendar.to_ical().decode())


def method_of(text: str) -> str:
    """What the receiver's calendar is asked to do, as the part of an e-mail must say (RFC 6047)."""
    return str(Calendar.from_ical(text).get("method", Method.PUBLISH.value))


def feed(entries: Iterable[Entry], *, name: str) -> str:
    """A calendar that is read again and again; what is cancelled stands in it as such."""
    return _calendar(entries, Method.PUBLISH, name=name)


def stored(one: Entry) -> str:
    """One appointment as a CalDAV server keeps it: without a method (RFC 4791, 4.1)."""
    return _calendar([one], None)


def _calendar(entries: Iterable[Entry], method: Method | None, *, name: str = "") -> str:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method is not None:
        calendar.add("method", method.value)
    if name:
        calendar.add("x-wr-calname", " ".join(clean(name).split()))
    for one in entries:
        calendar.add_component(_event(one))
    return str(calendar.to_ical().decode())


def _event(one: Entry) -> Event:
    event = Event()
    event.add("uid", clean(one.uid))
    event.add("dtstamp", one.stamp.astimezone(UTC))
    event.add("dtstart", one.starts.astimezone(UTC))
    event.add("dtend", one.ends.astimezone(UTC))
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("summary", clean(one.summary))
    for key, words in (("location", one.location), ("description", one.description)):
        if words:
            event.add(key, clean(words))
    if one.url:
        event.add("url", "".join(clean(one.url).split()))
    if one.organizer is not None:
        event.add("organizer", _address(one.organizer))
    for guest in one.attendees:
        event.add("attendee", _address(guest))
    return event


def _address(guest: Guest) -> vCalAddress:
    mail = "".join(clean(guest.email).split())
    address = vCalAddress(f"mailto:{mail}" if mail else _NO_MAIL)
    if name := clean(guest.name).replace("\n", " ").replace('"', ""):
        address.params["cn"] = vText(name)
    return address


def clean(text: str) -> str:
    """The text without control characters; every kind of line break is one of its own."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
