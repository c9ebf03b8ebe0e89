"""The household that the tests of coordination are about."""

import pytest
from tests.apps.coordination.household import Household, household
from tests.factories.world import World


@pytest.fixture
def home(world: World) -> Household:
    """A citizen with a case in each of two units."""
    return household(world)
