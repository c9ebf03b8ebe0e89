"""Reads of the log of acts, as far as the database lets the reader see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from borgerfokus.foundation.audit.models import Entry


@dataclass(frozen=True)
class Done:
    """One act: its dotted name, who did it ("employee:12"), and what it was done to ("case:7")."""

    at: datetime
    action: str
    subject: str
    about: str


def of_kinds(*, prefixes: Iterable[str], newest: int) -> list[Done]:
    """The newest acts whose names begin so. One query."""
    wanted = Q()
    for prefix in prefixes:
        wanted |= Q(action__startswith=prefix)
    rows = Entry.objects.filter(wanted).order_by("-at", "-pk")[:newest]
    return [Done(row.at, row.action, row.subject, row.object) for row in rows]
