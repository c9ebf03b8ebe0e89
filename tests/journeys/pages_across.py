"""Samples of the pages across departments: of one citizen, of meetings, of handovers, and of those on the way to 18."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.casework.models import Handover
from borgerfokus.apps.coordination.models import Coordinator, Meeting, Transition
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people.models import Person
from borgerfokus.web.staff.found import token_for
from tests.journeys.small_demo import BIRGITTE, KAREN, People, Sample

JETTE, SARA, OSKAR, HENNY = "Jette Frost", "Sara Ankerstjerne", "Oskar Brink", "Henny Refsgård"


def samples(there: People) -> Iterator[Sample]:
    """Each page, and more than one of those that look different in different cases."""
    karen, birgitte, jette, sara = (there.employee(name) for name in (KAREN, BIRGITTE, JETTE, SARA))
    yield _of("management:changing", birgitte)
    yield _of("management:changing", there.employee(HENNY))
    yield _of("staff:board", jette)
    yield Sample("staff:board", reverse("staff:board", query={"stand": "gap", "mdr": "6"}), jette)
    yield Sample("staff:board", reverse("staff:board", query={"stand": "ready", "ejer": "mangler"}), jette)
    for row in Transition.objects.filter(child_unit__key="boern-forebyggelse").order_by("id"):
        yield _of("staff:young", jette, token_for(row.citizen_id))
    yield _of("staff:young", karen, token_for(_called("Emil", "Raunkjær")))
    anna = Coordinator.objects.order_by("id")[0].citizen_id
    for by in (karen, sara):
        yield _of("staff:citizen", by, token_for(anna))
        yield _of("staff:meeting-new", by, token_for(anna))
        for meeting in Meeting.objects.filter(citizen_id=anna):
            yield _of("staff:meeting", by, meeting.pk)
    offered = Handover.objects.filter(answer="").select_related("case").order_by("id")[0]
    yield _of("staff:handover", sara, offered.case.number)
    yield _of("staff:handover", there.employee(OSKAR), offered.case.number)
    yield from _citizens(there, anna)


def _citizens(there: People, anna: int) -> Iterator[Sample]:
    me = there.citizen(anna)
    yield _of("citizen:overview", me)
    yield _of("citizen:together", me)
    for meeting in Meeting.objects.filter(citizen_id=anna):
        yield _of("citizen:meeting", me, meeting.pk)
    emil = _called("Emil", "Raunkjær")
    for young in (emil, _called("Alba", "Skovsgaard"), _called("Selma", "Dyring")):
        yield _of("citizen:young", there.citizen(young))
    yield _of("citizen:overview", there.citizen(emil))
    mother = there.citizen(_called("Maja", "Raunkjær"))
    yield Sample("citizen:young", reverse("citizen:young", query={"for": emil}), mother)
    yield _of("citizen:together", mother)


def _called(given: str, family: str) -> int:
    return Person.objects.get(given_name=given, family_name=family).pk


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
