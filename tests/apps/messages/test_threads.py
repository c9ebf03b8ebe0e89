"""Threads: started by either side, the promise runs while the citizen waits, and all of it stands in the journal."""

from datetime import timedelta

import pytest
from tests.apps.messages.correspondence import Correspondence

from borgerfokus.apps.casework.models import Event, EventPayload
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.models import CaseMessage, Reading
from borgerfokus.core.access import Relation, Scope
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, Power
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.django_db
SECRET = "Jeg har fået en ny diagnose."


def test_a_question_starts_the_clock_and_an_answer_stops_it_and_is_measured(there: Correspondence) -> None:
    number = there.ask()
    waiting = there.thread(number)
    assert waiting.waits_since == there.at
    assert waiting.due is not None
    assert waiting.due > day_of(there.at)
    assert there.write(number, "Et tillægsspørgsmål.", by=there.citizen, days=1) is None
    assert there.thread(number).due == waiting.due, "a second question moves no promise"
    assert there.write(number, "Du får svar på mandag.", by=there.karen, days=20) is None
    assert there.thread(number).due is None
    with there.as_system():
        answer = CaseMessage.objects.get(thread=number, side="staff")
    assert (answer.answers_since, answer.answers_due, answer.kept) == (there.at, waiting.due, False)
    assert answer.working_days is not None
    assert answer.working_days >= 12


def test_what_is_written_stands_in_the_journal_and_never_in_the_log(there: Correspondence) -> None:
    number = there.ask(SECRET)
    assert there.write(number, "Tak, det skriver jeg ind.", by=there.karen) is None
    with there.as_system():
        entries = Entry.objects.filter(case=there.case, kind="message").order_by("id")
        assert [entry.author for entry in entries] == [there.citizen.subject, there.karen.subject]
        assert EntryText.objects.filter(entry__in=entries, body=SECRET).exists()
        kinds = list(Event.objects.filter(case=there.case, kind__startswith="message.").values_list("kind", flat=True))
        said = str(list(EventPayload.objects.filter(case_id=there.case.pk).values_list("payload", flat=True)))
    assert kinds == ["message.asked", "message.answered"]
    assert SECRET not in said
    assert "Min ansøgning" not in said


def test_a_message_is_never_withheld(there: Correspondence) -> None:
    there.ask(SECRET)
    with there.as_(there.karen) as at:
        entry = Entry.objects.get(case=there.case, kind="message")
        why = journal.Withholding(ground="x", article="y", review_on=day_of(at) + timedelta(days=9))
        refusal = journal.withhold(entry_id=entry.pk, why=why, by=there.karen, at=at)
    assert refusal is not None
    assert refusal.code == "message_is_open"


def test_the_notice_says_that_there_is_a_message_and_nothing_of_it(there: Correspondence) -> None:
    number = there.ask("Hvornår?", by=there.karen)
    assert there.write(number, SECRET, by=there.karen) is None
    with there.as_system():
        assert Notice.objects.filter(case=there.case, kind="message").count() == 1, "one is enough until it is read"
        notice = Notice.objects.get(case=there.case, kind="message")
        text = EntryText.objects.get(entry_id=notice.entry_id)
    for word in (SECRET, "Min ansøgning", "Hvornår?", there.case.title):
        assert word not in text.body + text.title
    with there.as_(there.citizen) as at:
        thread = messages.find(thread_id=number, case_id=None, by=there.citizen, at=at)
        messages.note_read(thread=thread, by=there.citizen, at=at)
    assert there.write(number, "Mere nyt.", by=there.karen) is None
    with there.as_system():
        assert Notice.objects.filter(case=there.case, kind="message").count() == 2


def test_whoever_is_exempt_gets_the_words_on_paper(there: Correspondence) -> None:
    with there.as_system():
        Person.objects.filter(pk=there.citizen.id).update(digital_post_exempt=True)
    there.ask(SECRET, by=there.karen)
    with there.as_system():
        notice = Notice.objects.get(case=there.case, kind="message")
        assert SECRET in EntryText.objects.get(entry_id=notice.entry_id).body


