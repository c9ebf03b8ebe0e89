"""The coordinator: appointed with the citizen told, changed by a new period, ended with a reason."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.events import CoordinatorAppointed, CoordinatorEnded
from borgerfokus.apps.coordination.models import Coordinator
from borgerfokus.apps.coordination.queries.citizen import coordinator_of
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Engagement, Unit
from borgerfokus.foundation.people import queries as people

_REPLACED = "Afløst af en ny koordinator"


def appoint(*, case_id: int, employee: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Let an employee hold the threads for the citizen of a case. Whoever did so before is relieved. Told by letter."""
    if not why.strip():
        return _NO_REASON
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="coordinator.appoint") as opened:
        case = opened.case
        people.card(case.citizen_id, case_id=case.pk)
        if not _works_on_cases(employee, at):
            return _NOT_ENGAGED
        before = coordinator_of(citizen_id=case.citizen_id, by=by, at=at)
        if before is not None and before.employee_id == employee:
            return _ALREADY
        if before is not None:
            _end(before, why=_REPLACED, at=at)
        Coordinator.objects.create(
            citizen_id=case.citizen_id,
            case=case,
            employee_id=employee,
            starts=at,
            appointed_by=by.subject,
            why=why.strip(),
        )
        opened.append(CoordinatorAppointed(employee=employee, before=before.employee_id if before else None))
    return None


def end(*, case_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Nobody coordinates any more. Raises Hidden when nobody did."""
    if not why.strip():
        return _NO_REASON
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="coordinator.end") as opened:
        people.card(opened.case.citizen_id, case_id=opened.case.pk)
        row = coordinator_of(citizen_id=opened.case.citizen_id, by=by, at=at)
        if row is None:
            raise Hidden("no coordinator")
        _end(row, why=why.strip(), at=at)
        opened.append(CoordinatorEnded(employee=row.employee_id, reason=why.strip()))
    return None


def _end(row: Coordinator, *, why: str, at: datetime) -> None:
    Coordinator.objects.filter(pk=row.pk).update(ends=at, ended_why=why)


def _works_on_cases(employee_id: int, at: datetime) -> bool:
    units = Unit.objects.filter(
        pk__in=Engagement.objects.filter(organisation.running(on=at.date()), employee_id=employee_id).values("unit_id")
    ).values_list("pk", flat=True)
    staff = organisation.staff_of(unit_ids=units, on=at.date(), carrying=Verb.CASE_EDIT)
    return employee_id in {one.id for one in staff}


_NO_REASON = Refusal(
    code="coordinator_why",
    text=Text(da="Skriv en kort grund. Borgeren kan læse den.", en="Write a short reason. The citizen can read it."),
    article="offentlighedsloven § 13",
)
_NOT_ENGAGED = Refusal(
    code="coordinator_not_engaged",
    text=Text(da="Vælg en medarbejder, der arbejder med sager.", en="Choose an employee who works on cases."),
    article="retssikkerhedsloven § 5",
)
_ALREADY = Refusal(
    code="coordinator_already",
    text=Text(da="Det er allerede koordinatoren.", en="That is the coordinator already."),
    article="",
)
