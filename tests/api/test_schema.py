"""Every answer of the API is as its description says, whatever a program sends (schemathesis reads it and tries)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.failures import FailureGroup

from borgerfokus.api import description
from borgerfokus.api.urls import v1
from borgerfokus.apps.casework.queries import exchange
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients
from tests.factories.world import World

TRIES = settings(
    max_examples=15,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""For each operation; enough to leave the ordinary path, few enough for every run of the tests."""


@pytest.fixture
def now() -> datetime:
    """The API reads the clock itself, so these cases live today."""
    return timezone.now()


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Requests stay in the transaction of the test: the handler would otherwise end its connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def bearer(world: World) -> dict[str, str]:
    """A client that carries every verb of the API and sees two units."""
    units = frozenset(world.units[key].pk for key in ("voksenteamet", "ydelsesteamet"))
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=world.at):
        made = clients.make(new=clients.NewClient(name="x", verbs=clients.API_VERBS, units=units), by=by, at=world.at)
        token = clients.issue_token(credentials=made, at=world.at)
    assert token is not None
    return {"Authorization": f"Bearer {token.value}"}


def _operations() -> list[Any]:
    schema = schemathesis.openapi.from_dict(v1.get_openapi_schema())
    schema.app = WSGIHandler()
    return [one.ok() for one in schema.get_all_operations()]  # type: ignore[union-attr]


@pytest.mark.parametrize("operation", _operations(), ids=lambda one: one.label)
def test_answers_are_as_described(operation: Any, bearer: dict[str, str], world: World) -> None:
    for _ in range(3):
        world.case(citizen_id=world.person())

    @TRIES
    @given(case=operation.as_strategy())
    def try_it(case: Any) -> None:
        case.call_and_validate(headers=bearer)

    try_it()


def test_the_description_in_the_documents_is_the_one_of_the_code() -> None:
    kept = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json").read_text("utf-8")
    assert kept == description.text(), "python -m borgerfokus.api.description > docs/reference/openapi.json"


def test_it_is_openapi_3_1_and_every_error_is_a_problem() -> None:
    schema = v1.get_openapi_schema()
    assert schema["openapi"].startswith("3.1")
    errors = [
        told["content"]
        for operations in schema["paths"].values()
        for operation in operations.values()
        for status, told in operation["responses"].items()
        if int(status) >= 400
    ]
    assert errors
    assert all(list(content) == ["application/problem+json"] for content in errors)


def test_a_wrong_answer_is_found(bearer: dict[str, str], world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case = world.case(citizen_id=world.person())
    monkeypatch.setitem(exchange._SHOWN, "version", "edition")
    operation = next(one for one in _operations() if one.label == "GET /api/v1/cases/{number}")
    with pytest.raises(FailureGroup):
        operation.Case(path_parameters={"number": case.number}).call_and_validate(headers=bearer)
