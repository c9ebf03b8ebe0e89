"""The web and the watch killed with SIGKILL, on a database of their own: nothing that was answered is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import database

KILLS = 60


@pytest.mark.slow
def test_notifications_survive_kills(tmp_path: Path):
    with database.clone("concerns") as name:
        done = subprocess.run(
            [sys.executable, "-m", "tests.apps.dialogue.concerns.killing", str(tmp_path), str(KILLS)],
            check=False,
            capture_output=True,
            text=True,
            timeout=240,
            cwd=database.ROOT,
            env={
                **os.environ,
                "PYTHONPATH": f"{database.ROOT / 'src'}{os.pathsep}{database.ROOT}",
                "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
                "BORGERFOKUS_DATABASE_URL": database.address(name, owner=False),
                "BORGERFOKUS_HOME": str(tmp_path),
            },
        )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["answered"] > 0
    assert told["lost"] == 0
    assert told["kept"] == told["shown"] == told["alarms"]
    assert told["without_a_clock"] == 0
    assert told["twice"] == 0
