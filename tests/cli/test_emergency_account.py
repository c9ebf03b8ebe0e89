"""The owner makes an emergency account from the command line; every mistake is one sentence."""

import argparse
import io
from datetime import datetime

import pytest
from tests.factories.world import World

from borgerfokus.cli.commands import emergency
from borgerfokus.cli.trouble import Trouble


def test_an_unknown_employee_is_one_sentence(world: World, now: datetime) -> None:
    with pytest.raises(Trouble, match="Ingen medarbejder"):
        emergency.run(argparse.Namespace(login="ingen", username=None))


def test_a_weak_password_is_refused(world: World, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    karen = world.employee("Karen")
    from borgerfokus.foundation.organisation.models import Employee

    login = Employee.objects.get(pk=karen.id).login
    monkeypatch.setattr("sys.stdin", io.StringIO("kort\n"))
    with pytest.raises(Trouble):
        emergency.run(argparse.Namespace(login=login, username=None))
