"""The permission table (bar A1): address × method × who → answer. Everything that is not named is turned away.

Turned away means: sent to log in for whoever is not logged in, 404 for everybody else. On a case, the words stand for
the groups of `columns.BY_CASE`; a group is asked of each of the row's cases. `docs/reference/permissions.md` is made
from this table, and the tests ask every cell of it.
"""

from tests.access import columns as who
from tests.access import (
    rows_concerns,
    rows_e,
    rows_effect,
    rows_ent,
    rows_flow,
    rows_g,
    rows_interventions,
    rows_post,
    rows_trust,
)
from tests.access.row import ALL, GET, POST, TWO, Row, acts_on, pages, read_only
from tests.access.rows_across import ACROSS
from tests.access.rows_bench import BENCH
from tests.access.rows_booking import BOOKING
from tests.access.rows_dash import DASH
from tests.access.rows_entrance import ENTRANCE
from tests.access.rows_evidence import EVIDENCE
from tests.access.rows_exchange import EXCHANGE
from tests.access.rows_gaps import GAPS
from tests.access.rows_guidance import GUIDANCE
from tests.access.rows_messages import MESSAGES
from tests.access.rows_supervision import SUPERVISION

PUBLIC = [
    *pages("public:front public:search public:promises public:who public:values public:accessibility public:privacy"),
    *pages("public:life", slug="disability"),
    *pages("public:help", key="sel-85"),
    *read_only("public:offers public:offers-compare", who.EVERYBODY),
    *read_only("public:offer", who.EVERYBODY, key="torsdagscafeen"),
    Row("public:offer", GET, {404: who.EVERYBODY}, given={"key": "krisebolig"}, anonymous=404),
    Row("design:gallery", GET, {200: who.EVERYBODY}),
    Row("design:gallery", POST, {302: who.EVERYBODY}),
    Row("design:gallery-staff", GET, {200: who.EVERYBODY}),
    Row("design:gallery-staff", POST, {302: who.EVERYBODY}),
]

LOGIN = [
    Row("login:choose", GET, {200: who.EVERYBODY}),
    Row("login:choose", POST, {405: who.EVERYBODY}),
    Row("login:start", GET, {404: who.EVERYBODY}, given={"who": "ingen"}, anonymous=404),
    Row("login:start", POST, {405: who.EVERYBODY}, given={"who": "borger"}),
    Row("login:callback", GET, {403: who.EVERYBODY}, given={"who": "borger"}),
    Row("login:callback", POST, {405: who.EVERYBODY}, given={"who": "borger"}),
    Row("login:emergency", GET, {200: who.EVERYBODY}),
    Row("login:emergency", POST, {422: who.EVERYBODY}),
    Row("login:ended", GET, {200: who.EVERYBODY}),
    Row("login:ended", POST, {405: who.EVERYBODY}),
    Row("login:resume", GET, {302: who.PEOPLE}),
    Row("login:resume", POST, {303: who.PEOPLE}),
    Row("login:logout", GET, {405: who.EVERYBODY}),
    Row("login:logout", POST, {303: who.EVERYBODY}),
    Row("login:language", GET, {405: who.EVERYBODY}),
    Row("login:language", POST, {303: who.EVERYBODY}, data={"language": "en"}),
    Row("demo_login:authorize", GET, {404: who.EVERYBODY}, given={"who": "borger"}, anonymous=404),
    Row("demo_login:authorize", POST, {404: who.EVERYBODY}, given={"who": "borger"}, anonymous=404),
    Row("demo_login:answer", GET, {404: who.EVERYBODY}, given={"path": "borger/ingenting"}, anonymous=404),
    Row("demo_login:answer", POST, {404: who.EVERYBODY}, given={"path": "borger/ingenting"}, anonymous=404),
]

_SELF = who.CITIZENS
_WORDS = {"text": "Et svar."}

