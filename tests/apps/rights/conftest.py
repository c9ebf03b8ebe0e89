"""The scene of the tests of rights: the case of the decision tests, with a journal that holds something back."""

import pytest
from tests.apps.decisions.scene import make
from tests.apps.rights.scene import Rights
from tests.factories.world import World


@pytest.fixture
def scene(world: World) -> Rights:
    """A case with an open note, a withheld note, and a document."""
    return Rights(make(world)).written()
