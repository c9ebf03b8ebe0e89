"""Meetings and appointments as calendar files. What they are about stays on the page: others see calendars."""

from django.conf import settings
from django.http import HttpResponse

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.service import Meeting
from borgerfokus.core.booking.words import NEUTRAL, Place, State
from borgerfokus.core.calendars.writing import Entry, Guest, invitation
from borgerfokus.web.frame import say


def answer(row: Meeting, *, title: str, link: str) -> HttpResponse:
    """The file of a meeting to download. Neither a name nor the agenda stands in it."""
    return _file(coordination.calendar_of(meeting=row, title=title, link=link), f"moede-{row.pk}")


def invite(row: Appointment, *, link: str, guest: Guest) -> HttpResponse:
    """An appointment as an invitation, or as its cancellation. Neither the reason nor the citizen stands in it."""
    staff = [one.employee for one in booking.staff_of(row) if one.employee is not None]
    organizer = Guest(name=settings.MUNICIPALITY, email=staff[0].email if staff else "")
    text = invitation(
        Entry(
            uid=booking.entry_uid(row.uid),
            stamp=row.changed_at,
            starts=row.starts,
            ends=row.ends,
            summary=f"{say(NEUTRAL)} ({settings.MUNICIPALITY})",
            location=row.room.words if row.room and row.place == Place.OFFICE else "",
            url=row.video_link or link,
            description=link,
            sequence=row.sequence,
            cancelled=row.state == State.CANCELLED,
            organizer=organizer,
            attendees=(guest,),
        )
    )
    return _file(text, f"aftale-{row.pk}")


def stream(text: str) -> HttpResponse:
    """A feed, which a calendar reads again and again and nobody in between keeps."""
    found = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    found["Cache-Control"] = "no-store, private"
    return found


def _file(text: str, name: str) -> HttpResponse:
    found = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    found["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return found
