"""Notes on the line of time: what happened on a day that a figure may show."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.insight.models import FigureNote
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

LONGEST = 120
_EMPTY = Refusal(
    code="note_empty",
    text=Text(da="Skriv, hvad der skete den dag.", en="Write what happened on that day."),
    article="",
)


@dataclass(frozen=True)
class NewNote:
    """A note: `unit` "" for everybody, `kind` "" for every case type, `public` for everybody to read."""

    on: date
    text: str
    unit: str = ""
    kind: str = ""
    public: bool = False


def add_note(*, new: NewNote, by: Actor, at: datetime) -> Refusal | None:
    """Write a note. The caller has checked that the actor leads the unit, or is told figures of them all."""
    text = " ".join(new.text.split())[:LONGEST]
    if not text:
        return _EMPTY
    row = FigureNote(
        on=new.on,
        text=text,
        unit=new.unit,
        kind=new.kind,
        public=new.public and not new.unit,
        written_at=at,
        written_by=by.subject,
        written_by_name=by.name,
    )
    row.save(force_insert=True)
    audit.record(action="figures.note", by=by, at=at, about=f"note:{row.pk}", public=row.public)
    return None


def remove_note(*, note_id: int, by: Actor, at: datetime) -> None:
    """Take a note away again; only who wrote it. Raises Hidden."""
    removed, _kinds = FigureNote.objects.filter(pk=note_id, written_by=by.subject).delete()
    if not removed:
        raise Hidden(f"note {note_id}")
    audit.record(action="figures.note.remove", by=by, at=at, about=f"note:{note_id}")
