"""A decision letter as the citizen will see it on paper, with what came from the file marked."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from borgerfokus.core.decisions.letter import AppealGuidance, DecisionLetter
from borgerfokus.core.decisions.reasons import plain
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.web.design.views import LetterSection, LetterView, Piece

_KEY = re.compile(r"\s*\[[A-ZÆØÅ]{1,3}[0-9]{1,4}\]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def view(letter: DecisionLetter, *, language: str) -> LetterView:
    """The letter in its own language, whichever the reader's is."""
    with override(language):
        return _view(letter, language)


def _view(letter: DecisionLetter, language: str) -> LetterView:
    sent = date_words(letter.sent_on).in_(language) if letter.sent_on else _("Dato sættes ved afsendelse")
    return LetterView(
        sender=(letter.sender.municipality, letter.sender.unit, *letter.sender.address),
        reference=(sent, _("Sag %(number)s") % {"number": letter.case_number}),
        greeting=_("Kære %(name)s") % {"name": letter.addressee.greeting_name},
        heading=letter.heading,
        sections=tuple(_sections(letter, language)),
        closing=(_("Venlig hilsen"), ", ".join(part for part in (letter.contact.name, letter.contact.title) if part)),
        small=(_("Afgørelsen er truffet efter %(law)s.") % {"law": letter.legal_basis.in_words(language=language)},),
        language=language,
    )


def _sections(letter: DecisionLetter, language: str) -> Iterator[LetterSection]:
    yield LetterSection("", _plain_paragraphs(letter.outcome_text))
    for section in letter.sections:
        yield LetterSection(section.heading, _plain_paragraphs(section.body))
    if letter.reasons is not None:
        yield LetterSection(_("Det har vi lagt vægt på"), marked(letter.reasons.considerations))
        yield LetterSection(_("Oplysninger, vi har brugt"), marked(letter.reasons.facts))
        yield LetterSection(_("Reglerne"), marked(letter.reasons.rules))
    if letter.follow_up:
        yield LetterSection(_("Vi følger op"), _plain_paragraphs(letter.follow_up))
    if letter.appeal is not None:
        yield LetterSection(_("Du kan klage"), _plain_paragraphs(_guidance(letter.appeal, language)))
    yield LetterSection(_("Har du spørgsmål?"), _plain_paragraphs(" ".join(letter.contact.ways)))


def _guidance(appeal: AppealGuidance, language: str) -> str:
    text = Text(
        da="{how} {contact} Du skal klage senest {weeks} uger efter, at du har fået brevet. Vi ser på sagen igen inden "
        "for {again} uger. Ændrer vi ikke afgørelsen, sender vi klagen til {body}. {articles}.",
        en="{how} {contact} You must appeal within {weeks} weeks of having the letter. We look at the case again "
        "within {again} weeks. If we do not change the decision, we send the appeal to {body}. {articles}.",
    )
    return text.filled(
        how=appeal.how,
        contact=appeal.contact,
        weeks=appeal.deadline_weeks,
        again=appeal.reassessment_weeks,
        body=appeal.body,
        articles=appeal.articles,
    ).in_(language)


def _plain_paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(line.strip()),) for line in text.splitlines() if line.strip())


def marked(text: str) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs in which the sentence before each key is marked as coming from the file; the keys are gone."""
    return tuple(tuple(_pieces(line)) for line in text.splitlines() if plain(text=line))


def _pieces(line: str) -> Iterator[Piece]:
    start = 0
    for key in _KEY.finditer(line):
        before = line[start : key.start()]
        *rest, last = _SENTENCE.split(before)
        if rest:
            yield Piece(f"{' '.join(rest)} ")
        if last:
            yield Piece(last, from_fact=True)
        start = key.end()
    if line[start:]:
        yield Piece(line[start:])
