"""The citizen's appointments as they are shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, AppointmentReason
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Booker, Place, State
from borgerfokus.core.dates import day_of
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Action, Item, TabItem
from borgerfokus.web.frame import on_day, on_moment, page_language, say
from borgerfokus.web.present import appointments as words

_GROUPS = timedelta(days=120)


@dataclass(frozen=True)
class GroupChoice:
    """A group one can join, or wait for a seat in (`waits`: one does), and the case from which one does."""

    title: str
    when: str
    left: str
    href: str
    full: bool = False
    waits: bool = False


def is_ahead(row: Appointment, at: datetime) -> bool:
    """Whether it is still to come."""
    return row.state in {State.BOOKED, State.OFFERED} and row.ends > at


def items(rows: Iterable[Appointment], persons: Mapping[int, Person], *, at: datetime) -> tuple[Item, ...]:
    """The appointments of a list."""
    return tuple(item(one, persons, at=at) for one in rows)


def item(row: Appointment, persons: Mapping[int, Person], *, at: datetime) -> Item:
    """An appointment in the list. A sensitive reason is not named where somebody may look over the shoulder."""
    person = persons.get(row.case.citizen_id)
    parts = [words.when(row), words.place(row, staff=False), words.staff_names(row)]
    if person is not None and not person.is_self:
        parts.insert(0, person.name)
    settled = row.state == State.BOOKED and is_ahead(row, at)
    return Item(
        title=words.neutral_title(row),
        text=" · ".join(part for part in parts if part),
        href=reverse("citizen:appointment", args=[row.pk]),
        icon="calendar-month",
        chip=words.interpreter_chip(row) if settled else words.state_chip(row, at=at),
    )


def choice(case: Case, reason: AppointmentReason) -> Item:
    """Something that can be booked, and with whom."""
    worker = case.caseworker
    text = _("Med %(name)s, %(minutes)s") % {
        "name": worker.name if worker else case.unit.name,
        "minutes": words.length(reason.minutes),
    }
    return Item(
        title=say(reason.name),
        text=f"{text} · {shell.title_of(case)}",
        href=reverse("citizen:appointment_new", args=[case.number, reason.key]),
        icon="plus",
    )


def waiting(rows: Sequence[booking.WaitingPlace], *, acting: Collection[int]) -> tuple[Item, ...]:
    """What one waits for, and since when; with a way off the list in the cases (`acting`) one may book in."""
    names = {one.key: say(one.shown) for one in booking.kept()} if rows else {}
    return tuple(
        Item(
            title=names[one.reason_key],
            text=_("Siden %(day)s") % {"day": on_day(one.since)},
            icon="hourglass",
            actions=(_stop(one, names[one.reason_key]),) if one.case_id in acting else (),
        )
        for one in rows
    )


def _stop(row: booking.WaitingPlace, name: str) -> Action:
    here, fields = reverse("citizen:appointments"), (("do", "stop"), ("waiting", str(row.pk)))
    return Action(_("Stop med at vente"), here, "tertiary", "post", context=name, fields=fields)


def groups(
    cases: Sequence[Case], *, sits_in: Collection[int], waits_for: Collection[str], at: datetime
) -> tuple[GroupChoice, ...]:
    """The groups that a citizen can join or wait for, each from the newest of the cases; none it sits in already."""
    if not cases:
        return ()
    found = [
        one
        for one in booking.groups(starts=at, ends=at + _GROUPS)
        if one.cancelled_at is None
        and one.starts > at
        and one.pk not in sits_in
        and Booker.CITIZEN in one.reason.bookers
    ]
    taken = booking.seats_taken(group_ids=[one.pk for one in found])
    return tuple(
        _group(one, left=one.seats - len(taken[one.pk]), number=cases[0].number, waits_for=waits_for) for one in found
    )


def _group(row: booking.GroupTime, *, left: int, number: str, waits_for: Collection[str]) -> GroupChoice:
    return GroupChoice(
        title=say(row.reason.name),
        when=on_moment(row.starts),
        left=_("%(n)s pladser tilbage") % {"n": left} if left > 0 else _("Ingen ledige pladser"),
        href=reverse("citizen:group_join", args=[number, row.pk]),
        full=left <= 0,
        waits=row.reason.key in waits_for,
    )


def bring(reason: AppointmentReason) -> str:
    """What to bring, in the reader's language where it is written."""
    return (reason.bring_en if page_language() == "en" else "") or reason.bring


def week_of(slots: Sequence[Slot], *, days: int = 7) -> list[Slot]:
    """The times of the first days on which there are any."""
    if not slots:
        return []
    last = day_of(slots[0].span.starts) + timedelta(days=days)
    return [one for one in slots if day_of(one.span.starts) < last]


def later(request: HttpRequest, slots: Sequence[Slot], week: Sequence[Slot], place: Place) -> Action | None:
    """The way to the times after those shown; None when there are none."""
    if len(week) == len(slots):
        return None
    first = day_of(slots[len(week)].span.starts)
    return Action(_("Senere tider"), f"{request.path}?fra={first.isoformat()}&sted={place.value}", "secondary")


def places(request: HttpRequest, reason: AppointmentReason, chosen: Place) -> tuple[TabItem, ...]:
    """The places to choose between, each a page of its own."""
    if len(reason.places) < 2:
        return ()
    return tuple(_place(request, one, chosen) for one in _in_order(reason.places))


def _place(request: HttpRequest, place: Place, chosen: Place) -> TabItem:
    label = words.place_name(place.value, staff=False)
    return TabItem(label, f"{request.path}?sted={place.value}", current=place is chosen)


def _in_order(values: Iterable[str]) -> list[Place]:
    kept = set(values)
    return [one for one in Place if one.value in kept]
