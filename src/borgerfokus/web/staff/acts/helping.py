"""Acts of following the help up: what each goal has come to, what citizen and provider say, what happens now."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Goal, NewFollowUp
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.following import (
    TO_THE_DETRIMENT,
    FollowUpContent,
    GoalFollowed,
    reached_by,
    speaks_against,
)
from borgerfokus.core.interventions.words import (
    GOES_ON,
    HELP_ENDS,
    OUTCOMES,
    FollowUpOutcome,
    GoalKind,
    HelpEnd,
    Reached,
)
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import goals as goal_words
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts import moving
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm


def name_of(goal: Goal, part: str) -> str:
    """The name of a field of one goal."""
    return f"goal{goal.pk}__{part}"


class FollowUpForm(ActForm):
    """What the follow-up with the citizen showed, goal by goal, and what happens now."""

    submit = __("Gem opfølgningen")
    keeps = True
    latest = forms.IntegerField(widget=forms.HiddenInput)
    on = fields.day(__("I talte sammen"))
    satisfaction = fields.one_of(
        __("Hvor tilfreds er borgeren med hjælpen?"),
        (("", __("Ikke spurgt")), *((str(number), str(number)) for number in range(1, 6))),
        required=False,
        hint=__("1 er slet ikke tilfreds, 5 er meget tilfreds"),
    )
    citizen_words = fields.area(__("Det siger borgeren"), rows=3, required=False, longest=5_000)
    provider_said = fields.area(__("Det siger den, der giver hjælpen"), rows=3, required=False, longest=5_000)
    provider_why_not = fields.line(__("Hvis I ikke har spurgt: hvorfor?"), required=False, longest=300)
    outcome = fields.radio(__("Hvad sker der nu?"), ())
    reason = fields.area(__("Hvorfor?"), rows=3, hint=__("Borgeren kan læse det"), longest=5_000)
    next_on = fields.day(__("Følges op igen"), required=False, hint=__("Når hjælpen fortsætter"))
    ended_as = fields.one_of(__("Hvis hjælpen slutter: hvordan?"), required=False)

    def prepare(self) -> None:
        """The fields of each goal that runs, before what is said of the whole."""
        self.goals = self.opened.help.to_follow if self.opened else ()
        self.fields["outcome"].choices = [(one.value, say(text)) for one, text in OUTCOMES.items()]  # type: ignore[attr-defined]
        self.fields["ended_as"].choices = [(one.value, say(text)) for one, text in HELP_ENDS.items()]  # type: ignore[attr-defined]
        for goal in self.goals:
            self.fields.update({name_of(goal, part): one for part, one in _fields(goal).items()})

    def of_goal(self, goal: Goal) -> tuple[Any, ...]:
        """The bound fields of a goal."""
        return tuple(self[name] for name in self.fields if name.startswith(name_of(goal, "")))

    @property
    def whole(self) -> tuple[Any, ...]:
        """The bound fields of the help as a whole."""
        return tuple(one for one in self if not one.name.startswith("goal"))

    def clean(self) -> dict[str, Any]:
        """Help that goes on has a day; who gives it is asked, or it is said why not."""
        said = super().clean()
        outcome = said.get("outcome")
        if self.opened and outcome in GOES_ON:
            next_on = said.get("next_on")
            if next_on is None or next_on <= self.opened.today:
                self.add_error("next_on", _("Vælg en dag efter i dag, hvor I ser på hjælpen igen."))
        if not said.get("provider_said") and not said.get("provider_why_not"):
            self.add_error("provider_why_not", _("Skriv, hvad de siger, eller hvorfor I ikke har spurgt."))
        return said


def _fields(goal: Goal) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    frame = frames().get(goal.frame)
    if frame is not None and goal.level_start is not None:
        levels = [("", _("Ikke vurderet")), *((str(one.value), level_of(frame, one.value)) for one in frame.scale)]
        found["level_now"] = fields.one_of(__("Niveau nu"), levels, required=False)
    reached = [(one.value, goal_words.reached_words(goal, one)) for one in Reached]
    found["reached"] = fields.one_of(__("Er målet nået?"), [("", _("Vælg")), *reached])
    found["note"] = fields.area(__("Det har I set"), rows=2, required=False, longest=2_000)
    return found


def first(opened: OpenedCase) -> dict[str, Any]:
    """What the form begins with: today, what the provider told last, and the next day by the case type's plan."""
    there = opened.help
    note = next(iter(there.notes), None)
    noted = {one.goal_id: one for one in there.noted(note)} if note else {}
    found: dict[str, Any] = {
        "latest": there.latest,
        "on": opened.today,
        "satisfaction": "",
        "next_on": interventions.next_follow_up_on(case=opened.case, on=opened.today),
        "ended_as": HelpEnd.COMPLETED.value,
        "provider_said": _("%(name)s, %(day)s: %(text)s")
        % {"name": note.by_name, "day": on_day(note.at), "text": note.text}
        if note
        else "",
    }
    for goal in there.to_follow:
        told = noted.get(goal.pk)
        if told is None:
            continue
        reached = reached_by(kind=GoalKind(goal.kind), expected=goal.level_expected, now=told.level_now)
        found |= {
            name_of(goal, "level_now"): "" if told.level_now is None else str(told.level_now),
            name_of(goal, "reached"): reached.value if reached else "",
            name_of(goal, "note"): told.text,
        }
    return found


