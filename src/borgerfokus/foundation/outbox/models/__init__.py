"""Messages and receipts, ways that citizens have chosen, letters to many, runs of the print house, mail to others."""

from borgerfokus.foundation.outbox.models.batches import BatchEntry, BatchState, LetterBatch, PrintRun
from borgerfokus.foundation.outbox.models.letters import (
    NOTICES,
    ChannelName,
    ChannelPause,
    Message,
    MessageState,
    Receipt,
    SimulatedPost,
)
from borgerfokus.foundation.outbox.models.mail import Mail, MailState, MailWay
from borgerfokus.foundation.outbox.models.ways import NoticeWay, StoppedWhy, WayKind

__all__ = [
    "NOTICES",
    "BatchEntry",
    "BatchState",
    "ChannelName",
    "ChannelPause",
    "LetterBatch",
    "Mail",
    "MailState",
    "MailWay",
    "Message",
    "MessageState",
    "NoticeWay",
    "PrintRun",
    "Receipt",
    "SimulatedPost",
    "StoppedWhy",
    "WayKind",
]
