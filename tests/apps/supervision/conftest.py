"""The scene of supervision."""

import pytest
from tests.apps.supervision.scene import Scene, make
from tests.factories.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)
