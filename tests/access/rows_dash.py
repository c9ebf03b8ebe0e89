"""The rows of dashboards, alerts, notes, figures by e-mail, and released figures. See `tests.access.table`."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row, read_only

_POLITICIAN = who.FIGURES - who.FOLLOWERS
_KEY = {"key": "decision_time"}
_INSIDE = {"key": "returned"}
"""An indicator that the committee is not told."""
_NOTE = {"on": "2026-05-01", "text": "Ny blanket", "unit": "", "kind": ""}

DASH = [
    Row("management:overview", GET, {200: who.FOLLOWERS, 302: _POLITICIAN}),
    Row("management:overview", GET, {200: who.FOLLOWERS, 302: _POLITICIAN}, query="format=pdf"),
    Row("management:overview", POST, {405: who.FIGURES}),
    Row("management:indicators", GET, {200: who.FOLLOWERS, 302: _POLITICIAN}),
    Row("management:indicators", POST, {405: who.FIGURES}),
    Row("management:indicator", GET, {200: who.FOLLOWERS}, given=_KEY),
    Row("management:indicator", GET, {}, given={"key": "no-such-figure"}),
    Row("management:indicator", POST, {405: who.FOLLOWERS}, given=_KEY),
    Row("management:indicator-cases", GET, {200: who.FOLLOWERS}, given=_KEY),
    Row("management:indicator-cases", POST, {405: who.FOLLOWERS}, given=_KEY),
    *read_only("management:alerts", who.FOLLOWERS),
    Row("management:alert", GET, {}, given={"alert_id": 999}),
    Row("management:alert", POST, {}, given={"alert_id": 999}, data={"note": "Set."}),
    Row("management:notes", GET, {200: who.FOLLOWERS}),
    Row("management:notes", POST, {302: who.FOLLOWERS}, data=_NOTE),
    Row("management:notes", POST, {422: who.FOLLOWERS}, data={**_NOTE, "on": "nonsense"}),
    Row("management:notes", POST, {}, data={"act": "remove", "note": "999999"}),
    Row("management:subscriptions", GET, {200: who.FIGURES}),
    Row("management:subscriptions", POST, {422: who.FIGURES}, data={"unit": "", "rhythm": "hourly"}),
    Row("management:subscriptions", POST, {}, data={"act": "end", "subscription": "999999"}),
    *read_only("management:committee", who.FIGURES),
    *read_only("management:committee-one", who.FIGURES, **_KEY),
    Row("management:committee-one", GET, {}, given=_INSIDE),
    *read_only("public:figures", who.EVERYBODY),
    *read_only("public:figure", who.EVERYBODY, **_KEY),
    Row("public:figure", GET, {404: who.EVERYBODY}, given=_INSIDE, anonymous=404),
    Row("public:figures-stop", GET, {404: who.EVERYBODY}, given={"subscription_id": 1, "token": "x"}, anonymous=404),
    Row("public:figures-stop", POST, {404: who.EVERYBODY}, given={"subscription_id": 1, "token": "x"}, anonymous=404),
]
