"""The readable copy of what is held about a person: what matters first, and what there is nothing of last."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from borgerfokus.apps.rights.queries import copy_said as said
from borgerfokus.apps.rights.queries.copying import CopiedTable
from borgerfokus.core.decisions.letter import Section
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.text.documents import AccessFile, Chapter
from borgerfokus.foundation.text.pdf import render_access_file

_MOST_ROWS = 2_000
"""So many rows of a table stand here; the machine-readable copy has them all."""
_SHORT, _FEW = 60, 5
_ORDER = (
    "people.Person",
    "people",
    "casework.Case",
    "dialogue.Request",
    "decisions",
    "interventions",
    "assessment",
    "journal",
    "case_messages",
    "booking",
    "outbox",
    "files",
    "dialogue",
    "coordination",
    "offers",
    "audit",
    "access",
    "rights",
    "casework",
)
"""What stands first: tables, and all that is left of an area. What is named nowhere comes last."""


def as_pdf(*, person: Actor, found: Sequence[CopiedTable], on: date) -> bytes:
    """The readable copy: what each table is for, and what stands in it about the person."""
    return render_access_file(file=document(person=person, found=found, on=on), language="da")


def document(*, person: Actor, found: Sequence[CopiedTable], on: date) -> AccessFile:
    """What the readable copy says, chapter by chapter."""
    ordered = sorted(found, key=lambda one: _rank(one.label))
    filled = [_chapter(one, on) for one in ordered if one.rows]
    nothing = [one for one in ordered if not one.rows]
    chapters = [Chapter(_ABOUT_HEADING, (Section(_ABOUT_LEAD, _ABOUT),)), *filled]
    if nothing:
        chapters.append(Chapter(_NOTHING_HEADING, (Section(_NOTHING_LEAD, _listed(nothing)),)))
    return AccessFile(
        heading=_TITLE,
        title=person.name,
        municipality=settings.MUNICIPALITY,
        case_number="",
        facts=(("Til", person.name), ("Fra", settings.MUNICIPALITY), ("Lavet", date_words(on).da)),
        made_on=on,
        chapters=tuple(chapters),
    )


def _rank(label: str) -> int:
    area = label.partition(".")[0]
    return next((place for place, one in enumerate(_ORDER) if one in {label, area}), len(_ORDER))


def _listed(tables: Sequence[CopiedTable]) -> str:
    return "\n".join(f"- {one.title.da}: {one.purpose.da}" for one in tables)


def _chapter(one: CopiedTable, on: date) -> Chapter:
    about = (
        f"Formål: {one.purpose.da}",
        f"Kilde: {one.source.da}",
        f"Hvem kan se det: {one.recipients.da}",
        f"Hvor længe: {one.kept.da}",
    )
    rows = [(row, said.lines(label=one.label, row=row, on=on)) for row in one.rows[:_MOST_ROWS]]
    parts = [Section("Om oplysningerne", "\n".join(about))]
    if all(len(told) <= _FEW and all(len(line) <= _SHORT for line in told) for _row, told in rows):
        parts.append(Section("Det står der", "\n".join(f"- {' · '.join(told) or '–'}" for _row, told in rows)))
    else:
        for number, (row, told) in enumerate(rows, start=1):
            more = said.answers(row=row, on=on) if one.label == "dialogue.Request" else ()
            parts.append(Section(f"Nr. {number}", "\n".join((*told, *more)) or "–"))
    if len(one.rows) > _MOST_ROWS:
        parts.append(Section("Resten", f"Der er {len(one.rows)} i alt. Alle står i data.json."))
    return Chapter(one.title.da, tuple(parts))


_TITLE = "En kopi af dine data"
_ABOUT_HEADING = "Om kopien"
_NOTHING_HEADING = "Det har vi ikke noget om"
_NOTHING_LEAD = "Her står ingenting om dig"
_ABOUT_LEAD = "Det er alt, systemet har om dig"
_ABOUT = """Kopien er lavet efter databeskyttelsesforordningens artikel 15.
Den viser, hvad vi har registreret om dig, hvorfor, hvor det kommer fra, hvem der kan se det, og hvor længe.
Andres navne er udeladt. Medarbejderes navne er som regel også udeladt.
Er noget holdt tilbage i din journal, står det ikke her. Du kan bede om aktindsigt i sagen.
Du kan bede om at få noget rettet eller slettet. Du kan også klage til Datatilsynet på datatilsynet.dk.
Ingen maskine træffer afgørelser om dig alene."""
