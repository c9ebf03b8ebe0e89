"""Samples of the pages of programs and integrations."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.foundation.login.models import Client
from tests.journeys.small_demo import ALLAN, People, Sample


def samples(there: People) -> Iterator[Sample]:
    """The registry, an integration that runs and one that fails, and a program. Inside `looking`."""
    allan = there.employee(ALLAN)
    for name in ("integrations", "integration-new"):
        yield Sample(f"admin:{name}", reverse(f"admin:{name}"), allan)
    for key in ("journalsystemet", "rehabiliteringsportalen"):
        yield Sample("admin:integration", reverse("admin:integration", args=[key]), allan)
    program = Client.objects.filter(name="Journalsystemet")[0]
    yield Sample("admin:client", reverse("admin:client", args=[program.client_id]), allan)
