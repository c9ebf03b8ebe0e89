"""What is written holds to RFC 5545 and 5546: one event, escaped texts, times in UTC, lines of at most 75 octets."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from borgerfokus.core.calendars.writing import Entry, Guest, calendar_file, clean, feed, invitation, stored

START = datetime(2026, 12, 3, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
HOSTILE = "x\r\nATTACH:http://ondt.example\r\nEND:VEVENT"


def entry(**more: object) -> Entry:
    said: dict[str, object] = {
        "uid": "meeting-7@borgerfokus",
        "stamp": START - timedelta(days=9),
        "starts": START,
        "ends": START + timedelta(hours=1),
        "summary": "Fælles møde",
    }
    return Entry(**{**said, **more})  # type: ignore[arg-type]


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_meeting_as_a_calendar_reads_it() -> None:
    lines = unfolded(calendar_file(entry(location="Rådhuset, lokale 2", sequence=2)))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert set(lines) >= {
        "METHOD:PUBLISH",
        "UID:meeting-7@borgerfokus",
        "DTSTAMP:20261124T120000Z",
        "DTSTART:20261203T120000Z",
        "DTEND:20261203T130000Z",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Fælles møde",
        "LOCATION:Rådhuset\\, lokale 2",
        "CLASS:PRIVATE",
    }


def test_what_is_called_off_is_taken_out_of_the_calendar() -> None:
    for made in (calendar_file(entry(cancelled=True)), invitation(entry(cancelled=True, organizer=Guest(name="Os")))):
        assert {"METHOD:CANCEL", "STATUS:CANCELLED"} <= set(unfolded(made))


def test_an_invitation_has_an_organizer_and_asks() -> None:
    guests = (Guest(name='Ole "Olsen"\r\nX', email="ole@example.dk"), Guest(name="Uden adresse"))
    lines = unfolded(invitation(entry(organizer=Guest(name="Fjordby Kommune"), attendees=guests)))
    assert "METHOD:REQUEST" in lines
    assert any(line.startswith("ORGANIZER;CN=") and line.endswith("invalid:nomail") for line in lines)
    assert any(line.startswith("ATTENDEE;CN=") and line.endswith("mailto:ole@example.dk") for line in lines)
    with pytest.raises(ValueError, match="organizer"):
        invitation(entry())


def test_what_lies_on_a_server_has_no_method() -> None:
    assert "METHOD" not in stored(entry())


def test_a_feed_holds_them_all() -> None:
    made = feed([entry(uid="a"), entry(uid="b", cancelled=True)], name="Mine aftaler")
    assert [str(one["UID"]) for one in Calendar.from_ical(made).walk("VEVENT")] == ["a", "b"]


def test_summer_time_is_told_in_utc() -> None:
    summer = datetime(2026, 7, 1, 13, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert "DTSTART:20260701T110000Z" in unfolded(calendar_file(entry(starts=summer, ends=summer + timedelta(hours=1))))


@pytest.mark.parametrize("made", [calendar_file, stored, lambda one: feed([one], name=HOSTILE)])
def test_no_text_adds_a_line_of_its_own(made: object) -> None:
    hostile = entry(summary=HOSTILE, description=HOSTILE, location=HOSTILE, url=HOSTILE, uid=HOSTILE)
    lines = unfolded(made(hostile))  # type: ignore[operator]
    assert not any(line.startswith("ATTACH") for line in lines)
    assert lines.count("END:VEVENT") == 1


@given(st.text(max_size=300))
def test_every_text_comes_back_as_it_was_and_no_line_is_too_long(text: str) -> None:
    made = calendar_file(entry(description=text))
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    read = Calendar.from_ical(made).walk("VEVENT")[0].get("description")
    assert str(read or "") == clean(text)
