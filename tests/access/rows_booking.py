"""The rows of the permission table for appointments, calendars, and what one can book about."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on, read_only

_BOOKERS = who.BREAKERS
_KEEPERS = who.Who({"administrator"})
_APPOINTMENT = {"appointment_id": "appointment"}
_GROUP = {"group_id": "group"}
_REASON = {"key": "opfoelgning"}
_CANCEL = {"do": "cancel", "version": "1"}

BOOKING = [
    *read_only("staff:calendar", _BOOKERS),
    Row("staff:calendar-own", GET, {200: _BOOKERS}),
    Row("staff:calendar-own", POST, {302: _BOOKERS}, data={"act": "hours"}),
    Row("staff:calendar-own", POST, {422: _BOOKERS}, data={"act": "away"}),
    Row("staff:calendar-own", POST, {422: _BOOKERS}, data={"act": "connect"}),
    Row("staff:calendar-own", POST, {302: _BOOKERS}, data={"act": "disconnect"}),
    Row("staff:calendar-own", POST, {200: _BOOKERS}, data={"act": "feed"}),
    Row("staff:calendar-own", POST, {302: _BOOKERS}, data={"act": "no-feed"}),
    Row("staff:calendar-own", POST, {}, data={"act": "back", "absence": "0"}),
    Row("staff:calendar-own", POST, {}, data={"act": "no-such-act"}),
    Row("staff:group-new", GET, {200: _BOOKERS}),
    Row("staff:group-new", POST, {422: _BOOKERS}, data={"act": "new"}),
    Row("staff:group", GET, {200: _BOOKERS}, on=("plain",), given=_GROUP),
    Row("staff:group", POST, {422: _BOOKERS}, on=("plain",), given=_GROUP, data={"act": "off"}),
    Row("staff:appointment", GET, {200: "carriers"}, on=ALL, given=_APPOINTMENT),
    *acts_on(
        "staff:appointment",
        {
            "move": ("carriers", 422),
            "cancel": ("carriers", 422),
            "came": ("carriers", 422),
            "missed": ("carriers", 422),
            "interpret": ("carriers", 302),
            "accept": ("carriers", 422),
            "decline": ("carriers", 422),
        },
        **_APPOINTMENT,
    ),
    Row("staff:appointment-ics", GET, {200: "carriers"}, on=ALL, given=_APPOINTMENT),
    Row("staff:appointment-ics", POST, {405: _BOOKERS}, on=TWO, given=_APPOINTMENT),
    Row("staff:appointments", GET, {200: "carriers"}, on=ALL),
    *acts_on("staff:appointments", {"book": ("carriers", 422), "join": ("carriers", 422), "wait": ("carriers", 422)}),
    Row("staff:appointments", POST, {302: "carriers"}, on=TWO, data={"act": "stop", "waiting": "=waiting"}),
    Row("citizen:appointments", GET, {200: who.CITIZENS}),
    Row("citizen:appointments", POST, {302: who.CITIZENS}, data={"do": "no-feed"}),
    Row("citizen:appointments", POST, {200: who.CITIZENS}, data={"do": "feed"}),
    Row("citizen:appointments", POST, {}, data={"do": "stop", "waiting": "0"}),
    Row("citizen:appointment", GET, {200: "parties"}, on=ALL, given=_APPOINTMENT),
    Row("citizen:appointment", POST, {}, on=TWO, given=_APPOINTMENT, data={"do": "nothing"}),
    Row("citizen:appointment", POST, {302: "acting"}, on=TWO, given=_APPOINTMENT, data=_CANCEL),
    Row("citizen:appointment_ics", GET, {200: "parties"}, on=ALL, given=_APPOINTMENT),
    Row("citizen:appointment_ics", POST, {405: who.CITIZENS}, on=TWO, given=_APPOINTMENT),
    Row("citizen:appointment_new", GET, {200: "acting"}, on=ALL, given=_REASON),
    Row("citizen:appointment_new", GET, {}, on=TWO, given={"key": "hjemmebesoeg"}),
    Row("citizen:appointment_new", POST, {422: "acting"}, on=TWO, given=_REASON),
    Row("citizen:appointment_new", POST, {302: "acting"}, on=TWO, given=_REASON, data={"do": "wait"}),
    Row("citizen:group_join", GET, {405: who.CITIZENS}, on=TWO, given=_GROUP),
    Row("citizen:group_join", POST, {302: "acting"}, on=TWO, given=_GROUP),
    Row("citizen:group_join", POST, {302: "acting"}, on=TWO, given=_GROUP, data={"do": "wait"}),
    Row("public:feed", GET, {200: who.EVERYBODY}, on=("plain",), given={"token": "feed"}),
    Row("public:feed", GET, {404: who.EVERYBODY}, given={"token": "no-such-token"}, anonymous=404),
    Row("public:feed", POST, {405: who.EVERYBODY}, given={"token": "no-such-token"}, anonymous=405),
    Row("admin:reasons", GET, {200: _KEEPERS}),
    Row("admin:reasons", POST, {422: _KEEPERS}),
    Row("admin:reasons", POST, {}, data={"close": "0"}),
    Row("admin:reason-new", GET, {200: _KEEPERS}),
    Row("admin:reason-new", POST, {422: _KEEPERS}),
    Row("admin:reason", GET, {200: _KEEPERS}, given=_REASON),
    Row("admin:reason", POST, {422: _KEEPERS}, given=_REASON),
]
