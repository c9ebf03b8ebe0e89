"""A week of a calendar: days side by side on a wide screen, one list on a narrow one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borgerfokus.web.design.views.marks import Chip

EntryKind = Literal["meeting", "group", "busy", "away"]


@dataclass(frozen=True, slots=True)
class WeekEntry:
    """Something that takes time. ``when`` is said in words; what cannot be opened has no ``href``."""

    when: str
    title: str
    kind: EntryKind = "meeting"
    text: str = ""
    href: str = ""
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day with what is in it; ``note`` says when one is open, or that it is a holiday."""

    title: str
    note: str = ""
    entries: tuple[WeekEntry, ...] = ()
    today: bool = False
