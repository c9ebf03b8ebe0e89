"""Reads of meetings. What belongs to a case that the reader does not see is not among it."""

from datetime import datetime

from django.db.models import Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.models import AgendaItem, Invitee, Meeting, MeetingCase, MeetingDecision
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Meeting]:
    """The meetings about a case that the actor sees, and those it is invited to."""
    rows = Meeting.objects.select_related("called_by")
    if actor.everything:
        return rows
    cases = casework.visible_to(actor, at=at)
    about = MeetingCase.objects.filter(case__in=cases).values("meeting_id")
    asked = Q(person_id__in=actor.persons)
    if actor.is_employee:
        asked = Q(employee_id=actor.id) | Q(unit_id__in=actor.units)
    invited = Invitee.objects.filter(asked).values("meeting_id")
    return rows.filter(Q(case__in=cases) | Q(pk__in=about) | Q(pk__in=invited))


def meetings_of(*, citizen_id: int, by: Actor, at: datetime) -> list[Meeting]:
    """The meetings about a citizen that the actor may see, the newest first."""
    return list(visible_to(by, at=at).filter(citizen_id=citizen_id).order_by("-starts", "-id"))


def meeting(*, meeting_id: int, by: Actor, at: datetime) -> Meeting:
    """A meeting. Raises Hidden."""
    found = visible_to(by, at=at).filter(pk=meeting_id).first()
    if found is None:
        raise Hidden(f"meeting {meeting_id}")
    return found


def cases_of(*, meeting_id: int, by: Actor, at: datetime) -> list[MeetingCase]:
    """The cases that a meeting concerns, as far as the actor sees them."""
    rows = MeetingCase.objects.filter(meeting_id=meeting_id, case__in=casework.visible_to(by, at=at))
    return list(rows.select_related("case__type_version", "case__unit").order_by("id"))


def agenda_of(*, meeting_id: int, by: Actor, at: datetime) -> list[AgendaItem]:
    """The agenda, as far as the actor sees it."""
    mine = Q(case__isnull=True) | Q(case__in=casework.visible_to(by, at=at))
    return list(AgendaItem.objects.filter(mine, meeting_id=meeting_id).select_related("case").order_by("position"))


def invitees_of(*, meeting_id: int) -> list[Invitee]:
    """Who is invited to a meeting that the actor may see."""
    return list(Invitee.objects.filter(meeting_id=meeting_id).select_related("employee", "unit").order_by("id"))


def decisions_of(*, meeting_id: int, by: Actor, at: datetime) -> list[MeetingDecision]:
    """What was decided, as far as the actor sees the cases."""
    rows = MeetingDecision.objects.filter(meeting_id=meeting_id, case__in=casework.visible_to(by, at=at))
    return list(rows.select_related("task__employee", "task__unit", "case").order_by("id"))
