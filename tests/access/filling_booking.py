"""Filling one case with appointments, each typed text a canary of its own."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import OutsideBusy, OutsideCalendar
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.booking.words import Place
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.people import cipher
from tests.access.scene import Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill(filling: "Filling", subject: Subject) -> None:
    """One appointment to come, one called off, somebody who waits; a group, a feed, hours, a calendar outside."""
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    days = _DAYS[filling.key]
    with filling.as_(karen):
        first = _book(filling, filling.scene.at + timedelta(days=days), language=filling.word("appointment.language"))
        other = _book(filling, filling.scene.at + timedelta(days=days, hours=3))
        why = filling.word("appointment.why_not")
        _done(booking.cancel(appointment_id=other, why=why, version=1, by=karen, at=at))
        note = filling.word("waiting.note")
        _done(booking.wait(case_id=case_id, reason="misbrug", note=note, by=karen, at=at))
        subject.ids |= {"appointment": first, "waiting": booking.waiting_in(case_id=case_id)[0].pk}
    if filling.key == "plain":
        _around(filling, subject)
        _by_partner(filling, subject)
    subject.ids.setdefault("group", filling.scene.ids.get("group", 0))


def _by_partner(filling: "Filling", subject: Subject) -> None:
    """The provider books a time with the caseworker, about the help that it gives."""
    provider, at = filling.scene.actors["provider"], filling.at
    with filling.as_(provider):
        asked = booking.Asked(
            reason=booking.reason(key="opfoelgning"),
            employees=frozenset({filling.karen.id}),
            place=Place.PHONE,
            unit_id=filling.karen.unit_id or 0,
        )
        new = booking.NewAppointment(
            reason="opfoelgning",
            starts=booking.times(asked=asked, at=at)[0].span.starts,
            place=Place.PHONE,
            employees=frozenset({filling.karen.id}),
        )
        made = booking.book(case_id=filling.case_id, new=new, by=provider, at=at)
    assert isinstance(made, int), made
    subject.ids["partner_appointment"] = made


def _around(filling: "Filling", subject: Subject) -> None:
    """What there is once: a group, the citizen's feed, and the caseworker's hours and own calendar."""
    karen, at = filling.karen, filling.at
    with filling.as_(karen):
        made = booking.open_group(
            new=booking.NewGroup(
                reason="mestring",
                starts=filling.scene.at + timedelta(days=40),
                place=Place.VIDEO,
                employees=frozenset({karen.id}),
                unit_id=karen.unit_id or 0,
            ),
            by=karen,
            at=at,
        )
        assert isinstance(made, int), made
        filling.scene.ids["group"] = made
        _done(booking.set_hours(hours=[Hours(day, time(8), time(16)) for day in range(1, 6)], by=karen, at=at))
        away = filling.scene.at + timedelta(days=60)
        _done(booking.add_absence(starts=away, ends=away + timedelta(days=1), by=karen, at=at))
        outside = OutsideCalendar.objects.create(
            employee_id=karen.id,
            address=f"https://kalender.example/{filling.own('caseworker', 'calendar.address')}/",
            user_name=filling.own("caseworker", "calendar.user_name"),
            secret_sealed=cipher.seal_words("hemmelig"),
            connected_at=at,
        )
        busy = filling.scene.at + timedelta(days=62)
        OutsideBusy.objects.create(
            calendar=outside, employee_id=karen.id, starts=busy, ends=busy + timedelta(hours=1)
        )
    with filling.as_(filling.citizen):
        subject.ids["feed"] = booking.make_feed(by=filling.citizen, at=at)


def _book(filling: "Filling", starts: datetime, *, language: str = "") -> int:
    new = booking.NewAppointment(
        reason="opfoelgning",
        starts=starts,
        place=Place.VIDEO,
        employees=frozenset({filling.karen.id}),
        language=language,
    )
    made = booking.book(case_id=filling.case_id, new=new, by=filling.karen, at=filling.at)
    assert isinstance(made, int), made
    return made


_DAYS = {"plain": 3, "sealed": 5, "protected": 7, "foreign": 9}
"""How far ahead each case's appointment lies: one caseworker has several of them."""


def _done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer
