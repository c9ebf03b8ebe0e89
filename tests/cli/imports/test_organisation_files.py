"""Units, employees, engagements and responsibilities from files."""

from datetime import date

import pytest
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk, only_problem, tally

from borgerfokus.cli.imports.work import Tally
from borgerfokus.core.access import Verb
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee, Engagement, Responsibility, Unit


def test_units_come_in_any_order_and_again_unchanged(desk: Desk, db: None) -> None:
    below, top = rows.unit(parent="omraadet"), rows.unit(key="omraadet", kind="Afdeling", name="Området")
    assert tally(desk.load("organisation", below, top)).new == 2
    unit = Unit.objects.get(key="stoetteteamet")
    assert unit.parent is not None
    assert (unit.parent.key, unit.parent.kind, unit.version) == ("omraadet", "department", 1)
    assert tally(desk.load("organisation", below, top)) == Tally(unchanged=2)


def test_a_changed_and_an_ended_unit_are_counted_and_given_a_new_version(desk: Desk, db: None) -> None:
    one, two = rows.unit(), rows.unit(key="andet")
    desk.load("organisation", one, two)
    again = desk.load("organisation", {**one, "phone": "09 90 00 09"}, {**two, "to": "2027-01-01"})
    assert tally(again) == Tally(changed=1, ended=1)
    assert Unit.objects.get(key="stoetteteamet").version == 2
    assert Unit.objects.get(key="andet").ends == date(2027, 1, 1)


def test_a_column_that_the_file_does_not_have_is_left_alone(desk: Desk, db: None) -> None:
    desk.load("organisation", rows.unit())
    few = {name: value for name, value in rows.unit().items() if name in {"key", "name", "kind", "from"}}
    assert tally(desk.load("organisation", few)) == Tally(unchanged=1)
    assert Unit.objects.get(key="stoetteteamet").phone == "09 90 00 01"


def test_a_unit_that_moves_is_a_changed_one(desk: Desk, db: None) -> None:
    desk.load("organisation", rows.unit(), rows.unit(key="top"))
    again = desk.load("organisation", rows.unit(parent="top"), rows.unit(key="top"))
    assert tally(again) == Tally(changed=1, unchanged=1)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("key", "støtte team"),
        ("kind", "hold"),
        ("parent", "findes-ikke"),
        ("from", "i går"),
        ("to", "2023-12-31"),
        ("to", "2024-01-01"),
        ("phone", "ring nu"),
        ("name", "x" * 161),
        ("parent", "stoetteteamet"),
    ],
)
def test_a_wrong_unit_is_told_by_row_and_column(desk: Desk, db: None, column: str, value: str) -> None:
    wrong = rows.unit(**{column: value}) if column != "from" else rows.unit(from_=value)
    problem = only_problem(desk.load("organisation", rows.unit(key="andet"), wrong))
    assert (problem.row, problem.column) == (3, column)
    assert not Unit.objects.exists()


def test_units_in_a_circle_are_all_told(desk: Desk, db: None) -> None:
    circle = [rows.unit(key="a", parent="b"), rows.unit(key="b", parent="c"), rows.unit(key="c", parent="a")]
    outcome = desk.load("organisation", *circle, rows.unit(key="d", parent="a"))
    assert [problem.row for problem in outcome.problems] == [2, 3, 4]


def test_employees_are_matched_by_login(desk: Desk, db: None) -> None:
    assert tally(desk.load("employees", rows.employee())) == Tally(new=1)
    assert Employee.objects.get().initials == "KH"
    assert tally(desk.load("employees", rows.employee())) == Tally(unchanged=1)
    assert tally(desk.load("employees", rows.employee(name="Karen Lund"))) == Tally(changed=1)
    assert Employee.objects.get(login="karhol").name == "Karen Lund"


@pytest.mark.parametrize(("column", "value"), [("email", "karen"), ("login", "to ord"), ("title", "")])
def test_a_wrong_employee_is_told(desk: Desk, db: None, column: str, value: str) -> None:
    problem = only_problem(desk.load("employees", rows.employee(**{column: value})))
    assert (problem.row, problem.column) == (2, column)


