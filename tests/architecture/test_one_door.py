"""Every figure that leaves the casework side goes through one door: what is reckoned is known, and who reads it."""

import ast
from pathlib import Path

from borgerfokus.apps.insight import service as insight
from tests.architecture.one_door import (
    OPENED,
    OWN,
    RAW,
    is_door,
    passes,
    raw_of_apps,
    reckonings,
    registered,
    short,
    taken_from_apps,
    taken_raw,
)
from tests.architecture.source import PACKAGE, Module, modules


def _reckoning_modules() -> list[Module]:
    rooms = {"queries", "actions", "queries.py", "actions.py"}
    return [
        one
        for one in modules()
        if short(one).startswith(("web/", "api/")) or (short(one).startswith("apps/") and rooms & set(one.path.parts))
    ]


def made_up(path: str, text: str) -> Module:
    return Module(path=PACKAGE / Path(path), text=text, tree=ast.parse(text))


def unknown(found: list[Module]) -> set[tuple[str, str]]:
    return {(short(one), name) for one in found for name in reckonings(one)} - registered()


def test_whatever_reckons_figures_says_who_reads_it() -> None:
    assert unknown(_reckoning_modules()) == set()


def test_nothing_is_registered_that_is_gone() -> None:
    assert registered() - {(short(one), name) for one in _reckoning_modules() for name in reckonings(one)} == set()


def test_a_door_goes_through_disclosure_control() -> None:
    doors = [(one, function) for one in modules() for function in one.functions() if is_door(function)]
    assert len(doors) > 15
    assert [f"{short(one)}:{function.name}" for one, function in doors if not passes(one, function)] == []


def test_pages_take_only_what_is_through_the_door() -> None:
    pages = [one for one in modules() if short(one).startswith(("web/", "api/"))]
    taken = {(short(one), name) for one in pages for name in taken_raw(one)}
    assert taken == set(OPENED)


def test_pages_take_what_other_apps_count_only_where_it_is_the_readers_own() -> None:
    """A new page that counts appeals, answers or kodeks as they are says whose they are, or takes the told."""
    raw = raw_of_apps(modules())
    pages = [one for one in modules() if short(one).startswith(("web/", "api/"))]
    assert {(short(one), name) for one in pages for name in taken_from_apps(one, raw)} == set(OWN)


def test_sabotage_a_page_for_everybody_that_counts_appeals_is_found() -> None:
    text = "def view(request):\n    return decisions.rates(years=[2026], by=request.actor)\n"
    page = made_up("web/public/views/new.py", text)
    assert taken_from_apps(page, raw_of_apps(modules())) == {"decisions.rates"}


def test_what_counts_as_raw_is_what_the_service_gives() -> None:
    assert set(insight.__all__) >= RAW


def test_sabotage_a_new_figure_without_a_reader_is_found() -> None:
    query = made_up("apps/offers/queries/new.py", "def uptake(rows):\n    return rows.annotate(n=Count('pk'))\n")
    page = made_up("web/public/views/new.py", "def view(request):\n    return f'{round(100 * kept / met)} %'\n")
    asked = made_up("apps/offers/queries/other.py", "def all_of(rows):\n    return rows.filter(open=True).count()\n")
    assert unknown([query, page, asked]) == {
        ("apps/offers/queries/new.py", "uptake"),
        ("web/public/views/new.py", "view"),
        ("apps/offers/queries/other.py", "all_of"),
    }


def test_sabotage_a_page_that_goes_round_the_door_is_found() -> None:
    page = made_up("web/management/views/new.py", "def view(log, asked):\n    return insight.flow(log, asked).cases\n")
    assert taken_raw(page) == {"flow"}


def test_sabotage_a_door_that_lets_everything_out_is_found() -> None:
    module = made_up("apps/x/queries/y.py", "@disclosure.door\ndef told(rows):\n    return len(rows)\n")
    (function,) = module.functions()
    assert is_door(function)
    assert not passes(module, function)
