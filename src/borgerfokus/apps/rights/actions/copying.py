"""The whole copy of what is held about a person (article 15): ordered, made in the background, fetched, removed."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.actions.copy_pdf import as_pdf
from borgerfokus.apps.rights.models import DataExport, ExportState
from borgerfokus.apps.rights.queries import copying
from borgerfokus.apps.rights.queries.copying import CopiedTable
from borgerfokus.apps.rights.queries.requests import copy_of
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Look, Purpose, Scope, acting_as, current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import copies
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people

NAME = "Mine data.zip"
_JOB = "rights.copy"
_JSON = "data.json"


def order(*, by: Actor, at: datetime) -> int | Refusal:
    """A citizen asks for the whole copy of its own data. Returns its id. Refused while one is being made."""
    if not by.is_citizen:
        raise Hidden("copies")
    on = day_of(at)
    if DataExport.objects.filter(person_id=by.id, state__in=[ExportState.QUEUED, ExportState.RUNNING]).exists():
        return no.COPY_RUNNING
    months = parameters.at("gdpr.answer", on=on).number
    row = DataExport.objects.create(person_id=by.id, asked_at=at, due=add_months(on, months))
    audit.record(action="copy.order", by=by, at=at, about=f"copy:{row.pk}")
    jobs.defer(_JOB, export_id=row.pk)
    return row.pk


def fetch(*, export_id: int, by: Actor, at: datetime) -> bytes:
    """The copy itself, to nobody but the person it is about. Raises Hidden, files.DamagedFile."""
    row = copy_of(export_id=export_id, by=by)
    if row.state != ExportState.READY or row.file_id is None:
        raise Hidden(f"copy {export_id}")
    try:
        content = copies.open_copy(file_id=row.file_id, by=by, at=at)
    except files.UnknownFile:
        raise Hidden(f"copy {export_id}") from None
    current().saw(by.id, look=Look.EXTRACT)
    DataExport.objects.filter(pk=row.pk).update(fetched_at=at)
    return content


def fetch_json(*, export_id: int, by: Actor, at: datetime) -> str:
    """The machine-readable part of the copy alone. Raises Hidden, files.DamagedFile."""
    with zipfile.ZipFile(io.BytesIO(fetch(export_id=export_id, by=by, at=at))) as pack:
        return pack.read(_JSON).decode()


def make(*, export_id: int, at: datetime) -> None:
    """Make an ordered copy, telling how far it has come. Opens its own transactions: one for each table.

    Tried again after a failure it begins anew; one that is ready or gone is left alone.
    """
    with _platform(at):
        row = DataExport.objects.filter(pk=export_id, state__in=[ExportState.QUEUED, ExportState.RUNNING]).first()
        if row is None:
            return
        models = copying.tables()
        DataExport.objects.filter(pk=export_id).update(state=ExportState.RUNNING, steps=len(models) + 1, done=0)
        person = copying.actor_of(person_id=row.person_id, name=people.card(row.person_id).name)
    found = list[CopiedTable]()
    for number, model in enumerate(models, start=1):
        with acting_as(person, purpose=Purpose.OWN_CASE, at=at):
            found.append(copying.copied(model=model, person_id=person.id, on=day_of(at)))
        with _platform(at):
            DataExport.objects.filter(pk=export_id).update(done=number)
    with acting_as(person, purpose=Purpose.OWN_CASE, at=at) as scope:
        scope.saw(person.id, look=Look.EXTRACT)
        content = _packed(person, found, at)
    with _platform(at):
        _keep(export_id, person, content, at)


def remove_old(*, at: datetime) -> int:
    """Remove copies whose time is over. As the platform. Returns how many."""
    rows = list(DataExport.objects.filter(state=ExportState.READY, kept_until__lt=day_of(at)))
    for row in rows:
        if row.file_id is not None:
            copies.forget_copy(file_id=row.file_id)
        DataExport.objects.filter(pk=row.pk).update(state=ExportState.GONE, file_id=None)
    return len(rows)


def _platform(at: datetime) -> AbstractContextManager[Scope]:
    return acting_as(system(_JOB), purpose=Purpose.OPERATION, at=at)


def _keep(export_id: int, person: Actor, content: bytes, at: datetime) -> None:
    days = parameters.at("gdpr.export_kept", on=day_of(at)).number
    with transaction.atomic():
        by = system(_JOB)
        file_id = copies.store_copy(content=content, name=NAME, owner=person, by=by, at=at)
        DataExport.objects.filter(pk=export_id).update(
            state=ExportState.READY,
            ready_at=at,
            kept_until=day_of(at) + timedelta(days=days),
            file_id=file_id,
            done=len(copying.tables()) + 1,
        )
        audit.record(action="copy.ready", by=by, at=at, about=f"copy:{export_id}")


def _packed(person: Actor, found: Sequence[CopiedTable], at: datetime) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("LAES-MIG.txt", _READ_ME)
        pack.writestr(_JSON, as_json(person=person, found=found, at=at))
        pack.writestr("data.pdf", as_pdf(person=person, found=found, on=day_of(at)))
        for name, content in _documents(person):
            pack.writestr(name, content)
    return made.getvalue()


def as_json(*, person: Actor, found: Sequence[CopiedTable], at: datetime) -> str:
    """The machine-readable copy; its shape is told in `LAES-MIG.txt`."""
    document = {
        "format": "borgerfokus.article15.1",
        "municipality": settings.MUNICIPALITY,
        "made_at": at.isoformat(),
        "person": person.name,
        "tables": [
            {
                "table": one.label,
                "title": one.title.da,
                "purpose": one.purpose.da,
                "source": one.source.da,
                "recipients": one.recipients.da,
                "kept": one.kept.da,
                "fields": dict(one.fields),
                "rows": [dict(row) for row in one.rows],
            }
            for one in found
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _documents(person: Actor) -> Iterable[tuple[str, bytes]]:
    """The files of the person's own cases that it may read."""
    own = Case.objects.filter(citizen_id=person.id).values("pk")
    rows = StoredFile.objects.filter(case_id__in=own, state=FileState.CLEAN, withheld=False).order_by("pk")
    for row in rows:
        try:
            yield f"dokumenter/{row.pk} {row.name}", files.read_bytes(file_id=row.pk)
        except (files.UnknownFile, files.DamagedFile):
            continue


_READ_ME = """Din kopi indeholder:

data.pdf     til at læse
data.json    det samme til maskiner
dokumenter/  filerne i dine sager, som du må se

Sådan er data.json bygget:
  format, municipality, made_at, person
  tables: en liste. Hver tabel har
    table       tabellens navn
    title       hvad den hedder på dansk
    purpose     hvorfor vi har oplysningerne
    source      hvor de kommer fra
    recipients  hvem der kan se dem
    kept        hvor længe de gemmes
    fields      felt: hvor godt det er beskyttet (plain, ordinary, sensitive, number)
    rows        rækkerne om dig. Dage skrives ÅÅÅÅ-MM-DD.
"""
