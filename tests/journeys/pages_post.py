"""Samples of the pages of the post: ways that a citizen chooses, letters to many, the operators' queues."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.interventions.models import OrderQuestion
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.outbox.models import LetterBatch, Message
from borgerfokus.foundation.people.models import Person
from tests.journeys.small_demo import ALLAN, HENNY, SANNE, People, Sample

FILE, POSTED = "sends a file", "takes a form only"
NOT_PAGES = {
    "citizen:confirm_way": POSTED,
    "citizen:stop_way": POSTED,
    "staff:mailing-pdf": FILE,
    "staff:print-run": POSTED,
    "staff:print-run-zip": FILE,
}


def samples(there: People) -> Iterator[Sample]:
    """Each page, and those that look different in different states. Inside `looking`."""
    for given, family in (("Rosa", "Winther"), ("Lene", "Overgaard"), ("Preben", "Houe")):
        me = there.citizen(Person.objects.get(given_name=given, family_name=family).pk)
        yield _of("citizen:ways", me)
    sanne, henny, allan = (there.employee(name) for name in (SANNE, HENNY, ALLAN))
    yield _of("staff:mailings", sanne)
    for batch in LetterBatch.objects.order_by("pk"):
        yield _of("staff:mailing", henny, batch.pk)
    yield _of("staff:mailing", sanne, LetterBatch.objects.filter(state="waiting")[0].pk)
    yield _of("admin:post", allan)
    yield Sample("admin:post", reverse("admin:post", query={"kanal": "sms", "tilstand": "failed"}), allan)
    for name in ("users", "orders"):
        yield _of(f"partner:{name}", there.employee("Jonna Vesterdal"))
    yield _of("partner:users", allan)
    talked = OrderQuestion.objects.order_by("pk")[:1]
    for one in talked:
        yield _of("partner:order", there.employee("Freja Lykkegård"), one.order_id)
    for state in ("failed", "queued", "received"):
        for row in Message.objects.filter(state=state).order_by("queued_at")[:1]:
            yield _of("admin:post-message", allan, row.message_id)


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
