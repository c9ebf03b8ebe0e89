"""A caseworker with opening hours, a colleague of another service, and a citizen with a case in each unit."""

import pytest
from tests.apps.coordination.household import Household, household_with_hours
from tests.factories.world import World


@pytest.fixture
def home(world: World) -> Household:
    """The household of coordination, with reasons to meet and hours in which one can be met."""
    return household_with_hours(world)
