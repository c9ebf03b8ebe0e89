"""A program is let in and shut out from the command line; mistakes are one sentence, and the secret is told once."""

import argparse

import pytest
from django.utils import timezone
from tests.factories.world import World

from borgerfokus.cli.commands import client
from borgerfokus.cli.trouble import Trouble
from borgerfokus.core.access import Verb
from borgerfokus.foundation.login import service as login


def _asked(action: str, name: str = "", *, unit: tuple[str, ...] = (), verb: tuple[str, ...] = ()) -> int:
    return client.run(argparse.Namespace(action=action, name=name, unit=list(unit), verb=list(verb)))


def _credentials(said: str) -> login.Credentials:
    values = [line.rpartition(": ")[2] for line in said.splitlines()]
    return login.Credentials(client_id=values[0], secret=values[1])


def test_a_client_made_here_gets_a_token_until_it_is_ended(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert _asked("make", "Post", unit=("voksenteamet",), verb=("api.cases.read",)) == 0
    made = _credentials(capsys.readouterr().out)
    assert login.issue_token(credentials=made, at=timezone.now()) is not None
    (row,) = login.all_clients()
    assert (row.units, row.verbs) == ([world.units["voksenteamet"].pk], [Verb.API_CASES_READ])
    assert _asked("end", made.client_id) == 0
    assert login.issue_token(credentials=made, at=timezone.now()) is None


def test_the_list_tells_no_secret(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    _asked("make", "Post")
    secret = _credentials(capsys.readouterr().out).secret
    _asked("list")
    said = capsys.readouterr().out
    assert "Post" in said
    assert secret not in said


@pytest.mark.parametrize(
    ("action", "name", "unit", "verb"),
    [("make", "", (), ()), ("make", "x", ("ukendt",), ()), ("make", "x", (), ("case.see",)), ("end", "ukendt", (), ())],
)
def test_a_mistake_is_one_sentence(
    world: World, action: str, name: str, unit: tuple[str, ...], verb: tuple[str, ...]
) -> None:
    with pytest.raises(Trouble):
        _asked(action, name, unit=unit, verb=verb)
    assert login.all_clients() == []
