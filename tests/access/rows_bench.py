"""The rows of comparing teams and municipalities, and of exchanging figures."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row, read_only

_EXCHANGES = who.FIGURES - who.Who({"politician"})
"""Leaders, the director and the controller release figures and read those of others."""

_KEY = {"key": "decision_time"}
_KNOWS = {"act": "know", "code": "9991", "name": "Nabosund", "key": "zz"}

BENCH = [
    *read_only("management:benchmark management:benchmark-teams management:benchmark-alike", who.FIGURES),
    *read_only("management:benchmark-one", who.FIGURES, **_KEY),
    Row("management:benchmark-one", GET, {}, given={"key": "no-such-figure"}),
    Row("management:benchmark-hub", GET, {200: _EXCHANGES}),
    *[Row("management:benchmark-hub", POST, {302: _EXCHANGES}, data={"act": act}) for act in ("read", "figures")],
    Row("management:benchmark-hub", POST, {302: _EXCHANGES}, data=_KNOWS),
    Row("management:benchmark-hub", POST, {}, data={"act": "no-such-act"}),
    Row("management:benchmark-own", GET, {200: _EXCHANGES}),
    Row("management:benchmark-own", POST, {302: _EXCHANGES}),
    Row("management:benchmark-file", GET, {}, given={"release_id": 0}),
    Row("management:benchmark-file", POST, {405: _EXCHANGES}, given={"release_id": 0}),
]
