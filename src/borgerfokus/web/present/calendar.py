"""A meeting as a file for a calendar. What it is about stays on the page: calendars are seen by others."""

from django.http import HttpResponse

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.service import Meeting


def answer(row: Meeting, *, title: str, link: str) -> HttpResponse:
    """The file to download. Neither a name nor the agenda stands in it."""
    text = coordination.calendar_of(meeting=row, title=title, link=link)
    found = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    found["Content-Disposition"] = f'attachment; filename="moede-{row.pk}.ics"'
    return found
