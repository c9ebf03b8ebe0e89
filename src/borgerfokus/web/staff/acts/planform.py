"""Writing a draft of the plan: its four parts and every goal with its steps, in one form that keeps itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import ActionPlan, Goal, WrittenGoal, WrittenPlan
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.plan import GoalContent, PlanContent, StepContent, goal_lacks, kind_for
from borgerfokus.core.interventions.words import GOAL_KINDS, GoalKind, StepOwner
from borgerfokus.core.words import period_words
from borgerfokus.web import frame
from borgerfokus.web.frame import say
from borgerfokus.web.numbers import whole
from borgerfokus.web.present.profile import level_of
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import Act, ActForm

PARTS = ("purpose", "intervention", "duration", "other")
STEPS = {
    StepOwner.CITIZEN: __("Det gør borgeren"),
    StepOwner.STAFF: __("Det gør kommunen"),
    StepOwner.PROVIDER: __("Det gør den, der giver hjælpen"),
    StepOwner.RELATIVE: __("Det gør en pårørende"),
}
"""Who takes the steps that stand line by line in a field of the form."""
_MOST = 20


def name_of(place: int, part: str) -> str:
    """The name of a field of the goal at a place, from 0."""
    return f"g{place}__{part}"


class PlanForm(ActForm):
    """A draft: purpose, intervention, duration, other, and every goal with its steps, one to a line.

    The button `add` brings a theme of the assessment, or "" for a goal of its own; `remove` takes the goal at a place.
    """

    submit = __("Gem kladden")
    keeps = True
    plan = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    count = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=_MOST)
    purpose = fields.area(__("Formål"), rows=2, required=False, hint=__("Hvad skal hjælpen føre til?"))
    intervention = fields.area(__("Indsats"), rows=2, required=False, hint=__("Hvilken hjælp får borgeren?"))
    duration = fields.area(__("Varighed"), rows=2, required=False, hint=__("Hvor længe ventes hjælpen at vare?"))
    other = fields.area(
        __("Andre særlige forhold"), rows=2, required=False, hint=__("Bolig, arbejde, behandling og hjælpemidler")
    )

    def prepare(self) -> None:
        """The fields of each goal, as many as the form has."""
        known = self.data.get("count") if self.is_bound else self.initial.get("count", 0)
        count = str(known or 0)
        self.places = range(min(whole(count) or 0, _MOST))
        for place in self.places:
            self.fields.update({name_of(place, part): one for part, one in _fields(self.opened).items()})

    def goal(self, place: int) -> tuple[Any, ...]:
        """The bound fields of a goal, in their order."""
        return tuple(self[name] for name in self.fields if name.startswith(name_of(place, "")))

    def clean(self) -> dict[str, Any]:
        """The goals as they are written, each checked for what it lacks; one that is removed is left out."""
        said = super().clean()
        pressed = self.data
        gone = str(pressed.get("remove", ""))
        said["add"] = str(pressed["add"]) if "add" in pressed else None
        said["show"] = "show" in pressed
        said["goals"] = []
        for place in self.places:
            if str(place) != gone:
                content = _content(said, place)
                self._tell_lacks(place, content)
                number = said.get(name_of(place, "id"))
                said["goals"].append(WrittenGoal(content, id=int(number) if number else None))
        return said

    def _tell_lacks(self, place: int, content: GoalContent) -> None:
        there = self.opened.themes if self.opened else None
        for lack in goal_lacks(content, frame=there.frame if there else None):
            name = name_of(place, lack.field)
            known = name in self.fields
            self.add_error(name if known else None, f"{content.title or _('Målet')}: {say(lack.text)}")


def _fields(opened: OpenedCase | None) -> dict[str, forms.Field]:
    """The fields of one goal."""
    there = opened.themes if opened else None
    found: dict[str, forms.Field] = {
        "id": forms.IntegerField(widget=forms.HiddenInput, required=False),
        "title": fields.line(__("Målet, som borgeren siger det"), required=False),
        "kind": fields.one_of(__("Slags mål"), [(one.value, say(text)) for one, text in GOAL_KINDS.items()]),
    }
    if there is not None:
        themes = [("", _("Intet tema")), *((one.key, say(one.title)) for one in there.frame.themes)]
        found["theme"] = fields.one_of(__("Tema i udredningen"), themes, required=False)
    if there is not None and there.frame.scale:
        scale = [(str(one.value), level_of(there.frame, one.value)) for one in there.frame.scale]
        levels = [("", _("Intet niveau")), *scale]
        found |= {
            "level_start": fields.one_of(__("Niveau, når målet begynder"), levels, required=False),
            "level_expected": fields.one_of(__("Forventet niveau"), levels, required=False),
        }
    found |= {
        "own_words": fields.area(__("Med borgerens egne ord"), rows=2, required=False),
        "measure": fields.line(__("Sådan kan vi se det"), required=False, longest=300),
    }
    for owner, label in STEPS.items():
        found[f"steps_{owner.value}"] = fields.area(
            label, rows=2, required=False, hint=__("Et skridt på hver linje"), longest=3_000
        )
    return found


def _content(said: Mapping[str, Any], place: int) -> GoalContent:
    def part(name: str) -> str:
        return str(said.get(name_of(place, name)) or "")

    start, expected = part("level_start"), part("level_expected")
    return GoalContent(
        kind=GoalKind(part("kind") or GoalKind.DEVELOP),
        title=part("title"),
        theme=part("theme"),
        own_words=part("own_words"),
        measure=part("measure"),
        level_start=int(start) if start else None,
        level_expected=int(expected) if expected else None,
        steps=tuple(
            StepContent(line.strip()[:300], owner)
            for owner in STEPS
            for line in part(f"steps_{owner.value}").splitlines()
            if line.strip()
        ),
    )


def first(opened: OpenedCase, draft: ActionPlan, goals: Sequence[Goal]) -> dict[str, Any]:
    """What the form begins with: the draft as it is saved; a part that says nothing is proposed from the case."""
    found: dict[str, Any] = {"plan": draft.pk, "version": draft.version, "count": len(goals)}
    proposed = _proposed(opened)
    found |= {part: getattr(draft, part) or proposed.get(part, "") for part in PARTS}
    for place, goal in enumerate(goals):
        found |= {name_of(place, part): value for part, value in _initial(opened, goal).items()}
    return found


def _proposed(opened: OpenedCase) -> dict[str, str]:
    """What the case says already: the citizen's wishes, and the grant."""
    listed = opened.case.type_version.spec.information
    wishes = opened.recorded.evidence.get(listed[0].key) if listed else None
    made = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    grant = next((one for one in made if one.state is decisions.DecisionState.ISSUED and one.granted), None)
    return {
        "purpose": wishes.value if wishes else opened.case.need,
        "intervention": grant.granted if grant else "",
        "duration": say(period_words(grant.period)) if grant and grant.period else "",
    }


