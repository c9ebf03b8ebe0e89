"""Deeds about a citizen across cases: the coordinator, common goals, sharing."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination import sharing as law
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.frame import Place, say
from borgerfokus.web.numbers import whole
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.joint import Deed, DeedForm


@dataclass(frozen=True)
class CitizenPlace(Place):
    """A citizen as one caseworker knows it; `mine` are the cases that the caseworker works on."""

    card: Card
    known: coordination.Known
    mine: tuple[Case, ...]

    def case(self, number: str) -> int:
        """The id of one of the own cases. Raises Hidden."""
        found = next((case.pk for case in self.mine if str(case.pk) == number), None)
        if found is None:
            raise Hidden(f"case {number}")
        return found


def case_choices(cases: tuple[Case, ...]) -> list[tuple[str, str]]:
    """Cases as choices of a form."""
    return [(str(case.pk), f"{say(case.type_version.spec.title_staff)}, {case.number}") for case in cases]


class OfCase(DeedForm):
    """A deed that belongs to one of the own cases."""

    def prepare(self) -> None:
        """The own cases."""
        self.fields["case"].choices = case_choices(self.place.mine)  # type: ignore[attr-defined]


class AppointForm(OfCase):
    """Who holds the threads, and why."""

    submit = __("Udpeg koordinator")
    case = fields.one_of(__("Udpeg fra sagen"))
    employee = fields.one_of(__("Koordinator"))
    why = fields.area(__("Hvorfor?"), rows=2, hint=__("Borgeren får et brev og kan læse grunden"))

    def prepare(self) -> None:
        """Those who work in the units of the citizen's running cases."""
        super().prepare()
        staff = organisation.staff_of(unit_ids=self.place.known.units, on=self.place.today, carrying=Verb.CASE_EDIT)
        self.fields["employee"].choices = fields.colleague_choices(staff)  # type: ignore[attr-defined]


class CoordinatorEndForm(OfCase):
    """Why nobody coordinates any more."""

    submit = __("Afslut koordinatoren")
    case = fields.one_of(__("Skriv det på sagen"))
    why = fields.area(__("Hvorfor?"), rows=2)


class GoalForm(OfCase):
    """A goal that others can work towards as well."""

    submit = __("Sæt målet")
    case = fields.one_of(__("Sag"))
    title = fields.line(__("Fælles mål"))
    words = fields.area(__("Med borgerens egne ord"), rows=2, required=False)
    contribution = fields.area(__("Det gør vi i denne sag"), rows=2)
    plan_goal = fields.one_of(__("Mål i sagens plan"), required=False, hint=__("Så vises det, hvordan det mål går"))
    look_again_on = fields.day(__("Se på målet igen"), required=False)

    def prepare(self) -> None:
        """The own cases, and the goals of their plans."""
        super().prepare()
        self.fields["plan_goal"].choices = _plan_goals(self.place)  # type: ignore[attr-defined]


class GoalJoinForm(OfCase):
    """What another case does for a goal."""

    submit = __("Bidrag til målet")
    goal = fields.one_of(__("Hvilket mål?"))
    case = fields.one_of(__("Sag"))
    text = fields.area(__("Det gør vi i denne sag"), rows=2)
    plan_goal = fields.one_of(__("Mål i sagens plan"), required=False, hint=__("Så vises det, hvordan det mål går"))

    def prepare(self) -> None:
        """The running goals, and those of the own cases' plans."""
        super().prepare()
        self.fields["plan_goal"].choices = _plan_goals(self.place)  # type: ignore[attr-defined]
        self.fields["goal"].choices = _goals(self.place, running=True)  # type: ignore[attr-defined]


class GoalStatusForm(DeedForm):
    """How a goal stands, and a word on it."""

    submit = __("Gem")
    goal = fields.one_of(__("Hvilket mål?"))
    status = fields.radio(
        __("Hvordan står det?"),
        (("running", __("I gang")), ("reached", __("Nået")), ("dropped", __("Opgivet"))),
    )
    text = fields.area(__("Hvad er der sket?"), rows=2)

    def prepare(self) -> None:
        """All goals."""
        self.fields["goal"].choices = _goals(self.place, running=False)  # type: ignore[attr-defined]


