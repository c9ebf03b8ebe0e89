"""A folder at once: in the order that the files depend on one another, all or nothing, with one report."""

import psycopg
import pytest
from django.db import connection
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk, tally
from tests.database import address

from borgerfokus.apps.casework.models import Case
from borgerfokus.cli.imports import report, running
from borgerfokus.cli.imports.work import Tally
from borgerfokus.cli.trouble import Trouble
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person

BY = system("test")
TEAM = "stoetteteamet"


def _fill(desk: Desk, **case: str) -> None:
    desk.csv("organisation.csv", rows.unit())
    desk.csv("employees.csv", rows.employee())
    desk.csv("engagements.csv", rows.engagement(unit=TEAM))
    desk.csv("responsibilities.csv", rows.responsibility(unit=TEAM))
    desk.csv("citizens.csv", rows.citizen(), rows.citizen(cpr=rows.CHILD, given="Freja"))
    desk.csv("relations.csv", rows.relation())
    desk.csv("cases.csv", rows.case(unit=TEAM, caseworker="karhol"), rows.case(old_number="2", unit=TEAM, **case))


def _counts(desk: Desk) -> tuple[int, ...]:
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        kinds = (Unit, Employee, Person, Case, Entry, Lookup)
        return tuple(kind.objects.count() for kind in kinds)


def test_a_folder_is_loaded_in_order_and_again_unchanged(town: Desk) -> None:
    _fill(town)
    outcome = town.load_all()
    assert outcome.saved
    assert [part.what for part, _ in outcome.tallies] == [
        "organisation",
        "employees",
        "engagements",
        "responsibilities",
        "citizens",
        "relations",
        "cases",
    ]
    assert [counted.new for _, counted in outcome.tallies] == [1, 1, 1, 1, 2, 1, 2]
    again = town.load_all()
    assert [counted.unchanged for _, counted in again.tallies] == [1, 1, 1, 1, 2, 1, 2]
    assert all(counted.total == counted.unchanged for _, counted in again.tallies)


def test_a_wrong_last_row_leaves_nothing(town: Desk) -> None:
    before = _counts(town)
    _fill(town, phase="intervention")
    outcome = town.load_all()
    assert not outcome.saved
    assert (outcome.problems[0].file, outcome.problems[0].row) == ("cases.csv", 3)
    assert _counts(town) == before


def test_a_dry_run_says_what_would_happen_and_leaves_nothing(town: Desk) -> None:
    before = _counts(town)
    _fill(town)
    outcome = town.load_all(dry_run=True)
    assert [counted.new for _, counted in outcome.tallies] == [1, 1, 1, 1, 2, 1, 2]
    assert not outcome.saved
    text = "\n".join(report.lines(outcome, dry_run=True))
    assert "cases.csv: 2 nye" in text
    assert "intet er gemt" in text
    assert _counts(town) == before


def test_a_dry_run_finds_the_same_problems(town: Desk) -> None:
    _fill(town, phase="intervention")
    assert town.load_all(dry_run=True).problems == town.load_all().problems


def test_what_refers_to_a_wrong_row_is_not_blamed_for_it(town: Desk) -> None:
    _fill(town)
    town.csv("organisation.csv", rows.unit(kind="hold"))
    town.csv("citizens.csv", rows.citizen(email="x"), rows.citizen(cpr=rows.CHILD))
    town.csv("relations.csv", rows.relation(kind="ven"))
    told = [(problem.file, problem.column) for problem in town.load_all().problems]
    assert told == [("organisation.csv", "kind"), ("citizens.csv", "email"), ("relations.csv", "kind")]


def test_relations_and_cases_of_a_citizen_with_a_problem_are_not_blamed(town: Desk) -> None:
    _fill(town)
    town.csv("citizens.csv", rows.citizen(email="x"), rows.citizen(cpr=rows.CHILD))
    told = [(problem.file, problem.column) for problem in town.load_all().problems]
    assert told == [("citizens.csv", "email")]


def test_an_unreadable_file_stops_before_the_database_is_asked(town: Desk) -> None:
    _fill(town)
    town.raw("employees.csv", b"\x00")
    outcome = town.load_all()
    assert [problem.file for problem in outcome.problems] == ["employees.csv"]
    assert outcome.tallies == ()


def test_a_folder_may_hold_some_of_the_files(town: Desk) -> None:
    town.csv("citizens.csv", rows.citizen())
    assert [part.what for part, _ in town.load_all().tallies] == ["citizens"]


def test_a_folder_without_files_is_said_so(town: Desk) -> None:
    with pytest.raises(Trouble) as told:
        town.load_all()
    assert "organisation.csv" in told.value.english


def test_a_second_import_beside_the_first_is_refused(town: Desk) -> None:
    path = town.csv("citizens.csv", rows.citizen())
    with psycopg.connect(address(connection.settings_dict["NAME"], owner=False)) as other:
        other.execute("select pg_advisory_xact_lock(%s)", [running._LOCK])
        with pytest.raises(Trouble, match="Another import"):
            town.load_file("citizens", path)


def test_what_the_database_refuses_becomes_a_sentence(town: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerfokus.cli.imports import answers

    monkeypatch.setattr(answers, "_is_free", lambda *_, **__: True)
    row = rows.responsibility(unit="visitation", case_type="sel-85", paragraph="")
    outcome = town.load("responsibilities", row)
    assert not outcome.saved
    assert "responsibility_one_unit_answers" in outcome.problems[0].wrong.da


def test_every_file_leaves_one_row_in_the_audit_log(town: Desk) -> None:
    _fill(town)
    town.load_all()
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        found = list(Entry.objects.filter(action="import.run").order_by("id"))
        assert [row.object for row in found] == [part.what for part in running.parts_of(town.folder)]
        assert found[-1].detail["new"] == 2
        assert len(found[-1].detail["checksum"]) == 64


def test_the_import_runs_as_the_role_of_the_web(town: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user, rolbypassrls, rolsuper from pg_roles where rolname = current_user")
        assert cursor.fetchone() == ("bf_app", False, False)
    assert tally(town.load("citizens", rows.citizen())) == Tally(new=1)
