"""Samples of the pages of the citizen's rights; what the demo has none of is laid beside it here."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.urls import reverse

from borgerfokus.apps.journal.models import Entry
from borgerfokus.apps.rights.models import AccessItem, AccessRequest, DataRequest, Erasure
from tests.journeys.small_demo import KAREN, MALENE, People, Sample

FILE, POSTED = "sends a file", "takes a form only"
NOT_PAGES = {
    "citizen:access_complain": POSTED,
    "citizen:access_pdf": FILE,
    "citizen:access_withdraw": POSTED,
    "citizen:copy_file": FILE,
    "staff:access-preview": FILE,
}


def samples(there: People) -> Iterator[Sample]:
    """Every page of piece E, open and answered. Inside `looking`."""
    karen, malene = there.employee(KAREN), there.employee(MALENE)
    running = AccessRequest.objects.filter(state="open").select_related("case").order_by("pk")[0]
    answered = AccessRequest.objects.filter(state="answered").select_related("case").order_by("pk")[0]
    wrong = DataRequest.objects.filter(kind="correction").select_related("case").order_by("pk")[0]
    me = there.citizen(running.person_id or 0)
    for name in ("access", "copy", "correct", "erase"):
        yield Sample(f"citizen:{name}", reverse(f"citizen:{name}"), me)
    pointed = reverse("citizen:correct", query={"sag": wrong.case.number, "post": wrong.target})
    yield Sample("citizen:correct", pointed, there.citizen(wrong.person_id))
    for row in (running, answered):
        address = reverse("citizen:access_status", args=[row.pk])
        yield Sample("citizen:access_status", address, there.citizen(row.person_id or 0))
    yield Sample("staff:access", reverse("staff:access"), karen)
    for number in (running.case.number, wrong.case.number):
        yield Sample("staff:rights", reverse("staff:rights", args=[number]), karen)
    item = _item(running)
    yield Sample("staff:access-request", reverse("staff:access-request", args=[running.case.number, running.pk]), karen)
    address = reverse("staff:access-item", args=[running.case.number, running.pk, item.pk])
    yield Sample("staff:access-item", address, karen)
    yield Sample("management:rights", reverse("management:rights"), malene)
    yield Sample("management:erasure", reverse("management:erasure"), malene)
    yield Sample("management:certificate", reverse("management:certificate", args=[_certificate().pk]), malene)


def _item(row: AccessRequest) -> AccessItem:
    entry = Entry.objects.filter(case_id=row.case_id, kind="note").order_by("-pk")[0]
    found, _made = AccessItem.objects.get_or_create(
        request=row,
        source=f"entry:{entry.pk}",
        defaults={"case_id": row.case_id, "place": 1, "treatment": "released"},
    )
    return found


def _certificate() -> Erasure:
    found = Erasure.objects.first()
    return found or Erasure.objects.create(
        case_id=999_999,
        case_number="2019-000001",
        unit_id=1,
        type_title="Hjælpemiddel",
        erased_at=datetime(2026, 1, 5, 6, 0, tzinfo=UTC),
        because="retention",
        first_by="employee:1",
        first_name="Malene Hvidbjerg",
        second_by="employee:2",
        second_name="Henny Refsgård",
        counts={"journal_entry": 12, "files_storedfile": 3},
        files=3,
        through=40,
        link=bytes(32),
    )
