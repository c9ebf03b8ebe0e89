"""Whole copies of a person's data: kept for the person alone, fetched by the person alone, removed in time.

They are made here, may be larger than an upload, and belong to no case.
"""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from django.db import connection, transaction

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import locks, storage
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.files.queries import UnknownFile

KIND: Final = "application/zip"
LARGEST: Final = 2 * 1024 * 1024 * 1024
_FORGET: Final = "delete from files_storedfile where id = %s and case_id is null and kind = %s returning path"
"""In SQL: the ORM would look for rows of every app that point at a file, and a copy has none."""


def store_copy(*, content: bytes, name: str, owner: Actor, by: Actor, at: datetime) -> int:
    """Keep a copy for `owner`, made by `by`. Returns the file's id. Raises storage.TooLarge."""
    with storage.receive(BytesIO(content), longest=LARGEST) as incoming, transaction.atomic():
        locks.share(incoming.sha256)
        kept = storage.keep(incoming)
        row = StoredFile.objects.create(
            owner_subject=owner.subject,
            name=name,
            kind=KIND,
            size=kept.size,
            sha256=kept.sha256,
            path=kept.path,
            state=FileState.CLEAN,
            uploaded_at=at,
            uploaded_by=by.subject,
            checked_at=at,
        )
        audit.record(action="file.copy", by=by, at=at, about=f"file:{row.pk}")
    return row.pk


def open_copy(*, file_id: int, by: Actor, at: datetime) -> bytes:
    """The bytes of the actor's own copy. Raises UnknownFile, storage.DamagedFile."""
    row = StoredFile.objects.filter(id=file_id, kind=KIND, case_id__isnull=True, owner_subject=by.subject).first()
    if row is None:
        raise UnknownFile
    audit.record(action="file.open", by=by, at=at, about=f"file:{file_id}")
    return storage.read(row.path)


def forget_copy(*, file_id: int) -> None:
    """Remove a copy whose time is over. As the platform; the bytes go when the transaction has committed."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [file_id, KIND])
        paths = [path for (path,) in cursor.fetchall()]
    transaction.on_commit(lambda: remove_bytes(paths))


def remove_bytes(paths: Iterable[str]) -> int:
    """Take bytes out of the store that no row points at any more. As the platform. Returns how many were removed."""
    removed = 0
    for path in paths:
        sha256 = PurePosixPath(path).name
        with transaction.atomic():
            if locks.try_alone(sha256) and not StoredFile.objects.filter(sha256=sha256).exists():
                storage.remove(path)
                removed += 1
    return removed
