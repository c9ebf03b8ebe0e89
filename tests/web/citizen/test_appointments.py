"""The citizen's appointments in the browser: book once, move, cancel, wait, and a feed that says only when."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from tests.factories.booking import fill_reasons, open_hours
from tests.web.citizen.scene import Scene

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Appointment, CalendarFeed, WaitingPlace
from borgerfokus.core.booking.words import Place
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.django_db
HERE = "/min/aftaler/"


@pytest.fixture(autouse=True)
def _open(scene: Scene) -> None:
    fill_reasons(at=scene.at)
    open_hours(scene.karen, at=scene.at)


def address(scene: Scene, key: str = "opfoelgning") -> str:
    return reverse("citizen:appointment_new", args=[scene.case.number, key])


def book(scene: Scene, mads: Client, *, once: str = "a" * 32, key: str = "opfoelgning") -> Appointment:
    starts = (scene.at + timedelta(days=2)).replace(hour=10)
    mads.post(address(scene, key), {"starts": starts.isoformat(), "place": "phone", "once": once})
    with scene.as_(scene.mads):
        return Appointment.objects.get()


def token_in(page: str) -> str:
    found = re.search(r"/kalender/([\w-]{20,})/aftaler\.ics", page)
    assert found is not None
    return found[1]


def test_a_free_time_is_booked_and_a_second_click_books_nothing(scene: Scene, mads: Client) -> None:
    page = mads.get(address(scene)).content.decode()
    assert "Karen" in page
    book(scene, mads)
    made = book(scene, mads)
    assert made.place == "phone"
    assert "Opfølgning på din plan" in mads.get(HERE).content.decode()


def test_without_a_time_the_page_comes_back_and_says_so(scene: Scene, mads: Client) -> None:
    answer = mads.post(address(scene), {"place": "phone"})
    assert answer.status_code == 422
    assert "Vælg en tid." in answer.content.decode()


def test_moved_and_cancelled(scene: Scene, mads: Client) -> None:
    made = book(scene, mads)
    here = reverse("citizen:appointment", args=[made.pk])
    later = made.starts + timedelta(hours=2)
    mads.post(here, {"do": "move", "version": "1", "starts": later.isoformat()})
    with scene.as_(scene.mads):
        assert Appointment.objects.get().starts == later
    assert mads.post(here, {"do": "cancel", "version": "1"}).status_code == 409
    mads.post(here, {"do": "cancel", "version": "2"})
    with scene.as_(scene.mads):
        assert Appointment.objects.get().state == "cancelled"
    text = mads.get(reverse("citizen:appointment_ics", args=[made.pk])).content.decode()
    assert "METHOD:CANCEL" in text
    assert "SEQUENCE:2" in text


def test_after_a_move_each_whom_one_meets_stands_once(scene: Scene, mads: Client) -> None:
    made = book(scene, mads)
    here, later = reverse("citizen:appointment", args=[made.pk]), made.starts + timedelta(hours=2)
    for change in ({"do": "move", "version": "1", "starts": later.isoformat()}, {"do": "cancel", "version": "2"}):
        mads.post(here, change)
        assert mads.get(here).content.decode().count(scene.karen.name) == 1
    file = mads.get(reverse("citizen:appointment_ics", args=[made.pk])).content.decode()
    assert file.count(scene.karen.name) <= 1


def test_the_interpreter_one_is_known_to_need_is_asked_for_without_typing_it(scene: Scene, mads: Client) -> None:
    assert 'name="language" value=""' in mads.get(address(scene)).content.decode()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        Person.objects.filter(pk=scene.mads.id).update(interpreter="tegnsprog")
    assert 'name="language" value="tegnsprog"' in mads.get(address(scene)).content.decode()
    again = mads.post(address(scene), {"place": "phone", "language": "fransk"}).content.decode()
    assert 'name="language" value="fransk"' in again


def test_on_the_waiting_list(scene: Scene, mads: Client) -> None:
    mads.post(address(scene), {"do": "wait", "note": "helst om fredagen"})
    with scene.as_(scene.mads):
        assert WaitingPlace.objects.get().note == "helst om fredagen"
    assert "Du venter på en tid" in mads.get(HERE).content.decode()


def test_a_full_group_is_waited_for_and_an_offered_seat_is_taken(scene: Scene, mads: Client) -> None:
    new = booking.NewGroup(
        reason="mestring",
        starts=(scene.at + timedelta(days=6)).replace(hour=10),
        place=Place.VIDEO,
        employees=frozenset({scene.karen.id}),
        unit_id=scene.case.unit_id,
    )
    with scene.as_(scene.karen):
        group = booking.open_group(new=new, by=scene.karen, at=scene.at)
        assert isinstance(group, int)
    cases = [scene.world.case(citizen_id=scene.world.person(f"Nr {n}"), caseworker=scene.karen) for n in range(3)]
    with scene.as_(scene.karen):
        inside = [booking.join_group(group_id=group, case_id=one.pk, by=scene.karen, at=scene.at) for one in cases]
    assert "Skriv mig på venteliste" in mads.get(HERE).content.decode()
    join = reverse("citizen:group_join", args=[scene.case.number, group])
    assert mads.post(join, {"do": "wait"}).status_code == 302
    page = mads.get(HERE).content.decode()
    assert "Du venter på en plads" in page
    assert "Skriv mig på venteliste" not in page
    with scene.as_(scene.karen):
        [first, *_others] = inside
        assert isinstance(first, int)
        assert booking.cancel(appointment_id=first, why="Syg.", version=1, by=scene.karen, at=scene.at) is None
    assert booking.offer_freed(appointment_id=first, at=scene.at) == 1
    with scene.as_(scene.mads):
        offer = Appointment.objects.get(state="offered")
    here = reverse("citizen:appointment", args=[offer.pk])
    assert "Tiden er din, hvis du siger ja senest" in mads.get(here).content.decode()
    assert mads.post(here, {"do": "accept"}).status_code == 302
    with scene.as_(scene.mads):
        assert Appointment.objects.get(pk=offer.pk).state == "booked"


def test_one_leaves_the_waiting_list_oneself(scene: Scene, mads: Client) -> None:
    mads.post(address(scene), {"do": "wait"})
    with scene.as_(scene.mads):
        row = WaitingPlace.objects.get()
    assert "Stop med at vente" in mads.get(HERE).content.decode()
    assert mads.post(HERE, {"do": "stop", "waiting": row.pk}).status_code == 302
    assert "Du venter på en tid" not in mads.get(HERE).content.decode()


def test_a_sensitive_reason_stands_in_no_list_file_or_feed(scene: Scene, mads: Client) -> None:
    made = book(scene, mads, key="misbrug")
    assert "Aftale med kommunen" in mads.get(HERE).content.decode()
    invitation = mads.get(reverse("citizen:appointment_ics", args=[made.pk])).content.decode()
    assert "METHOD:REQUEST" in invitation
    assert "misbrug" not in invitation.lower()


def test_the_feed_is_secret_says_only_when_and_ends(scene: Scene, mads: Client) -> None:
    made = book(scene, mads, key="misbrug")
    page = mads.post(HERE, {"do": "feed", "once": "b" * 32}).content.decode()
    token = token_in(page)
    with scene.as_(scene.mads):
        assert token not in str(list(CalendarFeed.objects.values()))
    feed = reverse("public:feed", args=[token])
    answer = Client().get(feed)
    text = answer.content.decode()
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("dtstart") == made.starts
    for secret in ("misbrug", scene.case.number, "Karen", "Mads"):
        assert secret.lower() not in text.lower()
    mads.post(HERE, {"do": "no-feed"})
    assert Client().get(feed).status_code == 404


def test_the_feed_of_a_caseworker_holds_what_she_is_held_for(scene: Scene, mads: Client) -> None:
    made = book(scene, mads)
    karen = scene.client(scene.karen)
    page = karen.post("/sag/kalender/mine-tider/", {"act": "feed"}).content.decode()
    token = token_in(page)
    text = Client().get(reverse("public:feed", args=[token])).content.decode()
    assert str(made.uid) in text
    assert "Mads" not in text
