"""Asking for facts: the citizen, somebody outside with the citizen's leave, another unit, a partner; and reminding."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from borgerfokus.apps.assessment.actions.consents import leave_to_ask
from borgerfokus.apps.assessment.actions.informing import answer_in
from borgerfokus.apps.assessment.events import FactAsked, FactReminded
from borgerfokus.apps.assessment.models import Consent, FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Consultation
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import FactSpec, Source
from borgerfokus.core.casework.obtaining import WITH_CONSENT
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation.models import Unit, UnitKind
from borgerfokus.foundation.parameters import service as parameters

_TASK = "fact"
_PARTNER_ACCESS = "rsl.partner_access"
_OF_UNITS = frozenset({Source.UNIT, Source.PARTNER})


@dataclass(frozen=True)
class Ask:
    """Facts to ask one source for, with the day by which an answer is needed. `pause`: the case waits meanwhile.

    `unit` is the unit that is asked, ours or a partner's; `whom` is then its name.
    """

    facts: Sequence[str]
    source: Source
    whom: str
    due: date
    pause: bool
    unit: int | None = None


def ask(*, case_id: int, ask: Ask, by: Actor, at: datetime) -> Refusal | None:
    """Ask for facts. With `pause` the case waits and its dates move.

    The citizen gets a task for each. A doctor, a hospital, a school or a provider is asked when the citizen has given
    leave: without it the citizen is asked for leave, and the request goes out when it is given. Another unit is
    consulted, and a partner gets to see the case for a time. What was asked of another before is withdrawn.
    """
    if not ask.facts or ask.due <= at.date() or not (ask.whom.strip() or ask.unit):
        return _NO_DATE
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.ask") as opened:
        specs = [_spec(opened, fact) for fact in ask.facts]
        to = _receiver(opened, ask, specs)
        if isinstance(to, Refusal):
            return to
        if refusal := _pause(opened, ask, to, specs):
            return refusal
        for spec in specs:
            _ask_one(opened, ask, to, spec)
    return None


def remind(*, request_id: int, by: Actor, at: datetime) -> None:
    """Remind whoever was asked. Raises Hidden while the citizen has not given leave to ask."""
    row = _open_request(request_id)
    if row.consent is not None and row.consent.given_at is None:
        raise Hidden(f"request {request_id}")
    with casework.changing(
        case_id=row.case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.remind"
    ) as opened:
        row.reminded_at, row.reminders = at, row.reminders + 1
        row.save(update_fields=["reminded_at", "reminders"])
        opened.append(FactReminded(fact=row.fact, request=row.pk))


def withdraw(*, request_id: int, by: Actor, at: datetime) -> None:
    """Ask no longer: the fact has come another way, or is not needed. The citizen's task goes."""
    row = _open_request(request_id)
    with casework.changing(
        case_id=row.case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.withdraw_request"
    ) as opened:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        if row.task is not None and row.task.done_at is None:
            casework.complete_in(opened, task=row.task, result="withdrawn")
        _go_on(opened)


def answered_by_unit(*, consultation_id: int, at: datetime) -> None:
    """The unit has answered what it was consulted about: its answer stands in the journal for the caseworker."""
    row = Consultation.objects.select_related("unit").get(pk=consultation_id)
    requests = list(
        FactRequest.objects.filter(consultation=row, answered_at__isnull=True, withdrawn_at__isnull=True)
    )
    if not requests:
        return
    by = replace(system("consultations"), name=row.unit.name)
    with casework.changing(
        case_id=row.case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="fact.answer"
    ) as opened:
        said = journal.NewEntry(title=_UNIT_ANSWER.format(unit=row.unit.name)[:200], body=row.answer, channel="letter")
        entry_id = journal.give_statement_in(opened, statement=said)
        for request in requests:
            answer_in(opened, request=request, entry_id=entry_id, result="answered")


@dataclass(frozen=True)
class _Receiver:
    """Who is asked, and by which means."""

    whom: str
    unit: Unit | None = None
    consent: Consent | None = None
    consultation_id: int | None = None