def test_staff_answer_before_they_close_and_writing_opens_again(there: Correspondence) -> None:
    number = there.ask()
    with there.as_(there.karen) as at:
        refusal = messages.close(thread_id=number, by=there.karen, at=at)
    assert isinstance(refusal, Refusal)
    assert there.write(number, "Svar.", by=there.karen) is None
    with there.as_(there.karen) as at:
        assert messages.close(thread_id=number, by=there.karen, at=at) is None
        assert messages.close(thread_id=number, by=there.karen, at=at) is None
    assert there.thread(number).closed_at == there.at
    assert there.write(number, "Én ting til.", by=there.citizen) is None
    assert there.thread(number).closed_at is None
    with there.as_(there.citizen) as at:
        assert messages.close(thread_id=number, by=there.citizen, at=at) is None
    assert there.thread(number).due is None
    with there.as_(there.citizen) as at:
        messages.reopen(thread_id=number, by=there.citizen, at=at)
    with there.as_system():
        kinds = Event.objects.filter(case=there.case, kind__in=("message.closed", "message.reopened")).order_by("seq")
        assert [one.kind.split(".")[1] for one in kinds] == ["closed", "reopened", "closed", "reopened"]


@pytest.mark.parametrize(("text", "code"), [("  ", "message_empty"), ("x" * 10_001, "message_long")])
def test_what_cannot_be_sent_is_told(there: Correspondence, text: str, code: str) -> None:
    number = there.ask()
    refusal = there.write(number, text, by=there.karen)
    assert refusal is not None
    assert refusal.code == code


def test_who_has_no_part_in_the_case_neither_reads_nor_writes(there: Correspondence) -> None:
    number = there.ask()
    for who in (there.stranger, there.world.citizen("Frida", "Holm")):
        with pytest.raises(Hidden):
            there.write(number, "Hej", by=who)
        with there.as_(who) as at, pytest.raises(Hidden):
            messages.find(thread_id=number, case_id=None, by=who, at=at)


@pytest.mark.parametrize(("scope", "writes"), [(Scope.READ, False), (Scope.ACT, True)])
def test_a_power_writes_where_it_covers_acting(there: Correspondence, scope: Scope, writes: bool) -> None:
    number = there.ask()
    base = there.world.citizen("Helle", "Bak")
    helper = Actor(
        kind=base.kind,
        id=base.id,
        name=base.name,
        verbs=base.verbs,
        persons=frozenset({base.id, there.citizen.id}),
        powers=(Power(person_id=there.citizen.id, relation=Relation.ATTORNEY, scopes=frozenset({scope})),),
        subjects=frozenset({f"person:{base.id}", f"person:{there.citizen.id}"}),
    )
    with there.as_(helper) as at:
        opened = messages.open_thread(thread_id=number, case_id=there.case.pk, by=helper, at=at)
        assert opened.messages[0].text == "Hvornår får jeg svar?"
    if writes:
        assert there.write(number, "Jeg skriver for Mads.", by=helper) is None
    else:
        with pytest.raises(Hidden):
            there.write(number, "Jeg skriver for Mads.", by=helper)


def test_reading_is_kept_for_each_reader_and_side(there: Correspondence) -> None:
    number = there.ask()
    with there.as_(there.karen) as at:
        rows = messages.threads_of(case_id=there.case.pk)
        assert messages.unread(threads=rows, by=there.karen) == {number}
        messages.note_read(thread=rows[0], by=there.karen, at=at)
        assert messages.unread(threads=rows, by=there.karen) == frozenset()
        assert messages.unread(threads=rows, by=there.sara) == {number}
    with there.as_system():
        assert set(Reading.objects.values_list("side", "number")) == {("citizen", 1), ("staff", 1)}
