"""How many statements a request sends to PostgreSQL, counted in this process."""

from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from borgerfokus.cli.bench.acts import Act, Request

_TURNS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
_SCOPE = "bf.subject"
_LOG = "audit_lookup"


@dataclass(frozen=True)
class Count:
    """`own` is beside the session: without who asks, the scope, the look-up log and the turns of the transaction."""

    own: int
    all: int


def count(act: Act) -> Count:
    """The statements of the act's second request: the first has filled what a process keeps."""
    _send(act, act.requests[0])
    with CaptureQueriesContext(connection) as caught:
        _send(act, act.requests[-1])
    said = [query["sql"] for query in caught]
    entered = next((place for place, one in enumerate(said) if _SCOPE in one), -1)
    own = [one for one in said[entered + 1 :] if not one.startswith(_TURNS) and _LOG not in one]
    return Count(own=len(own), all=len(said))


def _send(act: Act, request: Request) -> None:
    client = Client(headers=request.headers, SERVER_NAME="127.0.0.1")
    answer = client.generic(
        request.method, request.path, request.body or "", content_type=request.headers.get("Content-Type", "")
    )
    if answer.status_code != act.status:
        raise RuntimeError(f"{request.path} answered {answer.status_code}, not {act.status}")
