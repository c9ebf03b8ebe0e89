"""Thirty kinds of help can be chosen among: grouped by theme, and narrowed by the citizen's own words."""

import re

from django.test import Client
from tests.factories.world import World, next_cpr
from tests.web.staff.conftest import LogIn
from tests.web.staff.test_new_case import REGISTER, opening, token

from borgerfokus.core.casework.casetype import load_shipped


def options(answer: object) -> list[str]:
    """The kinds that can be chosen, in the order shown."""
    select = answer.content.decode().split('name="type_key"')[1].split("</select>")[0]  # type: ignore[attr-defined]
    return [key for key in re.findall(r'<option value="([^"]*)"', select) if key]


def begun(client: Client) -> tuple[str, object]:
    page = client.post("/sag/ny/", {**REGISTER, "cpr": next_cpr().digits})
    return token(page), page


def test_every_kind_stands_under_its_theme(world: World, as_: LogIn) -> None:
    _, page = begun(as_(world.employee("Karen")))
    assert set(options(page)) == {one.key for one in load_shipped()}
    assert '<optgroup label="Et sted at bo">' in page.content.decode()  # type: ignore[attr-defined]


def test_the_citizens_words_narrow_the_list_and_keep_what_was_typed(world: World, as_: LogIn) -> None:
    client = as_(world.index().employee("Karen"))
    citizen, _ = begun(client)
    page = client.post("/sag/ny/", opening(citizen, step="narrow", find="sover i bil", type_key="", need="Min tekst."))
    assert options(page)[0] == "sel-110"
    assert len(options(page)) < len(load_shipped())
    assert "Min tekst." in page.content.decode()


def test_words_that_fit_nothing_leave_every_kind(world: World, as_: LogIn) -> None:
    client = as_(world.employee("Karen"))
    citizen, _ = begun(client)
    page = client.post("/sag/ny/", opening(citizen, step="narrow", find="xyzzy", type_key=""))
    assert len(options(page)) == len(load_shipped())


def test_a_kind_that_was_narrowed_to_opens_the_case(world: World, as_: LogIn) -> None:
    client = as_(world.employee("Karen"))
    citizen, _ = begun(client)
    answer = client.post("/sag/ny/", opening(citizen, type_key="sel-110", find="sover i bil"))
    assert answer.status_code == 302
