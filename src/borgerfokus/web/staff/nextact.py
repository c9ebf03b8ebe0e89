"""The next required act on top of the case page, with the button that does it and the article behind it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.rights import service as rights
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.next_act import ActKind, NextAct, next_act
from borgerfokus.core.casework.steps import STEP_TITLES, Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.words import day_and_month
from borgerfokus.web.design.views import Action, NextActView
from borgerfokus.web.frame import say
from borgerfokus.web.present.words import capital

if TYPE_CHECKING:
    from borgerfokus.web.staff.casepage import OpenedCase


def view(opened: "OpenedCase") -> NextActView | None:
    """The next act of the case; None when it is closed."""
    act = of(opened)
    if act is None:
        return None
    return NextActView(
        kicker=_kicker(opened),
        title=say(act.title),
        text=f"{say(act.why)} {capital(act.article)}",
        actions=_actions(opened, act),
    )


def of(opened: "OpenedCase") -> NextAct | None:
    """The next act as the rules name it, with the words of the pause that the case is in.

    A request for access that is near its date goes before everything else, as `casework.register_urgent_act` has it.
    """
    urgent = rights.next_act_of(case=opened.case, at=opened.at)
    if urgent is not None and opened.case.caseworker_id is not None:
        return urgent
    situation = decisions.situation_of(case=opened.case, at=opened.at, facts=opened.recorded.result)
    return next_act(replace(situation, state=opened.drawn.state))


def _kicker(opened: "OpenedCase") -> str:
    case = opened.case
    since = say(day_and_month(day_of(case.ball_since)))
    who = {
        "you": _("bolden er hos borgeren siden %(day)s"),
        "us": _("bolden er hos os siden %(day)s"),
        "other": _("bolden er hos andre siden %(day)s"),
    }.get(case.ball, "%(day)s")
    if case.ball == "us" and case.caseworker is not None and case.caseworker.pk == opened.by.id:
        who = _("bolden er hos dig siden %(day)s")
    return _("Næste skridt · %(who)s") % {"who": who % {"day": since}}


_STEPS = {
    ActKind.REGISTER: Step.REGISTER,
    ActKind.ACCEPT: Step.ACCEPT,
    ActKind.BEGIN_ASSESSMENT: Step.BEGIN_ASSESSMENT,
    ActKind.BEGIN_DECISION: Step.BEGIN_DECISION,
    ActKind.START_INTERVENTION: Step.START_INTERVENTION,
    ActKind.BEGIN_FOLLOW_UP: Step.BEGIN_FOLLOW_UP,
}


def _actions(opened: "OpenedCase", act: NextAct) -> tuple[Action, ...]:
    if act.kind in _STEPS:
        return _step_actions(opened, act.kind, _STEPS[act.kind])
    if act.kind is ActKind.TAKE:
        return _take(opened)
    return _links(opened, act)


def _take(opened: "OpenedCase") -> tuple[Action, ...]:
    found = []
    if opened.may(Verb.CASE_TAKE):
        fields = (("act", "take"),)
        found.append(Action(_("Tag sagen"), opened.href("case"), "primary", "post", fields=fields))
    if opened.may(Verb.CASE_ASSIGN):
        found.append(Action(_("Giv den til en kollega"), opened.href("case", "assign")))
    return tuple(found)


def _step_actions(opened: "OpenedCase", kind: ActKind, step: Step) -> tuple[Action, ...]:
    first = []
    if opened.may(Verb.CASE_STEP):
        fields = (("act", "step"), ("step", step.value))
        first.append(Action(say(STEP_TITLES[step]), opened.href("case"), "primary", "post", fields=fields))
    more = {
        ActKind.ACCEPT: (Action(_("Send videre"), opened.href("case", "forward")),),
        ActKind.REGISTER: (Action(_("Send videre"), opened.href("case", "forward")),),
        ActKind.BEGIN_ASSESSMENT: (Action(_("Se oplysningerne"), opened.href("information")),),
        ActKind.BEGIN_DECISION: (Action(_("Skriv vurderingen"), opened.href("assessment", "assess")),),
        ActKind.BEGIN_FOLLOW_UP: (Action(_("Se indsatsen"), opened.href("help")),),
    }
    return (*first, *more.get(kind, ()))


def _links(opened: "OpenedCase", act: NextAct) -> tuple[Action, ...]:
    go = {
        ActKind.ASK: ((_("Bed om dem"), "information", "ask"), (_("Se listen"), "information", "")),
        ActKind.RENEW: ((_("Bed om dem"), "information", "ask"), (_("Se listen"), "information", "")),
        ActKind.SETTLE: ((_("Se de to oplysninger"), "information", ""),),
        ActKind.CONFIRM: ((_("Se listen"), "information", ""), (_("Se udredningen"), "assessment", "")),
        ActKind.DECIDE_AGAIN: (
            (_("Skriv afgørelsen"), "decisions", ""),
            (_("Hvad mangler der?"), "information", ""),
        ),
        ActKind.CARRY_OUT: ((_("Skriv afgørelsen"), "decisions", ""), (_("Se svaret"), "decisions", "appeal")),
        ActKind.REMIND: ((_("Ryk, eller gå videre uden"), "information", ""),),
        ActKind.AWAIT: ((_("Se, hvad der er bedt om"), "information", ""), (_("Pausen"), "case", "pause")),
        ActKind.HEAR: ((_("Skriv partshøring"), "decisions", "hearing"), (_("Undlad den"), "decisions", "exempt")),
        ActKind.AWAIT_HEARING: ((_("Se høringen"), "decisions", "hearing"),),
        ActKind.WRITE_DECISION: ((_("Skriv afgørelsen"), "decisions", ""),),
        ActKind.APPROVE: ((_("Gå til afgørelsen"), "decisions", ""),),
        ActKind.ISSUE: ((_("Gå til afgørelsen"), "decisions", ""),),
        ActKind.AWAIT_RECEIPT: ((_("Se brevet"), "decisions", ""),),
        ActKind.ANSWER_ACCESS: ((_("Gå til anmodningen"), "rights", ""),),
        ActKind.SEND_LETTER_AGAIN: ((_("Gå til brevet"), "decisions", "letter"),),
        ActKind.REASSESS_APPEAL: ((_("Genvurder"), "decisions", "appeal"),),
        ActKind.AWAIT_APPEAL: ((_("Se klagen"), "decisions", "appeal"),),
        ActKind.TELL_NEW_DATE: ((_("Giv en ny dato"), "case", "extend"),),
        ActKind.CLOSE: ((_("Afslut sagen"), "case", "close"),),
        ActKind.FOLLOW_UP: ((_("Skriv opfølgningen"), "help", "follow-up"),),
        ActKind.OFFER_PLAN: ((_("Tilbyd en plan"), "help", "plan"),),
        ActKind.WRITE_PLAN: ((_("Skriv på planen"), "plan", ""),),
        ActKind.AWAIT_PLAN: ((_("Se planen"), "help", "plan"),),
        ActKind.SIGN_PLAN: ((_("Se planen"), "help", "plan"),),
        ActKind.SEND_ORDER: ((_("Bestil hjælpen"), "help", "order"),),
        ActKind.AWAIT_ORDER: ((_("Se bestillingen"), "help", "given"),),
        ActKind.ORDER_AGAIN: ((_("Bestil et andet sted"), "help", "order"),),
        ActKind.REPORT_START: ((_("Meld start"), "help", "order-start"),),
    }
    if act.kind in _WRITING and (written := _being_written(opened)):
        return (Action(_("Åbn afgørelsen"), written, "primary"),)
    return tuple(
        Action(label, opened.href(tab, anchor), "primary" if place == 0 else "secondary")
        for place, (label, tab, anchor) in enumerate(go.get(act.kind, ()))
    )


_WRITING = frozenset(
    {ActKind.WRITE_DECISION, ActKind.DECIDE_AGAIN, ActKind.CARRY_OUT, ActKind.APPROVE, ActKind.ISSUE}
)


def _being_written(opened: "OpenedCase") -> str:
    """The address of the decision that is being written, "" when there is none."""
    found = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    one = next((view for view in found if view.issued_at is None), None)
    return reverse("staff:decision", args=[opened.case.number, one.id]) if one else ""
