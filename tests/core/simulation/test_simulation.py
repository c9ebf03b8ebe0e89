"""What if: nothing changed gives what the log shows, a change moves it the right way, and a quarter is foretold."""

import random
from datetime import UTC, datetime, timedelta
from statistics import median
from unittest import mock

import pytest

from borgerfokus.core.flow.balls import Happened
from borgerfokus.core.simulation import Change, Course, Stretch, Who, answers, calibrated, course_of, foretell, saying
from borgerfokus.core.simulation import queue as line
from borgerfokus.core.simulation.fitting import crowding, fitted, line_in
from borgerfokus.core.simulation.saying import Answer

_START = datetime(2026, 1, 5, 8, tzinfo=UTC)
NOTHING = Change()


def answer(start: line.Setting, change: Change, *, within: float) -> Answer:
    return answers(start, [change], within=within)[0]


def made_up(seed: int, number: int = 200) -> list[Course]:
    """Courses through four phases, with a doctor's statement in the second, a little more than one a day."""
    chance = random.Random(seed)
    courses, began = [], 0.0
    for _ in range(number):
        began += chance.expovariate(1.1)
        stretches = (
            Stretch(Who.US, "intake", chance.gammavariate(2, 1.5)),
            Stretch(Who.OTHERS, "information", chance.gammavariate(3, 5), "doctor", paused=True),
            Stretch(Who.US, "assessment", chance.gammavariate(2, 4)),
            Stretch(Who.CITIZEN, "decision", chance.uniform(1, 12)),
            Stretch(Who.US, "decision", chance.gammavariate(2, 2)),
        )
        courses.append(Course(began, stretches))
    return courses


def setting(seed: int) -> tuple[list[Course], line.Setting]:
    courses = made_up(seed)
    return courses, calibrated(courses, [one.began for one in courses], workers=6, seed=seed)


def busy(seed: int) -> tuple[list[Course], line.Setting]:
    """The same with six who are busy for most of the time."""
    courses = made_up(seed)
    return courses, fitted(courses, [one.began for one in courses], load=0.85, workers=6, seed=seed)


def waited(seed: int, *, load: float, workers: int = 6) -> list[Course]:
    """A log that a true line made: a case waits for the first free hand, then for what others take."""
    chance = random.Random(seed)
    free, courses, began = [0.0] * workers, [], 0.0
    for _ in range(300):
        began += chance.expovariate(1.1)
        first = free.index(min(free))
        free[first] = max(began, free[first]) + chance.gammavariate(2, load * workers / 2.2)
        ours = Stretch(Who.US, "intake", free[first] - began)
        courses.append(Course(began, (ours, Stretch(Who.OTHERS, "information", chance.gammavariate(3, 2), "doctor"))))
    return courses


@pytest.mark.parametrize("seed", range(3))
def test_nothing_changed_gives_the_median_of_the_log_within_its_interval(seed: int):
    courses, start = setting(seed)
    told = answer(start, NOTHING, within=40)
    assert told.now.holds(median(one.days for one in courses))
    assert told.now == told.then
    assert answer(busy(seed)[1], NOTHING, within=40).now.holds(median(one.days for one in courses))
    assert (told.saved.low, told.saved.high, told.gained.high) == (0, 0, 0)


def test_it_goes_red_when_the_time_in_line_is_not_fitted():
    courses, start = busy(1)
    for rest in (0.0, 1.0):
        wrong = answer(line.Setting(start.courses, start.arrivals, 6, start.effort, rest, 1), NOTHING, within=40)
        assert not wrong.now.holds(median(one.days for one in courses))


@pytest.mark.parametrize(
    "change",
    [Change(faster=0.2), Change(faster=0.2, source="doctor"), Change(workers=1), Change(without="assessment")],
)
def test_each_change_makes_it_faster_and_more_of_it_more_so(change: Change):
    told = answer(busy(2)[1], change, within=40)
    assert told.saved.low > 0
    assert told.then.middle < told.now.middle
    assert told.gained.middle >= 0


