"""Letters on paper: the queue that somebody prints from, and runs that a print house prints and posts."""

import csv
import hashlib
import zipfile
from collections.abc import Collection, Iterator
from datetime import datetime
from io import BytesIO, StringIO
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.access.scope import current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import delivery, making, queries
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState, PrintRun
from borgerfokus.foundation.outbox.paper import presumed_on
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.foundation.parameters import service as parameters

LARGEST_RUN: Final = 500
MANIFEST: Final = "manifest.csv"
_SHORTEST: Final = 8
_HEADS: Final = ("nr", "fil", "message_id", "sha256", "bytes")


class NotAllowed(PermissionError):
    """The actor may not look after letters."""


def print_queue(*, by: Actor) -> list[Sending]:
    """Letters that wait to be printed here, oldest first. Raises NotAllowed without LETTERS_MANAGE.

    Whoever sees cases sees the letters of those; the print room, which sees none, sees all.
    """
    _require(by)
    return [queries.sending(row) for row in _printable(by).filter(run__isnull=True)[: 2 * LARGEST_RUN]]


def open_for_print(*, message_id: UUID, by: Actor, at: datetime) -> files.Opened | files.FileRefused:
    """The letter itself, to be printed. Raises NotAllowed, files.UnknownFile."""
    _require(by)
    row = _printable(by).filter(message_id=message_id).first()
    if row is None:
        raise files.UnknownFile
    return _open(row, by=by, at=at)


def mark_printed(*, message_ids: Collection[UUID], by: Actor, at: datetime) -> int:
    """The letters have been printed and posted today. Returns how many of them were still waiting.

    They count as received when the presumption of the rules says so. Raises NotAllowed.
    """
    _require(by)
    return _printed(_printable(by).filter(run__isnull=True, message_id__in=set(message_ids)), by=by, at=at)


def make_run(*, by: Actor, at: datetime) -> PrintRun | None:
    """Put the letters that wait, the oldest first, into a run for the print house. None when none waits."""
    _require(by)
    rows = _printable(by).filter(run__isnull=True).select_for_update(of=("self",))
    chosen = [row.message_id for row in rows[:LARGEST_RUN]]
    if not chosen:
        return None
    run = PrintRun.objects.create(made_at=at, made_by=by.subject, letters=len(chosen))
    Message.objects.filter(message_id__in=chosen).update(run=run)
    audit.record(action="print_run.make", by=by, at=at, about=f"print_run:{run.pk}", letters=len(chosen))
    return run


def runs(*, by: Actor, newest: int) -> list[PrintRun]:
    """The runs that were made, newest first. Raises NotAllowed."""
    _require(by)
    return list(PrintRun.objects.order_by("-pk")[:newest])


