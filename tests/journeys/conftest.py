"""A browser and a house for each module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from borgerfokus.cli import translations
from tests.journeys.browsing import PATIENCE
from tests.journeys.server import House, open_house
from tests.web.design.browser import chromium

translations.compile_if_stale()


@pytest.fixture(scope="module")
def house(django_db_blocker: DjangoDbBlocker) -> Iterator[House]:
    """An empty municipality."""
    with open_house(django_db_blocker, name="journey") as opened:
        yield opened


@pytest.fixture(scope="module")
def browser(house: House) -> Iterator[Browser]:
    """Chromium; without one the walks are skipped. Closed before the house, which waits for its guests to leave."""
    with chromium() as running:
        if running is None:
            pytest.skip("no Chromium on this machine")
        expect.set_options(timeout=PATIENCE)
        yield running
