"""Taking over a case that runs in another system: it goes on here from where it is, with its true dates.

What happened before is the other system's to tell; here the log begins with one event that names the old number and
where the case stood. No letter is sent: the citizen has already been told by the system before.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from borgerfokus.apps.casework.actions.changing import OpenCase, finish
from borgerfokus.apps.casework.actions.standing import IMPORTED
from borgerfokus.apps.casework.actions.steps import Pause
from borgerfokus.apps.casework.events import CaseImported
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, EventPayload, Extension, Party, Suspension
from borgerfokus.apps.casework.queries.casetypes import version_for
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import NotInForce, UnknownParameter
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters

_UNDECIDED = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT})
_HELPED = frozenset({Phase.INTERVENTION, Phase.FOLLOW_UP})
_INFORMED = _HELPED | {Phase.ASSESSMENT, Phase.DECISION}


@dataclass(frozen=True, kw_only=True)
class RunningCase:
    """A case as it stands in the other system. All moments lie before the takeover.

    `unit_id=None`: the unit that answers for the type. `promised_on` is a later date of the decision that the citizen
    has been told already; `discharged_on` is when a hospital sent the citizen home, for the deadlines counted from it.
    """

    old_number: str
    type_key: str
    citizen_id: int
    source: str
    received_at: datetime
    phase: Phase
    need: str = ""
    unit_id: int | None = None
    caseworker_id: int | None = None
    waits: Pause | None = None
    waits_since: datetime | None = None
    outcome: Outcome | None = None
    decided_at: datetime | None = None
    promised_on: date | None = None
    follow_up_on: date | None = None
    discharged_at: datetime | None = None


def take_over(*, running: RunningCase, by: Actor, at: datetime) -> Case | Refusal:
    """Let a running case go on here. Returns why not. The caller has seen to it (`taken_over`) that it is not here yet.

    Raises Hidden without the verb to run imports.
    """
    if not by.can(Verb.IMPORT_RUN):
        raise Hidden("take over")
    refusal = _contradiction(running, at)
    if refusal is not None:
        return refusal
    version = version_for(key=running.type_key, on=day_of(running.received_at)) or version_for(
        key=running.type_key, on=day_of(at)
    )
    if version is None:
        return _NO_TYPE
    if not _is_counted(running, version):
        return _NO_RULE
    unit_id = running.unit_id or _responsible(running, at)
    if unit_id is None:
        return _NO_UNIT
    with transaction.atomic(savepoint=False):
        return _write(running, version, unit_id, by=by, at=at)


def taken_over() -> dict[str, int]:
    """Old number → case, of every case that was taken over."""
    said = EventPayload.objects.filter(event__kind=CaseImported.kind)
    return dict(said.values_list("payload__old_number", "case_id"))


def _write(running: RunningCase, version: CaseTypeVersion, unit_id: int, *, by: Actor, at: datetime) -> Case:
    case = _row(running, version, unit_id, at)
    if not by.everything:
        access.include_cases([case.pk])
    case.save(force_insert=True)
    Party.objects.create(case=case, person_id=running.citizen_id, role="party", starts=at)
    access.give(subject=f"person:{running.citizen_id}", case_id=case.pk, ground=Ground.PARTY, by=by, at=at)
    _pause(running, case, at)
    _promise(running, case, by=by, at=at)
    opened = OpenCase(case=case, by=by, at=at)
    opened.append(
        CaseImported(
            old_number=running.old_number,
            type_key=version.key,
            type_number=version.number,
            unit_id=unit_id,
            caseworker=running.caseworker_id,
            phase=running.phase,
            received=day_of(running.received_at).isoformat(),
            waiting_for=case.waiting_for,
            outcome=case.outcome,
        )
    )
    finish(opened, action="case.take_over")
    return case


def _row(running: RunningCase, version: CaseTypeVersion, unit_id: int, at: datetime) -> Case:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('casework_case', 'id'))")
        number: int = cursor.fetchone()[0]
    waits = running.waits
    return Case(
        pk=number,
        number=f"{running.received_at.year}-{number:06d}",
        type_version=version,
        type_key=version.key,
        title=version.spec.title_citizen.da,
        citizen_id=running.citizen_id,
        unit_id=unit_id,
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
    if running.phase in _HELPED:
        found[Moment.INTERVENTION_STARTED] = running.decided_at
        if running.discharged_at:
            found[Moment.START_OFFERED] = running.decided_at
    moments = {str(kind): moment.isoformat() for kind, moment in found.items() if moment is not None}
    return {**moments, IMPORTED: at.isoformat()}


def _pause(running: RunningCase, case: Case, at: datetime) -> None:
    if running.waits is not None:
        Suspension.objects.create(
            case=case,
            waiting_for=running.waits.whom,
            waiting_on=running.waits.name,
            reason=running.waits.reason,
            answer_by=running.waits.answer_by,
            starts=running.waits_since or at,
        )


def _promise(running: RunningCase, case: Case, *, by: Actor, at: datetime) -> None:
    if running.promised_on is None:
        return
    for spec in case.type_version.spec.deadlines:
        if spec.ends_with is Moment.DECISION_ISSUED:
            Extension.objects.create(
                case=case,
                deadline_key=spec.key,
                new_due=running.promised_on,
                reason=_PROMISED,
                decided_at=at,
                decided_by=by.subject,
            )


def _contradiction(running: RunningCase, at: datetime) -> Refusal | None:
    """The first thing about the case that cannot be, as the lifecycle sees it."""
    moments = [one for one in (running.decided_at, running.waits_since, running.discharged_at) if one]
    outcome = running.outcome
    rules = (
        (running.phase is Phase.CLOSED, _IS_CLOSED),
        (running.received_at > at or any(one > at for one in moments), _NOT_YET),
        (running.decided_at is not None and running.decided_at < running.received_at, _TOO_EARLY),
        (running.waits_since is not None and running.waits_since < running.received_at, _TOO_EARLY),
        ((outcome is None) is not (running.decided_at is None), _HALF_DECIDED),
        (outcome is not None and running.phase in _UNDECIDED, _DECIDED_TOO_EARLY),
        (outcome in {None, Outcome.REFUSED} and running.phase in _HELPED, _NOT_GRANTED),
        (running.follow_up_on is not None and running.phase not in _HELPED, _NO_FOLLOW_UP),
        (running.promised_on is not None and outcome is not None, _PROMISED_TOO_LATE),
        (running.promised_on is not None and running.promised_on < day_of(running.received_at), _TOO_EARLY),
    )
    return next((refusal for holds, refusal in rules if holds), None)


def _is_counted(running: RunningCase, version: CaseTypeVersion) -> bool:
    try:
        rules_of(case_type=version.spec, parameters=parameters.parameters(), on=day_of(running.received_at))
    except (NotInForce, UnknownParameter):
        return False
    return True


def _responsible(running: RunningCase, at: datetime) -> int | None:
    unit = organisation.responsible_unit(case_type_key=running.type_key, on=day_of(at))
    return unit.pk if unit else None


_PROMISED = "Borgeren fik besked om datoen, før sagen blev overført."
_CASE_TYPES = "forvaltningsloven § 7"


def _refusal(code: str, da: str, en: str, article: str = "") -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article=article)


_NO_TYPE = _refusal(
    "no_case_type",
    "Sagstypen er ikke i brug, hverken da sagen kom eller nu.",
    "The case type is not in use, neither when the case came nor now.",
    _CASE_TYPES,
)
_NO_UNIT = _refusal(
    "no_unit",
    "Ingen enhed har ansvar for sagstypen. Skriv enheden, eller ret ansvaret.",
    "No unit answers for the case type. Name the unit, or mend the responsibility.",
    "forvaltningsloven § 7, stk. 2",
)
_NO_RULE = _refusal(
    "no_rule",
    "Sagstypens frist har ingen værdi på den dag, sagen kom.",
    "The case type's deadline has no value on the day the case came.",
    "retssikkerhedsloven § 3, stk. 2",
)
_IS_CLOSED = _refusal(
    "is_closed",
    "Kun løbende sager kan overføres; denne er afsluttet.",
    "Only running cases can be taken over; this one is closed.",
)
_NOT_YET = _refusal(
    "not_yet", "En af sagens dage ligger efter i dag.", "One of the days of the case lies after today."
)
_TOO_EARLY = _refusal(
    "too_early",
    "En af sagens dage ligger før den dag, sagen kom.",
    "One of the days of the case lies before the day it came.",
)
_HALF_DECIDED = _refusal(
    "half_decided",
    "En afgørelse skal have både et udfald og en dag.",
    "A decision must have both an outcome and a day.",
)
_DECIDED_TOO_EARLY = _refusal(
    "decided_too_early",
    "Sagen er afgjort, men fasen ligger før afgørelsen.",
    "The case is decided, but the phase lies before the decision.",
)
_NOT_GRANTED = _refusal(
    "not_granted",
    "Hjælpen kan ikke være i gang uden en afgørelse, der gav den.",
    "The help cannot be running without a decision that granted it.",
)
_NO_FOLLOW_UP = _refusal(
    "no_follow_up",
    "Kun hjælp, der er i gang, har en dag for opfølgning.",
    "Only help that is running has a day for follow-up.",
)
_PROMISED_TOO_LATE = _refusal(
    "promised_too_late",
    "En afgjort sag har ingen ny dato for afgørelsen.",
    "A case that is decided has no new date of the decision.",
)