class ShareForm(OfCase):
    """What is shared with whom, on which ground, and until when."""

    submit = __("Del")
    case = fields.one_of(__("Del fra sagen"))
    unit = fields.one_of(__("Med enheden"))
    parts = fields.several_of(__("Hvad må de se?"))
    themes = fields.several_of(
        __("Hvilke temaer?"), required=False, hint=__("Kun når du deler udvalgte temaer af udredningen")
    )
    ground = fields.radio(__("Grundlag"), ())
    given_how = fields.line(
        __("Hvordan gav borgeren samtykke?"), required=False, hint=__("Kun ved samtykke: hvornår og på hvilken måde")
    )
    purpose = fields.area(__("Hvad skal det bruges til?"), rows=2, hint=__("Borgeren får et brev og kan læse det"))
    until = fields.day(__("Til og med"))

    def prepare(self) -> None:
        """All units, the parts and the closed list of grounds."""
        super().prepare()
        chosen: dict[str, Any] = {
            "unit": fields.unit_choices(organisation.units(on=self.place.today), without=0),
            "parts": [(part.value, say(title)) for part, title in law.PART_TITLES.items()],
            "themes": _themes(self.place),
            "ground": [(one.key, f"{say(one.title)} ({one.article})") for one in law.grounds().values()],
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        if not chosen["themes"]:
            del self.fields["themes"]


class ShareStopForm(DeedForm):
    """Which sharing is ended."""

    sharing = forms.IntegerField(widget=forms.HiddenInput)


def _themes(place: CitizenPlace) -> list[tuple[str, str]]:
    """The themes of the frames of the own cases, each key once."""
    found = [frames().get(case.type_version.spec.frame or "") for case in place.mine]
    named = {theme.key: say(theme.title) for frame in found if frame for theme in frame.themes}
    return list(named.items())


def _plan_goals(place: CitizenPlace) -> list[tuple[str, str]]:
    """The goals that run in the plans of the own cases, by the case."""
    found = [(case, interventions.help_of(case_id=case.pk)) for case in place.mine if case.outcome]
    named = [(str(goal.pk), f"{goal.title}, {case.number}") for case, there in found for goal in there.to_follow]
    return [("", _("Intet bestemt mål")), *named]


def _goals(place: CitizenPlace, *, running: bool) -> list[tuple[str, str]]:
    rows = coordination.goals_of(citizen_id=place.card.id, by=place.by, at=place.at)
    return [(str(row.pk), row.title) for row in rows if not running or row.status == "running"]


def _appoint(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.appoint_coordinator(
        case_id=place.case(said["case"]), employee=int(said["employee"]), why=said["why"], by=place.by, at=place.at
    )


def _end(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.end_coordinator(case_id=place.case(said["case"]), why=said["why"], by=place.by, at=place.at)


def _set_goal(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    new = coordination.NewGoal(
        title=said["title"],
        contribution=said["contribution"],
        words=said["words"],
        look_again_on=said["look_again_on"],
        plan_goal=whole(said["plan_goal"]),
    )
    told = coordination.set_goal(case_id=place.case(said["case"]), new=new, by=place.by, at=place.at)
    return told if isinstance(told, Refusal) else None


def _join(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    case_id = place.case(said["case"])
    return coordination.contribute_to_goal(
        goal_id=int(said["goal"]),
        case_id=case_id,
        text=said["text"],
        plan_goal=whole(said["plan_goal"]),
        by=place.by,
        at=place.at,
    )


def _status(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.change_goal(
        goal_id=int(said["goal"]), status=said["status"], text=said["text"], by=place.by, at=place.at
    )


def _share(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    new = coordination.NewSharing(
        wanted=law.Wanted(
            ground=said["ground"],
            parts=frozenset(law.Part(one) for one in said["parts"]),
            purpose=said["purpose"],
            given_how=said["given_how"],
            themes=frozenset(said.get("themes", ())),
        ),
        until=said["until"],
        unit=int(said["unit"]),
    )
    return coordination.share(case_id=place.case(said["case"]), new=new, by=place.by, at=place.at)


def _stop(place: CitizenPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.withdraw_sharing(sharing_id=said["sharing"], by=place.by, at=place.at)


DEEDS = {
    "appoint": Deed(AppointForm, _appoint, gettext_noop("Koordinatoren er udpeget, og borgeren får et brev.")),
    "coordinator-end": Deed(CoordinatorEndForm, _end, gettext_noop("Der er ikke længere en koordinator.")),
    "goal": Deed(GoalForm, _set_goal, gettext_noop("Det fælles mål er sat."), "goals"),
    "goal-join": Deed(GoalJoinForm, _join, gettext_noop("Sagen bidrager til målet."), "goals"),
    "goal-status": Deed(GoalStatusForm, _status, gettext_noop("Målet er gemt."), "goals"),
    "share": Deed(ShareForm, _share, gettext_noop("Det er delt, og borgeren får et brev."), "sharing"),
    "share-stop": Deed(ShareStopForm, _stop, gettext_noop("Delingen er stoppet. Det gælder fra nu af."), "sharing"),
}
