"""Run as a program on a database of its own: notifications handed in and watched by processes killed with SIGKILL.

`killing.py FOLDER KILLS` prints, as JSON, what the notifiers were answered and what stands on the duty screen. The
web writes each answer to a file after it has committed, as a browser would have got it.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from uuid import uuid4

import django

django.setup()

# ruff: noqa: E402 (what follows needs Django to be set up)

from django.conf import settings
from django.db import connection
from tests.apps.dialogue.concerns.scene import SYSTEM, Duty, duty_of
from tests.conftest import NOON
from tests.factories.world import World

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import concern_watch
from borgerfokus.apps.dialogue.models import Concern, ConcernAlarm
from borgerfokus.foundation.access.actor import ANONYMOUS
from borgerfokus.foundation.access.scope import Purpose, acting_as


def main(folder: Path, kills: int) -> None:
    """Kill web and watch in turn, let the last watch finish, and count."""
    duty = duty_of(World(at=NOON).setup())
    connection.close()
    chance = random.Random(20261128)
    for turn in range(kills):
        web = turn % 2 == 0
        awaited = len(_answers(folder)) + (chance.randrange(3) if web else 0)
        child = _child(duty, folder, web=web)
        _wait_for(folder, awaited)
        time.sleep(chance.uniform(0.05, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    concern_watch.run(at=duty.at)
    print(json.dumps(_count(duty, folder)))


def _child(duty: Duty, folder: Path, *, web: bool) -> int:
    child = os.fork()
    if child == 0:
        while True:
            if web:
                _hand_in(duty, folder)
            else:
                concern_watch.run(at=duty.at)
    return child


def _wait_for(folder: Path, answers: int) -> None:
    """A machine of any speed has given so many answers before the kill, so that kills fall in the work itself."""
    patience = time.monotonic() + 60
    while len(_answers(folder)) < answers:
        assert time.monotonic() < patience, f"{len(_answers(folder))} of {answers} answers in a minute"
        time.sleep(0.01)


def _answers(folder: Path) -> list[str]:
    """References the web has answered with; a line cut by a kill was no answer."""
    file = folder / "answered"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [line for line in lines if len(line) == len("UN-AAAA-AAAA")]


def _hand_in(duty: Duty, folder: Path) -> None:
    key = uuid4()
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at):
        told = dialogue.receive_concern(new=duty.new(sent_key=key, told_acute=True), at=duty.at)
    assert isinstance(told, dialogue.Received)
    with (folder / "answered").open("a") as answered:
        answered.write(f"{told.reference}\n")


def _count(duty: Duty, folder: Path) -> dict[str, object]:
    with duty.as_(duty.leader):
        shown = {one.reference: one for one in dialogue.duty_board(by=duty.leader, at=duty.at).open}
    answered = _answers(folder)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        kept = Concern.objects.count()
        alarms = Counter(ConcernAlarm.objects.values_list("concern_id", "kind", "subject"))
    return {
        "answered": len(answered),
        "lost": len(set(answered) - set(shown)),
        "kept": kept,
        "shown": len(shown),
        "without_a_clock": sum(one.hours_left != 24.0 for one in shown.values()),
        "alarms": len(alarms),
        "twice": sum(number > 1 for number in alarms.values()),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borgerfokus.project.settings")
    assert settings.DATABASES["default"]["NAME"].startswith("bf_test_")
    main(Path(sys.argv[1]), int(sys.argv[2]))
