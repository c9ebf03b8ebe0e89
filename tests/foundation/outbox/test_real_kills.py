"""Workers killed with SIGKILL, on a database of their own, through every channel on a bad day (bar D3).

The bar's own size: `python -m tests.foundation.outbox.kills 10000 1000`.
"""

from pathlib import Path

import pytest
from tests.foundation.outbox import kills


@pytest.mark.slow
def test_letters_survive_kills(tmp_path: Path) -> None:
    outcome = kills.run(letters=100, kills=40, home=str(tmp_path))
    assert outcome.held, outcome


GOOD = {"letters": 140, "taken": 140, "foreign": 0, "told": 140, "told_once": 140, "offered_again": 9}
STATES = {"received": 139, "failed": 1}


def test_a_day_without_harm_is_held() -> None:
    assert kills.of({**GOOD, "states": STATES}, letters=100, kills=40, seconds=1).held


@pytest.mark.parametrize(
    "harm",
    [
        {"letters": 139},
        {"taken": 139},
        {"taken": 141, "foreign": 1},
        {"told": 139, "told_once": 139},
        {"told_once": 138},
        {"states": {"received": 139, "queued": 1}},
        {"offered_again": 0},
    ],
    ids=",".join,
)
def test_each_harm_is_seen(harm: dict[str, object]) -> None:
    """The sabotage: a letter that is lost, sent under a second id, not told of, told of twice, or left lying."""
    outcome = kills.of({**GOOD, "states": STATES, **harm}, letters=100, kills=40, seconds=1)
    assert not outcome.held
