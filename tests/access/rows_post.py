"""Rows of the permission table for the post: ways that citizens choose, letters to many, print runs, operators."""

from tests.access import columns as who
from tests.access.row import GET, POST, SHARED, TWO, Row

_SELF = who.CITIZENS
_CITIZEN = who.Who({"citizen"})
_SENDERS = who.Who({"reception", "head"})
_OPERATORS = who.Who({"administrator"})
_BATCH = {"batch_id": "batch"}

CITIZEN = [
    Row("citizen:ways", GET, {200: _SELF}),
    Row("citizen:ways", POST, {}),
    Row("citizen:ways", POST, {422: _SELF}, data={"channel": "email", "address": "x"}),
    Row("citizen:confirm_way", GET, {405: _SELF}, given={"way_id": "way"}),
    Row("citizen:confirm_way", POST, {422: _CITIZEN}, given={"way_id": "way"}, data={"code": "0"}),
    Row("citizen:stop_way", GET, {405: _SELF}, given={"way_id": "way"}),
    Row("citizen:stop_way", POST, {302: _CITIZEN}, given={"way_id": "way"}),
]

STAFF = [
    Row("staff:print-run", GET, {405: who.PRINTERS}),
    Row("staff:print-run", POST, {}),
    Row("staff:print-run", POST, {302: who.PRINTERS}, data={"act": "make"}),
    Row("staff:print-run-zip", GET, {}, given={"run_id": 999}),
    Row("staff:print-run-zip", POST, {405: who.PRINTERS}, given={"run_id": 999}),
    Row("staff:mailings", GET, {200: _SENDERS}),
    Row("staff:mailings", POST, {422: _SENDERS}),
    Row("staff:mailing", GET, {200: _SENDERS}, given=_BATCH),
    Row("staff:mailing", POST, {}, given=_BATCH, data={"act": "no-such-act"}),
    *(
        Row("staff:mailing", POST, {302: _SENDERS}, given=_BATCH, data={"act": act})
        for act in ("write", "give-file", "give-cases", "submit", "take-back", "approve", "pause", "resume", "cancel")
    ),
    Row("staff:mailing", POST, {}, given=_BATCH, data={"act": "see-to"}),
    Row("staff:mailing-pdf", GET, {200: _SENDERS}, given=_BATCH),
    Row("staff:mailing-pdf", POST, {405: _SENDERS}, given=_BATCH),
]

ADMIN = [
    Row("admin:post", GET, {200: _OPERATORS}),
    Row("admin:post", POST, {}),
    Row("admin:post", POST, {302: _OPERATORS}, data={"act": "mail"}),
    Row("admin:post", POST, {302: _OPERATORS}, data={"act": "pause", "channel": "email", "reason": "Den er nede."}),
    Row("admin:post", POST, {}, data={"act": "resume", "channel": "email"}),
    Row("admin:post-message", GET, {200: _OPERATORS}, on=TWO),
    Row("admin:post-message", POST, {}, on=TWO, data={"act": "no-such-act"}),
    Row("admin:post-message", POST, {302: _OPERATORS}, on=TWO, data={"act": "again"}),
]

_QUESTION = {"act": "ask", "text": "Hvornår?", "answer_by": "2026-12-10"}
_KEEPERS = who.Who({"partner_admin", "hr", "administrator"})
PARTNER = [
    Row("partner:order", POST, {422: "providers"}, on=SHARED, data={"act": "ask"}),
    Row("partner:order", POST, {302: "providers"}, on=SHARED, data=_QUESTION),
    Row("partner:order", POST, {422: "providers"}, on=SHARED, data={"act": "upload", "title": "Rapport"}),
    Row("partner:users", GET, {200: _KEEPERS}),
    Row("partner:users", POST, {}, data={"act": "no-such-act"}),
    Row("partner:users", POST, {422: who.Who({"partner_admin"})}, data={"act": "invite"}),
    Row("partner:users", POST, {}, data={"act": "end", "user": "999999"}),
]

ROWS = [*CITIZEN, *STAFF, *ADMIN, *PARTNER]
