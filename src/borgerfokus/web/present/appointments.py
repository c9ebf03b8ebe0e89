"""Appointments as they are shown: when, where, with whom, and the marks for state and interpreter."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, AppointmentEntry
from borgerfokus.core import words
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.booking.words import (
    CHANGE_NAMES,
    INTERPRETING_NAMES,
    PLACE_NAMES,
    STATE_NAMES,
    Change,
    Interpreting,
    Place,
    State,
)
from borgerfokus.core.dates import day_of, in_copenhagen
from borgerfokus.core.texts import Text
from borgerfokus.web.design.fields import Option
from borgerfokus.web.design.views import Chip, Item, Term
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.present.words import capital

_PLACES = {
    Place.OFFICE: Text(da="På kontoret", en="At the office"),
    Place.HOME: Text(da="Hjemme hos borgeren", en="At the citizen's home"),
    Place.PHONE: PLACE_NAMES[Place.PHONE],
    Place.VIDEO: PLACE_NAMES[Place.VIDEO],
}
_BETWEEN = Text(da=".", en=":")
_STATES = {State.BOOKED: "fjord", State.HELD: "ok", State.CANCELLED: "line", State.MISSED: "bad", State.OFFERED: "warn"}


def clocks(starts: datetime, ends: datetime) -> str:
    """ "9.00–9.45" on the clock of Copenhagen."""
    one, other = in_copenhagen(starts), in_copenhagen(ends)
    between = say(_BETWEEN)
    return f"{one.hour}{between}{one.minute:02d}–{other.hour}{between}{other.minute:02d}"


def hours(one: Hours) -> str:
    """ "9.00–15.00"."""
    between = say(_BETWEEN)
    return f"{one.begins.hour}{between}{one.begins.minute:02d}–{one.ends.hour}{between}{one.ends.minute:02d}"


def day_title(day: date) -> str:
    """ "Mandag 23. november"."""
    return f"{capital(say(words.WEEKDAYS[day.weekday()]))} {say(words.day_and_month(day))}"


def when(row: Appointment) -> str:
    """ "Torsdag den 3. december 2026, 10.00–10.45"."""
    return f"{capital(say(words.weekday_and_date(day_of(row.starts))))}, {clocks(row.starts, row.ends)}"


def place(row: Appointment, *, staff: bool) -> str:
    """Where, as staff or the citizen reads it: the room by name."""
    if row.place == Place.OFFICE and row.room is not None:
        return row.room.words
    return say((_PLACES if staff else PLACE_NAMES)[Place(row.place)])


def place_name(value: str, *, staff: bool) -> str:
    """A place in general."""
    return say((_PLACES if staff else PLACE_NAMES)[Place(value)])


def state_chip(row: Appointment, *, at: datetime) -> Chip:
    """What has become of it; what is over and not told of says so."""
    state = State(row.state)
    if state is State.BOOKED and row.ends <= at:
        return Chip(_("Kom borgeren?"), "warn")
    if state is State.OFFERED and row.offered_until is not None:
        return Chip(_("Tilbudt, svar senest %(when)s") % {"when": on_moment(row.offered_until)}, "warn")
    return Chip(say(STATE_NAMES[state]), _STATES[state])  # type: ignore[arg-type]


def interpreter_chip(row: Appointment) -> Chip | None:
    """Whether there is an interpreter; None when none is needed."""
    found = Interpreting(row.interpreting)
    if found is Interpreting.NONE:
        return None
    text = f"{say(INTERPRETING_NAMES[found])}: {row.language}"
    return Chip(text, "warn" if found is Interpreting.MISSING else "ok")


def staff_names(row: Appointment) -> str:
    """Who is met, by name."""
    return ", ".join(one.employee.name for one in booking.staff_of(row) if one.employee is not None)


def neutral_title(row: Appointment) -> str:
    """What it is about where others may read along."""
    return say(row.reason.shown)


def history(rows: Sequence[AppointmentEntry]) -> tuple[Item, ...]:
    """What was done, the newest first."""
    return tuple(
        Item(
            title=say(CHANGE_NAMES[Change(one.change)]),
            text=" · ".join(part for part in (on_moment(one.at), one.by_name or _("Systemet"), one.why) if part),
            chip=Chip(_("til %(when)s") % {"when": on_moment(one.starts)}, "plain")
            if one.change in {Change.BOOKED, Change.MOVED}
            else None,
        )
        for one in rows
    )


def terms(row: Appointment, *, staff: bool) -> tuple[Term, ...]:
    """What belongs to an appointment, in words."""
    found = [Term(_("Hvornår"), when(row)), Term(_("Sted"), place(row, staff=staff))]
    names = staff_names(row)
    if names:
        found.append(Term(_("Med"), names))
    if row.language:
        found.append(Term(_("Tolk"), row.language, sub=say(INTERPRETING_NAMES[Interpreting(row.interpreting)])))
    if row.why_not:
        found.append(Term(_("Aflyst, fordi"), row.why_not))
    return tuple(found)


def by_day(starts: Iterable[datetime]) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """Times to choose between, under the day they lie on."""
    found = []
    for day, moments in groupby(starts, key=day_of):
        options = tuple(Option(value=one.isoformat(), label=_clock(one)) for one in moments)
        found.append((day_title(day), options))
    return tuple(found)


def _clock(moment: datetime) -> str:
    return say(words.time_words(moment))


def moment_of(text: str) -> datetime | None:
    """The time that was chosen among those of `by_day`; None when none was, or what was sent is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def length(minutes: int) -> str:
    """How long it takes."""
    return _("%(n)s minutter") % {"n": minutes}

