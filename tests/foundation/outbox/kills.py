"""Letters through every channel on a bad day, by workers that are killed (bar D3). Prints what became of them.

python -m tests.foundation.outbox.kills LETTERS KILLS
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any

from tests import database

ENDED = frozenset({"received", "read", "failed"})
"""How a letter can end. What has failed is on somebody's desk."""


@dataclass(frozen=True)
class Outcome:
    """What a bad day came to."""

    letters: int
    notices: int
    kills: int
    lost: int
    foreign: int
    sent_twice: int
    told_twice: int
    offered_again: int
    states: dict[str, int]
    seconds: float

    @property
    def held(self) -> bool:
        """Every letter was taken once, has ended, and its end was told once; and the channels were as bad as meant."""
        bad = (self.lost, self.foreign, self.sent_twice, self.told_twice)
        return not any(bad) and set(self.states) <= ENDED and self.offered_again > 0


def of(told: dict[str, Any], *, letters: int, kills: int, seconds: float) -> Outcome:
    """What the program of the workers counted, held against what was handed in. Each fifth letter is told of twice."""
    notices = 2 * (letters // 5)
    sent = letters + notices
    return Outcome(
        letters=letters,
        notices=notices,
        kills=kills,
        lost=max(sent - told["letters"], sent - told["taken"], sent - told["told"]),
        foreign=told["foreign"],
        sent_twice=max(0, told["taken"] - sent),
        told_twice=told["told"] - told["told_once"],
        offered_again=told["offered_again"],
        states=told["states"],
        seconds=round(seconds, 1),
    )


def run(*, letters: int, kills: int, home: str) -> Outcome:
    """Queue, kill and count in a fresh copy of the migrated template."""
    began = monotonic()
    with database.clone("kills") as name:
        done = subprocess.run(
            [sys.executable, "-m", "tests.foundation.outbox.killing", str(letters), str(kills)],
            check=False,
            capture_output=True,
            text=True,
            timeout=240 + letters + kills,
            cwd=database.ROOT,
            env={
                **os.environ,
                "PYTHONPATH": f"{database.ROOT / 'src'}{os.pathsep}{database.ROOT}",
                "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
                "BORGERFOKUS_DATABASE_URL": database.address(name, owner=False),
                "BORGERFOKUS_HOME": home,
            },
        )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    told = json.loads(done.stdout.splitlines()[-1])
    return of(told, letters=letters, kills=kills, seconds=monotonic() - began)


def main() -> int:
    """Run once at the size that is asked for; 1 where a letter is lost or sent twice."""
    import tests.early  # noqa: F401 (addresses of the test cluster)

    with tempfile.TemporaryDirectory(prefix="borgerfokus-kills-") as home:
        outcome = run(letters=int(sys.argv[1]), kills=int(sys.argv[2]), home=home)
    print(json.dumps(asdict(outcome)))
    return 0 if outcome.held else 1


if __name__ == "__main__":
    sys.exit(main())
