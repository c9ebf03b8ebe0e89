"""Booking a time: offered times alone from outside, follow-ups with one's own caseworker, nobody twice."""

from datetime import timedelta

import pytest
from tests.apps.booking.acting import book, booked, in_days, row, times
from tests.apps.coordination.household import Household
from tests.factories.booking import open_room

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Hold
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.words import Place
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden

pytestmark = pytest.mark.django_db


def test_the_citizen_books_a_time_that_is_offered_and_gets_a_letter(home: Household) -> None:
    made = booked(home, home.citizen)
    assert made.starts >= home.at + timedelta(hours=24)
    with home.as_system():
        assert Notice.objects.filter(case=home.support, kind="appointment").count() == 1
        assert Hold.objects.get(appointment=made).ends == made.ends + timedelta(minutes=15)


def test_a_time_that_is_not_offered_cannot_be_had_from_outside(home: Household) -> None:
    assert book(home, home.citizen, starts=in_days(home, 2, hour=20)) == rules.TAKEN
    assert book(home, home.citizen, starts=home.at + timedelta(hours=1)) == rules.TAKEN


def test_staff_may_book_outside_opening_hours_but_nobody_twice(home: Household) -> None:
    late = in_days(home, 2, hour=20)
    assert isinstance(book(home, home.karen, starts=late), int)
    assert book(home, home.karen, starts=late + timedelta(minutes=30)) == rules.TAKEN


def test_a_follow_up_is_with_ones_own_caseworker(home: Household) -> None:
    starts = times(home, home.citizen)[0]
    for wanted in ({home.sara.id}, {home.karen.id, home.sara.id}):
        assert book(home, home.citizen, starts=starts, employees=frozenset(wanted)) == rules.NOT_OWNER
    assert book(home, home.karen, starts=starts, employees=frozenset({home.sara.id})) == rules.NOT_OWNER


