"""The clock of a story: it only goes forward, and the daily look at the dates goes with it."""

from datetime import date, datetime, timedelta

from borgerfokus.cli.demo.acts import notices, settling, working
from borgerfokus.cli.demo.acts.pen import Desk, Pen, system
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.core.casework.state import Phase

SWEPT_SINCE = 45
"""How many days ago the daily look at the dates began."""


class Today(Exception):
    """What comes next lies ahead."""


class Clock:
    """Tells when the next thing happens. `Today` ends the story where the case stands now."""

    pen: Pen

    def __init__(self, desk: Desk, draw: Draw, begins: datetime, *, last: date | None = None) -> None:
        """`last` is the day after which nothing more happens."""
        self.desk, self.draw, self.clock, self.last = desk, draw, begins, last

    def next(self, days: float) -> datetime:
        """The clock so many days on, in working hours. Raises Today."""
        day = self.desk.days.working(self.clock.date() + timedelta(days=round(days)))
        at = self.desk.days.at_work(day, self.draw)
        return self._set(at if at > self.clock else self.clock + timedelta(minutes=self.draw.between(4, 40)))

    def soon(self, minutes: int) -> datetime:
        """The clock some minutes on. Raises Today."""
        return self._set(self.clock + timedelta(minutes=minutes))

    def at_home(self, days: float) -> datetime:
        """The clock so many days on, when people are at home. Raises Today."""
        at = self.desk.days.at_home(self.clock.date() + timedelta(days=round(days)), self.draw)
        return self._set(at if at > self.clock else self.clock + timedelta(minutes=30))

    def _set(self, at: datetime) -> datetime:
        if at > self.desk.days.now or (self.last is not None and at.date() > self.last):
            raise Today
        self.look_at_dates(at)
        self.clock = max(at, self.pen.at)
        return self.clock

    def look_at_dates(self, until: datetime) -> None:
        """The daily look finds a date that passed before this moment, and writes to the citizen."""
        pen, days = self.pen, self.desk.days
        if pen.case["phase"] == Phase.CLOSED or until.date() <= days.back(SWEPT_SINCE):
            return
        for one in settling.dates_of(pen, at=until):
            if one.is_open and one.due and one.due < until.date() and one.status == "missed":
                looked = max(one.due + timedelta(days=1), days.back(SWEPT_SINCE), pen.at.date() + timedelta(days=1))
                at = moment(looked, 6, 30)
                if at <= until:
                    before = one.due
                    after = working.slip(
                        pen, deadline=one.key, title=one.title.da, due=before, by=system("deadline-sweep"), at=at
                    )
                    notices.slipped(pen, title=one.title.da, before=before, after=after)
