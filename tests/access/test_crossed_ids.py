"""Bar A1, ids of one case below the number of another: 404, also for whoever sees both."""

import pytest
from django.urls import reverse

from tests.access.expecting import _PARAMETERS
from tests.access.harness import Visitor, addresses, parameters_of
from tests.access.scene import Scene

pytestmark = pytest.mark.django_db

OTHERS = set(_PARAMETERS) - {"number"}
CROSSED = sorted(name for name in addresses() if "number" in parameters_of(name) and OTHERS & set(parameters_of(name)))


def test_there_are_addresses_to_cross() -> None:
    assert len(CROSSED) >= 6


@pytest.mark.parametrize("key", ["head", "caseworker", "other_unit", "citizen", "stranger", "second_party"])
@pytest.mark.parametrize("name", CROSSED)
def test_an_id_of_another_case_is_not_found(scene: Scene, key: str, name: str) -> None:
    visitor = Visitor(scene, key)
    for one, other in (("plain", "foreign"), ("foreign", "plain"), ("plain", "protected"), ("protected", "sealed")):
        values: dict[str, object] = {"number": scene.cases[one].number}
        for parameter in parameters_of(name):
            if parameter != "number":
                values[parameter] = scene.cases[other].ids[_PARAMETERS[parameter]]
        for method in ("GET", "POST"):
            answer = visitor.ask(method, reverse(name, kwargs=values), {} if method == "POST" else None)
            assert answer.status in {404, 405}, (key, method, name, answer.status)
            assert not answer.found or key == "head", answer.found
