"""The rows of notifications of concern: anybody may hand one in, the unit on duty alone sees one."""

from tests.access import columns as who
from tests.access.columns import Who
from tests.access.row import GET, POST, Row

ON_DUTY = Who({"handed_to", "head"})
"""The adviser of the children's unit, and the head above it."""
_HANDLE = who.CASEWORKERS - ON_DUTY
_GIVEN = {"reference": "concern"}
_FILE = {"reference": "concern", "file_id": "concern_file"}
_TOLD = {"seen": "Et barn er alene.", "function": "private", "anonymous": "on"}
_PLAIN = ("plain",)


def _acts(**answers: int) -> list[Row]:
    """What can be done on the page of a notification, with nothing else in the form."""
    return [
        Row("staff:concern", POST, {status: ON_DUTY}, on=_PLAIN, given=_GIVEN, data={"act": act})
        for act, status in answers.items()
    ]


ROWS = [
    Row("public:concern", GET, {200: who.EVERYBODY}),
    Row("public:concern", POST, {422: who.EVERYBODY}),
    Row("public:concern", POST, {200: who.EVERYBODY}, data=_TOLD),
    Row("staff:duty", GET, {200: ON_DUTY}),
    Row("staff:duty", POST, {405: who.CASEWORKERS}),
    Row("staff:duty-csv", GET, {200: ON_DUTY}),
    Row("staff:duty-csv", POST, {405: who.CASEWORKERS}),
    Row("staff:concern-new", GET, {200: who.OPENERS}),
    Row("staff:concern-new", POST, {422: who.OPENERS}),
    Row("staff:concern", GET, {200: ON_DUTY}, on=_PLAIN, given=_GIVEN),
    *_acts(take=302, hand=422, unmatch=302, register=422, assess=422, find=200),
    *_acts(way=422, identity=422, receipt=422, reopen=422),
    Row("staff:concern", POST, {}, on=_PLAIN, given=_GIVEN, data={"act": "match"}),
    Row("staff:concern", POST, {}, on=_PLAIN, given=_GIVEN, data={"act": "no-such-act"}),
    Row("staff:concern-receipt", GET, {200: ON_DUTY}, on=_PLAIN, given=_GIVEN),
    Row("staff:concern-receipt", POST, {405: ON_DUTY}, on=_PLAIN, given=_GIVEN),
    Row("staff:concern-file", GET, {200: ON_DUTY}, on=_PLAIN, given=_FILE),
    Row("staff:concern-file", POST, {200: ON_DUTY}, on=_PLAIN, given=_FILE),
]


def may_read(key: str, url: str, kind: str) -> bool:
    """Whether a canary of a notification ("concern"), or of who notified ("notifier"), is the actor's business."""
    if key not in ON_DUTY:
        return False
    if url in {"staff:concern", "staff:concern-receipt"}:
        return True
    return kind == "concern" and url in {"staff:duty", "staff:concern-file"}
