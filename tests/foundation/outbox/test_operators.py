"""Whoever runs the post sees how it goes and never whose it is; a channel can stand still, a letter be helped on."""

from uuid import uuid4

import pytest
from django.conf import LazySettings
from tests.factories.world import World
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import collecting, delivery, jobs, mail, operating
from borgerfokus.foundation.outbox.channels import Notice, NoticeKind, Trouble
from borgerfokus.foundation.outbox.models import ChannelName, Mail, MailWay, Message, MessageState
from borgerfokus.foundation.outbox.operating import Sought, Wish
from borgerfokus.foundation.outbox.results import Outcome
from borgerfokus.foundation.outbox.simulated import Behaviour, SimulatedDigitalPost


@pytest.fixture
def operator(world: World) -> Actor:
    return world.employee("Anders", unit="fjordby", role=Role.ADMINISTRATOR)


def scope(operator: Actor, post: Post):  # type: ignore[no-untyped-def]
    return acting_as(operator, purpose=Purpose.ADMINISTRATION, at=post.at)


def test_an_operator_sees_queues_and_numbers_and_no_row(post: Post, operator: Actor):
    queued = post.queue()
    with scope(operator, post):
        [queue] = operating.queues(by=operator)
        assert (queue.channel, queue.state, queue.number) == ("digital_post", "queued", 1)
        [item] = operating.messages(sought=Sought(), by=operator, most=10)
        assert item.message_id == queued.message_id
        assert not Message.objects.exists()
    told = str(item)
    assert queued.title not in told
    assert "Mads" not in told


def test_others_are_shown_nothing_not_even_by_the_database(post: Post):
    from django.db import connection

    post.queue()
    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=post.at):
        with pytest.raises(Hidden):
            operating.queues(by=post.caseworker)
        with connection.cursor() as cursor:
            cursor.execute(operating._QUEUES)
            assert cursor.fetchall() == []
            cursor.execute(operating._MESSAGES, ["", "", None, "", 10, 0])
            assert cursor.fetchall() == []


def test_found_by_its_number_and_by_its_receipt(post: Post, operator: Actor):
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    collecting.record(Notice(queued.message_id, "DP-4711", NoticeKind.RECEIVED, post.at), at=post.at)
    with scope(operator, post):
        for words in ("DP-4711", str(queued.message_id)):
            [item] = operating.messages(sought=Sought(words=words), by=operator, most=10)
            assert item.state is MessageState.RECEIVED
        assert operating.messages(sought=Sought(words="DP-1"), by=operator, most=10) == []


def test_a_channel_that_stands_still_sends_nothing_and_loses_nothing(post: Post, operator: Actor):
    queued = post.queue()
    with scope(operator, post):
        assert operating.pause(channel=ChannelName.DIGITAL_POST, reason=" ", by=operator, at=post.at) is not None
        assert operating.pause(channel=ChannelName.DIGITAL_POST, reason="Nede.", by=operator, at=post.at) is None
    assert delivery.deliver_due(at=post.at) == 0
    assert delivery.deliver(message_id=queued.message_id, at=post.at) is False
    with scope(operator, post):
        operating.resume(channel=ChannelName.DIGITAL_POST, by=operator, at=post.at)
        with pytest.raises(Hidden):
            operating.resume(channel=ChannelName.DIGITAL_POST, by=operator, at=post.at)
    assert delivery.deliver_due(at=post.at) == 1


def test_tried_again_at_once(post: Post, operator: Actor, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as down:
        channel = SimulatedDigitalPost(Behaviour(unavailable=1.0))
        down.setitem(delivery.DIGITAL, ChannelName.DIGITAL_POST, channel)
        queued = post.queue()
        delivery.deliver_due(at=post.at)
    assert delivery.deliver_due(at=post.at) == 0
    with scope(operator, post):
        assert operating.ask(message_id=queued.message_id, wish=Wish.AGAIN, by=operator, at=post.at) is None
    jobs.wish_again(at=post.at, message_id=str(queued.message_id))
    assert delivery.deliver_due(at=post.at) == 1
    assert post.message(queued.message_id).state == MessageState.SENT


def test_given_to_a_person_it_lies_on_the_desk_of_its_case(post: Post, operator: Actor):
    queued = post.queue()
    with scope(operator, post):
        assert operating.ask(message_id=queued.message_id, wish=Wish.TO_PERSON, by=operator, at=post.at) is None
    jobs.wish_person(at=post.at, message_id=str(queued.message_id))
    failed = post.message(queued.message_id)
    assert (failed.state, failed.last_error) == (MessageState.FAILED, Trouble.BY_HAND)
    assert [told.outcome for told in post.told] == [Outcome.FAILED]
    with scope(operator, post):
        again = operating.ask(message_id=queued.message_id, wish=Wish.AGAIN, by=operator, at=post.at)
        assert again == operating.NOT_NOW
        with pytest.raises(Hidden):
            operating.ask(message_id=uuid4(), wish=Wish.AGAIN, by=operator, at=post.at)


def test_a_wish_that_came_too_late_changes_nothing(post: Post):
    queued = post.queue()
    delivery.deliver_due(at=post.at)
    collecting.record(Notice(queued.message_id, "r", NoticeKind.RECEIVED, post.at), at=post.at)
    for work in (jobs.wish_again, jobs.wish_paper, jobs.wish_person):
        work(at=post.at, message_id=str(queued.message_id))
    assert post.message(queued.message_id).state == MessageState.RECEIVED
    assert SYSTEM.everything


def test_mail_to_others_rests_with_the_channel(post: Post, operator: Actor, settings: LazySettings):
    settings.MAILER = "simulated"
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        for number in (1, 2):
            new = mail.NewMail("test", f"test:{number}", MailWay.E_MAIL, "Ole", "ole@example.dk", "Emne", "Tekst")
            mail.queue(new=new, by=SYSTEM, at=post.at)
        Mail.objects.filter(reference="test:2").update(state="failed", last_error="given_up", next_try_at=None)
    with scope(operator, post):
        assert operating.pause(channel=ChannelName.EMAIL, reason="Nede.", by=operator, at=post.at) is None
        found = operating.mail_queue(by=operator)
        assert (found.waiting, found.failed) == (1, 1)
        assert not Mail.objects.exists()
    assert mail.deliver_due(at=post.at) == 0
    with scope(operator, post):
        operating.resume(channel=ChannelName.EMAIL, by=operator, at=post.at)
        assert operating.ask_mail(by=operator, at=post.at) == 1
    jobs.mail_again(at=post.at, operator_id=operator.id)
    assert mail.deliver_due(at=post.at) == 2


def test_a_letter_that_was_given_up_is_tried_again_also_when_it_is_of_a_case(post: Post, operator: Actor):
    queued = post.queue()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        failed = Message.objects.get(message_id=queued.message_id)
        delivery.fail(failed, trouble=Trouble.GIVEN_UP, at=post.at)
    with scope(operator, post):
        assert operating.ask_all(channel=ChannelName.DIGITAL_POST, by=operator, at=post.at) == 1
    jobs.wish_again(at=post.at, message_id=str(queued.message_id))
    assert delivery.deliver_due(at=post.at) == 1
