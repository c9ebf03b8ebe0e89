"""The plan and its goals on the tab of help: how far it is, what can be done with it, and what has been said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import ActionPlan
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.plan import PLAN_ARTICLES
from borgerfokus.core.interventions.words import PLAN_NAMES, PLAN_STATES, SIGNING_WAYS, PlanState, SigningWay
from borgerfokus.web.design.views import Action, Alert, Chip, Item, Term
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff.casepage import OpenedCase

_CHIPS = {PlanState.AGREED: "ok", PlanState.SHOWN: "warn", PlanState.DRAFT: "line"}


@dataclass(frozen=True)
class PlanView:
    """A plan as it is shown on the tab: its state, its four parts, who has signed, and its acts."""

    title: str
    chip: Chip
    terms: tuple[Term, ...]
    actions: tuple[Action, ...]


def article(opened: OpenedCase) -> str:
    """The rule that the plan rests on."""
    return capital(PLAN_ARTICLES[interventions.kind_of(opened.case)])


def name(opened: OpenedCase) -> str:
    """What the plan of the case is called."""
    return say(PLAN_NAMES[interventions.kind_of(opened.case)])


def duty(opened: OpenedCase) -> Alert | None:
    """What stands about the offer of a plan: that it must be made, or that the citizen said no thanks, and when.

    Nothing once a plan is being written or agreed, and nothing where no plan must be offered.
    """
    there = opened.help
    if there.written or there.agreed or not opened.drawn.state.is_open:
        return None
    if there.declined is not None and there.declined.declined_at is not None:
        return Alert(
            level="info",
            heading=_("Borgeren har sagt nej tak til en plan"),
            text=_("Det var %(day)s. I kan tilbyde en igen, hvis noget ændrer sig.")
            % {"day": on_day(there.declined.declined_at)},
        )
    if there.plans or not interventions.plan_must_be_offered(case=opened.case, on=opened.today):
        return None
    granted = opened.case.outcome in {Outcome.GRANTED, Outcome.PARTLY}
    if opened.case.outcome and not granted:
        return None
    when = _("Det er ikke gjort endnu.") if granted else _("Det hører med til hjælpen, når den er bevilget.")
    how = _("Skriv svaret ned, også hvis det er nej tak. %(article)s.") % {"article": article(opened)}
    heading = _("Borgeren skal tilbydes en plan")
    return Alert(level="warning" if granted else "info", heading=heading, text=f"{when} {how}")


def plans(opened: OpenedCase) -> tuple[PlanView, ...]:
    """What is being written, and what is in force."""
    there = opened.help
    shown = [one for one in (there.written, there.agreed) if one is not None]
    return tuple(_plan(opened, one) for one in shown)


def earlier(opened: OpenedCase) -> tuple[Item, ...]:
    """The plans that no longer hold, and the no thanks."""
    done = [one for one in opened.help.plans if one.state in {PlanState.REPLACED, PlanState.ENDED, PlanState.DECLINED}]
    return tuple(
        Item(
            title=_("Plan %(number)s") % {"number": one.number},
            text=one.declined_words or one.purpose,
            when=on_day(one.declined_at or one.ended_at or one.at),
            chip=Chip(say(PLAN_STATES[PlanState(one.state)]), "line"),
            actions=(_pdf(opened, one),) if one.signed_content else (),
        )
        for one in done
    )


def _plan(opened: OpenedCase, one: ActionPlan) -> PlanView:
    state = PlanState(one.state)
    title = _("%(kind)s %(number)s") % {"kind": say(PLAN_NAMES[PlanKind(one.kind)]), "number": one.number}
    kinds = {"ok": Chip(say(PLAN_STATES[state]), "ok"), "warn": Chip(say(PLAN_STATES[state]), "warn")}
    return PlanView(
        title=title,
        chip=kinds.get(_CHIPS.get(state, "line")) or Chip(say(PLAN_STATES[state]), "line"),
        terms=tuple(_terms(one)),
        actions=_actions(opened, one),
    )


def _terms(one: ActionPlan) -> Iterator[Term]:
    yield Term(_("Formål"), one.purpose or "–")
    yield Term(_("Indsats"), one.intervention or "–")
    yield Term(_("Varighed"), one.duration or "–")
    if one.other:
        yield Term(_("Andre særlige forhold"), one.other)
    if one.state != PlanState.DRAFT:
        yield Term(_("Borgeren"), _citizen(one))
        yield Term(
            _("Kommunen"),
            _("%(name)s sagde ja %(day)s") % {"name": one.signed_name, "day": on_moment(one.signed_at)}
            if one.signed_at
            else _("Har ikke sagt ja endnu"),
        )


def _citizen(one: ActionPlan) -> str:
    if one.citizen_signed_at is None:
        return _("Har ikke sagt ja endnu")
    how = say(SIGNING_WAYS[SigningWay(one.citizen_signed_how)])
    if one.citizen_signed_by.startswith("employee"):
        return _("Sagde ja %(how)s %(day)s. Skrevet ned af %(name)s") % {
            "how": how,
            "day": on_moment(one.citizen_signed_at),
            "name": one.citizen_signed_name,
        }
    return _("%(name)s sagde ja %(how)s %(day)s") % {
        "name": one.citizen_signed_name,
        "how": how,
        "day": on_moment(one.citizen_signed_at),
    }


def _actions(opened: OpenedCase, one: ActionPlan) -> tuple[Action, ...]:
    pdf = _pdf(opened, one)
    if not opened.may(Verb.CASE_EDIT):
        return () if one.state == PlanState.DRAFT else (pdf,)
    match PlanState(one.state):
        case PlanState.DRAFT:
            write = Action(_("Skriv på planen"), reverse("staff:plan", args=[opened.case.number]), "primary")
            gone = replace(_act(opened, one, "plan-drop", _("Slet kladden")), confirm=_("Vil du slette kladden?"))
            return (write, _act(opened, one, "plan-show", _("Vis den til borgeren")), gone)
        case PlanState.SHOWN:
            sign = replace(_act(opened, one, "plan-sign", _("Sig ja for kommunen")), kind="primary")
            back = _act(opened, one, "plan-back", _("Tag den tilbage og ret"))
            return (back, pdf) if one.signed_at else (sign, back, pdf)
        case _:
            gone = replace(_act(opened, one, "plan-end", _("Afslut planen")), confirm=_("Vil du afslutte planen?"))
            return (gone, pdf)


def _act(opened: OpenedCase, one: ActionPlan, act: str, label: str) -> Action:
    fields = (("act", act), ("plan", str(one.pk)), ("version", str(one.version)))
    return Action(label, opened.href("help"), "secondary", "post", fields=fields)


def _pdf(opened: OpenedCase, one: ActionPlan) -> Action:
    href = reverse("staff:plan-pdf", args=[opened.case.number, one.pk])
    return Action(_("Print (PDF)"), href, "link", context=_("plan %(number)s") % {"number": one.number})
