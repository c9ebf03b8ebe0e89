"""Samples of the pages of flow, over the municipality's own cases and over a log from outside."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.cli.demo.oldlog import NAME
from tests.journeys.small_demo import BIRGITTE, HENNY, People, Sample

_PAGES = ("flow", "flow-compare", "flow-stream", "flow-rules", "flow-whatif")
_OLD = {"log": NAME, "som": "sel-85"}


def samples(there: People) -> Iterator[Sample]:
    """Each page for a leader and for whoever sees no cases, and one rule with the cases that break it."""
    birgitte, henny = there.employee(BIRGITTE), there.employee(HENNY)
    for page in _PAGES:
        yield Sample(f"management:{page}", reverse(f"management:{page}"), birgitte)
        yield Sample(f"management:{page}", reverse(f"management:{page}", query=_OLD), henny)
    yield Sample("management:flow-rule", reverse("management:flow-rule", args=["date-kept"]), birgitte)
