"""The forms of a reason and of a room, each as one page of fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as __

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import ReasonContent
from borgerfokus.core.booking.words import BOOKER_NAMES, PLACE_NAMES, Place
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.frame import say
from borgerfokus.web.present import appointments as words
from borgerfokus.web.staff import fields


def _number(label: Any, *, least: int = 0, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=hint)


class ReasonForm(forms.Form):
    """Everything that a reason says of itself."""

    title = fields.line(__("Emne"), longest=120)
    title_en = fields.line(__("Emne på engelsk"), longest=120)
    minutes = _number(__("Varighed i minutter"), least=5, most=480)
    buffer = _number(__("Luft bagefter i minutter"), most=480, hint=__("Til at skrive, rydde op eller køre"))
    notice_hours = _number(__("Korteste varsel i timer"), most=2_000)
    horizon_days = _number(__("Kan bookes så mange dage frem"), least=1, most=365)
    places = fields.several_of(__("Hvor kan man mødes?"))
    bookers = fields.several_of(
        __("Hvem kan booke ud over medarbejdere?"), required=False, hint=__("Ingen: kun medarbejdere booker")
    )
    own_caseworker = fields.yes(
        __("Kun med sagens egen sagsbehandler"),
        hint=__("Sæt flueben ved opfølgninger. Borgeren kan ikke vælge en anden"),
    )
    sensitive = fields.yes(
        __("Følsomt emne"), hint=__("Emnet nævnes ikke i breve, kalendere og lister. Der står: Aftale med kommunen")
    )
    interpreter = fields.yes(__("Der kan bestilles tolk"))
    group_size = _number(
        __("Hvor mange borgere ad gangen?"), least=1, most=200, hint=__("1 er en samtale, flere er et hold")
    )
    bring = fields.area(__("Det skal borgeren tage med"), rows=2, required=False, longest=1_000)
    bring_en = fields.area(__("Det skal borgeren tage med, på engelsk"), rows=2, required=False, longest=1_000)
    in_use = fields.yes(__("I brug"))
    number = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["places"].choices = [  # type: ignore[attr-defined]
            (one.value, words.place_name(one.value, staff=True)) for one in PLACE_NAMES
        ]
        self.fields["bookers"].choices = [(one.value, say(name)) for one, name in BOOKER_NAMES.items()]  # type: ignore[attr-defined]

    @property
    def content(self) -> ReasonContent:
        """What the form says, once it is valid."""
        said: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if name != "number"}
        for name in ("places", "bookers"):
            said[name] = tuple(said[name])
        return ReasonContent(**said)


def first(row: booking.AppointmentReason) -> dict[str, Any]:
    """What the form of a reason shows at first."""
    content = booking.content_of(row)
    return {**content.as_fields(), "number": row.number}


def empty() -> dict[str, Any]:
    """What the form of a new reason shows at first."""
    return {
        "minutes": 45,
        "buffer": 15,
        "notice_hours": 24,
        "horizon_days": 60,
        "places": [Place.OFFICE.value],
        "own_caseworker": True,
        "group_size": 1,
        "in_use": True,
    }


class RoomForm(forms.Form):
    """A room of a unit."""

    unit = fields.one_of(__("Enhed"))
    name = fields.line(__("Lokale"), longest=80)
    address = fields.line(__("Adresse"), required=False, longest=160)
    seats = _number(__("Plads til"), least=1, most=500)

    def __init__(self, data: Any = None, *, units: list[Unit], initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, label_suffix="", auto_id="room-%s")
        self.fields["unit"].choices = fields.unit_choices(units, without=0)  # type: ignore[attr-defined]
