"""Who may do what: verbs and roles as data, relations to a case, and one function that decides."""

from borgerfokus.core.access.acting import ACTING, Acting, EndedBy, covers
from borgerfokus.core.access.decide import may, permitted
from borgerfokus.core.access.family import FAMILY, Ages, Member, Rights, member_of
from borgerfokus.core.access.relations import (
    OWN_RELATIONS,
    RELATION_FORBIDS,
    RELATION_NAMES,
    RELATION_VERBS,
    SCOPE_VERBS,
    SEALED_RELATIONS,
    STAFF_RELATIONS,
    Relation,
    Scope,
)
from borgerfokus.core.access.roles import (
    CITIZEN_VERBS,
    ROLE_DESCRIPTIONS,
    ROLE_NAMES,
    ROLE_VERBS,
    Role,
    verbs_of,
)
from borgerfokus.core.access.verbs import CASE_VERBS, Verb

__all__ = [
    "ACTING",
    "CASE_VERBS",
    "CITIZEN_VERBS",
    "FAMILY",
    "OWN_RELATIONS",
    "RELATION_FORBIDS",
    "RELATION_NAMES",
    "RELATION_VERBS",
    "ROLE_DESCRIPTIONS",
    "ROLE_NAMES",
    "ROLE_VERBS",
    "SCOPE_VERBS",
    "SEALED_RELATIONS",
    "STAFF_RELATIONS",
    "Acting",
    "Ages",
    "EndedBy",
    "Member",
    "Relation",
    "Rights",
    "Role",
    "Scope",
    "Verb",
    "covers",
    "may",
    "member_of",
    "permitted",
    "verbs_of",
]
