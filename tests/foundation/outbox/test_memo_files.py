"""Digital Post by files: a letter is one MeMo message however often it is offered; receipts are taken up once each."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from tests.foundation.files.builders import PDF
from tests.foundation.outbox.conftest import SYSTEM, Post

from borgerfokus.core.exchange.memo import SHAPE, read_letter
from borgerfokus.core.exchange.structure import faults, read
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import collecting, delivery
from borgerfokus.foundation.outbox.channels import Channel, Parcel, Trouble, Unavailable
from borgerfokus.foundation.outbox.memo import MemoFiles
from borgerfokus.foundation.people.models import Person


@pytest.fixture
def channel(tmp_path: Path, through: Callable[[Channel], None]) -> MemoFiles:
    made = MemoFiles(tmp_path / "post", sender_cvr="12345678", sender_name="Fjordby Kommune")
    through(made)
    return made


def _receipt(folder: Path, name: str, **told: object) -> None:
    (folder / "post" / "ind").mkdir(parents=True, exist_ok=True)
    (folder / "post" / "ind" / f"{name}.json").write_text(json.dumps(told), "utf-8")


def test_a_letter_is_laid_down_as_memo_once(post: Post, channel: MemoFiles, tmp_path: Path) -> None:
    sending = post.queue()
    delivery.deliver_due(at=post.at)
    [laid] = (tmp_path / "post" / "ud").iterdir()
    content = laid.read_bytes()
    assert faults(read(content), SHAPE) == []
    letter = read_letter(content)
    assert (letter.message_id, letter.file.content, letter.sender_cvr) == (sending.message_id, PDF, "12345678")
    parcel = Parcel(sending.message_id, post.citizen.id, "En anden titel", b"andet", 2)
    channel.send(parcel, at=post.at)
    assert laid.read_bytes() == content
    assert laid.stat().st_mode & 0o077 == 0


def test_whoever_is_exempt_gets_paper(post: Post, channel: MemoFiles, tmp_path: Path) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=post.at) as scope:
        scope.include_persons([post.citizen.id])
        Person.objects.filter(pk=post.citizen.id).update(digital_post_exempt=True)
    sending = post.queue()
    delivery.deliver_due(at=post.at)
    assert post.message(sending.message_id).channel == "paper"
    assert not (tmp_path / "post" / "ud").exists()


def test_receipts_come_twice_broken_and_about_others_and_count_once(
    post: Post, channel: MemoFiles, tmp_path: Path
) -> None:
    sending = post.queue()
    delivery.deliver_due(at=post.at)
    good = {"message_id": str(sending.message_id), "receipt_id": "r1", "kind": "received", "at": post.at.isoformat()}
    for name in ("a", "b"):
        _receipt(tmp_path, name, **good)
    _receipt(tmp_path, "c", **{**good, "message_id": str(UUID(int=7))})
    _receipt(tmp_path, "d", **{**good, "kind": "måske"})
    _receipt(tmp_path, "e", **{**good, "at": "2026-11-23T12:00:00"})
    _receipt(tmp_path, "f", kind="received")
    (tmp_path / "post" / "ind" / "g.json").write_text("{", "utf-8")
    (tmp_path / "post" / "ind" / "h.json").write_text("[]", "utf-8")
    later = post.at + timedelta(minutes=5)
    assert collecting.collect_receipts(at=later) == 1
    assert collecting.collect_receipts(at=later + timedelta(hours=2)) == 0
    assert post.message(sending.message_id).state == "received"
    assert len(post.receipts(sending.message_id)) == 1


def test_a_folder_that_cannot_be_written_is_tried_again(post: Post, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", "utf-8")
    channel = MemoFiles(tmp_path / "taken", sender_cvr="1", sender_name="F")
    with pytest.raises(Unavailable) as raised:
        channel.send(Parcel(UUID(int=1), post.citizen.id, "T", PDF, 1), at=post.at)
    assert raised.value.trouble is Trouble.UNAVAILABLE
