"""A decision letter as the citizen will see it, in its own words, with what came from the file marked."""

import re
from collections.abc import Iterator

from borgerfokus.core.decisions.letter import AppealGuidance, DecisionLetter
from borgerfokus.core.decisions.readability import sentences
from borgerfokus.core.decisions.reasons import plain
from borgerfokus.core.words import date_words
from borgerfokus.foundation.text.labels import LABELS, SENTENCES
from borgerfokus.web.design.views import LetterSection, LetterView, Piece

_KEY = re.compile(r"\s*\[[A-ZÆØÅ]{1,3}[0-9]{1,4}\]")


def view(letter: DecisionLetter, *, language: str) -> LetterView:
    """The letter in its own language, whichever the reader's is."""
    label = {key: text.in_(language) for key, text in LABELS.items()}
    sent = date_words(letter.sent_on).in_(language) if letter.sent_on else label["date_later"]
    basis = SENTENCES["basis"].filled(basis=letter.legal_basis.in_words(language=language)).in_(language)
    articles = letter.appeal.articles.strip() if letter.appeal else ""
    appeal_basis = SENTENCES["appeal_basis"].filled(articles=articles).in_(language) if articles else ""
    contact = ", ".join(part for part in (letter.contact.name, letter.contact.title) if part)
    return LetterView(
        sender=(letter.sender.municipality, letter.sender.unit, *letter.sender.address),
        reference=(sent, f"{label['case']} {letter.case_number}"),
        greeting=f"{label['dear']} {letter.addressee.greeting_name}",
        heading=letter.heading,
        sections=tuple(_sections(letter, label, language)),
        closing=(label["regards"], contact),
        small=tuple(line for line in (basis, appeal_basis) if line),
        language=language,
    )


def _sections(letter: DecisionLetter, label: dict[str, str], language: str) -> Iterator[LetterSection]:
    yield LetterSection("", _plain_paragraphs(letter.outcome_text))
    for section in letter.sections:
        yield LetterSection(section.heading, _plain_paragraphs(section.body))
    if letter.reasons is not None:
        for key, text in (
            ("considerations", letter.reasons.considerations),
            ("facts", letter.reasons.facts),
            ("rules", letter.reasons.rules),
        ):
            if plain(text=text):
                yield LetterSection(label[key], marked(text))
    if letter.follow_up.strip():
        yield LetterSection(label["follow_up"], _plain_paragraphs(letter.follow_up))
    if letter.appeal is not None:
        yield LetterSection(label["appeal"], _plain_paragraphs(_guidance(letter.appeal, language)))
    yield LetterSection(label["questions"], _plain_paragraphs("\n".join(letter.contact.ways)))


def _guidance(appeal: AppealGuidance, language: str) -> str:
    deadline = SENTENCES["deadline"].filled(weeks=appeal.deadline_weeks, body=appeal.body).in_(language)
    again = SENTENCES["reassess"].filled(weeks=appeal.reassessment_weeks, body=appeal.body).in_(language)
    return f"{appeal.how}\n{deadline}\n{again}\n{appeal.contact}"


def _plain_paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(line.strip()),) for line in text.splitlines() if line.strip())


def marked(text: str) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs in which the sentence before each key is marked as coming from the file; the keys are gone."""
    return tuple(tuple(_pieces(line)) for line in text.splitlines() if plain(text=line))


def _pieces(line: str) -> Iterator[Piece]:
    start = 0
    for key in _KEY.finditer(line):
        found = sentences(text=line[start : key.start()])
        if len(found) > 1:
            yield Piece(f"{' '.join(found[:-1])} ")
        if found:
            yield Piece(found[-1], from_fact=True)
        start = key.end()
    if line[start:]:
        yield Piece(line[start:])
