"""The scene of the decision tests."""

import pytest
from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    """A case that is ready to be decided."""
    return make(world)
