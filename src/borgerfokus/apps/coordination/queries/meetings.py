"""Reads of meetings. What belongs to a case that the reader does not see, the database holds back."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from borgerfokus.apps.coordination.models import AgendaItem, Invitee, Meeting, MeetingCase, MeetingDecision
from borgerfokus.apps.coordination.models.meetings import MeetingState
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

SOON = timedelta(days=14)


def meetings_of(*, citizen_id: int) -> list[Meeting]:
    """The meetings about a citizen that the actor may see, the newest first."""
    return list(_rows().filter(citizen_id=citizen_id).order_by("-starts", "-id"))


def meeting(*, meeting_id: int) -> Meeting:
    """A meeting. Raises Hidden."""
    found = _rows().filter(pk=meeting_id).first()
    if found is None:
        raise Hidden(f"meeting {meeting_id}")
    return found


def coming(*, by: Actor, at: datetime) -> list[Meeting]:
    """The meetings of the next two weeks that the employee is called to or calls, the nearest first."""
    rows = _rows().filter(state=MeetingState.CALLED, starts__gte=at, starts__lt=at + SOON)
    mine = set(Invitee.objects.filter(employee_id=by.id, meeting__in=rows).values_list("meeting_id", flat=True))
    return [one for one in rows.order_by("starts", "id") if one.called_by_id == by.id or one.pk in mine]


def cases_of(*, meeting_id: int) -> list[MeetingCase]:
    """The cases that a meeting concerns, as far as the actor sees them."""
    rows = MeetingCase.objects.filter(meeting_id=meeting_id)
    return list(rows.select_related("case__type_version", "case__unit").order_by("id"))


def agenda_of(*, meeting_id: int) -> list[AgendaItem]:
    """The agenda, as far as the actor sees it."""
    return list(AgendaItem.objects.filter(meeting_id=meeting_id).select_related("case").order_by("position"))


def invitees_of(*, meeting_id: int) -> list[Invitee]:
    """Who is invited."""
    return list(Invitee.objects.filter(meeting_id=meeting_id).select_related("employee", "unit").order_by("id"))


def decisions_of(*, meeting_id: int) -> list[MeetingDecision]:
    """What was decided, as far as the actor sees the cases."""
    rows = MeetingDecision.objects.filter(meeting_id=meeting_id)
    return list(rows.select_related("task__employee", "task__unit", "case").order_by("id"))


def _rows() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("called_by", "case")
