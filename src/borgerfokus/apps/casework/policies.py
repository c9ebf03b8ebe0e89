"""May this actor do this to this case? The relation is read here, the answer is `core.access`'s."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Relation, Scope, Verb, permitted
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground

_BY_GROUND = {
    Ground.CONSULTATION: Relation.CONSULTED,
    Ground.HANDOVER: Relation.HANDED_TO,
    Ground.PARTNER: Relation.PARTNER,
    Ground.SHARED: Relation.SHARED,
    Ground.BREAK_GLASS: Relation.BREAK_GLASS,
    Ground.NAMED: Relation.GRANTED,
    Ground.REPRESENTATIVE: Relation.REPRESENTATIVE,
    Ground.SUPERVISION: Relation.REVIEWER,
}


@dataclass(frozen=True)
class Standing:
    """How an actor stands to a case, and what it may therefore do to it."""

    relations: frozenset[Relation]
    verbs: frozenset[Verb]


def stands(*, case: Case, by: Actor, at: datetime) -> Standing:
    """How the actor stands to the case now."""
    if by.everything:
        return Standing(frozenset({Relation.NONE}), by.verbs)
    found = relations(case=case, by=by, at=at)
    verbs = permitted(verbs=by.verbs, relations=found, sealed=case.sealed, scopes=_scopes(by, case))
    return Standing(found, verbs)


def allowed(*, case: Case, by: Actor, at: datetime) -> frozenset[Verb]:
    """Everything that the actor may do to the case now."""
    return stands(case=case, by=by, at=at).verbs


def require(*, verb: Verb, case: Case, by: Actor, at: datetime) -> None:
    """Raises Hidden unless the actor may do this to the case."""
    if verb not in allowed(case=case, by=by, at=at):
        raise Hidden(f"{verb} {case.number}")


def relations(*, case: Case, by: Actor, at: datetime) -> frozenset[Relation]:
    """How the actor stands to the case now."""
    found: set[Relation] = set()
    if by.is_employee:
        if case.caseworker_id == by.id:
            found.add(Relation.CASEWORKER)
        if case.unit_id in by.led:
            found.add(Relation.LEADER)
        elif case.unit_id in by.units:
            found.add(Relation.SAME_UNIT)
    if by.kind is ActorKind.CLIENT and case.unit_id in by.units:
        found.add(Relation.CLIENT)
    if not found or case.sealed:
        found |= _granted(case=case, by=by, at=at)
    return frozenset(found or {Relation.NONE})


def _granted(*, case: Case, by: Actor, at: datetime) -> set[Relation]:
    found: set[Relation] = set()
    for grant in access.running_grants(case_id=case.pk, at=at).filter(subject__in=by.subjects):
        ground = Ground(grant.ground)
        if ground is Ground.PARTY:
            found |= _as_party(grant.subject, by)
        elif ground in _BY_GROUND:
            found.add(_BY_GROUND[ground])
    return found


def _as_party(subject: str, by: Actor) -> set[Relation]:
    if subject == f"person:{by.id}":
        return {Relation.PARTY}
    return {power.relation for power in by.powers if subject == f"person:{power.person_id}"}


def _scopes(by: Actor, case: Case) -> frozenset[Scope]:
    return frozenset(
        scope for power in by.powers if power.person_id == case.citizen_id for scope in power.scopes
    )
