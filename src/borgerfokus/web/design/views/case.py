"""What belongs to a case: picture, next act, facts, journal, reasons, letter, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borgerfokus.web.design.views.marks import Action, Ball, Chip, Kind

DotState = Literal["done", "now", "next"]
FactState = Literal["met", "waiting", "old", "missing"]
LogKind = Literal["note", "letter", "citizen", "step", "withheld"]


@dataclass(frozen=True, slots=True)
class PhaseDot:
    """One phase on the step line; ``at`` is a date or duration, ``""`` when unknown."""

    label: str
    state: DotState
    at: str = ""


@dataclass(frozen=True, slots=True)
class RangeView:
    """The interval bar; positions in percent of the scale from the case's start to its end.

    ``low`` to ``high`` is the forecast, which nine of ten fall into, ``mid`` its middle; None where there is none.
    ``label`` says everything in words for those who do not see it.
    """

    label: str
    today: float
    today_text: str
    low: float | None = None
    mid: float | None = None
    high: float | None = None
    span_text: str = ""
    promise: float | None = None
    promise_text: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """The case picture: always answers where, who, when, and what if it slips.

    ``who_text`` says what is awaited, ``answer_by`` the date in words, ``kinds`` what that date is,
    ``slip`` one or more paragraphs, ``law`` the article, ``case_id`` makes element ids unique.
    """

    case_id: str
    say: str
    dots: tuple[PhaseDot, ...]
    ball: Ball
    who_text: str
    answer_by: str
    kinds: tuple[Kind, ...]
    slip: tuple[str, ...]
    law: str = ""
    href: str = ""
    action: Action | None = None
    interval: RangeView | None = None
    interval_note: str = ""
    moved: Chip | None = None


@dataclass(frozen=True, slots=True)
class NextActView:
    """The next required act: ``kicker`` says whose ball and since when, ``title`` is an imperative."""

    kicker: str
    title: str
    text: str
    law: Action | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class SuffRow:
    """One fact that must be in the file; ``ball`` replaces the icon where somebody else is awaited.

    ``against`` is what says otherwise, shown under what is recorded until it is settled.
    """

    state: FactState
    fact_id: str
    fact: str
    used_for: str
    value: str
    note: str = ""
    source: Action | None = None
    ball: Ball | None = None
    actions: tuple[Action, ...] = ()
    chips: tuple[Chip, ...] = ()
    against: str = ""


@dataclass(frozen=True, slots=True)
class SufficiencyView:
    """The list of facts: ``summary`` is "9 af 12 på plads", ``label`` reads the bar aloud."""

    title: str
    summary: str
    label: str
    rows: tuple[SuffRow, ...]
    version: str = ""
    basis: Action | None = None
    marks: tuple[Chip | Ball, ...] = ()
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Why an entry is withheld: ground, day of review, who decided, article, way to complain."""

    ground: str
    review_on: str
    decided_by: str
    law: str
    complain: Action | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the journal; a withheld one has ``held`` and no text."""

    kind: LogKind
    when: str
    label: str
    title: str
    paragraphs: tuple[str, ...] = ()
    author: str = ""
    actions: tuple[Action, ...] = ()
    held: Held | None = None
    anchor: str = ""
    marks: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A fact or article that a reason rests on."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ReasonsPart:
    """One of the three parts of the reasons; ``text`` is shown unless the caller gives a field."""

    title: str
    status: Chip
    text: str = ""
    sources: tuple[SourceRef, ...] = ()
    lead: str = ""
    note: str = ""
    warning: Chip | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in a letter; ``from_fact`` marks what came from the file."""

    text: str
    from_fact: bool = False


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A heading (may be empty) and paragraphs, each a row of pieces."""

    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as the citizen will see it."""

    sender: tuple[str, ...]
    reference: tuple[str, ...]
    greeting: str
    heading: str
    sections: tuple[LetterSection, ...]
    closing: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    language: str = "da"


@dataclass(frozen=True, slots=True)
class TaskView:
    """What the municipality needs from the citizen."""

    task_id: str
    kicker: str
    title: str
    paragraphs: tuple[str, ...]
    chip: Chip | None = None
    actions: tuple[Action, ...] = ()
    otherwise: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactView:
    """The contact person and the ways in."""

    heading: str
    name: str
    initials: str
    role: str
    phone: str = ""
    phone_href: str = ""
    hours: str = ""
    note: str = ""
    write: Action | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """Head of a case page: name, age and masked number, flags, one line of facts, actions."""

    name: str
    identity: str
    flags: tuple[Chip, ...] = ()
    subject: str = ""
    meta: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