def test_answers_from_somebody_else_change_nothing():
    told = answer(setting(2)[1], Change(faster=0.5, source="school"), within=40)
    assert (told.saved.low, told.saved.high) == (0, 0)


def test_faster_answers_save_no_more_than_their_own_days():
    courses, start = setting(3)
    told = answer(start, Change(faster=1.0, source="doctor"), within=40)
    owed = median(sum(one.days for one in course.stretches if one.source == "doctor") for course in courses)
    assert 0.6 * owed < told.saved.middle < 1.5 * owed


def test_a_deadline_stands_still_in_a_pause():
    still = [Course(float(n), (Stretch(Who.OTHERS, "information", 30, "doctor", paused=True),)) for n in range(40)]
    running = [Course(float(n), (Stretch(Who.OTHERS, "information", 30, "doctor"),)) for n in range(40)]
    kept = [
        answer(calibrated(one, [c.began for c in one], workers=2, seed=1), NOTHING, within=10).kept_now.middle
        for one in (still, running)
    ]
    assert kept == [1, 0]


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    first, again, other = (
        answer(calibrated(courses, [one.began for one in courses], workers=6, seed=seed), Change(workers=1), within=40)
        for courses, seed in ((made_up(4), 1), (made_up(4), 1), (made_up(4), 2))
    )
    assert first == again
    assert first != other


def test_the_line_is_first_come_first_served():
    """One caseworker, three cases at once, two days of work each: done after two, four and six days."""
    courses = [Course(0.0, (Stretch(Who.US, "intake", 2.0),))]
    passed = line.run(line.Setting(courses, [0.0, 0.0, 0.0], 1, 1.0, 0.0, 1), NOTHING, number=0)
    assert [one.decided for one in passed] == [2, 4, 6]
    more = line.run(line.Setting(courses, [0.0, 0.0, 0.0], 1, 1.0, 0.0, 1), Change(workers=2), number=0)
    assert [one.decided for one in more] == [2, 2, 2]


def test_a_line_is_found_where_there_is_one_and_only_there():
    assert [line_in(waited(seed, load=0.3), workers=6, seed=1) for seed in range(8)] == [0.0] * 8
    found = [line_in(waited(seed, load=1.0), workers=6, seed=1) for seed in range(8)]
    assert sum(load >= 0.8 for load in found) >= 6
    assert sum(line_in(made_up(seed), workers=6, seed=1) == 0.0 for seed in range(40)) >= 37


def test_more_hands_help_where_cases_wait_for_them_and_change_nothing_where_none_does():
    courses = waited(0, load=1.0)
    start = calibrated(courses, [one.began for one in courses], workers=6, seed=1)
    assert answer(start, Change(workers=1), within=40).saved.low > 0
    told = answer(setting(2)[1], Change(workers=1), within=40)
    assert (told.saved.low, told.saved.high) == (0, 0)


def test_a_change_from_one_season_to_the_next_is_no_line():
    slower = [(began, began + (20 if began < 150 else 40)) for began in map(float, range(300))]
    assert abs(crowding(slower)) < 0.1
    assert crowding(slower[:20]) == 0


def test_a_case_under_way_takes_longer_than_it_has_lasted_and_what_is_known_is_not_drawn():
    short, long = (Course(0.0, (Stretch(Who.CITIZEN, "decision", days),)) for days in (5.0, 30.0))
    start = line.Setting([short] * 9 + [long], [0.0] * 40, 1, 0.0, 1.0, 1)
    lasted = line.Setting([short] * 9 + [long], [0.0] * 40, 1, 0.0, 1.0, 1, lasted=dict.fromkeys(range(40), 6.0))
    gone = line.Setting([short], [0.0] * 3, 1, 0.0, 1.0, 1, gone={1: long})
    assert {one.days for one in line.run(start, NOTHING, number=0)} == {5, 30}
    assert {one.days for one in line.run(lasted, NOTHING, number=0)} == {30}
    assert [one.days for one in line.run(gone, NOTHING, number=0)] == [5, 30, 5]


