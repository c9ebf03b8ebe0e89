"""The door of files: taking them in, telling about them, opening them.

A file that nobody has checked stays in quarantine. The citizen sees that it is being checked; staff may
open it after a page with a warning, because a case must not stand still where there is no scanner.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final
from urllib.parse import quote

from django.db import transaction
from django.db.models import F

from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import answers, kinds, locks, names, queries, scanning, storage
from borgerfokus.foundation.files.answers import FileRefused
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.files.queries import Stored
from borgerfokus.foundation.files.storage import Readable

__all__ = [
    "DamagedFile",
    "FileRefused",
    "Opened",
    "Stored",
    "UnknownFile",
    "attach",
    "hand_over",
    "open_for",
    "open_held",
    "read_bytes",
    "set_withheld",
    "store",
    "store_made",
]

MAX_BYTES: Final = storage.MAX_BYTES
UnknownFile = queries.UnknownFile
DamagedFile = storage.DamagedFile

_SAFE_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
_NOTHING_RUNS: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'"


@dataclass(frozen=True)
class Opened:
    """A file to be sent: its bytes, and the headers that keep it from doing anything in our name."""

    content: bytes
    media_type: str
    headers: dict[str, str]


def store(*, content: Readable, name: str, by: Actor, at: datetime, case_id: int | None = None) -> Stored | FileRefused:
    """Take in an uploaded file, or say why not. Nothing of a refused file is kept.

    Without `case_id` the file belongs to `by` until `attach`; in time it is removed if that never came (as a draft is).
    The bytes are on the disk before this returns. The row, and the job that checks it, come with the commit.
    """
    try:
        with storage.receive(content) as incoming:
            kind = kinds.look(incoming.handle, name=name)
            if isinstance(kind, FileRefused):
                audit.record(action="file.refuse", by=by, at=at, case_id=case_id, code=kind.code)
                return kind
            shown = names.safe(name, ending_of_kind=kind.ending, also=kind.also)
            with transaction.atomic():
                row = _row(incoming, name=shown, kind=kind, by=by, at=at, case_id=case_id)
                row.save(force_insert=True)
                audit.record(action="file.store", by=by, at=at, case_id=case_id, about=f"file:{row.pk}")
                if scanning.scanner() is not None:
                    jobs.defer("files.scan", file_id=row.pk)
    except storage.TooLarge:
        audit.record(action="file.refuse", by=by, at=at, case_id=case_id, code=answers.TOO_LARGE.code)
        return answers.TOO_LARGE
    return queries.stored(row)


def store_made(
    *, content: bytes, name: str, by: Actor, at: datetime, case_id: int | None = None, holder: str = ""
) -> Stored:
    """Keep a file that the platform itself has made, a letter for instance: it needs no check.

    Without a case it belongs to `holder` ("message:…").

    Raises ValueError when the content is not of a kind that we keep; that is a fault in the program.
    """
    with storage.receive(BytesIO(content)) as incoming, transaction.atomic():
        kind = kinds.look(incoming.handle, name=name)
        if isinstance(kind, FileRefused):
            raise ValueError(f"a file that was made here is refused: {kind.code}")
        shown = names.safe(name, ending_of_kind=kind.ending, also=kind.also)
        row = _row(incoming, name=shown, kind=kind, by=by, at=at, case_id=case_id)
        row.state = FileState.CLEAN
        row.checked_at = at
        if case_id is None and holder:
            row.owner_subject = holder
        row.save(force_insert=True)
        audit.record(action="file.make", by=by, at=at, case_id=case_id, about=f"file:{row.pk}")
    return queries.stored(row)


def attach(*, file_id: int, case_id: int, by: Actor, at: datetime) -> Stored:
    """Give an upload of `by` that has no case yet to a case that `by` sees. A file of that case stays.

    Raises UnknownFile for anything else.
    """
    mine = queries.unclaimed_of(by).filter(id=file_id)
    if mine.update(case_id=case_id, version=F("version") + 1):
        audit.record(action="file.attach", by=by, at=at, case_id=case_id, about=f"file:{file_id}")
    return queries.stored(queries.get(file_id, case_id=case_id, by=by))


def set_withheld(*, file_ids: Collection[int], case_id: int, withheld: bool, by: Actor, at: datetime) -> None:
    """Hide files from the citizen's side, or show them again. The caller has checked ground and right.

    Raises UnknownFile when one of them is no file of the case; then none is changed.
    """
    rows = queries.of_case(case_id, by=by).filter(id__in=set(file_ids))
    with transaction.atomic():
        if rows.update(withheld=withheld, version=F("version") + 1) != len(set(file_ids)):
            raise UnknownFile
        action = "file.withhold" if withheld else "file.show"
        for file_id in sorted(set(file_ids)):
            audit.record(action=action, by=by, at=at, case_id=case_id, about=f"file:{file_id}")


def open_for(
    *, file_id: int, case_id: int | None, by: Actor, at: datetime, acknowledged: bool = False
) -> Opened | FileRefused:
    """The file for somebody who sees case `case_id` (the caller has checked), or the uploader's own without.

    While the file is in quarantine a citizen is answered `BEING_CHECKED` and staff `UNCHECKED`.
    Staff get it with `acknowledged=True`, to save only. Raises UnknownFile, DamagedFile.
    """
    return _open(queries.get(file_id, case_id=case_id, by=by), by=by, at=at, acknowledged=acknowledged)


def open_held(
    *, file_id: int, holder: str, by: Actor, at: datetime, acknowledged: bool = False
) -> Opened | FileRefused:
    """The same for a file that belongs to something else than a case, which the caller has checked that `by` sees."""
    row = queries.held_by(holder).filter(id=file_id).first()
    if row is None:
        raise UnknownFile
    return _open(row, by=by, at=at, acknowledged=acknowledged)


def hand_over(*, file_ids: Collection[int], holder: str, by: Actor, at: datetime) -> tuple[int, ...]:
    """Give the files of a holder to `by`, who gives them to a case with `attach`. Returns their ids."""
    rows = queries.held_by(holder).filter(id__in=set(file_ids))
    found = tuple(rows.values_list("id", flat=True))
    rows.update(owner_subject=by.subject, version=F("version") + 1)
    for file_id in found:
        audit.record(action="file.hand_over", by=by, at=at, about=f"file:{file_id}")
    return found


def _open(row: StoredFile, *, by: Actor, at: datetime, acknowledged: bool) -> Opened | FileRefused:
    if row.state == FileState.REFUSED:
        return answers.MALICIOUS
    checked = row.state == FileState.CLEAN
    if not checked and not by.is_employee:
        return answers.BEING_CHECKED
    if not checked and not acknowledged:
        return answers.UNCHECKED
    audit.record(
        action="file.open", by=by, at=at, case_id=row.case_id, about=f"file:{row.pk}", quarantined=not checked
    )
    return Opened(storage.read(row.path), row.kind, _headers(row, inline=checked))


def read_bytes(*, file_id: int) -> bytes:
    """The bytes of a clean file, for letters on their way out. Raises UnknownFile and DamagedFile."""
    row = StoredFile.objects.filter(id=file_id, state=FileState.CLEAN).first()
    if row is None:
        raise UnknownFile
    return storage.read(row.path)


def _row(
    incoming: storage.Incoming, *, name: str, kind: kinds.Kind, by: Actor, at: datetime, case_id: int | None
) -> StoredFile:
    locks.share(incoming.sha256)
    kept = storage.keep(incoming)
    return StoredFile(
        case_id=case_id,
        owner_subject=by.subject,
        name=name,
        kind=kind.media_type,
        size=kept.size,
        sha256=kept.sha256,
        path=kept.path,
        uploaded_at=at,
        uploaded_by=by.subject,
    )


def _headers(row: StoredFile, *, inline: bool) -> dict[str, str]:
    """A PDF is drawn by the browser's own reader, which a sandbox would stop; it runs nothing as us."""
    kind = kinds.BY_MEDIA_TYPE[row.kind]
    shown = inline and kind.inline
    plain = row.name.encode("ascii", "replace").decode("ascii").replace("?", "_").replace('"', "_")
    how = "inline" if shown else "attachment"
    return {
        **_SAFE_HEADERS,
        "Content-Disposition": f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(row.name, safe='')}",
        "Content-Security-Policy": _NOTHING_RUNS if shown and kind is kinds.PDF else f"{_NOTHING_RUNS}; sandbox",
    }
