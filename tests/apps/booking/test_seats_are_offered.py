"""A seat in a group that becomes free is offered to who has waited longest, held, answered, and passed on."""

from datetime import datetime, timedelta

import pytest
from tests.apps.booking.acting import in_days
from tests.apps.coordination.household import Household

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.actions import seats
from borgerfokus.apps.booking.models import Appointment, WaitingPlace
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.words import Place
from borgerfokus.core.casework.refusal import Refusal

pytestmark = pytest.mark.django_db


def opened(home: Household, *, days: int = 6) -> int:
    """A group with three seats."""
    new = booking.NewGroup(
        reason="mestring",
        starts=in_days(home, days),
        place=Place.VIDEO,
        employees=frozenset({home.karen.id}),
        unit_id=home.support.unit_id,
    )
    with home.as_(home.karen):
        made = booking.open_group(new=new, by=home.karen, at=home.at)
    assert isinstance(made, int), made
    return made


def cases(home: Household, number: int) -> list[Case]:
    return [home.world.case(citizen_id=home.world.person(f"Nr {n}"), caseworker=home.karen) for n in range(number)]


def join(home: Household, group: int, case: Case) -> int | Refusal:
    with home.as_(home.karen):
        return booking.join_group(group_id=group, case_id=case.pk, by=home.karen, at=home.at)


def full(home: Household) -> tuple[int, list[int]]:
    """A group with every seat taken, and the appointments in it."""
    group = opened(home)
    made = [join(home, group, one) for one in cases(home, 3)]
    return group, [one for one in made if isinstance(one, int)]


def wait(home: Household, case: Case, *, at: datetime | None = None) -> None:
    with home.as_(home.karen):
        told = booking.wait(case_id=case.pk, reason="mestring", note="", by=home.karen, at=at or home.at)
        assert told is None


def leave(home: Household, appointment: int) -> None:
    with home.as_(home.karen):
        version = Appointment.objects.get(pk=appointment).version
        told = booking.cancel(appointment_id=appointment, why="Syg.", version=version, by=home.karen, at=home.at)
        assert told is None, told


def offers(home: Household) -> list[Appointment]:
    with home.as_system():
        return list(Appointment.objects.filter(state="offered").select_related("case", "group"))


def test_the_longest_waiting_is_offered_the_seat_and_takes_it(home: Household) -> None:
    group, inside = full(home)
    first, later = cases(home, 2)
    wait(home, first)
    wait(home, later, at=home.at + timedelta(minutes=1))
    leave(home, inside[1])
    assert booking.offer_freed(appointment_id=inside[1], at=home.at) == 1
    [offer] = offers(home)
    assert (offer.case_id, offer.group_id, offer.seat) == (first.pk, group, 2)
    assert join(home, group, later) == rules.FULL, "the seat is held"
    with home.as_system():
        assert Notice.objects.filter(case=first, kind="appointment_offered").count() == 1
    with home.as_(home.karen):
        assert booking.accept_offer(appointment_id=offer.pk, by=home.karen, at=home.at) is None
    with home.as_system():
        assert Appointment.objects.get(pk=offer.pk).state == "booked"
        assert list(WaitingPlace.objects.filter(ended_at__isnull=True).values_list("case", flat=True)) == [later.pk]


def test_a_no_and_a_silence_pass_the_seat_on(home: Household) -> None:
    _group, inside = full(home)
    first, later = cases(home, 2)
    wait(home, first)
    wait(home, later, at=home.at + timedelta(minutes=1))
    leave(home, inside[0])
    booking.offer_freed(appointment_id=inside[0], at=home.at)
    [offer] = offers(home)
    with home.as_(home.karen):
        assert booking.decline_offer(appointment_id=offer.pk, by=home.karen, at=home.at) is None
    assert booking.offer_freed(appointment_id=offer.pk, at=home.at) == 1
    [second] = offers(home)
    assert second.case_id == later.pk
    assert second.offered_until is not None
    assert booking.lapse_offers(at=second.offered_until) == 1
    assert booking.offer_freed(appointment_id=second.pk, at=second.offered_until) == 0
    with home.as_system():
        assert WaitingPlace.objects.filter(ended_at__isnull=True).count() == 2


def test_a_new_group_is_offered_to_as_many_as_it_has_seats(home: Household) -> None:
    waiting = cases(home, 4)
    for place, one in enumerate(waiting):
        wait(home, one, at=home.at + timedelta(minutes=place))
    group = opened(home)
    assert booking.offer_seats(group_id=group, at=home.at) == 3
    assert {one.case_id for one in offers(home)} == {one.pk for one in waiting[:3]}
    assert booking.offer_seats(group_id=group, at=home.at) == 0


def test_nobody_is_offered_two_at_a_time_nor_a_group_that_is_off_or_too_soon(home: Household) -> None:
    (only,) = cases(home, 1)
    wait(home, only)
    one, other = opened(home), opened(home, days=8)
    assert [booking.offer_seats(group_id=group, at=home.at) for group in (one, other)] == [1, 0]
    with home.as_(home.karen):
        assert booking.cancel_group(group_id=one, why="Sygdom", by=home.karen, at=home.at) is None
    assert offers(home) == []
    assert booking.offer_seats(group_id=one, at=home.at) == 0
    assert booking.offer_seats(group_id=other, at=in_days(home, 8) - timedelta(minutes=30)) == 0
    with home.as_system():
        assert Notice.objects.filter(case=only, kind="appointment_cancelled").count() == 1


def test_sabotage_a_count_that_forgets_the_offered_is_held_by_the_database(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, inside = full(home)
    first, later = cases(home, 2)
    wait(home, first)
    leave(home, inside[0])
    booking.offer_freed(appointment_id=inside[0], at=home.at)
    real = seats.appointments.seats_taken

    def forgetful(*, group_ids: list[int]) -> dict[int, set[int]]:
        return {one: taken - {1} for one, taken in real(group_ids=group_ids).items()}

    monkeypatch.setattr(seats.appointments, "seats_taken", forgetful)
    assert join(home, group, later) == rules.FULL
