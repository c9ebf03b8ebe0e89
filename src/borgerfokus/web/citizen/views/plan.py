"""My goals and my plan: how they move, my steps, what I say of them, and yes or no thanks to the plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import GoalStep
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import SigningWay
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import contact
from borgerfokus.web.citizen.present import plan as words
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, page_language, show, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present.sheets import pdf_answer

_LONGEST = 5_000
_VERBS = {
    "yes": Verb.PLAN_SIGN,
    "no": Verb.PLAN_SIGN,
    "comment": Verb.COMMENT_WRITE,
    "tick": Verb.COMMENT_WRITE,
}


@citizen_only()
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """GET: goals, plan and help. POST: say yes or no thanks, comment, or tick a step."""
    case = shell.case_of(request, number)
    if request.method == "POST":
        return _post(request, case)
    ask = asked(request)
    verbs = shell.verbs_on(request, case)
    there = interventions.help_of(case_id=case.pk)
    may_comment = Verb.COMMENT_WRITE in verbs
    plans = [one for one in (there.written, there.agreed) if one is not None]
    person = people.of(ask.actor, cases=[case]).get(case.citizen_id)
    title = _("Mine mål og min plan")
    return show(
        request,
        "citizen/plan.html",
        page=shell.page(request, title=title, crumbs=shell.case_crumbs(case, title), person=person),
        whole=words.whole(
            case,
            there,
            tick=lambda step: _tick(case, step) if may_comment else None,
            pdf=lambda plan_id: reverse("citizen:plan_pdf", args=[case.number, plan_id]),
        ),
        may_sign=Verb.PLAN_SIGN in verbs,
        about=_about(there) if may_comment and plans else None,
        text=_text("text", _("Hvad vil du sige?"), required=True),
        why=_text("words", _("Hvad er du ikke enig i?"), required=False),
        plan_id=plans[0].pk if plans else 0,
        once=once.key_of(request),
        contact_view=contact.of_case(case, may_write=may_comment),
    )


@citizen_only()
@require_GET
def pdf(request: HttpRequest, number: str, plan_id: int) -> HttpResponse:
    """The plan on paper."""
    case = shell.case_of(request, number)
    made = interventions.plan_pdf(case=case, plan_id=plan_id, language=page_language(), at=asked(request).moment)
    return pdf_answer(made, name=f"plan-{case.number}")


def _post(request: HttpRequest, case: Case) -> HttpResponse:
    act = request.POST.get("do", "")
    if act not in _VERBS:
        raise Hidden(f"act {act}")
    shell.must(_VERBS[act], shell.verbs_on(request, case))
    if once.spend(request):
        refusal, done = _do(request, case, act)
        if not told(request, refusal, done):
            once.give_back(request)
    return redirect(f"{shell.href(case, 'plan')}{_anchor(request, act)}")


def _do(request: HttpRequest, case: Case, act: str) -> tuple[Refusal | None, str]:
    ask = asked(request)
    by, at = ask.actor, ask.moment
    if act == "tick":
        done = request.POST.get("done") == "on"
        interventions.tick_step(step_id=_own_step(request, case), done=done, by=by, at=at)
        return None, _("Skridtet er gemt.")
    plan_id = _own_plan(request, case)
    if act == "yes":
        version = posted(request, "version") or 0
        refusal = interventions.sign_plan(plan_id=plan_id, version=version, how=SigningWay.DIGITAL, by=by, at=at)
        return refusal, _("Tak. Du har sagt ja til planen.")
    if act == "no":
        words_said = request.POST.get("words", "")[:_LONGEST]
        refusal = interventions.decline_plan(plan_id=plan_id, words=words_said, by=by, at=at)
        return refusal, _("Det er skrevet ned, at du ikke vil have planen. Du kan altid få en ny.")
    text = request.POST.get("text", "")[:_LONGEST]
    refusal = interventions.comment(plan_id=plan_id, goal_id=posted(request, "goal") or None, text=text, by=by, at=at)
    return refusal, _("Din kommentar er gemt. Din sagsbehandler kan læse den.")


def _own_plan(request: HttpRequest, case: Case) -> int:
    """The plan that was posted, which must be of the case in the address."""
    wanted = posted(request, "plan") or 0
    if wanted not in {one.pk for one in interventions.help_of(case_id=case.pk).plans}:
        raise Hidden(f"plan {wanted}")
    return wanted


def _own_step(request: HttpRequest, case: Case) -> int:
    wanted = posted(request, "step") or 0
    if wanted not in {one.pk for one in interventions.help_of(case_id=case.pk).rows["steps"]}:
        raise Hidden(f"step {wanted}")
    return wanted


def _anchor(request: HttpRequest, act: str) -> str:
    goal = posted(request, "goal") or 0
    return f"#goal-{goal}" if goal and act in {"comment", "tick"} else ""


def _tick(case: Case, step: GoalStep) -> Action:
    fields = [("do", "tick"), ("step", str(step.pk)), ("goal", str(step.goal_id))]
    if step.done_at is None:
        fields.append(("done", "on"))
    label = _("Gjort") if step.done_at is None else _("Ikke gjort alligevel")
    href = shell.href(case, "plan")
    return Action(label, href, "tertiary", "post", context=f": {step.text}", fields=tuple(fields))


def _about(there: interventions.Help) -> FieldView:
    """What a comment is of: the plan, or one of the goals."""
    options = (Option("", _("Hele planen"), True), *(Option(str(one.pk), one.title) for one in there.goals))
    return FieldView(
        control="select", name="goal", id="goal", label=_("Det handler om"), options=options, required=True
    )


def _text(name: str, label: str, *, required: bool) -> FieldView:
    attrs = (("maxlength", str(_LONGEST)),)
    return FieldView(control="textarea", name=name, id=name, label=label, required=required, rows=4, attrs=attrs)
