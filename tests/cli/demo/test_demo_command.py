"""The command: loads once, refuses where somebody lives, and tells who one can be."""

import pytest
from tests.cli.demo.conftest import run

pytestmark = pytest.mark.slow


def test_a_house_with_people_in_it_is_refused(loaded: str):
    done = run("--size", "100", name=loaded)
    assert done.returncode == 1
    assert "--fresh" in done.stderr


def test_people_are_listed_with_what_waits(loaded: str):
    done = run("--people", name=loaded)
    assert done.returncode == 0
    for name in ("Mads Ellekjær", "Karen Lindvad", "Birgitte Solgaard", "Jonas Bredahl"):
        assert name in done.stdout


def test_a_size_that_makes_no_sense_is_refused(loaded: str):
    done = run("--size", "huge", name=loaded)
    assert done.returncode == 2
    assert "small, full" in done.stderr


def test_while_the_tables_are_awaited_the_database_is_asked_nothing():
    done = run("--size", "100", "--await-tables", name="not_there_yet")
    assert done.returncode == 1
    assert "ikke gemt" in done.stderr


def test_without_tables_to_await_the_database_is_asked_at_once():
    assert "ikke gemt" not in run("--size", "100", name="not_there_yet").stderr
