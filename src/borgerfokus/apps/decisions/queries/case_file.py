"""The file of a case as one document for the appeal body: decision, appeal, what happened, journal and documents."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from borgerfokus.apps.casework.models import Case, Event, EventPayload
from borgerfokus.apps.decisions.models import Appeal, Decision
from borgerfokus.apps.decisions.queries.event_words import words_of
from borgerfokus.apps.decisions.queries.letter import checked, outcome_of
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import AppealOutcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text import documents as text

_KINDS = {
    "note": Text(da="Notat", en="Note"),
    "comment": Text(da="Borgerens kommentar", en="The citizen's comment"),
    "statement": Text(da="Svar", en="Statement"),
    "document": Text(da="Dokument", en="Document"),
    "letter": Text(da="Brev", en="Letter"),
    "message": Text(da="Besked", en="Message"),
}
_CITIZEN = Text(da="Borgeren", en="The citizen")
_PLATFORM = Text(da="Systemet", en="The platform")
_PDF = "application/pdf"


def case_file(*, case: Case, decision: Decision, appeal: Appeal, body: str, by: Actor, at: datetime) -> text.CaseFile:
    """Everything on file, withheld entries with their ground: the appeal body sees the whole case."""
    language = decision.language
    issued = decision.issued_at or at
    letter = checked(case=case, decision=decision, at=issued, sent_on=day_of(issued)).letter
    appellant = people.card(appeal.filed_by_id, case_id=case.pk)
    lines = journal.lines(case_id=case.pk, by=by, at=at)
    return text.CaseFile(
        body=body,
        made_on=day_of(at),
        title=case.title,
        party=letter.addressee.name,
        opened_on=day_of(case.received_at),
        letter=letter,
        outcome=outcome_of(decision),
        appeal=_appeal(appeal, appellant.name, language),
        events=tuple(_events(case, language)),
        entries=tuple(_entries(lines, language)),
        documents=tuple(_documents(lines)),
    )


def held_with(lines: Iterable[journal.Line], *, on: date) -> journal.Withholding | None:
    """The file holds what its entries hold: withheld like the last of them that is looked at again, or open."""
    held = [line.held for line in lines if line.held is not None]
    if not held:
        return None
    last = max(held, key=lambda one: one.review_on or date.min)
    tomorrow = on + timedelta(days=1)
    return journal.Withholding(
        ground=last.ground, article=last.article, review_on=max(last.review_on or tomorrow, tomorrow)
    )


def _appeal(row: Appeal, appellant: str, language: str) -> text.Appeal:
    return text.Appeal(
        received_on=row.received_on,
        by=appellant,
        text=row.text,
        reassessed_on=day_of(row.answered_at) if row.answered_at else None,
        reassessment=AppealOutcome(row.outcome).label.in_(language) if row.outcome else "",
        reassessment_reasons=row.reasons,
    )


def _events(case: Case, language: str) -> Iterable[text.CaseFileEvent]:
    rows = list(Event.objects.filter(case=case).order_by("seq"))
    said = {row.event_id: row for row in EventPayload.objects.filter(case_id=case.pk)}
    names = _names(rows, language)
    for row in rows:
        what = words_of(kind=row.kind, said=said.get(row.pk), language=language)
        if what is not None:
            yield text.CaseFileEvent(on=day_of(row.at), what=what, by=names[row.actor])


def _names(rows: Iterable[Event], language: str) -> dict[str, str]:
    actors = {row.actor: row.actor.partition(":") for row in rows}
    numbers = [int(number) for kind, _, number in actors.values() if kind == ActorKind.EMPLOYEE]
    staff = organisation.colleagues(numbers)
    found = {}
    for actor, (kind, _, number) in actors.items():
        if kind == ActorKind.EMPLOYEE and int(number) in staff:
            found[actor] = staff[int(number)].name
        else:
            found[actor] = (_CITIZEN if kind == ActorKind.CITIZEN else _PLATFORM).in_(language)
    return found


def _entries(lines: Iterable[journal.Line], language: str) -> Iterable[text.CaseFileEntry]:
    for line in lines:
        if line.document is None:
            yield _entry(line, language)
        yield from (_entry(comment, language) for comment in line.comments)


def _entry(line: journal.Line, language: str) -> text.CaseFileEntry:
    kind = _KINDS[line.kind].in_(language)
    return text.CaseFileEntry(
        on=day_of(line.happened_at),
        kind=kind,
        title=line.title or kind,
        author=line.author_name,
        text=line.body,
        withheld=f"{line.held.ground}, {line.held.article}" if line.held else "",
    )


def _documents(lines: Iterable[journal.Line]) -> Iterable[text.CaseFileDocument]:
    listed = [(line, line.document) for line in lines if line.document is not None]
    kinds = dict(StoredFile.objects.filter(pk__in=[found.file_id for _, found in listed]).values_list("pk", "kind"))
    for line, found in listed:
        kind = kinds.get(found.file_id, "")
        yield text.CaseFileDocument(
            on=day_of(line.happened_at),
            title=line.title or found.name,
            file_name=found.name,
            media_type=kind,
            size=found.size,
            sha256=found.sha256,
            content=_content(found.file_id) if kind == _PDF else None,
        )


def _content(file_id: int) -> bytes | None:
    """The pages to enclose; a file that is in quarantine or damaged is listed with its checksum only."""
    try:
        return files.read_bytes(file_id=file_id)
    except (files.UnknownFile, files.DamagedFile):
        return None
