"""How long a closed case is kept, and what keeps it from being erased after that.

Sources: databeskyttelsesforordningen articles 5(1)(e) and 17(3), arkivloven (what must be handed over first), and the
retention of the case type, which the municipality decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.dates import add_months
from borgerfokus.core.texts import Text

_MONTHS = 12


class Block(StrEnum):
    """Why a case may not be erased yet."""

    OPEN = "open"
    TOO_EARLY = "too_early"
    APPEAL = "appeal"
    HELP = "help"
    ACCESS = "access"
    SIBLING = "sibling"
    HOLD = "hold"
    ARCHIVE = "archive"

    @property
    def text(self) -> Text:
        """Why, in a sentence."""
        return _BLOCKS[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of a case that may be past its retention. `asked` is set when the citizen asked for erasure.

    `sibling` is an open case of the same citizen and kind, which rests on what this one says.
    """

    closed: bool
    kept_until: date | None
    appeal: bool = False
    help_running: bool = False
    access_open: bool = False
    sibling: bool = False
    held: bool = False
    archive_first: bool = False
    handed_over: bool = False
    asked: bool = False


def kept_until(*, starts: date, years: int) -> date:
    """The last day on which the case is kept."""
    return add_months(starts, years * _MONTHS)


def blocks(*, of: Circumstances, on: date) -> tuple[Block, ...]:
    """Everything that stands in the way on the day `on`, the weightiest first; empty when the case may be erased."""
    early = of.kept_until is None or on <= of.kept_until
    found = (
        (not of.closed, Block.OPEN),
        (of.held, Block.HOLD),
        (of.appeal, Block.APPEAL),
        (of.help_running, Block.HELP),
        (of.access_open, Block.ACCESS),
        (of.sibling, Block.SIBLING),
        (early and not of.asked, Block.TOO_EARLY),
        (of.archive_first and not of.handed_over, Block.ARCHIVE),
    )
    return tuple(block for holds, block in found if holds)


_BLOCKS: Mapping[Block, Text] = {
    Block.OPEN: Text(da="Sagen er ikke afsluttet.", en="The case is not closed."),
    Block.TOO_EARLY: Text(da="Sagen skal gemmes endnu.", en="The case must still be kept."),
    Block.APPEAL: Text(da="En klage er ikke afgjort.", en="An appeal is not decided."),
    Block.HELP: Text(da="Borgeren får stadig hjælp efter sagen.", en="The citizen still gets help from the case."),
    Block.ACCESS: Text(
        da="En anmodning om indsigt, rettelse eller sletning er ikke besvaret.",
        en="A request for access, correction or erasure is not answered.",
    ),
    Block.SIBLING: Text(
        da="En åben sag om det samme bygger på den.", en="An open case about the same rests on it."
    ),
    Block.HOLD: Text(da="Sagen er sat i bero og må ikke slettes.", en="The case is under legal hold."),
    Block.ARCHIVE: Text(
        da="Sagen skal afleveres til arkivet først.", en="The case is to be handed over to the archive first."
    ),
}
