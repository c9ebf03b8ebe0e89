"""A signed message to an address: bounded in time and size, and never to our own network.

The host's addresses are looked up, judged, and one of them is called, so that what was judged is what is called. A
redirect is an answer like any other: nothing is followed.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from borgerfokus.apps.exchange.actions.ports import Parcel, Unavailable
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange import signing
from borgerfokus.core.exchange.addresses import Guard, Target, is_allowed, target_of
from borgerfokus.core.exchange.retrying import Trouble, trouble_of

STEP_SECONDS: Final = 5.0
"""How long the receiver may be silent."""
WHOLE_SECONDS: Final = 10.0
"""How long all of it may take, however slowly the receiver drips."""
LARGEST_ANSWER: Final = 16_384


@dataclass(frozen=True)
class WebhookPort:
    """One receiver. `keys` are the secrets in use, the newest first."""

    address: str
    keys: tuple[bytes, ...]
    guard: Guard

    def send(self, parcel: Parcel, *, at: datetime) -> None:
        """Post a parcel. Raises Unavailable unless the receiver answers with a 2xx in time."""
        target = target_of(self.address, guard=self.guard)
        if isinstance(target, Refusal):
            raise Unavailable(Trouble.NOT_ALLOWED)
        signed = signing.headers(
            message_id=parcel.message_id, timestamp=int(at.timestamp()), body=parcel.content, keys=self.keys
        )
        headers = {"Content-Type": parcel.media_type, "User-Agent": "Borgerfokus", "Connection": "close", **signed}
        try:
            status = _post(target, _addresses(target, self.guard), parcel.content, headers)
        except TimeoutError:
            raise Unavailable(Trouble.TIMEOUT) from None
        except ssl.SSLError:
            raise Unavailable(Trouble.TLS) from None
        except (OSError, http.client.HTTPException) as error:
            raise error if isinstance(error, Unavailable) else Unavailable(Trouble.UNREACHABLE) from None
        trouble = trouble_of(status)
        if trouble is not None:
            raise Unavailable(trouble)


def _addresses(target: Target, guard: Guard) -> list[str]:
    """The host's addresses. Raises Unavailable when there is none, or when any of them is not to be called."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unavailable(Trouble.UNKNOWN_HOST) from None
    addresses = [str(one[4][0]) for one in found]
    if not addresses or not all(is_allowed(one, guard=guard) for one in addresses):
        raise Unavailable(Trouble.NOT_ALLOWED)
    return addresses


def _post(target: Target, addresses: Sequence[str], body: bytes, headers: dict[str, str]) -> int:
    channel = socket.create_connection((addresses[0], target.port), timeout=STEP_SECONDS)
    late = threading.Event()
    watch = threading.Timer(WHOLE_SECONDS, _cut, args=(channel, late))
    watch.daemon = True
    watch.start()
    try:
        if target.scheme == "https":
            channel = ssl.create_default_context().wrap_socket(channel, server_hostname=target.host)
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = channel
        connection.request("POST", target.path, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read(LARGEST_ANSWER)
    except (OSError, http.client.HTTPException):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        watch.cancel()
        channel.close()
    return answer.status


def _cut(channel: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        channel.shutdown(socket.SHUT_RDWR)
