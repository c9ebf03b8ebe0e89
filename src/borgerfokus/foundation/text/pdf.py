"""Letters and case files as PDF: accessible (PDF/UA-1) and archival (PDF/A-3a) in one file.

The text goes to typst as data, never as markup. The same input gives the same bytes: the day of the letter is
the only time in the file.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

import typst

from borgerfokus.foundation.text.case_file_view import access_file_view, case_file_view
from borgerfokus.foundation.text.documents import AccessFile, CaseFile, GeneralLetter, LetterDocument, Report
from borgerfokus.foundation.text.fonts import REGULAR, font_folder, loaded
from borgerfokus.foundation.text.glyphs import coverage, showable
from borgerfokus.foundation.text.letter_view import View, decision_view, general_view, labels
from borgerfokus.foundation.text.merge import enclosures, interleaved
from borgerfokus.foundation.text.report_view import report_view

_TEMPLATES: Final = Path(__file__).parent / "templates"
_STANDARDS: Final[list[typst.PDFStandard]] = ["a-3a", "ua-1"]
_UNDATED: Final = date(2000, 1, 1)


def render_letter(*, letter: LetterDocument, language: str, fonts: Path | None = None) -> bytes:
    """The decision letter. Raises `LetterRefused` unless it may be sent, or is a preview with a heading."""
    view = decision_view(document=letter, language=language)
    return _compiled("decision.typ", view, language, fonts, letter.letter.sent_on)


def render_general(*, letter: GeneralLetter, language: str, fonts: Path | None = None) -> bytes:
    """A receipt, a request, a notice or a hearing. Raises `LetterRefused` when a part is missing."""
    view = general_view(letter=letter, language=language)
    return _compiled("general.typ", view, language, fonts, letter.sent_on)


def render_case_file(*, file: CaseFile, language: str, fonts: Path | None = None) -> bytes:
    """The case for the appeal body, with the pages of its PDF documents after a leaf for each.

    A document that is no PDF, or one that cannot be opened, is listed with its checksum. The file claims
    PDF/UA-1 and PDF/A-3a only when no pages of others are in it. Raises `LetterRefused` without a title or a
    receiver.
    """
    ordered = replace(file, documents=tuple(sorted(file.documents, key=lambda document: document.on)))
    enclosed = enclosures(documents=ordered.documents)
    view = case_file_view(file=ordered, pages=tuple(found.pages for found in enclosed), language=language)
    own = _compiled("case_file.typ", view, language, fonts, file.made_on)
    return interleaved(own=own, enclosed=enclosed)


def render_report(*, report: Report, fonts: Path | None = None) -> bytes:
    """A report to a committee. Raises `LetterRefused` without a heading."""
    return _compiled("report.typ", report_view(report=report), report.language, fonts, report.made_on)


def render_access_file(*, file: AccessFile, language: str, fonts: Path | None = None) -> bytes:
    """The file for who asked to see it, made as `render_case_file` makes its own. Raises `LetterRefused`."""
    ordered = replace(file, documents=tuple(sorted(file.documents, key=lambda document: document.on)))
    enclosed = enclosures(documents=ordered.documents)
    view = access_file_view(file=ordered, pages=tuple(found.pages for found in enclosed), language=language)
    own = _compiled("case_file.typ", view, language, fonts, file.made_on)
    return interleaved(own=own, enclosed=enclosed)


def _compiled(template: str, view: View, language: str, fonts: Path | None, day: date | None) -> bytes:
    folder = fonts or font_folder()
    made = day or _UNDATED
    data = {
        **view,
        "labels": labels(language=language),
        "lang": language,
        "region": _REGIONS[language],
        "made": [made.year, made.month, made.day],
    }
    available = loaded(folder)
    shown = _shown(data, coverage(folder / REGULAR), language)
    return typst.compile(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        font_paths=available,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"view": json.dumps(shown, ensure_ascii=False)},
        pdf_standards=_STANDARDS,
        timestamp=datetime.combine(made, time(12), tzinfo=UTC),
    )


def _shown(value: object, covered: frozenset[int], language: str) -> object:
    """The same shape with every string made showable."""
    match value:
        case str():
            return showable(text=value, covered=covered, language=language)
        case dict():
            return {key: _shown(item, covered, language) for key, item in value.items()}
        case list() | tuple():
            return [_shown(item, covered, language) for item in value]
        case _:
            return value


_REGIONS: Final = {"da": "dk", "en": "gb"}
