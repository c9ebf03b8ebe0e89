"""The rows of the permission table for what goes across departments."""

from tests.access import columns as who
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on, read_only

_SEERS = who.SEE_CASES
_TOKEN = {"token": "token"}
_MEETING = {"meeting_id": "meeting"}

ACROSS = [
    Row("staff:citizen", GET, {200: "readers"}, on=ALL, given=_TOKEN),
    Row("staff:citizen", GET, {}, given={"token": "no-such-token"}),
    *acts_on(
        "staff:citizen",
        {
            "appoint": ("workers", 422),
            "coordinator-end": ("workers", 422),
            "goal": ("workers", 422),
            "goal-join": ("workers", 422),
            "goal-status": ("workers", 422),
            "share": ("workers", 422),
            "share-stop": ("workers", 422),
        },
        **_TOKEN,
    ),
    Row("staff:meeting-new", GET, {200: "workers"}, on=ALL, given=_TOKEN),
    *acts_on("staff:meeting-new", {"call": ("workers", 422)}, **_TOKEN),
    Row("staff:meeting", GET, {200: "readers"}, on=ALL, given=_MEETING),
    *acts_on(
        "staff:meeting",
        {
            "move": ("workers", 422),
            "cancel": ("workers", 422),
            "minutes": ("workers", 422),
            "decide": ("workers", 422),
            "join": ("workers", 422),
        },
        **_MEETING,
    ),
    Row("staff:meeting-ics", GET, {200: "readers"}, on=ALL, given=_MEETING),
    Row("staff:meeting-ics", POST, {405: _SEERS}, on=TWO, given=_MEETING),
    Row("staff:handover", GET, {200: "handing"}, on=ALL),
    *acts_on("staff:handover", {"talk": ("handing", 422), "accept": ("handed", 302)}),
    *read_only("staff:board staff:board-csv", _SEERS),
    Row("staff:young", GET, {200: "readers"}, on=ALL, given=_TOKEN),
    *acts_on(
        "staff:young",
        {
            "owner": ("workers", 422),
            "topic": ("workers", 422),
            "days": ("workers", 422),
            "need": ("workers", 422),
            "need-drop": ("workers", 422),
        },
        **_TOKEN,
    ),
    *read_only("management:changing", who.TEAM),
    Row("citizen:together", GET, {200: who.CITIZENS}),
    Row("citizen:together", POST, {}, data={"do": "nothing"}),
    Row("citizen:together", POST, {302: "acting"}, on=TWO, data={"do": "comment", "goal": "=goal", "text": "Et ord."}),
    Row("citizen:together", POST, {302: "acting"}, on=TWO, data={"do": "stop", "sharing": "=sharing"}),
    Row("citizen:meeting", GET, {200: "parties"}, on=ALL, given=_MEETING),
    Row("citizen:meeting", POST, {405: who.CITIZENS}, on=TWO, given=_MEETING),
    Row("citizen:meeting_ics", GET, {200: "parties"}, on=ALL, given=_MEETING),
    Row("citizen:meeting_ics", POST, {405: who.CITIZENS}, on=TWO, given=_MEETING),
    Row("citizen:young", GET, {200: who.OWN_CITIZENS}),
    Row("citizen:young", POST, {302: who.OWN_CITIZENS}, data={"wish": "Jeg vil bo selv."}),
]
