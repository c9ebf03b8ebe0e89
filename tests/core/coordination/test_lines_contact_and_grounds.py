"""The line of time, contact around a handover, and what a ground lets through."""

from datetime import date, timedelta

import pytest

from borgerfokus.core.coordination.contact import Around, is_contact, measure, silence
from borgerfokus.core.coordination.lifeline import Scale, Span, scale
from borgerfokus.core.coordination.sharing import Kind, Part, Wanted, covers, grounds, refusal_of

TODAY = date(2026, 11, 23)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_the_scale_shows_everything_and_today() -> None:
    found = scale(spans=[Span(day(-200), day(100)), Span(day(-50))], marks=[day(20)], today=TODAY)
    assert found.first < day(-200)
    assert found.last > day(100)
    assert 0 < found.place(day(-200)) < found.place(TODAY) < found.place(day(100)) < 100


def test_what_lies_outside_is_on_the_edge() -> None:
    found = scale(spans=[Span(day(-9000))], marks=[day(9000)], today=TODAY)
    assert found.place(day(-9000)) == 0
    assert found.place(day(9000)) == 100
    assert (found.last - found.first).days < 365 * 7


def test_a_span_without_an_end_goes_to_the_edge() -> None:
    line = Scale(day(0), day(100))
    assert line.width(Span(day(20), day(70))) == (20.0, 50.0)
    assert line.width(Span(day(20))) == (20.0, 80.0)


def test_a_short_line_names_quarters_and_a_long_one_years() -> None:
    assert Scale(date(2026, 2, 1), date(2026, 12, 1)).ticks() == (
        date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1),
    )  # fmt: skip
    assert Scale(date(2023, 2, 1), date(2026, 12, 1)).ticks() == (
        date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1),
    )  # fmt: skip


def around(handed: int, *contacts: int, hands: int = 2, unit: int = 1) -> Around:
    return Around(unit, day(handed), tuple(day(one) for one in contacts), hands)


@pytest.mark.parametrize(
    ("row", "days"),
    [
        (around(-40, -45, -37), 8),
        (around(-40, -45, -40), 5),
        (around(-40, -44), 34),
        (around(-40), 60),
        (around(-100, -180, -10), 60),
        (around(0, -3), 3),
    ],
)
def test_days_without_contact_around_a_handover(row: Around, days: int) -> None:
    assert silence(row, window=30, today=TODAY) == days


def test_figures_of_few_are_held_back() -> None:
    rows = [around(-40, -45, -37, unit=1)] * 4 + [around(-40, -44, -38, unit=2, hands=3)] * 5
    few, enough = measure(rows, window=30, minimum=5, today=TODAY)
    assert (few.handovers, few.days_median, few.days_longest, few.caseworkers_mean) == (4, None, None, None)
    assert (enough.days_median, enough.days_longest, enough.caseworkers_mean) == (6, 6, 3.0)


@pytest.mark.parametrize(
    ("kind", "channel", "contact"),
    [
        ("note.written", "phone", True),
        ("note.written", "internal", False),
        ("comment.written", "", True),
        ("case.taken", "", False),
    ],
)
def test_what_counts_as_contact(kind: str, channel: str, contact: bool) -> None:
    assert is_contact(kind, {"channel": channel}) is contact


def test_the_letter_about_the_handover_itself_is_no_contact() -> None:
    assert is_contact("notice.sent", {"notice_kind": "closed"})
    assert not is_contact("notice.sent", {"notice_kind": "handed_over"})


def test_every_ground_names_its_article_and_the_whole_case_takes_consent() -> None:
    for one in grounds().values():
        assert one.article
        assert one.status.startswith(("verified", "to be confirmed"))
        assert one.kind is Kind.CONSENT or Part.FILE not in one.parts


@pytest.mark.parametrize(
    ("parts", "part", "seen"),
    [
        (["exists"], Part.EXISTS, True),
        (["course"], Part.EXISTS, True),
        (["course"], Part.HELP, False),
        (["file"], Part.HELP, True),
        ([], Part.EXISTS, False),
    ],
)
def test_more_includes_less(parts: list[str], part: Part, seen: bool) -> None:
    assert covers(parts, part) is seen


def test_what_is_asked_within_its_ground_is_not_refused() -> None:
    assert refusal_of(Wanted("necessary", frozenset({Part.COURSE}), "Opgaven")) is None
    refused = refusal_of(Wanted("necessary", frozenset({Part.COURSE}), "  "))
    assert refused is not None
    assert refused.code == "no_purpose"
