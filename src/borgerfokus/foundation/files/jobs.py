"""Background work of files: the check for malicious content, and the cleaning of what nobody points at."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import F

from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, Scope, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import locks, scanning, storage
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.parameters import service as parameters

UNCLAIMED_FOR: Final = "own.draft_retention"
"""How long an upload waits for its request to be sent: as long as a draft."""
SETTLED_AFTER: Final = timedelta(days=1)
"""Bytes younger than this may belong to an upload that is under way."""

_FORGET_UNCLAIMED: Final = (
    "delete from files_storedfile where case_id is null and kind <> 'application/zip' and uploaded_at < %s "
    "and left(owner_subject, 8) not in ('concern:', 'message:')"
)
"""In SQL: the ORM would look for rows of every app that point at a file, and these have none. Copies: see `copies`."""


@jobs.job(name="files.scan")
def scan(*, at: datetime, file_id: int) -> None:
    """Check one file in quarantine. Raises ScannerUnavailable, and is then tried again."""
    scanner = scanning.scanner()
    row = StoredFile.objects.filter(id=file_id, state=FileState.QUARANTINED).first()
    if scanner is None or row is None:
        return
    found = scanner.finds(storage.read(row.path))
    StoredFile.objects.filter(id=file_id, state=FileState.QUARANTINED).update(
        state=FileState.REFUSED if found else FileState.CLEAN,
        refused_why="malicious" if found else "",
        checked_at=at,
        version=F("version") + 1,
    )
    audit.record(
        action="file.scan",
        by=system("files.scan"),
        at=at,
        case_id=row.case_id,
        about=f"file:{file_id}",
        found=found,
    )


@jobs.daily(name="files.scan_waiting", hour=4)
def scan_waiting(*, at: datetime) -> None:
    """Enqueue the check of every file that still waits for one: the scanner was away, or is new here."""
    if scanning.scanner() is None:
        return
    waiting = StoredFile.objects.filter(state=FileState.QUARANTINED, uploaded_at__lt=at - timedelta(hours=6))
    for file_id in waiting.values_list("id", flat=True).iterator():
        jobs.defer("files.scan", file_id=file_id)


@jobs.daily(name="files.clean", hour=5, own_transactions=True)
def clean(*, at: datetime) -> None:
    """Remove uploads that never got a case, and then bytes that no row points at."""
    with _as_system(at), connection.cursor() as cursor:
        days = parameters.at(UNCLAIMED_FOR, on=day_of(at)).number
        cursor.execute(_FORGET_UNCLAIMED, [at - timedelta(days=days)])
    for path in storage.leftovers(before=at - SETTLED_AFTER):
        path.unlink(missing_ok=True)
    for path in storage.blobs():
        if path.stat().st_mtime >= (at - SETTLED_AFTER).timestamp():
            continue
        with _as_system(at):
            if locks.try_alone(path.name) and not StoredFile.objects.filter(sha256=path.name).exists():
                path.unlink(missing_ok=True)


def _as_system(at: datetime) -> AbstractContextManager[Scope]:
    return acting_as(system("files.clean"), purpose=Purpose.OPERATION, at=at)
