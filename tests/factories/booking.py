"""Reasons, rooms and opening hours to book in."""

from datetime import datetime, time

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

FOLLOW_UP = booking.ReasonContent(
    title="Opfølgning på din plan",
    title_en="Follow-up on your plan",
    minutes=45,
    buffer=15,
    notice_hours=24,
    horizon_days=30,
    places=("office", "phone", "video"),
    bookers=("citizen", "partner"),
    bring="Din plan, hvis du har den",
    bring_en="Your plan, if you have it",
    interpreter=True,
)
SENSITIVE = booking.ReasonContent(
    title="Samtale om misbrug",
    title_en="Talk about abuse",
    minutes=30,
    places=("office", "phone"),
    bookers=("citizen",),
    horizon_days=30,
    sensitive=True,
    bring="Din behandlingsplan",
    bring_en="Your treatment plan",
)
GROUP = booking.ReasonContent(
    title="Kursus i hverdagsmestring",
    title_en="Course in everyday coping",
    minutes=90,
    places=("office", "video"),
    bookers=("citizen",),
    own_caseworker=False,
    group_size=3,
)
HOME = booking.ReasonContent(
    title="Hjemmebesøg", title_en="Home visit", minutes=60, places=("home",), own_caseworker=False, interpreter=True
)
REASONS = {"opfoelgning": FOLLOW_UP, "misbrug": SENSITIVE, "mestring": GROUP, "hjemmebesoeg": HOME}


def fill_reasons(*, at: datetime) -> None:
    """Save them."""
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        for key, content in REASONS.items():
            made = booking.add_reason(key=key, content=content, by=by, at=at)
            assert not isinstance(made, Refusal), made


def open_hours(*employees: Actor, at: datetime, begins: time = time(9), ends: time = time(15)) -> None:
    """Monday to Friday."""
    for one in employees:
        with acting_as(one, purpose=Purpose.CASEWORK, at=at):
            hours = [Hours(day, begins, ends) for day in range(1, 6)]
            assert booking.set_hours(hours=hours, by=one, at=at) is None


def open_room(*, unit_id: int, name: str, at: datetime, seats: int = 4) -> None:
    """A room in a unit."""
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        assert booking.add_room(unit_id=unit_id, name=name, address="Torvet 1", seats=seats, by=by, at=at) is None
