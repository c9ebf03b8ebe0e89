"""A field that a program was not given is absent, for every field of every resource."""

import pytest

from borgerfokus.core.exchange.fields import AS_BEFORE, GROUP_NAMES, RESOURCES, FieldGroup, known, shown

FIELDS = [
    (resource, name, group)
    for resource, fields in RESOURCES.items()
    for name, group in fields.items()
    if group is not None
]


@pytest.mark.parametrize(("resource", "name", "group"), FIELDS, ids=str)
def test_a_field_is_there_with_its_group_and_absent_without(resource: str, name: str, group: FieldGroup) -> None:
    row = dict.fromkeys(RESOURCES[resource], "x")
    everything_else = frozenset(FieldGroup) - {group}
    assert name in shown(resource=resource, row=row, groups=frozenset({group}))
    assert name not in shown(resource=resource, row=row, groups=everything_else)


@pytest.mark.parametrize("resource", RESOURCES)
def test_without_any_group_only_what_stands_in_none_is_told(resource: str) -> None:
    row = {**dict.fromkeys(RESOURCES[resource], "x"), "secret": "y"}
    found = shown(resource=resource, row=row, groups=frozenset())
    assert set(found) == {name for name, group in RESOURCES[resource].items() if group is None}
    assert "secret" not in shown(resource=resource, row=row, groups=frozenset(FieldGroup))


def test_every_group_has_a_name_and_a_field() -> None:
    used = {group for fields in RESOURCES.values() for group in fields.values() if group}
    assert set(GROUP_NAMES) == used == set(FieldGroup)
    assert known(["citizen", "nothing"]) == {FieldGroup.CITIZEN}
    assert set(FieldGroup) > AS_BEFORE
