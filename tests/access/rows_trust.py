"""The rows of log control, of the review of rights, and of the sessions that somebody has."""

from tests.access import columns as who
from tests.access.canaries import Canary
from tests.access.row import GET, POST, Row

_OFFICER = who.Who({"dpo"})
_JUDGES = who.Who({"leader", "dpo"})
"""Who judges the look-ups of the scene's round: the leader of whoever looked, and the officer."""
_ASKED = who.Who({"caseworker"})
_LEADER = who.Who({"leader"})
_KEEPERS = who.Who({"administrator", "hr"})
_ITEM = {"item_id": "control"}
_ROUND = {"round_id": "control_round"}
_PLAIN = ("plain",)


def may_read(key: str, canary: Canary) -> bool:
    """Who may read what is written in log control: who judges it, and whoever was asked what was asked and answered."""
    if canary.owner == "control:officer":
        return key in _OFFICER
    return key in _JUDGES or (key in _ASKED and canary.what in {"control.question", "control.answer"})


ROWS = [
    Row("management:control", GET, {200: who.REVIEWERS}),
    Row("management:control", POST, {}, data={"act": "no-such-act"}),
    Row("management:control", POST, {302: who.REVIEWERS}, data={"act": "plan", "starts": "x", "last": "x"}),
    Row("management:control", POST, {302: _OFFICER}, data={"act": "watch", "cpr": "#citizen", "why": "Kendt."}),
    Row("management:control", POST, {302: _OFFICER}, on=_PLAIN, data={"act": "unwatch", "known": "=known"}),
    Row("management:control", POST, {302: _OFFICER}, on=_PLAIN, data={"act": "alarm", "night": "=night"}),
    Row("management:control-round", GET, {200: _JUDGES}, on=_PLAIN, given=_ROUND),
    Row("management:control-round", POST, {302: _JUDGES}, on=_PLAIN, given=_ROUND),
    Row("management:control-report", GET, {200: _JUDGES}, on=_PLAIN, given=_ROUND),
    Row("management:control-report", POST, {405: who.REVIEWERS}, on=_PLAIN, given=_ROUND),
    Row("management:control-csv", GET, {200: _JUDGES}, on=_PLAIN, given=_ROUND),
    Row("management:control-csv", POST, {405: who.REVIEWERS}, on=_PLAIN, given=_ROUND),
    Row("management:control-item", GET, {200: _JUDGES}, on=_PLAIN, given=_ITEM),
    *[
        Row("management:control-item", POST, {422: _JUDGES}, on=_PLAIN, given=_ITEM, data={"act": act})
        for act in ("ask", "close", "escalate")
    ],
    Row("management:control-item", POST, {422: _OFFICER}, on=_PLAIN, given=_ITEM, data={"act": "conclude"}),
    Row("management:control-item", POST, {}, on=_PLAIN, given=_ITEM, data={"act": "no-such-act"}),
    Row("management:rights-review", GET, {200: who.REVIEWERS}),
    Row("management:rights-review", POST, {302: who.REVIEWERS}, data={"act": "keep-all"}),
    Row("management:rights-review", POST, {}, data={"act": "keep", "item": "0"}),
    *[
        Row("management:rights-review", POST, {302: _LEADER}, on=_PLAIN, data={"act": act, "item": "=right"})
        for act in ("keep", "end")
    ],
    Row("admin:rights-ending", GET, {200: _KEEPERS}),
    Row("admin:rights-ending", POST, {302: _KEEPERS}, on=_PLAIN, data={"item": "=right_asked"}),
    Row("admin:rights-ending", POST, {}, on=_PLAIN, data={"item": "=right"}),
    Row("staff:own-lookups", GET, {200: who.EMPLOYED}),
    Row("staff:own-lookups", POST, {}, data={"item": "0"}),
    Row("staff:own-lookups", POST, {302: _ASKED}, on=_PLAIN, data={"item": "=control_asked", "answer": "Han ringede."}),
    Row("staff:devices", GET, {200: who.STAFF}),
    *[Row("staff:devices", POST, {302: who.STAFF}, data={"act": act}) for act in ("others", "all")],
    Row("staff:devices", POST, {}, data={"act": "one", "session": "0"}),
    Row("staff:devices", POST, {302: _ASKED}, on=_PLAIN, data={"act": "one", "session": "=session_of_staff"}),
    Row("citizen:devices", GET, {200: who.CITIZENS}),
    *[Row("citizen:devices", POST, {302: who.CITIZENS}, data={"act": act}) for act in ("others", "all")],
    Row("citizen:devices", POST, {}, data={"act": "one", "session": "0"}),
    Row("citizen:devices", POST, {302: who.Who({"citizen"})}, on=_PLAIN, data={"act": "one", "session": "=session"}),
    Row("login:again", GET, {200: who.PEOPLE}),
    Row("login:again", POST, {405: who.PEOPLE}),
]
