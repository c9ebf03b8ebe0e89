"""Who may act for a citizen: the whole table written out by hand, every relation against every verb and scope."""

from itertools import combinations

import pytest

from borgerfokus.core.access import (
    ACTING,
    CASE_VERBS,
    CITIZEN_VERBS,
    FAMILY,
    OWN_RELATIONS,
    EndedBy,
    Member,
    Relation,
    Scope,
    Verb,
    covers,
    permitted,
)

SEE, UPLOAD, COMMENT = Verb.CASE_SEE, Verb.DOCUMENT_ADD, Verb.COMMENT_WRITE
ALL = {
    SEE,
    UPLOAD,
    COMMENT,
    Verb.CASE_WITHDRAW,
    Verb.PLAN_SIGN,
    Verb.MESSAGE_SEND,
    Verb.APPOINTMENT_BOOK,
    Verb.HEARING_ANSWER,
    Verb.LETTER_RECEIVE,
    Verb.APPEAL_FILE,
    Verb.FILE_EXPORT,
}
IN_A_CASE = {
    # relation: what it may do to a case of the citizen's
    Relation.PARTY: ALL,
    Relation.GUARDIAN: ALL,
    Relation.CUSTODY: ALL,
    Relation.REPRESENTATIVE: ALL - {Verb.CASE_WITHDRAW, Verb.PLAN_SIGN},
    Relation.BESIDE: {SEE, UPLOAD},
}
BY_SCOPE = {
    Scope.READ: {SEE, Verb.FILE_EXPORT},
    Scope.ACT: ALL - {Verb.LETTER_RECEIVE},
    Scope.RECEIVE_POST: {SEE, Verb.LETTER_RECEIVE},
}
ACROSS = (
    # relation, sees the cases, may ask for help, gets the letters, base data, one case only, who ends it
    (Relation.GUARDIAN, True, True, True, True, False, EndedBy.REGISTER),
    (Relation.CUSTODY, True, True, True, True, False, EndedBy.REGISTER),
    (Relation.REPRESENTATIVE, True, True, False, False, True, EndedBy.CITIZEN),
    (Relation.BESIDE, True, True, False, False, False, EndedBy.BOTH),
)
POST_IF_CHOSEN = {Relation.REPRESENTATIVE}
"""Those who get the letters when the citizen has chosen it, and not otherwise."""
SETS = [frozenset(chosen) for size in range(4) for chosen in combinations(Scope, size)]


def test_nobody_is_left_out() -> None:
    assert set(IN_A_CASE) | {Relation.ATTORNEY} == set(OWN_RELATIONS)
    assert set(ACTING) == set(OWN_RELATIONS) - {Relation.PARTY}
    assert {relation for relation, *_ in ACROSS} | {Relation.ATTORNEY} == set(ACTING)


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("scopes", SETS, ids=lambda chosen: "+".join(sorted(chosen)) or "none")
@pytest.mark.parametrize("relation", sorted(OWN_RELATIONS))
def test_every_verb_of_every_relation(relation: Relation, scopes: frozenset[Scope], sealed: bool) -> None:
    """By the literal table: what is not in it is refused, whatever the scopes and whatever the actor carries."""
    expected = (
        set().union(*(BY_SCOPE[scope] for scope in scopes))
        if relation is Relation.ATTORNEY
        else IN_A_CASE[relation]
    )
    allowed = permitted(verbs=frozenset(Verb), relations={relation}, sealed=sealed, scopes=scopes)
    assert allowed & CASE_VERBS == expected


@pytest.mark.parametrize(("relation", "sees", "asks", "post", "data", "one", "ended"), ACROSS, ids=str)
def test_what_goes_beyond_a_case(
    *, relation: Relation, sees: bool, asks: bool, post: bool, data: bool, one: bool, ended: EndedBy
) -> None:
    for scopes in SETS:
        covered = tuple(covers(relation=relation, scopes=scopes, wanted=scope) for scope in Scope)
        chosen = relation in POST_IF_CHOSEN and Scope.RECEIVE_POST in scopes
        assert covered == (sees, asks, post or chosen)
    row = ACTING[relation]
    assert (row.base_data, row.one_case, row.ended_by) == (data, one, ended)


@pytest.mark.parametrize("scopes", SETS, ids=lambda chosen: "+".join(sorted(chosen)) or "none")
def test_a_power_of_attorney_covers_what_was_chosen(scopes: frozenset[Scope]) -> None:
    for scope in Scope:
        assert covers(relation=Relation.ATTORNEY, scopes=scopes, wanted=scope) is (scope in scopes)
    assert ACTING[Relation.ATTORNEY].ended_by is EndedBy.CITIZEN


def test_nothing_else_is_a_right_to_act() -> None:
    for relation in set(Relation) - set(ACTING):
        assert not any(covers(relation=relation, scopes=frozenset(Scope), wanted=scope) for scope in Scope)


def test_every_row_is_told_in_both_languages() -> None:
    for row in ACTING.values():
        assert row.text.da != row.text.en


def test_the_young_acts_alone_but_gives_no_power() -> None:
    assert CITIZEN_VERBS - FAMILY[Member.YOUNG].verbs == {Verb.POWER_GIVE, Verb.CASE_WITHDRAW}
    for member in (Member.SMALL_CHILD, Member.CHILD_PARTY, Member.PARENT):
        assert not FAMILY[member].verbs
    for member in (Member.ADULT, Member.CUSTODY, Member.GUARDIAN):
        assert FAMILY[member].verbs == CITIZEN_VERBS
