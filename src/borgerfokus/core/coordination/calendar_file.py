"""Meetings as an iCalendar file (RFC 5545): escaped, folded at 75 octets, lines ended by CRLF, times in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_OCTETS = 75
_PRODUCT = "-//Borgerfokus//Meetings//DA"


@dataclass(frozen=True)
class Appointment:
    """One meeting. Moments are aware; `uid` stays the same when it is moved, `sequence` grows."""

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


def calendar_file(one: Appointment) -> str:
    """The text of a file with one meeting. A calendar that has the meeting already takes the new times over."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if one.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        *_event(one),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(one: Appointment) -> Iterator[str]:
    yield f"UID:{escaped(one.uid)}"
    yield f"DTSTAMP:{moment(one.stamp)}"
    yield f"DTSTART:{moment(one.starts)}"
    yield f"DTEND:{moment(one.ends)}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{escaped(one.summary)}"
    if one.location:
        yield f"LOCATION:{escaped(one.location)}"
    if one.description:
        yield f"DESCRIPTION:{escaped(one.description)}"
    if one.url:
        yield f"URL:{''.join(one.url.split())}"
    yield "CLASS:PRIVATE"


def escaped(text: str) -> str:
    """A text value (RFC 5545 3.3.11): backslash, semicolon, comma and line break; other control characters go."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(sign for sign in plain if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never inside a character; what follows begins with a space (3.1)."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    yield piece


def moment(when: datetime) -> str:
    """A moment in UTC: 20261124T130000Z."""
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
