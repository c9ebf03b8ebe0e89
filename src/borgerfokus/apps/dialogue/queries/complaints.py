"""Reads of complaints: one's own, and those that somebody is to answer."""

from django.db.models import Q, QuerySet

from borgerfokus.apps.dialogue.models import Complaint, ComplaintKind
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor


def own_complaints(*, by: Actor) -> QuerySet[Complaint]:
    """What the citizen has complained of, the newest first."""
    rows = Complaint.objects.filter(person_id=by.id) if by.is_citizen else Complaint.objects.none()
    return rows.select_related("case__type_version").order_by("-made_at", "-id")


def complaints_for(by: Actor) -> QuerySet[Complaint]:
    """What the actor is to answer: of the units it leads, and about the platform; the unanswered first, by date."""
    mine = Q(pk__in=())
    if by.led and by.can(Verb.TEAM_SEE):
        mine |= Q(unit_id__in=by.led)
    if by.can(Verb.CONFIGURATION_CHECK):
        mine |= Q(kind=ComplaintKind.ACCESSIBILITY)
    rows = Complaint.objects.filter(mine) if by.is_employee else Complaint.objects.none()
    return rows.select_related("unit").order_by("-answered_at", "due", "id")
