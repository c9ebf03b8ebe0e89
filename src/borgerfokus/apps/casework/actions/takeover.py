"""Taking over a case that runs in another system: it goes on here from where it is, with its true dates.

What happened before is the other system's to tell; here the log begins with one event that names the old number and
where the case stood. No letter is sent: the citizen has already been told by the system before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection, transaction

from borgerfokus.apps.casework.actions.changing import OpenCase, finish_new
from borgerfokus.apps.casework.actions.running import HELPED, NO_RULE, NO_TYPE, RunningCase, contradiction
from borgerfokus.apps.casework.actions.standing import next_act_of, pass_ball, stand
from borgerfokus.apps.casework.events import CaseImported
from borgerfokus.apps.casework.models import (
    Case,
    CaseTypeVersion,
    Deadline,
    EventPayload,
    Extension,
    Party,
    Suspension,
)
from borgerfokus.apps.casework.queries.casetypes import version_for
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.rules import NotInForce, UnknownParameter
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.parameters import service as parameters

_INFORMED = HELPED | {Phase.ASSESSMENT, Phase.DECISION}
_PROMISED = "Borgeren fik besked om datoen, før sagen blev overført."
BeforeSaving = Callable[[Sequence[tuple[RunningCase, OpenCase]]], None]


def take_over(
    *, running: Sequence[RunningCase], by: Actor, at: datetime, also: BeforeSaving | None = None
) -> tuple[Case | Refusal, ...]:
    """Let running cases go on here, many with a few statements. Returns the case, or why not, for each in order.

    `also` may append to the open cases what belongs to their beginning. The caller has seen to it (`taken_over`) that
    none of them is here yet. Raises Hidden without the verb to run imports.
    """
    if not by.can(Verb.IMPORT_RUN):
        raise Hidden("take over")
    types = _Types(at=at)
    refusals = [contradiction(one, at) or types.refusal(one) for one in running]
    wanted = [one for one, refusal in zip(running, refusals, strict=True) if refusal is None]
    cases = iter(_take_in(wanted, types, by=by, at=at, also=also))
    return tuple(refusal if refusal is not None else next(cases) for refusal in refusals)


def taken_over() -> dict[str, int]:
    """Old number → case, of every case that was taken over."""
    said = EventPayload.objects.filter(event__kind=CaseImported.kind)
    return dict(said.values_list("payload__old_number", "case_id"))


@dataclass
class _Types:
    """The version that each kind of case gets, and whether its deadlines can be counted; asked for once a day."""

    at: datetime
    known: dict[tuple[str, date], CaseTypeVersion | Refusal] = field(default_factory=dict)

    def of(self, running: RunningCase) -> CaseTypeVersion | Refusal:
        """The version in force when the case came, or the one in force now. Or why there is none."""
        key = (running.type_key, day_of(running.received_at))
        if key not in self.known:
            self.known[key] = self._find(*key)
        return self.known[key]

    def refusal(self, running: RunningCase) -> Refusal | None:
        found = self.of(running)
        return found if isinstance(found, Refusal) else None

    def _find(self, key: str, received: date) -> CaseTypeVersion | Refusal:
        version = version_for(key=key, on=received) or version_for(key=key, on=day_of(self.at))
        if version is None:
            return NO_TYPE
        try:
            rules_of(case_type=version.spec, parameters=parameters.parameters(), on=received)
        except (NotInForce, UnknownParameter):
            return NO_RULE
        return version


def _take_in(
    running: Sequence[RunningCase], types: _Types, *, by: Actor, at: datetime, also: BeforeSaving | None
) -> list[Case]:
    if not running:
        return []
    with transaction.atomic(savepoint=False):
        numbers = _numbers(len(running))
        if not by.everything:
            access.include_cases(numbers)
        opened = [
            (one, _open(one, types, number, by=by, at=at)) for one, number in zip(running, numbers, strict=True)
        ]
        if also is not None:
            also(opened)
        _save(opened, by=by, at=at)
        finish_new([case for _, case in opened], action="case.take_over")
        cases = [case.case for _, case in opened]
        _set_next_acts(cases, at)
    return cases


def _open(running: RunningCase, types: _Types, number: int, *, by: Actor, at: datetime) -> OpenCase:
    version = types.of(running)
    if isinstance(version, Refusal):
        raise TypeError("a refused case is not opened")
    case = _row(running, version, number, at)
    opened = OpenCase(case=case, by=by, at=at)
    opened.append(
        CaseImported(
            old_number=running.old_number,
            type_key=version.key,
            type_number=version.number,
            unit_id=running.unit_id,
            caseworker=running.caseworker_id,
            phase=running.phase,
            received=day_of(running.received_at).isoformat(),
            waiting_for=case.waiting_for,
            outcome=case.outcome,
        )
    )
    return opened


def _save(opened: Sequence[tuple[RunningCase, OpenCase]], *, by: Actor, at: datetime) -> None:
    """Write the cases and all that hangs on them. Their dates are reckoned from the rows that are written."""
    pairs = [(running, one.case) for running, one in opened]
    pauses = {case.pk: _pause(running, case, at) for running, case in pairs}
    promises = {case.pk: _promises(running, case, by=by, at=at) for running, case in pairs}
    deadlines: list[Deadline] = []
    for _, case in pairs:
        deadlines += stand(case=case, at=at, suspensions=pauses[case.pk], extensions=promises[case.pk])
        pass_ball(case, at)
    Case.objects.bulk_create([case for _, case in pairs])
    Party.objects.bulk_create(
        [Party(case=case, person_id=case.citizen_id, role="party", starts=at) for _, case in pairs]
    )
    Grant.objects.bulk_create(
        [
            Grant(
                subject=f"person:{case.citizen_id}",
                case_id=case.pk,
                ground=Ground.PARTY,
                starts=at,
                given_by=by.subject,
            )
            for _, case in pairs
        ]
    )
    Suspension.objects.bulk_create([row for rows in pauses.values() for row in rows])
    Extension.objects.bulk_create([row for rows in promises.values() for row in rows])
    Deadline.objects.bulk_create(deadlines)


def _set_next_acts(cases: Sequence[Case], at: datetime) -> None:
    """Cases that stand alike have the same next act, as nothing else is known about any of them yet."""
    acts: dict[tuple[object, ...], str] = {}
    by_act: dict[str, list[int]] = {}
    for case in cases:
        shape = (
            case.type_version_id,
            case.phase,
            case.outcome,
            case.waiting_for,
            case.caseworker_id is None,
            case.next_due is not None and case.next_due < day_of(at),
            case.follow_up_on is not None and case.follow_up_on > day_of(at),
        )
        if shape not in acts:
            acts[shape] = next_act_of(case, at)
        case.next_act = acts[shape]
        by_act.setdefault(case.next_act, []).append(case.pk)
    for act, ids in by_act.items():
        Case.objects.filter(pk__in=ids).update(next_act=act)


def _numbers(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence('casework_case', 'id')) from generate_series(1, %s)", [count]
        )
        return [row[0] for row in cursor.fetchall()]


def _row(running: RunningCase, version: CaseTypeVersion, number: int, at: datetime) -> Case:
    waits = running.waits
    return Case(
        pk=number,
        number=f"{running.received_at.year}-{number:06d}",
        type_version=version,
        type_key=version.key,
        title=version.spec.title_citizen.da,
        citizen_id=running.citizen_id,
        unit_id=running.unit_id,
        caseworker_id=running.caseworker_id,
        source=running.source,
        need=running.need,
        phase=running.phase,
        waiting_for=waits.whom if waits else "",
        waiting_on=waits.name if waits else "",
        outcome=running.outcome or "",
        received_at=running.received_at,
        phase_since=running.decided_at or at,
        decided_at=running.decided_at,
        follow_up_on=running.follow_up_on,
        moments=_moments(running, at),
        ball=waits.whom if waits else "us",
        ball_since=(running.waits_since or at) if waits else at,
        last_activity_at=at,
    )


def _moments(running: RunningCase, at: datetime) -> dict[str, str]:
    """What deadlines are counted from and met by. When the facts were complete is only known to be before now."""
    found = {
        Moment.REQUEST_RECEIVED: running.received_at,
        Moment.CASE_OPENED: running.received_at,
        Moment.DISCHARGED: running.discharged_at,
        Moment.DECISION_ISSUED: running.decided_at,
    }
    if running.phase in _INFORMED:
        found[Moment.INFORMED] = running.decided_at or at
    if running.phase in HELPED:
        found[Moment.INTERVENTION_STARTED] = running.decided_at
        if running.discharged_at:
            found[Moment.START_OFFERED] = running.decided_at
    return {str(kind): moment.isoformat() for kind, moment in found.items() if moment is not None}


def _pause(running: RunningCase, case: Case, at: datetime) -> list[Suspension]:
    if running.waits is None:
        return []
    row = Suspension(
        case=case,
        waiting_for=running.waits.whom,
        waiting_on=running.waits.name,
        reason=running.waits.reason,
        answer_by=running.waits.answer_by,
        starts=running.waits_since or at,
    )
    return [row]


def _promises(running: RunningCase, case: Case, *, by: Actor, at: datetime) -> list[Extension]:
    if running.promised_on is None:
        return []
    return [
        Extension(
            case=case,
            deadline_key=spec.key,
            new_due=running.promised_on,
            reason=_PROMISED,
            decided_at=at,
            decided_by=by.subject,
        )
        for spec in case.type_version.spec.deadlines
        if spec.ends_with is Moment.DECISION_ISSUED
    ]
