"""Rows of evidence in depth, the chase, the texts of letters, and appeals in full."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row, acts_on, read_only

_WRITERS = who.Who({"administrator", "head"})
_LETTER = {"key": "notice.closed", "case_type": "alle"}
_VERSION = {"version_id": "wording"}

EVIDENCE = [
    *read_only("staff:chase staff:chase-csv", who.SEE_CASES),
    *acts_on(
        "staff:information",
        {
            "ask-one": ("recorders", 422),
            "ask-all": ("recorders", 302),
            "withdraw-request": ("recorders", 422),
            "confirm": ("recorders", 422),
            "consent": ("recorders", 422),
            "consent-withdraw": ("recorders", 422),
        },
    ),
    *acts_on("staff:fact", {"contradict": ("recorders", 422), "settle": ("recorders", 422)}, key="O7"),
    *acts_on("staff:decisions", {"lesson": ("workers", 422), "more-time": ("workers", 422)}),
    Row("management:appeals", POST, {302: who.TEAM}, data={"treated_on": "nonsense"}),
    Row("admin:wordings", GET, {200: _WRITERS}),
    Row("admin:wordings", POST, {405: _WRITERS}),
    Row("admin:wording", GET, {200: _WRITERS}, given=_LETTER),
    Row("admin:wording", POST, {422: _WRITERS}, given=_LETTER, data={"then": "save"}),
    Row("admin:wording", POST, {200: _WRITERS}, given=_LETTER, data={"then": "preview"}),
    Row("admin:wording-pdf", GET, {200: _WRITERS}, given=_LETTER),
    Row("admin:wording-pdf", POST, {405: _WRITERS}, given=_LETTER),
    Row("admin:wording-version", GET, {200: _WRITERS}, given=_VERSION),
    Row("admin:wording-version", POST, {405: _WRITERS}, given=_VERSION),
    Row("admin:wording-act", GET, {405: _WRITERS}, given=_VERSION),
    Row("admin:wording-act", POST, {302: _WRITERS}, given=_VERSION, data={"act": "publish", "from": "2026-12-01"}),
    Row("admin:wording-act", POST, {}, given=_VERSION, data={"act": "no-such-act"}),
]
