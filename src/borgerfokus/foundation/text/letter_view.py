"""Letters as the templates take them: finished strings in the order that they are read."""

from __future__ import annotations

from collections.abc import Sequence

from borgerfokus.core.decisions.letter import (
    AppealGuidance,
    DecisionLetter,
    LetterIncomplete,
    ReadyLetter,
    Section,
    validate,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons, plain
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words, period_words
from borgerfokus.foundation.text.documents import GeneralLetter, LetterDocument, LetterRefused
from borgerfokus.foundation.text.labels import LABELS, SENTENCES
from borgerfokus.foundation.text.paragraphs import blocks, runs

View = dict[str, object]
"""What a template reads, ready for JSON."""


def labels(*, language: str) -> View:
    """The fixed words in one language."""
    return {key: text.in_(language) for key, text in LABELS.items()}


LONGEST_HEADING = 200
"""Signs in a heading: enough for two lines, and far below what the title of a PDF may hold."""


def decision_view(*, document: LetterDocument, language: str) -> View:
    """A decision letter. Raises `LetterRefused` unless it may be sent, or is a preview with a heading."""
    letter = document.letter
    _gate(document)
    _refuse(_long_headings(letter.heading, letter.sections))
    return {
        **_frame(letter, language),
        "title": letter.heading,
        "draft": document.preview,
        "lead": text_view(text=letter.outcome_text),
        "summary": _summary(letter, document.outcome, language),
        "sections": decision_sections(letter=letter, language=language),
        "law": _law(letter, language),
    }


def decision_sections(*, letter: DecisionLetter, language: str) -> list[View]:
    """The parts of a decision after its lead: own sections, the reasons, follow-up and appeal."""
    sections = [_section(part.heading, text_view(text=part.body)) for part in letter.sections]
    sections += _reasons(letter.reasons, language)
    if letter.follow_up.strip():
        sections.append(_section(LABELS["follow_up"].in_(language), text_view(text=letter.follow_up)))
    if letter.appeal is not None:
        sections.append(_section(LABELS["appeal"].in_(language), _appeal(letter.appeal, language)))
    return sections


def general_view(*, letter: GeneralLetter, language: str) -> View:
    """Any other letter. Raises `LetterRefused` when a part that every letter has is missing."""
    _refuse(_general_faults(letter) + _long_headings(letter.heading, letter.sections))
    return {
        **_frame(letter, language),
        "title": letter.heading,
        "draft": False,
        "lead": text_view(text=letter.body, linked=True),
        "answer_by": date_words(letter.answer_by).in_(language) if letter.answer_by else "",
        "how_to_answer": text_view(text=letter.how_to_answer, linked=True),
        "facts": [
            [
                f"{fact.title} ({fact.key})",
                fact.value,
                f"{fact.source}, {date_words(fact.as_of).in_(language)}",
            ]
            for fact in letter.facts
        ],
        "sections": [
            _section(part.heading, text_view(text=part.body, linked=True)) for part in letter.sections
        ],
        "law": [letter.law] if letter.law.strip() else [],
    }


def text_view(*, text: str, linked: bool = False) -> list[View]:
    """Paragraphs and lists of a plain text; addresses become links only in the municipality's own texts."""
    return [
        {
            "list": block.is_list,
            "lines": [
                [{"text": run.text, "link": run.link} for run in runs(line=line)]
                if linked
                else [{"text": line, "link": ""}]
                for line in block.lines
            ],
        }
        for block in blocks(text=text)
    ]


def _gate(document: LetterDocument) -> None:
    if document.preview:
        found = validate(letter=document.letter, outcome=document.outcome, appealable=document.appealable)
        _refuse(tuple(fault.text for fault in found if fault.code == "heading_missing"))
        return
    try:
        ReadyLetter(letter=document.letter, outcome=document.outcome, appealable=document.appealable)
    except LetterIncomplete as incomplete:
        raise LetterRefused(faults=tuple(fault.text for fault in incomplete.faults)) from incomplete


def _general_faults(letter: GeneralLetter) -> tuple[Text, ...]:
    required = (
        ("no_heading", letter.heading.strip()),
        ("no_body", letter.body.strip()),
        ("no_sender", letter.sender.municipality.strip() and letter.sender.unit.strip()),
        ("no_addressee", letter.addressee.name.strip() and letter.addressee.greeting_name.strip()),
        ("no_contact", letter.contact.name.strip() and "".join(letter.contact.ways).strip()),
        ("no_answer_by", letter.answer_by or not letter.facts),
    )
    return tuple(SENTENCES[code] for code, present in required if not present)


def _long_headings(heading: str, sections: Sequence[Section]) -> tuple[Text, ...]:
    headings = (heading, *(section.heading for section in sections))
    return tuple(SENTENCES["long_heading"] for found in headings if len(found) > LONGEST_HEADING)


def _refuse(faults: tuple[Text, ...]) -> None:
    if faults:
        raise LetterRefused(faults=faults)


def _frame(letter: DecisionLetter | GeneralLetter, language: str) -> View:
    sender, contact, addressee = letter.sender, letter.contact, letter.addressee
    return {
        "author": sender.municipality,
        "municipality": sender.municipality,
        "unit": sender.unit,
        "sender_address": list(sender.address),
        "date": date_words(letter.sent_on).in_(language) if letter.sent_on else "",
        "case_number": letter.case_number,
        "addressee": [addressee.name, *addressee.address],
        "postal": bool(addressee.address),
        "greeting_name": addressee.greeting_name,
        "contact": {
            "name": contact.name,
            "title": contact.title,
            "ways": text_view(text="\n".join(contact.ways), linked=True),
        },
    }


def _summary(letter: DecisionLetter, outcome: Outcome, language: str) -> list[list[str]]:
    rows = [[LABELS["decision"].in_(language), outcome.label.in_(language)]]
    if letter.period is not None:
        words = period_words(letter.period).in_(language)
        rows.append([LABELS["period"].in_(language), words[:1].upper() + words[1:]])
    if letter.appeal is not None:
        weeks = SENTENCES["weeks"].filled(weeks=letter.appeal.deadline_weeks)
        rows.append([LABELS["appeal_by"].in_(language), weeks.in_(language)])
    return rows


def _reasons(reasons: Reasons | None, language: str) -> list[View]:
    if reasons is None:
        return []
    parts = (
        ("considerations", reasons.considerations),
        ("facts", reasons.facts),
        ("rules", reasons.rules),
    )
    return [
        _section(LABELS[key].in_(language), text_view(text=plain(text=text)))
        for key, text in parts
        if plain(text=text)
    ]


def _appeal(guidance: AppealGuidance, language: str) -> list[View]:
    deadline = SENTENCES["deadline"].filled(weeks=guidance.deadline_weeks, body=guidance.body).in_(language)
    again = SENTENCES["reassess"].filled(weeks=guidance.reassessment_weeks, body=guidance.body).in_(language)
    return text_view(text=f"{guidance.how}\n{deadline}\n{again}\n{guidance.contact}", linked=True)


def _law(letter: DecisionLetter, language: str) -> list[str]:
    lines = [SENTENCES["basis"].filled(basis=letter.legal_basis.in_words(language=language)).in_(language)]
    if letter.appeal is not None and letter.appeal.articles.strip():
        lines.append(SENTENCES["appeal_basis"].filled(articles=letter.appeal.articles).in_(language))
    return lines


def _section(heading: str, body: list[View]) -> View:
    return {"heading": heading, "body": body}
