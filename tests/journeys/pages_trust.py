"""Samples of the pages of log control, of the review of rights, and of one's own sessions."""

from collections.abc import Iterator

from django.urls import reverse

from borgerfokus.apps.logcontrol.models import ControlItem, ControlRound
from borgerfokus.foundation.access.actor import Actor
from tests.journeys.small_demo import BIRGITTE, KAREN, MALENE, People, Sample

ANJA, OSKAR = "Anja Rosendahl", "Oskar Brink"
FILE = "sends a file"
NOT_PAGES = {"management:control-report": FILE, "management:control-csv": FILE}


def samples(there: People, citizen: Actor) -> Iterator[Sample]:
    """Each page, and a look-up in each state; call it where everything is seen."""
    birgitte, malene, karen, oskar = (there.employee(name) for name in (BIRGITTE, MALENE, KAREN, OSKAR))
    for by in (birgitte, malene):
        yield _of("management:control", by)
        yield _of("management:rights-review", by)
    for row in ControlRound.objects.order_by("id"):
        yield _of("management:control-round", malene, row.pk)
    for state in ("open", "asked", "closed", "escalated"):
        item = ControlItem.objects.filter(state=state, reviewer_id=birgitte.id).order_by("id")[0]
        yield _of("management:control-item", birgitte, item.pk)
    yield _of("management:control-item", malene, item.pk)
    yield _of("admin:rights-ending", there.employee(ANJA))
    for by in (oskar, karen):
        yield _of("staff:own-lookups", by)
    yield _of("staff:devices", karen)
    yield _of("citizen:devices", citizen)
    yield _of("login:again", citizen)


def _of(name: str, by: Actor, *arguments: object) -> Sample:
    return Sample(name, reverse(name, args=arguments), by)
