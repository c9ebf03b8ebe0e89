"""The lists of log control, of rights and of sessions, each with several rows: a query for each is noticed."""

from datetime import datetime

import pytest
from tests.apps.logcontrol.scene import Scene, done, make
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql
from tests.web.sql.test_pages_of_other_parts import client_of

from borgerfokus.apps.logcontrol import jobs
from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.models import KnownPerson, RightsItem
from borgerfokus.foundation.access.actor import Actor


@pytest.fixture
def scene(world: World) -> Scene:
    """A drawn round with two questions, rights under review, two of them to be ended, and two known citizens."""
    made = make(world)
    row = made.drawn()
    jobs.review_rights(at=made.at)
    of_each = {one.person_id: one for one in made.items(row) if one.employee_id == made.karen.id}
    items = list(of_each.values())[:2]
    assert len(items) == 2, "a statement for one citizen is written otherwise"
    with made.as_(made.bente):
        for one in items:
            done(logcontrol.ask(item_id=one.pk, question="Hvorfor?", by=made.bente, at=made.at))
    with made.everything():
        for given in ("anna", "bo"):
            KnownPerson.objects.create(
                person_id=made.citizens[given], why="Kendt", added_at=made.at, added_by="system:0"
            )
        for key in (made.karen, made.rasmus):
            RightsItem.objects.filter(employee_id=key.id).update(
                state="asked", note="Flyttet.", decided_at=made.at, decided_by=made.bente.subject
            )
    return made


@pytest.mark.parametrize(
    ("name", "address", "who", "most"),
    [
        ("management-control", "/ledelse/logkontrol/", "dorte", 16),
        ("management-rights-review", "/ledelse/adgange/", "dorte", 12),
        ("admin-rights-ending", "/styring/adgange/", "heidi", 10),
        ("staff-own-lookups", "/sag/mine-opslag/", "karen", 12),
        ("staff-devices", "/sag/enheder/", "karen", 12),
    ],
)
def test_a_list_of_trust(scene: Scene, name: str, address: str, who: str, most: int) -> None:
    actor: Actor = getattr(scene, who)
    assert_sql(client_of(actor, scene.at), address, name=name, most=most)


def test_the_citizens_sessions(world: World, now: datetime) -> None:
    assert_sql(client_of(world.citizen(), now), "/min/enheder/", name="citizen-devices", most=12)
