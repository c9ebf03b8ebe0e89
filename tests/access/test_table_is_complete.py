"""The table covers what the code has: every address with both methods, every act of every form, every parameter."""

import pkgutil
from importlib import import_module

import pytest
from django.forms.forms import BaseForm

from borgerfokus.web.staff import acts
from borgerfokus.web.staff.doing import Act
from tests.access import columns
from tests.access.expecting import expected
from tests.access.harness import Visitor, addresses, parameters_of
from tests.access.scene import Scene
from tests.access.table import TABLE

pytestmark = pytest.mark.django_db

COLUMNS = columns.EVERYBODY | columns.PROGRAMS


def unlisted(names: set[str]) -> set[tuple[str, str]]:
    """What the table does not name. The API has one operation for each method and name."""
    listed = {(row.url, row.method) for row in TABLE}
    wanted = {(name, method) for name in names for method in ("GET", "POST") if not name.startswith("api-v1:")}
    of_api = {(name, "") for name in names if name.startswith("api-v1:") and name not in {row.url for row in TABLE}}
    return (wanted - listed) | of_api


def acts_of_the_code() -> set[str]:
    """The acts that the forms of the caseworker's pages can name."""
    modules = [import_module(f"{acts.__name__}.{found.name}") for found in pkgutil.iter_modules(acts.__path__)]
    tables = [value for module in modules for value in vars(module).values() if isinstance(value, dict)]
    return {name for table in tables for name, act in table.items() if isinstance(act, Act)}


def forms_of_the_code() -> set[str]:
    """The names of all fields of the forms of the caseworker's pages."""
    modules = [import_module(f"{acts.__name__}.{found.name}") for found in pkgutil.iter_modules(acts.__path__)]
    forms = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return {name for form in forms if issubclass(form, BaseForm) for name in form.base_fields}


def test_every_address_stands_in_the_table() -> None:
    assert sorted(unlisted(set(addresses()))) == []


def test_an_address_that_is_not_in_the_table_is_found() -> None:
    """The sabotage: a page that nobody registered."""
    assert unlisted({*addresses(), "staff:brand-new"}) == {("staff:brand-new", "GET"), ("staff:brand-new", "POST")}


def test_the_table_names_no_address_that_is_gone() -> None:
    assert sorted({row.url for row in TABLE} - set(addresses())) == []


def test_every_act_stands_in_the_table() -> None:
    assert len(acts_of_the_code()) > 30
    assert acts_of_the_code() - {row.act for row in TABLE} == set()


def test_everybody_in_the_scene_is_a_column(scene: Scene) -> None:
    assert set(scene.actors) == COLUMNS


def test_every_parameter_is_known(scene: Scene) -> None:
    for row in TABLE:
        for name in parameters_of(row.url):
            assert name in row.given or row.on, f"{row.url} {name}"


def test_every_row_on_a_case_lets_somebody_in_or_nobody_by_intent(scene: Scene) -> None:
    """A row that turns everybody away everywhere says so by naming nobody."""
    for row in TABLE:
        if row.answers:
            answers = {expected(row, case, key) for case in row.on or ("",) for key in COLUMNS}
            assert answers & set(row.answers), row


_OTHERS = ("PUT", "DELETE", *(pytest.param(one, marks=pytest.mark.slow) for one in ("PATCH", "OPTIONS", "HEAD")))


@pytest.mark.parametrize("method", _OTHERS)
def test_other_methods_are_answered_as_reading_or_not_at_all(scene: Scene, method: str) -> None:
    """No address does anything on a method that the table does not name."""
    from tests.access.expecting import address

    rows = {row.url: row for row in TABLE if not row.url.startswith("api-v1:") and "draft" not in row.given.values()}
    for key in ("caseworker", "citizen"):
        visitor = Visitor(scene, key)
        for url, row in rows.items():
            answer = visitor.ask(method, address(scene, row, row.on[0] if row.on else ""))
            read = expected(next(one for one in TABLE if one.url == url), row.on[0] if row.on else "", key)
            assert answer.status in {read, 200, 302, 303, 403, 404, 405, 422}, (key, method, url, answer.status)
            assert not answer.changed, (key, method, url)
