"""When a delivery is tried again, and what kept it from arriving, in words."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from borgerfokus.core.texts import Text

WAITS: Final = tuple(
    timedelta(seconds=seconds)
    for seconds in (10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 7_200, 14_400, 14_400, 28_800)
)
"""Between the tries: about a day in all. Then it is a dead letter, for somebody to look at."""


class Trouble(StrEnum):
    """Why a try did not succeed. A code, never text from outside."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    UNKNOWN_HOST = "unknown_host"
    NOT_ALLOWED = "not_allowed"
    TLS = "tls"
    REFUSED = "refused"
    GONE = "gone"
    BUSY = "busy"
    FAILING = "failing"
    UNEXPECTED = "unexpected"


TROUBLES: Final = {
    Trouble.TIMEOUT: Text(da="Modtageren svarede ikke i tide.", en="The receiver did not answer in time."),
    Trouble.UNREACHABLE: Text(da="Der er ingen forbindelse til modtageren.", en="The receiver cannot be reached."),
    Trouble.UNKNOWN_HOST: Text(da="Modtagerens adresse findes ikke.", en="The receiver's address does not exist."),
    Trouble.NOT_ALLOWED: Text(
        da="Adressen er ikke en, vi må sende til.", en="The address is not one that we may send to."
    ),
    Trouble.TLS: Text(
        da="Modtagerens certifikat kan ikke godkendes.", en="The receiver's certificate cannot be trusted."
    ),
    Trouble.REFUSED: Text(da="Modtageren afviste beskeden.", en="The receiver refused the message."),
    Trouble.GONE: Text(da="Modtageren siger, at den er lukket.", en="The receiver says that it is closed."),
    Trouble.BUSY: Text(da="Modtageren har for travlt lige nu.", en="The receiver is too busy right now."),
    Trouble.FAILING: Text(da="Modtageren har en fejl hos sig selv.", en="The receiver has a fault of its own."),
    Trouble.UNEXPECTED: Text(
        da="Der skete en fejl hos os. Driften kan se den i loggen.",
        en="Something went wrong with us. Operations can see it in the log.",
    ),
}


def trouble_of(status: int) -> Trouble | None:
    """What an HTTP status says, None when the message was taken. What would have us send elsewhere is refused."""
    if 200 <= status < 300:
        return None
    if status == 410:
        return Trouble.GONE
    if status in {408, 429, 503}:
        return Trouble.BUSY
    return Trouble.FAILING if status >= 500 else Trouble.REFUSED


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many tries, None when it is given up."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None
