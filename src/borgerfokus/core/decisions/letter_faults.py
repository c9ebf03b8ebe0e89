"""What can be wrong with a letter, in words that say how to mend it, each with its article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


class LetterPart(StrEnum):
    """Where in the letter a fault sits, so that a page can lead to the field."""

    SENDER = "sender"
    ADDRESSEE = "addressee"
    HEADING = "heading"
    OUTCOME = "outcome"
    LEGAL_BASIS = "legal_basis"
    REASONS = "reasons"
    PERIOD = "period"
    APPEAL = "appeal"
    CONTACT = "contact"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFault(Refusal):
    """A fault in a letter and the part it sits in."""

    part: LetterPart


def fault(code: str, part: LetterPart) -> LetterFault:
    """The fault `code` in `part`, with its text and article."""
    text, article = _FAULTS[code]
    return LetterFault(code=code, text=text, article=article, part=part)


_STANDARD = "god forvaltningsskik"
_FAULTS: dict[str, tuple[Text, str]] = {
    "sender_missing": (
        Text(
            da="Skriv, hvilken kommune og enhed brevet kommer fra.", en="State the municipality and the unit."
        ),
        _STANDARD,
    ),
    "case_number_missing": (Text(da="Sagsnummeret mangler.", en="The case number is missing."), _STANDARD),
    "date_missing": (Text(da="Brevet mangler en dato.", en="The letter has no date."), _STANDARD),
    "addressee_missing": (
        Text(da="Skriv, hvem brevet er til.", en="State who the letter is for."),
        _STANDARD,
    ),
    "contact_missing": (
        Text(
            da="Skriv, hvem borgeren kan ringe eller skrive til.",
            en="State whom the citizen can call or write to.",
        ),
        "forvaltningsloven § 7",
    ),
    "heading_missing": (
        Text(da="Skriv en overskrift, der siger udfaldet.", en="Write a heading that states the outcome."),
        _STANDARD,
    ),
    "outcome_missing": (
        Text(da="Skriv, hvad I har besluttet.", en="Write what has been decided."),
        "forvaltningsloven § 22",
    ),
    "legal_basis_missing": (
        Text(
            da="Skriv den lov og paragraf, I har brugt.", en="State the act and section that you have used."
        ),
        "forvaltningsloven § 24, stk. 1",
    ),
    "period_missing": (
        Text(da="Skriv, hvornår hjælpen begynder og slutter.", en="State when the help starts and ends."),
        _STANDARD,
    ),
    "follow_up_missing": (
        Text(da="Skriv, hvornår I følger op.", en="State when you will follow up."),
        _STANDARD,
    ),
    "reasons_missing": (
        Text(
            da="Borgeren får ikke det hele. Skriv hvorfor.",
            en="The citizen does not get everything. Write why.",
        ),
        "forvaltningsloven § 22",
    ),
    "rules_missing": (
        Text(da="Begrundelsen mangler retsreglerne.", en="The reasons lack the legal rules."),
        "forvaltningsloven § 24, stk. 1",
    ),
    "considerations_missing": (
        Text(da="Begrundelsen mangler hovedhensynene.", en="The reasons lack the main considerations."),
        "forvaltningsloven § 24, stk. 1",
    ),
    "facts_missing": (
        Text(da="Begrundelsen mangler de faktiske oplysninger.", en="The reasons lack the facts."),
        "forvaltningsloven § 24, stk. 2",
    ),
    "appeal_guidance_missing": (
        Text(da="Klagevejledningen mangler.", en="The appeal guidance is missing."),
        "forvaltningsloven § 25",
    ),
    "appeal_guidance_promised": (
        Text(
            da="Brevet lover en klagevejledning, som det ikke har med.",
            en="The letter promises an appeal guidance that it does not carry.",
        ),
        "forvaltningsloven § 25",
    ),
    "appeal_body_missing": (
        Text(da="Skriv, hvem der behandler klagen.", en="State who handles the appeal."),
        "forvaltningsloven § 25",
    ),
    "appeal_how_missing": (
        Text(da="Skriv, hvordan og hvortil man klager.", en="State how and where to send an appeal."),
        "forvaltningsloven § 25",
    ),
    "appeal_deadline_missing": (
        Text(da="Skriv fristen for at klage.", en="State the deadline for an appeal."),
        "forvaltningsloven § 25",
    ),
}