def foretold(seed: int) -> saying.Foretold:
    told = foretell(made_up(seed, number=330), [], span=(200.0, 290.0), workers=12, seed=1)
    assert told is not None
    return told


def test_a_quarter_is_foretold_from_before_it():
    assert sum(foretold(seed).held for seed in range(20)) >= 16
    courses = made_up(5, number=330)
    late = [Stretch(Who.CITIZEN, "decision", 40.0 * (one.began > 150)) for one in courses]
    slow = [Course(one.began, (*one.stretches, more)) for one, more in zip(courses, late, strict=True)]
    told = foretell(slow, [], span=(200.0, 290.0), workers=12, seed=1)
    assert told is not None
    assert not told.held


@pytest.mark.slow
def test_sabotage_a_line_that_nobody_sees_foretells_worse():
    """What the log does not show, every swing of what comes in would make a swing of the days."""

    def missed() -> float:
        return sum(abs(told.said.middle - told.came) for told in map(foretold, range(4)))

    honest = missed()
    with mock.patch.object(saying, "line_in", return_value=0.95):
        assert missed() > 1.5 * honest


def test_a_slowdown_under_way_is_seen_in_the_cases_that_are_still_open():
    """From day 150 all take 30 days more: at 200 hardly one is decided, but how long the open ones lasted tells."""
    courses = made_up(3, number=330)
    late = [Stretch(Who.CITIZEN, "decision", 30.0 * (one.began > 150)) for one in courses]
    slow = [Course(one.began, (*one.stretches, more)) for one, more in zip(courses, late, strict=True)]
    told = foretell(slow, [], span=(200.0, 290.0), workers=12, seed=1)
    with mock.patch.object(saying, "_lasted", return_value={}):
        blind = foretell(slow, [], span=(200.0, 290.0), workers=12, seed=1)
    assert told is not None
    assert blind is not None
    assert blind.said.middle < told.said.middle < told.came


def test_too_few_cases_foretell_nothing():
    courses = made_up(1, number=40)
    assert foretell(courses, [], span=(30.0, 60.0), workers=3, seed=1) is None


def happened(*told: tuple[float, str] | tuple[float, str, str]) -> list[Happened]:
    return [Happened(_START + timedelta(days=one[0]), *one[1:]) for one in told]


def test_the_course_of_a_case_says_who_it_lay_with():
    events = happened(
        (0, "case.opened"),
        (2, "phase.information"),
        (3, "fact.asked", "from.doctor"),
        (4, "fact.asked", "from.citizen"),
        (10, "fact.answered", "from.citizen"),
        (13, "fact.answered", "from.doctor"),
        (14, "phase.decision"),
        (15, "hearing.sent"),
        (20, "decision.issued", "outcome.refused"),
        (30, "letter.received"),
    )
    course = course_of(events, since=_START - timedelta(days=10))
    assert course is not None
    assert course.began == 10
    assert [(one.who.value, one.days, one.source) for one in course.stretches] == [
        ("us", 2, ""),
        ("us", 1, ""),
        ("others", 10, "doctor"),
        ("us", 1, ""),
        ("us", 1, ""),
        ("citizen", 5, ""),
    ]
    assert course.days == 20


def test_a_pause_is_marked_and_an_undecided_case_has_no_course():
    paused = happened(
        (0, "phase.information"), (1, "case.suspended", "for.other"), (6, "case.resumed"), (7, "decision.issued")
    )
    course = course_of(paused, since=_START)
    assert course is not None
    assert [(one.who.value, one.days, one.paused) for one in course.stretches] == [
        ("us", 1, False),
        ("others", 5, True),
        ("us", 1, False),
    ]
    assert course_of(paused[:3], since=_START) is None
