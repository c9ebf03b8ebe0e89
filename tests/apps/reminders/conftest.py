"""The household of booking: a caseworker with hours in which one can be met, and a citizen with a case."""

import pytest
from tests.apps.coordination.household import Household, household_with_hours
from tests.factories.world import World


@pytest.fixture
def home(world: World) -> Household:
    """Karen and Sara with cases, reasons to meet, and hours."""
    return household_with_hours(world)
