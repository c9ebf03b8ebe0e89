"""Going through letters one by one, so that one that fails does not hold back the others."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

_log = logging.getLogger(__name__)
One = TypeVar("One")


class SomeFailed(RuntimeError):
    """Some of the letters could not be handled. The others were; these come again."""


def each(ones: Iterable[One], work: Callable[[One], bool]) -> int:
    """Do the work for every one and count the True answers. Raises SomeFailed at the end if any raised."""
    done = failed = 0
    for one in ones:
        try:
            done += work(one)
        except Exception as error:  # noqa: BLE001 (any fault with one letter must leave the others moving)
            failed += 1
            _log.error("a letter could not be handled: %s", type(error).__name__)
    if failed:
        raise SomeFailed(f"{failed} of {failed + done} letters")
    return done
