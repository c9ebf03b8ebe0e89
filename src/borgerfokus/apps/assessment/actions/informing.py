"""Informing the case: record a fact with its source, rule it out, ask for it, answer, assess."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.assessment.events import (
    Assessed,
    FactAnswered,
    FactAsked,
    FactMet,
    FactReminded,
    FactReopened,
    FactRuledOut,
)
from borgerfokus.apps.assessment.models import Assessment, Evidence, FactRequest, RuledOut
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import FactSpec, Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_INFORMED = "retssikkerhedsloven § 10"
_TASK = "fact"


@dataclass(frozen=True)
class Known:
    """What is known of a fact: the value, the kind of source, the entry it stands in, and as of when.

    `against_party` and `party_knows` decide whether the party must be heard about it (forvaltningsloven § 19).
    """

    kind: str
    value: str
    source: str
    as_of: date
    entry_id: int | None = None
    against_party: bool = False
    party_knows: bool = True


@dataclass(frozen=True)
class Ask:
    """Facts to ask one source for, with the day by which an answer is needed. `pause`: the case waits meanwhile."""

    facts: Sequence[str]
    source: Source
    whom: str
    due: date
    pause: bool


@dataclass(frozen=True)
class NewAssessment:
    """The citizen's own words first, then what is observed, own resources, and the conclusion. `level` is 0 to 4."""

    own_words: str
    observed: str
    resources: str
    conclusion: str
    level: int


def record(*, case_id: int, fact: str, known: Known, by: Actor, at: datetime) -> Refusal | None:
    """Record what is known of a fact. It replaces what was recorded before; that stays in the file."""
    if not known.value.strip() or not known.source.strip() or known.as_of > at.date():
        return _INCOMPLETE
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at) as opened:
        _spec(opened, fact)
        record_in(opened, fact=fact, known=known)
    return None


def record_in(opened: casework.OpenCase, *, fact: str, known: Known) -> None:
    """As `record`, on a case that is open already."""
    _end(opened, fact)
    row = Evidence.objects.create(
        case=opened.case,
        fact=fact,
        kind=known.kind,
        entry_id=known.entry_id,
        value=known.value,
        source=known.source,
        as_of=known.as_of,
        against_party=known.against_party,
        party_knows=known.party_knows,
        recorded_at=opened.at,
        recorded_by=opened.by.subject,
    )
    opened.append(
        FactMet(fact=fact, evidence=row.pk, source_kind=known.kind, as_of=known.as_of.isoformat())
    )


