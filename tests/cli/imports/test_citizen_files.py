"""Citizens, addresses and relations from files; no personal number comes out again."""

from dataclasses import fields

import pytest
from django.db import connection
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk, only_problem, tally

from borgerfokus.cli.imports import report, running
from borgerfokus.cli.imports.work import Tally
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Address, Kinship, Person

BY = system("test")


def _child(**given: str) -> dict[str, str]:
    return rows.citizen(cpr=rows.CHILD, given="Freja", **given)


def _person(desk: Desk, cpr: str = rows.ADULT) -> people.Card:
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        found = people.id_of(cpr=Cpr.parse(cpr))
        assert found is not None
        return people.card(found)


def _addresses(desk: Desk) -> list[tuple[str, str, str]]:
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        found = Address.objects.order_by("starts").values_list("street", "starts", "ends")
        return [(street, str(starts), str(ends or "")) for street, starts, ends in found]


def test_a_citizen_is_registered_with_number_and_address(desk: Desk, db: None) -> None:
    assert tally(desk.load("citizens", rows.citizen(protected="ja", interpreter="arabisk"))) == Tally(new=1)
    card = _person(desk)
    assert (card.name, card.protected, card.interpreter) == ("Mads Ellekjær", True, "arabisk")
    assert str(card.birth_date) == "1992-11-14"
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        assert people.cpr_of(person_id=card.id).with_hyphen == rows.ADULT
    assert _addresses(desk) == [("Havnegade 12, 2. tv.", "2020-05-01", "")]


def test_the_same_file_again_changes_and_logs_nothing(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen(), _child())
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        before = Lookup.objects.count()
    assert before == 2
    assert tally(desk.load("citizens", rows.citizen(), _child())) == Tally(unchanged=2)
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        assert Lookup.objects.count() == before
        assert {row.purpose for row in Lookup.objects.all()} == {"operation"}


def test_the_number_may_be_written_in_several_ways(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen())
    assert tally(desk.load("citizens", rows.citizen(cpr=rows.ADULT.replace("-", "")))) == Tally(unchanged=1)


def test_changed_data_is_saved_and_a_missing_column_left_alone(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen(exempt="ja"))
    few = {"cpr": rows.ADULT, "given": "Mads", "family": "Nyby"}
    assert tally(desk.load("citizens", few)) == Tally(changed=1)
    card = _person(desk)
    assert (card.name, card.digital_post_exempt, card.phone, card.version) == ("Mads Nyby", True, "09 80 00 01", 2)
    assert len(_addresses(desk)) == 1


def test_a_move_ends_the_address_before(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen())
    moved = rows.citizen(street="Skovvej 3", moved_in="2026-10-01")
    assert tally(desk.load("citizens", moved)) == Tally(changed=1)
    assert _addresses(desk) == [
        ("Havnegade 12, 2. tv.", "2020-05-01", "2026-10-01"),
        ("Skovvej 3", "2026-10-01", ""),
    ]


def test_an_address_is_corrected_from_its_first_day(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen())
    assert tally(desk.load("citizens", rows.citizen(street="Havnegade 14"))) == Tally(changed=1)
    assert _addresses(desk) == [("Havnegade 14", "2020-05-01", "")]


def test_an_address_that_begins_before_the_one_known_is_refused(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen())
    problem = only_problem(desk.load("citizens", rows.citizen(moved_in="2019-01-01")))
    assert (problem.row, problem.column, problem.shown) == (2, "moved_in", "")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("cpr", "741192432"),
        ("cpr", "991392-4321"),
        ("given", ""),
        ("protected", "måske"),
        ("email", "mads"),
        ("postcode", "999"),
        ("municipality", "155"),
        ("moved_in", "i går"),
        ("moved_in", "2026-11-24"),
        ("city", ""),
    ],
)
def test_a_wrong_citizen_is_told_without_the_value(desk: Desk, db: None, column: str, value: str) -> None:
    outcome = desk.load("citizens", _child(), rows.citizen(**{column: value}))
    problem = only_problem(outcome)
    assert (problem.row, problem.column, problem.shown) == (3, column, "")
    assert not _anybody(desk)


def _anybody(desk: Desk) -> bool:
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        return Person.objects.exists()


