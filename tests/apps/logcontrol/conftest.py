"""The scene of log control."""

import pytest
from tests.apps.logcontrol.scene import Scene, make
from tests.factories.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)
