"""Deeds about appointments: book one in a case, wait for one, and change one."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import gettext_noop

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, GroupTime
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Interpreting, Place
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web import frame
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import appointments as words
from borgerfokus.web.staff import fields
from borgerfokus.web.staff.acts.meeting import clock
from borgerfokus.web.staff.joint import Deed, DeedForm


@dataclass(frozen=True)
class CaseBooking(frame.Place):
    """Booking in one case: what is asked for, and the times that are free for it. `asked` None: not chosen yet."""

    case: Case
    card: Card
    asked: booking.Asked | None
    slots: tuple[Slot, ...]
    groups: tuple[GroupTime, ...]


@dataclass(frozen=True)
class OneAppointment(frame.Place):
    """One appointment; `case` None for whoever is only expected there. `slots`: where it could be moved to."""

    row: Appointment
    case: Case | None
    slots: tuple[Slot, ...]


def slot_choices(slots: tuple[Slot, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Free times as choices, under their days."""
    days = words.by_day([one.span.starts for one in slots])
    return [(title, [(one.value, one.label) for one in options]) for title, options in days]


def one_time(form: forms.Form, said: dict[str, Any]) -> dict[str, Any]:
    """A form in which a free time is chosen, or a day and a time of day written."""
    if not said.get("starts") and not (said.get("day") and said.get("begins")):
        form.add_error("starts", _("Vælg en ledig tid, eller skriv dag og klokkeslæt."))
    return said


class BookForm(DeedForm):
    """A free time, or one's own; and an interpreter where the reason may have one."""

    submit = __("Book tiden")
    emne = forms.CharField(widget=forms.HiddenInput)
    sted = forms.CharField(widget=forms.HiddenInput)
    med = forms.CharField(widget=forms.HiddenInput, required=False)
    starts = forms.ChoiceField(label=__("Ledige tider"), required=False)
    day = fields.day(__("Eller en anden dag"), required=False, hint=__("Også uden for åbningstiden"))
    begins = clock(__("Klokken"))
    language = fields.line(
        __("Tolk til"), required=False, longest=40, hint=__("Sprog. Tolken vises som manglende, til den er bekræftet")
    )

    def prepare(self) -> None:
        """The free times of what was asked for."""
        place: CaseBooking = self.place
        asked = place.asked
        self.fields["begins"].required = False
        self.fields["starts"].choices = [("", _("Vælg tid")), *slot_choices(place.slots)]  # type: ignore[attr-defined]
        if asked is None or not asked.reason.interpreter:
            del self.fields["language"]
        if not self.is_bound and asked is not None:
            people = ",".join(str(one) for one in sorted(asked.employees))
            self.initial.update({"emne": asked.reason.key, "sted": asked.place.value, "med": people})
            if asked.reason.interpreter:
                self.initial["language"] = place.card.interpreter

    def clean(self) -> dict[str, Any]:
        """One time, chosen or written."""
        return one_time(self, super().clean() or self.cleaned_data)


class GroupForm(DeedForm):
    """Which group."""

    submit = __("Giv plads på holdet")
    group = fields.one_of(__("Hold"))

    def prepare(self) -> None:
        """The groups to come."""
        place: CaseBooking = self.place
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), f"{frame.say(one.reason.name)}, {frame.on_moment(one.starts)}") for one in place.groups
        ]


class WaitForm(DeedForm):
    """What the citizen waits for."""

    submit = __("Sæt på venteliste")
    reason = fields.one_of(__("Emne"))
    note = fields.line(__("Bemærkning"), required=False, longest=300, hint=__("For eksempel: helst formiddag"))

    def prepare(self) -> None:
        """Everything one can book for."""
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            (one.key, frame.say(one.name)) for one in booking.in_use()
        ]


