"""Informing the case: record a fact with its source, let another say otherwise, rule it out, answer, assess."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.assessment.events import (
    Assessed,
    FactAnswered,
    FactContradicted,
    FactMet,
    FactReopened,
    FactRuledOut,
    FactSettled,
)
from borgerfokus.apps.assessment.models import Assessment, Evidence, FactRequest, RuledOut, ThemeAssessment
from borgerfokus.apps.assessment.queries import current_round
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import FactSpec
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.sufficiency import EvidenceKind, Quality
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_INFORMED = "retssikkerhedsloven § 10"


@dataclass(frozen=True)
class Known:
    """What is known of a fact: the value, the kind of source, the entry it stands in, and as of when.

    `against_party` and `party_knows` decide whether the party must be heard about it (forvaltningsloven § 19).
    `complete` False: it is not enough to decide on. `theme_id` names what the assessment says of a theme now.
    """

    kind: str
    value: str
    source: str
    as_of: date
    entry_id: int | None = None
    against_party: bool = False
    party_knows: bool = True
    quality: Quality = Quality.UNSAID
    complete: bool = True
    theme_id: int | None = None


@dataclass(frozen=True)
class NewAssessment:
    """The citizen's own words first, then what is observed, own resources, and the conclusion. `level` is 0 to 4."""

    own_words: str
    observed: str
    resources: str
    conclusion: str
    level: int


def record(*, case_id: int, fact: str, known: Known, by: Actor, at: datetime) -> Refusal | None:
    """Record what is known of a fact. It replaces what was recorded before; that stays in the file.

    Refused while two pieces say otherwise: `settle` says first which of them holds. Raises Hidden for a theme of
    another case, or of a round that is over.
    """
    if not known.value.strip() or not known.source.strip() or known.as_of > at.date():
        return _INCOMPLETE
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at) as opened:
        _spec(opened, fact)
        if _contradiction(opened, fact) is not None:
            return _SETTLE_FIRST
        record_in(opened, fact=fact, known=known)
    return None


def record_in(opened: casework.OpenCase, *, fact: str, known: Known) -> None:
    """As `record`, on a case that is open already."""
    _end(opened, fact)
    row = _keep(opened, fact, known)
    opened.append(FactMet(fact=fact, evidence=row.pk, source_kind=row.kind, as_of=known.as_of.isoformat()))


def contradict(*, case_id: int, fact: str, known: Known, by: Actor, at: datetime) -> Refusal | None:
    """Record a piece that says otherwise about a fact. Both stand, and the case is not decided until it is settled."""
    if not known.value.strip() or not known.source.strip() or known.as_of > at.date():
        return _INCOMPLETE
    with casework.changing(
        case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.contradict"
    ) as opened:
        _spec(opened, fact)
        held = _in_force(opened, fact)
        if held is None:
            return _NOTHING_TO_CONTRADICT
        if _contradiction(opened, fact) is not None:
            return _SETTLE_FIRST
        row = _keep(opened, fact, known, contradicts=held)
        opened.append(FactContradicted(fact=fact, evidence=row.pk, against=held.pk))
    return None


