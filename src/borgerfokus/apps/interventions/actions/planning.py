"""The plan with the citizen: offered, written with its goals, shown, agreed by both, ended or replaced by a new one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.interventions.actions import goals as goal_acts
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.actions.goals import WrittenGoal
from borgerfokus.apps.interventions.events import (
    PlanEnded,
    PlanOffered,
    PlanSaved,
    PlanShown,
    PlanSigned,
    PlanTakenBack,
)
from borgerfokus.apps.interventions.models import ActionPlan, Goal, Order, OrderGoal
from borgerfokus.apps.interventions.queries.content import content_of, goal_content_of, signed_content
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.plan import PLAN_ARTICLES, Lack, PlanContent, goal_lacks, plan_lacks
from borgerfokus.core.interventions.words import OPEN_ORDERS, PlanState, SigningWay
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_BEING_WRITTEN = (PlanState.DRAFT, PlanState.SHOWN)


@dataclass(frozen=True)
class WrittenPlan:
    """A draft as it is to be saved: `version` is the one that was read. A goal left out is taken out of the draft."""

    plan: int
    version: int
    content: PlanContent
    goals: Sequence[WrittenGoal] = ()


def kind_of(case: Case) -> PlanKind:
    """The plan that goes with the case's kind of help; where none is asked for, an action plan."""
    return case.type_version.spec.plan or PlanKind.ACTION_PLAN


def offer_plan(*, case_id: int, wanted: bool, words: str, by: Actor, at: datetime) -> int | Refusal:
    """Record that the citizen was offered a plan, and the answer. Yes begins a draft; no is kept with the day.

    Returns the plan's id. Refused while another is being written. An agreed plan stays until the new one is agreed:
    its goals that run go on into the draft.
    """
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="plan.offer") as opened:
        if _plans(opened).filter(state__in=_BEING_WRITTEN).exists():
            return no.PLAN_THERE
        plan = _begin(opened, wanted, words)
        opened.append(PlanOffered(plan=plan.pk, plan_kind=plan.kind, answer="yes" if wanted else "no"))
    return plan.pk


def save_plan(*, written: WrittenPlan, by: Actor, at: datetime) -> Refusal | None:
    """Save a draft with its goals, all or nothing.

    Refused when somebody saved it meanwhile (`edit.conflict`), when it is shown already, or when a goal lacks
    something. Raises Hidden for an unknown plan or goal.
    """
    with _opened(written.plan, Verb.CASE_EDIT, by, at, "plan.save") as (opened, plan):
        if plan.version != written.version:
            return no.CONFLICT
        if plan.state != PlanState.DRAFT:
            return no.PLAN_NOT_DRAFT
        frame = assessment.frame_of(opened.case)
        for one in written.goals:
            if lacks := goal_lacks(one.content, frame=frame):
                return _lacking(plan, lacks)
        _put(plan, written.content)
        goal_acts.put_in(opened, plan=plan, written=written.goals, frame=frame.key if frame else "")
        opened.append(PlanSaved(plan=plan.pk, number=plan.number, version=plan.version))
    return None


