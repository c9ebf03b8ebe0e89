"""A meeting for a calendar. What it is about stays on the page: calendars are seen by others."""

from django.conf import settings

from borgerfokus.apps.coordination.models import Meeting
from borgerfokus.core.calendars.writing import Entry, calendar_file


def calendar_of(*, meeting: Meeting, title: str, link: str = "") -> str:
    """The meeting as an iCalendar text. Neither a name nor the agenda stands in it."""
    return calendar_file(
        Entry(
            uid=f"meeting-{meeting.pk}@borgerfokus",
            stamp=meeting.called_at,
            starts=meeting.starts,
            ends=meeting.ends,
            summary=f"{title}, {settings.MUNICIPALITY}",
            location=meeting.place,
            url=meeting.video_link or link,
            description=link,
            sequence=meeting.sequence,
            cancelled=meeting.state == "cancelled",
        )
    )
