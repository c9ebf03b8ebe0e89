"""The rows of the permission table for messages, delegation, templates, and questions about look-ups."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on, read_only

_WRITERS = who.BREAKERS
"""Those whose role may write to citizens: casework and health staff."""
_THREAD = {"thread_id": "thread"}
_LOOKUP = {"lookup_id": "lookup"}
_DPO = who.Who({"dpo"})
_QUESTION = {"question_id": "lookup_question"}

MESSAGES = [
    *read_only("citizen:messages", who.CITIZENS),
    Row("citizen:case_messages", GET, {200: "parties"}, on=ALL),
    Row("citizen:case_messages", POST, {405: who.CITIZENS}, on=TWO),
    Row("citizen:message_new", GET, {200: "acting"}, on=ALL),
    Row("citizen:message_new", POST, {302: "acting"}, on=TWO, data={"subject": "Emne", "text": "Et spørgsmål."}),
    Row("citizen:thread", GET, {200: "parties"}, on=ALL, given=_THREAD),
    Row("citizen:thread", POST, {302: "acting"}, on=TWO, given=_THREAD, data={"text": "Et spørgsmål."}),
    Row("citizen:thread", POST, {302: "acting"}, on=TWO, given=_THREAD, data={"way": "close"}),
    Row("citizen:thread", POST, {302: "acting"}, on=TWO, given=_THREAD, data={"way": "reopen"}),
    *read_only("staff:messages staff:messages-csv", _WRITERS),
    Row("staff:case-messages", GET, {200: "readers"}, on=ALL),
    *acts_on("staff:case-messages", {"message": ("recorders", 422)}),
    Row("staff:thread", GET, {200: "readers"}, on=ALL, given=_THREAD),
    *acts_on(
        "staff:thread",
        {"reply": ("recorders", 422), "close-thread": ("recorders", 302), "reopen-thread": ("recorders", 302)},
        **_THREAD,
    ),
    Row("staff:delegation", GET, {200: _WRITERS}),
    Row("staff:delegation", POST, {422: _WRITERS}, data={"act": "away"}),
    Row("staff:delegation", POST, {422: _WRITERS}, data={"act": "end-away"}),
    Row("staff:delegation", POST, {}, data={"act": "no-such-act"}),
    *read_only("staff:answer-templates", who.STAFF),
    Row("staff:answer-template", GET, {200: who.LEADERS | {"administrator"}}, given={"key": "ny"}),
    Row("staff:answer-template", GET, {200: who.STAFF}, given={"key": "kvittering"}),
    Row("staff:answer-template", GET, {}, given={"key": "no-such-template"}),
    *[
        Row(
            "staff:answer-template",
            POST,
            {status: who.Who({"administrator", "head"})},
            given={"key": "kvittering"},
            data={"act": act},
        )
        for act, status in (("template", 422), ("retire", 302))
    ],
    *read_only("management:messages", who.TEAM),
    Row("citizen:lookup", GET, {200: "telling"}, on=ALL, given=_LOOKUP),
    Row("citizen:lookup", POST, {422: "telling"}, on=TWO, given=_LOOKUP),
    *read_only("management:lookup-questions", _DPO),
    Row("management:lookup-question", GET, {200: _DPO}, on=ALL, given=_QUESTION),
    Row("management:lookup-question", POST, {422: _DPO}, on=TWO, given=_QUESTION),
]
