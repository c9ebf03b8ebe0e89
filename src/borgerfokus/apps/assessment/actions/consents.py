"""The citizen's leave to obtain facts from others (retssikkerhedsloven § 11 a): asked for, given, refused."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from borgerfokus.apps.assessment.events import ConsentAnswered, ConsentAsked, ConsentWithdrawn, FactAsked
from borgerfokus.apps.assessment.models import Consent, FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import CONSENT_ARTICLE, WITH_CONSENT
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters

TASK = "consent"
_REPLY = "rsl.others_reply"


@dataclass(frozen=True)
class ConsentAnswer:
    """Yes or no. `how` says how it was given when staff write it down ("På telefon"); `ends` is its last day."""

    given: bool
    how: str = ""
    ends: date | None = None


def leave_to_ask(opened: casework.OpenCase, *, source: Source, due: date) -> Consent:
    """The citizen's leave for this source: the one that holds, the one that is asked for, or one asked for now."""
    found = _running(opened.case.pk, source, day_of(opened.at))
    if found is not None:
        return found
    task = casework.NewTask(
        kind=TASK, title=_TASK_TITLE.format(whom=_WHOM[source]), detail=_TASK_DETAIL, due=due, reference=source.value
    )
    row = Consent.objects.create(
        case=opened.case,
        source=source,
        asked_at=opened.at,
        asked_by=opened.by.subject,
        task_id=casework.give_in(opened, task=task),
    )
    opened.append(ConsentAsked(consent=row.pk, source=source.value))
    return row


def record_consent(
    *, case_id: int, source: Source, answer: ConsentAnswer, by: Actor, at: datetime
) -> Refusal | None:
    """Staff write down what the citizen has said, asked or not. What waited for a yes goes out now."""
    if source not in WITH_CONSENT or not answer.how.strip():
        return _HOW
    with casework.changing(
        case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="consent.record"
    ) as opened:
        found = _running(case_id, source, day_of(at))
        if found is not None and found.given_at is not None and answer.given:
            return _ALREADY
        _answer(opened, found or Consent(case=opened.case, source=source), answer)
    return None


def answer_consent(*, task_id: int, given: bool, by: Actor, at: datetime) -> None:
    """The citizen says yes or no on the own page. Raises Hidden for another's or an answered one."""
    row = Consent.objects.filter(task_id=task_id, given_at__isnull=True, refused_at__isnull=True).first()
    if row is None:
        raise Hidden(f"consent of task {task_id}")
    with casework.changing(
        case_id=row.case_id, verb=Verb.COMMENT_WRITE, by=by, at=at, action="consent.answer"
    ) as opened:
        _answer(opened, row, ConsentAnswer(given=given, how=_ON_THE_PAGE))


def withdraw_consent(*, consent_id: int, by: Actor, at: datetime) -> None:
    """The citizen takes the leave back: nothing more is asked for on it. What has come stays in the file."""
    row = Consent.objects.filter(pk=consent_id, given_at__isnull=False, withdrawn_at__isnull=True).first()
    if row is None:
        raise Hidden(f"consent {consent_id}")
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.FACT_RECORD
    with casework.changing(case_id=row.case_id, verb=verb, by=by, at=at, action="consent.withdraw") as opened:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        _open_requests(row).update(withdrawn_at=at)
        opened.append(ConsentWithdrawn(consent=row.pk, source=row.source))


def _running(case_id: int, source: Source, today: date) -> Consent | None:
    rows = Consent.objects.select_for_update().filter(
        case_id=case_id, source=source, refused_at__isnull=True, withdrawn_at__isnull=True
    )
    row = rows.first()
    if row is not None and row.ends is not None and row.ends < today:
        rows.update(withdrawn_at=row.given_at)
        return None
    return row


def _answer(opened: casework.OpenCase, row: Consent, answer: ConsentAnswer) -> None:
    row.given_at = opened.at if answer.given else None
    row.refused_at = None if answer.given else opened.at
    row.answered_by, row.how, row.ends = opened.by.subject, answer.how.strip()[:160], answer.ends
    row.asked_at = row.asked_at or (None if answer.given else opened.at)
    row.save()
    if row.task is not None and row.task.done_at is None:
        casework.complete_in(opened, task=row.task, result="given" if answer.given else "refused")
    opened.append(ConsentAnswered(consent=row.pk, source=row.source, given=answer.given))
    if answer.given:
        _send_what_waited(opened, row)
        return
    _open_requests(row).update(withdrawn_at=opened.at)
    if opened.case.waiting_for and not _any_open(opened.case.pk):
        casework.resume_in(opened, because="consent.refused")


def _send_what_waited(opened: casework.OpenCase, row: Consent) -> None:
    """The time to answer counts from now for whoever could not be asked before."""
    today = day_of(opened.at)
    due = today + timedelta(days=parameters.at(_REPLY, on=today).number)
    for request in _open_requests(row).order_by("id"):
        request.asked_at, request.due = opened.at, max(request.due, due)
        request.save(update_fields=["asked_at", "due"])
        opened.append(
            FactAsked(
                fact=request.fact, request=request.pk, source=request.source, due=request.due.isoformat()
            )
        )


def _open_requests(row: Consent) -> QuerySet[FactRequest]:
    return FactRequest.objects.filter(consent=row, answered_at__isnull=True, withdrawn_at__isnull=True)


def _any_open(case_id: int) -> bool:
    return FactRequest.objects.filter(
        case_id=case_id, answered_at__isnull=True, withdrawn_at__isnull=True
    ).exists()


_ON_THE_PAGE = "På borgerens side"
_TASK_TITLE = "Må vi spørge {whom}?"
_TASK_DETAIL = (
    "Vi vil gerne hente oplysninger om dig, så sagen bliver oplyst. Du kan sige ja eller nej, og du kan trække et ja "
    "tilbage."
)
_WHOM = {
    Source.DOCTOR: "din læge",
    Source.HOSPITAL: "hospitalet",
    Source.SCHOOL: "skolen",
    Source.PROVIDER: "dem, der giver dig hjælp",
}
_HOW = Refusal(
    code="consent.how",
    text=Text(
        da="Skriv, hvordan borgeren har givet sit samtykke, for eksempel på telefon eller på papir.",
        en="Write how the citizen gave consent, for instance by phone or on paper.",
    ),
    article=CONSENT_ARTICLE,
)
_ALREADY = Refusal(
    code="consent.already",
    text=Text(
        da="Der er allerede et samtykke, der gælder. Træk det tilbage først, hvis det skal ændres.",
        en="There is a consent in force already. Take it back first if it is to be changed.",
    ),
    article=CONSENT_ARTICLE,
)
