"""Notifications of concern: the clock of the assessment, who notifies, and what must be done before one is closed."""

from borgerfokus.core.concerns.clock import Light, Limits, assess_by, hours_left, light
from borgerfokus.core.concerns.rules import Standing, may_close, may_match, needs_second
from borgerfokus.core.concerns.words import (
    RECEIPT_BODY,
    RECEIPT_SUBJECT,
    Channel,
    Danger,
    Function,
    HappeningKind,
    Identity,
    ReceiptState,
    ReceiptWay,
    Way,
)

__all__ = [
    "RECEIPT_BODY",
    "RECEIPT_SUBJECT",
    "Channel",
    "Danger",
    "Function",
    "HappeningKind",
    "Identity",
    "Light",
    "Limits",
    "ReceiptState",
    "ReceiptWay",
    "Standing",
    "Way",
    "assess_by",
    "hours_left",
    "light",
    "may_close",
    "may_match",
    "needs_second",
]