def test_the_rule_of_the_own_caseworker_is_what_holds(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: without the rule a citizen gets a follow-up with somebody else."""
    monkeypatch.setattr(rules, "may_meet", lambda **_all: None)
    starts = times(home, home.citizen)[0]
    assert isinstance(book(home, home.citizen, starts=starts, employees=frozenset({home.sara.id})), int)


def test_what_is_for_staff_alone_is_not_booked_by_the_citizen(home: Household) -> None:
    starts = times(home, home.karen)[5]
    told = book(home, home.citizen, reason="hjemmebesoeg", place=Place.HOME, starts=starts)
    assert told == rules.NOT_YOURS


def test_several_from_different_services_meet_at_once(home: Household) -> None:
    both = frozenset({home.karen.id, home.sara.id})
    made = booked(home, home.karen, employees=both, starts=times(home, home.karen, employees=both)[0])
    with home.as_(home.sara):
        mine = booking.of_employee(
            employee_id=home.sara.id, starts=home.at, ends=in_days(home, 9), by=home.sara, at=home.at
        )
        assert [one.pk for one in mine] == [made.pk]
    assert made.starts not in times(home, home.sara, employees=frozenset({home.sara.id}))


def test_somebody_who_is_only_expected_changes_nothing(home: Household) -> None:
    """Sara's service has no part in Karen's case."""
    stranger = home.world.employee("Vibeke", unit="visitation")
    both = frozenset({home.karen.id, stranger.id})
    made = booked(home, home.karen, employees=both, starts=in_days(home, 3))
    with home.as_(stranger):
        assert booking.appointment(appointment_id=made.pk, by=stranger, at=home.at).pk == made.pk
    with home.as_(stranger), pytest.raises(Hidden):
        booking.cancel(appointment_id=made.pk, why="Nej", version=1, by=stranger, at=home.at)
    other = home.world.employee("Ulla", unit="visitation")
    with home.as_(other), pytest.raises(Hidden):
        booking.appointment(appointment_id=made.pk, by=other, at=home.at)


def test_a_room_is_found_and_held(home: Household) -> None:
    open_room(unit_id=home.support.unit_id, name="Lokale 1", at=home.at)
    first = booked(home, home.karen, place=Place.OFFICE, starts=in_days(home, 2))
    assert first.room is not None
    assert first.room.name == "Lokale 1"
    bente = frozenset({home.leader.id})
    told = book(home, home.karen, place=Place.OFFICE, reason="opfoelgning", starts=in_days(home, 2), employees=bente)
    assert told == rules.NOT_OWNER
    with home.as_(home.karen):
        asked = booking.Asked(
            reason=booking.reason(key="opfoelgning"),
            employees=bente,
            place=Place.OFFICE,
            unit_id=home.support.unit_id,
            for_staff=True,
        )
        starts = [one.span.starts for one in booking.times(asked=asked, at=home.at)]
    assert first.starts not in starts


def test_a_video_room_is_the_municipalitys_and_nobody_guesses_it(home: Household) -> None:
    one = booked(home, home.karen, place=Place.VIDEO, starts=in_days(home, 2))
    other = booked(home, home.karen, place=Place.VIDEO, starts=in_days(home, 3))
    assert one.video_link.startswith("https://video.fjordby.example/")
    assert one.video != other.video


def test_moving_keeps_the_number_and_frees_the_old_time(home: Household) -> None:
    made = booked(home, home.citizen)
    later = times(home, home.citizen)[4]
    with home.as_(home.citizen):
        assert (
            booking.move(appointment_id=made.pk, starts=later, version=1, by=home.citizen, at=home.at) is None
        )
    moved = row(home, made.pk)
    assert (moved.uid, moved.sequence, moved.starts) == (made.uid, 1, later)
    assert made.starts in times(home, home.citizen)
    with home.as_(home.citizen):
        told = booking.move(appointment_id=made.pk, starts=made.starts, version=1, by=home.citizen, at=home.at)
    assert isinstance(told, Refusal)
    assert told.code == "edit.conflict"


def test_cancelling_frees_the_time_and_tells_why(home: Household) -> None:
    made = booked(home, home.citizen)
    with home.as_(home.karen):
        told = booking.cancel(appointment_id=made.pk, why="", version=1, by=home.karen, at=home.at)
        assert isinstance(told, Refusal)
        assert booking.cancel(appointment_id=made.pk, why="Syg", version=1, by=home.karen, at=home.at) is None
    assert made.starts in times(home, home.citizen)
    with home.as_system():
        assert Notice.objects.filter(case=home.support, kind="appointment_cancelled").count() == 1


def test_a_no_show_is_told_once_it_has_begun_and_stands_in_the_history(home: Household) -> None:
    made = booked(home, home.karen)
    with home.as_(home.karen):
        assert booking.tell(appointment_id=made.pk, came=False, by=home.karen, at=home.at) == rules.NOT_YET
    after = made.starts + timedelta(minutes=20)
    with home.as_(home.karen, at=after):
        assert booking.tell(appointment_id=made.pk, came=False, by=home.karen, at=after) is None
        lines = [one.change for one in booking.entries_of(appointment_id=made.pk)]
    assert lines == ["missed", "booked"]
    with home.as_(home.citizen), pytest.raises(Hidden):
        booking.tell(appointment_id=made.pk, came=True, by=home.citizen, at=after)


def test_an_interpreter_is_missing_until_confirmed(home: Household) -> None:
    made = booked(home, home.karen, language="arabisk")
    assert made.interpreting == "missing"
    with home.as_(home.karen):
        booking.interpret(appointment_id=made.pk, language="arabisk", confirmed=True, by=home.karen, at=home.at)
    assert row(home, made.pk).interpreting == "confirmed"


def test_the_reminder_comes_once_for_each_time(home: Household) -> None:
    made = booked(home, home.citizen)
    morning = made.starts.replace(hour=7) - timedelta(days=1)
    booking.remind(at=morning)
    booking.remind(at=morning + timedelta(hours=1))
    with home.as_system():
        assert Notice.objects.filter(case=home.support, kind="appointment_reminder").count() == 1


def test_a_sensitive_reason_is_named_in_no_letter(home: Household) -> None:
    booked(home, home.karen, reason="misbrug", starts=in_days(home, 2))
    with home.as_system():
        from borgerfokus.apps.casework.models import EventPayload
        from borgerfokus.apps.journal.models import EntryText

        bodies = " ".join(EntryText.objects.filter(entry__case=home.support).values_list("body", flat=True))
        said = str(list(EventPayload.objects.values_list("payload", flat=True)))
    assert "Aftale med kommunen" in bodies
    assert "misbrug" not in (bodies + said).lower()
    assert "behandlingsplan" not in bodies.lower()


def test_a_group_has_so_many_seats_and_no_more(home: Household) -> None:
    new = booking.NewGroup(
        reason="mestring",
        starts=in_days(home, 4),
        place=Place.VIDEO,
        employees=frozenset({home.karen.id}),
        unit_id=home.support.unit_id,
    )
    with home.as_(home.karen):
        group = booking.open_group(new=new, by=home.karen, at=home.at)
        assert isinstance(group, int)
    cases = [home.world.case(citizen_id=home.world.person(f"Nr {n}"), caseworker=home.karen) for n in range(4)]
    with home.as_(home.karen):
        told = [booking.join_group(group_id=group, case_id=one.pk, by=home.karen, at=home.at) for one in cases]
    assert [isinstance(one, int) for one in told] == [True, True, True, False]
    assert told[3] == rules.FULL
    with home.as_(home.karen):
        again = booking.join_group(group_id=group, case_id=cases[0].pk, by=home.karen, at=home.at)
        assert isinstance(again, Refusal)
        assert booking.cancel_group(group_id=group, why="Sygdom", by=home.karen, at=home.at) is None
    with home.as_system():
        assert Notice.objects.filter(kind="appointment_cancelled").count() == 3


def test_who_waits_gets_off_the_list_with_a_time(home: Household) -> None:
    with home.as_(home.citizen):
        for _twice in range(2):
            told = booking.wait(
                case_id=home.support.pk, reason="opfoelgning", note="helst fredag", by=home.citizen, at=home.at
            )
            assert told is None
        assert len(booking.waiting_in(case_id=home.support.pk)) == 1
    booked(home, home.karen)
    with home.as_(home.karen):
        assert booking.waiting_for(by=home.karen, at=home.at) == []


def test_absence_takes_times_away(home: Household) -> None:
    first = times(home, home.citizen)[0]
    with home.as_(home.karen):
        away = booking.add_absence(starts=first, ends=first + timedelta(days=1), by=home.karen, at=home.at)
        assert away is None
    assert first not in times(home, home.citizen)
