"""A goal with its steps, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.views.marks import Action, Chip


@dataclass(frozen=True, slots=True)
class StepView:
    """A step on the way to a goal: ``note`` says who takes it and when it was taken; ``action`` ticks it."""

    text: str
    note: str
    done: bool = False
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class SaidView:
    """What somebody said: who, as what and when; then the words."""

    meta: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal: ``chip`` how far it is, ``meta`` kind, theme and levels in one line, ``moves`` how it goes."""

    goal_id: str
    title: str
    chip: Chip
    meta: str
    paragraphs: tuple[str, ...] = ()
    moves: str = ""
    measure: str = ""
    steps: tuple[StepView, ...] = ()
    history: tuple[str, ...] = ()
    said: tuple[SaidView, ...] = ()
