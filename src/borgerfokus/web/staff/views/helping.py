"""Plan, goals and help: what the citizen wants, what was granted and ordered, and following it up."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import DecisionView
from borgerfokus.apps.interventions.service import GoalStep
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import STEP_TITLES, Step
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.words import OrderState, PlanState
from borgerfokus.core.words import period_words
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import goals as goal_words
from borgerfokus.web.present import own
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import casepage, doing, following, granted, offering, planning
from borgerfokus.web.staff.acts import granting, helping, ordering
from borgerfokus.web.staff.acts import offering as offering_acts
from borgerfokus.web.staff.acts import planning as planning_acts
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_ACTS = {**helping.ACTS, **offering_acts.ACTS, **planning_acts.ACTS, **granting.ACTS, **ordering.ACTS}
_STEPS = (Step.START_INTERVENTION,)
_GRANTED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
_HELPED = frozenset({Phase.INTERVENTION, Phase.FOLLOW_UP})


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: plan, goals, help and follow-up. POST: one of their acts."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, _ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """Goals and plan, the help with its orders, the follow-up while there is one, and the offers that fit."""
    made = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    grant = next((one for one in made if one.state is decisions.DecisionState.ISSUED), None)
    forms = FormsOf(opened, _ACTS, given)
    shown = _forms(opened, forms, grant)
    return casepage.show(
        opened,
        "help",
        "staff/help.html",
        status=status,
        stick=False,
        goals=_goals(opened),
        picture=goal_words.picture(opened.help, opened.help.goals),
        goal_views=tuple(
            goal_words.view(opened.help, one, tick=lambda step: _tick(opened, step)) for one in opened.help.goals
        ),
        said=tuple(goal_words.said(one) for one in opened.help.comments_on(None)),
        own=own.shared(case_id=opened.case.pk),
        plan_name=planning.name(opened),
        plan_duty=planning.duty(opened),
        plan_law=planning.article(opened),
        plans=planning.plans(opened),
        earlier_plans=planning.earlier(opened),
        grant=_grant(opened, grant) if grant and grant.outcome is not Outcome.REFUSED else (),
        steps=_steps(opened),
        given_help=granted.all_help(opened),
        period_columns=granted.columns(),
        forms=shown,
        asked_goals=following.goals_of(opened, shown["follow-up"]),
        caution=following.caution(),
        followed=following.history(opened),
        interval=say(opened.case.type_version.spec.follow_up.text),
        open_fold=str(opened.request.GET.get("vis", "")),
        offer=offering.chosen(opened),
        fitting=offering.fitting(opened),
        target_href=opened.href("assessment", "groups"),
        choose=_choose(opened, forms),
        choosing=bool(opened.request.GET.get("tilbud")),
    )


def _forms(opened: OpenedCase, forms: FormsOf, grant: DecisionView | None) -> dict[str, ActForm | None]:
    """The forms that make sense where the case stands; one that came back stays, whatever has changed."""
    there = opened.help
    shown: dict[str, ActForm | None] = {name: forms.given.get(name) for name in _ACTS}
    is_open = opened.drawn.state.is_open
    decided = opened.case.outcome in _GRANTED
    written = there.written
    if is_open and written is None:
        shown["plan-offer"] = forms.get("plan-offer")
    if written is not None:
        known = {"plan": written.pk, "version": written.version}
        shown["plan-no"] = forms.get("plan-no", **known)
        if written.state == PlanState.SHOWN and not written.citizen_signed_at:
            shown["plan-yes"] = forms.get("plan-yes", **known)
    if spoken := (written if written and written.shown_at else there.agreed):
        shown["plan-comment"] = forms.get("plan-comment", plan=spoken.pk)
    if there.to_follow:
        shown["goal-end"] = forms.get("goal-end")
    if is_open and decided:
        shown |= _help_forms(opened, forms, grant)
    if opened.drawn.state.phase in _HELPED:
        shown["follow-up"] = forms.get("follow-up", **helping.first(opened))
    return shown


def _help_forms(opened: OpenedCase, forms: FormsOf, grant: DecisionView | None) -> dict[str, ActForm | None]:
    there = opened.help
    states = {one.state for one in there.orders}
    period = grant.period if grant else None
    found = {
        "help-add": forms.get(
            "help-add",
            **granting.add_first(
                opened,
                title=grant.granted if grant else "",
                provider=(grant.provider if grant else "") or opened.case.unit.name,
                starts=max(period.start, opened.today) if period else opened.today,
                last_day=period.last_day if period else None,
            ),
        )
    }
    if any(not one.ended_as for one in there.interventions):
        found["order"] = forms.get("order", **ordering.first(opened))
        found["help-change"] = forms.get("help-change", **granting.change_first(opened))
        found["help-end"] = forms.get("help-end", last_day=opened.today)
    if opened.help.open_orders:
        found["order-ask"] = forms.get("order-ask", answer_by=opened.today + timedelta(days=7))
    if ordering.waiting(opened):
        found["order-reply"] = forms.get("order-reply")
    if OrderState.SENT in states:
        found["order-answer"] = forms.get("order-answer")
    if OrderState.ACCEPTED in states:
        found["order-start"] = forms.get("order-start", on=opened.today)
    return found


def _tick(opened: OpenedCase, step: GoalStep) -> Action | None:
    if not opened.may(Verb.CASE_EDIT):
        return None
    fields = [("act", "goal-step"), ("tick", str(step.pk))]
    if step.done_at is None:
        fields.append(("done", "on"))
    label = _("Gjort") if step.done_at is None else _("Tag fluebenet væk")
    return Action(label, opened.href("help"), "tertiary", "post", context=f": {step.text}", fields=tuple(fields))


def _choose(opened: OpenedCase, forms: FormsOf) -> ActForm | None:
    """The form of the choice; the offer that the address names stands in it, whatever was typed before."""
    form = forms.get("choose-offer")
    if form is not None and not form.is_bound and "tilbud" in opened.request.GET:
        form.initial["offer"] = opened.request.GET["tilbud"]
    return form


def _goals(opened: OpenedCase) -> tuple[str, ...]:
    """What the citizen wants: the first fact of the list, which every case type begins with."""
    listed = opened.case.type_version.spec.information
    found = opened.recorded.evidence.get(listed[0].key) if listed else None
    return paragraphs(found.value if found else opened.case.need)


def _grant(opened: OpenedCase, grant: DecisionView) -> tuple[Term, ...]:
    letter = {
        "under_way": _("Brevet er på vej"),
        "received": _("Brevet er kommet frem"),
        "failed": _("Brevet kom ikke frem"),
    }.get(grant.letter, "")
    terms = (
        Term(_("Bevilget"), grant.granted or say(grant.outcome.label), sub=letter),
        Term(_("Periode"), say(period_words(grant.period)) if grant.period else _("Ingen slutdato")),
        Term(_("Udføres af"), grant.provider or opened.case.unit.name),
        Term(_("Opfølgning"), on_day(opened.case.follow_up_on) if opened.case.follow_up_on else _("Ikke aftalt")),
        Term(_("Afgørelse"), say(grant.outcome.label), action=Action(_("Se den"), opened.href("decisions"), "link")),
    )
    started = opened.drawn.state.phase in {Phase.INTERVENTION, Phase.FOLLOW_UP}
    return (*terms, Term(_("Hjælpen"), _("I gang") if started else _("Ikke begyndt")))


def _steps(opened: OpenedCase) -> tuple[Action, ...]:
    if not opened.may(Verb.CASE_STEP):
        return ()
    offered = [step for step in _STEPS if step in opened.steps]
    return tuple(
        Action(
            say(STEP_TITLES[step]),
            opened.href("help"),
            "primary",
            "post",
            fields=(("act", "step"), ("step", step.value)),
        )
        for step in offered
    )
