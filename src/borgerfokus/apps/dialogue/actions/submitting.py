"""Handing a request in: one act that opens the case, fills the journal, meets the first facts and sends a receipt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db import connection, transaction
from django.utils.timezone import make_aware

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import EvidenceKind
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.dialogue.actions.drafting import NOT_IN_USE, key_of
from borgerfokus.apps.dialogue.events import RequestReceived
from borgerfokus.apps.dialogue.models import Request
from borgerfokus.apps.dialogue.policies import SELF, STAFF, require_for
from borgerfokus.apps.dialogue.queries import dates as dating
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.intake import Checked, FieldError
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.files import queries as stored_files
from borgerfokus.foundation.files.models import FileState

SELF_SERVICE = "self_service"


@dataclass(frozen=True)
class NewRequest:
    """A filled-in form. `answers` by field, files as lists of the ids that `files.service.store` gave.

    `channel`: self_service, phone, desk or letter; `told_by`: who told it to staff, when it was not the citizen.
    `received_at` is when the citizen asked; for a citizen it is now.
    `language` is that of the page, and so of the letters about the case. The same `idempotency_key` is one request.
    """

    type_key: str
    citizen_id: int
    answers: Mapping[str, object]
    idempotency_key: str
    received_at: datetime
    channel: str = SELF_SERVICE
    told_by: str = ""
    language: str = "da"


@dataclass(frozen=True)
class Submitted:
    """The case that a request became, and the date promised. `again`: it had been handed in before."""

    case_id: int
    case_number: str
    promised_on: date | None
    again: bool


def submit(*, request: NewRequest, by: Actor, at: datetime) -> Submitted | tuple[FieldError, ...] | Refusal:
    """Hand a request in. Returns every error in the form, or why no case can be opened; nothing is kept then.

    A second submit with the same key, at the same time or later, is answered with the first one's case.
    Raises Hidden when the actor may not ask for this citizen.
    """
    relation = require_for(citizen_id=request.citizen_id, by=by)
    with transaction.atomic():
        _one_at_a_time(request, by)
        if known := _handed_in(request, by):
            return known
        version = casework.version_for(key=request.type_key, on=day_of(_received(request, by, at)))
        if version is None:
            return NOT_IN_USE
        looked = intake.check(form=version.spec.intake, given=request.answers)
        names, missing = _files(version, looked, request.answers, by)
        if looked.errors or missing:
            return (*looked.errors, *missing)
        return _open(_Form(request, version, looked, names, relation), by=by, at=at)


@dataclass(frozen=True)
class _Form:
    """A form that has been looked through and found in order."""

    request: NewRequest
    version: CaseTypeVersion
    looked: Checked
    file_names: Mapping[int, str]
    relation: str


def _open(form: _Form, *, by: Actor, at: datetime) -> Submitted | Refusal:
    request, spec = form.request, form.version.spec
    new = casework.NewCase(
        type_key=request.type_key,
        citizen_id=request.citizen_id,
        source=request.channel,
        need=intake.need_of(form=spec.intake, answers=form.looked.answers),
        received_at=_received(request, by, at),
    )
    case = casework.open_case(new=new, by=by, at=at)
    if isinstance(case, Refusal):
        return case
    told = _moments(form)
    case.moments = {**case.moments, **told}
    promised_on, _ = dating.promised(case=case, dates=dating.dates_of(case=case, at=at))
    with casework.changing(
        case_id=case.pk, verb=Verb.DOCUMENT_ADD, by=_handing_in(by), at=at, action=Verb.REQUEST_SUBMIT
    ) as opened:
        opened.case.moments = {**opened.case.moments, **told}
        _keep(opened, form, promised_on)
    drafts.drop(key=key_of(request.type_key, request.citizen_id), by=by)
    return Submitted(case_id=case.pk, case_number=case.number, promised_on=promised_on, again=False)


def _moments(form: _Form) -> dict[str, str]:
    """What the form tells of moments that a date of the case is counted from: the day somebody came home."""
    counted = {spec.starts_at for spec in form.version.spec.deadlines}
    answer = form.looked.answers.get(Moment.DISCHARGED)
    if Moment.DISCHARGED not in counted or not isinstance(answer, str):
        return {}
    return {Moment.DISCHARGED.value: make_aware(datetime.combine(date.fromisoformat(answer), time.min)).isoformat()}


def _keep(opened: casework.OpenCase, form: _Form, promised_on: date) -> None:
    request, looked = form.request, form.looked
    entry_id = _statement(opened, form)
    entries = _documents(opened, form)
    _first_facts(opened, form, entry_id, entries)
    row = Request.objects.create(
        case=opened.case,
        type_key=form.version.key,
        type_number=form.version.number,
        citizen_id=request.citizen_id,
        submitted_by=opened.by.subject,
        relation=form.relation,
        channel=request.channel,
        told_by=request.told_by if opened.by.is_employee else "",
        language=request.language,
        answers=dict(looked.answers),
        file_ids=sorted(entries),
        entry_id=entry_id,
        received_at=opened.case.received_at,
        submitted_at=opened.at,
        promised_on=promised_on,
        idempotency_key=request.idempotency_key,
    )
    opened.append(RequestReceived(request=row.pk, entry=entry_id, channel=request.channel, relation=form.relation))


def _statement(opened: casework.OpenCase, form: _Form) -> int:
    spec = form.version.spec
    body = intake.readable(form=spec.intake, answers=form.looked.answers, language="da", file_names=form.file_names)
    said = journal.NewEntry(
        title=f"Ansøgning: {spec.title_citizen.da}",
        body=body,
        channel=form.request.channel,
        happened_at=opened.case.received_at,
    )
    return journal.give_statement_in(opened, statement=said)


def _documents(opened: casework.OpenCase, form: _Form) -> dict[int, int]:
    """The files as documents of the case. Returns file id → entry id."""
    found = {}
    for sent in intake.files_of(form=form.version.spec.intake, answers=form.looked.answers):
        document = journal.NewDocument(
            file_id=sent.file,
            title=form.file_names[sent.file],
            direction=Direction.IN,
            with_whom=_SOURCES[form.relation == SELF],
            body=sent.label,
        )
        found[sent.file] = journal.add_document_in(opened, document=document)
    return found


def _first_facts(opened: casework.OpenCase, form: _Form, entry_id: int, entries: Mapping[int, int]) -> None:
    """What the citizen answers is the first that is known of a fact; the party knows it, having said it."""
    for fact in _facts(form):
        known = assessment.Known(
            kind=EvidenceKind.DOCUMENT if fact.files else EvidenceKind.STATEMENT,
            value=fact.value,
            source=_SOURCES[form.relation in (SELF, STAFF)],
            as_of=day_of(opened.case.received_at),
            entry_id=entries[fact.files[0]] if fact.files else entry_id,
        )
        assessment.record_in(opened, fact=fact.fact, known=known)


def _facts(form: _Form) -> tuple[intake.FirstFact, ...]:
    return intake.first_facts(
        case_type=form.version.spec, answers=form.looked.answers, file_names=form.file_names
    )


def _files(
    version: CaseTypeVersion, looked: Checked, given: Mapping[str, object], by: Actor
) -> tuple[Mapping[int, str], tuple[FieldError, ...]]:
    """The names of the files, and an error for each that is not the actor's own, or was found harmful."""
    wanted = intake.files_of(form=version.spec.intake, answers=looked.answers)
    own = stored_files.listed(file_ids=[one.file for one in wanted], case_id=None, by=by)
    names = {file_id: row.name for file_id, row in own.items() if row.state != FileState.REFUSED}
    missing = {_place(one, given): None for one in wanted if one.file not in names}
    return names, tuple(intake.error(field=place, code="unknown_file") for place in missing)


