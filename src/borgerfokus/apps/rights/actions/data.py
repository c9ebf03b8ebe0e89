"""Requests about data: the citizen points at what is wrong, or asks for a case to be erased; the unit answers."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.actions.posting import KIND_PREFIX, post
from borgerfokus.apps.rights.events import DataAnswered, DataRequested
from borgerfokus.apps.rights.models import DataOutcome, DataRequest, DataRequestKind, TargetKind
from borgerfokus.apps.rights.queries.letters import data_letter
from borgerfokus.apps.rights.queries.requests import data_of
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.pdf import render_general

TASK = "data_request"
_TITLES = {
    DataRequestKind.CORRECTION: "Borgeren siger, at noget er forkert",
    DataRequestKind.ERASURE: "Borgeren beder om at få sagen slettet",
}
_FITTING = {
    DataRequestKind.CORRECTION: frozenset({DataOutcome.CORRECTED, DataOutcome.NOTED, DataOutcome.REFUSED}),
    DataRequestKind.ERASURE: frozenset({DataOutcome.PROPOSED, DataOutcome.REFUSED}),
}


@dataclass(frozen=True)
class NewDataRequest:
    """What the citizen points at and asks for. `says` is what it says now, as the citizen saw it."""

    kind: DataRequestKind
    should: str
    says: str = ""
    target_kind: TargetKind = TargetKind.OTHER
    target: str = ""


@dataclass(frozen=True)
class DataAnswer:
    """The answer. `title` and `body` are the corrected entry, when an entry is corrected."""

    outcome: DataOutcome
    answer: str
    version: int
    title: str = ""
    body: str = ""


def ask(*, case_id: int, new: NewDataRequest, by: Actor, at: datetime) -> int | Refusal:
    """The citizen, or who acts for it, asks. Returns the request's id. It is answered within `gdpr.answer`.

    Raises Hidden unless the actor may write in the case for the citizen.
    """
    if not new.should.strip():
        return no.SAY_WHAT
    months = parameters.at("gdpr.answer", on=day_of(at)).number
    with casework.changing(case_id=case_id, verb=Verb.COMMENT_WRITE, by=by, at=at, action="data.request") as opened:
        row = DataRequest.objects.create(
            case=opened.case,
            person_id=by.id,
            kind=new.kind,
            target_kind=new.target_kind,
            target=new.target,
            says=new.says.strip(),
            should=new.should.strip(),
            asked_at=at,
            asked_by=by.subject,
            due=add_months(day_of(at), months),
        )
        owner = casework.owner_of_work(opened)
        task = casework.NewTask(
            kind=TASK,
            title=_TITLES[new.kind],
            due=row.due,
            reference=f"data:{row.pk}",
            employee=owner.get("employee"),
            unit=owner.get("unit"),
        )
        row.task_id = casework.give_in(opened, task=task)
        row.save(update_fields=["task"])
        opened.append(DataRequested(request=row.pk, request_kind=new.kind, due=row.due.isoformat()))
    return row.pk


def answer(*, request_id: int, new: DataAnswer, by: Actor, at: datetime) -> Refusal | None:
    """Answer: corrected (both versions stay), noted that the citizen disagrees, proposed for erasure, or refused.

    The citizen gets a letter with the reasons and the way to complain.
    """
    row = data_of(request_id=request_id, by=by, at=at)
    if not new.answer.strip():
        return no.NO_ANSWER
    if new.outcome not in _FITTING[DataRequestKind(row.kind)]:
        return no.NOT_THAT_OUTCOME
    casework.require(verb=Verb.ACCESS_HANDLE, case=row.case, by=by, at=at)
    if row.outcome:
        return no.ANSWERED
    if row.version != new.version:
        return no.CHANGED
    refused = _carry_out(row, new, by, at)
    if refused is not None:
        return refused
    with casework.changing(
        case_id=row.case_id, verb=Verb.ACCESS_HANDLE, by=by, at=at, action="data.answer"
    ) as opened:
        row = DataRequest.objects.select_for_update().get(pk=request_id)
        row.outcome, row.answer = new.outcome, new.answer.strip()
        row.answered_at, row.answered_by = at, by.subject
        row.version += 1
        row.save()
        for task in casework.Task.objects.filter(case=opened.case, reference=f"data:{row.pk}", done_at__isnull=True):
            casework.complete_in(opened, task=task, result=new.outcome)
        letter = data_letter(case=opened.case, request=row, on=day_of(at))
        told = journal.NewLetter(
            content=render_general(letter=letter, language="da"),
            name=letter.heading,
            title=letter.heading,
            to=people.card(row.person_id, case_id=row.case_id).name,
            body=letter.body,
            kind=f"{KIND_PREFIX}data",
            reference=f"data:{row.pk}",
        )
        post(opened, letter=told, person_id=row.person_id)
        opened.append(DataAnswered(request=row.pk, request_kind=row.kind, outcome=row.outcome))
    return None


def _carry_out(row: DataRequest, new: DataAnswer, by: Actor, at: datetime) -> Refusal | None:
    """What the answer promises is done in the same transaction."""
    if new.outcome == DataOutcome.CORRECTED and row.target_kind == TargetKind.ENTRY:
        line = journal.line(entry_id=int(row.target), by=by, at=at)
        return journal.correct(
            entry_id=line.id,
            version=line.version,
            title=new.title or line.title,
            body=new.body or line.body,
            reason=_REASON,
            by=by,
            at=at,
        )
    if new.outcome in {DataOutcome.NOTED, DataOutcome.CORRECTED}:
        title = _NOTED if new.outcome == DataOutcome.NOTED else _CORRECTED
        note = journal.NewEntry(title=title, body=f"{row.says}\n\n{row.should}".strip(), channel="self_service")
        done = journal.write_note(case_id=row.case_id, note=note, by=by, at=at)
        return done if isinstance(done, Refusal) else None
    if new.outcome == DataOutcome.PROPOSED:
        jobs.defer("rights.propose_asked", request_id=row.pk)
    return None


_REASON = "Borgeren har gjort opmærksom på en fejl"
_NOTED = "Borgeren er uenig i en oplysning"
_CORRECTED = "En oplysning er rettet efter borgerens ønske"
