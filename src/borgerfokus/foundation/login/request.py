"""The request as views see it, once the middleware has said who asks and when."""

from datetime import datetime

from django.http import HttpRequest

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Scope


class Request(HttpRequest):
    """`actor` asks, `moment` is the request's one reading of the clock, `scope` is open while the view runs.

    `ended` is the subject ("citizen:7") whose session ran out or was ended, or "" when there was none.
    """

    actor: Actor
    moment: datetime
    scope: Scope
    ended: str
