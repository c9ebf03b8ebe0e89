"""The wires of notices: e-mail by the mail server, text messages by HTTP, and a folder that stands for either.

SMTP knows no way of asking whether a mail was taken. A kill between its yes and our note sends the notice twice,
under one Message-ID, by which most mailboxes show it once; it carries nothing. The other two recognise a message.
"""

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import requests

from borgerfokus.foundation.outbox.channels import (
    Accepted,
    Declined,
    Notice,
    NoticeKind,
    Parcel,
    Trouble,
    Unavailable,
)
from borgerfokus.foundation.outbox.mailers import Envelope, Mailer
from borgerfokus.foundation.outbox.models import ChannelName

_PATIENCE: Final = 20
"""Seconds to wait for an answer."""
_MOST_ASKED: Final = 100
_TOLD: Final = {"delivered": NoticeKind.RECEIVED, "failed": NoticeKind.FAILED}


class Folder:
    """Every message as a file of its own, named by its id: for trials, and for a mail system that fetches files."""

    def __init__(self, name: ChannelName, folder: Path) -> None:
        self.name = name
        self._folder = folder

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Write the message. One that lies there already is the same."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = f"To: {parcel.address}\nSubject: {parcel.title}\n\n{parcel.content.decode()}"
            whole = self._folder / f"{parcel.message_id}.part"
            whole.write_text(f"{text}\n{parcel.calendar}" if parcel.calendar else text, "utf-8")
            whole.replace(self._folder / f"{parcel.message_id}.txt")
        except OSError as error:
            raise Unavailable(Trouble.UNAVAILABLE) from error
        return Accepted(at, last_word=True)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """A folder tells nothing."""
        del waiting, at
        return []


class EmailByMailer:
    """E-mail by the installation's mail server. What bounces later comes to the sender's mailbox, and is not heard."""

    name = ChannelName.EMAIL

    def __init__(self, mailer: Mailer) -> None:
        self._mailer = mailer

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Hand the mail over. Declined when the server knows that the address cannot be reached."""
        text = parcel.content.decode()
        envelope = Envelope(parcel.message_id, parcel.address, parcel.title, text, parcel.calendar)
        trouble = self._mailer.send(envelope)
        return Declined(trouble) if trouble else Accepted(at, last_word=True)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """SMTP tells nothing."""
        del waiting, at
        return []


class SmsByHttp:
    """Text messages by a gateway: `POST address` with the id as idempotency key, `GET address/id` for the state."""

    name = ChannelName.SMS

    def __init__(self, address: str, *, token: str, sender: str) -> None:
        self._address = address.rstrip("/")
        self._sender = sender
        self._head = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Hand the message over. 409 says that the gateway has it already, 400 and 422 that it never will."""
        body = {
            "id": str(parcel.message_id),
            "to": parcel.address,
            "from": self._sender,
            "text": parcel.content.decode(),
        }
        head = {**self._head, "Idempotency-Key": str(parcel.message_id)}
        answer = self._ask("POST", self._address, head=head, body=json.dumps(body))
        if answer.status_code in {400, 422}:
            return Declined(Trouble.UNDELIVERABLE)
        if not answer.ok and answer.status_code != requests.codes.conflict:
            raise Unavailable(Trouble.UNAVAILABLE)
        return Accepted(at)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """The state of each message that waits, as the gateway knows it."""
        found = []
        for message_id in list(waiting)[:_MOST_ASKED]:
            answer = self._ask("GET", f"{self._address}/{message_id}", head=self._head)
            kind = _TOLD.get(_state_of(answer))
            if kind is not None:
                trouble = Trouble.UNDELIVERABLE if kind is NoticeKind.FAILED else None
                found.append(Notice(message_id, f"{message_id}-{kind}", kind, at, trouble))
        return found

    def _ask(self, method: str, address: str, *, head: dict[str, str], body: str = "") -> requests.Response:
        try:
            return requests.request(method, address, headers=head, data=body.encode(), timeout=_PATIENCE)
        except requests.Timeout:
            raise Unavailable(Trouble.TIMEOUT) from None
        except requests.RequestException:
            raise Unavailable(Trouble.UNAVAILABLE) from None


def _state_of(answer: requests.Response) -> str:
    try:
        told = answer.json() if answer.ok else {}
    except ValueError:
        return ""
    return str(told.get("state", "")) if isinstance(told, dict) else ""
