"""Samples of the citizen's page: consents, goals with own numbers, help beside somebody, complaints, rows in forms."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.assessment.models import Consent
from borgerfokus.apps.dialogue.models import Complaint, OwnSeries
from borgerfokus.foundation.people.models import OneTimeHelp, Representation
from tests.journeys.small_demo import ALLAN, BIRGITTE, People, Sample

FILE, POSTED = "sends a file", "takes a form only"
NOT_PAGES = {
    "citizen:beside_code": POSTED,
    "citizen:consent_answer": POSTED,
    "citizen:consent_withdraw": POSTED,
    "citizen:copy_json": FILE,
    "citizen:helping_begin": POSTED,
    "citizen:helping_end": POSTED,
    "citizen:power_post": POSTED,
    "citizen:representative_end": POSTED,
}


def samples(there: People) -> Iterator[Sample]:
    """Every page of the piece, full and empty. Inside `looking`."""
    counts = OwnSeries.objects.select_related("case").order_by("pk")[0]
    rosa = there.citizen(counts.case.citizen_id)
    asked = Consent.objects.select_related("case").order_by("-pk")[0]
    me = there.citizen(asked.case.citizen_id)
    with_code = OneTimeHelp.objects.filter(helper__isnull=True).order_by("pk")[0]
    mads = there.citizen(with_code.person_id)
    helper = Representation.objects.filter(person_id__in=_two_helped()).order_by("pk")[0].representative_id
    complains = Complaint.objects.filter(answered_at__isnull=True).order_by("pk")[0]
    for name in ("goals", "consents", "helping", "complain"):
        for reader in (rosa, me):
            yield Sample(f"citizen:{name}", reverse(f"citizen:{name}"), reader)
    yield Sample("citizen:helping", reverse("citizen:helping"), there.citizen(helper))
    yield Sample("citizen:powers", reverse("citizen:powers"), mads)
    yield Sample("citizen:overview", reverse("citizen:overview"), mads)
    yield Sample("citizen:complain", reverse("citizen:complain"), there.citizen(complains.person_id))
    yield Sample("citizen:request", reverse("citizen:request", args=["sel-112"]), mads)
    yield Sample("citizen:request", reverse("citizen:request", args=["sel-100"]), me)
    yield Sample("management:complaints", reverse("management:complaints"), there.employee(BIRGITTE))
    yield Sample("management:feedback", reverse("management:feedback"), there.employee(ALLAN))


def _two_helped() -> list[int]:
    """Those whom somebody with two powers acts for."""
    by_helper: dict[int, list[int]] = {}
    for person, helper in Representation.objects.values_list("person_id", "representative_id"):
        by_helper.setdefault(helper, []).append(person)
    return next(found for found in by_helper.values() if len(found) > 1)
