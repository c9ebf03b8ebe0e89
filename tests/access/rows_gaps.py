"""Rows of what was added to the assessment, meetings, sharing and supervision afterwards."""

from tests.access import columns as who
from tests.access.row import GET, POST, TWO, Row, acts_on

_REVIEWERS = who.CASEWORKERS | who.Who({"second_reader"})

GAPS = [
    *acts_on("staff:assessment", {"groups": ("recorders", 422)}),
    Row("staff:decision-readability", GET, {405: who.SEE_CASES}, on=TWO),
    Row("staff:decision-readability", POST, {200: "workers"}, on=TWO),
    Row("management:review-draft", GET, {405: _REVIEWERS}, on=TWO),
    Row("management:review-draft", POST, {200: "reviewing"}, on=TWO, data={"note": "t"}),
    Row("management:review-draft", POST, {}, on=TWO, given={"sampled_id": "sampled_over"}),
]
