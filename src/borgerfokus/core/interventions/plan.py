"""What a plan and its goals are, and what is lacking before the citizen is shown it.

A plan tells purpose, intervention, expected duration and other particulars (serviceloven § 141, stk. 3). A goal is the
citizen's own, tied to a theme of the assessment: where it begins and where it leads, in levels of the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from borgerfokus.core.assessment import Frame
from borgerfokus.core.casework.casetype.vocabulary import PlanKind
from borgerfokus.core.interventions.words import GoalKind, StepOwner
from borgerfokus.core.rules import NotInForce, Parameters
from borgerfokus.core.texts import Text

PLAN_ARTICLES: Mapping[PlanKind, str] = {
    PlanKind.ACTION_PLAN: "serviceloven § 141",
    PlanKind.CHILD_PLAN: "barnets lov § 91",
    PlanKind.YOUTH_PLAN: "barnets lov § 108",
    PlanKind.WHOLE_PLAN: "serviceloven § 141, stk. 7",
}
"""The rule that each kind of plan rests on."""
PLAN_DUTIES: Mapping[PlanKind, str] = {
    PlanKind.ACTION_PLAN: "sel.action_plan_offered",
    PlanKind.WHOLE_PLAN: "sel.action_plan_offered",
}
"""The parameter that says whether the kind of plan must be offered; a kind without one must be, as long as it is."""


def must_offer(kind: PlanKind | None, *, parameters: Parameters, on: date) -> bool:
    """Whether the act asks that a plan of this kind is offered on a day. None: the kind of help has no plan."""
    if kind is None:
        return False
    key = PLAN_DUTIES.get(kind)
    if key is None:
        return True
    try:
        return parameters.at(key, on=on).flag
    except NotInForce:
        return False



@dataclass(frozen=True, slots=True)
class PlanContent:
    """The four parts of a plan."""

    purpose: str = ""
    intervention: str = ""
    duration: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class StepContent:
    """A step on the way to a goal, and who takes it."""

    text: str
    who: StepOwner


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalContent:
    """A goal as it is written. `theme` "" and levels None where the case type has no frame, or none is chosen."""

    kind: GoalKind
    title: str
    theme: str = ""
    own_words: str = ""
    measure: str = ""
    level_start: int | None = None
    level_expected: int | None = None
    steps: tuple[StepContent, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is lacking: the field, and what to do."""

    field: str
    text: Text


def goal_lacks(goal: GoalContent, *, frame: Frame | None) -> tuple[Lack, ...]:
    """What keeps a goal from being saved; empty when it can be."""
    return tuple(Lack(field, _TEXTS[code]) for field, code in _goal_faults(goal, frame))


def plan_lacks(plan: PlanContent, *, goals: Sequence[GoalContent]) -> tuple[Lack, ...]:
    """What keeps a plan from being shown to the citizen, in the order of the form; empty when it can be."""
    found = [
        Lack(field, _TEXTS[field])
        for field in ("purpose", "intervention", "duration")
        if not getattr(plan, field).strip()
    ]
    return (*found, *(() if goals else (Lack("goals", _TEXTS["goals"]),)))


def kind_for(*, start: int | None, expected: int | None) -> GoalKind:
    """The kind that two levels of a frame speak for: a lower number is less difficulty."""
    if start is None or expected is None or expected < start:
        return GoalKind.DEVELOP
    return GoalKind.MAINTAIN if expected == start else GoalKind.LIMIT_LOSS


def _goal_faults(goal: GoalContent, frame: Frame | None) -> Iterator[tuple[str, str]]:
    if not goal.title.strip():
        yield "title", "title"
    if any(not step.text.strip() for step in goal.steps):
        yield "steps", "steps"
    levels = (("level_start", goal.level_start), ("level_expected", goal.level_expected))
    if not goal.theme:
        yield from ((field, "no_theme") for field, value in levels if value is not None)
        return
    if frame is None or goal.theme not in {theme.key for theme in frame.themes}:
        yield "theme", "theme"
        return
    yield from _level_faults(goal, frame)


def _level_faults(goal: GoalContent, frame: Frame) -> Iterator[tuple[str, str]]:
    scale = {level.value for level in frame.scale} if frame.carries_level(goal.theme) else set()
    for field, value in (("level_start", goal.level_start), ("level_expected", goal.level_expected)):
        if value is not None and value not in scale:
            yield field, "unknown_level"
            return
    start, expected = goal.level_start, goal.level_expected
    if start is None or expected is None:
        return
    fits = {
        GoalKind.DEVELOP: expected < start,
        GoalKind.MAINTAIN: expected == start,
        GoalKind.LIMIT_LOSS: expected >= start,
    }[goal.kind]
    if not fits:
        yield "level_expected", goal.kind.value


_TEXTS = {
    "title": Text(da="Skriv, hvad målet er.", en="Write what the goal is."),
    "steps": Text(da="Skriv, hvad skridtet er, eller slet det.", en="Write what the step is, or delete it."),
    "theme": Text(da="Vælg et tema, der findes i udredningen.", en="Choose a theme that is in the assessment."),
    "no_theme": Text(
        da="Et niveau hører til et tema. Vælg temaet, eller lad niveauet stå tomt.",
        en="A level belongs to a theme. Choose the theme, or leave the level empty.",
    ),
    "unknown_level": Text(
        da="Temaet har ikke det niveau. Vælg et af dem, der står på listen.",
        en="The theme does not have that level. Choose one of those on the list.",
    ),
    "develop": Text(
        da="Et mål om at udvikle skal føre til et lavere niveau end nu. Vælg et lavere, eller en anden slags mål.",
        en="A goal to develop leads to a lower level than now. Choose a lower one, or another kind of goal.",
    ),
    "maintain": Text(
        da="Et mål om at fastholde har samme niveau nu og bagefter. Vælg det samme, eller en anden slags mål.",
        en="A goal to maintain has the same level now and afterwards. Choose the same, or another kind of goal.",
    ),
    "limit_loss": Text(
        da="Et mål om at begrænse tab kan ikke føre til et lavere niveau. Vælg at udvikle i stedet.",
        en="A goal to limit loss cannot lead to a lower level. Choose to develop instead.",
    ),
    "purpose": Text(da="Skriv, hvad formålet med hjælpen er.", en="Write what the help is for."),
    "intervention": Text(da="Skriv, hvilken hjælp borgeren får.", en="Write which help the citizen gets."),
    "duration": Text(da="Skriv, hvor længe hjælpen ventes at vare.", en="Write how long the help is expected to last."),
    "goals": Text(da="Skriv mindst ét mål sammen med borgeren.", en="Write at least one goal with the citizen."),
}
