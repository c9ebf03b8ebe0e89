"""500 generated case histories, each asked at six moments, against an oracle that walks day by day.

The sabotage at the end: each of five faults in the program's own reckoning is found by the same comparison.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from borgerfokus.core.casework import deadline_count, deadlines
from borgerfokus.core.casework.deadlines import Basis, DeadlineRule, Extension, Happening, Suspension, Timeline
from borgerfokus.core.dates import WorkingCalendar, calendar_for
from borgerfokus.core.rules import Parameters, Unit
from borgerfokus.core.texts import Text
from tests.law.history_oracle import HERE, LENGTHS, Found, History, reckon

HISTORIES, MOMENTS = 500, 6
CALENDAR = calendar_for(range(2020, 2035), Parameters.load())
WORDS = Text(da="prøve", en="test")


def histories() -> Iterator[tuple[int, History, list[datetime]]]:
    """Seeded, so that a number found is a number found again."""
    for seed in range(HISTORIES):
        draw = random.Random(seed)
        history = generated(draw)
        days = (min(history.began) + timedelta(days=draw.randint(-2, 200)) for _ in range(MOMENTS))
        yield seed, history, sorted(instant(draw, day) for day in days)


def generated(draw: random.Random) -> History:
    """A case with up to five rests, which may overlap, three promises, a second beginning, an end, a closing."""
    length = draw.choice(sorted(LENGTHS))
    start = date(2023, 1, 1) + timedelta(days=draw.randint(0, 2200))

    def later(least: int, most: int) -> date:
        return start + timedelta(days=draw.randint(least, most))

    def rest() -> tuple[date, date | None]:
        first = later(-5, 150)
        return first, None if draw.random() < 0.15 else first + timedelta(days=draw.randint(0, 40))

    promises = sorted(later(0, 120) for _ in range(draw.choice([0, 0, 1, 2, 3])))
    return History(
        length=length,
        rests=length != "24 hours" and draw.random() < 0.8,
        began=[instant(draw, start), *([instant(draw, later(1, 60))] if draw.random() < 0.2 else [])],
        done=[instant(draw, later(0, 160))] if draw.random() < 0.6 else [],
        stops=[rest() for _ in range(draw.choice([0, 1, 1, 2, 3, 5]))],
        promises=[(made, made + timedelta(days=draw.randint(1, 60))) for made in promises],
        closed=instant(draw, later(30, 190)) if draw.random() < 0.3 else None,
    )


def instant(draw: random.Random, day: date | datetime) -> datetime:
    clock = draw.choice([(0, 0), (0, 30), (2, 30), (9, 0), (12, 0), (23, 59)])
    return datetime(day.year, day.month, day.day, *clock, tzinfo=HERE)


def reckoned(history: History, *, at: datetime, calendar: WorkingCalendar = CALENDAR) -> Found:
    """The same question to the program."""
    amount, unit = LENGTHS[history.length]
    rule = DeadlineRule(
        key="decision",
        basis=Basis.OWN,
        title=WORDS,
        starts_at="began",
        ends_with="done",
        amount=amount,
        unit=Unit(unit),
        reference=WORDS,
        stops_when_suspended=history.rests,
    )
    happened = [("began", moment) for moment in history.began] + [("done", moment) for moment in history.done]
    timeline = Timeline(
        happenings=[Happening(kind=kind, at=moment) for kind, moment in happened],
        suspensions=[Suspension(start=first, end=end, reason=WORDS) for first, end in history.stops],
        extensions=[
            Extension(key="decision", new_date=new, reason=WORDS, decided_on=made) for made, new in history.promises
        ],
        closed_at=history.closed,
    )
    (found,) = deadlines.deadlines(rules=[rule], timeline=timeline, calendar=calendar, at=at)
    return Found(found.status.value, found.due, found.original_due, found.first_missed)


def differences() -> list[tuple[int, datetime, Found, Found]]:
    """Where program and oracle do not agree: history, moment, the program's answer, the oracle's."""
    wrong = []
    for seed, history, moments in histories():
        for at in moments:
            mine, second = reckoned(history, at=at), reckon(history, at=at)
            if mine != second:
                wrong.append((seed, at, mine, second))
    return wrong


def test_program_and_oracle_agree_on_every_history() -> None:
    assert differences()[:3] == []


def test_the_histories_hold_what_they_should() -> None:
    """Every answer occurs, so that agreement is agreement about something."""
    answers = [reckon(history, at=at).status for _, history, moments in histories() for at in moments]
    assert {"not_started", "running", "suspended", "met", "missed", "lapsed"} == set(answers)
    assert min(answers.count(one) for one in set(answers)) >= 20


@pytest.mark.parametrize("fault", ["a day too many", "rest after the day mends", "overlap counts twice", "no weekend"])
def test_a_fault_in_the_reckoning_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real_moved, real_merged = deadline_count.Count._moved, deadline_count.merged
    if fault == "a day too many":
        monkeypatch.setattr(
            deadline_count.Count, "_moved", lambda self, day, period: real_moved(self, day, period) + timedelta(days=1)
        )
    elif fault == "rest after the day mends":

        def mended(
            self: deadline_count.Count, counted: date, period: deadline_count.SuspendedDays
        ) -> tuple[tuple[()], date]:
            return (), real_moved(self, counted, period)

        monkeypatch.setattr(deadline_count.Count, "_suspended", mended)
    elif fault == "overlap counts twice":
        monkeypatch.setattr(
            deadline_count,
            "merged",
            lambda stops, *, start, until: [
                one for stop in stops for one in real_merged([stop], start=start, until=until)
            ],
        )
    else:
        monkeypatch.setattr(WorkingCalendar, "next_working_day", lambda self, day: day)
    assert len(differences()) >= 3


def test_a_fault_at_the_end_of_the_day_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Midnight belongs to the next day: a program that lets it pass is found by a decision at midnight."""
    real = deadlines.end_of_day
    monkeypatch.setattr(deadlines, "end_of_day", lambda day: real(day) + timedelta(days=1))
    assert differences()
