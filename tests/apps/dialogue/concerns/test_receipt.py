"""The receipt to whoever notified: sent by itself, within the time, saying nothing, and on the desk where it fails."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core import mail as django_mail
from django.db import IntegrityError
from tests.apps.dialogue.concerns.scene import NEIGHBOUR, SYSTEM, Duty

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import receipts
from borgerfokus.core.access import Role
from borgerfokus.core.concerns import ReceiptState, ReceiptWay
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import mail, mailers
from borgerfokus.foundation.outbox.channels import Trouble, Unavailable
from borgerfokus.foundation.outbox.models import Mail

AT_HOME = replace(NEIGHBOUR, address="Skovvej 4\n9990 Fjordby")
PHONE_ONLY = replace(NEIGHBOUR, email="")
CHILD = ("Lærke", "Winther", "Fjordby Skole", "alene ude")


@pytest.fixture(autouse=True)
def with_smtp(settings: LazySettings) -> None:
    settings.MAILER = "smtp"


def mails(duty: Duty) -> list[Mail]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        return list(Mail.objects.all())


def state(duty: Duty, reference: str) -> ReceiptState | None:
    with duty.as_(duty.adviser):
        return dialogue.find_concern(reference=reference, by=duty.adviser, at=duty.at).line.receipt


def run(duty: Duty, *, at: datetime | None = None) -> None:
    receipts.send_owed(at=at or duty.at)
    mail.deliver_due(at=at or duty.at)


def test_an_e_mail_is_sent_once_and_the_receipt_is_no_longer_owed(duty: Duty) -> None:
    reference = duty.receive()
    assert state(duty, reference) is ReceiptState.SOON
    run(duty)
    run(duty, at=duty.at + timedelta(minutes=1))
    [sent] = django_mail.outbox
    assert sent.to == ["holm@example.dk"]
    assert reference in sent.body
    assert not [word for word in CHILD if word in sent.body + sent.subject]
    with duty.as_(duty.adviser):
        told = dialogue.find_concern(reference=reference, by=duty.adviser, at=duty.at)
        assert told.notifier.receipt_how == ReceiptWay.EMAIL
        assert told.notifier.receipt_at is not None
        assert told.notifier.receipt_due is not None
        assert told.notifier.receipt_at.date() <= told.notifier.receipt_due
        assert dialogue.duty_board(by=duty.adviser, at=duty.at).receipts == ()


def test_a_postal_address_gets_a_letter_that_the_duty_prints_and_posts(duty: Duty) -> None:
    reference = duty.receive(who=AT_HOME)
    run(duty)
    assert django_mail.outbox == []
    assert state(duty, reference) is ReceiptState.TO_POST
    with duty.as_(duty.adviser):
        assert dialogue.concern_receipt_letter(reference=reference, by=duty.adviser, at=duty.at).startswith(b"%PDF")
        assert (
            dialogue.concern_receipt_sent(reference=reference, how=ReceiptWay.LETTER, by=duty.adviser, at=duty.at)
            is None
        )
    assert [one.state for one in mails(duty)] == ["sent"]


def test_nobody_else_sees_the_letter_or_that_there_is_one(duty: Duty) -> None:
    reference = duty.receive(who=AT_HOME)
    run(duty)
    printer = duty.world.employee("Pernille Print", role=Role.RECEPTION)
    for actor in (duty.outsider, printer):
        with duty.as_(actor):
            assert not Mail.objects.exists()
            with pytest.raises(Hidden):
                dialogue.concern_receipt_letter(reference=reference, by=actor, at=duty.at)


def test_somebody_anonymous_gets_nothing_and_a_phone_alone_is_on_the_desk(duty: Duty) -> None:
    duty.receive(who=dialogue.Who(NEIGHBOUR.function, anonymous=True))
    by_phone = duty.receive(who=PHONE_ONLY)
    run(duty)
    assert mails(duty) == []
    assert state(duty, by_phone) is ReceiptState.BY_HAND


def test_without_a_mail_server_it_is_said_that_somebody_must_call(duty: Duty, settings: LazySettings) -> None:
    settings.MAILER = "none"
    reference = duty.receive()
    run(duty)
    assert mails(duty) == []
    assert state(duty, reference) is ReceiptState.BY_HAND


def test_what_came_in_a_flood_waits_until_somebody_has_assessed_it(duty: Duty) -> None:
    reference = duty.receive()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        dialogue.Concern.objects.filter(reference=reference).update(held_back=True)
    run(duty)
    assert mails(duty) == []
    duty.assess(reference)
    run(duty)
    assert len(mails(duty)) == 1


class Down:
    """A mail server that is away, or that knows no such receiver."""

    def __init__(self, trouble: Trouble | None) -> None:
        self.trouble, self.offered = trouble, 0

    def send(self, envelope: mailers.Envelope) -> Trouble | None:
        self.offered += 1
        if self.trouble is None:
            raise Unavailable(Trouble.UNAVAILABLE)
        return self.trouble


def test_a_server_that_is_away_is_tried_again_and_a_refused_address_is_on_the_desk(
    duty: Duty, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = Down(None)
    monkeypatch.setattr(mail, "mailer", lambda: away)
    reference = duty.receive()
    run(duty)
    assert state(duty, reference) is ReceiptState.ON_ITS_WAY
    run(duty, at=duty.at + timedelta(seconds=1))
    assert away.offered == 1
    monkeypatch.setattr(mail, "mailer", lambda: Down(Trouble.UNDELIVERABLE))
    run(duty, at=duty.at + timedelta(minutes=10))
    assert state(duty, reference) is ReceiptState.FAILED


def test_a_receipt_given_on_the_phone_takes_the_letter_out_of_the_queue(duty: Duty) -> None:
    reference = duty.receive(who=AT_HOME)
    run(duty)
    with duty.as_(duty.adviser):
        dialogue.concern_receipt_sent(reference=reference, how=ReceiptWay.PHONE, by=duty.adviser, at=duty.at)
    assert [one.state for one in mails(duty)] == ["withdrawn"]


def test_the_mail_of_a_second_run_is_refused_by_the_database_itself(duty: Duty) -> None:
    duty.receive(who=AT_HOME)
    run(duty)
    [row] = mails(duty)
    with pytest.raises(IntegrityError), acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        Mail.objects.create(
            kind=row.kind, reference=row.reference, way="paper", address="x", subject="x", body="x",
            language="da", queued_at=duty.at, queued_by="system:0",
        )  # fmt: skip
