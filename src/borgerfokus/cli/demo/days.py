"""The days of the demo: told back from the day of load, with Danish working hours."""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta

from borgerfokus.cli.demo.draw import Draw
from borgerfokus.core.dates import COPENHAGEN, WorkingCalendar, calendar_for
from borgerfokus.core.rules import Parameters

YEARS_BACK = 4


class Days:
    """The calendar around the moment of load, `now`."""

    def __init__(self, *, now: datetime, parameters: Parameters) -> None:
        self.now = now.astimezone(COPENHAGEN)
        self.today = self.now.date()
        self.parameters = parameters
        self.calendar: WorkingCalendar = calendar_for((self.today.year - YEARS_BACK, self.today.year + 1), parameters)
        first = self.today - timedelta(days=365 * YEARS_BACK)
        days = (first + timedelta(days=number) for number in range(365 * YEARS_BACK + 90))
        self._working = [day for day in days if self.calendar.is_working_day(day)]

    def working(self, day: date, *, after: int = 0) -> date:
        """The first working day from `day` on, and so many working days more."""
        place = bisect_left(self._working, day) + after
        return self._working[min(place, len(self._working) - 1)]

    def back(self, days: int) -> date:
        """So many days before the day of load."""
        return self.today - timedelta(days=days)

    def at_work(self, day: date, draw: Draw) -> datetime:
        """Some moment of the working hours of that day."""
        return moment(day, draw.between(8, 15), draw.between(0, 59))

    def at_home(self, day: date, draw: Draw) -> datetime:
        """Some moment when people sit down with their papers: mostly in the evening."""
        return moment(day, draw.weighted({9: 2, 11: 2, 14: 1, 16: 3, 19: 5, 20: 5, 21: 3}), draw.between(0, 59))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on the clock of Copenhagen."""
    return datetime.combine(day, time(hour, minute), tzinfo=COPENHAGEN)
