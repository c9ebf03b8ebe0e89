"""A meeting as a file for a calendar. What it is about stays on the page: calendars are seen by others."""

from django.conf import settings
from django.http import HttpResponse

from borgerfokus.apps.coordination.service import Meeting
from borgerfokus.core.coordination.calendar_file import Appointment, calendar_file


def answer(row: Meeting, *, title: str, link: str) -> HttpResponse:
    """The file to download. Neither a name nor the agenda stands in it."""
    text = calendar_file(
        Appointment(
            uid=f"meeting-{row.pk}@borgerfokus",
            stamp=row.called_at,
            starts=row.starts,
            ends=row.ends,
            summary=f"{title}, {settings.MUNICIPALITY}",
            location=row.place,
            url=row.video_link or link,
            description=link,
            sequence=row.sequence,
            cancelled=row.state == "cancelled",
        )
    )
    found = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    found["Content-Disposition"] = f'attachment; filename="moede-{row.pk}.ics"'
    return found