def settle(*, case_id: int, fact: str, kept: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Of two pieces that say otherwise, say which holds and why. The other is set aside and stays in the file."""
    if not why.strip():
        return _NO_SETTLING_REASON
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.settle") as opened:
        against, held = _contradiction(opened, fact), _in_force(opened, fact)
        if against is None or held is None or kept not in (against.pk, held.pk):
            raise Hidden(f"contradiction of {fact}")
        keeps, aside = (held, against) if kept == held.pk else (against, held)
        aside.ended_at, aside.settled_why, aside.settled_by = at, why.strip(), by.subject
        aside.save(update_fields=["ended_at", "settled_why", "settled_by"])
        if keeps.contradicts_id is not None:
            keeps.contradicts = None
            keeps.save(update_fields=["contradicts"])
        opened.append(FactSettled(fact=fact, kept=keeps.pk, set_aside=aside.pk))
    return None


def rule_out(*, case_id: int, fact: str, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Say that a fact is not needed in this case, and why."""
    if not reason.strip():
        return _NO_REASON
    with casework.changing(
        case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.rule_out"
    ) as opened:
        _spec(opened, fact)
        if _contradiction(opened, fact) is not None:
            return _SETTLE_FIRST
        _end(opened, fact)
        RuledOut.objects.create(case=opened.case, fact=fact, reason=reason, at=at, by=by.subject)
        opened.append(FactRuledOut(fact=fact))
    return None


def reopen(*, case_id: int, fact: str, by: Actor, at: datetime) -> Refusal | None:
    """Take back what was said of a fact: it is missing again. Refused while two pieces say otherwise."""
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.reopen") as opened:
        if _contradiction(opened, fact) is not None:
            return _SETTLE_FIRST
        if _end(opened, fact):
            opened.append(FactReopened(fact=fact))
    return None


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


def _keep(
    opened: casework.OpenCase, fact: str, known: Known, *, contradicts: Evidence | None = None
) -> Evidence:
    theme = _theme(opened, known.theme_id)
    return Evidence.objects.create(
        case=opened.case,
        fact=fact,
        kind=EvidenceKind.THEME if theme else known.kind,
        entry_id=known.entry_id,
        theme=theme,
        quality=known.quality,
        complete=known.complete,
        contradicts=contradicts,
        value=known.value,
        source=known.source,
        as_of=known.as_of,
        against_party=known.against_party,
        party_knows=known.party_knows,
        recorded_at=opened.at,
        recorded_by=opened.by.subject,
    )


def _theme(opened: casework.OpenCase, theme_id: int | None) -> ThemeAssessment | None:
    if theme_id is None:
        return None
    row = ThemeAssessment.objects.filter(case=opened.case, pk=theme_id).select_related("round").first()
    if row is None or row.round.number != current_round(case_id=opened.case.pk):
        raise Hidden(f"theme {theme_id}")
    return row


def _in_force(opened: casework.OpenCase, fact: str) -> Evidence | None:
    rows = Evidence.objects.select_for_update().filter(case=opened.case, fact=fact, ended_at__isnull=True)
    return rows.filter(contradicts__isnull=True).first()


def _contradiction(opened: casework.OpenCase, fact: str) -> Evidence | None:
    rows = Evidence.objects.select_for_update().filter(case=opened.case, fact=fact, ended_at__isnull=True)
    return rows.filter(contradicts__isnull=False).first()


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
_SETTLE_FIRST = Refusal(
    code="fact.settle_first",
    text=Text(
        da="To oplysninger siger hver sit. Afgør først, hvilken af dem der gælder, og skriv hvorfor.",
        en="Two pieces say different things. First settle which of them holds, and write why.",
    ),
    article=_INFORMED,
)
_NOTHING_TO_CONTRADICT = Refusal(
    code="fact.nothing_to_contradict",
    text=Text(
        da="Der er ikke noget at sige imod endnu. Skriv oplysningen som den, der gælder.",
        en="There is nothing to say otherwise about yet. Record it as what holds.",
    ),
    article=_INFORMED,
)
_NO_SETTLING_REASON = Refusal(
    code="fact.no_settling_reason",
    text=Text(
        da="Skriv, hvorfor du lægger vægt på den ene og ikke den anden. Borgeren kan læse det.",
        en="Write why you give weight to the one and not the other. The citizen can read it.",
    ),
    article="forvaltningsloven § 24",
)
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv, hvorfor oplysningen ikke er nødvendig i denne sag. Borgeren kan læse det.",
        en="Write why the fact is not needed in this case. The citizen can read it.",
    ),
    article=_INFORMED,
)
_NO_CONCLUSION = Refusal(
    code="no_conclusion",
    text=Text(
        da="Skriv, hvad du har set, og hvad du konkluderer, og vælg et niveau fra 0 til 4.",
        en="Write what you have observed and what you conclude, and choose a level from 0 to 4.",
    ),
    article=_INFORMED,
)
