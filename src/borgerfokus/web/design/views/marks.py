"""Small marks and messages: ball, chip, dates, actions, alerts, bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

BallKey = Literal["you", "us", "other", "none"]
ChipKind = Literal["plain", "ok", "warn", "bad", "over", "fjord", "line", "flag", "sun"]
DateKind = Literal["law", "promise", "interval", "agreement"]
DueLevel = Literal["over", "soon", "fine"]
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
class Alert:
    """A message in a box; ``heading`` may be empty."""

    level: AlertLevel
    text: str
    heading: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class StateView:
    """A page or panel without its content: empty, error, forbidden or missing, with a way on."""

    kind: StateKind
    heading: str
    paragraphs: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    reference: str = ""


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One or more keys and what they do."""

    keys: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A requirement that is met or not; ``note`` says what is missing."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class BarView:
    """A share in percent with an optional target line; ``label`` says both in words."""

    value: float
    label: str
    target: float | None = None
    behind: bool = False
    shape: ClassVar[str] = "bar"


@dataclass(frozen=True, slots=True)
class LoadView:
    """A load against the agreed band; positions in percent, ``text`` stands at the end of the bar."""

    value: float
    low: float
    high: float
    text: str
    label: str
    over: bool = False
    shape: ClassVar[str] = "load"


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A value on a scale with a target (readability): positions in percent, ``label`` says it in words."""

    value: float
    target: float
    label: str
    low_text: str
    target_text: str
    high_text: str
