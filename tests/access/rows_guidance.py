"""The rows of the public front, of pages by editors, and of what colleagues know."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row, read_only

KNOWS = who.STAFF - who.Who({"politician", "employee", "provider", "partner_admin"})
"""Who reads what colleagues know: everybody at work, but not politicians, those who only carry out help, and who looks
after the users of a partner."""

_WRITES = who.CASEWORKERS | who.Who({"second_reader"})
EDITS = who.Who({"head", "controller", "administrator"})
_PAGE, _NOTE, _DRAFT = {"key": "kontakt"}, {"key": "viden-om-85"}, {"key": "kladde"}
_ACTS = ("publish", "confirm", "retire")


def may_read(key: str) -> bool:
    """Whether somebody may read what colleagues say to one another."""
    return key in KNOWS


GUIDANCE = [
    *read_only("public:guide public:pages public:costs", who.EVERYBODY),
    *read_only("public:page", who.EVERYBODY, **_PAGE),
    Row("public:page", GET, {404: who.EVERYBODY}, given=_NOTE, anonymous=404),
    Row("public:page", GET, {404: who.EVERYBODY}, given=_DRAFT, anonymous=404),
    *read_only("admin:pages", EDITS),
    Row("admin:page-new", GET, {200: EDITS}),
    Row("admin:page-new", POST, {422: EDITS}),
    Row("admin:page", GET, {200: EDITS}, given=_PAGE),
    Row("admin:page", GET, {200: EDITS}, given=_DRAFT),
    Row("admin:page", GET, {}, given=_NOTE),
    *[Row("admin:page", POST, {422: EDITS}, given=_PAGE, data={"act": act}) for act in ("save", "preview")],
    *[Row("admin:page", POST, {302: EDITS}, given=_PAGE, data={"act": act}) for act in _ACTS],
    Row("admin:page", POST, {}, given=_PAGE, data={"act": "no-such-act"}),
    Row("admin:page", POST, {}, given=_NOTE, data={"act": "retire"}),
    Row("staff:knowledge", GET, {200: KNOWS}, query="q=viden"),
    Row("staff:knowledge", GET, {200: KNOWS}),
    Row("staff:knowledge", POST, {422: KNOWS}),
    Row("staff:knowledge", POST, {302: KNOWS}, data={"title": "Hvem gør hvad?"}),
    Row("staff:note", GET, {200: KNOWS}, given=_NOTE),
    Row("staff:note", GET, {}, given=_PAGE),
    Row("staff:note", POST, {422: KNOWS}, given=_NOTE, data={"act": "comment"}),
    Row("staff:note", POST, {302: KNOWS}, given=_NOTE, data={"act": "comment", "text": "Godt."}),
    Row(
        "staff:note",
        POST,
        {302: who.Who({"caseworker", "colleague"})},
        on=("plain",),
        given=_NOTE,
        data={"act": "take-away", "comment": "=comment"},
    ),
    Row("staff:note", POST, {}, given=_NOTE, data={"act": "no-such-act"}),
    Row("staff:note-new", GET, {200: _WRITES}),
    Row("staff:note-new", POST, {422: _WRITES}),
    Row("staff:note-edit", GET, {200: _WRITES}, given=_NOTE),
    Row("staff:note-edit", GET, {}, given=_PAGE),
    Row("staff:note-edit", POST, {422: _WRITES}, given=_NOTE, data={"act": "save"}),
    *[Row("staff:note-edit", POST, {302: _WRITES}, given=_NOTE, data={"act": act}) for act in _ACTS],
    *read_only("staff:notes-kept", _WRITES),
    Row("staff:question", GET, {200: KNOWS}, given={"question_id": "question"}),
    Row("staff:question", POST, {422: _WRITES}, given={"question_id": "question"}),
    Row("staff:introduction", GET, {200: KNOWS}, given={"introduction_id": "introduction"}),
    *[
        Row(
            "staff:introduction",
            POST,
            {302: KNOWS},
            on=("plain",),
            given={"introduction_id": "introduction"},
            data={"act": act, "step": "=step"},
        )
        for act in ("tick", "untick")
    ],
    Row("staff:introduction", POST, {302: _WRITES}, given={"introduction_id": "introduction"}, data={"act": "end"}),
    Row("staff:introduction", POST, {}, given={"introduction_id": "introduction"}, data={"act": "no-such-act"}),
    Row("staff:introduction-new", GET, {200: _WRITES}),
    Row("staff:introduction-new", POST, {422: _WRITES}),
    Row("staff:introduction-edit", GET, {200: _WRITES}, given={"introduction_id": "introduction"}),
    Row("staff:introduction-edit", POST, {422: _WRITES}, given={"introduction_id": "introduction"}),
]
