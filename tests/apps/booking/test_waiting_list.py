"""A time that becomes free is offered to who has waited longest, held until it is answered, and passed on."""

from datetime import timedelta

import pytest
from tests.apps.booking.acting import booked, row, times
from tests.apps.coordination.household import Household

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Appointment, Hold, WaitingPlace
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.booking import rules
from borgerfokus.foundation.access.actor import Actor

pytestmark = pytest.mark.django_db


def wait(home: Household, case: Case, *, by: Actor) -> None:
    with home.as_(by):
        assert booking.wait(case_id=case.pk, reason="opfoelgning", note="", by=by, at=home.at) is None


def case_of_another(home: Household, name: str) -> Case:
    other = home.world.citizen(name, "Birkholm")
    return home.world.case(citizen_id=other.id, caseworker=home.karen, days_ago=10)


def cancel(home: Household, made: Appointment) -> None:
    with home.as_(home.karen):
        version = Appointment.objects.get(pk=made.pk).version
        told = booking.cancel(appointment_id=made.pk, why="Syg.", version=version, by=home.karen, at=home.at)
        assert told is None, told


def offered(home: Household) -> list[Appointment]:
    with home.as_system():
        return list(Appointment.objects.filter(state="offered").select_related("case"))


def test_the_longest_waiting_is_offered_the_freed_time_and_takes_it(home: Household) -> None:
    first, later = case_of_another(home, "Ib"), case_of_another(home, "Bo")
    made = booked(home, home.citizen, starts=times(home, home.citizen)[40])
    wait(home, first, by=home.karen)
    wait(home, later, by=home.karen)
    cancel(home, made)
    assert booking.offer_freed(appointment_id=made.pk, at=home.at) == 1
    [offer] = offered(home)
    assert (offer.case_id, offer.starts) == (first.pk, made.starts)
    assert made.starts not in times(home, home.citizen), "it is held"
    with home.as_system():
        assert Notice.objects.filter(case=first, kind="appointment_offered").count() == 1
        assert Notice.objects.filter(case=first, kind="appointment_cancelled").count() == 0
    with home.as_(home.karen):
        assert booking.accept_offer(appointment_id=offer.pk, by=home.karen, at=home.at) is None
        assert booking.accept_offer(appointment_id=offer.pk, by=home.karen, at=home.at) == rules.OFFER_OVER
    assert row(home, offer.pk).state == "booked"
    with home.as_system():
        assert not WaitingPlace.objects.filter(case=first, ended_at__isnull=True).exists()
        assert Notice.objects.filter(case=first, kind="appointment").count() == 1


def test_a_no_and_a_silence_pass_it_on_and_the_place_on_the_list_is_kept(home: Household) -> None:
    first, later = case_of_another(home, "Ib"), case_of_another(home, "Bo")
    made = booked(home, home.citizen, starts=times(home, home.citizen)[40])
    wait(home, first, by=home.karen)
    wait(home, later, by=home.karen)
    cancel(home, made)
    booking.offer_freed(appointment_id=made.pk, at=home.at)
    [offer] = offered(home)
    with home.as_(home.karen):
        assert booking.decline_offer(appointment_id=offer.pk, by=home.karen, at=home.at) is None
    assert booking.offer_freed(appointment_id=offer.pk, at=home.at) == 1
    [second] = offered(home)
    assert second.case_id == later.pk
    assert second.offered_until is not None
    assert booking.lapse_offers(at=second.offered_until - timedelta(minutes=1)) == 0
    assert booking.lapse_offers(at=second.offered_until) == 1
    assert booking.offer_freed(appointment_id=second.pk, at=second.offered_until) == 0
    with home.as_system():
        assert not Hold.objects.filter(released=False, starts=made.starts).exists()
        assert WaitingPlace.objects.filter(ended_at__isnull=True).count() == 2


def test_what_begins_too_soon_is_not_offered(home: Household) -> None:
    first = case_of_another(home, "Ib")
    made = booked(home, home.karen, starts=times(home, home.karen)[0])
    wait(home, first, by=home.karen)
    cancel(home, made)
    assert booking.offer_freed(appointment_id=made.pk, at=made.starts - timedelta(hours=2)) == 0


def test_an_old_time_of_a_moved_appointment_is_offered_and_an_offer_holds_it(home: Household) -> None:
    first = case_of_another(home, "Ib")
    made = booked(home, home.citizen, starts=times(home, home.citizen)[40])
    wait(home, first, by=home.karen)
    there = times(home, home.karen)[60]
    with home.as_(home.karen):
        assert booking.move(appointment_id=made.pk, starts=there, version=1, by=home.karen, at=home.at) is None
    assert booking.offer_freed(appointment_id=made.pk, at=home.at) == 1
    assert offered(home)[0].starts == made.starts
    with home.as_(home.karen):
        told = booking.move(appointment_id=made.pk, starts=made.starts, version=2, by=home.karen, at=home.at)
    assert told == rules.TAKEN
