"""Rows of the permission table for the citizen's rights: access, data, the whole copy, erasure."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on, read_only

_SELF = who.CITIZENS
_ERASERS = who.ERASERS
_HANDLERS = who.CASEWORKERS
_MINE = {"request_id": "access"}
_ANSWERED = {"request_id": "access_answered"}

CITIZEN = [
    Row("citizen:access", GET, {200: _SELF}),
    Row("citizen:access", POST, {422: _SELF}),
    Row("citizen:access_status", GET, {200: "asker"}, on=ALL, given=_MINE),
    Row("citizen:access_status", GET, {200: "asker"}, on=ALL, given=_ANSWERED),
    Row("citizen:access_status", POST, {405: _SELF}, on=TWO, given=_MINE),
    Row("citizen:access_pdf", GET, {200: "asker"}, on=ALL, given=_ANSWERED),
    Row("citizen:access_pdf", GET, {}, on=TWO, given=_MINE),
    Row("citizen:access_pdf", POST, {405: _SELF}, on=TWO, given=_ANSWERED),
    Row("citizen:access_complain", GET, {405: _SELF}, on=TWO, given=_MINE),
    Row("citizen:access_complain", POST, {302: "asker"}, on=TWO, given=_MINE, data={"text": "Det tager tid."}),
    Row("citizen:access_withdraw", GET, {405: _SELF}, on=TWO, given=_MINE),
    Row("citizen:access_withdraw", POST, {302: "asker"}, on=TWO, given=_MINE),
    Row("citizen:copy", GET, {200: _SELF}),
    Row("citizen:copy", POST, {302: _SELF}),
    Row("citizen:copy_file", GET, {}, on=TWO, given={"export_id": "copy"}),
    Row("citizen:copy_file", POST, {405: _SELF}, on=TWO, given={"export_id": "copy"}),
    Row("citizen:correct", GET, {200: _SELF}),
    Row("citizen:correct", POST, {422: _SELF}),
    Row("citizen:erase", GET, {200: _SELF}),
    Row("citizen:erase", POST, {422: _SELF}),
]

STAFF = [
    *read_only("staff:access", _HANDLERS),
    Row("staff:rights", GET, {200: "readers"}, on=ALL),
    *acts_on("staff:rights", {"record-access": ("workers", 422), "answer-data": ("workers", 422)}),
    Row("staff:access-request", GET, {200: "workers"}, on=ALL, given=_MINE),
    *acts_on(
        "staff:access-request",
        {
            "prepare-access": ("workers", 302),
            "settle-access": ("workers", 302),
            "delay-access": ("workers", 422),
            "reasons": ("workers", 422),
            "read-access": ("workers", 302),
            "answer-access": ("workers", 302),
            "forward-complaint": ("workers", 302),
        },
        **_MINE,
    ),
    Row("staff:access-preview", GET, {200: "workers"}, on=ALL, given=_ANSWERED),
    Row("staff:access-preview", POST, {405: _HANDLERS}, on=TWO, given=_ANSWERED),
    Row("staff:access-item", GET, {200: "workers"}, on=ALL, given={**_MINE, "item_id": "access_item"}),
    *acts_on("staff:access-item", {"treat": ("workers", 422)}, **_MINE, item_id="access_item"),
]

MANAGEMENT = [
    *read_only("management:rights", who.Who({"dpo"})),
    Row("management:erasure", GET, {200: _ERASERS}),
    Row("management:erasure", POST, {}, data={"act": "no-such-act"}),
    Row("management:erasure", POST, {302: _ERASERS}, data={"act": "hold", "number": "x"}),
    Row("management:certificate", GET, {}, given={"erasure_id": 999}),
    Row("management:certificate", POST, {405: _ERASERS}, given={"erasure_id": 999}),
]

ROWS = [*CITIZEN, *STAFF, *MANAGEMENT]
