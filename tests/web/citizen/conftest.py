"""The citizen's pages in tests: a fixed clock, Mads' case, and browsers."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from tests.factories.world import World
from tests.web.citizen.scene import Scene, make

from borgerfokus.cli import translations

translations.compile_if_stale()


@pytest.fixture(autouse=True)
def _clock(now: datetime) -> Iterator[None]:
    """The middleware reads the test's clock."""
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def scene(world: World) -> Scene:
    """Mads' case, being informed."""
    return make(world)


@pytest.fixture
def mads(scene: Scene) -> Client:
    """Mads' browser."""
    return scene.client(scene.mads)
