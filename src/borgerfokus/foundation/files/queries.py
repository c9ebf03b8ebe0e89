"""Reads of stored files. Whoever gives a case's id here has checked that the actor sees the case."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files.models import FileState, StoredFile


class UnknownFile(LookupError):
    """There is no such file, or not for this actor: the answer is 404 either way."""


@dataclass(frozen=True)
class Stored:
    """A file as it is listed."""

    id: int
    name: str
    kind: str
    size: int
    sha256: str
    state: FileState
    case_id: int | None
    uploaded_at: datetime
    uploaded_by: str
    withheld: bool
    version: int


def of_case(case_id: int, *, by: Actor) -> QuerySet[StoredFile]:
    """The files of a case that the actor sees, oldest first; withheld ones for staff only."""
    rows = StoredFile.objects.filter(case_id=case_id).order_by("uploaded_at", "id")
    return rows if by.is_employee or by.everything else rows.filter(withheld=False)


def unclaimed_of(by: Actor) -> QuerySet[StoredFile]:
    """The actor's own uploads that belong to no case yet, oldest first."""
    rows = StoredFile.objects.filter(case_id__isnull=True, owner_subject=by.subject)
    return rows.order_by("uploaded_at", "id")


def held_by(holder: str) -> QuerySet[StoredFile]:
    """The files that belong to something else than a case ("concern:…"), oldest first. The caller has checked it."""
    return StoredFile.objects.filter(case_id__isnull=True, owner_subject=holder).order_by("uploaded_at", "id")


def get(file_id: int, *, case_id: int | None, by: Actor) -> StoredFile:
    """One file of the case, or of the actor's own when `case_id` is None. Raises UnknownFile."""
    rows = unclaimed_of(by) if case_id is None else of_case(case_id, by=by)
    row = rows.filter(id=file_id).first()
    if row is None:
        raise UnknownFile
    return row


def listed(*, file_ids: list[int], case_id: int | None, by: Actor) -> dict[int, Stored]:
    """Files by id, as they are listed; those that the actor does not see are left out."""
    rows = unclaimed_of(by) if case_id is None else of_case(case_id, by=by)
    return {row.pk: stored(row) for row in rows.filter(id__in=file_ids)}


def stored(row: StoredFile) -> Stored:
    """A row as a value."""
    return Stored(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        size=row.size,
        sha256=row.sha256,
        state=FileState(row.state),
        case_id=row.case_id,
        uploaded_at=row.uploaded_at,
        uploaded_by=row.uploaded_by,
        withheld=row.withheld,
        version=row.version,
    )
