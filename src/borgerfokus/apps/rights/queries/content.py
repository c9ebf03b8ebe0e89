"""Everything that a case holds, record by record in order of day, as whoever treats a request for access reads it.

What a record says is read where it stands and never copied: the treatment names it by its `source`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.db.models import Q

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case, Consultation, Handover, Party, Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions.models import ActionPlan, Goal, GoalStep
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights.queries.copy_words import TABLES
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import PlanState
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.declare import declaration, own_models
from borgerfokus.foundation.access.erasing import column_of
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.people import queries as people

_SHORTEST_NAME = 3


@dataclass(frozen=True)
class File:
    """The file of a record."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """One record. `number` is the version of its text; `held` the article by which the journal withholds it.

    `internal`: a working document that has not left the municipality. `others`: names that it tells of, beside the
    citizen's own.
    """

    source: str
    kind: Text
    day: date
    title: str
    author: str
    text: str
    number: int = 0
    file: File | None = None
    held: str | None = None
    held_ground: str = ""
    internal: bool = False
    others: tuple[str, ...] = ()


def records(*, case: Case, by: Actor, at: datetime) -> tuple[Record, ...]:
    """Every record of a case that the actor works on, oldest first. Those who are named in it are logged as seen."""
    names = _names_of_others(case, at)
    found = [*_journal(case, by, at), *_known(case, at), *_working(case, by, at), *_elsewhere(case)]
    flagged = (_flagged(record, names) for record in found)
    return tuple(sorted(flagged, key=lambda record: (record.day, record.source)))


def _flagged(record: Record, names: tuple[str, ...]) -> Record:
    text = f"{record.title} {record.text} {record.file.name if record.file else ''}".casefold()
    told = tuple(name for name in names if name.casefold() in text)
    return Record(**{**record.__dict__, "others": told}) if told else record


def _names_of_others(case: Case, at: datetime) -> tuple[str, ...]:
    """The names of those who take part in the case or belong to the citizen's family, whole and by given name."""
    parties = Party.objects.filter(case=case).exclude(person_id=case.citizen_id).values_list("person_id", flat=True)
    cards = list(people.cards(parties, case_ids=dict.fromkeys(parties, case.pk)).values())
    cards += [known.other for known in people.relations_of(person_id=case.citizen_id, on=day_of(at))]
    names = {name for card in cards for name in (card.name, card.given_name) if len(name) >= _SHORTEST_NAME}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _journal(case: Case, by: Actor, at: datetime) -> Iterator[Record]:
    lines = journal.lines(case_id=case.pk, by=by, at=at)
    every = [one for line in lines for one in (line, *line.comments)]
    files = _files(one.document.file_id for one in every if one.document)
    for line in every:
        yield Record(
            source=f"entry:{line.id}",
            kind=_KINDS[line.kind],
            day=day_of(line.happened_at),
            title=line.title,
            author=line.author_name,
            text=line.body,
            number=line.number,
            file=files.get(line.document.file_id) if line.document else None,
            held=line.held.article if line.held else None,
            held_ground=line.held.ground if line.held else "",
            internal=line.document is not None and line.document.direction == "internal",
        )


def _files(file_ids: Iterable[int]) -> dict[int, File]:
    rows = StoredFile.objects.filter(pk__in=set(file_ids))
    return {row.pk: File(row.pk, row.name, row.kind, row.size, row.sha256) for row in rows}


def _known(case: Case, at: datetime) -> Iterator[Record]:
    """The facts that the case rests on, each with its source, and the assessments."""
    recorded = assessment.of_case(case=case, at=at)
    titles = {spec.key: spec.title.da for spec in case.type_version.spec.information}
    for key, row in recorded.evidence.items():
        held = row.entry.withheld_article if row.entry is not None and row.entry.withheld else None
        yield Record(
            source=f"fact:{row.pk}",
            kind=_FACT,
            day=day_of(row.recorded_at),
            title=titles.get(key, key),
            author="",
            text=f"{row.value}\n{row.source}",
            held=held,
        )
    for one in assessment.assessments(case_id=case.pk):
        text = "\n\n".join(part for part in (one.own_words, one.observed, one.resources, one.conclusion) if part)
        yield Record(f"assessment:{one.pk}", _ASSESSMENT, day_of(one.at), _ASSESSMENT.da, one.by_name, text)
    yield from _themes(case)


def _themes(case: Case) -> Iterator[Record]:
    found = assessment.themes_of(case=case)
    if found is None:
        return
    titles = {theme.key: theme.title.da for theme in found.frame.themes}
    for (theme, _round), row in found.rows.items():
        text = "\n\n".join(part for part in (row.own_words, row.no_words_why, row.observed, row.resources) if part)
        held = row.entry.withheld_article if row.entry is not None and row.entry.withheld else None
        title = titles.get(theme, theme)
        yield Record(f"theme:{row.pk}", _THEME, day_of(row.at), title, row.by_name, text, held=held)