def packed(*, run_id: int, by: Actor, at: datetime) -> bytes:
    """The run as a ZIP: every letter as a PDF by its number, and a manifest that names nobody. Raises Hidden.

    Refused to whoever does not see each of its letters.
    """
    run = _open_run(run_id, by=by)
    rows = list(_printable(by).filter(run=run))
    if len(rows) != run.letters:
        raise Hidden(f"print run {run_id}")
    packed_into, manifest = BytesIO(), StringIO()
    lines = csv.writer(manifest, delimiter=";")
    lines.writerow(_HEADS)
    with zipfile.ZipFile(packed_into, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (row, content) in enumerate(_contents(rows, by=by, at=at), start=1):
            name = f"{number:04d}.pdf"
            package.writestr(name, content)
            lines.writerow((number, name, row.message_id, hashlib.sha256(content).hexdigest(), len(content)))
        package.writestr(MANIFEST, manifest.getvalue())
    audit.record(action="print_run.pack", by=by, at=at, about=f"print_run:{run_id}", letters=len(rows))
    return packed_into.getvalue()


def send_run(*, run_id: int, by: Actor, at: datetime) -> int:
    """The print house has printed and posted the run today. Returns how many letters that were. Raises Hidden."""
    run = _open_run(run_id, by=by)
    run.sent_at = at
    run.save(update_fields=["sent_at"])
    audit.record(action="print_run.send", by=by, at=at, about=f"print_run:{run_id}")
    return _printed(_printable(by).filter(run=run), by=by, at=at)


def undo_run(*, run_id: int, by: Actor, at: datetime) -> None:
    """Put the letters of a run back into the queue. Raises Hidden."""
    run = _open_run(run_id, by=by)
    run.undone_at = at
    run.save(update_fields=["undone_at"])
    Message.objects.filter(run=run, state=MessageState.QUEUED).update(run=None)
    audit.record(action="print_run.undo", by=by, at=at, about=f"print_run:{run_id}")


def note_returned(*, number: str, by: Actor, at: datetime) -> bool:
    """A letter that was posted came back: somebody must see to it. Returns whether there is one with the number.

    `number` is the message id, or its first eight signs, as they stand in the letter and in the manifest of a run.
    """
    _require(by)
    rows = Message.objects.filter(channel=ChannelName.PAPER, state=MessageState.SENT, way__isnull=True)
    wanted = rows.annotate(text=Cast("message_id", TextField())).filter(text__startswith=number.strip().lower())
    found = list(wanted.select_for_update()[:2]) if len(number.strip()) >= _SHORTEST else []
    if len(found) != 1:
        return False
    delivery.fail(found[0], trouble=Trouble.RETURNED, at=at)
    audit.record(
        action="message.returned", by=by, at=at, case_id=found[0].case_id, about=f"message:{found[0].message_id}"
    )
    return True


def _open_run(run_id: int, *, by: Actor) -> PrintRun:
    _require(by)
    rows = PrintRun.objects.select_for_update().filter(pk=run_id, sent_at__isnull=True, undone_at__isnull=True)
    run = rows.first()
    if run is None:
        raise Hidden(f"print run {run_id}")
    return run


def _contents(rows: list[Message], *, by: Actor, at: datetime) -> Iterator[tuple[Message, bytes]]:
    for row in rows:
        opened = _open(row, by=by, at=at)
        if isinstance(opened, files.FileRefused):
            raise files.UnknownFile
        yield row, opened.content


def _open(row: Message, *, by: Actor, at: datetime) -> files.Opened | files.FileRefused:
    current().saw(row.person_id, case_id=row.case_id)
    if row.case_id is not None and not by.can(Verb.CASE_SEE):
        current().include_cases([row.case_id])
    file_id = row.file_id or making.make(row, by=by, at=at)
    if row.case_id is None:
        return files.open_held(file_id=file_id, holder=f"{making.HOLDER}{row.message_id}", by=by, at=at)
    return files.open_for(file_id=file_id, case_id=row.case_id, by=by, at=at)


def _printed(rows: QuerySet[Message], *, by: Actor, at: datetime) -> int:
    day = presumed_on(sent_at=at, parameters=parameters.parameters())
    found = list(rows.select_for_update(of=("self",)))
    for message in found:
        message.state = MessageState.SENT
        message.sent_at = at
        message.attempts += 1
        message.presumed_on = day
        message.next_try_at = at
        delivery.save(message)
        about = f"message:{message.message_id}"
        audit.record(
            action="message.print", by=by, at=at, case_id=message.case_id, about=about, channel=message.channel
        )
    return len(found)


def _printable(by: Actor) -> QuerySet[Message]:
    """The letters on paper that the actor prints. Whoever reviews a case in supervision has no part in its post."""
    at = current().at
    reviewed = Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=at), subject__in=by.subjects, ground=Ground.SUPERVISION, starts__lte=at
    )
    return queries.to_print().exclude(case_id__in=reviewed.values("case_id"))


def _require(by: Actor) -> None:
    if not by.can(Verb.LETTERS_MANAGE):
        raise NotAllowed
