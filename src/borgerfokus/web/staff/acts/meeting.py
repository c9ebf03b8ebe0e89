"""Deeds about a meeting: call it, move it, call it off, write its minutes, decide, and bring a case of one's own."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.frame import Place
from borgerfokus.web.present import joint
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.joining import CitizenPlace, case_choices
from borgerfokus.web.staff.joint import Deed, DeedForm

POINTS = 6
CITIZEN = "citizen"


@dataclass(frozen=True)
class MeetingPlace(Place):
    """A meeting as one employee sees it. `mine`: the own cases about the citizen; `edits`: whether it is one's own."""

    meeting: coordination.Meeting
    agenda: tuple[coordination.AgendaItem, ...]
    invitees: tuple[coordination.Invitee, ...]
    cases: tuple[Case, ...]
    mine: tuple[Case, ...]
    edits: bool


def clock(label: Any) -> forms.TimeField:
    """A time of day."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget)


class WhenForm(DeedForm):
    """Day, time and place."""

    day = fields.day(__("Dag"))
    begins = clock(__("Fra klokken"))
    ends = clock(__("Til klokken"))
    where = fields.line(__("Sted"), required=False)
    video = forms.URLField(label=__("Link til video"), required=False, max_length=300, assume_scheme="https")


class CallForm(WhenForm):
    """A new meeting: name, time, agenda and who is invited."""

    submit = __("Indkald")
    case = fields.one_of(__("Indkald fra sagen"))
    title = fields.line(__("Hvad handler mødet om?"))
    cases = fields.several_of(__("Mødet handler også om"), required=False)
    citizen = fields.yes(__("Inviter borgeren"), hint=__("Borgeren får et brev med tid, sted og dagsorden"))
    relatives = fields.several_of(__("Inviter også"), required=False)
    unit = fields.one_of(__("Enhed"), required=False)
    other_unit = fields.one_of(__("En enhed mere"), required=False)
    employees = fields.line(
        __("Kolleger, ved navn"), required=False, hint=__("Fulde navne, skilt med komma"), longest=400
    )
    partners = fields.line(
        __("Andre, ved navn"),
        required=False,
        hint=__("Skil dem med komma. Skriv e-mail efter navnet: Ole Vang ole@firma.dk. Så får de en invitation."),
        longest=600,
    )
    points = fields.area(
        __("Dagsorden"), rows=5, hint=__("Ét punkt på hver linje. Punkterne kan ses af alle, der er inviteret")
    )
    own_points = fields.area(
        __("Punkter, der kun hører til sagen"),
        rows=2,
        required=False,
        hint=__("Ses kun af dem, der må se sagen, og af borgeren"),
    )

    field_order = (
        "case", "title", "day", "begins", "ends", "where", "video", "points", "own_points", "citizen", "relatives",
        "employees", "unit", "other_unit", "partners", "cases",
    )  # fmt: skip

    def prepare(self) -> None:
        """The own cases, relatives and those who act for the citizen, and who works around it."""
        place: CitizenPlace = self.place
        self.order_fields(self.field_order)
        related = people.relations_of(person_id=place.card.id, on=place.today)
        acting = people.representatives_of(person_id=place.card.id, at=place.at)
        others = {one.other.id: one.other.name for one in (*related, *acting)}
        working = fields.unit_choices(organisation.units(on=place.today), without=0)
        chosen: dict[str, Any] = {
            "case": case_choices(place.mine),
            "cases": case_choices(place.mine),
            "relatives": [(str(number), name) for number, name in others.items()],
            "unit": working,
            "other_unit": working,
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for name in ("cases", "relatives"):
            if not chosen[name] or (name == "cases" and len(place.mine) < 2):
                del self.fields[name]
        if not self.is_bound:
            self.initial.setdefault("citizen", True)


class MoveForm(WhenForm):
    """Another time or place."""

    submit = __("Flyt mødet")
    version = forms.IntegerField(widget=forms.HiddenInput)


class CancelForm(DeedForm):
    """Why the meeting is called off."""

    submit = __("Aflys mødet")
    why = fields.area(__("Hvorfor?"), rows=2, hint=__("Borgeren får et brev med grunden"))


class MinutesForm(DeedForm):
    """Minutes for each point that the writer sees, and who came."""

    submit = __("Gem referatet i journalen")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        """A text for each point, and those who were invited."""
        place: MeetingPlace = self.place
        cards = people.cards(one.person_id for one in place.invitees if one.person_id)
        for item in place.agenda:
            self.fields[f"p{item.pk}"] = fields.area(item.title, rows=3, required=False)
        choices = [(str(one.pk), joint.invitee(one, cards)) for one in place.invitees]
        self.fields["came"] = fields.several_of(_("Hvem var med?"), choices, required=False)


class DecideForm(DeedForm):
    """Who does what by when, in which case."""

    submit = __("Skriv aftalen")
    case = fields.one_of(__("Sag"))
    text = fields.area(__("Hvad er aftalt?"), rows=2)
    whom = fields.one_of(__("Hvem gør det?"))
    due = fields.day(__("Senest"))

    def prepare(self) -> None:
        """The cases of the meeting that the actor works on, and who works on them."""
        place: MeetingPlace = self.place
        mine = {case.pk for case in place.mine}
        cases = tuple(case for case in place.cases if case.pk in mine)
        staff = organisation.staff_of(unit_ids={case.unit_id for case in cases}, on=place.today)
        chosen: dict[str, Any] = {
            "case": case_choices(cases),
            "whom": [("", _("Vælg")), (CITIZEN, _("Borgeren")), *((str(one.id), one.name) for one in staff)],
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class JoinForm(DeedForm):
    """Which own case the meeting concerns as well, perhaps with a point of its own."""

    submit = __("Sæt sagen på")
    case = fields.one_of(__("Min sag"))
    title = fields.line(
        __("Punkt fra min sag"), required=False, hint=__("Ses kun af dem, der må se din sag, og af borgeren")
    )

    def prepare(self) -> None:
        """The own cases."""
        self.fields["case"].choices = case_choices(self.place.mine)  # type: ignore[attr-defined]


def call(place: CitizenPlace, said: dict[str, Any]) -> int | Refusal:
    """Call the meeting that the form describes. Returns its id, or why not."""
    case_id = place.case(said["case"])
    employees = _named(said["employees"], place)
    if isinstance(employees, Refusal):
        return employees
    own = tuple(coordination.Point(line, case_id) for line in _lines(said["own_points"]))
    new = coordination.NewMeeting(
        title=said["title"],
        when=_when(said),
        agenda=(*(coordination.Point(line) for line in _lines(said["points"])), *own),
        guests=coordination.Guests(
            employees=employees,
            units=frozenset(int(said[name]) for name in ("unit", "other_unit") if said[name]),
            persons=_ids(said, "relatives"),
            partners=tuple(said["partners"].split(",")),
        ),
        cases=frozenset(place.case(one) for one in said.get("cases", ())),
        with_citizen=said["citizen"],
    )
    return coordination.call_meeting(case_id=case_id, new=new, by=place.by, at=place.at)


def _named(text: str, place: Place) -> frozenset[int] | Refusal:
    """The colleagues of these names; nobody is guessed at."""
    wanted = [name.strip().casefold() for name in text.split(",") if name.strip()]
    if not wanted:
        return frozenset()
    units = organisation.units(on=place.today).values_list("pk", flat=True)
    staff = organisation.staff_of(unit_ids=units, on=place.today, carrying=Verb.CASE_SEE)
    by_name: dict[str, list[int]] = {}
    for one in staff:
        by_name.setdefault(one.name.casefold(), []).append(one.id)
    found = [by_name.get(name, []) for name in wanted]
    if any(len(ids) != 1 for ids in found):
        return _NOT_FOUND
    return frozenset(ids[0] for ids in found)


def _move(place: MeetingPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.move_meeting(
        meeting_id=place.meeting.pk, when=_when(said), version=said["version"], by=place.by, at=place.at
    )


def _cancel(place: MeetingPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.cancel_meeting(meeting_id=place.meeting.pk, why=said["why"], by=place.by, at=place.at)


def _hold(place: MeetingPlace, said: dict[str, Any]) -> Refusal | None:
    minutes = coordination.Minutes(
        said={item.pk: said.get(f"p{item.pk}", "") for item in place.agenda}, came=_ids(said, "came")
    )
    return coordination.hold_meeting(
        meeting_id=place.meeting.pk, minutes=minutes, version=said["version"], by=place.by, at=place.at
    )


def _decide(place: MeetingPlace, said: dict[str, Any]) -> Refusal | None:
    whom = said["whom"]
    new = coordination.NewDecision(
        case_id=_own(place, said["case"]),
        text=said["text"],
        due=said["due"],
        employee=None if whom == CITIZEN else int(whom),
    )
    return coordination.decide_at_meeting(meeting_id=place.meeting.pk, new=new, by=place.by, at=place.at)


def _join(place: MeetingPlace, said: dict[str, Any]) -> Refusal | None:
    return coordination.join_meeting(
        meeting_id=place.meeting.pk,
        case_id=_own(place, said["case"]),
        title=said["title"],
        by=place.by,
        at=place.at,
    )


def _own(place: MeetingPlace, number: str) -> int:
    found = next((case.pk for case in place.mine if str(case.pk) == number), None)
    if found is None:
        raise Hidden(f"case {number}")
    return found


def _when(said: dict[str, Any]) -> coordination.When:
    return coordination.When(
        starts=_moment(said["day"], said["begins"]),
        ends=_moment(said["day"], said["ends"]),
        place=said["where"],
        video=said["video"],
    )


def _moment(day: date, at: time) -> datetime:
    return make_aware(datetime.combine(day, at))


def _ids(said: dict[str, Any], name: str) -> frozenset[int]:
    return frozenset(int(one) for one in said.get(name, ()))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


_NOT_FOUND = Refusal(
    code="colleague_not_found",
    text=Text(
        da="Vi finder ikke alle de kolleger. Skriv de fulde navne, eller inviter deres enhed.",
        en="Not all of those colleagues were found. Write their full names, or invite their unit.",
    ),
    article="",
)
DEEDS = {
    "move": Deed(MoveForm, _move, gettext_noop("Mødet er flyttet, og borgeren får besked.")),
    "cancel": Deed(CancelForm, _cancel, gettext_noop("Mødet er aflyst, og borgeren får besked.")),
    "minutes": Deed(MinutesForm, _hold, gettext_noop("Referatet står i journalen, og borgeren kan læse det.")),
    "decide": Deed(DecideForm, _decide, gettext_noop("Aftalen er skrevet og givet som opgave."), "decided"),
    "join": Deed(JoinForm, _join, gettext_noop("Din sag er med på mødet.")),
}
EDITS = frozenset({"move", "cancel", "minutes"})
"""What only those do who work on the case that the meeting was called from."""