def _initial(opened: OpenedCase, goal: Goal) -> dict[str, Any]:
    steps = opened.help.steps_of(goal)
    return {
        "id": goal.pk,
        **{part: getattr(goal, part) for part in ("title", "kind", "theme", "own_words", "measure")},
        "level_start": "" if goal.level_start is None else str(goal.level_start),
        "level_expected": "" if goal.level_expected is None else str(goal.level_expected),
        **{f"steps_{owner.value}": "\n".join(one.text for one in steps if one.who == owner) for owner in STEPS},
    }


def _save(opened: OpenedCase, said: dict[str, Any]) -> Refusal | HttpResponse:
    goals = list(said["goals"])
    if said["add"] is not None:
        goals.append(WrittenGoal(new_goal(opened, said["add"])))
    written = WrittenPlan(
        plan=said["plan"], version=said["version"], content=PlanContent(*(said[part] for part in PARTS)), goals=goals
    )
    refusal = interventions.save_plan(written=written, by=opened.by, at=opened.at)
    if refusal is not None:
        return refusal
    if said["show"]:
        lacks = interventions.show_plan(plan_id=said["plan"], by=opened.by, at=opened.at)
        if frame.told(opened.request, lacks, _("Borgeren kan nu læse planen og sige ja.")):
            return HttpResponseRedirect(opened.href("help", "plan"))
        return HttpResponseRedirect(opened.request.path)
    messages.success(opened.request, _("Kladden er gemt."))
    anchor = f"#goal-{len(goals) - 1}" if said["add"] is not None else ""
    return HttpResponseRedirect(opened.request.path + anchor)


def new_goal(opened: OpenedCase, theme: str) -> GoalContent:
    """A goal made from a theme of the assessment: its levels, and the citizen's words."""
    there = opened.themes
    if there is None or theme not in {one.key for one in there.frame.themes}:
        return GoalContent(kind=GoalKind.DEVELOP, title=_("Nyt mål"))
    row = there.now(theme) or next(iter(there.earlier(theme)), None)
    scale = {one.value for one in there.frame.scale}
    start = row.level_now if row and row.level_now in scale else None
    expected = row.level_expected if row and row.level_expected in scale else None
    title = say(there.frame.theme(theme).title)
    return GoalContent(
        kind=kind_for(start=start, expected=expected),
        title=title,
        theme=theme,
        own_words=row.own_words if row else "",
        level_start=start,
        level_expected=expected,
    )


ACTS = {"plan-write": Act(Verb.CASE_EDIT, PlanForm, _save)}
