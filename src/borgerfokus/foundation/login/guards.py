"""Who may reach a view, and for which purpose data is looked at there. A view without a mark is refused.

The marks are read by ScopeMiddleware; put them outermost, on the function or on a class view's `dispatch`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.urls import URLPattern, URLResolver

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.scope import Purpose

_MARK: Final = "guard"
_View = TypeVar("_View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Guard:
    """`kinds` may reach the view (None: everybody), with `verb` if one is named.

    `keeps_text` says whether what is posted after the session has ended is kept for the person. `nameless` says that
    whoever asks is nobody there, logged in or not: neither page nor logs can tell who it was. `fresh` are the methods
    for which a login of long ago is not enough, `fresh_acts` the acts of posted forms, and `limit` is the limit that
    each request counts for.
    """

    purpose: Purpose
    kinds: frozenset[ActorKind] | None = None
    verb: Verb | None = None
    keeps_text: bool = True
    nameless: bool = False
    fresh: frozenset[str] = frozenset()
    fresh_acts: frozenset[str] = frozenset()
    limit: str = ""

    @property
    def is_public(self) -> bool:
        """Whether nobody needs to log in."""
        return self.kinds is None

    def admits(self, actor: Actor) -> bool:
        """Whether the actor may reach the view."""
        if self.kinds is None:
            return True
        return actor.kind in self.kinds and (self.verb is None or actor.can(self.verb))


API: Final = Guard(purpose=Purpose.EXCHANGE, keeps_text=False, limit="api")
"""The guard of every address below /api/: there each operation asks for its own verb."""


def public(*, purpose: Purpose = Purpose.PUBLIC) -> Callable[[_View], _View]:
    """Everybody, logged in or not."""
    return _marked(Guard(purpose=purpose))


def nameless(*, purpose: Purpose = Purpose.PUBLIC) -> Callable[[_View], _View]:
    """Everybody, and nobody is known there: whoever is logged in stays so, and acts as a visitor."""
    return _marked(Guard(purpose=purpose, keeps_text=False, nameless=True))


def citizen_only(
    *, purpose: Purpose = Purpose.OWN_CASE, keeps_text: bool = True, fresh: str = ""
) -> Callable[[_View], _View]:
    """Citizens who are logged in, lately for the methods of `fresh` ("GET POST")."""
    kinds = frozenset({ActorKind.CITIZEN})
    return _marked(Guard(purpose=purpose, kinds=kinds, keeps_text=keeps_text, fresh=frozenset(fresh.split())))


def staff_only(
    *, purpose: Purpose, verb: Verb | None = None, keeps_text: bool = True, fresh_acts: str = "", limit: str = ""
) -> Callable[[_View], _View]:
    """Employees who are logged in, with the verb if one is named; lately for `fresh_acts` ("issue approve")."""
    kinds, acts = frozenset({ActorKind.EMPLOYEE}), frozenset(fresh_acts.split())
    return _marked(
        Guard(purpose=purpose, kinds=kinds, verb=verb, keeps_text=keeps_text, fresh_acts=acts, limit=limit)
    )


def logged_in(*, purpose: Purpose, keeps_text: bool = True) -> Callable[[_View], _View]:
    """Citizens and employees who are logged in."""
    kinds = frozenset({ActorKind.CITIZEN, ActorKind.EMPLOYEE})
    return _marked(Guard(purpose=purpose, kinds=kinds, keeps_text=keeps_text))


def guard_of(view: Callable[..., Any]) -> Guard | None:
    """The mark of a view, or None."""
    found = getattr(view, _MARK, None)
    return found if isinstance(found, Guard) else None


def unmarked(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every address below `patterns`, those of the API apart, whose view says nothing of who may reach it."""
    for pattern in patterns:
        address = f"{prefix}{pattern.pattern}"
        if address.startswith("api/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from unmarked(pattern.url_patterns, address)
        elif guard_of(pattern.callback) is None:
            yield address


def _marked(guard: Guard) -> Callable[[_View], _View]:
    def mark(view: _View) -> _View:
        setattr(view, _MARK, guard)
        return view

    return mark