def _receiver(opened: casework.OpenCase, ask: Ask, specs: Sequence[FactSpec]) -> "_Receiver | Refusal":
    if ask.source in WITH_CONSENT:
        return _Receiver(whom=ask.whom, consent=leave_to_ask(opened, source=ask.source, due=ask.due))
    if ask.source not in _OF_UNITS:
        return _Receiver(whom=ask.whom)
    unit = Unit.objects.filter(pk=ask.unit or 0).exclude(pk=opened.case.unit_id).first()
    if unit is None:
        return _NO_UNIT if ask.source is Source.UNIT or ask.unit else _Receiver(whom=ask.whom)
    if (unit.kind == UnitKind.PARTNER) is not (ask.source is Source.PARTNER):
        return _NO_UNIT
    casework.require(verb=Verb.CONSULT, case=opened.case, by=opened.by, at=opened.at)
    if ask.source is Source.PARTNER:
        _open_to_partner(opened, unit, ask.due)
        return _Receiver(whom=unit.name, unit=unit)
    question = casework.Question(unit=unit.pk, text=_question(specs), due=ask.due)
    row = casework.consult_in(opened, question=question)
    return row if isinstance(row, Refusal) else _Receiver(whom=unit.name, unit=unit, consultation_id=row.pk)


def _open_to_partner(opened: casework.OpenCase, unit: Unit, due: date) -> None:
    """The partner sees the case until some days after the date to answer; an earlier grant of ours is prolonged."""
    days = parameters.at(_PARTNER_ACCESS, on=opened.at.date()).number
    ends = make_aware(datetime.combine(due + timedelta(days=days), time.max))
    subject, case_id = f"unit:{unit.pk}", opened.case.pk
    access.end(case_id=case_id, ground=Ground.PARTNER, subject=subject, at=opened.at)
    access.give(
        subject=subject,
        case_id=case_id,
        ground=Ground.PARTNER,
        by=opened.by,
        at=opened.at,
        ends=ends,
        reason=_PARTNER_REASON,
    )


def _ask_one(opened: casework.OpenCase, ask: Ask, to: _Receiver, spec: FactSpec) -> None:
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
        whom=to.whom,
        text=spec.how_to_ask.da,
        due=ask.due,
        task_id=task_id,
        consent=to.consent,
        consultation_id=to.consultation_id,
        unit=to.unit,
        asked_at=opened.at,
        asked_by=opened.by.subject,
    )
    if to.consent is None or to.consent.given_at is not None:
        opened.append(FactAsked(fact=spec.key, request=row.pk, source=ask.source, due=ask.due.isoformat()))


def _pause(opened: casework.OpenCase, ask: Ask, to: _Receiver, specs: Sequence[FactSpec]) -> Refusal | None:
    if not ask.pause:
        return None
    whom = Ball.YOU if ask.source is Source.CITIZEN else Ball.OTHER
    reason = ", ".join(spec.title.da for spec in specs)
    pause = casework.Pause(whom=whom, name=to.whom, reason=reason, answer_by=ask.due)
    return casework.suspend_in(opened, pause=pause)


def _go_on(opened: casework.OpenCase) -> None:
    still = FactRequest.objects.filter(case=opened.case, answered_at__isnull=True, withdrawn_at__isnull=True)
    if opened.case.waiting_for and not still.exists():
        casework.resume_in(opened, because="fact.withdrawn")


def _question(specs: Sequence[FactSpec]) -> str:
    return "\n".join(f"{spec.title.da}: {spec.used_for.da}" for spec in specs)


def _spec(opened: casework.OpenCase, fact: str) -> FactSpec:
    try:
        return opened.case.type_version.spec.fact(fact)
    except KeyError:
        raise Hidden(f"fact {fact}") from None


def _open_request(request_id: int) -> FactRequest:
    row = (
        FactRequest.objects.select_related("consent", "task")
        .filter(pk=request_id, answered_at__isnull=True, withdrawn_at__isnull=True)
        .first()
    )
    if row is None:
        raise Hidden(f"request {request_id}")
    return row


_PARTNER_REASON = "Skal oplyse sagen"
_UNIT_ANSWER = "Svar fra {unit}"
_NO_DATE = Refusal(
    code="no_date",
    text=Text(
        da="Vælg mindst én oplysning, hvem du spørger, og en dag efter i dag, hvor svaret skal være her.",
        en="Choose at least one fact, whom you ask, and a day after today by which the answer must be here.",
    ),
    article="retssikkerhedsloven § 11",
)
_NO_UNIT = Refusal(
    code="no_unit",
    text=Text(
        da="Vælg, hvilken enhed eller samarbejdspartner du spørger.",
        en="Choose which unit or partner you ask.",
    ),
    article="forvaltningsloven § 28",
)
