"""What a decision, a reassessment and the appeal board can come to.

The values are what the database keeps; `label` is what people read, and `code` the word
that the field's own statistics use.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from borgerfokus.core.texts import Text


class Outcome(StrEnum):
    """What the party gets, measured against what the party asked for."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"

    @property
    def label(self) -> Text:
        return _OUTCOME_TITLES[self]

    @property
    def fully_in_favour(self) -> bool:
        """True only when nothing was refused; decides whether reasons are owed (forvaltningsloven § 22)."""
        return self is Outcome.GRANTED


class AppealOutcome(StrEnum):
    """The municipality's own reassessment of an appeal (retssikkerhedsloven § 66)."""

    UPHELD = "upheld"
    PARTLY = "partly"
    REVERSED = "reversed"

    @property
    def label(self) -> Text:
        return _APPEAL_TITLES[self]

    @property
    def code(self) -> str:
        return {"upheld": "fastholdt", "partly": "delvist_medhold", "reversed": "medhold"}[self.value]

    @property
    def forwarded(self) -> bool:
        """True when the case goes on to the appeal body: everything short of a full reversal does."""
        return self is not AppealOutcome.REVERSED


class BoardOutcome(StrEnum):
    """The appeal body's own decision."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    REMITTED = "remitted"
    DISMISSED = "dismissed"

    @property
    def label(self) -> Text:
        return _BOARD_TITLES[self]

    @property
    def code(self) -> str:
        return {
            "confirmed": "stadfæstet",
            "changed": "ændret",
            "remitted": "hjemvist",
            "dismissed": "afvist",
        }[self.value]

    @property
    def considered(self) -> bool:
        """True when the board looked at the merits; a dismissed appeal does not count in the statistics."""
        return self is not BoardOutcome.DISMISSED

    @property
    def reversed(self) -> bool:
        """True for what the yearly map of reversals counts: changed or sent back."""
        return self in (BoardOutcome.CHANGED, BoardOutcome.REMITTED)


def reversal_rate(*, outcomes: Iterable[BoardOutcome]) -> float | None:
    """Share (0 to 1) of the considered appeals that were changed or sent back; None of none."""
    considered = [outcome for outcome in outcomes if outcome.considered]
    if not considered:
        return None
    return sum(outcome.reversed for outcome in considered) / len(considered)


_OUTCOME_TITLES = {
    Outcome.GRANTED: Text(da="Bevilget", en="Granted"),
    Outcome.PARTLY: Text(da="Delvist bevilget", en="Partly granted"),
    Outcome.REFUSED: Text(da="Afslag", en="Refused"),
}
_APPEAL_TITLES = {
    AppealOutcome.UPHELD: Text(da="Fastholdt", en="Upheld"),
    AppealOutcome.PARTLY: Text(da="Delvist medhold", en="Partly reversed"),
    AppealOutcome.REVERSED: Text(da="Medhold", en="Reversed"),
}
_BOARD_TITLES = {
    BoardOutcome.CONFIRMED: Text(da="Stadfæstet", en="Confirmed"),
    BoardOutcome.CHANGED: Text(da="Ændret", en="Changed"),
    BoardOutcome.REMITTED: Text(da="Hjemvist", en="Sent back"),
    BoardOutcome.DISMISSED: Text(da="Afvist", en="Dismissed"),
}
