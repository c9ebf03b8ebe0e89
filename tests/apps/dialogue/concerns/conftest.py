"""The unit on duty for each test."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.apps.dialogue.concerns.scene import Duty, duty_of
from tests.factories.world import World


@pytest.fixture
def duty(world: World, settings: LazySettings, tmp_path: Path) -> Duty:
    settings.FILES_ROOT = tmp_path / "files"
    return duty_of(world)
