"""The rows of effect, experience and partners. See `tests.access.table`."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, SHARED, TWO, Row, acts_on, read_only

CARRIERS = who.CASEWORKERS | who.Who(
    {"health_staff", "break_glass", "break_glass_over", "employee", "provider", "partner_admin"}
)
"""Whose role may carry out orders at all."""

_QUESTION = {"understood": "yes"}

ROWS = [
    *read_only("management:effect management:experience", who.FIGURES),
    Row("citizen:experience", GET, {200: "telling"}, on=ALL),
    Row("citizen:experience", POST, {302: "telling"}, on=TWO, data={"act": "tell", **_QUESTION}),
    Row("citizen:experience", POST, {302: "telling"}, on=TWO, data={"act": "decline"}),
    Row("citizen:experience", POST, {302: "telling"}, on=TWO, data={"act": "withdraw"}),
    Row("partner:orders", GET, {200: CARRIERS}),
    Row("partner:orders", POST, {}, data={"question": "999999", "answer": "Ja"}),
    Row("partner:orders", POST, {}, data={"answer": "Ja"}),
    Row("partner:order", GET, {200: "providers"}, on=SHARED),
    Row("partner:order", POST, {302: "providers"}, on=SHARED, data={"act": "no-such-act"}),
    Row("partner:order", POST, {422: "providers"}, on=SHARED, data={"act": "note"}),
    Row("partner:order", POST, {302: "providers"}, on=SHARED, data={"act": "note", "text": "Det går."}),
    Row("partner:document", GET, {200: "providers"}, on=SHARED),
    Row("partner:document", GET, {}, on=SHARED, given={"file_id": "withheld_file"}),
    Row("partner:document", POST, {405: CARRIERS}, on=SHARED),
    *acts_on("staff:documents", {"share": ("workers", 422), "unshare": ("workers", 422)}),
]
