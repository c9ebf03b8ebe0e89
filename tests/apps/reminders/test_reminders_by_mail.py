"""Staff are reminded by e-mail: once a day at most, numbers alone, not while they are away, and ended by a click."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.apps.booking.acting import booked, times
from tests.apps.coordination.household import Household

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.reminders import jobs, queries
from borgerfokus.apps.reminders import service as reminders
from borgerfokus.apps.reminders.models import StaffReminder
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.outbox.models import Mail
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.django_db
ALL = reminders.Choice(
    deadlines=True, appointments=True, messages=True, rhythm=reminders.Rhythm.DAILY, language="da"
)
WEEKLY = replace(ALL, rhythm=reminders.Rhythm.WEEKLY)


def chosen(home: Household, by: Actor, choice: reminders.Choice = ALL) -> StaffReminder:
    with home.as_system():
        Employee.objects.filter(pk=by.id).update(email="medarbejder@fjordby.invalid")
    with home.as_(by):
        assert reminders.choose(choice=choice, by=by, at=home.at) is None
        return StaffReminder.objects.get(employee_id=by.id, ended_at__isnull=True)


def monday(home: Household) -> datetime:
    """Seven in the morning of the next Monday but one that is a working day everywhere."""
    ahead = 14 - home.at.weekday()
    return home.at.replace(hour=6, minute=0) + timedelta(days=ahead)


def sent(home: Household, at: datetime) -> list[Mail]:
    jobs.send(at=at)
    with home.as_system():
        return list(Mail.objects.filter(kind="reminder").order_by("queued_at", "mail_id"))


def ask(home: Household) -> None:
    with home.as_(home.citizen):
        new = messages.NewThread(subject="Min ansøgning", message=messages.NewMessage("Hvornår?"))
        assert isinstance(messages.start(case_id=home.support.pk, new=new, by=home.citizen, at=home.at), int)


def test_it_counts_what_waits_and_names_nobody(home: Household) -> None:
    at = monday(home)
    booked(home, home.karen, starts=next(one for one in times(home, home.karen) if day_of(one) == day_of(at)))
    ask(home)
    chosen(home, home.karen)
    with home.as_system():
        Case.objects.filter(pk=home.support.pk).update(next_due=day_of(at) + timedelta(days=2))
        before = Lookup.objects.count()
    (mail,) = sent(home, at)
    for line in ("Du har 1 frist i denne uge.", "Du har 1 aftale i dag.", "1 besked venter på svar."):
        assert line in mail.body, mail.body
    with home.as_system():
        citizen = Person.objects.get(pk=home.citizen.id)
        assert Lookup.objects.count() == before, "nobody is looked up"
    told = f"{mail.subject} {mail.body}"
    for secret in (citizen.given_name, citizen.family_name, home.support.number, "Min ansøgning", "Hvornår"):
        assert secret not in told
    assert mail.case_id is None


def test_once_for_each_day_and_not_at_weekends(home: Household) -> None:
    ask(home)
    chosen(home, home.karen)
    at = monday(home)
    assert sent(home, home.at) == [], "it begins the day after"
    assert len(sent(home, at)) == 1
    assert len(sent(home, at + timedelta(hours=3))) == 1
    assert len(sent(home, at + timedelta(days=1))) == 2
    assert len(sent(home, at + timedelta(days=5))) == 2, "a Saturday"


def test_once_for_each_week(home: Household) -> None:
    ask(home)
    chosen(home, home.karen, WEEKLY)
    at = monday(home)
    assert [len(sent(home, at + timedelta(days=days))) for days in (0, 1, 4, 7)] == [1, 1, 1, 2]


def test_sabotage_a_run_that_forgets_what_it_sent_is_held_by_the_reference(home: Household) -> None:
    ask(home)
    row, at = chosen(home, home.karen), monday(home)
    sent(home, at)
    with home.as_system():
        StaffReminder.objects.filter(pk=row.pk).update(sent_for=None)
    assert len(sent(home, at)) == 1


def test_nothing_waits_and_nothing_is_sent(home: Household) -> None:
    chosen(home, home.karen, replace(ALL, deadlines=False))
    assert sent(home, monday(home)) == []


def test_who_is_away_gets_none_and_gets_it_when_back(home: Household) -> None:
    ask(home)
    chosen(home, home.karen, WEEKLY)
    at = monday(home)
    with home.as_(home.karen):
        away = booking.add_absence(
            starts=at - timedelta(hours=6), ends=at + timedelta(hours=18), by=home.karen, at=home.at
        )
        assert away is None
    assert sent(home, at) == []
    assert len(sent(home, at + timedelta(days=1))) == 1


def test_sabotage_without_the_look_at_absence_it_is_sent(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(home)
    chosen(home, home.karen)
    at = monday(home)
    with home.as_(home.karen):
        booking.add_absence(starts=at - timedelta(hours=6), ends=at + timedelta(hours=18), by=home.karen, at=home.at)
    monkeypatch.setattr(queries, "is_away", lambda **_named: False)
    assert len(sent(home, at)) == 1


def test_a_colleague_who_answers_is_told_instead(home: Household) -> None:
    ask(home)
    colleague = home.world.employee("Tove", unit="voksenteamet")
    only = replace(ALL, deadlines=False, appointments=False)
    for one in (home.karen, colleague):
        chosen(home, one, only)
    at = monday(home)
    assert [one.name for one in sent(home, at)] == ["Karen"]
    with home.as_(home.karen):
        days = day_of(at) + timedelta(days=1)
        new = messages.NewDelegation(
            employee=home.karen.id, to=colleague.id, starts=days, ends=days + timedelta(days=5)
        )
        assert isinstance(messages.delegate(new=new, by=home.karen, at=home.at), int)
    assert [one.name for one in sent(home, at + timedelta(days=1))] == ["Karen", "Tove"]


def test_who_has_left_gets_no_more(home: Household) -> None:
    ask(home)
    chosen(home, home.karen)
    with home.as_system():
        Employee.objects.filter(pk=home.karen.id).update(active=False)
    assert sent(home, monday(home)) == []


def test_one_that_fails_does_not_hold_back_the_others(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(home)
    chosen(home, home.sara)
    row = chosen(home, home.karen)
    real = queries.waiting

    def broken(*, row: StaffReminder, by: Actor, at: datetime) -> object:
        if row.employee_id == home.sara.id:
            raise RuntimeError("broken")
        return real(row=row, by=by, at=at)

    monkeypatch.setattr(queries, "waiting", broken)
    with pytest.raises(Exception, match="1 of 2"):
        sent(home, monday(home))
    with home.as_system():
        assert [one.reference.split(":")[1] for one in Mail.objects.filter(kind="reminder")] == [str(row.pk)]


def test_a_choice_needs_an_address_and_something_to_tell(home: Household) -> None:
    with home.as_(home.karen):
        told = reminders.choose(choice=ALL, by=home.karen, at=home.at)
        assert told is not None
        assert told.code == "reminder_address"
        nothing = replace(ALL, deadlines=False, appointments=False, messages=False)
        told = reminders.choose(choice=nothing, by=home.karen, at=home.at)
        assert told is not None
        assert told.code == "reminder_nothing"
    with home.as_(home.citizen), pytest.raises(Hidden):
        reminders.choose(choice=ALL, by=home.citizen, at=home.at)


def test_a_choice_is_changed_and_ended_by_oneself_alone(home: Household) -> None:
    row = chosen(home, home.karen)
    assert chosen(home, home.karen, WEEKLY).pk == row.pk
    with home.as_(home.sara):
        assert not StaffReminder.objects.exists(), "nobody sees another's"
        reminders.end(by=home.sara, at=home.at)
    with home.as_(home.karen):
        assert reminders.chosen(by=home.karen) is not None
        reminders.end(by=home.karen, at=home.at)
        reminders.end(by=home.karen, at=home.at)
        assert reminders.chosen(by=home.karen) is None
    with home.as_system():
        assert Entry.objects.filter(action="reminder.end").count() == 1


def test_a_link_ends_the_one_it_is_of_and_no_other(home: Household) -> None:
    row, other = chosen(home, home.karen), chosen(home, home.sara)
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=home.at):
        with pytest.raises(Hidden):
            reminders.ask_to_end(reminder_id=other.pk, token=reminders.token_of(row.pk))
        reminders.ask_to_end(reminder_id=row.pk, token=reminders.token_of(row.pk))
        assert not StaffReminder.objects.exists(), "who follows a link sees no rows"
    for _ in range(2):
        jobs.end(at=home.at, reminder_id=row.pk)
    with home.as_system():
        assert list(StaffReminder.objects.filter(ended_at__isnull=True).values_list("pk", flat=True)) == [other.pk]