CITIZEN = [
    *read_only("citizen:overview citizen:letters citizen:choose citizen:lookups citizen:rights", _SELF),
    Row("citizen:data", GET, {200: _SELF}),
    Row("citizen:data", POST, {422: _SELF}, data={"phone": "x", "email": "x"}),
    Row("citizen:reveal", GET, {405: _SELF}),
    Row("citizen:reveal", POST, {200: _SELF}),
    Row("citizen:powers", GET, {200: _SELF}),
    Row("citizen:powers", POST, {422: _SELF}),
    Row("citizen:withdraw_power", GET, {405: _SELF}, given={"power_id": "power"}),
    Row("citizen:withdraw_power", POST, {302: who.Who({"citizen"})}, given={"power_id": "power"}),
    Row("citizen:autosave", GET, {405: _SELF}, given={"key": "appeal-1"}),
    Row("citizen:autosave", POST, {200: _SELF}, given={"key": "appeal-1"}, data=_WORDS),
    Row("citizen:request", GET, {200: _SELF}, given={"key": "sel-85"}),
    Row("citizen:request", POST, {302: _SELF}, given={"key": "sel-85"}, data={"version": "0", "do": "later"}),
    Row("citizen:request_save", GET, {405: _SELF}, given={"key": "sel-85"}),
    Row("citizen:request_save", POST, {200: _SELF}, given={"key": "sel-85"}, data={"version": "0", "wishes": "ro"}),
    Row("citizen:request_drop", GET, {405: _SELF}, given={"key": "sel-85"}),
    Row("citizen:request_drop", POST, {302: _SELF}, given={"key": "sel-85"}),
    Row("citizen:request_sent", GET, {200: "parties"}, on=ALL),
    Row("citizen:request_sent", POST, {405: _SELF}, on=TWO),
    Row("citizen:case", GET, {200: "parties"}, on=ALL),
    Row("citizen:case", POST, {405: _SELF}, on=TWO),
    Row("citizen:turns", GET, {200: "parties"}, on=ALL),
    Row("citizen:turns", POST, {405: _SELF}, on=TWO),
    Row("citizen:journal", GET, {200: "parties"}, on=ALL),
    Row("citizen:journal", POST, {405: _SELF}, on=TWO),
    Row("citizen:comment", GET, {200: "acting"}, on=ALL),
    Row("citizen:comment", POST, {302: "acting"}, on=TWO, data=_WORDS),
    Row("citizen:document", GET, {200: "parties"}, on=ALL),
    Row("citizen:document", GET, {}, on=ALL, given={"file_id": "withheld_file"}),
    Row("citizen:document", POST, {405: _SELF}, on=TWO),
    Row("citizen:upload", GET, {200: "acting"}, on=ALL),
    Row("citizen:upload", POST, {422: "acting"}, on=TWO),
    Row("citizen:hearing", GET, {200: "acting"}, on=ALL),
    Row("citizen:hearing", POST, {200: "acting"}, on=TWO, data=_WORDS),
    Row("citizen:decision", GET, {200: "parties"}, on=ALL),
    Row("citizen:decision", GET, {}, on=ALL, given={"decision_id": "draft"}),
    Row("citizen:decision", POST, {405: _SELF}, on=TWO),
    Row("citizen:appeal", GET, {200: "acting"}, on=ALL),
    Row("citizen:appeal", POST, {200: "acting"}, on=TWO, data=_WORDS),
    Row("citizen:appeal_withdraw", GET, {405: _SELF}, on=TWO),
    Row("citizen:appeal_withdraw", POST, {302: "acting"}, on=TWO),
    Row("citizen:withdraw", GET, {200: "withdrawing"}, on=ALL),
    Row("citizen:withdraw", POST, {302: "withdrawing"}, on=TWO),
    Row("citizen:task", GET, {200: "acting"}, on=ALL),
    Row("citizen:task", GET, {}, on=ALL, given={"task_id": "staff_task"}),
    Row("citizen:task", POST, {422: "acting"}, on=TWO),
    Row("citizen:letter", GET, {200: "receiving"}, on=ALL),
    Row("citizen:letter", POST, {405: _SELF}, on=TWO),
    Row("citizen:letter_pdf", GET, {200: "receiving"}, on=ALL),
    Row("citizen:letter_pdf", POST, {405: _SELF}, on=TWO),
]

_SEERS = who.SEE_CASES
_AT_WORK = {302: who.STAFF - who.SEE_CASES}

_TABS = ("case", "journal", "information", "assessment", "help", "decisions", "documents", "parties", "history")