def test_a_number_twice_names_the_first_row_only(desk: Desk, db: None) -> None:
    outcome = desk.load("citizens", rows.citizen(), _child(), rows.citizen(cpr="7411924321"))
    problem = only_problem(outcome)
    assert problem.row == 4
    assert "række 2" in problem.wrong.da
    _tells_no_number(outcome)


def test_no_report_and_no_problem_holds_a_personal_number(desk: Desk, db: None) -> None:
    wrong = rows.citizen(email="741192-4321", phone="7411924321 x", street="x" * 200, cpr="741192 43211")
    outcome = desk.load("citizens", wrong)
    assert outcome.problem_count == 4
    _tells_no_number(outcome)


def _tells_no_number(outcome: running.Outcome) -> None:
    text = "\n".join(report.lines(outcome, dry_run=False))
    text += "".join(str(getattr(one, field.name)) for one in outcome.problems for field in fields(one))
    assert "4321" not in text


def test_a_demo_takes_replacement_numbers_alone(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("citizens", rows.citizen(cpr=_unreplaced())))
    assert (problem.column, problem.shown) == ("cpr", "")
    desk.demo = False
    assert tally(desk.load("citizens", rows.citizen())) == Tally(new=1)


def test_elsewhere_any_valid_number_is_taken(desk: Desk, db: None) -> None:
    desk.demo = False
    assert tally(desk.load("citizens", rows.citizen(cpr=_unreplaced()))) == Tally(new=1)


def _unreplaced() -> str:
    """The number without the 60 that make it a replacement number, put together so that it stands nowhere."""
    return f"{int(rows.ADULT[:2]) - 60}{rows.ADULT[2:]}"


def test_a_municipality_must_be_among_those_loaded(desk: Desk, db: None) -> None:
    desk.load("municipalities", {"kommunekode": "0461", "navn": "Odense"})
    assert tally(desk.load("citizens", rows.citizen(), _child(municipality="0461"))).new == 2
    problem = only_problem(desk.load("citizens", rows.citizen(municipality="0999", moved_in="2026-01-01")))
    assert problem.column == "municipality"


def test_nobody_sees_what_was_imported_without_a_right_to(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen())
    actor = Actor(kind=BY.kind, id=1)
    with acting_as(actor, purpose=Purpose.CASEWORK, at=desk.at):
        assert not Person.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from people_person")
        assert cursor.fetchone() == (0,)


def test_a_relation_is_written_in_both_directions(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen(), _child())
    assert tally(desk.load("relations", rows.relation())) == Tally(new=1)
    assert _kinships(desk) == {("Freja", "parent", "Mads", True), ("Mads", "child", "Freja", False)}
    assert tally(desk.load("relations", rows.relation())) == Tally(unchanged=1)
    assert tally(desk.load("relations", rows.relation(custody="nej"))) == Tally(changed=1)
    assert tally(desk.load("relations", rows.relation(custody="nej", to="2026-11-01"))) == Tally(ended=1)


def test_a_relation_may_stand_in_both_directions(desk: Desk, db: None) -> None:
    desk.load("citizens", rows.citizen(), _child())
    back = rows.relation(cpr=rows.ADULT, other_cpr=rows.CHILD, kind="child", custody="")
    assert tally(desk.load("relations", rows.relation(), back)) == Tally(new=1, unchanged=1)
    assert ("Freja", "parent", "Mads", True) in _kinships(desk)


def _kinships(desk: Desk) -> set[tuple[str, str, str, bool]]:
    with acting_as(BY, purpose=Purpose.OPERATION, at=desk.at):
        found = Kinship.objects.values_list("person__given_name", "kind", "other__given_name", "custody")
        return set(found)


@pytest.mark.parametrize(
    ("given", "column"),
    [
        ({"other_cpr": "620565-4322"}, "other_cpr"),
        ({"other_cpr": rows.CHILD}, "other_cpr"),
        ({"kind": "spouse"}, "custody"),
        ({"kind": "ven"}, "kind"),
        ({"to": "2015-08-11"}, "to"),
    ],
)
def test_a_wrong_relation_is_told_without_the_value(
    desk: Desk, db: None, given: dict[str, str], column: str
) -> None:
    desk.load("citizens", rows.citizen(), _child())
    problem = only_problem(desk.load("relations", rows.relation(**given)))
    assert (problem.row, problem.column) == (2, column)
    assert column == "to" or problem.shown == ""