def test_an_engagement_gives_the_rights_of_its_role(town: Desk) -> None:
    town.load("employees", rows.employee())
    assert tally(town.load("engagements", rows.engagement(role="Teamleder", leads="ja"))) == Tally(new=1)
    actor = organisation.actor_for(employee_id=Employee.objects.get(login="karhol").pk, on=town.at.date())
    assert actor.can(Verb.CASE_ASSIGN)
    assert Unit.objects.get(key="voksenteamet").pk in actor.led


def test_the_first_engagement_is_the_primary_one(town: Desk) -> None:
    town.load("employees", rows.employee())
    town.load("engagements", rows.engagement(), rows.engagement(unit="visitation"))
    primary = Engagement.objects.filter(employee__login="karhol", primary=True)
    assert [row.unit.key for row in primary] == ["voksenteamet"]


def test_an_engagement_is_ended_by_its_last_day(town: Desk) -> None:
    town.load("employees", rows.employee())
    town.load("engagements", rows.engagement())
    assert tally(town.load("engagements", rows.engagement(to="2026-11-01"))) == Tally(ended=1)
    assert tally(town.load("engagements", rows.engagement(to="2026-11-01"))) == Tally(unchanged=1)
    with pytest.raises(organisation.NotEngaged):
        organisation.actor_for(employee_id=Employee.objects.get(login="karhol").pk, on=town.at.date())


@pytest.mark.parametrize(
    ("column", "value"), [("login", "ukendt"), ("unit", "ukendt"), ("role", "chef"), ("leads", "måske")]
)
def test_a_wrong_engagement_is_told(town: Desk, column: str, value: str) -> None:
    town.load("employees", rows.employee())
    problem = only_problem(town.load("engagements", rows.engagement(), rows.engagement(**{column: value})))
    assert (problem.row, problem.column, problem.shown) == (3, column, value)


def test_a_responsibility_is_matched_and_ended(town: Desk) -> None:
    assert tally(town.load("responsibilities", rows.responsibility())) == Tally(new=1)
    assert tally(town.load("responsibilities", rows.responsibility())) == Tally(unchanged=1)
    assert tally(town.load("responsibilities", rows.responsibility(agreement="Delaftale"))) == Tally(changed=1)
    assert tally(town.load("responsibilities", rows.responsibility(agreement="Delaftale", to="2026-12-01"))).ended == 1


def test_one_unit_is_responsible_for_a_case_type_at_a_time(town: Desk) -> None:
    before = Responsibility.objects.get(case_type_key="sel-85")
    new = rows.responsibility(unit="visitation", case_type="sel-85", paragraph="")
    problem = only_problem(town.load("responsibilities", new))
    assert before.unit.key in problem.wrong.da
    ending = rows.responsibility(
        unit=before.unit.key,
        case_type="sel-85",
        paragraph="",
        from_=before.starts.isoformat(),
        to="2024-01-01",
    )
    assert tally(town.load("responsibilities", ending, new)) == Tally(new=1, ended=1)
    answers = organisation.responsible_unit(case_type_key="sel-85", on=town.at.date())
    assert answers is not None
    assert answers.key == "visitation"


def test_another_unit_may_carry_out(town: Desk) -> None:
    row = rows.responsibility(unit="nabosund-hjaelpemidler", case_type="sel-85", paragraph="", kind="carries_out")
    assert tally(town.load("responsibilities", row)) == Tally(new=1)


@pytest.mark.parametrize(
    "given",
    [{"case_type": "ukendt", "paragraph": ""}, {"case_type": "sel-85", "paragraph": "SEL § 85"}, {"paragraph": ""}],
)
def test_a_responsibility_is_for_a_known_case_type_or_a_section(town: Desk, given: dict[str, str]) -> None:
    problem = only_problem(town.load("responsibilities", rows.responsibility(**given)))
    assert (problem.row, problem.column) == (2, "case_type")