def _follow_up(opened: OpenedCase, said: dict[str, Any]) -> Refusal | str | None:
    """The follow-up goes first: when it is refused, nothing has been written."""
    content = FollowUpContent(
        on=said["on"],
        outcome=FollowUpOutcome(said["outcome"]),
        reason=said["reason"],
        goals=tuple(_followed(goal, said) for goal in opened.help.to_follow),
        satisfaction=int(said["satisfaction"]) if said["satisfaction"] else None,
        citizen_words=said["citizen_words"],
        provider_said=said["provider_said"],
        provider_why_not=said["provider_why_not"],
        next_on=said["next_on"],
    )
    new = NewFollowUp(latest=said["latest"], content=content, ended_as=HelpEnd(said["ended_as"] or HelpEnd.COMPLETED))
    made = interventions.follow_up(case_id=opened.case.pk, new=new, by=opened.by, at=opened.at)
    if isinstance(made, Refusal):
        return made
    note = journal.NewEntry(
        title=_("Opfølgning"), body=_written(opened, content), channel="meeting", happened_at=opened.at
    )
    told = journal.write_note(case_id=opened.case.pk, note=note, by=opened.by, at=opened.at)
    if isinstance(told, Refusal):
        return told
    if speaks_against(content.outcome, content.goals):
        return _("Opfølgningen er gemt. Borgeren skal have en afgørelse om, at hjælpen slutter. (%(law)s)") % {
            "law": TO_THE_DETRIMENT
        }
    return None


def _followed(goal: Goal, said: Mapping[str, Any]) -> GoalFollowed:
    level = said.get(name_of(goal, "level_now"))
    return GoalFollowed(
        goal=goal.pk,
        reached=Reached(said[name_of(goal, "reached")]),
        level_now=int(level) if level else None,
        note=said[name_of(goal, "note")],
    )


def _written(opened: OpenedCase, content: FollowUpContent) -> str:
    """The follow-up in words, for the journal."""
    titles = {goal.pk: goal for goal in opened.help.to_follow}
    lines = [f"{say(OUTCOMES[content.outcome])}. {content.reason}"]
    for one in content.goals:
        goal = titles[one.goal]
        lines.append(f"{goal.title}: {goal_words.reached_words(goal, one.reached)}. {one.note}".strip())
    if content.citizen_words:
        lines.append(_("Det siger borgeren: %(words)s") % {"words": content.citizen_words})
    return "\n\n".join(lines)


ACTS = {
    "step": moving.ACTS["step"],
    "follow-up": Act(Verb.CASE_STEP, FollowUpForm, _follow_up, gettext_noop("Opfølgningen er gemt."), "follow-up"),
}
