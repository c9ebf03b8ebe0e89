"""Posting the forms of the pages as a browser would."""

import re
from typing import Any, Protocol
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client


class Answer(Protocol):
    """A page as the test client gives it."""

    @property
    def content(self) -> bytes: ...


def act(client: Client, address: str, name: str, /, **fields: Any) -> HttpResponse:
    """Send one act of a page once."""
    return client.post(address, {"act": name, "once": str(uuid4()), **fields})  # type: ignore[return-value]


def text(answer: Answer) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
