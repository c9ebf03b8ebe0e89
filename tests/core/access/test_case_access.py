"""Who may do what to a case: readable tables of role, relation and the expected answer."""

import pytest

from borgerfokus.core.access import (
    CASE_VERBS,
    CITIZEN_VERBS,
    OWN_RELATIONS,
    RELATION_VERBS,
    ROLE_VERBS,
    SEALED_RELATIONS,
    Relation,
    Role,
    Scope,
    Verb,
    may,
    permitted,
    verbs_of,
)

STAFF = (
    # role, relation, sealed, sees, writes in the journal, issues, assigns, may break the glass
    (Role.CASEWORKER, Relation.CASEWORKER, False, True, True, True, False, False),
    (Role.CASEWORKER, Relation.CASEWORKER, True, True, True, True, False, False),
    (Role.CASEWORKER, Relation.SAME_UNIT, False, True, True, True, False, False),
    (Role.CASEWORKER, Relation.SAME_UNIT, True, False, False, False, False, False),
    (Role.CASEWORKER, Relation.CONSULTED, False, True, True, False, False, False),
    (Role.CASEWORKER, Relation.HANDED_TO, False, True, False, False, False, False),
    (Role.CASEWORKER, Relation.BREAK_GLASS, False, True, False, False, False, False),
    (Role.CASEWORKER, Relation.BREAK_GLASS, True, False, False, False, False, False),
    (Role.CASEWORKER, Relation.NONE, False, False, False, False, False, True),
    (Role.CASEWORKER, Relation.NONE, True, False, False, False, False, False),
    (Role.TEAM_LEADER, Relation.LEADER, False, True, True, True, True, False),
    (Role.TEAM_LEADER, Relation.LEADER, True, False, False, False, False, False),
    (Role.TEAM_LEADER, Relation.GRANTED, True, True, True, True, True, False),
    (Role.HEALTH_STAFF, Relation.SAME_UNIT, False, True, True, False, False, False),
    (Role.SECOND_READER, Relation.SAME_UNIT, False, True, False, False, False, False),
    (Role.DIRECTOR, Relation.LEADER, False, False, False, False, False, False),
    (Role.RECEPTION, Relation.SAME_UNIT, False, False, False, False, False, False),
    (Role.CONTROLLER, Relation.SAME_UNIT, False, False, False, False, False, False),
    (Role.HR, Relation.SAME_UNIT, False, False, False, False, False, False),
    (Role.DATA_PROTECTION_OFFICER, Relation.NONE, False, False, False, False, False, False),
    (Role.ADMINISTRATOR, Relation.SAME_UNIT, False, False, False, False, False, False),
    (Role.POLITICIAN, Relation.NONE, False, False, False, False, False, False),
)


@pytest.mark.parametrize(
    ("role", "relation", "sealed", "sees", "writes", "issues", "assigns", "breaks"), STAFF, ids=str
)
def test_staff(
    *,
    role: Role,
    relation: Relation,
    sealed: bool,
    sees: bool,
    writes: bool,
    issues: bool,
    assigns: bool,
    breaks: bool,
) -> None:
    verbs = permitted(verbs=ROLE_VERBS[role], relations={relation}, sealed=sealed)
    wanted = {
        Verb.CASE_SEE: sees,
        Verb.JOURNAL_WRITE: writes,
        Verb.DECISION_ISSUE: issues,
        Verb.CASE_ASSIGN: assigns,
        Verb.BREAK_GLASS: breaks,
    }
    assert {verb: verb in verbs for verb in wanted} == wanted


