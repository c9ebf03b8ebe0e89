"""The tables are complete: each role, relation and verb has its row, its words and a use."""

from borgerfokus.core.access import (
    CASE_VERBS,
    CITIZEN_VERBS,
    RELATION_NAMES,
    RELATION_VERBS,
    ROLE_DESCRIPTIONS,
    ROLE_NAMES,
    ROLE_VERBS,
    SCOPE_VERBS,
    Relation,
    Role,
    Scope,
    Verb,
    verbs_of,
)

API = {verb for verb in Verb if verb.value.startswith("api.")}


def test_each_role_relation_and_scope_has_its_row_and_its_words() -> None:
    assert set(ROLE_VERBS) == set(ROLE_NAMES) == set(ROLE_DESCRIPTIONS) == set(Role)
    assert set(RELATION_VERBS) == set(RELATION_NAMES) == set(Relation)
    assert set(SCOPE_VERBS) == set(Scope)


def test_relations_permit_verbs_about_a_case_only() -> None:
    for relation, verbs in RELATION_VERBS.items():
        assert verbs <= CASE_VERBS, relation


def test_each_verb_is_carried_by_somebody() -> None:
    carried = verbs_of(roles=Role) | CITIZEN_VERBS | API
    assert set(Verb) == carried


def test_nobody_carries_api_verbs_by_role() -> None:
    assert not API & (verbs_of(roles=Role) | CITIZEN_VERBS)


def test_who_configures_sees_no_citizen() -> None:
    citizen = {Verb.CASE_SEE, Verb.PERSON_SEE, Verb.PERSON_SEARCH, Verb.PROTECTED_ADDRESS_SEE}
    for role in (Role.ADMINISTRATOR, Role.HR, Role.CONTROLLER, Role.POLITICIAN, Role.DATA_PROTECTION_OFFICER):
        assert not ROLE_VERBS[role] & citizen, role


def test_no_role_carries_no_verb() -> None:
    assert verbs_of(roles=[]) == frozenset()
