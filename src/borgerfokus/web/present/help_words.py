"""The events of plan, help, orders and follow-up in plain words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from borgerfokus.core.interventions.words import (
    COMMENT_ROLES,
    GOAL_ENDS,
    HELP_ENDS,
    OUTCOMES,
    CommentRole,
    FollowUpOutcome,
    GoalEnd,
    HelpEnd,
    OrderState,
)
from borgerfokus.web.frame import on_day, say

_Said = Mapping[str, Any]
Words = Callable[[_Said, Any], str]


def _day(text: str) -> str:
    return on_day(date.fromisoformat(text)) if text else ""


def _saved(_said: _Said, _names: object) -> str:
    return _("Kladden til planen er gemt")


def _shown(_said: _Said, _names: object) -> str:
    return _("Planen er vist til borgeren")


def _plan_offered(said: _Said, _names: object) -> str:
    if said["answer"] == "yes":
        return _("Borgeren er tilbudt en plan og har sagt ja")
    return _("Borgeren er tilbudt en plan og har sagt nej tak")


def _plan_signed(said: _Said, _names: object) -> str:
    if said["agreed"]:
        return _("Planen er aftalt: både borgeren og kommunen har sagt ja")
    return _("Borgeren har sagt ja til planen") if said["who"] == "citizen" else _("Kommunen har sagt ja til planen")


def _plan_back(said: _Said, _names: object) -> str:
    return (
        _("En kladde til en plan er slettet") if said["dropped"] else _("Planen er taget tilbage for at blive rettet")
    )


def _plan_ended(said: _Said, _names: object) -> str:
    return _("Planen er afløst af en ny") if said["replaced"] else _("Planen er afsluttet")


def _goal_ended(said: _Said, _names: object) -> str:
    return _("Et mål er afsluttet: %(how)s") % {"how": say(GOAL_ENDS[GoalEnd(said["ended_as"])]).lower()}


def _step(said: _Said, _names: object) -> str:
    return _("Et skridt mod et mål er taget") if said["done"] else _("Et skridt mod et mål er ikke taget alligevel")


def _plan_comment(said: _Said, _names: object) -> str:
    return _("Kommentar til planen (%(who)s)") % {"who": say(COMMENT_ROLES[CommentRole(said["role"])]).lower()}


def _help(text: str) -> Words:
    def words(said: _Said, _names: object) -> str:
        day = _day(said.get("starts") or said.get("on") or "")
        why = say(HELP_ENDS[HelpEnd(said["ended_as"])]).lower() if "ended_as" in said else ""
        return _(text) % {"help": said["title"], "day": day, "who": said.get("provider", ""), "why": why}

    return words


def _order(text: str) -> Words:
    return lambda said, _names: _(text) % {"unit": said["unit"], "day": _day(said.get("on", ""))}


def _order_answered(said: _Said, _names: object) -> str:
    if said["answer"] == OrderState.REFUSED:
        return _("%(unit)s kan ikke give hjælpen") % {"unit": said["unit"]}
    return _("%(unit)s giver hjælpen fra %(day)s") % {"unit": said["unit"], "day": _day(said["starts"])}


def _order_asked(said: _Said, _names: object) -> str:
    if said["from_partner"]:
        return _("%(unit)s har spurgt kommunen om noget") % {"unit": said["unit"]}
    return _("Kommunen har spurgt %(unit)s om noget") % {"unit": said["unit"]}


def _followed_up(said: _Said, _names: object) -> str:
    outcome = say(OUTCOMES[FollowUpOutcome(said["outcome"])])
    if not said["next_on"]:
        return _("Opfølgning: %(outcome)s") % {"outcome": outcome.lower()}
    return _("Opfølgning: %(outcome)s. Vi ser på den igen %(day)s") % {
        "outcome": outcome.lower(),
        "day": _day(said["next_on"]),
    }


WORDS: Mapping[str, Words] = {
    "plan.offered": _plan_offered,
    "plan.saved": _saved,
    "plan.shown": _shown,
    "plan.signed": _plan_signed,
    "plan.taken_back": _plan_back,
    "plan.ended": _plan_ended,
    "plan.comment": _plan_comment,
    "goal.ended": _goal_ended,
    "goal.step": _step,
    "intervention.added": _help(gettext_noop("Hjælp sat på sagen: %(help)s hos %(who)s fra %(day)s")),
    "intervention.changed": _help(gettext_noop("%(help)s er ændret fra %(day)s")),
    "intervention.ended": _help(gettext_noop("%(help)s slutter %(day)s: %(why)s")),
    "order.sent": _order(gettext_noop("Hjælpen er bestilt hos %(unit)s")),
    "order.answered": _order_answered,
    "order.started": _order(gettext_noop("%(unit)s er begyndt på hjælpen %(day)s")),
    "order.ended": _order(gettext_noop("Bestillingen hos %(unit)s er slut, og de kan ikke længere se sagen")),
    "order.status": _order(gettext_noop("%(unit)s har fortalt, hvordan det går")),
    "order.asked": _order_asked,
    "order.replied": _order(gettext_noop("Der er svaret på et spørgsmål om bestillingen hos %(unit)s")),
    "order.document_sent": _order(gettext_noop("%(unit)s har sendt et dokument")),
    "help.followed_up": _followed_up,
}
