"""Classifications from files: what is below what, editions, and what each file may not hold."""

from uuid import UUID

from tests.cli.imports.conftest import Desk, only_problem, tally

from borgerfokus.cli.imports.work import Tally
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import Code, Edition, System

ONE = "00000000-0000-4000-8000-000000000001"
TWO = "00000000-0000-4000-8000-000000000002"


def _subject(nummer: str, titel: str = "Noget") -> dict[str, str]:
    return {"nummer": nummer, "titel": titel}


def test_a_new_edition_counts_what_is_new_changed_unchanged_and_ended(desk: Desk, db: None) -> None:
    seeded = Code.objects.filter(edition__system=System.KLE_SUBJECT, edition__name="seed").count()
    assert seeded >= 14
    first = desk.load("kle-subjects", _subject("11"), _subject("11.01"), _subject("12"))
    assert tally(first) == Tally(new=3, changed=0, unchanged=0, ended=seeded)
    second = desk.load("kle-subjects", _subject("11"), _subject("11.01", "Andet"), _subject("11.02"))
    assert tally(second) == Tally(new=1, changed=1, unchanged=1, ended=1)
    assert classifications.children(system=System.KLE_SUBJECT, key="11").count() == 2


def test_a_named_edition_is_kept_beside_the_others(desk: Desk, db: None) -> None:
    path = desk.csv("kle.csv", _subject("11"))
    assert desk.load_file("kle-subjects", path, edition="2025-01").saved
    assert desk.load_file("kle-subjects", path, edition="2026-01").saved
    names = set(Edition.objects.filter(system=System.KLE_SUBJECT).values_list("name", flat=True))
    assert names == {"seed", "2025-01", "2026-01"}


def test_a_subject_without_the_one_above_it_is_refused(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("kle-subjects", _subject("11"), _subject("12.01")))
    assert (problem.row, problem.column, problem.shown) == (3, "nummer", "12.01")


def test_a_subject_that_a_spreadsheet_made_a_date_is_refused(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("kle-subjects", _subject("27-36-2012")))
    assert "regneark" in problem.remedy.da


def test_a_key_that_comes_twice_is_refused(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("kle-facets", {"kode": "G", "titel": "A"}, {"kode": "G", "titel": "B"}))
    assert problem.row == 3
    assert "række 2" in problem.wrong.da


def test_a_file_without_rows_does_not_empty_a_classification(desk: Desk, db: None) -> None:
    outcome = desk.load_file("kle-facets", desk.raw("facets.csv", b"kode,titel\n"))
    assert only_problem(outcome).row is None
    assert classifications.codes(System.KLE_FACET).count() == 2


def test_a_concept_keeps_its_definition_and_its_place(desk: Desk, db: None) -> None:
    rows = (
        {"kode": ONE.upper(), "navn": "Tema", "foraelder": "", "niveau": "1", "definition": "Første linje\nanden"},
        {"kode": TWO, "navn": "Under", "foraelder": ONE, "niveau": "2", "definition": ""},
    )
    assert tally(desk.load("ffb", *rows)).new == 2
    top = classifications.find(system=System.FFB, key=ONE)
    assert top is not None
    assert top.uuid == UUID(ONE)
    assert top.extra == {"niveau": 1, "definition": "Første linje\nanden"}
    assert [code.key for code in classifications.children(system=System.FFB, key=ONE)] == [TWO]


def test_a_concept_below_an_unknown_one_is_refused(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("fsiii", {"kode": ONE, "navn": "A", "foraelder": TWO}))
    assert (problem.row, problem.column) == (2, "foraelder")


def test_a_municipality_stands_below_its_region(desk: Desk, db: None) -> None:
    good = {"kommunekode": "0461", "navn": "Odense", "region": "Syddanmark", "regionskode": "1083"}
    assert tally(desk.load("municipalities", good)).new == 1
    problem = only_problem(desk.load("municipalities", good, {**good, "kommunekode": "0479", "regionskode": "1099"}))
    assert (problem.row, problem.column) == (3, "regionskode")


def test_a_code_without_its_leading_zero_is_refused(desk: Desk, db: None) -> None:
    problem = only_problem(desk.load("municipalities", {"kommunekode": "461", "navn": "Odense"}))
    assert (problem.column, problem.shown) == ("kommunekode", "461")
