"""The letter before it is sent: what it would say, what is missing, and how it would look. Nothing is saved."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.decisions.queries.facts import proposed_reasons
from borgerfokus.apps.decisions.queries.letter import Checked, checked, outcome_of
from borgerfokus.apps.decisions.queries.rows import decision as find
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.letter import DecisionLetter
from borgerfokus.core.decisions.readability import Readability
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.text.documents import LetterDocument
from borgerfokus.foundation.text.pdf import render_letter


@dataclass(frozen=True)
class Preview:
    """The letter as a document and as PDF, marked as not sent. `faults` is empty when it may be sent."""

    letter: DecisionLetter
    pdf: bytes
    readability: Readability
    faults: tuple[Refusal, ...]


def preview(*, decision_id: int, by: Actor, at: datetime) -> Preview:
    """The letter of a decision as it stands. For staff who see the case; Hidden to others."""
    row = find(decision_id=decision_id, by=by, at=at)
    look = letter_checks(decision_id=decision_id, by=by, at=at)
    document = LetterDocument(
        letter=look.letter,
        outcome=outcome_of(row),
        appealable=row.case.type_version.spec.appeal.appealable,
        preview=True,
    )
    pdf = render_letter(letter=document, language=row.language)
    return Preview(letter=look.letter, pdf=pdf, readability=look.readability, faults=look.faults)


def letter_checks(*, decision_id: int, by: Actor, at: datetime) -> Checked:
    """The letter of a decision, its faults and its readability, without the PDF. For staff; Hidden to others."""
    if by.is_citizen:
        raise Hidden(f"decision {decision_id}")
    row = find(decision_id=decision_id, by=by, at=at)
    return checked(case=row.case, decision=row, at=at)


def readability_of(*, decision_id: int, reasons: Reasons, by: Actor, at: datetime) -> Readability:
    """How easy the letter would be to read with these reasons in it. Saves nothing. For staff; Hidden to others."""
    if by.is_citizen:
        raise Hidden(f"decision {decision_id}")
    row = find(decision_id=decision_id, by=by, at=at)
    row.rules, row.considerations, row.facts = reasons.rules, reasons.considerations, reasons.facts
    return checked(case=row.case, decision=row, at=at).readability


def propose_again(*, decision_id: int, by: Actor, at: datetime) -> Reasons:
    """The three parts built anew from the file as it stands now, for the outcome of the decision. Saves nothing."""
    if by.is_citizen:
        raise Hidden(f"decision {decision_id}")
    row = find(decision_id=decision_id, by=by, at=at)
    return proposed_reasons(case=row.case, outcome=outcome_of(row), language=row.language, at=at)
