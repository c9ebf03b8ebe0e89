"""The calendar file holds to RFC 5545: CRLF, lines of at most 75 octets, escaped texts, times in UTC."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from borgerfokus.core.coordination.calendar_file import Appointment, calendar_file, escaped, folded

START = datetime(2026, 12, 3, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


def made(**more: object) -> str:
    given: dict[str, object] = {
        "uid": "meeting-7@borgerfokus",
        "stamp": START - timedelta(days=9),
        "starts": START,
        "ends": START + timedelta(hours=1),
        "summary": "Fælles møde",
    }
    return calendar_file(Appointment(**{**given, **more}))  # type: ignore[arg-type]


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_meeting_as_a_calendar_reads_it() -> None:
    assert unfolded(made(location="Rådhuset, lokale 2", sequence=2)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Borgerfokus//Meetings//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:meeting-7@borgerfokus",
        "DTSTAMP:20261124T120000Z",
        "DTSTART:20261203T120000Z",
        "DTEND:20261203T130000Z",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Fælles møde",
        "LOCATION:Rådhuset\\, lokale 2",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_meeting_that_is_called_off_is_taken_out_of_the_calendar() -> None:
    lines = unfolded(made(cancelled=True))
    assert "METHOD:CANCEL" in lines
    assert "STATUS:CANCELLED" in lines


def test_summer_time_is_told_in_utc() -> None:
    summer = datetime(2026, 7, 1, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert "DTSTART:20260701T110000Z" in unfolded(made(starts=summer, ends=summer + timedelta(hours=1)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("to\nlinjer\r\nog en\r", "to\\nlinjer\\nog en\\n"),
        ("BEGIN:VEVENT\r\nSUMMARY:x", "BEGIN:VEVENT\\nSUMMARY:x"),
        ("klokke\x07 og \x00nul", "klokke og nul"),
    ],
)
def test_texts_are_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_no_text_adds_a_line_of_its_own() -> None:
    hostile = "x\r\nATTACH:http://ondt.example\r\nEND:VEVENT"
    lines = unfolded(made(summary=hostile, description=hostile, location=hostile, url=hostile, uid=hostile))
    assert not any(line.startswith("ATTACH") for line in lines)
    assert lines.count("END:VEVENT") == 1


@pytest.mark.parametrize("text", ["æ" * 200, "😀" * 60, "a" * 75, "a" * 76, "", "å" + "b" * 300])
def test_lines_are_folded_at_75_octets_and_never_inside_a_character(text: str) -> None:
    pieces = list(folded(text))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
    assert all(piece.startswith(" ") for piece in pieces[1:])
