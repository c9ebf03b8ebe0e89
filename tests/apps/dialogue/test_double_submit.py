"""A request handed in twice is one case: in turn, and at the same time from several connections."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from tests import database
from tests.apps.dialogue.conftest import Desk

from borgerfokus.apps.dialogue.models import Request
from borgerfokus.foundation.access.scope import Purpose, acting_as

ROUNDS, RUNNERS = 25, 4


def test_a_second_submit_is_answered_with_the_first_case(desk: Desk) -> None:
    citizen = desk.world.citizen()
    first = desk.hand_in(desk.request(citizen), by=citizen)
    second = desk.hand_in(desk.request(citizen), by=citizen)
    assert (second.case_number, second.promised_on, second.again) == (first.case_number, first.promised_on, True)
    assert len(desk.notices(first.case_id)) == 1


def test_another_key_is_another_request(desk: Desk) -> None:
    citizen = desk.world.citizen()
    first, second = (desk.hand_in(desk.request(citizen, key=key), by=citizen) for key in ("a", "b"))
    assert first.case_id != second.case_id


def test_the_key_of_somebody_else_leads_to_nothing_of_theirs(desk: Desk) -> None:
    mads, lene = desk.world.citizen(), desk.world.citizen("Lene")
    first = desk.hand_in(desk.request(mads, key="guessed"), by=mads)
    second = desk.hand_in(desk.request(lene, key="guessed"), by=lene)
    assert second.case_id != first.case_id
    assert not second.again
    with acting_as(lene, purpose=Purpose.OWN_CASE, at=desk.at):
        assert Request.objects.filter(citizen_id=mads.id).count() == 0


def race(tmp_path: Path, *words: str, unguarded: bool = False) -> dict[str, int]:
    with database.clone("submit") as name:
        if unguarded:
            with psycopg.connect(database.address(name, owner=True), autocommit=True) as owner:
                owner.execute("alter table dialogue_request drop constraint request_handed_in_once")
        done = subprocess.run(
            [sys.executable, "-m", "tests.apps.dialogue.racing", str(ROUNDS), str(RUNNERS), *words],
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
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.slow
def test_submits_that_race_are_one_request_and_all_are_answered(tmp_path: Path) -> None:
    found = race(tmp_path)
    assert found == {"requests": ROUNDS, "cases": ROUNDS, "receipts": ROUNDS, "one_answer": ROUNDS, "lost": 0}


@pytest.mark.slow
def test_without_the_lock_the_database_still_lets_one_through_only(tmp_path: Path) -> None:
    found = race(tmp_path, "without-lock")
    assert (found["requests"], found["cases"], found["receipts"]) == (ROUNDS, ROUNDS, ROUNDS)
    assert found["lost"] > 0


@pytest.mark.slow
def test_without_both_the_race_is_lost(tmp_path: Path) -> None:
    assert race(tmp_path, "without-lock", unguarded=True)["requests"] > ROUNDS
