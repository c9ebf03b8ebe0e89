"""Notices by e-mail and text message: chosen by the citizen, confirmed by a code, and carrying nothing."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.apps.decisions.actions import posting
from borgerfokus.apps.dialogue.queries.texts import NoticeKind
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import collecting, delivery, parcels, service, ways
from borgerfokus.foundation.outbox.channels import Accepted, Declined, Parcel, Trouble
from borgerfokus.foundation.outbox.codes import code_of
from borgerfokus.foundation.outbox.models import (
    NOTICES,
    ChannelName,
    Message,
    MessageState,
    NoticeWay,
    StoppedWhy,
    WayKind,
)
from borgerfokus.foundation.outbox.simulated import Behaviour, Simulated
from borgerfokus.foundation.outbox.wires import Folder
from borgerfokus.foundation.people.models import Person

LETTERS = [f"notice.{kind}" for kind in NoticeKind] + [posting.COPY, "decisions.letter", "decisions.hearing"]


def choose(post: Post, kind: WayKind, address: str = "", *, confirmed: bool = True) -> NoticeWay:
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        way = ways.choose(channel=kind, address=address, by=post.citizen, at=post.at)
        assert isinstance(way, NoticeWay), way
        if confirmed and kind != WayKind.PAPER:
            refused = ways.confirm(way_id=way.pk, code=code_of(way), by=post.citizen, at=post.at)
            assert refused is None, refused
    return way


def notices(post: Post) -> list[Message]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        return list(Message.objects.filter(channel__in=NOTICES, about__isnull=False).order_by("queued_at", "channel"))


def parcel(post: Post, message: Message) -> Parcel | Declined:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        row = Message.objects.select_related("way").get(pk=message.pk)
        return parcels.of(row, by=SYSTEM, at=post.at)


def test_a_letter_is_told_of_by_the_ways_that_were_chosen(post: Post):
    choose(post, WayKind.EMAIL, "mads@example.dk")
    choose(post, WayKind.SMS, "20 00 00 01")
    post.queue()
    told = notices(post)
    assert [one.channel for one in told] == ["email", "sms"]
    delivery.deliver_due(at=post.at)
    collecting.collect_receipts(at=post.at + timedelta(minutes=2))
    assert {one.state for one in notices(post)} == {MessageState.RECEIVED}


def test_a_notice_carries_nothing_of_the_letter(post: Post):
    choose(post, WayKind.EMAIL, "mads@example.dk")
    letter = post.queue()
    [told] = notices(post)
    assert (told.title, told.file_id) == ("", None)
    found = parcel(post, told)
    assert isinstance(found, Parcel)
    text = found.title + found.content.decode()
    assert found.address == "mads@example.dk"
    for word in (letter.title, "Mads", "Ellekjær", "sag", str(letter.message_id), "http"):
        assert word not in text


def test_the_database_refuses_a_notice_with_content(post: Post):
    way = choose(post, WayKind.EMAIL, "mads@example.dk")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        for wrong in ({"title": "Afgørelse"}, {"file_id": post.file}, {"way": None}):
            row = {"person_id": post.citizen.id, "channel": "email", "way": way, "kind": "x", "queued_at": post.at}
            with pytest.raises(IntegrityError), transaction.atomic():
                Message.objects.create(**{**row, **wrong}, case_id=post.case)


def test_an_address_is_used_only_when_its_code_has_been_typed(post: Post):
    way = choose(post, WayKind.EMAIL, "mads@example.dk", confirmed=False)
    post.queue()
    assert notices(post) == []
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        for _try in range(ways.MOST_TRIES):
            assert ways.confirm(way_id=way.pk, code="x", by=post.citizen, at=post.at) == ways.CODE_WRONG
        assert ways.confirm(way_id=way.pk, code=code_of(way), by=post.citizen, at=post.at) == ways.CODE_OVER
        before = code_of(way)
        assert ways.send_code(way_id=way.pk, by=post.citizen, at=post.at) is None
        way.refresh_from_db()
        assert code_of(way) != before
        late = post.at + ways.CODE_LASTS
        assert ways.confirm(way_id=way.pk, code=code_of(way), by=post.citizen, at=late) == ways.CODE_OVER
        assert ways.confirm(way_id=way.pk, code=code_of(way), by=post.citizen, at=post.at) is None


def test_the_address_is_sealed_and_nobody_elses(post: Post):
    way = choose(post, WayKind.SMS, "+45 20000001")
    assert b"20000001" not in bytes(way.address_sealed)
    assert ways.address_of(way) == "+4520000001"
    with acting_as(post.caseworker, purpose=Purpose.CASEWORK, at=post.at):
        assert not NoticeWay.objects.exists()
        with pytest.raises(Hidden):
            ways.stop(way_id=way.pk, by=post.caseworker, at=post.at)


def test_a_stopped_way_gets_nothing_more_not_even_what_is_queued(post: Post):
    way = choose(post, WayKind.EMAIL, "mads@example.dk")
    post.queue()
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        ways.stop(way_id=way.pk, by=post.citizen, at=post.at)
    delivery.deliver_due(at=post.at)
    [told] = notices(post)
    assert told.state == MessageState.CANCELLED
    post.queue(number=2)
    assert len(notices(post)) == 1


def test_a_way_that_bounces_is_stopped_and_said_so(post: Post, monkeypatch: pytest.MonkeyPatch):
    way = choose(post, WayKind.EMAIL, "mads@example.dk")
    monkeypatch.setitem(
        delivery.DIGITAL, ChannelName.EMAIL, Simulated(ChannelName.EMAIL, Behaviour(undeliverable=1.0))
    )
    letter = post.queue()
    delivery.deliver_due(at=post.at)
    collecting.collect_receipts(at=post.at + timedelta(minutes=2))
    [told] = notices(post)
    assert (told.state, told.last_error) == (MessageState.FAILED, Trouble.UNDELIVERABLE)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        way.refresh_from_db()
    assert way.stopped_why == StoppedWhy.BOUNCED
    assert post.message(letter.message_id).state == MessageState.RECEIVED


def test_one_that_still_waits_tells_of_the_next_letter_too(post: Post):
    choose(post, WayKind.EMAIL, "mads@example.dk")
    post.queue(number=1)
    post.queue(number=2)
    assert len(notices(post)) == 1


@pytest.mark.parametrize("kind", LETTERS)
def test_whoever_is_exempt_gets_paper_whatever_it_is(post: Post, kind: str):
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at):
        Person.objects.filter(pk=post.citizen.id).update(digital_post_exempt=True)
    choose(post, WayKind.EMAIL, "mads@example.dk")
    assert post.queue(kind=kind).channel is ChannelName.PAPER
    told = notices(post)
    assert len(told) == 1
    assert post.message(told[0].about).channel == ChannelName.PAPER  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", LETTERS)
def test_paper_is_chosen_for_notices_and_never_for_what_the_act_says(post: Post, kind: str):
    choose(post, WayKind.PAPER)
    by_choice = kind.startswith("notice.") and kind != posting.COPY
    assert service.may_be_chosen(kind) is by_choice
    assert post.queue(kind=kind).channel is (ChannelName.PAPER if by_choice else ChannelName.DIGITAL_POST)


@pytest.mark.parametrize(
    ("kind", "address"), [(WayKind.EMAIL, "mads"), (WayKind.SMS, "1234"), (WayKind.SMS, "abc"), (WayKind.EMAIL, "")]
)
def test_an_address_that_cannot_be_one_is_refused(post: Post, kind: WayKind, address: str):
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        assert isinstance(ways.choose(channel=kind, address=address, by=post.citizen, at=post.at), Refusal)


def test_a_code_is_not_sent_again_and_again(post: Post):
    for number in range(ways.MOST_A_DAY):
        choose(post, WayKind.EMAIL, f"n{number}@example.dk", confirmed=False)
    with acting_as(post.citizen, purpose=Purpose.OWN_CASE, at=post.at):
        again = ways.choose(channel=WayKind.EMAIL, address="n@example.dk", by=post.citizen, at=post.at)
    assert again == ways.TOO_MANY


def test_a_folder_recognises_a_message(post: Post, tmp_path: Path, now: datetime):
    choose(post, WayKind.EMAIL, "mads@example.dk")
    post.queue()
    found = parcel(post, notices(post)[0])
    assert isinstance(found, Parcel)
    folder = Folder(ChannelName.EMAIL, tmp_path / "mail")
    for _try in range(2):
        assert folder.send(found, at=now) == Accepted(now, last_word=True)
    [written] = (tmp_path / "mail").iterdir()
    assert written.name == f"{found.message_id}.txt"