def rule_out(*, case_id: int, fact: str, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Say that a fact is not needed in this case, and why."""
    if not reason.strip():
        return _NO_REASON
    with casework.changing(
        case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.rule_out"
    ) as opened:
        _spec(opened, fact)
        _end(opened, fact)
        RuledOut.objects.create(case=opened.case, fact=fact, reason=reason, at=at, by=by.subject)
        opened.append(FactRuledOut(fact=fact))
    return None


def reopen(*, case_id: int, fact: str, by: Actor, at: datetime) -> None:
    """Take back what was said of a fact: it is missing again."""
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.reopen") as opened:
        if _end(opened, fact):
            opened.append(FactReopened(fact=fact))


def ask(*, case_id: int, ask: Ask, by: Actor, at: datetime) -> Refusal | None:
    """Ask for facts. The citizen gets a task for each; with `pause` the case waits and its dates move."""
    if not ask.facts or ask.due <= at.date() or not ask.whom.strip():
        return _NO_DATE
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.ask") as opened:
        specs = [_spec(opened, fact) for fact in ask.facts]
        if refusal := _pause(opened, ask, specs):
            return refusal
        for spec in specs:
            _ask_one(opened, ask, spec)
    return None


def remind(*, request_id: int, by: Actor, at: datetime) -> None:
    """Remind whoever was asked."""
    row = _open_request(request_id)
    with casework.changing(
        case_id=row.case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.remind"
    ) as opened:
        row.reminded_at = at
        row.save(update_fields=["reminded_at"])
        opened.append(FactReminded(fact=row.fact, request=row.pk))


def answer_in(opened: casework.OpenCase, *, request: FactRequest, entry_id: int | None, result: str) -> None:
    """What was asked for has come (or cannot): the task is done, and the case goes on when nothing is open."""
    request.answered_at, request.answer_entry_id = opened.at, entry_id
    request.save(update_fields=["answered_at", "answer_entry"])
    task = Task.objects.filter(pk=request.task_id or 0, done_at__isnull=True).first()
    if task is not None:
        casework.complete_in(opened, task=task, result=result)
    opened.append(FactAnswered(fact=request.fact, request=request.pk, entry=entry_id))
    waiting = FactRequest.objects.filter(
        case=opened.case, answered_at__isnull=True, withdrawn_at__isnull=True
    ).exists()
    if opened.case.waiting_for and not waiting:
        casework.resume_in(opened, because="fact.answered")


def answer(*, request_id: int, answer: journal.NewEntry, by: Actor, at: datetime) -> Refusal | None:
    """The citizen (or who acts for the citizen) answers in words instead of with a document."""
    if not answer.body.strip():
        return _INCOMPLETE
    row = _open_request(request_id)
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.FACT_RECORD
    with casework.changing(case_id=row.case_id, verb=verb, by=by, at=at, action="fact.answer") as opened:
        entry_id = journal.give_statement_in(opened, statement=answer)
        answer_in(opened, request=row, entry_id=entry_id, result="answered")
    return None


def answer_with_document(
    *, request_id: int, document: journal.NewDocument, by: Actor, at: datetime
) -> int:
    """The citizen sends the document that was asked for. Returns the journal entry's id."""
    row = _open_request(request_id)
    with casework.changing(
        case_id=row.case_id, verb=Verb.DOCUMENT_ADD, by=by, at=at, action="fact.answer_with_document"
    ) as opened:
        entry_id = journal.add_document_in(opened, document=document)
        answer_in(opened, request=row, entry_id=entry_id, result="document")
    return entry_id


def assess(*, case_id: int, new: NewAssessment, by: Actor, at: datetime) -> Refusal | None:
    """Keep an assessment as the newest; the earlier ones stay beside it."""
    if not new.observed.strip() or not new.conclusion.strip() or not 0 <= new.level <= 4:
        return _NO_CONCLUSION
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="case.assess") as opened:
        number = opened.case.assessments.count() + 1
        Assessment.objects.create(
            case=opened.case,
            number=number,
            own_words=new.own_words,
            observed=new.observed,
            resources=new.resources,
            conclusion=new.conclusion,
            level=new.level,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        opened.append(Assessed(number=number, level=new.level))
    return None


def _ask_one(opened: casework.OpenCase, ask: Ask, spec: FactSpec) -> None:
    FactRequest.objects.filter(
        case=opened.case, fact=spec.key, answered_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=opened.at)
    task_id = None
    if ask.source is Source.CITIZEN:
        task = casework.NewTask(
            kind=_TASK, title=spec.title.da, detail=spec.how_to_ask.da, due=ask.due, reference=spec.key
        )
        task_id = casework.give_in(opened, task=task)
    row = FactRequest.objects.create(
        case=opened.case,
        fact=spec.key,
        source=ask.source,
        whom=ask.whom,
        text=spec.how_to_ask.da,
        due=ask.due,
        task_id=task_id,
        asked_at=opened.at,
        asked_by=opened.by.subject,
    )
    opened.append(FactAsked(fact=spec.key, request=row.pk, source=ask.source, due=ask.due.isoformat()))


def _pause(opened: casework.OpenCase, ask: Ask, specs: Sequence[FactSpec]) -> Refusal | None:
    if not ask.pause:
        return None
    whom = Ball.YOU if ask.source is Source.CITIZEN else Ball.OTHER
    reason = ", ".join(spec.title.da for spec in specs)
    pause = casework.Pause(whom=whom, name=ask.whom, reason=reason, answer_by=ask.due)
    return casework.suspend_in(opened, pause=pause)


def _end(opened: casework.OpenCase, fact: str) -> bool:
    ended = Evidence.objects.filter(case=opened.case, fact=fact, ended_at__isnull=True).update(ended_at=opened.at)
    ended += RuledOut.objects.filter(case=opened.case, fact=fact, ended_at__isnull=True).update(ended_at=opened.at)
    return bool(ended)


def _spec(opened: casework.OpenCase, fact: str) -> FactSpec:
    try:
        return opened.case.type_version.spec.fact(fact)
    except KeyError:
        raise Hidden(f"fact {fact}") from None


def _open_request(request_id: int) -> FactRequest:
    row = FactRequest.objects.filter(
        pk=request_id, answered_at__isnull=True, withdrawn_at__isnull=True
    ).first()
    if row is None:
        raise Hidden(f"request {request_id}")
    return row


_INCOMPLETE = Refusal(
    code="incomplete",
    text=Text(
        da="Skriv, hvad der er oplyst, hvor det kommer fra, og fra hvilken dag. Dagen kan ikke ligge i fremtiden.",
        en="Write what is known, where it comes from, and as of which day. The day cannot lie in the future.",
    ),
    article=_INFORMED,
)
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv, hvorfor oplysningen ikke er nødvendig i denne sag. Borgeren kan læse det.",
        en="Write why the fact is not needed in this case. The citizen can read it.",
    ),
    article=_INFORMED,
)
_NO_DATE = Refusal(
    code="no_date",
    text=Text(
        da="Vælg mindst én oplysning, hvem du spørger, og en dag efter i dag, hvor svaret skal være her.",
        en="Choose at least one fact, whom you ask, and a day after today by which the answer must be here.",
    ),
    article="retssikkerhedsloven § 11",
)
_NO_CONCLUSION = Refusal(
    code="no_conclusion",
    text=Text(
        da="Skriv, hvad du har set, og hvad du konkluderer, og vælg et niveau fra 0 til 4.",
        en="Write what you have observed and what you conclude, and choose a level from 0 to 4.",
    ),
    article=_INFORMED,
)
