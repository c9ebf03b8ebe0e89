"""Samples of the pages of appointments: calendars, booking in a case, groups, the citizen's own, and what is kept."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.booking.models import Appointment, GroupTime
from borgerfokus.apps.interventions.models import Order
from borgerfokus.foundation.access.actor import Actor
from tests.journeys.small_demo import ALLAN, KAREN, People, Sample

SARA = "Sara Ankerstjerne"
FREJA = "Freja Lykkegård"


def samples(there: People) -> Iterator[Sample]:
    """Each page, and more than one of those that look different in different states."""
    karen, sara, allan = (there.employee(name) for name in (KAREN, SARA, ALLAN))
    yield _of("staff:calendar", karen)
    yield Sample("staff:calendar", reverse("staff:calendar", query={"hvem": sara.id}), karen)
    yield _of("staff:calendar-own", karen)
    yield _of("staff:group-new", karen)
    group = GroupTime.objects.order_by("id")[0]
    yield _of("staff:group", karen, group.pk)
    rows = list(Appointment.objects.select_related("case", "reason").order_by("id"))
    partners = [row for row in rows if row.booked_by == there.employee(FREJA).subject]
    rows = [row for row in rows if row not in partners]
    for row in partners:
        yield _of("partner:appointments", there.employee(FREJA))
        yield _of("partner:appointment", there.employee(FREJA), row.pk)
        order = Order.objects.filter(case_id=row.case_id, state="started").earliest("pk")
        yield _of("partner:appointment-new", there.employee(FREJA), order.pk, row.reason.key)
    for row in rows:
        yield _of("staff:appointment", sara if row.language else karen, row.pk)
    expected = next(row for row in rows if row.language)
    yield _of("staff:appointment", karen, expected.pk)
    number = rows[0].case.number
    yield _of("staff:appointments", karen, number)
    asked = {"emne": "opfoelgning", "sted": "office", "med": karen.id}
    yield Sample("staff:appointments", reverse("staff:appointments", args=[number], query=asked), karen)
    me = there.citizen(rows[0].case.citizen_id)
    yield _of("citizen:appointments", me)
    yield _of("citizen:appointments", there.citizen(expected.case.citizen_id))
    yield _of("citizen:appointment_new", me, number, "opfoelgning")
    for row in rows:
        if row.case_id == rows[0].case_id:
            yield _of("citizen:appointment", me, row.pk)
    yield _of("admin:reasons", allan)
    yield _of("admin:reason-new", allan)
    yield _of("admin:reason", allan, "opfoelgning")


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
