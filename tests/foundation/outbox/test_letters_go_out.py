"""A letter on its way: queued with what it belongs to, sent, received, and told about."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.world import World
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import storage
from borgerfokus.foundation.outbox import collecting, delivery, queries, results, service
from borgerfokus.foundation.outbox.channels import (
    Accepted,
    Channel,
    Declined,
    Notice,
    NoticeKind,
    Parcel,
    Trouble,
    Unavailable,
)
from borgerfokus.foundation.outbox.looping import SomeFailed
from borgerfokus.foundation.outbox.models import ChannelName, MessageState, Receipt
from borgerfokus.foundation.outbox.results import Outcome, on_result
from borgerfokus.foundation.outbox.simulated import Behaviour, SimulatedDigitalPost

SOON = timedelta(minutes=2)


class Fake:
    """A channel that answers as told: a list of answers to `send`, and notices to give."""

    name = ChannelName.DIGITAL_POST

    def __init__(self, *answers: Accepted | Declined | Exception) -> None:
        self.answers = list(answers)
        self.notices: list[Notice] = []
        self.offered: list[Parcel] = []

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        self.offered.append(parcel)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        return [notice for notice in self.notices if notice.message_id in waiting]


def test_from_queue_to_receipt(post: Post):
    queued = post.queue()
    assert (queued.state, queued.channel) == (MessageState.QUEUED, ChannelName.DIGITAL_POST)
    job = ProcrastinateJob.objects.get(task_name="outbox.deliver")
    assert job.args == {"message_id": str(queued.message_id)}
    assert delivery.deliver_due(at=post.at) == 1
    assert post.message(queued.message_id).state == MessageState.SENT
    assert post.told == []
    assert collecting.collect_receipts(at=post.at + SOON) == 1
    received = post.message(queued.message_id)
    assert received.state == MessageState.RECEIVED
    assert received.received_at is not None
    assert post.at < received.received_at < post.at + SOON
    [told] = post.told
    assert (told.outcome, told.reference, told.at) == (Outcome.RECEIVED, "decision:1", received.received_at)
    assert (told.case_id, told.person_id) == (post.case, post.citizen.id)


def test_a_letter_that_is_rolled_back_is_never_sent(post: Post):
    with transaction.atomic():
        post.queue()
        transaction.set_rollback(True)
    assert delivery.deliver_due(at=post.at + SOON) == 0
    assert post.accepted() == []


def test_only_whoever_asked_for_the_kind_is_told(post: Post):
    other: list[object] = []
    on_result(kind_prefix="notice", listener=other.append)
    post.queue(kind="decision_letter")
    delivery.deliver_due(at=post.at)
    collecting.collect_receipts(at=post.at + SOON)
    assert len(post.told) == 1
    assert other == []


def test_a_listener_that_fails_leaves_the_receipt_to_come_again(post: Post):
    def fails(_: object) -> None:
        raise RuntimeError("not now")

    queued = post.queue()
    delivery.deliver_due(at=post.at)
    on_result(kind_prefix="decision", listener=fails)
    with pytest.raises(SomeFailed):
        collecting.collect_receipts(at=post.at + SOON)
    assert post.message(queued.message_id).state == MessageState.SENT
    assert post.receipts(queued.message_id) == []
    results._listeners.pop()
    assert collecting.collect_receipts(at=post.at + SOON * 2) == 1


def test_the_same_receipt_again_changes_nothing(post: Post, through: Callable[[Channel], None]):
    through(SimulatedDigitalPost(Behaviour(repeats_receipts=1.0)))
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    assert collecting.collect_receipts(at=post.at + SOON) == 1
    notice = Notice(queued.message_id, f"{queued.message_id}-r", NoticeKind.RECEIVED, post.at)
    assert collecting.record(notice, at=post.at + SOON * 2) is False
    assert len(post.told) == len(post.receipts(queued.message_id)) == 1


def test_receipts_out_of_order(post: Post):
    """Read comes before received: the letter is received when it was read, and stays read."""
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    read = Notice(queued.message_id, "o", NoticeKind.READ, post.at + timedelta(hours=2))
    received = Notice(queued.message_id, "r", NoticeKind.RECEIVED, post.at + timedelta(hours=1))
    assert collecting.record(read, at=post.at + timedelta(hours=3))
    assert collecting.record(received, at=post.at + timedelta(hours=4))
    message = post.message(queued.message_id)
    assert (message.state, message.received_at) == (MessageState.READ, read.at)
    assert len(post.told) == 1
    assert len(post.receipts(queued.message_id)) == 2


def test_a_receipt_that_arrives_before_the_channels_answer_is_recorded(post: Post):
    queued = post.queue()
    assert collecting.record(Notice(queued.message_id, "r", NoticeKind.RECEIVED, post.at), at=post.at)
    assert delivery.deliver_due(at=post.at + SOON) == 0
    assert post.message(queued.message_id).state == MessageState.RECEIVED


def test_a_receipt_for_a_letter_that_is_not_ours_is_left(post: Post):
    assert not collecting.record(Notice(UUID(int=1), "r", NoticeKind.RECEIVED, post.at), at=post.at)


def test_a_channel_that_is_down_is_tried_later_and_later(post: Post, through: Callable[[Channel], None]):
    channel = Fake(Unavailable(Trouble.UNAVAILABLE))
    through(channel)
    queued = post.queue()
    at = post.at
    waits: list[timedelta] = []
    for _ in range(8):
        assert delivery.deliver_due(at=at) == 1
        assert delivery.deliver_due(at=at) == 0
        next_try = post.message(queued.message_id).next_try_at
        assert next_try is not None
        waits.append(next_try - at)
        at = next_try
    assert waits == [timedelta(minutes=number) for number in (1, 2, 4, 8, 16, 32, 60, 60)]
    assert {parcel.message_id for parcel in channel.offered} == {queued.message_id}
    assert post.message(queued.message_id).last_error == "unavailable"


@pytest.mark.parametrize("fault", [Unavailable(Trouble.TIMEOUT), ValueError("010190-1234 Mads Ellekjær")])
def test_a_letter_that_never_gets_through_ends_on_somebodys_desk(
    post: Post, through: Callable[[Channel], None], fault: Exception, caplog: pytest.LogCaptureFixture
):
    through(Fake(fault))
    queued = post.queue()
    at = post.at
    for _ in range(delivery.MAX_ATTEMPTS):
        delivery.deliver_due(at=at)
        at += timedelta(hours=1)
    message = post.message(queued.message_id)
    assert (message.state, message.last_error) == (MessageState.FAILED, "given_up")
    assert [told.outcome for told in post.told] == [Outcome.FAILED]
    assert "Ellekjær" not in caplog.text


def test_a_letter_given_up_that_was_taken_after_all_becomes_received(
    post: Post, through: Callable[[Channel], None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(delivery, "MAX_ATTEMPTS", 1)
    through(SimulatedDigitalPost(Behaviour(timeout_after_accepting=1.0)))
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    assert post.message(queued.message_id).state == MessageState.FAILED
    collecting.collect_receipts(at=post.at + timedelta(hours=2))
    assert post.message(queued.message_id).state == MessageState.RECEIVED
    assert [told.outcome for told in post.told] == [Outcome.FAILED, Outcome.RECEIVED]


def test_one_that_fails_does_not_hold_back_the_others(post: Post, monkeypatch: pytest.MonkeyPatch):
    bad, good = post.queue(), post.queue(number=2)
    real = delivery._settle

    def settle(message_id: UUID, answer: Accepted | Declined, *, at: datetime) -> None:
        if message_id == bad.message_id:
            raise RuntimeError
        real(message_id, answer, at=at)

    monkeypatch.setattr(delivery, "_settle", settle)
    with pytest.raises(SomeFailed):
        delivery.deliver_due(at=post.at)
    assert post.message(good.message_id).state == MessageState.SENT


def test_a_letter_whose_file_is_gone_is_on_somebodys_desk(post: Post):
    queued = post.queue()
    for blob in storage.blobs():
        blob.unlink()
    delivery.deliver_due(at=post.at)
    message = post.message(queued.message_id)
    assert (message.state, message.last_error) == (MessageState.FAILED, "no_file")
    assert [told.outcome for told in post.told] == [Outcome.FAILED]


def test_a_letter_that_cannot_be_delivered_comes_back(post: Post, through: Callable[[Channel], None]):
    through(SimulatedDigitalPost(Behaviour(undeliverable=1.0)))
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    collecting.collect_receipts(at=post.at + SOON)
    assert post.message(queued.message_id).state == MessageState.FAILED
    assert [(told.outcome, told.trouble) for told in post.told] == [(Outcome.FAILED, "undeliverable")]


def test_a_failed_letter_can_be_handed_over(post: Post, through: Callable[[Channel], None]):
    through(Fake(Declined(Trouble.UNDELIVERABLE)))
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    later = post.at + timedelta(days=1)
    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=later):
        service.hand_over(message_id=queued.message_id, by=post.caseworker, at=later)
        with pytest.raises(service.NotFailed):
            service.hand_over(message_id=queued.message_id, by=post.caseworker, at=later)
    assert [told.outcome for told in post.told] == [Outcome.FAILED, Outcome.HANDED_TO_PERSON]
    assert post.told[-1].at == later
    assert not collecting._collect(delivery.DIGITAL[ChannelName.DIGITAL_POST], at=later)


def test_receipts_cannot_be_changed(post: Post):
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    collecting.collect_receipts(at=post.at + SOON)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at), transaction.atomic():
        for change in (
            lambda: Receipt.objects.update(kind="read"),
            lambda: Receipt.objects.filter(message_id=queued.message_id)._raw_delete("default"),
        ):
            with pytest.raises(Exception, match=r"denied|append-only"), transaction.atomic():
                change()


def test_who_sees_a_letter(post: Post, world: World):
    queued = post.queue()
    stranger = world.citizen("Bo", "Holm")
    elsewhere = world.employee("Ole", unit="ydelsesteamet")
    for actor, seen in ((post.caseworker, 1), (post.citizen, 1), (stranger, 0), (elsewhere, 0), (post.printer, 0)):
        with acting_as(actor, purpose=Purpose.CASEWORK, at=post.at):
            assert len(queries.of_case(post.case)) == seen, actor
            assert len(queries.by_reference([queued.reference])) == seen
