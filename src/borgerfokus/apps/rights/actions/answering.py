"""Answering a request for access: a later date in time, a second reader of a refusal, and the one PDF."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.actions.asking import note_due, release
from borgerfokus.apps.rights.actions.posting import KIND_PREFIX, post
from borgerfokus.apps.rights.actions.treating import Treated, as_law, locked, opened_for, treated_of
from borgerfokus.apps.rights.events import AccessAnswered, AccessDelayed, AccessRead
from borgerfokus.apps.rights.models import AccessRequest, AccessState
from borgerfokus.apps.rights.queries.file import Answered, access_file
from borgerfokus.apps.rights.queries.letters import delay_letter
from borgerfokus.apps.rights.queries.requests import access_of
from borgerfokus.core import rights as law
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.rights import AskedBy, Ground, Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.pdf import render_access_file, render_general


def delay(*, request_id: int, reason: str, expected_on: date, by: Actor, at: datetime) -> Refusal | None:
    """Write that it takes longer, why, and when the answer comes (forvaltningsloven § 16, stk. 2)."""
    row = access_of(request_id=request_id, by=by, at=at)
    if not reason.strip() or expected_on <= row.due or expected_on <= day_of(at):
        return no.NO_DELAY_REASON
    with opened_for(row, by, at, "access.delay") as opened:
        row = locked(request_id)
        if row.state != AccessState.OPEN:
            return no.NOT_OPEN
        before, row.due = row.due, expected_on
        row.delay_reason, row.delayed_at = reason.strip(), at
        row.version += 1
        row.save()
        note_due(opened)
        if row.person_id is not None:
            letter = delay_letter(case=opened.case, request=row, on=day_of(at))
            content = render_general(letter=letter, language="da")
            told = journal.NewLetter(
                content=content,
                name=letter.heading,
                title=letter.heading,
                to=_receiver(row),
                body=letter.body,
                kind=f"{KIND_PREFIX}access_delay",
                reference=f"access:{row.pk}",
            )
            post(opened, letter=told, person_id=row.person_id)
        opened.append(AccessDelayed(request=row.pk, before=before.isoformat(), due=expected_on.isoformat()))
    return None


def read_through(*, request_id: int, by: Actor, at: datetime) -> Refusal | None:
    """A colleague has read what is refused, and agrees."""
    row = access_of(request_id=request_id, by=by, at=at)
    with opened_for(row, by, at, "access.read") as opened:
        row = locked(request_id)
        if row.state != AccessState.OPEN or row.prepared_by_id is None:
            return no.NOTHING_TO_READ
        if row.prepared_by_id == by.id:
            return no.OWN_READER
        row.reader_id, row.read_at = by.id, at
        row.version += 1
        row.save()
        opened.append(AccessRead(request=row.pk, reader=by.id))
    return None


def faults_of(*, request: AccessRequest, treated: Sequence[Treated]) -> tuple[Refusal, ...]:
    """What must be mended before the request may be answered."""
    answer = law.Answer(
        asked_by=AskedBy(request.asked_by),
        items=tuple(as_law(one.item) for one in treated),
        reasons=request.reasons,
        more_access=request.more_access,
        more_access_why=request.more_access_why,
        read_by_another=request.read_at is not None,
    )
    changed = (no.CHANGED,) if any(one.changed for one in treated) else ()
    return (*law.faults(answer), *changed)


def draw_up(*, request: AccessRequest, treated: Sequence[Treated], on: date) -> bytes:
    """The copy as it will be given out. Raises LetterRefused."""
    case = request.case
    answered = Answered(
        request=request,
        outcome=law.outcome_of(as_law(one.item) for one in treated),
        receiver=_receiver(request),
        frame=decisions.frame_of(case=case, language="da"),
        guidance=decisions.appeal_guidance(case=case, language="da", on=on),
        on=on,
    )
    pairs = [(one.record, one.item) for one in treated]
    return render_access_file(file=access_file(case=case, answered=answered, treated=pairs), language="da")


def answer(*, request_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Answer the request: one PDF to whoever asked, in the journal and by the outbox, and on the citizen's page."""
    row = access_of(request_id=request_id, by=by, at=at)
    with opened_for(row, by, at, "access.answer") as opened:
        row = locked(request_id)
        row.case = opened.case
        if row.state != AccessState.OPEN:
            return no.NOT_OPEN
        treated = treated_of(request=row, by=by, at=at)
        wrong = faults_of(request=row, treated=treated)
        if wrong:
            return wrong[0]
        outcome = law.outcome_of(as_law(one.item) for one in treated)
        content = draw_up(request=row, treated=treated, on=day_of(at))
        file_id, entry_id = _deliver(opened, row, outcome, content)
        until = _appeal_until(row, day_of(at))
        row.state, row.outcome, row.answered_at, row.answered_by = AccessState.ANSWERED, outcome, at, by.subject
        row.file_id, row.entry_id = file_id, entry_id
        row.version += 1
        row.save()
        release(opened, row, until=until)
        opened.append(
            AccessAnswered(
                request=row.pk,
                outcome=outcome,
                entry=entry_id,
                appeal_until=until.isoformat() if until else "",
            )
        )
    return None


def _deliver(opened: casework.OpenCase, row: AccessRequest, outcome: Outcome, content: bytes) -> tuple[int, int]:
    letter = journal.NewLetter(
        content=content,
        name="Aktindsigt",
        title="Aktindsigt",
        to=_receiver(row),
        body=f"{outcome.label.da}. {row.reasons}".strip(),
        kind=f"{KIND_PREFIX}access",
        reference=f"access:{row.pk}",
    )
    if row.person_id is not None:
        return post(opened, letter=letter, person_id=row.person_id)
    held = journal.Withholding(
        ground=Ground.OTHERS.label.da,
        article=Ground.OTHERS.article,
        review_on=day_of(opened.at) + timedelta(days=365),
    )
    return journal.keep_letter_in(opened, letter=replace(letter, held=held))


def _appeal_until(row: AccessRequest, on: date) -> date | None:
    least = parameters.at("fvl.access_interruption", on=on).number
    return law.appeal_until_after(
        until=row.halted_until, asked_on=row.received_on, answered_on=on, minimum_days=least
    )


def _receiver(request: AccessRequest) -> str:
    if request.person_id is None:
        return request.name
    return people.card(request.person_id, case_id=request.case_id).name
