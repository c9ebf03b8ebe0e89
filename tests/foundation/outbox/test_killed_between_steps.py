"""Killed between any two steps, or racing with another worker, a letter is neither lost nor sent twice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.foundation.outbox.conftest import Post

from borgerfokus.foundation.outbox import collecting, delivery
from borgerfokus.foundation.outbox.channels import Channel
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState
from borgerfokus.foundation.outbox.results import Outcome
from borgerfokus.foundation.outbox.simulated import BAD_DAY, Behaviour, SimulatedDigitalPost


class Killed(BaseException):
    """The process is gone; no handler of the program sees it."""


def dies(*_: Any, **__: Any) -> None:
    """Stands where the process is killed."""
    raise Killed


def after(work: Callable[..., Any]) -> Callable[..., None]:
    """Do the work, then be killed."""

    def done_and_gone(*args: Any, **more: Any) -> None:
        work(*args, **more)
        raise Killed

    return done_and_gone


def steps() -> dict[str, tuple[object, str, Callable[..., Any]]]:
    """Every place between two steps, as what to replace with what."""
    post = delivery.DIGITAL[ChannelName.DIGITAL_POST]
    return {
        "before the claim": (delivery, "_claim", dies),
        "after the claim": (delivery, "_offer", dies),
        "after the channel took it": (post, "send", after(post.send)),
        "before it is recorded": (delivery, "_settle", dies),
        "while it is recorded": (delivery, "_sent", after(delivery._sent)),
        "after it is recorded": (delivery, "_settle", after(delivery._settle)),
    }


@pytest.mark.parametrize("step", list(steps()))
def test_a_kill_in_the_sending_loses_and_doubles_nothing(post: Post, monkeypatch: pytest.MonkeyPatch, step: str):
    queued = post.queue()
    with monkeypatch.context() as killing:
        killing.setattr(*steps()[step])
        with pytest.raises(Killed):
            delivery.deliver_due(at=post.at)
    later = post.at + delivery.LEASE + timedelta(seconds=1)
    delivery.deliver_due(at=later)
    delivery.deliver_due(at=later)
    assert post.message(queued.message_id).state == MessageState.SENT
    [accepted] = post.accepted()
    assert accepted.message_id == queued.message_id
    collecting.collect_receipts(at=later + timedelta(minutes=2))
    assert [told.outcome for told in post.told] == [Outcome.RECEIVED]


@pytest.mark.parametrize("place", ["_apply", "_ask_later"])
def test_a_kill_in_the_collecting_records_once(post: Post, monkeypatch: pytest.MonkeyPatch, place: str):
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    later = post.at + timedelta(minutes=2)
    with monkeypatch.context() as killing:
        killing.setattr(collecting, place, after(getattr(collecting, place)))
        with pytest.raises(Killed):
            collecting.collect_receipts(at=later)
    collecting.collect_receipts(at=later + timedelta(minutes=5))
    assert post.message(queued.message_id).state == MessageState.RECEIVED
    assert len(post.receipts(queued.message_id)) == 1


def test_the_telling_is_undone_with_the_receipt(post: Post, monkeypatch: pytest.MonkeyPatch):
    """What a listener writes is in the same transaction: a kill after it leaves neither."""
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    with monkeypatch.context() as killing:
        killing.setattr(collecting, "_apply", after(collecting._apply))
        with pytest.raises(Killed):
            collecting.collect_receipts(at=post.at + timedelta(minutes=2))
    assert post.receipts(queued.message_id) == []
    assert post.message(queued.message_id).state == MessageState.SENT


def test_while_one_worker_has_a_letter_no_other_offers_it(post: Post, monkeypatch: pytest.MonkeyPatch):
    post.queue()
    channel = delivery.DIGITAL[ChannelName.DIGITAL_POST]
    real = channel.send
    offered: list[int] = []

    def slow(*args: Any, **more: Any) -> Any:
        offered.append(1)
        assert delivery.deliver_due(at=post.at + delivery.LEASE / 2) == 0
        return real(*args, **more)

    monkeypatch.setattr(channel, "send", slow)
    assert delivery.deliver_due(at=post.at) == 1
    assert offered == [1]


def run_until_settled(post: Post, *, hours: int) -> None:
    """Let the minute job run for so many hours, every ten minutes."""
    at = post.at
    for _ in range(hours * 6):
        delivery.deliver_due(at=at)
        collecting.collect_receipts(at=at)
        at += timedelta(minutes=10)


def test_a_bad_day(post: Post, through: Callable[[Channel], None]):
    """Forty letters through a Digital Post that fails in every way it knows: each comes to exactly one end."""
    through(SimulatedDigitalPost(BAD_DAY))
    queued = {post.queue(number=number).message_id for number in range(40)}
    run_until_settled(post, hours=12)
    ends = {key: post.message(key).state for key in queued}
    assert set(ends.values()) <= {MessageState.RECEIVED, MessageState.READ, MessageState.FAILED}
    assert {row.message_id for row in post.accepted()} == queued
    assert sorted(str(told.message_id) for told in post.told) == sorted(map(str, queued))


def test_without_a_fixed_message_id_the_same_day_would_send_twice(
    post: Post, through: Callable[[Channel], None], monkeypatch: pytest.MonkeyPatch
):
    """The test above can fail: with a new id for each try, as a careless sender makes, letters are doubled."""
    from uuid import uuid4

    real = delivery._parcel

    def careless(message: Message) -> object:
        parcel = real(message)
        assert parcel is not None
        return type(parcel)(uuid4(), parcel.person_id, parcel.title, parcel.content, parcel.attempt)

    monkeypatch.setattr(delivery, "_parcel", careless)
    through(SimulatedDigitalPost(Behaviour(timeout_after_accepting=0.5)))
    for number in range(20):
        post.queue(number=number)
    run_until_settled(post, hours=2)
    assert len(post.accepted()) > 20
