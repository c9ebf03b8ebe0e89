"""Follow-ups on the tab of help: the goals of the form, and what was said before."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from borgerfokus.apps.interventions.service import FollowUp
from borgerfokus.core.interventions.following import TO_THE_DETRIMENT
from borgerfokus.core.interventions.words import OUTCOMES, FollowUpOutcome, Reached
from borgerfokus.web.design.views import Alert
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import goals as words
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff.acts.helping import FollowUpForm
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm


@dataclass(frozen=True)
class AskedGoal:
    """A goal in the form: its title, what was said last, and its fields."""

    title: str
    note: str
    fields: tuple[Any, ...]


@dataclass(frozen=True)
class FollowedView:
    """What a follow-up came to."""

    title: str
    meta: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def goals_of(opened: OpenedCase, form: ActForm | None) -> tuple[AskedGoal, ...]:
    """The goals that the form asks about."""
    if not isinstance(form, FollowUpForm):
        return ()
    found = []
    for goal in opened.help.to_follow:
        shown = words.view(opened.help, goal)
        note = f"{shown.meta}. {shown.moves}"
        found.append(AskedGoal(goal.title, note, form.of_goal(goal)))
    return tuple(found)


def caution() -> Alert:
    """That help which ends against the citizen takes hearing and a decision."""
    return Alert(
        "info",
        _("Slutter hjælpen, før målene er nået, skal borgeren høres og have en afgørelse med begrundelse. (%(law)s)")
        % {"law": TO_THE_DETRIMENT},
    )


def history(opened: OpenedCase) -> tuple[FollowedView, ...]:
    """The follow-ups of the case, newest first."""
    return tuple(_followed(opened, one) for one in opened.help.follow_ups)


def _followed(opened: OpenedCase, one: FollowUp) -> FollowedView:
    titles = {goal.pk: goal for goal in opened.help.goals}
    goals = []
    for said in opened.help.said_of(one):
        goal = titles.get(said.goal_id)
        if goal is not None:
            parts = (words.reached_words(goal, Reached(said.reached)), said.note)
            goals.append(f"{goal.title}: " + ". ".join(part for part in parts if part))
    told = (
        (_("Hvorfor"), paragraphs(one.reason)),
        (_("Mål"), tuple(goals)),
        (_("Det siger borgeren"), paragraphs(one.citizen_words)),
        (_("Tilfredshed"), (_("%(number)s af 5") % {"number": one.satisfaction},) if one.satisfaction else ()),
        (_("Det siger den, der giver hjælpen"), paragraphs(one.provider_said)),
        (_("Ikke spurgt, fordi"), paragraphs(one.provider_why_not)),
        (_("Følges op igen"), (on_day(one.next_on),) if one.next_on else ()),
    )
    return FollowedView(
        title=say(OUTCOMES[FollowUpOutcome(one.outcome)]),
        meta=_("%(day)s, %(who)s") % {"day": on_day(one.on), "who": one.by_name},
        parts=tuple((title, text) for title, text in told if text),
    )