class MoveForm(DeedForm):
    """Another time for the same people."""

    submit = __("Flyt aftalen")
    version = forms.IntegerField(widget=forms.HiddenInput)
    starts = forms.ChoiceField(label=__("Ledige tider"), required=False)
    day = fields.day(__("Eller en anden dag"), required=False, hint=__("Også uden for åbningstiden"))
    begins = clock(__("Klokken"))

    def prepare(self) -> None:
        """Where it could be moved to."""
        self.fields["begins"].required = False
        choices = slot_choices(self.place.slots)
        self.fields["starts"].choices = [("", _("Vælg tid")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One time, chosen or written."""
        return one_time(self, super().clean() or self.cleaned_data)


class CancelForm(DeedForm):
    """Why it is off."""

    submit = __("Aflys aftalen")
    version = forms.IntegerField(widget=forms.HiddenInput)
    why = fields.area(__("Hvorfor?"), rows=2, hint=__("Borgeren får et brev med grunden"), longest=1000)


class CameForm(DeedForm):
    """That the citizen came."""

    submit = __("Borgeren kom")


class MissedForm(DeedForm):
    """That the citizen did not come."""

    submit = __("Borgeren kom ikke")


class AcceptForm(DeedForm):
    """That the citizen takes the offered time."""

    submit = __("Borgeren vil have tiden")


class DeclineForm(DeedForm):
    """That the citizen does not take it."""

    submit = __("Borgeren siger nej til tiden")


class InterpretForm(DeedForm):
    """An interpreter: into which language, and whether confirmed."""

    submit = __("Gem tolk")
    language = fields.line(
        __("Tolk til"), required=False, longest=40, hint=__("Lad feltet stå tomt, hvis ingen skal bruges")
    )
    confirmed = fields.yes(__("Tolken er bekræftet"))


def _book(place: CaseBooking, said: dict[str, Any]) -> Refusal | None:
    new = booking.NewAppointment(
        reason=said["emne"],
        starts=_moment(said),
        place=place_of(said["sted"]),
        employees=frozenset(one for one in map(whole, said["med"].split(",")) if one is not None),
        language=said.get("language", ""),
    )
    made = booking.book(case_id=place.case.pk, new=new, by=place.by, at=place.at)
    return made if isinstance(made, Refusal) else None


def _join(place: CaseBooking, said: dict[str, Any]) -> Refusal | None:
    made = booking.join_group(group_id=int(said["group"]), case_id=place.case.pk, by=place.by, at=place.at)
    return made if isinstance(made, Refusal) else None


def _wait(place: CaseBooking, said: dict[str, Any]) -> Refusal | None:
    return booking.wait(case_id=place.case.pk, reason=said["reason"], note=said["note"], by=place.by, at=place.at)


def _move(place: OneAppointment, said: dict[str, Any]) -> Refusal | None:
    return booking.move(
        appointment_id=place.row.pk, starts=_moment(said), version=said["version"], by=place.by, at=place.at
    )


def _cancel(place: OneAppointment, said: dict[str, Any]) -> Refusal | None:
    return booking.cancel(
        appointment_id=place.row.pk, why=said["why"], version=said["version"], by=place.by, at=place.at
    )


def _came(place: OneAppointment, _said: dict[str, Any]) -> Refusal | None:
    return booking.tell(appointment_id=place.row.pk, came=True, by=place.by, at=place.at)


def _missed(place: OneAppointment, _said: dict[str, Any]) -> Refusal | None:
    return booking.tell(appointment_id=place.row.pk, came=False, by=place.by, at=place.at)


def _accept(place: OneAppointment, _said: dict[str, Any]) -> Refusal | None:
    return booking.accept_offer(appointment_id=place.row.pk, by=place.by, at=place.at)


def _decline(place: OneAppointment, _said: dict[str, Any]) -> Refusal | None:
    return booking.decline_offer(appointment_id=place.row.pk, by=place.by, at=place.at)


def _interpret(place: OneAppointment, said: dict[str, Any]) -> Refusal | None:
    return booking.interpret(
        appointment_id=place.row.pk,
        language=said["language"],
        confirmed=said["confirmed"],
        by=place.by,
        at=place.at,
    )


def place_of(text: str) -> Place:
    """The place that an address or a form names. Raises Hidden."""
    try:
        return Place(text)
    except ValueError:
        raise Hidden(f"place {text}") from None


def interpreter_initial(row: Appointment) -> dict[str, object]:
    """What the form of the interpreter says at first."""
    return {"language": row.language, "confirmed": row.interpreting == Interpreting.CONFIRMED}


def _moment(said: dict[str, Any]) -> datetime:
    if said.get("starts"):
        return datetime.fromisoformat(said["starts"])
    return moment(said["day"], said["begins"])


def moment(day: date, at: time) -> datetime:
    """A time of day in Copenhagen."""
    return make_aware(datetime.combine(day, at))


BOOKING = {
    "book": Deed(BookForm, _book, gettext_noop("Tiden er booket, og borgeren får et brev."), "appointments"),
    "join": Deed(GroupForm, _join, gettext_noop("Borgeren har en plads på holdet og får et brev."), "appointments"),
    "wait": Deed(WaitForm, _wait, gettext_noop("Borgeren står på venteliste."), "waiting"),
}
CHANGING = {
    "move": Deed(MoveForm, _move, gettext_noop("Aftalen er flyttet, og borgeren får et brev.")),
    "cancel": Deed(CancelForm, _cancel, gettext_noop("Aftalen er aflyst, og borgeren får et brev.")),
    "came": Deed(CameForm, _came, gettext_noop("Det er skrevet, at borgeren kom.")),
    "missed": Deed(MissedForm, _missed, gettext_noop("Det er skrevet, at borgeren ikke kom.")),
    "accept": Deed(AcceptForm, _accept, gettext_noop("Tiden er booket, og borgeren får et brev.")),
    "decline": Deed(DeclineForm, _decline, gettext_noop("Tiden går videre til den næste på ventelisten.")),
    "interpret": Deed(InterpretForm, _interpret, gettext_noop("Tolken er gemt.")),
}