STAFF = [
    Row("staff:day", GET, {200: _SEERS, **_AT_WORK}),
    Row("staff:day", POST, {405: who.STAFF}),
    Row("staff:tick", GET, {405: who.CASEWORKERS | who.Who({"health_staff", "break_glass", "break_glass_over"})}),
    Row("staff:tick", POST, {302: "recorders"}, on=TWO, data={"task": "=staff_task"}),
    *read_only("staff:list staff:list-csv", _SEERS),
    Row("staff:inbox", GET, {200: _SEERS}),
    Row("staff:inbox", POST, {302: _SEERS}, data={"act": "seen", "item": "comment:1"}),
    Row("staff:inbox", POST, {302: "handed"}, on=TWO, data={"act": "accept", "id": "=handover"}),
    Row("staff:inbox", POST, {302: "handed"}, on=TWO, data={"act": "refuse", "id": "=handover", "reason": "Nej."}),
    Row("staff:inbox", POST, {302: "consulted"}, on=TWO, data={"act": "answer", "id": "=consultation", "answer": "Ja"}),
    Row("staff:hand-out", GET, {405: who.LEADERS}),
    Row("staff:hand-out", POST, {302: "assigners"}, on=TWO, data={"case": "=case", "to": "@colleague"}),
    Row("staff:view-save", GET, {405: _SEERS}),
    Row("staff:view-save", POST, {302: _SEERS}, data={"name": "Mine", "query": "ball=us"}),
    Row("staff:view-drop", GET, {405: _SEERS}),
    Row("staff:view-drop", POST, {302: _SEERS}, data={"view": "1"}),
    Row("staff:search", GET, {200: who.SEARCHERS}, query="q=Ellekj%C3%A6r"),
    Row("staff:search", POST, {200: who.SEARCHERS}, data={"cpr": "#citizen"}),
    Row("staff:search", POST, {200: who.SEARCHERS}, data={"cpr": "#protected_citizen"}),
    Row("staff:search", POST, {422: who.SEARCHERS}, data={"cpr": "nonsense"}),
    Row("staff:new", GET, {200: who.OPENERS}),
    Row("staff:new", POST, {422: who.OPENERS}, data={"step": "find", "cpr": "nonsense"}),
    Row("staff:new", POST, {200: who.OPENERS}, data={"step": "find", "cpr": "#citizen"}),
    Row("staff:new", POST, {422: who.OPENERS - who.Who({"reception"})}, data={"step": "register"}),
    *read_only("staff:organisation staff:offers staff:offers-compare", who.STAFF),
    *read_only("staff:offer", who.STAFF, key="krisebolig"),
    Row("staff:print-queue", GET, {200: who.PRINTERS}),
    Row("staff:print-queue", POST, {302: who.PRINTERS}),
    Row("staff:print-letter", GET, {200: "printing"}, on=("plain", "protected")),
    Row("staff:print-letter", POST, {405: who.PRINTERS}, on=TWO),
    Row("staff:emergency", GET, {200: who.BREAKERS}),
    Row("staff:emergency", POST, {422: who.BREAKERS}),
    Row("staff:emergency", POST, {302: who.BREAKERS}, on=("foreign",), data={"number": "=number", "reason": "r" * 30}),
    Row("staff:emergency", POST, {422: who.BREAKERS}, on=("sealed",), data={"number": "=number", "reason": "r" * 30}),
    *[Row(f"staff:{tab}", GET, {200: "readers"}, on=ALL) for tab in _TABS],
    Row("staff:history", POST, {405: _SEERS}, on=TWO),
    Row("staff:draft", GET, {405: _SEERS}, on=TWO, given={"name": "note"}),
    Row("staff:draft", POST, {200: "writers"}, on=TWO, given={"name": "note"}, data={"title": "t", "body": "b"}),
    Row("staff:draft", POST, {200: "workers"}, on=TWO, given={"name": "hearing"}, data={"text": "t"}),
    Row("staff:draft", POST, {200: "recorders"}, on=TWO, given={"name": "themes"}, data={"mobility__own_words": "t"}),
    Row("staff:draft", POST, {}, on=TWO, given={"name": "take"}),
    Row("staff:letter-again", GET, {405: _SEERS}, on=TWO),
    Row("staff:letter-again", POST, {302: "recorders"}, on=TWO, data={"how": "paper"}),
    Row("staff:entry", GET, {200: "readers"}, on=ALL),
    Row("staff:entry", GET, {200: "readers"}, on=ALL, given={"entry_id": "withheld"}),
    Row("staff:fact", GET, {200: "recorders"}, on=ALL, given={"key": "O7"}),
    Row("staff:fact", GET, {}, on=ALL, given={"key": "no-such-fact"}),
    Row("staff:decision", GET, {200: "readers"}, on=ALL),
    Row("staff:decision", GET, {200: "readers"}, on=ALL, given={"decision_id": "draft"}),
    Row("staff:decision-pdf", GET, {200: "readers"}, on=ALL),
    Row("staff:decision-pdf", GET, {200: "readers"}, on=ALL, given={"decision_id": "draft"}),
    Row("staff:decision-pdf", POST, {405: _SEERS}, on=TWO),
    Row("staff:document", GET, {200: "readers"}, on=ALL),
    Row("staff:document", GET, {200: "trusted"}, on=ALL, given={"file_id": "withheld_file"}),
    Row("staff:document", POST, {200: "readers"}, on=TWO),
    *acts_on(
        "staff:case",
        {
            "take": ("workers", 302),
            "assign": ("assigners", 422),
            "step": ("workers", 422),
            "pause": ("workers", 422),
            "resume": ("workers", 422),
            "extend": ("workers", 422),
            "close": ("workers", 422),
            "dismiss": ("workers", 422),
            "withdraw": ("workers", 422),
            "forward": ("workers", 422),
            "lapse": ("workers", 422),
            "reopen": ("workers", 422),
            "task": ("recorders", 422),
            "task-done": ("recorders", 422),
            "task-undo": ("recorders", 422),
            "tick": ("workers", 422),
            "handover": ("workers", 422),
            "recall": ("workers", 422),
            "consult": ("workers", 422),
        },
    ),
    *acts_on("staff:journal", {"note": ("writers", 422)}),
    *acts_on("staff:entry", {"correct": ("recorders", 422), "withhold": ("workers", 422), "release": ("workers", 302)}),
    *acts_on("staff:information", {"ask": ("recorders", 422), "remind": ("recorders", 422)}),
    *acts_on(
        "staff:fact",
        {"record": ("recorders", 422), "rule-out": ("recorders", 422), "reopen": ("recorders", 302)},
        key="O7",
    ),
    *acts_on(
        "staff:assessment",
        {"assess": ("recorders", 422), "themes": ("recorders", 422), "round": ("recorders", 302)},
    ),
    *acts_on(
        "staff:help",
        {
            "step": ("workers", 422),
            "follow-up": ("workers", 422),
            "choose-offer": ("workers", 422),
            "drop-offer": ("workers", 302),
        },
    ),
    *acts_on(
        "staff:decisions",
        {
            "hearing": ("workers", 422),
            "exempt": ("workers", 422),
            "answer": ("workers", 422),
            "begin": ("workers", 422),
            "letter-paper": ("workers", 422),
            "letter-handed": ("workers", 422),
            "appeal": ("workers", 422),
            "appeal-withdraw": ("workers", 422),
            "reassess": ("workers", 422),
            "board": ("workers", 422),
        },
    ),
    *acts_on(
        "staff:decision",
        {
            "draft": ("workers", 422),
            "issue": ("workers", 422),
            "approve": ("approvers", 422),
            "return": ("approvers", 422),
        },
        decision_id="draft",
    ),
    *acts_on("staff:documents", {"upload": ("writers", 422), "version": ("writers", 422)}),
    *acts_on("staff:parties", {"party": ("workers", 422), "party-end": ("workers", 422)}),
    *acts_on("staff:parties", {"seal": ("sealers", 422), "unseal": ("sealers", 422)}),
]

