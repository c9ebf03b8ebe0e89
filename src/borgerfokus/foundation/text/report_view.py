"""A report to a committee as the template takes it: facts, sections, and tables of finished strings."""

from __future__ import annotations

from borgerfokus.foundation.text.documents import LetterRefused, Report, ReportSection
from borgerfokus.foundation.text.labels import SENTENCES
from borgerfokus.foundation.text.letter_view import View, text_view


def report_view(*, report: Report) -> View:
    """The view of a report. Raises `LetterRefused` without a heading."""
    if not report.heading.strip():
        raise LetterRefused(faults=(SENTENCES["no_title"],))
    return {
        "title": report.heading,
        "author": report.municipality,
        "heading": report.heading,
        "subtitle": report.subtitle,
        "municipality": report.municipality,
        "facts": [[label, value] for label, value in report.facts],
        "sections": [_section(section) for section in report.sections],
        "note": report.note,
    }


def _section(section: ReportSection) -> View:
    table = section.table
    return {
        "heading": section.heading,
        "body": text_view(text=section.text),
        "headings": list(table.headings) if table else [],
        "rows": [list(row) for row in table.rows] if table else [],
    }
