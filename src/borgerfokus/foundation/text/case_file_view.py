"""A whole case as the template takes it: everything in order of day, numbered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_digits, date_words
from borgerfokus.foundation.text.documents import (
    AccessFile,
    CaseFile,
    CaseFileDocument,
    CaseFileEntry,
    CaseFileEvent,
    LetterRefused,
)
from borgerfokus.foundation.text.labels import LABELS, SENTENCES
from borgerfokus.foundation.text.letter_view import View, decision_sections, text_view

_KILO = 1024
_LONGEST_TITLE = 200
"""A leaf must stay on one page, or the pages that belong to it would land in the middle of it."""


def case_file_view(*, file: CaseFile, pages: Sequence[int], language: str) -> View:
    """The view of a case file whose documents are in order of day.

    `pages` tells for each document how many pages follow its leaf, 0 for none. Raises `LetterRefused` without
    a title or a receiver.
    """
    _gate(file)
    shown = _Shown(file.documents, file.entries, file.events, pages)
    return {
        **_view(shown, language),
        "title": f"{LABELS['case_file'].in_(language)}: {_short(file.title)}",
        "author": file.letter.sender.municipality,
        "heading": LABELS["case_file"].in_(language),
        "subtitle": file.title,
        "case_number": file.letter.case_number,
        "municipality": file.letter.sender.municipality,
        "facts": _facts(file, language),
        "chapters": [
            {
                "heading": LABELS["the_appeal"].in_(language),
                "parts": [
                    _part(LABELS["appeal_text"].in_(language), text_view(text=file.appeal.text)),
                    _part(LABELS["reassessment"].in_(language), _reassessment(file, language)),
                ],
            },
            {"heading": LABELS["appealed_decision"].in_(language), "parts": [_decision(file, language)]},
        ],
    }


def access_file_view(*, file: AccessFile, pages: Sequence[int], language: str) -> View:
    """The view of a file for who asked to see it, whose documents are in order of day. Raises `LetterRefused`."""
    if not (file.title.strip() and file.municipality.strip() and file.chapters):
        raise LetterRefused(faults=(SENTENCES["no_title"],))
    shown = _Shown(file.documents, file.entries, file.events, pages)
    heading = file.heading or LABELS["access_file"].in_(language)
    return {
        **_view(shown, language),
        "of_case": bool(file.case_number),
        "title": f"{heading}: {_short(file.title)}",
        "author": file.municipality,
        "heading": heading,
        "subtitle": file.title,
        "case_number": file.case_number,
        "municipality": file.municipality,
        "facts": [list(line) for line in file.facts],
        "chapters": [
            {
                "heading": _short(chapter.heading),
                "parts": [_part(part.heading, text_view(text=part.body)) for part in chapter.parts],
            }
            for chapter in file.chapters
        ],
    }


@dataclass(frozen=True)
class _Shown:
    """The records of a file, and how many pages of each document are enclosed."""

    documents: Sequence[CaseFileDocument]
    entries: Sequence[CaseFileEntry]
    events: Sequence[CaseFileEvent]
    pages: Sequence[int]


def _view(shown: _Shown, language: str) -> View:
    leaves = _leaves(shown.documents, shown.pages, language)
    return {
        "events": [
            [_day(event.on, language), event.what, event.by]
            for event in sorted(shown.events, key=lambda one: one.on)
        ],
        "records": _records(shown.entries, leaves, language),
        "documents": leaves,
        "of_case": True,
        "enclosed_pages": sum(shown.pages),
    }


def _part(heading: str, lead: list[View]) -> View:
    return {"heading": _short(heading), "lead": lead, "sections": []}


def _gate(file: CaseFile) -> None:
    missing = {
        "no_title": file.title,
        "no_body_name": file.body,
        "no_sender": file.letter.sender.municipality,
    }
    faults = tuple(SENTENCES[code] for code, text in missing.items() if not text.strip())
    if faults:
        raise LetterRefused(faults=faults)


def _facts(file: CaseFile, language: str) -> list[list[str]]:
    letter, contact = file.letter, file.letter.contact
    rows = (
        ("to", file.body),
        ("sender", f"{letter.sender.municipality}, {letter.sender.unit}"),
        ("case", letter.case_number),
        ("party", file.party),
        ("legal_basis", letter.legal_basis.in_words(language=language)),
        ("opened", _words(file.opened_on, language)),
        ("decision", file.outcome.label.in_(language)),
        ("decided", _words(letter.sent_on, language)),
        ("appealed", f"{_words(file.appeal.received_on, language)}, {file.appeal.by}"),
        ("contact", " ".join((f"{contact.name}, {contact.title}.", *contact.ways))),
        ("made", _words(file.made_on, language)),
    )
    return [[LABELS[key].in_(language), value] for key, value in rows]


def _reassessment(file: CaseFile, language: str) -> list[View]:
    appeal = file.appeal
    if appeal.reassessed_on is None:
        return text_view(text=LABELS["none"].in_(language))
    return text_view(
        text=f"{_words(appeal.reassessed_on, language)}: {appeal.reassessment}\n{appeal.reassessment_reasons}"
    )


def _decision(file: CaseFile, language: str) -> View:
    return {
        "heading": _short(file.letter.heading),
        "lead": text_view(text=file.letter.outcome_text),
        "sections": decision_sections(letter=file.letter, language=language),
    }


def _leaves(documents: Sequence[CaseFileDocument], pages: Sequence[int], language: str) -> list[View]:
    """The documents, each with the number of enclosed pages that come before its own leaf."""
    before = accumulate(pages[:-1], initial=0)
    return [
        _leaf(document, count, offset, language)
        for document, count, offset in zip(documents, pages, before, strict=bool(pages))
    ]


def _leaf(document: CaseFileDocument, count: int, offset: int, language: str) -> View:
    kind = f"{document.media_type}, {_size(document.size, language)}"
    return {
        "on": document.on.isoformat(),
        "day": _day(document.on, language),
        "title": _short(document.title),
        "file": f"{_short(document.file_name)} ({kind})",
        "sha256": document.sha256,
        "pages": count,
        "offset": offset if count else 0,
        "status": LABELS["enclosed" if count else "separate"].in_(language),
    }


def _records(entries: Sequence[CaseFileEntry], leaves: list[View], language: str) -> list[View]:
    """Journal and documents by day, journal first on the same day; `label` is where each one stands."""
    notes = [
        (entry.on.isoformat(), 0, _record(entry, index, language))
        for index, entry in enumerate(sorted(entries, key=lambda one: one.on), start=1)
    ]
    papers = [
        (str(leaf["on"]), 1, {**leaf, "kind": LABELS["document"].in_(language), "label": f"document-{index}"})
        for index, leaf in enumerate(leaves, start=1)
    ]
    ordered = sorted([*notes, *papers], key=lambda record: record[:2])
    return [{**record, "number": str(number)} for number, (_, _, record) in enumerate(ordered, start=1)]


def _record(entry: CaseFileEntry, index: int, language: str) -> View:
    return {
        "day": _day(entry.on, language),
        "kind": entry.kind,
        "title": _short(entry.title),
        "author": entry.author,
        "body": text_view(text=entry.text),
        "withheld": entry.withheld,
        "offset": 0,
        "label": f"entry-{index}",
    }


def _short(title: str) -> str:
    """A title that fits a heading; what is cut off shows."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"


def _size(size: int, language: str) -> str:
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} kB"
    amount = f"{size / _KILO / _KILO:.1f}"
    return f"{Text(da=amount.replace('.', ','), en=amount).in_(language)} MB"


def _day(day: date, language: str) -> str:
    return date_digits(day).in_(language)


def _words(day: date | None, language: str) -> str:
    return date_words(day).in_(language) if day else LABELS["none"].in_(language)
