"""Once: a process that had read one database's case types took another's, restored under the same name, for them."""

import pytest
from django.utils.timezone import now
from tests.factories.world import World

from borgerfokus.apps.casework.models import CaseTypeVersion

pytestmark = pytest.mark.django_db


def loaded(key: str, document: str) -> CaseTypeVersion:
    """A version as it is read from a database, with the id of any other."""
    values = {"id": 900_001, "key": key, "number": 1, "document": document, "saved_at": now()}
    return CaseTypeVersion.from_db("default", list(values), list(values.values()))


def test_versions_of_one_id_are_told_apart(world: World) -> None:
    documents = dict(CaseTypeVersion.objects.filter(key__in=["sel-85", "sel-100"]).values_list("key", "document"))
    assert [loaded(key, documents[key]).spec.key for key in ("sel-85", "sel-100")] == ["sel-85", "sel-100"]
