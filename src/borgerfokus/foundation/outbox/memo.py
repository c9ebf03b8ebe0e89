"""Digital Post by files: letters laid down as MeMo messages, receipts taken up, for an integration platform between.

    ud/<message id>.xml     a letter; the same name every time, so that offering it twice leaves one file
    ind/<anything>.json     a receipt: {"message_id": …, "receipt_id": …, "kind": "received", "at": …}

A receipt that cannot be read is left where it lies, and the others are taken up.
"""

import json
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from borgerfokus.core.exchange.memo import Attached, Letter, write_letter
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.channels import (
    Accepted,
    Declined,
    Notice,
    NoticeKind,
    Parcel,
    Trouble,
    Unavailable,
)
from borgerfokus.foundation.outbox.models import ChannelName
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

_SYSTEM: Final = system("memo-files")
_MOST: Final = 1_000
_LARGEST: Final = 10_000


class MemoFiles:
    """Two folders below `folder`, and who the letters are from."""

    name = ChannelName.DIGITAL_POST

    def __init__(self, folder: Path, *, sender_cvr: str, sender_name: str) -> None:
        self._folder, self._sender_cvr, self._sender_name = folder, sender_cvr, sender_name

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Lay a letter down, once. Refuses whoever is exempt. Raises Unavailable when the folder cannot be written."""
        path = self._folder / "ud" / f"{parcel.message_id}.xml"
        if path.exists():
            return Accepted(at)
        letter = self._letter(parcel, at=at)
        if letter is None:
            return Declined(Trouble.EXEMPT)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = path.with_suffix(f".{os.getpid()}.part")
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
                handle.write(write_letter(letter))
                handle.flush()
                os.fsync(handle.fileno())
            fresh.rename(path)
        except OSError:
            raise Unavailable(Trouble.UNAVAILABLE) from None
        return Accepted(at)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """The receipts that lie there about letters that wait. Files are left: a known one changes nothing."""
        del at
        wanted = set(waiting)
        found = (_notice(path) for path in sorted((self._folder / "ind").glob("*.json"))[:_MOST])
        return [one for one in found if one is not None and one.message_id in wanted]

    def _letter(self, parcel: Parcel, *, at: datetime) -> Letter | None:
        """The letter with its receiver's number, None for somebody who is exempt."""
        with acting_as(_SYSTEM, purpose=Purpose.OPERATION, at=at) as scope:
            scope.include_persons([parcel.person_id])
            if Person.objects.filter(id=parcel.person_id, digital_post_exempt=True).exists():
                return None
            number = people.cpr_of(person_id=parcel.person_id).digits
        return Letter(
            message_id=parcel.message_id,
            label=parcel.title,
            sender_cvr=self._sender_cvr,
            sender_name=self._sender_name,
            recipient_cpr=number,
            created_at=at,
            file=Attached(name="brev.pdf", media_type="application/pdf", content=parcel.content),
        )


def _notice(path: Path) -> Notice | None:
    """A receipt, or None for a file that is none."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        told = json.loads(path.read_text("utf-8"))
        at = datetime.fromisoformat(told["at"])
        kind = NoticeKind(told["kind"])
        if at.tzinfo is None:
            return None
        trouble = Trouble.UNDELIVERABLE if kind is NoticeKind.FAILED else None
        return Notice(UUID(told["message_id"]), str(told["receipt_id"])[:80], kind, at, trouble)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
