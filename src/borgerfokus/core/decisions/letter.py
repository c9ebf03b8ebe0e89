"""What a letter with a decision must contain, and the gate that it passes before it can be sent.

Sources: forvaltningsloven §§ 22, 24 and 25 (reasons and appeal guidance); the list in the municipality's own
standard for letters (outcome first, law with section, contact, date, sender). `DecisionLetter` may be
incomplete while it is written; `ReadyLetter` cannot exist unless `validate` finds nothing, and only a
`ReadyLetter` is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from borgerfokus.core.decisions.letter_faults import LetterFault, LetterPart, fault
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.readability import words
from borgerfokus.core.decisions.reasons import Reasons, plain
from borgerfokus.core.periods import Period


@dataclass(frozen=True)
class Sender:
    """Who decides: the municipality and its unit, with the address lines of the unit."""

    municipality: str
    unit: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contact:
    """Whom to call. `ways` are finished lines: a telephone number with hours, a way to write."""

    name: str
    title: str
    ways: tuple[str, ...]


@dataclass(frozen=True)
class Addressee:
    """The receiver and how to greet. No address lines under name and address protection."""

    name: str
    greeting_name: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class LegalBasis:
    """`act` in words (`serviceloven`), `section` (`85`) and `subsection` (`1`, or empty)."""

    act: str
    section: str
    subsection: str = ""

    def in_words(self, *, language: str) -> str:
        """`serviceloven § 85, stk. 1` / `serviceloven section 85(1)`."""
        if language == "en":
            return f"{self.act} section {self.section}" + (f"({self.subsection})" if self.subsection else "")
        return f"{self.act} § {self.section}" + (f", stk. {self.subsection}" if self.subsection else "")


@dataclass(frozen=True)
class AppealGuidance:
    """Where, how and when to appeal. The weeks come from the parameters in force on the day of the decision.

    `how` and `contact` are finished sentences in the language of the letter; `articles` the rules behind it.
    """

    body: str
    how: str
    deadline_weeks: int
    contact: str
    reassessment_weeks: int
    articles: str


@dataclass(frozen=True)
class Section:
    """A part of the letter that the law does not ask for: a heading and its paragraphs, one a line."""

    heading: str
    body: str


@dataclass(frozen=True)
class DecisionLetter:
    """The content of a decision letter, in one language. Empty strings and None mean: not written yet.

    `outcome_text` is the first thing that the receiver reads. `follow_up` is a finished sentence. `sent_on`
    is None until the letter is sent.
    """

    sender: Sender
    contact: Contact
    sent_on: date | None
    case_number: str
    addressee: Addressee
    heading: str
    outcome_text: str
    legal_basis: LegalBasis
    reasons: Reasons | None
    period: Period | None
    appeal: AppealGuidance | None
    follow_up: str
    sections: tuple[Section, ...] = ()


class LetterIncomplete(Exception):
    """A letter that may not be sent; `faults` says what to mend."""

    def __init__(self, *, faults: tuple[LetterFault, ...]) -> None:
        super().__init__("; ".join(fault.text.da for fault in faults))
        self.faults = faults


@dataclass(frozen=True)
class ReadyLetter:
    """A letter that may be sent. Raises `LetterIncomplete` on any fault and on a missing date."""

    letter: DecisionLetter
    outcome: Outcome
    appealable: bool = True

    def __post_init__(self) -> None:
        faults = validate(letter=self.letter, outcome=self.outcome, appealable=self.appealable)
        if self.letter.sent_on is None:
            faults += (fault("date_missing", LetterPart.SENDER),)
        if faults:
            raise LetterIncomplete(faults=faults)


def validate(*, letter: DecisionLetter, outcome: Outcome, appealable: bool = True) -> tuple[LetterFault, ...]:
    """Everything that keeps the letter from being sent, in the order of the letter; empty when it may go.

    Reasons are owed unless everything was granted (forvaltningsloven § 22). Appeal guidance is owed whenever
    the decision can be appealed, and always when it is not fully in the party's favour (§ 25):
    `appealable=False` never takes it from somebody who was refused something. The date is not looked at: it
    is set when the letter is sent.
    """
    return (
        *_identity(letter),
        *_decision(letter, outcome),
        *_reasons(letter.reasons, outcome),
        *_appeal(letter, outcome, appealable),
    )


def all_text(*, letter: DecisionLetter) -> str:
    """What the receiver reads, without keys, one paragraph a line: for readability and for checks."""
    reasons = letter.reasons or Reasons("", "", "")
    appeal = letter.appeal
    lines = (
        letter.heading,
        letter.outcome_text,
        *(line for section in letter.sections for line in (section.heading, section.body)),
        *(plain(text=text) for text in (reasons.considerations, reasons.facts, reasons.rules)),
        *((appeal.how, appeal.contact) if appeal else ()),
        letter.follow_up,
    )
    return "\n".join(line for line in lines if line.strip())


def _identity(letter: DecisionLetter) -> Iterable[LetterFault]:
    required = (
        ("sender_missing", LetterPart.SENDER, (letter.sender.municipality, letter.sender.unit)),
        ("case_number_missing", LetterPart.SENDER, (letter.case_number,)),
        ("addressee_missing", LetterPart.ADDRESSEE, (letter.addressee.name, letter.addressee.greeting_name)),
        ("contact_missing", LetterPart.CONTACT, (letter.contact.name, " ".join(letter.contact.ways))),
    )
    return (fault(code, part) for code, part, values in required if not _written(*values))


def _decision(letter: DecisionLetter, outcome: Outcome) -> Iterable[LetterFault]:
    if not _written(letter.heading):
        yield fault("heading_missing", LetterPart.HEADING)
    if not _written(letter.outcome_text):
        yield fault("outcome_missing", LetterPart.OUTCOME)
    if not _written(letter.legal_basis.act, letter.legal_basis.section):
        yield fault("legal_basis_missing", LetterPart.LEGAL_BASIS)
    if letter.period is None and outcome is not Outcome.REFUSED:
        yield fault("period_missing", LetterPart.PERIOD)
    if not _written(letter.follow_up) and outcome is not Outcome.REFUSED:
        yield fault("follow_up_missing", LetterPart.FOLLOW_UP)


def _reasons(reasons: Reasons | None, outcome: Outcome) -> Iterable[LetterFault]:
    if outcome.fully_in_favour:
        return
    if reasons is None:
        yield fault("reasons_missing", LetterPart.REASONS)
        return
    for code, text in (
        ("rules_missing", reasons.rules),
        ("considerations_missing", reasons.considerations),
        ("facts_missing", reasons.facts),
    ):
        if not words(text=plain(text=text)):
            yield fault(code, LetterPart.REASONS)


def _appeal(letter: DecisionLetter, outcome: Outcome, appealable: bool) -> Iterable[LetterFault]:
    guidance = letter.appeal
    if guidance is None:
        if appealable or not outcome.fully_in_favour:
            yield fault("appeal_guidance_missing", LetterPart.APPEAL)
        if promises_guidance(text=all_text(letter=letter)):
            yield fault("appeal_guidance_promised", LetterPart.APPEAL)
        return
    if not _written(guidance.body):
        yield fault("appeal_body_missing", LetterPart.APPEAL)
    if not _written(guidance.how, guidance.contact):
        yield fault("appeal_how_missing", LetterPart.APPEAL)
    if guidance.deadline_weeks < 1:
        yield fault("appeal_deadline_missing", LetterPart.APPEAL)


_PROMISE = re.compile(
    r"klagevejledning|klageadgang|hvordan du klager|appeal guidance|how to appeal", re.IGNORECASE
)


def promises_guidance(*, text: str) -> bool:
    """Whether the words of a letter lead the receiver to expect guidance on appeal."""
    return _PROMISE.search(text) is not None


def _written(*texts: str) -> bool:
    return all(text.strip() for text in texts)
