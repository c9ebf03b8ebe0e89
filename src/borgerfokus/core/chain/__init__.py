"""The hash chain of a case's events: made when an event is appended, checked by `borgerfokus verify`."""

from borgerfokus.core.chain.commitment import (
    SALT_LENGTH,
    Json,
    NotCanonical,
    WeakSalt,
    canonical,
    commit,
)
from borgerfokus.core.chain.heads import HeadRow, RepeatedRow, head_digest, verify_heads
from borgerfokus.core.chain.link import GENESIS, Link, NaiveInstant, WeakKey, link
from borgerfokus.core.chain.verify import ChainRow, Fault, FaultKind, Head, verify_case

__all__ = [
    "GENESIS",
    "SALT_LENGTH",
    "ChainRow",
    "Fault",
    "FaultKind",
    "Head",
    "HeadRow",
    "Json",
    "Link",
    "NaiveInstant",
    "NotCanonical",
    "RepeatedRow",
    "WeakKey",
    "WeakSalt",
    "canonical",
    "commit",
    "head_digest",
    "link",
    "verify_case",
    "verify_heads",
]
