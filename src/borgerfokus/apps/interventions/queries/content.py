"""Saved rows as the core reads them, and a plan as it is signed."""

from collections.abc import Sequence
from typing import Any

from borgerfokus.apps.interventions.models import ActionPlan, Goal, InterventionPeriod
from borgerfokus.core.interventions.cost import PricedPeriod
from borgerfokus.core.interventions.plan import GoalContent, PlanContent, StepContent
from borgerfokus.core.interventions.words import GoalKind, StepOwner
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period


def content_of(plan: ActionPlan) -> PlanContent:
    """The four parts of a plan."""
    return PlanContent(plan.purpose, plan.intervention, plan.duration, plan.other)


def goal_content_of(row: Goal) -> GoalContent:
    """A goal with its steps. Reads the steps, unless they were fetched along."""
    steps = sorted(row.steps.all(), key=lambda step: (step.place, step.pk))
    return GoalContent(
        kind=GoalKind(row.kind),
        title=row.title,
        theme=row.theme,
        own_words=row.own_words,
        measure=row.measure,
        level_start=row.level_start,
        level_expected=row.level_expected,
        steps=tuple(StepContent(step.text, StepOwner(step.who)) for step in steps),
    )


def signed_content(plan: ActionPlan, goals: Sequence[Goal]) -> dict[str, Any]:
    """The plan word for word, as both have signed it, in plain values."""
    return {
        "purpose": plan.purpose,
        "intervention": plan.intervention,
        "duration": plan.duration,
        "other": plan.other,
        "goals": [_signed_goal(row) for row in goals],
    }


def _signed_goal(row: Goal) -> dict[str, Any]:
    said = goal_content_of(row)
    return {
        "id": row.pk,
        "kind": said.kind.value,
        "frame": row.frame,
        "theme": said.theme,
        "title": said.title,
        "own_words": said.own_words,
        "measure": said.measure,
        "level_start": said.level_start,
        "level_expected": said.level_expected,
        "steps": [{"text": step.text, "who": step.who.value} for step in said.steps],
    }


def priced(row: InterventionPeriod) -> PricedPeriod:
    """A period as its cost is reckoned."""
    return PricedPeriod(
        period=Period(row.starts, row.ends),
        amount=Money(row.price_ore),
        unit=PriceUnit(row.price_unit),
        hours_per_week=row.hours_per_week,
        days_per_week=row.days_per_week,
    )
