"""The code that confirms an address: it follows from the way and the number of the code, and is kept nowhere."""

import hmac
from hashlib import sha256
from typing import Final

from django.conf import settings

from borgerfokus.foundation.outbox.models import NoticeWay

_DIGITS: Final = 6


def code_of(way: NoticeWay) -> str:
    """The newest code that was sent to the way."""
    said = f"notice way {way.pk}, code {way.codes}".encode()
    made = hmac.new(settings.KEYS.index, said, sha256).digest()
    return f"{int.from_bytes(made[:8]) % 10**_DIGITS:0{_DIGITS}d}"
