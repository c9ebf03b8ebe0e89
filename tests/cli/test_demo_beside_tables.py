"""start.py has the demo made while it makes the tables: told when they are there, ended when they do not come."""

import sys
import time
from pathlib import Path

import pytest

from borgerfokus.cli import launch
from borgerfokus.cli.trouble import Trouble

MAKER = """
import sys, pathlib
told = sys.stdin.readline()
pathlib.Path(sys.argv[1]).write_text(told or "nothing")
sys.exit(int(sys.argv[2]))
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


def maker(monkeypatch: pytest.MonkeyPatch, told: Path, *, code: int = 0) -> None:
    def words(*_arguments: str) -> list[str]:
        return [sys.executable, "-c", MAKER, str(told), str(code)]

    monkeypatch.setattr(launch, "_words", words)


def test_the_maker_is_told_when_the_tables_are_there(monkeypatch: pytest.MonkeyPatch, told: Path) -> None:
    maker(monkeypatch, told)
    with launch._demo_beside({}, size="small"):
        time.sleep(0.2)
        assert not told.exists()
    assert told.read_text() == "\n"


def test_a_maker_that_fails_is_told_of(monkeypatch: pytest.MonkeyPatch, told: Path) -> None:
    maker(monkeypatch, told, code=3)
    with pytest.raises(Trouble), launch._demo_beside({}, size="small"):
        pass


def test_without_tables_nothing_is_stored(monkeypatch: pytest.MonkeyPatch, told: Path) -> None:
    maker(monkeypatch, told)
    with pytest.raises(Trouble, match="migrate"), launch._demo_beside({}, size="small"):
        raise launch._unsuccessful("migrate")
    assert not told.exists() or told.read_text() == "nothing"