def _place(sent: intake.SentFile, given: Mapping[str, object]) -> str:
    """Where in the form a file stands: empty rows of a group are dropped on the way, but the form counts them."""
    if sent.group is None:
        return sent.field.key
    for number, row in enumerate(intake.rows_of(sent.group, given), 1):
        kept = row.get(sent.field.key)
        if isinstance(kept, list) and sent.file in kept:
            return f"{sent.group.key}.{number}.{sent.field.key}"
    return sent.group.key


def _one_at_a_time(request: NewRequest, by: Actor) -> None:
    """The same request handed in twice at once: the second waits here, and then finds the first."""
    with connection.cursor() as cursor:
        key = f"request/{by.subject}/{request.idempotency_key}"
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def _handed_in(request: NewRequest, by: Actor) -> Submitted | None:
    row = Request.objects.filter(submitted_by=by.subject, idempotency_key=request.idempotency_key).first()
    if row is None:
        return None
    access.include_cases([row.case_id])
    number = Case.objects.values_list("number", flat=True).get(pk=row.case_id)
    return Submitted(case_id=row.case_id, case_number=number, promised_on=row.promised_on, again=True)


def _received(request: NewRequest, by: Actor, at: datetime) -> datetime:
    return at if by.is_citizen else min(request.received_at, at)


def _handing_in(by: Actor) -> Actor:
    """The same somebody, with the right to finish what it was let begin: the one who opens a case fills it too."""
    return replace(by, everything=True, verbs=by.verbs | {Verb.DOCUMENT_ADD})


_SOURCES = {True: "borgeren", False: "den, der handler for borgeren"}
