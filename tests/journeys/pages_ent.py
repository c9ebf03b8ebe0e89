"""Samples of reminders to staff by e-mail."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.reminders import service as reminders
from tests.journeys.small_demo import BIRGITTE, KAREN, People, Sample


def samples(there: People) -> Iterator[Sample]:
    """The page for choosing them, chosen daily and weekly; and the end by a link."""
    for name in (KAREN, BIRGITTE):
        yield Sample("staff:reminders", reverse("staff:reminders"), there.employee(name))
    yield Sample("public:reminders-stop", reverse("public:reminders-stop", args=[1, reminders.token_of(1)]), None)