MANAGEMENT = [
    Row("management:team", GET, {200: who.LEADERS, 302: who.Who({"director"})}),
    Row("management:team", POST, {200: who.LEADERS, 302: who.Who({"director"})}),
    Row("management:appeals", GET, {200: who.TEAM}),
    Row("management:flow", GET, {200: who.FIGURES}),
    Row("management:flow", POST, {405: who.FIGURES}),
    Row("management:forecast", GET, {200: who.FIGURES}),
    Row("management:forecast", POST, {405: who.FIGURES}),
    Row("management:demography", GET, {200: who.FIGURES}),
    Row("management:demography", POST, {405: who.FIGURES}),
    Row("management:emergencies", GET, {200: who.LEADERS}),
    Row(
        "management:emergencies",
        POST,
        {302: who.LEADERS - {"other_leader"}},
        data={"grant": "=grant", "note": "Set."},
        on=("plain",),
    ),
    Row("management:lookups", GET, {200: who.REVIEWERS}),
    Row("management:lookups", POST, {200: who.REVIEWERS}),
]

_ADMIN = who.Who({"administrator"})
_CHECKERS = who.Who({"administrator", "dpo"})
_KEEPERS = who.Who({"administrator", "hr"})
_CATALOGUE = who.Who({"administrator", "controller"})

