"""The catalogue of offers from a file: all or nothing, told by row and column, and what is exported is read again."""

import csv
from io import StringIO

import pytest
from tests.cli.imports.conftest import Desk, only_problem, tally
from tests.factories.offers import SMALL, fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.offers import service as offers
from borgerfokus.cli.imports.offer_columns import BETWEEN, FORMAT
from borgerfokus.cli.imports.work import Tally
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.web.admin import offersheet

CAFE = {
    "key": "cafe",
    "title": "Caféen",
    "short": "Kaffe hver torsdag.",
    "start": "Du kan bare komme.",
    "kind": "Fællesskab og besøg",
    "themes": "mental-health|getting-older",
    "level": "association",
    "price_unit": "gratis",
    "provider_kind": "Frivillige",
    "provider": "Gruppen",
    "without_case": "ja",
    "public": "ja",
    "from": "2026-01-01",
}
HOME = {
    **CAFE,
    "key": "hjem",
    "sections": "serviceloven § 85",
    "price": "485,00",
    "price_unit": "hour",
    "hours_per_week": "2,5",
}


def stored(key: str, world: World) -> offers.OfferContent:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        return offers.content_of(offers.versions(key=key)[0])


def test_offers_are_new_then_unchanged_then_a_version(town: Desk, world: World) -> None:
    assert tally(town.load("offers", CAFE)) == Tally(new=1)
    assert tally(town.load("offers", CAFE)) == Tally(unchanged=1)
    assert tally(town.load("offers", {**CAFE, "title": "Den nye café"})) == Tally(changed=1)
    assert tally(town.load("offers", {**CAFE, "to": "2027-01-01"})) == Tally(ended=1)
    assert stored("cafe", world).themes == ("mental-health", "getting-older")
    assert stored("cafe", world).kind == "company"


def test_prices_and_hours_are_read_as_they_are_written_in_danish(town: Desk, world: World) -> None:
    tally(town.load("offers", HOME))
    assert (stored("hjem", world).price_ore, str(stored("hjem", world).hours_per_week)) == (48_500, "2.50")


def test_a_column_that_the_file_does_not_have_is_left_alone(town: Desk, world: World) -> None:
    tally(town.load("offers", HOME))
    few = {name: value for name, value in HOME.items() if name not in {"hours_per_week", "themes"}}
    assert tally(town.load("offers", few)) == Tally(unchanged=1)
    assert stored("hjem", world).themes == ("mental-health", "getting-older")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "noget andet"),
        ("level", "no-such-step"),
        ("themes", "mental-health|nonsense"),
        ("price", "mange penge"),
        ("hours_per_week", "for mange"),
        ("without_case", "måske"),
        ("sections", ""),
        ("to", "2025-01-01"),
        ("title", ""),
    ],
)
def test_a_wrong_row_is_told_by_its_column_and_nothing_of_the_file_is_kept(
    town: Desk, world: World, column: str, value: str
) -> None:
    wrong = {**HOME, "without_case": "nej", column: value}
    first = {**HOME, **CAFE, "sections": "", "price": "", "to": ""}
    problem = only_problem(town.load("offers", first, wrong))
    assert (problem.row, problem.column) == (3, column)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        assert offers.kept() == []


def test_what_the_page_exports_is_read_again_without_any_change(town: Desk, world: World) -> None:
    fill_catalogue(at=world.at)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        rows = [offersheet.cells(one) for one in offers.kept()]
    sheet = StringIO()
    csv.writer(sheet, delimiter=";").writerows([offersheet.COLUMNS, *rows])
    path = town.raw("offers.csv", sheet.getvalue().encode("utf-8-sig"))
    assert tally(town.load_file("offers", path)) == Tally(unchanged=len(SMALL))


def test_the_sheet_and_the_file_have_the_same_columns() -> None:
    assert set(offersheet.COLUMNS) == {column.name for column in FORMAT.columns}
    assert offersheet.BETWEEN == BETWEEN
