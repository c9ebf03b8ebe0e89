"""Busy times are read from what calendars really write, and nothing that comes from outside brings the reader down."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.booking.slots import Span
from borgerfokus.core.calendars.reading import UnreadableCalendar, busy

WINDOW = Span(datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def calendar(*lines: str) -> str:
    head, end = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:u"), ("END:VEVENT", "END:VCALENDAR")
    return "\r\n".join((*head, *lines, *end, ""))


@pytest.mark.parametrize(
    ("lines", "starts", "hours"),
    [
        (("DTSTART:20261203T120000Z", "DTEND:20261203T133000Z"), datetime(2026, 12, 3, 12, tzinfo=UTC), 1.5),
        (("DTSTART:20261203T120000Z", "DURATION:PT2H"), datetime(2026, 12, 3, 12, tzinfo=UTC), 2),
        (
            ("DTSTART;TZID=Europe/Copenhagen:20261203T130000", "DTEND;TZID=Europe/Copenhagen:20261203T140000"),
            datetime(2026, 12, 3, 12, tzinfo=UTC),
            1,
        ),
        (("DTSTART:20261203T130000", "DTEND:20261203T140000"), datetime(2026, 12, 3, 12, tzinfo=UTC), 1),
        (("DTSTART;VALUE=DATE:20261203",), datetime(2026, 12, 2, 23, tzinfo=UTC), 24),
        (("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261205"), datetime(2026, 12, 2, 23, tzinfo=UTC), 48),
    ],
)
def test_a_time_is_read_as_it_is_meant(lines: tuple[str, ...], starts: datetime, hours: float) -> None:
    (found,) = busy(calendar(*lines), window=WINDOW)
    assert (found.uid, found.span) == ("u", Span(starts, starts + timedelta(hours=hours)))


@pytest.mark.parametrize(
    "more", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "DTEND:20261203T120000Z", "DTEND:20261203T110000Z"]
)
def test_what_takes_no_time_is_left_out(more: str) -> None:
    end = () if more.startswith("DTEND") else ("DTEND:20261203T130000Z",)
    assert busy(calendar("DTSTART:20261203T120000Z", *end, more), window=WINDOW) == []


def test_what_lies_outside_the_window_is_left_out() -> None:
    assert busy(calendar("DTSTART:20270203T120000Z", "DTEND:20270203T130000Z"), window=WINDOW) == []


@pytest.mark.parametrize("text", ["", "Hej", "BEGIN:VCALENDAR", "BEGIN:VEVENT\r\nEND:VEVENT", calendar("SUMMARY:x")])
def test_what_is_no_calendar_is_said_to_be_none(text: str) -> None:
    try:
        found = busy(text, window=WINDOW)
    except UnreadableCalendar:
        return
    assert found == []


@pytest.mark.parametrize("zone", ["../../etc", "/etc/passwd", ".", "x" * 5_000])
def test_a_time_zone_that_is_a_path_is_no_time_zone(zone: str) -> None:
    """Zones are looked up as files. Found by `tests.parsers.fuzzing`."""
    try:
        busy(calendar(f"DTSTART;TZID={zone}:20261203T120000", "DURATION:PT2H"), window=WINDOW)
    except UnreadableCalendar:
        return


def test_a_repetition_that_the_server_left_alone_is_an_error_and_not_forgotten() -> None:
    with pytest.raises(UnreadableCalendar):
        busy(calendar("DTSTART:20261203T120000Z", "DTEND:20261203T130000Z", "RRULE:FREQ=SECONDLY"), window=WINDOW)


_WORDS = (
    "BEGIN:VCALENDAR END:VCALENDAR BEGIN:VEVENT END:VEVENT DTSTART:2026 DTSTART;TZID=X:20261203T120000 "
    "DTSTART:20261203T120000Z DTEND:99999999T999999Z DURATION:-P9999999999D RDATE:x ;;; X DURATION:P"
)
_LINES = st.sampled_from(_WORDS.split(" "))


@given(st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=12))
def test_nothing_from_outside_brings_the_reader_down(lines: list[str]) -> None:
    try:
        busy("\r\n".join(lines), window=WINDOW)
    except UnreadableCalendar:
        return
