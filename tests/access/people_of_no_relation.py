"""Actors who have a relation to nothing: whatever they are shown, they should not have been."""

from borgerfokus.core.access import CITIZEN_VERBS, Role, verbs_of
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, ActorKind
from borgerfokus.foundation.login.clients import API_VERBS
from tests.access.scene import Scene

_NOBODYS = 999_999_999


def nobody_related(scene: Scene) -> dict[str, Actor]:
    """Somebody of each kind who has nothing to do with any case or person of the scene."""
    unit = scene.world.units["uvedkommende"].pk
    return {
        "anonymous": ANONYMOUS,
        "other citizen": Actor(
            kind=ActorKind.CITIZEN,
            id=_NOBODYS,
            verbs=CITIZEN_VERBS,
            persons=frozenset({_NOBODYS}),
            subjects=frozenset({f"person:{_NOBODYS}"}),
        ),
        "other unit": Actor(
            kind=ActorKind.EMPLOYEE,
            id=_NOBODYS,
            verbs=verbs_of(roles=[Role.CASEWORKER]),
            unit_id=unit,
            units=frozenset({unit}),
            subjects=frozenset({f"employee:{_NOBODYS}", f"unit:{unit}"}),
        ),
        "leader of another unit": Actor(
            kind=ActorKind.EMPLOYEE,
            id=_NOBODYS,
            verbs=verbs_of(roles=[Role.TEAM_LEADER]),
            unit_id=unit,
            units=frozenset({unit}),
            led=frozenset({unit}),
            subjects=frozenset({f"employee:{_NOBODYS}", f"unit:{unit}"}),
        ),
        "administrator": Actor(
            kind=ActorKind.EMPLOYEE,
            id=_NOBODYS,
            verbs=verbs_of(roles=[Role.ADMINISTRATOR]),
            subjects=frozenset({f"employee:{_NOBODYS}"}),
        ),
        "client without unit": Actor(
            kind=ActorKind.CLIENT, id=_NOBODYS, verbs=API_VERBS, subjects=frozenset({f"client:{_NOBODYS}"})
        ),
    }
