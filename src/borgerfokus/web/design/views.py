"""Frozen view objects that the macros render. Every text is a finished string in the reader's language.

``shape`` names the object to the templates, so that a table cell or a row of chips may mix them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

BallKey = Literal["you", "us", "other", "none"]
ChipKind = Literal["plain", "ok", "warn", "bad", "over", "fjord", "line", "flag", "sun"]
DateKind = Literal["law", "promise", "interval", "agreement"]
DueLevel = Literal["over", "soon", "fine"]
DotState = Literal["done", "now", "next"]
FactState = Literal["met", "waiting", "old", "missing"]
LogKind = Literal["note", "letter", "citizen", "step", "withheld"]
AlertLevel = Literal["info", "success", "warning", "error"]
ActionKind = Literal["primary", "secondary", "tertiary", "warning", "link"]
StateKind = Literal["empty", "error", "forbidden", "missing"]


@dataclass(frozen=True, slots=True)
class Ball:
    """Who has the ball. ``you`` is always the citizen, ``us`` the municipality, also on staff pages."""

    who: BallKey
    label: str
    shape: ClassVar[str] = "ball"


@dataclass(frozen=True, slots=True)
class Chip:
    """A status in words; ``icon`` defaults to the one that belongs to ``kind``."""

    text: str
    kind: ChipKind = "plain"
    icon: str = ""
    shape: ClassVar[str] = "chip"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a date is; ``text`` replaces the standard words."""

    key: DateKind
    text: str = ""
    shape: ClassVar[str] = "kind"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: distance in words ("4 dage over"), the date, and optionally what kind of date."""

    level: DueLevel
    text: str
    date: str
    kind: Kind | None = None
    shape: ClassVar[str] = "due"


@dataclass(frozen=True, slots=True)
class Action:
    """A link (``method="get"``) or a one-button form (``"post"``).

    ``context`` is read aloud after the label where labels repeat; ``key`` is a keyboard shortcut;
    ``fields`` are hidden name-value pairs of a post; ``confirm`` is asked before a post is sent.
    """

    label: str
    href: str
    kind: ActionKind = "secondary"
    method: Literal["get", "post"] = "get"
    icon: str = ""
    context: str = ""
    key: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    confirm: str = ""
    disabled: bool = False
    shape: ClassVar[str] = "action"


@dataclass(frozen=True, slots=True)
class PhaseDot:
    """One phase on the step line; ``at`` is a date or duration, ``""`` when unknown."""

    label: str
    state: DotState
    at: str = ""


@dataclass(frozen=True, slots=True)
class RangeView:
    """The interval bar; positions in percent of the scale from the case's start to its end.

    ``low``, ``mid``, ``high`` are the forecast (10th, 50th and 90th percentile); None where there is no forecast.
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
    """One fact that must be in the file; ``ball`` replaces the icon where somebody else is awaited."""

    state: FactState
    fact_id: str
    fact: str
    used_for: str
    value: str
    note: str = ""
    source: Action | None = None
    ball: Ball | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class SufficiencyView:
    """The list of facts: ``rows`` not met first. ``summary`` is "9 af 12 på plads", ``label`` reads the bar aloud."""

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
class Kpi:
    """One figure; ``href`` opens what it is made of."""

    label: str
    value: str
    note: str = ""
    chip: Chip | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``hidden`` keeps the heading for screen readers only."""

    label: str
    numeric: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell of text with an optional link and a second line."""

    text: str
    sub: str = ""
    href: str = ""
    chip: Chip | None = None
    shape: ClassVar[str] = "cell"


@dataclass(frozen=True, slots=True)
class BarView:
    """A share in percent with an optional target line; ``label`` says both in words."""

    value: float
    label: str
    target: float | None = None
    behind: bool = False
    shape: ClassVar[str] = "bar"


CellValue = str | Cell | Ball | Chip | Kind | Due | Action | BarView


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the first cell is its heading. ``pick`` is the value of a checkbox in front, None for no box."""

    cells: tuple[CellValue, ...]
    here: bool = False
    pick: str | None = None
    pick_label: str = ""


@dataclass(frozen=True, slots=True)
class TabItem:
    """A tab is a page of its own with an address."""

    label: str
    href: str
    current: bool = False
    count: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paging:
    """Keyset paging: an empty address leaves the link out."""

    summary: str
    older_href: str = ""
    newer_href: str = ""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in force and the address without it."""

    label: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class Alert:
    """A message in a box; ``heading`` may be empty."""

    level: AlertLevel
    text: str
    heading: str = ""
    actions: tuple[Action, ...] = ()


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
class StateView:
    """A page or panel without its content: empty, error, forbidden or missing, with a way on."""

    kind: StateKind
    heading: str
    paragraphs: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Head of a case page: name, age and masked number, flags, one line of facts, actions."""

    name: str
    identity: str
    flags: tuple[Chip, ...] = ()
    subject: str = ""
    meta: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One or more keys and what they do."""

    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its value; ``action`` stands after the value."""

    label: str
    value: str
    sub: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a list panel: title, second line, mark in front, action at the end."""

    title: str
    text: str = ""
    href: str = ""
    icon: str = ""
    when: str = ""
    chip: Chip | None = None
    due: Due | None = None
    actions: tuple[Action, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A card that is a link as a whole; ``glyph`` names a drawing of ``design/glyph.html``."""

    title: str
    text: str
    href: str
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A requirement that is met or not; ``note`` says what is missing."""

    text: str
    met: bool
