"""Guests of a joint meeting are told when and where, also when it changes, and never what it is about."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail as django_mail
from tests.apps.coordination.household import Household
from tests.apps.coordination.test_meetings import when

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import Mail, Message

pytestmark = pytest.mark.django_db
SECRET = ("Fælles møde", "Hvordan går det?", "Alba", "Skovsgaard")


@pytest.fixture(autouse=True)
def with_smtp(settings: LazySettings) -> None:
    settings.MAILER = "smtp"


def call(home: Household, *partners: str, persons: frozenset[int] = frozenset()) -> int:
    new = coordination.NewMeeting(
        title="Fælles møde",
        when=when(home.at + timedelta(days=3)),
        agenda=(coordination.Point("Hvordan går det?"),),
        guests=coordination.Guests(employees=frozenset({home.sara.id}), partners=partners, persons=persons),
    )
    with home.as_(home.karen):
        made = coordination.call_meeting(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
    assert isinstance(made, int), made
    return made


def told(home: Household, meeting: int) -> dict[str, bool]:
    with home.as_(home.karen):
        rows = coordination.invitees_of(meeting_id=meeting)
        return {row.name or str(row.person_id or ""): row.told_at is not None for row in rows}


def test_a_guest_with_an_address_gets_invitation_change_and_cancellation_with_the_calendar(home: Household) -> None:
    meeting = call(home, "Ole Vang ole@lager.example", "Bo uden adresse")
    later = when(home.at + timedelta(days=6))
    with home.as_(home.karen):
        now = {"by": home.karen, "at": home.at}
        assert coordination.move_meeting(meeting_id=meeting, when=later, version=1, **now) is None
        assert coordination.cancel_meeting(meeting_id=meeting, why="Alba er syg.", **now) is None
    mail.deliver_due(at=home.at)
    subjects = [one.subject for one in django_mail.outbox]
    assert sorted(subjects) == ["Invitation til et møde", "Mødet er aflyst", "Mødet er flyttet"]
    for one in django_mail.outbox:
        assert one.to == ["ole@lager.example"]
        name, calendar, kind = one.attachments[0]
        method = "CANCEL" if "aflyst" in one.subject else "REQUEST"
        assert (name, kind) == ("aftale.ics", f"text/calendar; method={method}")
        assert f"METHOD:{method}" in calendar
        assert "mailto:ole@lager.example" in calendar.replace("\r\n ", "")
        assert not [word for word in SECRET if word in f"{one.subject} {one.body} {calendar}"]
    assert "METHOD:CANCEL" in {one.subject: one for one in django_mail.outbox}["Mødet er aflyst"].attachments[0][1]
    assert told(home, meeting) == {"": False, str(home.citizen.id): False} | {
        "Ole Vang": True,
        "Bo uden adresse": False,
    }


def test_a_relative_gets_a_letter_of_its_own_that_names_nobody(home: Household) -> None:
    sister = home.world.person("Freja", "Skovsgaard")
    meeting = call(home, persons=frozenset({sister}))
    with home.as_system():
        [letter] = Message.objects.filter(kind="notice.meeting_guest")
        assert letter.person_id == sister
        assert letter.title == "Invitation til et møde"
    assert told(home, meeting)[str(sister)]


def test_one_that_did_not_arrive_is_not_told(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refuses:
        def send(self, _envelope: object) -> Trouble:
            return Trouble.UNDELIVERABLE

    monkeypatch.setattr(mail, "mailer", Refuses)
    meeting = call(home, "Ole Vang ole@lager.example")
    assert told(home, meeting)["Ole Vang"]
    mail.deliver_due(at=home.at)
    assert not told(home, meeting)["Ole Vang"]


def test_without_a_mail_server_nobody_is_said_to_be_told(home: Household, settings: LazySettings) -> None:
    settings.MAILER = "none"
    meeting = call(home, "Ole Vang ole@lager.example")
    assert not told(home, meeting)["Ole Vang"]
    with home.as_system():
        assert not Mail.objects.exists()


def test_the_mail_is_seen_by_who_sees_the_case_and_nobody_else(home: Household) -> None:
    call(home, "Ole Vang ole@lager.example")
    for actor, seen in ((home.karen, True), (home.sara, False), (home.citizen, False)):
        with home.as_(actor):
            assert Mail.objects.exists() is seen, actor
