"""Free times: always inside everybody's hours, never over anything taken, and none that could be had is left out."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.booking.slots import Diary, Hours, Rooms, Slot, Span, Wanted, free, opening, window
from borgerfokus.core.dates import day_of

CPH = ZoneInfo("Europe/Copenhagen")
MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=CPH)
NINE_TO_THREE = tuple(Hours(day, time(9), time(15)) for day in range(1, 6))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def found(*diaries: Diary, wanted: Wanted | None = None, rooms: Rooms | None = None) -> list[Slot]:
    week = Wanted(minutes=60, window=Span(MONDAY, MONDAY + timedelta(days=7)), step=30)
    return list(free(wanted=wanted or week, diaries=diaries, rooms=rooms or Rooms(), holidays=frozenset()))


spans = st.builds(
    lambda start, length: Span(MONDAY + timedelta(minutes=start), MONDAY + timedelta(minutes=start + length)),
    st.integers(0, 6 * 24 * 60),
    st.integers(5, 300),
)
hours = st.builds(
    lambda day, start, length: Hours(day, time(start), time(min(23, start + length))),
    st.integers(1, 7),
    st.integers(6, 18),
    st.integers(1, 5),
)
diaries = st.builds(Diary, st.lists(hours, max_size=8).map(tuple), st.lists(spans, max_size=8).map(tuple))


@given(st.lists(diaries, min_size=1, max_size=3), st.integers(5, 120), st.integers(0, 60))
def test_a_free_time_is_open_and_free_for_everybody(who: list[Diary], minutes: int, buffer: int) -> None:
    near = Span(at(0, 0), at(7, 0))
    for slot in found(*who, wanted=Wanted(minutes=minutes, buffer=buffer, window=near, step=15)):
        assert slot.span.ends - slot.span.starts == timedelta(minutes=minutes)
        assert near.starts <= slot.span.starts < near.ends
        for diary in who:
            day = opening(day=day_of(slot.span.starts), hours=diary.hours)
            assert any(one.holds(slot.span) for one in day)
            assert not any(one.overlaps(slot.span.with_buffer(buffer)) for one in diary.taken)


@given(diaries, st.integers(5, 90))
def test_a_step_that_is_free_is_offered(diary: Diary, minutes: int) -> None:
    """Reckoned again the slow way: every step from every opening."""
    near = Span(at(0, 0), at(7, 0))
    offered = {one.span.starts for one in found(diary, wanted=Wanted(minutes=minutes, window=near, step=15))}
    expected = set()
    for number in range(7):
        for span in opening(day=(MONDAY + timedelta(days=number)).date(), hours=diary.hours):
            begins = span.starts
            while begins + timedelta(minutes=minutes) <= span.ends:
                if diary.is_free(Span(begins, begins + timedelta(minutes=minutes))):
                    expected.add(begins)
                begins += timedelta(minutes=15)
    assert offered == expected


@given(st.lists(diaries, min_size=2, max_size=2))
def test_one_more_to_meet_never_makes_a_time(who: list[Diary]) -> None:
    two = {one.span.starts for one in found(*who)}
    assert two <= {one.span.starts for one in found(who[0])}


@given(st.lists(st.lists(spans, max_size=6), min_size=1, max_size=3))
def test_a_room_that_is_given_is_free(taken: list[list[Span]]) -> None:
    rooms = Rooms({number: tuple(each) for number, each in enumerate(taken)}, needed=True)
    for slot in found(Diary(NINE_TO_THREE), rooms=rooms):
        assert slot.room is not None
        assert not any(one.overlaps(slot.span) for one in taken[slot.room])


def test_what_ends_at_ten_does_not_disturb_what_begins_at_ten() -> None:
    starts = [one.span.starts for one in found(Diary(NINE_TO_THREE, (Span(at(0, 9), at(0, 10)),)))]
    assert starts[0] == at(0, 10)


def test_the_time_afterwards_may_lie_after_closing_but_not_on_something_else() -> None:
    near = Span(at(0, 0), at(1, 0))
    wanted = Wanted(minutes=60, buffer=30, window=near, step=30)
    assert [one.span.starts for one in found(Diary(NINE_TO_THREE), wanted=wanted)][-1] == at(0, 14)
    taken = Diary(NINE_TO_THREE, (Span(at(0, 15), at(0, 16)),))
    assert [one.span.starts for one in found(taken, wanted=wanted)][-1] == at(0, 13, 30)


def test_nobody_to_meet_means_no_time() -> None:
    assert found() == []


def test_a_room_is_missing_where_there_is_none() -> None:
    assert found(Diary(NINE_TO_THREE), rooms=Rooms({}, needed=True)) == []


def test_a_holiday_has_no_times() -> None:
    holidays = frozenset({MONDAY.date()})
    wanted = Wanted(minutes=60, window=Span(MONDAY, MONDAY + timedelta(days=2)))
    found = free(wanted=wanted, diaries=[Diary(NINE_TO_THREE)], rooms=Rooms(), holidays=holidays)
    assert {day_of(one.span.starts) for one in found} == {date(2026, 11, 24)}


def test_nine_o_clock_stays_nine_o_clock_over_the_change_of_the_clock() -> None:
    sunday = (Hours(7, time(1), time(4)),)
    summer, winter = date(2026, 3, 29), date(2026, 10, 25)
    assert [one.ends - one.starts for one in opening(day=summer, hours=sunday)] == [timedelta(hours=2)]
    assert [one.ends - one.starts for one in opening(day=winter, hours=sunday)] == [timedelta(hours=4)]
    assert opening(day=date(2026, 10, 26), hours=(Hours(1, time(9), time(10)),))[0].starts == datetime(
        2026, 10, 26, 8, tzinfo=UTC
    )


def test_notice_and_horizon_bound_when_it_may_begin() -> None:
    near = window(at=at(0, 12), notice_hours=24, horizon_days=2)
    assert (near.starts, near.ends) == (at(1, 12), at(2, 12))


def test_openings_that_meet_are_one() -> None:
    two = (Hours(1, time(9), time(12)), Hours(1, time(12), time(15)))
    assert opening(day=MONDAY.date(), hours=two) == (Span(at(0, 9), at(0, 15)),)
