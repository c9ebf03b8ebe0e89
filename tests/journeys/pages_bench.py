"""Samples of the pages that compare teams and municipalities, and exchange figures."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.foundation.access.actor import Actor
from tests.journeys.small_demo import BIRGITTE, People, Sample

NOT_PAGES = {"management:benchmark-file": "sends a file"}


def samples(there: People) -> Iterator[Sample]:
    """Each page, compared with all and with those like us; call it where everything is seen."""
    birgitte = there.employee(BIRGITTE)
    for name in ("benchmark", "benchmark-teams", "benchmark-alike", "benchmark-hub", "benchmark-own"):
        yield _of(f"management:{name}", birgitte)
    yield _of("management:benchmark-one", birgitte, "decision_time")
    address = reverse("management:benchmark-one", args=["digital"])
    yield Sample("management:benchmark-one", f"{address}?gruppe=10", birgitte)


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
