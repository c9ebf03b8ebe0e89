"""Suspension and extension as a case table that a lawyer can check."""

import pytest
from tests.core.casework.deadline_cases import WHY, calendar, count, day, decided, received, rule

from borgerfokus.core.casework.deadlines import DeadlineRule, DeadlineStatus, Extension, Suspension, Timeline
from borgerfokus.core.dates import last_day
from borgerfokus.core.rules import Unit

WEEKS = rule(amount=8, unit=Unit.WEEKS)
WORKING = rule(amount=7, unit=Unit.WORKING_DAYS)
LAW = rule(amount=8, unit=Unit.WEEKS, stops=False)


def pauses(*periods: str) -> tuple[Suspension, ...]:
    """Suspensions written "16-11-2026 > 30-11-2026": asked on the first day, answered on the second."""
    parts = [period.split(" > ") for period in periods]
    return tuple(
        Suspension(start=day(start), end=None if end == "?" else day(end), reason=WHY) for start, end in parts
    )


def promises(*periods: str) -> tuple[Extension, ...]:
    """Extensions written "1-12-2026 > 11-1-2027": decided on the first day, promised for the second."""
    parts = [period.split(" > ") for period in periods]
    return tuple(
        Extension(key="decision", new_date=day(new), reason=WHY, decided_on=day(on)) for on, new in parts
    )


MOVES = (
    # rule, received, suspended, extended, the last day, what the row shows
    (WEEKS, "12-10-2026", (), (), "7-12-2026", "8 weeks are 8 weeks"),
    (WEEKS, "12-10-2026", ("16-11-2026 > 30-11-2026",), (), "21-12-2026", "14 days asleep, 14 days on"),
    (
        WEEKS,
        "12-10-2026",
        ("20-10-2026 > 27-10-2026", "16-11-2026 > 30-11-2026"),
        (),
        "28-12-2026",
        "twice: 7 and 14 days",
    ),
    (
        WEEKS,
        "12-10-2026",
        ("16-11-2026 > 30-11-2026", "23-11-2026 > 7-12-2026"),
        (),
        "28-12-2026",
        "overlapping days count once: 21",
    ),
    (
        WEEKS,
        "12-10-2026",
        ("16-11-2026 > 7-12-2026", "18-11-2026 > 20-11-2026"),
        (),
        "28-12-2026",
        "one inside another counts nothing",
    ),
    (WEEKS, "12-10-2026", ("16-11-2026 > 16-11-2026",), (), "7-12-2026", "answered the same day"),
    (WEEKS, "12-10-2026", ("1-10-2026 > 19-10-2026",), (), "14-12-2026", "only days after receipt count"),
    (WEEKS, "12-10-2026", ("7-12-2026 > 14-12-2026",), (), "14-12-2026", "begun on the last day"),
    (WEEKS, "12-10-2026", ("8-12-2026 > 15-12-2026",), (), "7-12-2026", "begun too late: mends nothing"),
    (WEEKS, "12-10-2026", (), ("1-12-2026 > 11-1-2027",), "11-1-2027", "extended"),
    (
        WEEKS,
        "12-10-2026",
        (),
        ("1-12-2026 > 11-1-2027", "5-1-2027 > 1-2-2027"),
        "1-2-2027",
        "extended twice",
    ),
    (
        WEEKS,
        "12-10-2026",
        ("14-12-2026 > 21-12-2026",),
        ("1-12-2026 > 11-1-2027",),
        "18-1-2027",
        "extended, then suspended",
    ),
    (
        WEEKS,
        "12-10-2026",
        ("20-10-2026 > 27-10-2026",),
        ("1-12-2026 > 11-1-2027",),
        "11-1-2027",
        "suspended, then extended: the new date stands",
    ),
    (
        WEEKS,
        "12-10-2026",
        ("24-11-2026 > 8-12-2026",),
        ("1-12-2026 > 11-1-2027",),
        "18-1-2027",
        "extended while suspended: the rest of the days count",
    ),
    (WEEKS, "12-10-2026", (), ("1-12-2026 > 9-1-2027",), "11-1-2027", "a promised Saturday is a Monday"),
    (LAW, "12-10-2026", ("16-11-2026 > 30-11-2026",), (), "7-12-2026", "an act that knows no suspension"),
    (WEEKS, "10-10-2026", (), (), "7-12-2026", "ends on a Saturday: Monday"),
    (WEEKS, "10-10-2026", ("2-11-2026 > 4-11-2026",), (), "7-12-2026", "2 days from the Saturday: Monday"),
    (WEEKS, "10-10-2026", ("2-11-2026 > 5-11-2026",), (), "8-12-2026", "3 days from the Saturday: Tuesday"),
    (WEEKS, "29-1-2027", (), (), "30-3-2027", "Good Friday: the Tuesday after Easter"),
    (rule(amount=3, unit=Unit.MONTHS), "30-11-2026", (), (), "1-3-2027", "28 February is a Sunday"),
    (WORKING, "5-11-2026", (), (), "16-11-2026", "7 working days"),
    (WORKING, "5-11-2026", ("9-11-2026 > 12-11-2026",), (), "19-11-2026", "3 working days asleep"),
    (WORKING, "5-11-2026", ("7-11-2026 > 9-11-2026",), (), "16-11-2026", "a weekend asleep moves nothing"),
)


