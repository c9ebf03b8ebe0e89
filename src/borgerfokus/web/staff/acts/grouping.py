"""Deeds about groups: make one, and call it off."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, GroupTime
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.words import Place as Where
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web import frame
from borgerfokus.web.frame import say
from borgerfokus.web.present import appointments as words
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.booking import moment, place_of
from borgerfokus.web.staff.acts.meeting import clock
from borgerfokus.web.staff.joint import Deed, DeedForm


@dataclass(frozen=True)
class OneGroup(frame.Place):
    """A group with those in it whom the reader sees."""

    group: GroupTime
    rows: tuple[Appointment, ...]


class NewForm(DeedForm):
    """What, when, where and who holds it."""

    submit = __("Opret hold")
    reason = fields.one_of(__("Emne"))
    day = fields.day(__("Dag"))
    begins = clock(__("Fra klokken"))
    where = fields.one_of(__("Sted"))
    employees = fields.several_of(__("Hvem holder det?"))

    def prepare(self) -> None:
        """The reasons that are for several, and the colleagues of the own unit."""
        place: frame.Place = self.place
        unit = {place.by.unit_id} if place.by.unit_id else set()
        staff = organisation.staff_of(unit_ids=unit, on=place.today, carrying=Verb.APPOINTMENT_BOOK)
        chosen: dict[str, Any] = {
            "reason": [(one.key, say(one.name)) for one in booking.in_use() if one.value.is_group],
            "where": [(one.value, words.place_name(one.value, staff=True)) for one in Where if one is not Where.HOME],
            "employees": [(str(one.id), one.name) for one in staff],
        }
        for name, choices in chosen.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial.setdefault("employees", [str(place.by.id)])


class OffForm(DeedForm):
    """Why it is off."""

    submit = __("Aflys holdet")
    why = fields.area(__("Hvorfor?"), rows=2, hint=__("Alle på holdet får et brev med grunden"), longest=1000)


def _new(place: frame.Place, said: dict[str, Any]) -> Refusal | HttpResponse:
    new = booking.NewGroup(
        reason=said["reason"],
        starts=moment(said["day"], said["begins"]),
        place=place_of(said["where"]),
        employees=frozenset(int(one) for one in said["employees"]),
        unit_id=place.by.unit_id or 0,
    )
    made = booking.open_group(new=new, by=place.by, at=place.at)
    if isinstance(made, Refusal):
        return made
    frame.told(place.request, None, _("Holdet er oprettet."))
    return HttpResponseRedirect(reverse("staff:group", args=[made]))


def _off(place: OneGroup, said: dict[str, Any]) -> Refusal | None:
    return booking.cancel_group(group_id=place.group.pk, why=said["why"], by=place.by, at=place.at)


NEW = {"new": Deed(NewForm, _new)}
OFF = {"off": Deed(OffForm, _off, gettext_noop("Holdet er aflyst, og alle på det får et brev."))}
