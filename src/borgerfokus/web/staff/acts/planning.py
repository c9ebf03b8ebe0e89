"""Acts of the plan with the citizen: offer it, show it, agree it, say no thanks, end it, and speak of it."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import GOAL_ENDS, SIGNING_WAYS, GoalEnd, SigningWay
from borgerfokus.web.frame import say
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm


class OfferForm(ActForm):
    """Whether the citizen wants a plan."""

    submit = __("Gem svaret")
    wanted = fields.radio(
        __("Vil borgeren have en plan?"), (("yes", __("Ja, vi laver en plan")), ("no", __("Nej tak")))
    )
    words = fields.area(
        __("Det siger borgeren"), rows=2, required=False, hint=__("Ved nej tak: med borgerens egne ord")
    )


class OnPlan(ActForm):
    """An act of one click on a plan."""

    plan = forms.IntegerField()
    version = forms.IntegerField(required=False)


class YesForm(ActForm):
    """How the citizen said yes, when it was not here."""

    submit = __("Borgeren har sagt ja")
    plan = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    how = fields.radio(__("Hvordan sagde borgeren ja?"), ())

    def prepare(self) -> None:
        """The ways in the reader's language."""
        ways = [(one.value, say(text)) for one, text in SIGNING_WAYS.items() if one is not SigningWay.DIGITAL]
        self.fields["how"].choices = ways  # type: ignore[attr-defined]


class NoForm(ActForm):
    """What the citizen said when saying no."""

    submit = __("Borgeren siger nej tak")
    plan = forms.IntegerField(widget=forms.HiddenInput)
    words = fields.area(__("Det siger borgeren"), rows=2, required=False)


class CommentForm(ActForm):
    """Something said of the plan, or of one goal."""

    submit = __("Gem kommentaren")
    plan = forms.IntegerField(widget=forms.HiddenInput)
    goal = fields.one_of(__("Om"), required=False)
    text = fields.area(__("Kommentar"), rows=3, hint=__("Borgeren kan læse den"), longest=5_000)

    def prepare(self) -> None:
        """The goals that there are."""
        rows = self.opened.help.goals if self.opened else ()
        self.fields["goal"].choices = [("", _("Hele planen")), *((str(one.pk), one.title) for one in rows)]  # type: ignore[attr-defined]


class GoalEndForm(ActForm):
    """A goal that ends outside a follow-up, and how."""

    submit = __("Afslut målet")
    goal = fields.one_of(__("Mål"))
    ended_as = fields.radio(__("Hvordan sluttede det?"), ())
    why = fields.area(__("Hvorfor?"), rows=2, longest=1_000)

    def prepare(self) -> None:
        """The goals that run."""
        rows = self.opened.help.to_follow if self.opened else ()
        self.fields["goal"].choices = [("", _("Vælg mål")), *((str(one.pk), one.title) for one in rows)]  # type: ignore[attr-defined]
        self.fields["ended_as"].choices = [(one.value, say(text)) for one, text in GOAL_ENDS.items()]  # type: ignore[attr-defined]


class StepTick(ActForm):
    """A step that is taken, or not after all."""

    tick = forms.IntegerField()
    done = forms.BooleanField(required=False)


def _offer(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse | str:
    wanted = said["wanted"] == "yes"
    made = interventions.offer_plan(
        case_id=opened.case.pk, wanted=wanted, words=said["words"], by=opened.by, at=opened.at
    )
    if isinstance(made, Refusal):
        return made
    if not wanted:
        return _("Det er skrevet ned, at borgeren ikke vil have en plan.")
    return HttpResponseRedirect(reverse("staff:plan", args=[opened.case.number]))


def _sign(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    how = SigningWay(said.get("how") or SigningWay.DIGITAL)
    return interventions.sign_plan(
        plan_id=said["plan"], version=said["version"] or 0, how=how, by=opened.by, at=opened.at
    )


def _show(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.show_plan(plan_id=said["plan"], by=opened.by, at=opened.at)


def _take_back(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.take_back_plan(plan_id=said["plan"], by=opened.by, at=opened.at)


def _drop(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.drop_plan(plan_id=said["plan"], by=opened.by, at=opened.at)


def _end(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.end_plan(plan_id=said["plan"], by=opened.by, at=opened.at)


def _decline(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.decline_plan(plan_id=said["plan"], words=said["words"], by=opened.by, at=opened.at)


def _comment(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    goal = int(said["goal"]) if said["goal"] else None
    return interventions.comment(plan_id=said["plan"], goal_id=goal, text=said["text"], by=opened.by, at=opened.at)


def _tick(opened: OpenedCase, said: dict[str, Any]) -> None:
    interventions.tick_step(step_id=said["tick"], done=said["done"], by=opened.by, at=opened.at)


def _end_goal(opened: OpenedCase, said: dict[str, Any]) -> Refusal | None:
    return interventions.end_goal(
        goal_id=int(said["goal"]),
        ended_as=GoalEnd(said["ended_as"]),
        why=said["why"],
        by=opened.by,
        at=opened.at,
    )


ACTS = {
    "plan-offer": Act(Verb.CASE_EDIT, OfferForm, _offer),
    "plan-show": Act(Verb.CASE_EDIT, OnPlan, _show, gettext_noop("Borgeren kan nu læse planen og sige ja.")),
    "plan-back": Act(Verb.CASE_EDIT, OnPlan, _take_back, gettext_noop("Planen er en kladde igen.")),
    "plan-drop": Act(Verb.CASE_EDIT, OnPlan, _drop, gettext_noop("Kladden er slettet.")),
    "plan-sign": Act(Verb.CASE_EDIT, OnPlan, _sign, gettext_noop("Kommunen har sagt ja til planen.")),
    "plan-yes": Act(Verb.CASE_EDIT, YesForm, _sign, gettext_noop("Det er skrevet ned, at borgeren har sagt ja.")),
    "plan-no": Act(Verb.CASE_EDIT, NoForm, _decline, gettext_noop("Det er skrevet ned, at borgeren siger nej tak.")),
    "plan-end": Act(Verb.CASE_EDIT, OnPlan, _end, gettext_noop("Planen er afsluttet.")),
    "plan-comment": Act(Verb.JOURNAL_WRITE, CommentForm, _comment, gettext_noop("Kommentaren er gemt."), "said"),
    "goal-end": Act(Verb.CASE_EDIT, GoalEndForm, _end_goal, gettext_noop("Målet er afsluttet."), "goals"),
    "goal-step": Act(Verb.CASE_EDIT, StepTick, _tick, gettext_noop("Skridtet er gemt."), "goals"),
}