ADMIN = [
    Row("admin:start", GET, {200: _CHECKERS}),
    Row("admin:start", POST, {200: _CHECKERS}),
    Row("admin:types", GET, {200: _ADMIN}),
    Row("admin:types", POST, {422: _ADMIN}, data={"document": "not toml ="}),
    Row("admin:type", GET, {200: _ADMIN}, given={"version_id": "type_version"}),
    Row("admin:type", POST, {302: _ADMIN}, given={"version_id": "type_version"}),
    Row("admin:values", GET, {200: _ADMIN}),
    Row("admin:values", POST, {200: _ADMIN}),
    Row("admin:value", GET, {200: _ADMIN}, given={"key": "fvl.hearing_deadline"}),
    Row("admin:value", POST, {422: _ADMIN}, given={"key": "fvl.hearing_deadline"}),
    Row("admin:units", GET, {200: _KEEPERS}),
    Row("admin:units", POST, {302: _KEEPERS}),
    Row("admin:answer_for", GET, {405: _KEEPERS}),
    Row("admin:answer_for", POST, {302: _KEEPERS}),
    Row("admin:unit", GET, {200: _KEEPERS}, given={"unit_id": "unit"}),
    Row("admin:unit", POST, {302: _KEEPERS}, given={"unit_id": "unit"}),
    *read_only("admin:offers admin:offers-csv", _CATALOGUE),
    Row("admin:offer-new", GET, {200: _CATALOGUE}),
    Row("admin:offer-new", POST, {422: _CATALOGUE}),
    Row("admin:offer", GET, {200: _CATALOGUE}, given={"key": "mestring"}),
    Row("admin:offer", POST, {422: _CATALOGUE}, given={"key": "mestring"}),
    Row("admin:offer", POST, {302: _CATALOGUE}, given={"key": "mestring"}, data={"act": "end", "number": "1"}),
    Row("admin:clients", GET, {200: _ADMIN}),
    Row("admin:clients", POST, {200: _ADMIN}),
]

_OPENING = {"type": "sel-85", "cpr": "#citizen", "need": "Hjælp"}
_FULL = who.Who({"client", "client_other_unit", "client_no_unit"})
_WITH_TOKEN = who.PROGRAMS

API = [
    Row("api-v1:openapi-json", GET, {200: who.EVERYBODY | _WITH_TOKEN}),
    Row("api-v1:api-root", GET, {404: who.EVERYBODY | _WITH_TOKEN}, anonymous=404),
    Row("api-v1:token", GET, {405: who.EVERYBODY | _WITH_TOKEN}),
    Row("api-v1:token", POST, {422: who.EVERYBODY | _WITH_TOKEN}),
    Row("api-v1:list_cases", GET, {200: _FULL, 403: who.Who({"client_types_only"})}, rest=401, anonymous=401),
    Row(
        "api-v1:create_case",
        POST,
        {201: _FULL, 403: who.Who({"client_types_only"})},
        data=_OPENING,
        rest=401,
        anonymous=401,
    ),
    Row(
        "api-v1:one_case",
        GET,
        {200: "programs", 403: who.Who({"client_types_only"}), 401: who.EVERYBODY},
        on=ALL,
        anonymous=401,
    ),
    Row(
        "api-v1:events_of",
        GET,
        {200: "programs", 403: who.Who({"client_types_only"}), 401: who.EVERYBODY},
        on=ALL,
        anonymous=401,
    ),
    Row("api-v1:case_types", GET, {200: _WITH_TOKEN}, rest=401, anonymous=401),
]

TABLE: tuple[Row, ...] = (
    *PUBLIC,
    *LOGIN,
    *CITIZEN,
    *STAFF,
    *MANAGEMENT,
    *ADMIN,
    *API,
    *GUIDANCE,
    *rows_interventions.TABLE,
    *rows_concerns.ROWS,
    *rows_e.ROWS,
    *rows_flow.ROWS,
    *rows_g.ROWS,
    *ACROSS,
    *BENCH,
    *BOOKING,
    *DASH,
    *EVIDENCE,
    *SUPERVISION,
    *GAPS,
    *ENTRANCE,
    *rows_effect.ROWS,
    *rows_ent.ROWS,
    *rows_trust.ROWS,
    *rows_post.ROWS,
    *MESSAGES,
    *EXCHANGE,
)
"""Each area keeps its rows in a module of its own (`rows_…`)."""
