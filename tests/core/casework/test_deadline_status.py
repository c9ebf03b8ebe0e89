"""Where a deadline stands, how near it is, and who is to be told."""

from dataclasses import replace

import pytest
from tests.core.casework.deadline_cases import (
    ARTICLE,
    WHY,
    calendar,
    count,
    day,
    decided,
    moment,
    received,
    rule,
)

from borgerfokus.core.casework.deadlines import (
    Agreed,
    Basis,
    DeadlineStatus,
    Suspension,
    Timeline,
    Urgency,
    agreement,
    days_left,
    deadlines,
    next_due,
    notice_due,
    urgency,
)
from borgerfokus.core.rules import Unit

WEEKS = rule(amount=8, unit=Unit.WEEKS)
HOURS = rule(amount=24, unit=Unit.HOURS, stops=False)
OPEN = Timeline(happenings=[received("12-10-2026")])

STATUSES = (
    # happened, closed, seen at, status
    ((), None, ("1-11-2026", "12:00"), DeadlineStatus.NOT_STARTED),
    ((received("12-10-2026"),), None, ("11-10-2026", "12:00"), DeadlineStatus.NOT_STARTED),
    ((received("12-10-2026"),), None, ("1-11-2026", "12:00"), DeadlineStatus.RUNNING),
    ((received("12-10-2026"),), None, ("7-12-2026", "23:59"), DeadlineStatus.RUNNING),
    ((received("12-10-2026"),), None, ("8-12-2026", "00:00"), DeadlineStatus.MISSED),
    (
        (received("12-10-2026"), decided("7-12-2026", "23:59")),
        None,
        ("8-12-2026", "12:00"),
        DeadlineStatus.MET,
    ),
    (
        (received("12-10-2026"), decided("8-12-2026", "00:00")),
        None,
        ("9-12-2026", "12:00"),
        DeadlineStatus.MISSED,
    ),
    ((received("12-10-2026"),), "1-12-2026", ("9-12-2026", "12:00"), DeadlineStatus.LAPSED),
    ((received("12-10-2026"),), "8-12-2026", ("9-12-2026", "12:00"), DeadlineStatus.MISSED),
    (
        (received("12-10-2026"), decided("1-11-2026"), received("2-11-2026")),
        None,
        ("3-11-2026", "12:00"),
        DeadlineStatus.RUNNING,
    ),
)


@pytest.mark.parametrize(
    ("happened", "closed", "seen", "status"), STATUSES, ids=lambda value: str(value)[:20]
)
def test_where_it_stands(
    *, happened: tuple[object, ...], closed: str | None, seen: tuple[str, str], status: DeadlineStatus
) -> None:
    timeline = Timeline(happenings=happened, closed_at=moment(closed) if closed else None)  # type: ignore[arg-type]
    assert count(WEEKS, timeline, at=seen[0], clock=seen[1]).status is status


def test_hours_run_over_the_change_of_the_clock() -> None:
    timeline = Timeline(happenings=[received("27-3-2027", "14:00")])
    found = count(HOURS, timeline, at="28-3-2027", clock="14:59")
    assert (found.status, found.due) == (DeadlineStatus.RUNNING, day("28-3-2027"))
    assert count(HOURS, timeline, at="28-3-2027", clock="15:00").status is DeadlineStatus.MISSED
    with pytest.raises(ValueError, match="hours cannot be suspended"):
        rule(amount=24, unit=Unit.HOURS, stops=True)


@pytest.mark.parametrize(
    ("at", "left", "near"),
    [
        ("20-11-2026", 17, Urgency.FINE),
        ("30-11-2026", 7, Urgency.SOON),
        ("7-12-2026", 0, Urgency.SOON),
        ("8-12-2026", -1, Urgency.OVER),
    ],
)
def test_urgency(at: str, left: int, near: Urgency) -> None:
    found = count(WEEKS, OPEN, at=at)
    assert days_left(found, day(at)) == left
    assert urgency(found, day(at), soon_days=7) is near


def test_what_sleeps_or_is_met_is_not_urgent() -> None:
    asleep = Suspension(start=day("1-12-2026"), end=None, reason=WHY)
    assert urgency(
        count(WEEKS, replace(OPEN, suspensions=[asleep]), at="5-12-2026"), day("5-12-2026"), soon_days=30
    ) is Urgency.FINE  # fmt: skip
    met = count(WEEKS, Timeline(happenings=[received("12-10-2026"), decided("1-12-2026")]), at="9-12-2026")
    assert urgency(met, day("9-12-2026"), soon_days=30) is Urgency.FINE
    assert days_left(met, day("9-12-2026")) is None


def test_about_to_slip_is_on_a_list_and_slipped_is_written_to_the_citizen_once() -> None:
    early = notice_due([count(WEEKS, OPEN, at="20-11-2026")], day("20-11-2026"), ahead_days=7)
    assert (early.slipping, early.slipped) == ((), ())
    near = notice_due([count(WEEKS, OPEN, at="1-12-2026")], day("1-12-2026"), ahead_days=7)
    assert [one.key for one in near.slipping] == ["decision"]
    over = count(WEEKS, OPEN, at="8-12-2026")
    assert notice_due([over], day("8-12-2026"), ahead_days=7).slipped == (over,)
    told = {("decision", day("7-12-2026"))}
    assert notice_due([over], day("8-12-2026"), ahead_days=7, notified=told).slipped == ()


def test_an_agreement_that_is_not_kept_owes_no_letter() -> None:
    reply = Agreed(key="reply", title=WHY, reference=ARTICLE, due=day("30-11-2026"), since=day("16-11-2026"))
    late = agreement(agreed=reply, at=moment("1-12-2026"))
    assert (late.basis, late.status) == (Basis.AGREEMENT, DeadlineStatus.MISSED)
    notices = notice_due([late], day("1-12-2026"), ahead_days=7)
    assert (notices.slipping, notices.slipped) == ((late,), ())
    kept = agreement(agreed=replace(reply, met_on=day("30-11-2026")), at=moment("1-12-2026"))
    assert kept.status is DeadlineStatus.MET


def test_the_next_day_is_the_earliest_that_is_still_open() -> None:
    law = replace(rule(amount=2, unit=Unit.WEEKS, basis=Basis.STATUTORY), key="law", ends_with="informed")
    found = deadlines(rules=[WEEKS, law], timeline=OPEN, calendar=calendar(), at=moment("14-10-2026"))
    nearest = next_due(found)
    assert nearest is not None
    assert nearest.key == "law"
    assert next_due([]) is None