CITIZENS = (
    # relation, scopes, sees, comments, appeals, receives letters, withdraws
    (Relation.PARTY, (), True, True, True, True, True),
    (Relation.GUARDIAN, (), True, True, True, True, True),
    (Relation.REPRESENTATIVE, (), True, True, True, True, False),
    (Relation.ATTORNEY, (), False, False, False, False, False),
    (Relation.ATTORNEY, (Scope.READ,), True, False, False, False, False),
    (Relation.ATTORNEY, (Scope.RECEIVE_POST,), True, False, False, True, False),
    (Relation.ATTORNEY, (Scope.ACT,), True, True, True, False, True),
    (Relation.ATTORNEY, (Scope.ACT, Scope.RECEIVE_POST), True, True, True, True, True),
    (Relation.NONE, (), False, False, False, False, False),
)


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize(
    ("relation", "scopes", "sees", "comments", "appeals", "post", "withdraws"), CITIZENS, ids=str
)
def test_citizens_and_a_seal_is_not_against_them(
    *,
    relation: Relation,
    scopes: tuple[Scope, ...],
    sees: bool,
    comments: bool,
    appeals: bool,
    post: bool,
    withdraws: bool,
    sealed: bool,
) -> None:
    verbs = permitted(verbs=CITIZEN_VERBS, relations={relation}, sealed=sealed, scopes=frozenset(scopes))
    wanted = {
        Verb.CASE_SEE: sees,
        Verb.COMMENT_WRITE: comments,
        Verb.APPEAL_FILE: appeals,
        Verb.LETTER_RECEIVE: post,
        Verb.CASE_WITHDRAW: withdraws,
    }
    assert {verb: verb in verbs for verb in wanted} == wanted


def test_nobody_outside_the_party_sees_what_is_withheld_from_the_party() -> None:
    for relation in OWN_RELATIONS | {Relation.PARTNER}:
        verbs = permitted(verbs=frozenset(Verb), relations={relation}, sealed=False, scopes=frozenset(Scope))
        assert Verb.WITHHELD_SEE not in verbs, relation


def test_break_glass_only_sees() -> None:
    verbs = permitted(verbs=ROLE_VERBS[Role.TEAM_LEADER], relations={Relation.BREAK_GLASS}, sealed=False)
    assert verbs & CASE_VERBS == {Verb.CASE_SEE, Verb.WITHHELD_SEE}


def test_a_sealed_case_opens_for_no_relation_outside_the_list() -> None:
    for relation in set(Relation) - SEALED_RELATIONS:
        verbs = permitted(verbs=frozenset(Verb), relations={relation}, sealed=True, scopes=frozenset(Scope))
        assert not verbs & {Verb.CASE_SEE, Verb.BREAK_GLASS, Verb.API_CASES_READ}, relation


def test_the_caseworker_never_approves_the_own_decision() -> None:
    verbs = verbs_of(roles=[Role.CASEWORKER, Role.SECOND_READER])
    both = {Relation.CASEWORKER, Relation.SAME_UNIT}
    assert not may(verbs=verbs, relations=both, verb=Verb.DECISION_APPROVE, sealed=False)
    assert may(verbs=verbs, relations={Relation.SAME_UNIT}, verb=Verb.DECISION_APPROVE, sealed=False)


def test_an_employee_who_is_party_is_only_party() -> None:
    relations = {Relation.PARTY, Relation.SAME_UNIT, Relation.LEADER}
    verbs = permitted(verbs=ROLE_VERBS[Role.TEAM_LEADER] | CITIZEN_VERBS, relations=relations, sealed=False)
    assert Verb.CASE_SEE in verbs
    assert not verbs & {Verb.CASE_EDIT, Verb.DECISION_DRAFT, Verb.WITHHELD_SEE, Verb.BREAK_GLASS}


def test_a_client_reads_with_its_own_verbs_only() -> None:
    client = frozenset({Verb.API_CASES_READ})
    assert permitted(verbs=client, relations={Relation.CLIENT}, sealed=False) == client
    assert not permitted(verbs=client, relations=(), sealed=False)
    assert not permitted(verbs=client, relations={Relation.CLIENT}, sealed=True)


def test_verbs_that_are_not_about_a_case_need_no_relation() -> None:
    reception = ROLE_VERBS[Role.RECEPTION]
    assert may(verbs=reception, relations=(), verb=Verb.PERSON_SEARCH, sealed=False)
    assert not may(verbs=ROLE_VERBS[Role.HR], relations=(), verb=Verb.PERSON_SEARCH, sealed=False)


def test_every_case_verb_is_permitted_by_some_relation() -> None:
    assert frozenset().union(*RELATION_VERBS.values()) == CASE_VERBS