def _working(case: Case, by: Actor, at: datetime) -> Iterator[Record]:
    """What has not left the municipality: drafts, questions to other units, handovers, the staff's own tasks."""
    for draft in decisions.decisions_of(case_id=case.pk, by=by, at=at):
        if draft.issued_at is None:
            why = draft.reasons
            parts = (draft.granted, draft.refused, why.rules, why.considerations, why.facts)
            text = "\n\n".join(filter(None, parts))
            yield _internal(f"draft:{draft.id}", _DRAFT, draft.edited_at, draft.applied_for, text)
    for asked in Consultation.objects.filter(case=case).select_related("unit"):
        text = "\n\n".join(part for part in (asked.question, asked.answer) if part)
        yield _internal(f"consultation:{asked.pk}", _CONSULTATION, asked.asked_at, asked.unit.name, text)
    for given in Handover.objects.filter(case=case).select_related("to_unit"):
        text = "\n\n".join(part for part in (given.must_know, given.promised, given.refusal_reason) if part)
        yield _internal(f"handover:{given.pk}", _HANDOVER, given.offered_at, given.to_unit.name, text)
    for task in Task.objects.filter(Q(for_whom="employee") | Q(for_whom="unit"), case=case).exclude(detail=""):
        yield _internal(f"task:{task.pk}", _TASK, task.created_at, task.title, task.detail)


def _elsewhere(case: Case) -> Iterator[Record]:
    """What the areas hold that are not read one by one here: every row of the case with words in it, as it declares."""
    drafted = frozenset(Goal.objects.filter(case=case, shown_at=None).values_list("pk", flat=True))
    for model in own_models():
        column = column_of(model)
        if model._meta.app_label not in _BY_DECLARATION or not column:
            continue
        declared = declaration(model)
        names = [one for one in declared.sensitive.split() if isinstance(model._meta.get_field(one), _WORDS)]
        told = TABLES.get(model._meta.label)
        kind = told.title if told else Text(da=model.__name__, en=model.__name__)
        for row in model._default_manager.filter(**{column: case.pk}).order_by("pk"):
            text = "\n\n".join(filter(None, (str(getattr(row, name)) for name in names)))
            if text:
                source = f"{model._meta.model_name}:{row.pk}"
                internal = not declared.article15 or _is_draft(row, drafted)
                yield Record(source, kind, _day_of(row, case), kind.da, "", text, internal=internal)


def _is_draft(row: models.Model, drafted: frozenset[int]) -> bool:
    """Whether it stands in a plan that the citizen has not been shown; `drafted` are the goals of such a plan."""
    if isinstance(row, ActionPlan):
        return row.shown_at is None and row.state != PlanState.DECLINED
    return (isinstance(row, Goal) and row.pk in drafted) or (isinstance(row, GoalStep) and row.goal_id in drafted)


def _day_of(row: models.Model, case: Case) -> date:
    """The first day that the row itself knows; the case's own when it knows none."""
    moments = (getattr(row, name, None) for name in ("at", "sent_at", "offered_at", "on", "started_on"))
    for found in moments:
        if isinstance(found, datetime):
            return day_of(found)
        if isinstance(found, date):
            return found
    return day_of(case.received_at)


def _internal(source: str, kind: Text, moment: datetime, title: str, text: str) -> Record:
    return Record(source, kind, day_of(moment), title or kind.da, "", text, internal=True)


_BY_DECLARATION = frozenset({"interventions", "coordination"})
_WORDS = (models.TextField, models.CharField)
_KINDS = {
    "note": Text(da="Notat", en="Note"),
    "comment": Text(da="Borgerens kommentar", en="The citizen's comment"),
    "statement": Text(da="Svar", en="Statement"),
    "document": Text(da="Dokument", en="Document"),
    "letter": Text(da="Brev", en="Letter"),
    "message": Text(da="Besked", en="Message"),
}
_FACT = Text(da="Oplysning", en="Fact")
_ASSESSMENT = Text(da="Vurdering", en="Assessment")
_THEME = Text(da="Tema i udredningen", en="Theme of the assessment")
_DRAFT = Text(da="Udkast til afgørelse", en="Draft of a decision")
_CONSULTATION = Text(da="Spørgsmål til en anden enhed", en="Question to another unit")
_HANDOVER = Text(da="Overlevering", en="Handover")
_TASK = Text(da="Intern opgave", en="Internal task")
