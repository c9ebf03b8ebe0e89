"""The plan and its goals as the citizen reads them, short on the case page and whole on their own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import (
    ActionPlan,
    FollowUp,
    FollowUpGoal,
    Goal,
    GoalStep,
    Help,
    Intervention,
)
from borgerfokus.core.interventions.following import FOLLOWED_UP
from borgerfokus.core.interventions.plan import PLAN_ARTICLES
from borgerfokus.core.interventions.words import (
    GOES_ON,
    ORDER_STATES,
    OUTCOMES,
    FollowUpOutcome,
    OrderState,
    PlanState,
    Reached,
)
from borgerfokus.core.periods import Period
from borgerfokus.core.words import period_words
from borgerfokus.web.citizen import shell
from borgerfokus.web.design.views import Action, Chip, GoalView, Item, ProfileView, SaidView, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import goals as words
from borgerfokus.web.present.amounts import intensity


@dataclass(frozen=True)
class Brief:
    """The plan on the case page: where it stands, the goals that run, and the way to all of it."""

    lead: str
    goals: tuple[Item, ...]
    more: Action


@dataclass(frozen=True)
class PlanRead:
    """A plan as the citizen reads it; `waits`: for the citizen to say yes."""

    id: int
    version: int
    heading: str
    chip: Chip
    terms: tuple[Term, ...]
    waits: bool
    pdf: str


@dataclass(frozen=True)
class Whole:
    """Everything of plan, goals and help on the citizen's own page."""

    lead: str
    plans: tuple[PlanRead, ...]
    picture: ProfileView | None
    goals: tuple[GoalView, ...]
    said: tuple[SaidView, ...]
    help: tuple[Item, ...]
    followed: tuple[SaidView, ...]
    law: str


def brief(case: Case, *, may_sign: bool) -> Brief | None:
    """The plan on the case page; None before there is anything to read."""
    there = interventions.help_of(case_id=case.pk)
    if not _readable(there):
        return None
    label = _("Læs planen, og svar") if may_sign and _waiting(there) else _("Se mål og plan")
    return Brief(
        lead=_lead(there),
        goals=tuple(
            Item(title=one.title, text=words.view(there, one).moves, chip=words.chip(there, one), icon="flag")
            for one in there.running
        ),
        more=Action(label, shell.href(case, "plan"), kind="primary" if _waiting(there) and may_sign else "secondary"),
    )


def whole(case: Case, there: Help, *, tick: Callable[[GoalStep], Action | None], pdf: Callable[[int], str]) -> Whole:
    """Everything that the reader may see of plan, goals and help."""
    shown = [one for one in (_waiting(there), there.agreed) if one is not None]
    return Whole(
        lead=_lead(there),
        plans=tuple(_plan(one, pdf(one.pk)) for one in shown),
        picture=words.picture(there, there.goals),
        goals=tuple(words.view(there, one, tick=tick, to_citizen=True) for one in there.goals),
        said=tuple(words.said(one) for one in there.comments_on(None)),
        help=tuple(_help(there, one) for one in there.interventions),
        followed=tuple(_followed(there, one) for one in there.follow_ups),
        law=_("Planen laves efter %(law)s. Vi følger op efter %(follow)s.")
        % {"law": PLAN_ARTICLES[interventions.kind_of(case)], "follow": FOLLOWED_UP},
    )


def _readable(there: Help) -> bool:
    return bool(there.plans or there.goals or there.interventions or there.follow_ups)


def _waiting(there: Help) -> ActionPlan | None:
    """The plan that is shown and not agreed yet."""
    return there.written if there.written is not None and there.written.state == PlanState.SHOWN else None


def _lead(there: Help) -> str:
    waiting = _waiting(there)
    if waiting is not None and waiting.citizen_signed_at is None:
        return _("Der ligger en plan til dig. Læs den, og sig, om du er enig.")
    if waiting is not None:
        return _("Du har sagt ja til planen. Nu venter den på kommunen.")
    if there.agreed is not None:
        count = len(there.running)
        if not count:
            return _("Planen gælder, og du er færdig med alle mål i den.")
        return ngettext("Planen gælder. Du har %(n)s mål.", "Planen gælder. Du har %(n)s mål.", count) % {"n": count}
    if there.declined is not None:
        return _("Du har sagt nej tak til en plan. Du kan altid få en.")
    return _("Her kan du se den hjælp, du får.")


def _plan(one: ActionPlan, pdf: str) -> PlanRead:
    waits = one.state == PlanState.SHOWN and one.citizen_signed_at is None
    terms = [
        Term(_("Det skal hjælpen føre til"), one.purpose),
        Term(_("Den hjælp, du får"), one.intervention),
        Term(_("Så længe varer den"), one.duration),
    ]
    if one.other:
        terms.append(Term(_("Andet, vi har aftalt"), one.other))
    if one.citizen_signed_at:
        terms.append(Term(_("Du sagde ja"), on_day(one.citizen_signed_at), sub=one.citizen_signed_name))
    if one.signed_at:
        terms.append(Term(_("Kommunen sagde ja"), on_day(one.signed_at), sub=one.signed_name))
    chip = Chip(_("Gælder"), "ok") if one.state == PlanState.AGREED else Chip(_("Venter"), "warn")
    return PlanRead(one.pk, one.version, _("Din plan"), chip, tuple(terms), waits, pdf)


def _help(there: Help, row: Intervention) -> Item:
    periods = there.periods_of(row)
    now = periods[-1] if periods else None
    parts = [row.provider]
    if now is not None:
        amount = " · ".join(part for part in (intensity(now), now.extent) if part and part != "–")
        parts += [amount, say(period_words(Period(now.starts, now.ends)))]
    order = next(iter(there.orders_of(row)), None)
    chip = Chip(_("Slut %(day)s") % {"day": on_day(row.ended_on)}, "line") if row.ended_on else None
    if chip is None and order is not None:
        chip = Chip(say(ORDER_STATES[OrderState(order.state)]), "ok" if order.state == OrderState.STARTED else "warn")
    return Item(title=row.title, text=" · ".join(part for part in parts if part), chip=chip)


def _followed(there: Help, one: FollowUp) -> SaidView:
    titles = {goal.pk: goal for goal in there.goals}
    lines = [f"{say(OUTCOMES[FollowUpOutcome(one.outcome)])}. {one.reason}"]
    lines += [_of_goal(titles[said.goal_id], said) for said in there.said_of(one) if said.goal_id in titles]
    if one.citizen_words:
        lines.append(_("Du sagde: %(words)s") % {"words": one.citizen_words})
    if one.next_on is not None and FollowUpOutcome(one.outcome) in GOES_ON:
        lines.append(_("Vi ser på det igen den %(day)s.") % {"day": on_day(one.next_on)})
    meta = _("%(day)s, %(who)s") % {"day": on_day(one.on), "who": one.by_name}
    return SaidView(meta, tuple(lines))


def _of_goal(goal: Goal, said: FollowUpGoal) -> str:
    parts = (words.reached_words(goal, Reached(said.reached)), said.note)
    return f"{goal.title}: " + ". ".join(part for part in parts if part)
