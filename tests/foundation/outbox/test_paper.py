"""Whoever is exempt from Digital Post gets paper: printed by a person, presumed received by the rules."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.factories.world import World
from tests.foundation.files.builders import PDF
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.core.rules import Parameters
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files.service import Opened, UnknownFile
from borgerfokus.foundation.outbox import collecting, delivery, service
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState
from borgerfokus.foundation.outbox.paper import presumed_on
from borgerfokus.foundation.outbox.results import Outcome
from borgerfokus.foundation.people.models import Person

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def exempt(post: Post, **changes: object) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        Person.objects.filter(id=post.citizen.id).update(**(changes or {"digital_post_exempt": True}))


def printed(post: Post, by: Actor, at: datetime) -> int:
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        waiting = service.print_queue(by=by)
        return service.mark_printed(message_ids=[row.message_id for row in waiting], by=by, at=at)


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        (datetime(2026, 11, 23, 12, tzinfo=COPENHAGEN), date(2026, 12, 1)),
        (datetime(2026, 11, 20, 23, 30, tzinfo=COPENHAGEN), date(2026, 11, 30)),
        (datetime(2026, 12, 22, 9, tzinfo=COPENHAGEN), date(2027, 1, 5)),
        (datetime(2026, 3, 31, 9, tzinfo=COPENHAGEN), date(2026, 4, 13)),
    ],
)
def test_six_working_days_after_dispatch(sent: datetime, received: date):
    """Over a weekend, from a late evening, over Christmas and over Easter."""
    assert presumed_on(sent_at=sent, parameters=Parameters.load()) == received


def test_an_exempt_citizen_gets_paper(post: Post):
    exempt(post)
    queued = post.queue()
    assert queued.channel is ChannelName.PAPER
    assert delivery.deliver_due(at=post.at) == 0
    assert printed(post, post.printer, post.at) == 1
    assert printed(post, post.printer, post.at) == 0
    sent = post.message(queued.message_id)
    assert (sent.state, sent.sent_at, sent.presumed_on) == (MessageState.SENT, post.at, date(2026, 12, 1))
    assert collecting.collect_receipts(at=post.at + timedelta(hours=1)) == 0
    assert collecting.collect_receipts(at=datetime(2026, 11, 30, 23, 59, tzinfo=COPENHAGEN)) == 0
    assert post.told == []
    assert collecting.collect_receipts(at=datetime(2026, 12, 1, 0, 1, tzinfo=COPENHAGEN)) == 1
    [told] = post.told
    assert (told.outcome, told.at) == (Outcome.RECEIVED, datetime(2026, 12, 1, tzinfo=COPENHAGEN))
    assert collecting.collect_receipts(at=datetime(2026, 12, 3, tzinfo=COPENHAGEN)) == 0


def test_a_citizen_who_became_exempt_on_the_way_gets_paper(post: Post):
    queued = post.queue()
    exempt(post)
    delivery.deliver_due(at=post.at)
    message = post.message(queued.message_id)
    assert (message.channel, message.state) == (ChannelName.PAPER, MessageState.QUEUED)
    assert post.accepted() == []
    assert post.told == []


def test_a_letter_after_a_death_goes_on_paper(post: Post):
    exempt(post, died_on=date(2026, 11, 1))
    assert post.queue().channel is ChannelName.PAPER


def test_a_failed_letter_can_go_on_paper(post: Post):
    queued = post.queue()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        message = Message.objects.get(message_id=queued.message_id)
        delivery.fail(message, trouble=Trouble.UNDELIVERABLE, at=post.at)
    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=post.at):
        service.send_on_paper(message_id=queued.message_id, by=post.caseworker, at=post.at)
    assert printed(post, post.printer, post.at) == 1


def test_whoever_prints_reads_the_letter_and_is_logged(post: Post):
    exempt(post)
    queued = post.queue()
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at) as scope:
        opened = service.open_for_print(message_id=queued.message_id, by=post.printer, at=post.at)
        assert isinstance(opened, Opened)
        assert opened.content == PDF
        assert (post.citizen.id, post.case) in {(person, case) for person, case, _ in scope.seen}


def test_a_caseworker_prints_letters_of_own_cases_only(post: Post, world: World):
    exempt(post)
    queued = post.queue()
    elsewhere = world.employee("Ole", unit="ydelsesteamet")
    with acting_as(elsewhere, purpose=Purpose.CASEWORK, at=post.at):
        assert service.print_queue(by=elsewhere) == []
        assert service.mark_printed(message_ids=[queued.message_id], by=elsewhere, at=post.at) == 0
        with pytest.raises(UnknownFile):
            service.open_for_print(message_id=queued.message_id, by=elsewhere, at=post.at)
    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=post.at):
        assert [row.message_id for row in service.print_queue(by=post.caseworker)] == [queued.message_id]
        opened = service.open_for_print(message_id=queued.message_id, by=post.caseworker, at=post.at)
    assert isinstance(opened, Opened)


def test_a_letter_by_digital_post_is_not_printed(post: Post):
    queued = post.queue()
    with acting_as(post.printer, purpose=Purpose.ADMINISTRATION, at=post.at):
        assert service.print_queue(by=post.printer) == []
        with pytest.raises(UnknownFile):
            service.open_for_print(message_id=queued.message_id, by=post.printer, at=post.at)


def test_only_whoever_looks_after_letters_sees_the_print_queue(post: Post):
    exempt(post)
    queued = post.queue()
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        for refused in (
            lambda: service.print_queue(by=post.citizen),
            lambda: service.mark_printed(message_ids=[queued.message_id], by=post.citizen, at=post.at),
            lambda: service.open_for_print(message_id=queued.message_id, by=post.citizen, at=post.at),
        ):
            with pytest.raises(service.NotAllowed):
                refused()