def show_plan(*, plan_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Let the citizen read the plan. Refused while it lacks purpose, intervention, duration or goals."""
    with _opened(plan_id, Verb.CASE_EDIT, by, at, "plan.show") as (opened, plan):
        if plan.state != PlanState.DRAFT:
            return no.PLAN_NOT_DRAFT
        rows = _running(plan)
        if lacks := plan_lacks(content_of(plan), goals=[goal_content_of(row) for row in rows]):
            return _lacking(plan, lacks)
        plan.state, plan.shown_at = PlanState.SHOWN, plan.shown_at or at
        plan.save(update_fields=["state", "shown_at"])
        Goal.objects.filter(pk__in=[row.pk for row in rows], shown_at__isnull=True).update(shown_at=at)
        opened.append(PlanShown(plan=plan.pk, number=plan.number))
    return None


def take_back_plan(*, plan_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Make a plan that is shown a draft again; what was signed of it no longer counts."""
    with _opened(plan_id, Verb.CASE_EDIT, by, at, "plan.take_back") as (opened, plan):
        if plan.state != PlanState.SHOWN:
            return no.PLAN_NOT_SHOWN
        plan.state = PlanState.DRAFT
        plan.citizen_signed_at = plan.signed_at = None
        plan.citizen_signed_by = plan.citizen_signed_name = plan.citizen_signed_how = ""
        plan.signed_by = plan.signed_name = ""
        plan.version += 1
        plan.save()
        opened.append(PlanTakenBack(plan=plan.pk, dropped=False))
    return None


def drop_plan(*, plan_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Drop a draft. Goals that came from the plan in force go back to it; goals of the draft alone are taken out."""
    with _opened(plan_id, Verb.CASE_EDIT, by, at, "plan.drop") as (opened, plan):
        if plan.state != PlanState.DRAFT:
            return no.PLAN_NOT_DRAFT
        before = _plans(opened).filter(state=PlanState.AGREED).first()
        if before is not None:
            plan.goals.filter(pk__in=_signed_goals(before)).update(plan=before, removed_at=None)
        plan.goals.filter(removed_at__isnull=True).update(removed_at=at)
        plan.state, plan.ended_at = PlanState.ENDED, at
        plan.save(update_fields=["state", "ended_at"])
        opened.append(PlanTakenBack(plan=plan.pk, dropped=True))
    return None


def sign_plan(*, plan_id: int, version: int, how: SigningWay, by: Actor, at: datetime) -> Refusal | None:
    """Say yes to a plan that is shown.

    A citizen (or who may act for one) signs for the citizen, digitally. Staff sign for the municipality; with another
    `how` than digital they record that the citizen said yes that way. When both have signed, it is agreed, and the plan
    before is replaced. Refused when it changed since it was read, or is not shown.
    """
    verb = Verb.PLAN_SIGN if by.is_citizen else Verb.CASE_EDIT
    with _opened(plan_id, verb, by, at, "plan.sign") as (opened, plan):
        if plan.state != PlanState.SHOWN:
            return no.ALREADY_SIGNED if plan.state == PlanState.AGREED else no.PLAN_NOT_SHOWN
        if plan.version != version:
            return no.CONFLICT
        as_citizen = by.is_citizen or how is not SigningWay.DIGITAL
        if plan.citizen_signed_at if as_citizen else plan.signed_at:
            return no.ALREADY_SIGNED
        _sign(opened, plan, how, as_citizen=as_citizen)
        agreed = plan.citizen_signed_at is not None and plan.signed_at is not None
        if agreed:
            _agree(opened, plan)
        plan.save()
        who = "citizen" if as_citizen else "municipality"
        opened.append(PlanSigned(plan=plan.pk, who=who, how=how, agreed=agreed))
    return None


def decline_plan(*, plan_id: int, words: str, by: Actor, at: datetime) -> Refusal | None:
    """The citizen says no thanks to a plan that is being written or shown. The day is kept, and the words."""
    verb = Verb.PLAN_SIGN if by.is_citizen else Verb.CASE_EDIT
    with _opened(plan_id, verb, by, at, "plan.decline") as (opened, plan):
        if plan.state not in _BEING_WRITTEN:
            return no.PLAN_NOT_SHOWN
        plan.state, plan.declined_at, plan.declined_words = PlanState.DECLINED, at, words.strip()
        plan.save(update_fields=["state", "declined_at", "declined_words"])
        opened.append(PlanOffered(plan=plan.pk, plan_kind=plan.kind, answer="no"))
    return None


def end_plan(*, plan_id: int, by: Actor, at: datetime) -> Refusal | None:
    """The plan that was agreed no longer holds."""
    with _opened(plan_id, Verb.CASE_EDIT, by, at, "plan.end") as (opened, plan):
        if plan.state != PlanState.AGREED:
            return no.PLAN_NOT_AGREED
        end_in(opened, plan=plan, replaced=False)
    return None


def end_in(opened: OpenCase, *, plan: ActionPlan, replaced: bool) -> None:
    """As `end_plan`, on a case that is open already."""
    plan.state = PlanState.REPLACED if replaced else PlanState.ENDED
    plan.ended_at = opened.at
    plan.save(update_fields=["state", "ended_at"])
    opened.append(PlanEnded(plan=plan.pk, replaced=replaced))


@contextmanager
def _opened(plan_id: int, verb: Verb, by: Actor, at: datetime, action: str) -> Iterator[tuple[OpenCase, ActionPlan]]:
    """The case of a plan opened, and the plan as it stands now that nobody else can change it."""
    with casework.changing(case_id=_plan(plan_id).case_id, verb=verb, by=by, at=at, action=action) as opened:
        yield opened, _plan(plan_id)


def _plan(plan_id: int) -> ActionPlan:
    plan = ActionPlan.objects.filter(pk=plan_id).first()
    if plan is None:
        raise Hidden(f"plan {plan_id}")
    return plan


def _plans(opened: OpenCase) -> QuerySet[ActionPlan]:
    return ActionPlan.objects.filter(case=opened.case)


def _begin(opened: OpenCase, wanted: bool, words: str) -> ActionPlan:
    before = _plans(opened).filter(state=PlanState.AGREED).first()
    number = (_plans(opened).aggregate(latest=Max("number"))["latest"] or 0) + 1
    plan = ActionPlan.objects.create(
        case=opened.case,
        number=number,
        kind=kind_of(opened.case),
        state=PlanState.DRAFT if wanted else PlanState.DECLINED,
        offered_at=opened.at,
        declined_at=None if wanted else opened.at,
        declined_words="" if wanted else words.strip(),
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
        **({part: getattr(before, part) for part in _PARTS} if before and wanted else {}),
    )
    if before is not None and wanted:
        before.goals.filter(removed_at__isnull=True, ended_as="").update(plan=plan)
    return plan


def _put(plan: ActionPlan, content: PlanContent) -> None:
    for part in _PARTS:
        setattr(plan, part, getattr(content, part).strip())
    plan.version += 1
    plan.save()


def _running(plan: ActionPlan) -> list[Goal]:
    return list(plan.goals.filter(removed_at__isnull=True, ended_as="").order_by("place"))


def _sign(opened: OpenCase, plan: ActionPlan, how: SigningWay, *, as_citizen: bool) -> None:
    by = opened.by
    if as_citizen:
        plan.citizen_signed_at, plan.citizen_signed_by = opened.at, by.subject
        plan.citizen_signed_name, plan.citizen_signed_how = by.name, how
    else:
        plan.signed_at, plan.signed_by, plan.signed_name = opened.at, by.subject, by.name


def _agree(opened: OpenCase, plan: ActionPlan) -> None:
    before = _plans(opened).filter(state=PlanState.AGREED).first()
    if before is not None:
        end_in(opened, plan=before, replaced=True)
    plan.state = PlanState.AGREED
    goals = _running(plan)
    plan.signed_content = signed_content(plan, goals)
    _tell_providers(opened, goals)


def _tell_providers(opened: OpenCase, goals: Sequence[Goal]) -> None:
    """The orders of the help that works at a goal are for that goal too, now that it is agreed."""
    orders = Order.objects.filter(case=opened.case, state__in=OPEN_ORDERS).order_by("pk")
    told = set(OrderGoal.objects.filter(case=opened.case).values_list("order_id", "goal_id"))
    OrderGoal.objects.bulk_create(
        [
            OrderGoal(case=opened.case, order=order, goal=goal)
            for order in orders
            for goal in goals
            if goal.intervention_id == order.intervention_id and (order.pk, goal.pk) not in told
        ]
    )


def _signed_goals(plan: ActionPlan) -> list[int]:
    return [int(goal["id"]) for goal in plan.signed_content.get("goals", ())]


def _lacking(plan: ActionPlan, lacks: Sequence[Lack]) -> Refusal:
    return Refusal(code="plan.unfinished", text=lacks[0].text, article=PLAN_ARTICLES[PlanKind(plan.kind)])


_PARTS = ("purpose", "intervention", "duration", "other")
