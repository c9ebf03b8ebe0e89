"""The rows of reminders of staff by e-mail. See `tests.access.table`."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row

_NO_LINK = {"reminder_id": 1, "token": "x"}

ROWS = [
    Row("staff:reminders", GET, {200: who.SEE_CASES}),
    Row("staff:reminders", POST, {422: who.SEE_CASES}, data={"act": "choose", "rhythm": "hourly"}),
    Row("staff:reminders", POST, {}, data={"act": "nonsense"}),
    Row("public:reminders-stop", GET, {404: who.EVERYBODY}, given=_NO_LINK, anonymous=404),
    Row("public:reminders-stop", POST, {404: who.EVERYBODY}, given=_NO_LINK, anonymous=404),
]
