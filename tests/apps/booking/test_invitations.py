"""Who has chosen e-mail gets the time of an appointment for the calendar, and nothing of what it is about."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail as django_mail
from icalendar import Calendar
from tests.apps.booking.acting import booked, in_days, row
from tests.apps.coordination.household import Household
from tests.apps.coordination.test_guests import call

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.booking.words import Place
from borgerfokus.foundation.outbox import delivery, ways
from borgerfokus.foundation.outbox.codes import code_of
from borgerfokus.foundation.outbox.mailers import SmtpMailer
from borgerfokus.foundation.outbox.models import ChannelName, Message, NoticeWay, WayKind
from borgerfokus.foundation.outbox.wires import EmailByMailer

pytestmark = pytest.mark.django_db
SECRET = ("Karen", "Alba", "Skovsgaard", "Opfølgning", "Telefon", "2026-")


@pytest.fixture(autouse=True)
def by_mail(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MAILER = "smtp"
    monkeypatch.setitem(delivery.DIGITAL, ChannelName.EMAIL, EmailByMailer(SmtpMailer()))


def choose(home: Household, kind: WayKind, address: str) -> None:
    with home.as_(home.citizen):
        way = ways.choose(channel=kind, address=address, by=home.citizen, at=home.at)
        assert isinstance(way, NoticeWay), way
        assert ways.confirm(way_id=way.pk, code=code_of(way), by=home.citizen, at=home.at) is None
    delivery.deliver_due(at=home.at)
    django_mail.outbox.clear()


def test_booked_moved_and_cancelled_come_as_invitations_that_say_when_and_no_more(home: Household) -> None:
    choose(home, WayKind.EMAIL, "alba@example.dk")
    choose(home, WayKind.SMS, "20 00 00 01")
    made = booked(home, home.karen, place=Place.PHONE)
    with home.as_(home.karen):
        now = {"appointment_id": made.pk, "by": home.karen, "at": home.at}
        assert booking.move(starts=in_days(home, 4), version=1, **now) is None
        assert booking.cancel(why="Alba er syg.", version=2, **now) is None
    delivery.deliver_due(at=home.at)
    sent = sorted(_read(one) for one in django_mail.outbox)
    assert [(sequence, method) for sequence, method, _uid in sent] == [(0, "REQUEST"), (1, "REQUEST"), (2, "CANCEL")]
    assert len({uid for _sequence, _method, uid in sent}) == 1
    with home.as_system():
        assert not Message.objects.filter(channel=ChannelName.SMS).exclude(calendar="").exists()


def _read(mail: object) -> tuple[int, str, str]:
    """Sequence, method and id of the invitation in a mail, whose part says the method too (RFC 6047)."""
    name, text, kind = mail.attachments[0]  # type: ignore[attr-defined]
    calendar = Calendar.from_ical(text)
    event = calendar.walk("VEVENT")[0]
    assert (name, kind) == ("aftale.ics", f"text/calendar; method={calendar['method']}")
    assert f'method="{calendar["method"]}"' in mail.message().as_string()  # type: ignore[attr-defined]
    assert str(event["attendee"]) == "mailto:alba@example.dk"
    assert str(event["organizer"]).startswith("mailto:")
    words = f"{mail.subject} {mail.body} {event['summary']} {event.get('location', '')} {event.get('description', '')}"  # type: ignore[attr-defined]
    assert not [word for word in SECRET if word in words]
    return int(event["sequence"]), str(calendar["method"]), str(event["uid"])


def test_the_reminder_and_other_news_carry_no_calendar(home: Household) -> None:
    choose(home, WayKind.EMAIL, "alba@example.dk")
    made = booked(home, home.karen)
    delivery.deliver_due(at=home.at)
    django_mail.outbox.clear()
    booking.remind(at=made.starts - timedelta(hours=30))
    delivery.deliver_due(at=made.starts)
    assert row(home, made.pk).reminded_at is not None
    assert [one.attachments for one in django_mail.outbox] == [[]]


def test_joint_meetings_stand_in_the_feed_of_whoever_is_invited_and_of_nobody_else(home: Household) -> None:
    meeting = call(home, persons=frozenset())
    found = {}
    for who in (home.citizen, home.karen, home.sara, home.leader):
        with home.as_(who):
            token = booking.make_feed(by=who, at=home.at)
            found[who.id, who.is_citizen] = coordination.meetings_in_feed(
                token_hash=booking.hashed(token), summary="Møde", at=home.at
            )
    assert [len(one) for one in found.values()] == [1, 1, 1, 0]
    [entry] = found[home.sara.id, False]
    assert entry.uid == f"meeting-{meeting}@borgerfokus"
    assert (entry.summary, entry.description, entry.location, entry.url) == ("Møde", "", "", "")
