"""Moments as whole microseconds since 1970 UTC, and as files write them."""

from datetime import datetime, timedelta
from typing import Final

_EPOCH: Final = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_MICROSECOND: Final = timedelta(microseconds=1)


def microseconds(written: str) -> int:
    """A moment as ISO 8601 writes it. Raises ValueError without a time zone or a moment."""
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(written)
    return (moment - _EPOCH) // _MICROSECOND


def iso(us: int) -> str:
    """The moment as ISO 8601 in UTC."""
    return (_EPOCH + us * _MICROSECOND).isoformat(timespec="microseconds")
