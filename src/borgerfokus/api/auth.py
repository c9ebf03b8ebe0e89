"""Who calls: the middleware has turned the bearer token into an actor."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from borgerfokus.api.problems import Refused
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.login.request import Request


class Bearer(HttpBearer):
    """A token from /api/v1/token. It is read by the middleware, once, before the operation."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:  # noqa: ARG002 - the base names it
        """The client, or None: then the answer is 401."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        return actor if actor.kind is ActorKind.CLIENT else None


def client(request: Request, verb: Verb) -> Actor:
    """The calling client. Raises Refused (403) unless it carries the verb."""
    if not request.actor.can(verb):
        raise Refused(title=f"This client does not carry {verb}.", code="verb_missing", status=403)
    return request.actor
