"""May this actor do this to this case? One pure answer from the two tables."""

from collections.abc import Iterable

from borgerfokus.core.access.relations import (
    OWN_RELATIONS,
    RELATION_FORBIDS,
    RELATION_VERBS,
    SCOPE_VERBS,
    SEALED_RELATIONS,
    Relation,
    Scope,
)
from borgerfokus.core.access.verbs import CASE_VERBS, Verb

_NOTHING: frozenset[Verb] = frozenset()


def permitted(
    *,
    verbs: frozenset[Verb],
    relations: Iterable[Relation],
    sealed: bool,
    scopes: frozenset[Scope] = frozenset(),
) -> frozenset[Verb]:
    """The verbs that an actor may use on one case.

    `verbs` is what the actor carries by role, `relations` how the actor stands to the case (none at all means
    `Relation.NONE`), `scopes` what a power of attorney covers. Verbs that are not about a case pass through.
    """
    standing = frozenset(relations) or frozenset({Relation.NONE})
    if standing & OWN_RELATIONS:
        standing &= OWN_RELATIONS
    if sealed:
        standing &= SEALED_RELATIONS
    allowed = _NOTHING.union(*(_by_relation(relation=relation, scopes=scopes) for relation in standing))
    forbidden = _NOTHING.union(*(RELATION_FORBIDS.get(relation, _NOTHING) for relation in standing))
    return verbs & (allowed - forbidden | _WITHOUT_CASE)


def may(
    *,
    verbs: frozenset[Verb],
    relations: Iterable[Relation],
    verb: Verb,
    sealed: bool,
    scopes: frozenset[Scope] = frozenset(),
) -> bool:
    """Whether the actor may use `verb` here; see `permitted` for the arguments."""
    return verb in permitted(verbs=verbs, relations=relations, sealed=sealed, scopes=scopes)


def _by_relation(*, relation: Relation, scopes: frozenset[Scope]) -> frozenset[Verb]:
    if relation is Relation.ATTORNEY:
        return _NOTHING.union(*(SCOPE_VERBS[scope] for scope in scopes))
    return RELATION_VERBS[relation]


_WITHOUT_CASE: frozenset[Verb] = frozenset(Verb) - CASE_VERBS
