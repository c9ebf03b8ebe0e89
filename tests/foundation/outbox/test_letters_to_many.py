"""The same letter to many: all or nothing, approved by another, paused, cancelled, and never sent twice."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.factories.world import World
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import batches, collecting, delivery, forgetting, merging, queueing, reading
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import BatchEntry, BatchState, LetterBatch, Message, MessageState
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Address, Person


class Sending:
    """Somebody who writes a letter to many, and somebody who approves it."""

    def __init__(self, world: World, post: Post) -> None:
        self.world, self.post, self.at = world, post, post.at
        self.writer = world.employee("Rikke", unit="fjordby", role=Role.RECEPTION)
        self.approver = world.employee("Torben", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True)

    def begin(self, persons: Sequence[int], *, body: str = "Kære {navn}\n\nVi har nye åbningstider.") -> int:
        with acting_as(self.writer, purpose=Purpose.CASEWORK, at=self.at):
            written = batches.Written("Nye åbningstider", body)
            batch = batches.begin(written=written, sender="Borgerservice", by=self.writer, at=self.at)
            assert isinstance(batch, LetterBatch), batch
            receivers = [batches.Receiver(number) for number in persons]
            refused = batches.give(
                batch_id=batch.pk, receivers=receivers, columns=(), source="test", by=self.writer, at=self.at
            )
            assert refused is None, refused
        return batch.pk

    def act(self, verb: str, batch_id: int, *, by: Actor | None = None, **more: Any) -> Any:
        who = by or self.writer
        with acting_as(who, purpose=Purpose.CASEWORK, at=self.at):
            if verb == "approve":
                more["version"] = batches.find(batch_id=batch_id, by=who).version
            return getattr(batches, verb)(batch_id=batch_id, by=who, at=self.at, **more)

    def approved(self, persons: Sequence[int]) -> int:
        batch_id = self.begin(persons)
        assert self.act("submit", batch_id) is None
        assert self.act("approve", batch_id, by=self.approver) is None
        return batch_id

    def letters(self, batch_id: int) -> dict[int, Message]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return {row.person_id: row for row in Message.objects.filter(batch_id=batch_id, way__isnull=True)}

    def person(self, **changes: object) -> int:
        number = self.world.person("Bo", "Lund")
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            Person.objects.filter(pk=number).update(**changes or {"note": ""})
            Address.objects.create(
                person_id=number, street="Gamle Vej 1", postcode="9999", city="Fjordby", municipality="0999",
                starts="2020-01-01",
            )
        return number

    def cpr(self, person_id: int) -> str:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at) as scope:
            scope.include_persons([person_id])
            return people.cpr_of(person_id=person_id).digits


@pytest.fixture
def sending(world: World, post: Post) -> Sending:
    return Sending(world, post)


def test_from_the_list_to_the_letter(sending: Sending):
    persons = [sending.person() for _one in range(3)]
    batch_id = sending.approved(persons)
    assert queueing.queue_some(at=sending.at) == 3
    assert queueing.queue_some(at=sending.at) == 0
    assert delivery.deliver_due(at=sending.at) == 3
    letter = sending.letters(batch_id)[persons[0]]
    assert letter.state == MessageState.SENT
    citizen = people.actor_for(person_id=persons[0], name="Bo Lund", at=sending.at)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=sending.at):
        [mine] = reading.to_persons([persons[0]], newest=5)
        opened = reading.open_letter(mine, by=citizen, at=sending.at)
    assert isinstance(opened, files.Opened)
    assert opened.content.startswith(b"%PDF")


def test_letters_of_no_case_are_forgotten_with_their_files_when_their_time_is_over(sending: Sending):
    persons = [sending.person() for _one in range(2)]
    batch_id = sending.approved(persons)
    of_a_case = sending.post.queue()
    queueing.queue_some(at=sending.at)
    delivery.deliver_due(at=sending.at)
    collecting.collect_receipts(at=sending.at + timedelta(hours=1))
    for days, gone in ((700, 0), (800, 2)):
        later = sending.at + timedelta(days=days)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=later):
            assert forgetting.forget(by=SYSTEM, at=later) == gone
    assert sending.letters(batch_id) == {}
    assert sending.post.message(of_a_case.message_id).case_id == sending.post.case
    with pytest.raises(DatabaseError), acting_as(sending.writer, purpose=Purpose.CASEWORK, at=sending.at):
        forgetting.forget(by=sending.writer, at=sending.at)


def test_nobody_approves_their_own(sending: Sending):
    batch_id = sending.begin([sending.person()])
    assert sending.act("approve", batch_id, by=sending.approver) == batches.NOT_WAITING
    assert sending.act("submit", batch_id) is None
    assert sending.act("approve", batch_id) == batches.OWN
    with (
        acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at),
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        LetterBatch.objects.filter(pk=batch_id).update(approved_by=sending.writer.subject, approved_at=sending.at)
    with pytest.raises(Hidden):
        sending.act("approve", batch_id, by=sending.post.caseworker)
    assert queueing.queue_some(at=sending.at) == 0


def test_the_list_is_all_or_nothing_with_faults_by_row(sending: Sending):
    batch_id = sending.begin([sending.person()])
    known = [sending.cpr(sending.person()) for _one in range(2)]
    text = f"cpr;beløb\n{known[0]};100\n0000000000;5\n{known[1]}\n{known[0]};7\n6101991234;1\n"
    faults = sending.act("give_file", batch_id, content=text.encode(), name="liste.csv")
    assert [fault.row for fault in faults] == [3, 4, 5]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        assert LetterBatch.objects.get(pk=batch_id).source == "test"
    unknown = f"cpr;beløb\n{known[0]};100\n6101991234;1\n"
    assert [one.row for one in sending.act("give_file", batch_id, content=unknown.encode(), name="l.csv")] == [3]
    good = f"cpr;beløb\n{known[0]};100\n{known[1]};200\n"
    assert sending.act("give_file", batch_id, content=good.encode(), name="liste.csv") == ()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        assert [row.values for row in BatchEntry.objects.order_by("number")] == [["100"], ["200"]]


@pytest.mark.parametrize("text", ["", "navn\nBo\n", "cpr;cpr\n1;2\n", "cpr;Ø!\n1;2\n", "cpr\n"])
def test_a_file_that_is_no_list_says_why(text: str):
    assert merging.read(text.encode()).faults
    assert merging.read(b"\xff\xfe\x00").faults


def test_a_name_that_no_column_answers_to_is_found_before_the_approval(sending: Sending):
    batch_id = sending.begin([sending.person()], body="Kære {navn}. Du skylder {beløb} kr.")
    refused = sending.act("submit", batch_id)
    assert isinstance(refused, Refusal)
    assert "beløb" in refused.text.da


def test_what_a_line_says_is_never_read_as_a_name():
    assert merging.filled("{a} {b}", {"a": "{b}", "b": "x"}) == "{b} x"


def test_dead_exempt_and_moved(sending: Sending):
    dead = sending.person(died_on=sending.at.date())
    exempt = sending.person(digital_post_exempt=True)
    batch_id = sending.approved([dead, exempt])
    queueing.queue_some(at=sending.at)
    letters = sending.letters(batch_id)
    assert (letters[dead].state, letters[dead].last_error) == (MessageState.FAILED, Trouble.DEAD)
    assert (letters[exempt].channel, letters[exempt].state) == ("paper", MessageState.QUEUED)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        Address.objects.filter(person_id=exempt).update(street="Nye Vej 2")
    from tests.foundation.outbox.test_print_runs import package_of, text_of

    [text] = [text_of(content) for name, content in package_of(sending.post).items() if name.endswith(".pdf")]
    assert "Nye Vej 2" in text


def test_paused_nothing_moves_and_resumed_it_goes_on(sending: Sending):
    persons = [sending.person(), sending.person(digital_post_exempt=True)]
    batch_id = sending.approved(persons)
    assert sending.act("pause", batch_id) is None
    assert queueing.queue_some(at=sending.at) == 0
    assert sending.act("resume", batch_id) is None
    queueing.queue_some(at=sending.at)
    assert sending.act("pause", batch_id) is None
    assert delivery.deliver_due(at=sending.at) == 0
    with acting_as(sending.post.printer, purpose=Purpose.ADMINISTRATION, at=sending.at):
        from borgerfokus.foundation.outbox import service

        assert service.print_queue(by=sending.post.printer) == []
    assert sending.act("resume", batch_id) is None
    assert delivery.deliver_due(at=sending.at) == 1


def test_cancelled_what_nobody_has_offered_is_never_sent(sending: Sending, monkeypatch: pytest.MonkeyPatch):
    persons = [sending.person() for _one in range(4)]
    batch_id = sending.approved(persons)
    monkeypatch.setattr(queueing, "CHUNK", 2)
    queueing.queue_some(at=sending.at, chunks=1)
    first = sending.letters(batch_id)[persons[0]]
    delivery.deliver(message_id=first.message_id, at=sending.at)
    assert sending.act("cancel", batch_id) == 1
    assert queueing.queue_some(at=sending.at) == 0
    assert delivery.deliver_due(at=sending.at + timedelta(hours=1)) == 0
    states = {number: row.state for number, row in sending.letters(batch_id).items()}
    assert states == {persons[0]: MessageState.SENT, persons[1]: MessageState.CANCELLED}
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        assert LetterBatch.objects.get(pk=batch_id).state == BatchState.CANCELLED


def test_killed_between_any_two_steps_no_letter_is_there_twice(sending: Sending, monkeypatch: pytest.MonkeyPatch):
    from tests.foundation.outbox.test_killed_between_steps import Killed, after

    persons = [sending.person() for _one in range(4)]
    batch_id = sending.approved(persons)
    monkeypatch.setattr(queueing, "CHUNK", 2)
    for place in ("_letters", "_notices", "_tell"):
        with monkeypatch.context() as killing:
            killing.setattr(queueing, place, after(getattr(queueing, place)))
            with pytest.raises(Killed):
                queueing.queue_some(at=sending.at)
    assert sending.letters(batch_id) == {}
    queueing.queue_some(at=sending.at)
    assert sorted(sending.letters(batch_id)) == sorted(persons)


def test_without_a_fixed_message_id_the_same_kill_would_double(sending: Sending, monkeypatch: pytest.MonkeyPatch):
    """The promise can fail: letters with a new id each time, and a list that forgets how far it was."""
    from uuid import uuid4

    person = sending.person()
    batch_id = sending.approved([person])
    queueing.queue_some(at=sending.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        BatchEntry.objects.update(queued_at=None)
    with pytest.raises(IntegrityError):
        queueing.queue_some(at=sending.at)
    real = queueing._letter

    def careless(*args: Any, **more: Any) -> Message:
        message = real(*args, **more)
        message.message_id = uuid4()
        return message

    monkeypatch.setattr(queueing, "_letter", careless)
    queueing.queue_some(at=sending.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        assert Message.objects.filter(batch_id=batch_id).count() == 2


def test_a_mass_letter_waits_for_everybodys_own(sending: Sending, monkeypatch: pytest.MonkeyPatch):
    sending.approved([sending.person() for _one in range(3)])
    queueing.queue_some(at=sending.at)
    own = sending.post.queue()
    monkeypatch.setattr(delivery, "BATCH", 1)
    delivery.deliver_due(at=sending.at)
    assert sending.post.message(own.message_id).state == MessageState.SENT


def test_a_letter_that_came_back_is_made_anew_with_the_new_address(sending: Sending):
    from tests.foundation.outbox.test_print_runs import package_of, text_of

    from borgerfokus.foundation.outbox import printing, service

    person, printer = sending.person(digital_post_exempt=True), sending.post.printer
    batch_id = sending.approved([person])
    queueing.queue_some(at=sending.at)
    package_of(sending.post)
    letter = sending.letters(batch_id)[person]
    with acting_as(printer, purpose=Purpose.ADMINISTRATION, at=sending.at):
        [run] = printing.runs(by=printer, newest=1)
        printing.send_run(run_id=run.pk, by=printer, at=sending.at)
        assert printing.note_returned(number="ffffffff", by=printer, at=sending.at) is False
        assert printing.note_returned(number=str(letter.message_id)[:8], by=printer, at=sending.at)
    assert sending.letters(batch_id)[person].last_error == Trouble.RETURNED
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        Address.objects.filter(person_id=person).update(street="Nye Vej 2")
    with acting_as(sending.writer, purpose=Purpose.CASEWORK, at=sending.at):
        service.send_on_paper(message_id=letter.message_id, by=sending.writer, at=sending.at)
    [text] = [text_of(content) for name, content in package_of(sending.post).items() if name.endswith(".pdf")]
    assert "Nye Vej 2" in text


def test_a_caseworker_prints_the_letter_of_an_own_case(sending: Sending):
    """The text and the line are shown to whoever prints the letter, and to nobody else."""
    from borgerfokus.foundation.outbox import service

    post = sending.post
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=sending.at):
        Person.objects.filter(pk=post.citizen.id).update(digital_post_exempt=True)
    with acting_as(sending.writer, purpose=Purpose.CASEWORK, at=sending.at):
        written = batches.Written("Nyt", "Kære {navn}. Du får {beløb} kr.")
        batch = batches.begin(written=written, sender="Borgerservice", by=sending.writer, at=sending.at)
        assert isinstance(batch, LetterBatch)
        receiver = batches.Receiver(post.citizen.id, post.case, ("4711",))
        batches.give(
            batch_id=batch.pk, receivers=[receiver], columns=("beløb",), source="", by=sending.writer, at=sending.at
        )
    sending.act("submit", batch.pk)
    sending.act("approve", batch.pk, by=sending.approver)
    queueing.queue_some(at=sending.at)
    from tests.foundation.outbox.test_print_runs import text_of

    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=sending.at):
        [waiting] = service.print_queue(by=post.caseworker)
        opened = service.open_for_print(message_id=waiting.message_id, by=post.caseworker, at=sending.at)
    assert isinstance(opened, files.Opened)
    assert "4711 kr." in text_of(opened.content)
