"""Rows of the permission table for programs, integrations, and what programs read."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row

_ADMIN = who.Who({"administrator"})
_TYPES_ONLY = who.Who({"client_types_only"})
_FULL = who.PROGRAMS - _TYPES_ONLY
_ONE = {"key": "journal"}
_GONE = {"key": "findes-ikke"}


def _act(act: str, **data: str) -> Row:
    return Row("admin:integration", POST, {302: _ADMIN}, given=_ONE, data={"act": act, **data})


def _of_case(url: str, **given: object) -> Row:
    answers = {200: "programs", 403: _TYPES_ONLY, 401: who.EVERYBODY}
    return Row(url, GET, answers, on=ALL, given=given, anonymous=401)


ADMIN = [
    Row("admin:integrations", GET, {200: _ADMIN}),
    Row("admin:integrations", POST, {}, data={"act": "no-such-act"}),
    Row("admin:integrations", POST, {302: _ADMIN}, data={"act": "post-again"}),
    Row("admin:integration-new", GET, {200: _ADMIN}),
    Row("admin:integration-new", POST, {422: _ADMIN}),
    Row("admin:integration", GET, {200: _ADMIN}, given=_ONE),
    Row("admin:integration", GET, {}, given=_GONE),
    Row("admin:integration", POST, {}, given=_GONE, data={"act": "pause"}),
    Row("admin:integration", POST, {}, given=_ONE, data={"act": "no-such-act"}),
    Row("admin:integration", POST, {200: _ADMIN}, given=_ONE, data={"act": "secret"}),
    _act("retry"),
    _act("skip", delivery="1"),
    _act("replay", position="1"),
    _act("change", name="Journalen", version="1"),
    _act("pause"),
    _act("resume"),
    _act("end"),
    Row("admin:client", GET, {200: _ADMIN}, given={"client_id": "program"}),
    Row("admin:client", GET, {}, given={"client_id": "findes-ikke"}),
    Row("admin:client", POST, {302: _ADMIN}, given={"client_id": "program"}),
]

API = [
    Row("api-v1:events", GET, {200: _FULL, 403: _TYPES_ONLY}, rest=401, anonymous=401),
    *[_of_case(f"api-v1:{name}_of") for name in ("parties", "documents", "decisions", "plans", "interventions")],
    *[_of_case(f"api-v1:{name}_of") for name in ("messages", "appointments")],
    _of_case("api-v1:document_file", document_id="file_entry"),
    Row(
        "api-v1:document_file",
        GET,
        {403: _TYPES_ONLY, 401: who.EVERYBODY},
        on=TWO,
        given={"document_id": "withheld_file_entry"},
        anonymous=401,
    ),
]

EXCHANGE = [*ADMIN, *API]
