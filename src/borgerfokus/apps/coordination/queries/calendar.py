"""A meeting for a calendar. What it is about stays on the page: calendars are seen by others."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from borgerfokus.apps.coordination.models import Meeting
from borgerfokus.core.calendars.writing import Entry, Guest, calendar_file, invitation

_BACK, _AHEAD = timedelta(days=30), timedelta(days=365)


def calendar_of(*, meeting: Meeting, title: str, link: str = "") -> str:
    """The meeting as an iCalendar text. Neither a name nor the agenda stands in it."""
    return calendar_file(_entry(meeting, title, link))


def invitation_of(*, meeting: Meeting, title: str, guest: Guest) -> str:
    """The meeting as an invitation to somebody from outside, or as its cancellation. It names the guest alone."""
    sender = Guest(name=settings.MUNICIPALITY, email=settings.DEFAULT_FROM_EMAIL)
    return invitation(_entry(meeting, title, "", organizer=sender, attendees=(guest,)))


def in_feed(*, token_hash: str, summary: str, at: datetime) -> tuple[Entry, ...]:
    """The meetings behind the secret address of a calendar, all called `summary`: one's own, and those invited to.

    The database itself gives no more than times, state and number.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_meeting_feed(%s, %s, %s)", [token_hash, at - _BACK, at + _AHEAD])
        rows = cursor.fetchall()
    return tuple(
        Entry(
            uid=_uid(meeting),
            stamp=called,
            starts=starts,
            ends=ends,
            summary=summary,
            sequence=sequence,
            cancelled=state == "cancelled",
        )
        for meeting, starts, ends, sequence, state, called in rows
    )


def _uid(meeting: int) -> str:
    return f"meeting-{meeting}@borgerfokus"


def _entry(
    meeting: Meeting, title: str, link: str, *, organizer: Guest | None = None, attendees: tuple[Guest, ...] = ()
) -> Entry:
    return Entry(
        uid=_uid(meeting.pk),
        stamp=meeting.called_at,
        starts=meeting.starts,
        ends=meeting.ends,
        summary=f"{title}, {settings.MUNICIPALITY}",
        location=meeting.place,
        url=meeting.video_link or link,
        description=link,
        sequence=meeting.sequence,
        cancelled=meeting.state == "cancelled",
        organizer=organizer,
        attendees=attendees,
    )
