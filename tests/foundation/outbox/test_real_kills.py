"""Workers killed with SIGKILL, on a database of their own, through every channel on a bad day (bar D3).

The bar's own size: `BORGERFOKUS_D3=10000,400 python -m pytest tests/foundation/outbox/test_real_kills.py`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import database

LETTERS, KILLS = (int(number) for number in os.environ.get("BORGERFOKUS_D3", "100,40").split(","))
TOLD_OF = 2 * (LETTERS // 5)
"""Notices: each fifth letter is told of by e-mail and by text message."""


@pytest.mark.slow
def test_letters_survive_kills(tmp_path: Path):
    with database.clone("kills") as name:
        done = subprocess.run(
            [sys.executable, "-m", "tests.foundation.outbox.killing", str(LETTERS), str(KILLS)],
            check=False,
            capture_output=True,
            text=True,
            timeout=240 + LETTERS,
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
    assert told["letters"] == told["taken"] == LETTERS + TOLD_OF
    assert told["foreign"] == 0
    assert told["told"] == told["told_once"] == LETTERS + TOLD_OF
    assert told["offered_again"] > 0
    assert set(told["states"]) <= {"received", "read", "failed"}
