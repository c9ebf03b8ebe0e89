"""Rows of what was added to the assessment, meetings, sharing and supervision afterwards."""

from tests.access.row import acts_on

GAPS = [
    *acts_on("staff:assessment", {"groups": ("recorders", 422)}),
]
