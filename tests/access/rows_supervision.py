"""The rows of supervision and of the kodeks."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, pages, read_only

_REVIEWERS = who.CASEWORKERS | who.Who({"second_reader"})
_ADMIN = who.Who({"administrator"})

SUPERVISION = [
    *pages("public:kodeks"),
    Row("management:supervision", GET, {200: _REVIEWERS}),
    Row("management:supervision", POST, {}, data={"act": "no-such-act"}),
    *[
        Row(
            "management:supervision",
            POST,
            {302: "following"},
            on=("plain",),
            data={"act": act, "follow_up": "=follow_up"},
        )
        for act in ("end", "escalate")
    ],
    Row("management:campaign-new", GET, {200: who.LEADERS}),
    Row("management:campaign-new", POST, {422: who.LEADERS}),
    Row("management:campaign", GET, {200: "leading"}, on=ALL),
    *[
        Row("management:campaign", POST, {302: "leading"}, on=TWO, data={"act": act})
        for act in ("draw", "undo", "begin", "extend", "close", "cancel", "learn", "follow-up")
    ],
    Row("management:campaign", POST, {302: "leading"}, on=("plain",), data={"act": "swap", "sampled": "=sampled"}),
    Row("management:campaign", POST, {}, on=TWO, data={"act": "no-such-act"}),
    Row("management:campaign-edit", GET, {200: "leading"}, on=ALL),
    Row("management:campaign-edit", POST, {422: "leading"}, on=TWO),
    Row("management:campaign-list", GET, {200: "leading"}, on=ALL),
    Row("management:campaign-list", POST, {405: who.LEADERS}, on=TWO),
    Row("management:campaign-result", GET, {200: "leading"}, on=ALL),
    Row("management:campaign-result", POST, {405: who.LEADERS}, on=TWO),
    Row("management:campaign-report", GET, {200: "leading"}, on=ALL),
    Row("management:campaign-report", POST, {405: who.LEADERS}, on=TWO),
    Row("management:review", GET, {200: "reviewing"}, on=ALL),
    Row("management:review", GET, {}, on=ALL, given={"sampled_id": "sampled_over"}),
    Row("management:review", POST, {422: "reviewing"}, on=TWO),
    Row("management:review", POST, {302: "reviewing"}, on=TWO, data={"act": "pass-on", "why": "Kender borgeren."}),
    Row("management:review", POST, {}, on=TWO, given={"sampled_id": "sampled_over"}),
    *read_only("management:kodeks", who.TEAM),
    *read_only("staff:supervision", who.CASEWORKERS),
    Row("staff:supervision-answer", GET, {200: "answering"}, on=ALL),
    Row("staff:supervision-answer", POST, {422: "answering"}, on=TWO),
    Row("admin:review-forms", GET, {200: _ADMIN}),
    Row("admin:review-forms", POST, {422: _ADMIN}, data={"document": "not toml ="}),
    Row("admin:review-form", GET, {200: _ADMIN}, given={"form_id": "review_form"}),
    Row("admin:review-form", POST, {302: _ADMIN}, given={"form_id": "review_form"}),
    Row("admin:kodeks", GET, {200: _ADMIN}),
    Row("admin:kodeks", POST, {422: _ADMIN}),
]
