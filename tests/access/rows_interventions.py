"""Rows of the permission table: plan, goals, help, orders and follow-up."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on

_SELF = who.CITIZENS
_SEERS = who.SEE_CASES
_COMMENT = {"do": "comment", "plan": "=plan", "text": "Et ord."}

CITIZEN = [
    Row("citizen:plan", GET, {200: "parties"}, on=ALL),
    Row("citizen:plan", POST, {302: "acting"}, on=TWO, data=_COMMENT),
    Row("citizen:plan", POST, {302: "acting"}, on=TWO, data={"do": "tick", "step": "=step", "done": "on"}),
    Row("citizen:plan", POST, {302: "withdrawing"}, on=TWO, data={"do": "yes", "plan": "=plan", "version": "2"}),
    Row("citizen:plan", POST, {302: "withdrawing"}, on=TWO, data={"do": "no", "plan": "=plan"}),
    Row("citizen:plan", POST, {}, on=TWO, data={**_COMMENT, "plan": "=draft_plan"}),
    Row("citizen:plan", POST, {}, on=TWO, data={"do": "yes", "plan": "=draft_plan", "version": "2"}),
    Row("citizen:plan", POST, {}, on=TWO, data={"do": "vælt"}),
    Row("citizen:plan_pdf", GET, {200: "parties"}, on=ALL),
    Row("citizen:plan_pdf", GET, {}, on=ALL, given={"plan_id": "draft_plan"}),
    Row("citizen:plan_pdf", POST, {405: _SELF}, on=TWO),
]

STAFF = [
    Row("staff:plan", GET, {200: "readers"}, on=ALL),
    Row("staff:plan", POST, {422: "workers"}, on=TWO, data={"act": "plan-write", "plan": "=draft_plan"}),
    Row("staff:plan", POST, {}, on=TWO, data={"act": "plan-write", "plan": "=plan"}),
    Row("staff:plan", POST, {}, on=TWO, data={"act": "no-such-act", "plan": "=draft_plan"}),
    Row("staff:plan-pdf", GET, {200: "readers"}, on=ALL),
    Row("staff:plan-pdf", GET, {200: "readers"}, on=ALL, given={"plan_id": "draft_plan"}),
    Row("staff:plan-pdf", POST, {405: _SEERS}, on=TWO),
    *acts_on(
        "staff:help",
        {
            "plan-offer": ("workers", 422),
            "plan-show": ("workers", 422),
            "plan-back": ("workers", 422),
            "plan-drop": ("workers", 422),
            "plan-sign": ("workers", 422),
            "plan-yes": ("workers", 422),
            "plan-no": ("workers", 422),
            "plan-end": ("workers", 422),
            "plan-comment": ("writers", 422),
            "goal-end": ("workers", 422),
            "goal-step": ("workers", 422),
            "help-add": ("workers", 422),
            "help-change": ("workers", 422),
            "help-end": ("workers", 422),
            "order": ("workers", 422),
            "order-answer": ("carriers", 422),
            "order-start": ("carriers", 422),
            "order-ask": ("workers", 422),
            "order-reply": ("workers", 422),
            "order-end": ("workers", 422),
        },
    )[:-1],
    Row("staff:help", POST, {302: "workers"}, on=TWO, data={"act": "plan-show", "plan": "=draft_plan"}),
    Row("staff:help", POST, {302: "workers"}, on=TWO, data={"act": "order-end", "order": "=order"}),
    Row("staff:help", POST, {302: "workers"}, on=TWO, data={"act": "goal-step", "tick": "=step"}),
]

TABLE = [*CITIZEN, *STAFF]