@pytest.mark.parametrize(
    ("one", "start", "asleep", "longer", "due", "shows"), MOVES, ids=lambda v: str(v)[:40]
)
def test_the_last_day(
    *, one: DeadlineRule, start: str, asleep: tuple[str, ...], longer: tuple[str, ...], due: str, shows: str
) -> None:
    timeline = Timeline(
        happenings=[received(start)], suspensions=pauses(*asleep), extensions=promises(*longer)
    )
    found = count(one, timeline, at="1-6-2027")
    assert found.due == day(due), shows
    plain = count(one, Timeline(happenings=[received(start)]), at="1-6-2027")
    assert found.original_due == plain.due
    assert plain.due is not None
    assert found.moved_days == (found.due - plain.due).days


@pytest.mark.parametrize("unit", [Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS])
def test_unmoved_it_ends_where_the_rules_of_counting_say(unit: Unit) -> None:
    for number in range(1, 29):
        start = f"{number}-12-2026"
        found = count(rule(amount=3, unit=unit), Timeline(happenings=[received(start)]), at="1-6-2027")
        assert found.due == last_day(received=day(start), amount=3, unit=unit, calendar=calendar())


def test_while_it_is_suspended_the_day_moves_with_today() -> None:
    timeline = Timeline(happenings=[received("12-10-2026")], suspensions=pauses("16-11-2026 > ?"))
    for today, due in (("16-11-2026", "7-12-2026"), ("23-11-2026", "14-12-2026"), ("4-1-2027", "25-1-2027")):
        found = count(WEEKS, timeline, at=today)
        assert (found.status, found.due) == (DeadlineStatus.SUSPENDED, day(due)), today


def test_each_move_says_from_where_to_where_and_why() -> None:
    timeline = Timeline(
        happenings=[received("12-10-2026")],
        suspensions=pauses("16-11-2026 > 30-11-2026", "23-11-2026 > 30-11-2026"),
        extensions=promises("10-12-2026 > 11-1-2027"),
    )
    asleep, longer = count(WEEKS, timeline, at="15-12-2026").moves
    assert (asleep.before, asleep.after, asleep.extended) == (day("7-12-2026"), day("21-12-2026"), False)
    assert asleep.reasons == (WHY, WHY)
    assert (longer.before, longer.after, longer.extended) == (day("21-12-2026"), day("11-1-2027"), True)


def test_a_new_date_promised_too_late_is_kept_apart_from_a_kept_one() -> None:
    timeline = Timeline(
        happenings=[received("12-10-2026"), decided("4-1-2027")],
        extensions=promises("9-12-2026 > 11-1-2027"),
    )
    found = count(WEEKS, timeline, at="1-2-2027")
    assert (found.status, found.due) == (DeadlineStatus.MET, day("11-1-2027"))
    assert found.first_missed == day("7-12-2026")


def test_an_extension_of_another_deadline_moves_nothing() -> None:
    other = Extension(key="follow_up", new_date=day("1-2-2027"), reason=WHY, decided_on=day("1-12-2026"))
    timeline = Timeline(happenings=[received("12-10-2026")], extensions=[other])
    assert count(WEEKS, timeline, at="2-12-2026").due == day("7-12-2026")


def test_a_suspension_runs_forwards() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        pauses("2-11-2026 > 1-11-2026")
