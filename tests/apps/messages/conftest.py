"""A case with its caseworker, colleagues, and a citizen who writes."""

import pytest
from tests.apps.messages.correspondence import Correspondence, correspondence
from tests.factories.world import World


@pytest.fixture
def there(world: World) -> Correspondence:
    """A citizen with a case that Karen has."""
    return correspondence(world)
