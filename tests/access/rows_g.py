"""Rows of the citizen's page: consent, own notes and numbers, help beside the citizen, complaints."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, read_only

_SELF = who.CITIZENS
_HELP = {"help_id": "one_time_code"}
_ASKED, _GIVEN = {"consent_id": "consent_asked"}, {"consent_id": "consent_given"}
_NO, _THANKS = {"way": "no"}, {"complaint": "=feedback", "answer": "Tak."}
_SERIES = {"do": "delete", "kind": "series", "number": "=own_series"}
_MEASURE = {"do": "delete", "kind": "measure", "number": "=own_measure"}
_POWER = {"power_id": "power_post"}
_PARTY = {"party_id": "representative_party"}
_CITIZEN = who.Who({"citizen"})
_FEEDBACK = who.Who({"administrator", "dpo"})

CITIZEN = [
    *read_only("citizen:consents citizen:helping", _SELF),
    Row("citizen:consent_answer", GET, {405: _SELF}, on=TWO, given=_ASKED),
    Row("citizen:consent_answer", POST, {302: "acting"}, on=ALL, given=_ASKED, data=_NO),
    Row("citizen:consent_answer", POST, {}, on=TWO, given=_GIVEN, data=_NO),
    Row("citizen:consent_withdraw", GET, {405: _SELF}, on=TWO, given=_GIVEN),
    Row("citizen:consent_withdraw", POST, {302: "acting"}, on=ALL, given=_GIVEN),
    Row("citizen:goals", GET, {200: _SELF}),
    Row("citizen:goals", POST, {}, data={"do": "nothing"}),
    Row("citizen:goals", POST, {302: "acting"}, on=ALL, data={"do": "note", "text": "Et ord.", "place": "=own_case"}),
    Row("citizen:goals", POST, {302: "acting"}, on=TWO, data={"do": "series", "title": "Søvn", "place": "=own_case"}),
    Row("citizen:goals", POST, {302: "asker"}, on=ALL, data={"do": "share", "kind": "note", "number": "=own_note"}),
    Row("citizen:goals", POST, {302: "asker"}, on=ALL, data=_SERIES),
    Row("citizen:goals", POST, {302: "asker"}, on=TWO, data=_MEASURE),
    Row("citizen:helping_begin", GET, {405: _SELF}),
    Row("citizen:helping_begin", POST, {422: _SELF}, data={"code": "ABCD EFGH"}),
    Row("citizen:helping_end", GET, {405: _SELF}, on=TWO, given=_HELP),
    Row("citizen:helping_end", POST, {302: "asker"}, on=ALL, given=_HELP),
    Row("citizen:beside_code", GET, {405: _SELF}),
    Row("citizen:beside_code", POST, {302: _SELF}),
    Row("citizen:power_post", GET, {405: _SELF}, given=_POWER),
    Row("citizen:power_post", POST, {302: _CITIZEN}, given=_POWER),
    Row("citizen:representative_end", GET, {405: _SELF}, on=TWO, given=_PARTY),
    Row("citizen:representative_end", POST, {302: "asker"}, on=TWO, given=_PARTY),
    Row("citizen:complain", GET, {200: _SELF}),
    Row("citizen:complain", POST, {422: _SELF}),
    Row("citizen:copy_json", GET, {}, on=TWO, given={"export_id": "copy"}),
    Row("citizen:copy_json", POST, {405: _SELF}, on=TWO, given={"export_id": "copy"}),
]

MANAGEMENT = [
    Row("management:complaints", GET, {200: who.TEAM}),
    Row("management:complaints", POST, {}, data={"complaint": "0", "answer": "Tak."}),
    Row("management:complaints", POST, {302: "leading"}, on=TWO, data={"complaint": "=complaint", "answer": "Tak."}),
    Row("management:feedback", GET, {200: _FEEDBACK}),
    Row("management:feedback", POST, {302: _FEEDBACK}, on=("plain",), data=_THANKS),
]

ROWS = [*CITIZEN, *MANAGEMENT]


def may_read(key: str, url: str, case: str) -> bool:
    """Whether a complaint about a case is the actor's business: its maker's, and the leader's on the page for them."""
    if url == "management:complaints":
        return key in who.of_case("leading", case)
    return key in who.of_case("asker", case)
