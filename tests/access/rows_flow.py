"""The rows of the pages of flow. See `tests.access.table`."""

from tests.access import columns as who
from tests.access.row import GET, POST, Row, read_only

_RULE = {"key": "along-the-path"}

ROWS = [
    *read_only(
        "management:flow-compare management:flow-stream management:flow-rules management:flow-whatif", who.FIGURES
    ),
    Row("management:flow-rule", GET, {}, given={"key": "no-such-rule"}),
    Row("management:flow-rule", GET, {200: who.LEADERS}, given=_RULE),
    Row("management:flow-rule", POST, {405: who.TEAM}, given=_RULE),
]
