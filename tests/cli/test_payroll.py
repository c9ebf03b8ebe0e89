"""The payroll's list is taken whole or not at all, and says whom it could not find."""

import argparse
from io import StringIO

import pytest
from django.utils import timezone
from tests.factories.world import World, next_cpr

from borgerfokus.apps.logcontrol.models import StaffPerson
from borgerfokus.cli.commands import payroll
from borgerfokus.cli.trouble import Trouble
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people import queries as people


def _kept() -> dict[int, int]:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=timezone.now()):
        return dict(StaffPerson.objects.values_list("employee_id", "person_id"))


def test_each_run_takes_the_place_of_the_one_before(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    karen = world.employee("Karen Lindvad")
    login = Employee.objects.get(pk=karen.id).login
    person = world.person("Karen", "Lindvad")
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at) as scope:
        scope.include_persons([person])
        number = people.cpr_of(person_id=person).digits
    text = f"{login};{number[:6]}-{number[6:]}\nukendt;{next_cpr().digits}\n\n"
    assert payroll.run(argparse.Namespace(file=StringIO(text))) == 0
    assert _kept() == {karen.id: person}
    said = capsys.readouterr().out
    assert "ikke fundet: ukendt" in said
    assert number not in said
    assert payroll.run(argparse.Namespace(file=StringIO(""))) == 0
    assert _kept() == {}


@pytest.mark.parametrize("text", ["karen", "karen;123", "karen;x;y", "\x00;\x00", "karen;" + "9" * 500])
def test_a_wrong_line_is_named_and_nothing_is_saved(world: World, text: str) -> None:
    with pytest.raises(Trouble, match="1"):
        payroll.run(argparse.Namespace(file=StringIO(text)))
    assert _kept() == {}
