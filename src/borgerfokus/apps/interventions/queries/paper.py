"""A plan on paper: accessible PDF, as both have signed it, or as it is shown."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions.models import ActionPlan
from borgerfokus.apps.interventions.queries.content import signed_content
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Section
from borgerfokus.core.interventions.plan import PLAN_ARTICLES
from borgerfokus.core.interventions.words import (
    GOAL_KINDS,
    PLAN_NAMES,
    PLAN_STATES,
    SIGNING_WAYS,
    STEP_OWNERS,
    GoalKind,
    PlanState,
    SigningWay,
    StepOwner,
)
from borgerfokus.core.texts import Text
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general


def plan_pdf(*, case: Case, plan_id: int, language: str, at: datetime) -> bytes:
    """The plan as PDF. Raises Hidden for a plan that the open scope does not show."""
    plan = ActionPlan.objects.filter(pk=plan_id, case=case).first()
    if plan is None:
        raise Hidden(f"plan {plan_id}")
    goals = plan.goals.filter(removed_at__isnull=True).prefetch_related("steps").order_by("place")
    content = plan.signed_content or signed_content(plan, list(goals))
    frame = decisions.letter_frame(case=case, language=language)
    kind = PlanKind(plan.kind)
    letter = GeneralLetter(
        sender=frame.sender,
        contact=frame.contact,
        sent_on=day_of(plan.signed_at or plan.shown_at or at),
        case_number=case.number,
        addressee=frame.addressee,
        heading=f"{PLAN_NAMES[kind].in_(language)} {plan.number}",
        body=_STATE.filled(state=PLAN_STATES[PlanState(plan.state)]).in_(language),
        sections=tuple(_sections(plan, content, language)),
        law=PLAN_ARTICLES[kind][:1].upper() + PLAN_ARTICLES[kind][1:],
    )
    return render_general(letter=letter, language=language)


def _sections(plan: ActionPlan, content: Mapping[str, Any], language: str) -> Iterator[Section]:
    for part, title in _PARTS.items():
        if content[part]:
            yield Section(title.in_(language), content[part])
    for number, goal in enumerate(content["goals"], start=1):
        yield Section(_GOAL.filled(number=number).in_(language), _goal(goal, language))
    yield Section(_AGREED.in_(language), "\n".join(_signatures(plan, language)))


def _goal(goal: Mapping[str, Any], language: str) -> str:
    lines = [one for one in (goal["title"], goal["own_words"]) if one]
    lines.append(GOAL_KINDS[GoalKind(goal["kind"])].in_(language) + ". " + _levels(goal, language))
    if goal["measure"]:
        lines.append(_MEASURE.filled(text=Text(da=goal["measure"], en=goal["measure"])).in_(language))
    lines += [f"- {step['text']} ({STEP_OWNERS[StepOwner(step['who'])].in_(language)})" for step in goal["steps"]]
    return "\n".join(lines)


def _levels(goal: Mapping[str, Any], language: str) -> str:
    frame = frames().get(goal["frame"])
    if frame is None:
        return ""
    theme = frame.theme(goal["theme"]).title.in_(language)
    found = [
        f"{frame.level(value).value}, {frame.level(value).title.in_(language)}"
        for value in (goal["level_start"], goal["level_expected"])
        if value is not None
    ]
    return f"{theme}: {' → '.join(found)}" if found else theme


def _signatures(plan: ActionPlan, language: str) -> Iterator[str]:
    if plan.citizen_signed_at is None and plan.signed_at is None:
        yield _NOBODY.in_(language)
    if plan.citizen_signed_at is not None:
        how = SIGNING_WAYS[SigningWay(plan.citizen_signed_how)].in_(language)
        yield f"{_CITIZEN.in_(language)}: {plan.citizen_signed_name}, {how}, {_when(plan.citizen_signed_at, language)}"
    if plan.signed_at is not None:
        yield f"{_MUNICIPALITY.in_(language)}: {plan.signed_name}, {_when(plan.signed_at, language)}"


def _when(moment: datetime, language: str) -> str:
    return moment_words(moment).in_(language)


_STATE = Text(da="Planen er: {state}.", en="The plan is: {state}.")
_GOAL = Text(da="Mål {number}", en="Goal {number}")
_MEASURE = Text(da="Sådan kan vi se det: {text}", en="How we can see it: {text}")
_AGREED = Text(da="Hvem har sagt ja", en="Who has agreed")
_NOBODY = Text(da="Ingen har sagt ja endnu.", en="Nobody has agreed yet.")
_CITIZEN = Text(da="Borgeren", en="The citizen")
_MUNICIPALITY = Text(da="Kommunen", en="The municipality")
_PARTS = {
    "purpose": Text(da="Formål", en="Purpose"),
    "intervention": Text(da="Indsats", en="Intervention"),
    "duration": Text(da="Varighed", en="Duration"),
    "other": Text(da="Andre særlige forhold", en="Other particulars"),
}
