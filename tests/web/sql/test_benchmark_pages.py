"""The pages of benchmark: how many municipalities there are changes no number of statements."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from tests.apps.insight.exchange import CODE, NAME, SYSTEM, Neighbour, release
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql
from tests.web.sql.test_pages_of_other_parts import client_of

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as

_CSV = "OMR;TID;INDHOLD\n9990;2025;14000\n9991;2025;22000\n9992;2025;9000\n9993;2025;70000\n"


@pytest.fixture
def leader(world: World, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """Three municipalities have released, and one key figure is known of them and us."""
    monkeypatch.setattr(settings, "INSIGHT_ROOT", tmp_path)
    for place in range(3):
        neighbour = Neighbour(now)
        neighbour.secret = neighbour.secret_of(place)
        code = str(int(CODE) + place)
        neighbour.introduce(code=code, name=f"{NAME} {place}")
        neighbour.send(neighbour.file(release(municipality=code)))
    with acting_as(SYSTEM, purpose=Purpose.LEADERSHIP, at=now):
        insight.read_key_figures(
            key="population", title="Befolkning", file_name="a.csv", content=_CSV.encode(), synthetic=False,
            by=SYSTEM, at=now,
        )  # fmt: skip
    return world.employee("Bente", role=Role.TEAM_LEADER, leads=True)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("management-benchmark", "/ledelse/benchmark/"),
        ("management-benchmark-one", "/ledelse/benchmark/tal/digital/"),
        ("management-benchmark-alike", "/ledelse/benchmark/lignende/"),
        ("management-benchmark-teams", "/ledelse/benchmark/hold/"),
        ("management-benchmark-hub", "/ledelse/benchmark/udveksling/"),
        ("management-benchmark-own", "/ledelse/benchmark/udgivelser/"),
    ],
)
def test_a_page_of_benchmark(leader: Actor, now: datetime, name: str, address: str) -> None:
    assert_sql(client_of(leader, now), address, name=name, most=14)
