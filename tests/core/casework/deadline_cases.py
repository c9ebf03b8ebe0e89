"""Helpers that let a case table be read as dates."""

from datetime import date, datetime, time

from borgerfokus.core.casework.deadlines import Basis, Deadline, DeadlineRule, Happening, Timeline, deadlines
from borgerfokus.core.dates import COPENHAGEN, WorkingCalendar, calendar_for
from borgerfokus.core.rules import Parameters, Unit
from borgerfokus.core.texts import Text

ARTICLE = Text(da="retssikkerhedsloven § 3, stk. 2", en="Act on Legal Certainty section 3(2)")
WHY = Text(da="vi venter på et brev", en="we are waiting for a letter")


def calendar() -> WorkingCalendar:
    return calendar_for(range(2024, 2031), Parameters.load())


def day(text: str) -> date:
    """A day written as Danes write it: 7-12-2026."""
    number, month, year = text.split("-")
    return date(int(year), int(month), int(number))


def moment(text: str, clock: str = "10:00") -> datetime:
    return datetime.combine(day(text), time.fromisoformat(clock), tzinfo=COPENHAGEN)


def rule(*, amount: int, unit: Unit, stops: bool = True, basis: Basis = Basis.OWN) -> DeadlineRule:
    return DeadlineRule(
        key="decision",
        basis=basis,
        title=Text(da="Afgørelse", en="Decision"),
        starts_at="request_received",
        ends_with="decision_issued",
        amount=amount,
        unit=unit,
        reference=ARTICLE,
        stops_when_suspended=stops,
    )


def received(text: str, clock: str = "10:00") -> Happening:
    return Happening(kind="request_received", at=moment(text, clock))


def decided(text: str, clock: str = "10:00") -> Happening:
    return Happening(kind="decision_issued", at=moment(text, clock))


def count(one: DeadlineRule, timeline: Timeline, *, at: str, clock: str = "12:00") -> Deadline:
    (found,) = deadlines(rules=[one], timeline=timeline, calendar=calendar(), at=moment(at, clock))
    return found
