"""A cluster of a checkout that is not there, so that the tests share nothing with their own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerfokus.cli import hosting
from borgerfokus.cli.cluster import Cluster


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    checkout = tmp_path_factory.mktemp("checkout")
    made = Cluster.for_checkout(checkout, durable=False)
    made.start()
    yield made
    made.remove()
    if os.geteuid() == 0:
        shutil.rmtree(hosting.SYSTEM_HOME / hosting.fingerprint(checkout))


@pytest.fixture
def root() -> Path:
    return Path(__file__).resolve().parents[2]
