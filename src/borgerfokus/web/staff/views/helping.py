"""Goals and help: what the citizen wants, what was granted, and following it up."""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import DecisionView
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import STEP_TITLES, Step
from borgerfokus.core.dates import add_months
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.words import period_words
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Action, Term
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import casepage, doing, offering
from borgerfokus.web.staff.acts import helping
from borgerfokus.web.staff.acts import offering as offering_acts
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_ACTS = {**helping.ACTS, **offering_acts.ACTS}
_STANDARD = "sel.follow_up_interval"
_STEPS = (Step.START_INTERVENTION, Step.BEGIN_FOLLOW_UP)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: goals and help. POST: start it, or follow it up."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, _ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The goals in the citizen's words, the grant in force, and the form of a follow-up while there is one."""
    made = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    grant = next((one for one in made if one.state is decisions.DecisionState.ISSUED), None)
    follows = opened.drawn.state.phase is Phase.FOLLOW_UP
    forms = FormsOf(opened, _ACTS, given)
    form = forms.get("follow-up", next_on=_next_follow_up(opened)) if follows else given.get("follow-up")
    return casepage.show(
        opened,
        "help",
        "staff/help.html",
        status=status,
        stick=False,
        goals=_goals(opened),
        grant=_grant(opened, grant) if grant and grant.outcome is not Outcome.REFUSED else (),
        steps=_steps(opened),
        follow_up=form,
        interval=say(opened.case.type_version.spec.follow_up.text),
        open_fold="follow-up" if follows else "",
        offer=offering.chosen(opened),
        fitting=offering.fitting(opened),
        choose=_choose(opened, forms),
        choosing=bool(opened.request.GET.get("tilbud")),
    )


def _choose(opened: OpenedCase, forms: FormsOf) -> ActForm | None:
    """The form of the choice; the offer that the address names stands in it, whatever was typed before."""
    form = forms.get("choose-offer")
    if form is not None and not form.is_bound and "tilbud" in opened.request.GET:
        form.initial["offer"] = opened.request.GET["tilbud"]
    return form


def _next_follow_up(opened: OpenedCase) -> date:
    """When the help is looked at again, by the case type's plan or the act."""
    spec = opened.case.type_version.spec.follow_up
    months = spec.months or parameters.at(spec.parameter or _STANDARD, on=opened.today).number
    return add_months(opened.today, months)


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
