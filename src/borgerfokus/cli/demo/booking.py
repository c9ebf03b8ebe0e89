"""What one can book about, rooms, opening hours and absences, and the appointments of the cast."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from borgerfokus.cli.demo.acts import booking
from borgerfokus.cli.demo.acts.booking import Booked
from borgerfokus.cli.demo.days import Days, moment
from borgerfokus.cli.demo.organisation import Organisation
from borgerfokus.cli.demo.stars import Stage
from borgerfokus.cli.demo.tables import Tables

_USUAL: Mapping[str, Any] = {"buffer": 15, "notice_hours": 24, "horizon_days": 60}
REASONS: tuple[Mapping[str, Any], ...] = (
    {
        **_USUAL,
        "key": "opfoelgning",
        "title": "Opfølgning",
        "title_en": "Follow-up",
        "minutes": 45,
        "places": ["office", "phone", "video"],
        "bookers": ["citizen", "partner"],
        "interpreter": True,
        "bring": "Din plan, hvis du har den, og det, du gerne vil tale om.",
        "bring_en": "Your plan, if you have it, and what you would like to talk about.",
    },
    {
        **_USUAL,
        "key": "kort-samtale",
        "title": "Kort samtale i telefonen",
        "title_en": "Short talk by phone",
        "minutes": 15,
        "buffer": 5,
        "places": ["phone"],
        "bookers": ["citizen", "partner"],
        "interpreter": True,
    },
    {
        **_USUAL,
        "key": "hjemmebesoeg",
        "title": "Hjemmebesøg",
        "title_en": "Home visit",
        "minutes": 90,
        "buffer": 30,
        "places": ["home"],
        "own_caseworker": False,
        "interpreter": True,
    },
    {
        **_USUAL,
        "key": "rusmidler",
        "title": "Samtale om rusmidler",
        "title_en": "Talk about substances",
        "minutes": 45,
        "places": ["office", "phone"],
        "bookers": ["citizen"],
        "sensitive": True,
    },
    {
        **_USUAL,
        "key": "mestringskursus",
        "title": "Kursus: en hverdag, der hænger sammen",
        "title_en": "Course: an everyday that holds together",
        "minutes": 90,
        "places": ["office"],
        "bookers": ["citizen"],
        "own_caseworker": False,
        "group_size": 8,
    },
)
_ROOMS = (
    ("voksenteamet", "Lokale 2", "Rådhuset, Torvet 1", 4),
    ("voksenteamet", "Lokale 5", "Rådhuset, Torvet 1", 12),
    ("ydelsesteamet", "Lokale 7", "Rådhuset, Torvet 1", 4),
)
_HOURS: Mapping[str, tuple[tuple[int, int, int], ...]] = {
    "Karen Lindvad": (*((day, 9, 15) for day in (1, 2, 4)), (3, 9, 12), (5, 9, 12)),
    "Oskar Brink": tuple((day, 9, 14) for day in range(1, 6)),
    "Milla Høgsbro": tuple((day, 10, 16) for day in range(1, 5)),
    "Yusuf Arslan": tuple((day, 8, 14) for day in range(1, 6)),
    "Sara Ankerstjerne": (*((day, 9, 15) for day in range(1, 5)), (5, 9, 12)),
    "Jette Frost": tuple((day, 9, 15) for day in range(1, 6)),
}
"""Weekday, from and to."""
SAVED = timedelta(days=200)


def build(*, tables: Tables, days: Days, organisation: Organisation) -> None:
    """Put reasons, rooms and hours in place, and a group on its way."""
    at = days.now - SAVED
    for one in REASONS:
        tables["booking.AppointmentReason"].add(number=1, saved_at=at, saved_by="system:0", **one)
    for unit, name, address, seats in _ROOMS:
        tables["booking.Room"].add(unit_id=organisation.unit_ids[unit], name=name, address=address, seats=seats)
    for who, spans in _HOURS.items():
        employee = organisation.named(who).id
        for weekday, begins, ends in spans:
            tables["booking.OpeningHours"].add(
                employee_id=employee, weekday=weekday, begins=time(begins), ends=time(ends)
            )
    for who, after, begins, ends in (("Karen Lindvad", 3, 12, 15), ("Yusuf Arslan", 1, 0, 23)):
        day = days.working(days.today, after=after)
        tables["booking.Absence"].add(
            employee_id=organisation.named(who).id, starts=moment(day, begins), ends=moment(day, ends)
        )
    _group(tables, organisation, days, at)


def mads(stage: Stage) -> None:
    """Mads did not come on the last working day; the next time is tomorrow, at the town hall."""
    days, pen = stage.desk.days, stage.pen
    missed = Booked("opfoelgning", moment(_before(days), 9), "office", (stage.me,))
    row = booking.book(pen, missed, by=stage.home, at=pen.at + timedelta(minutes=30))
    at = min(row["starts"] + timedelta(minutes=20), days.now)
    booking.tell(pen, row, came=False, by=stage.hand, at=at)
    again = Booked("opfoelgning", moment(days.working(days.today, after=1), 10), "office", (stage.me,))
    booking.book(pen, again, by=stage.hand, at=min(at + timedelta(minutes=30), days.now))


def lene(stage: Stage) -> None:
    """A short talk by phone, which Lene has booked herself."""
    days = stage.desk.days
    new = Booked("kort-samtale", moment(days.working(days.today, after=2), 11), "phone", (stage.me,))
    booking.book(stage.pen, new, by=stage.home, at=stage.at(1, 19))


def deaf(stage: Stage) -> None:
    """Sign language is asked for, and no interpreter is found yet; Karen is there too."""
    days, karen = stage.desk.days, stage.desk.organisation.named("Karen Lindvad")
    new = Booked("opfoelgning", moment(days.working(days.today, after=2), 13), "office", (stage.me, karen), "tegnsprog")
    booking.book(stage.pen, new, by=stage.hand, at=stage.at(1, 9))


def _before(days: Days) -> date:
    """The working day before today."""
    day = days.back(1)
    while not days.calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


def _group(tables: Tables, organisation: Organisation, days: Days, at: datetime) -> None:
    """A course that citizens can join themselves."""
    reason = next(row for row in tables["booking.AppointmentReason"].rows if row["key"] == "mestringskursus")
    room = next(row for row in tables["booking.Room"].rows if row["name"] == "Lokale 5")
    starts, milla = moment(days.working(days.today, after=7), 13), organisation.named("Milla Høgsbro").id
    ends = starts + timedelta(minutes=reason["minutes"])
    row = tables["booking.GroupTime"].add(
        reason_id=reason["id"],
        starts=starts,
        ends=ends,
        place="office",
        room_id=room["id"],
        seats=reason["group_size"],
        made_at=at,
        made_by_id=milla,
    )
    held = {"group_id": row["id"], "starts": starts, "ends": ends + timedelta(minutes=reason["buffer"])}
    tables["booking.Hold"].add(employee_id=milla, **held)
    tables["booking.Hold"].add(room_id=room["id"], **held)
