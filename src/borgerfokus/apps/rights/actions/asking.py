"""Asking to see the file: by the citizen or who acts for it, or written down by staff; the clock begins."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import uuid4

from django.db.models import Min

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.events import AccessAsked, AccessComplained, AccessComplaintForwarded, AccessWithdrawn
from borgerfokus.apps.rights.models import AccessRequest, AccessState
from borgerfokus.apps.rights.queries.next_act import DUE
from borgerfokus.apps.rights.queries.requests import access_of
from borgerfokus.core.access import Relation, Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import COPENHAGEN, calendar_for, day_of
from borgerfokus.core.rights import AskedBy, due_on
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters

TASK = "access"
_TASK_TITLE = "Besvar en anmodning om aktindsigt"
_FORWARD_TITLE = "Send en klage over sen aktindsigt videre"
_OWN = (Relation.PARTY, Relation.GUARDIAN, Relation.ATTORNEY, Relation.REPRESENTATIVE)


@dataclass(frozen=True)
class NewAccess:
    """What is asked for; "" means everything. When staff write it down: who asks, by which way, on which day.

    `name` and `reach` are those of somebody who is no party; `person_id` is the party or who acts for it, the citizen
    of the case when neither is given. `simple`: it can be answered at once.
    """

    wanted: str = ""
    name: str = ""
    reach: str = ""
    person_id: int | None = None
    channel: str = "self_service"
    received_on: date | None = None
    simple: bool = False


def ask(*, case_ids: Collection[int], new: NewAccess, by: Actor, at: datetime) -> list[int] | Refusal:
    """A citizen asks to see the file of one case or several. Returns the requests' ids.

    Raises Hidden unless the actor may have the file of each of them. A case that is asked for already is left out;
    refused when that is so of all.
    """
    batch, found = uuid4(), list[int]()
    for case_id in sorted(set(case_ids)):
        with casework.changing(case_id=case_id, verb=Verb.FILE_EXPORT, by=by, at=at, action="access.ask") as opened:
            if AccessRequest.objects.filter(case=opened.case, person_id=by.id, state=AccessState.OPEN).exists():
                continue
            row = AccessRequest(
                case=opened.case,
                batch=batch,
                asked_by=AskedBy.PARTY,
                person_id=by.id,
                relation=_relation(opened, by),
                channel="self_service",
                wanted=new.wanted.strip(),
                received_on=day_of(at),
            )
            found.append(_register(opened, row))
    return found or no.ASKED_ALREADY


def record(*, case_id: int, new: NewAccess, by: Actor, at: datetime) -> int | Refusal:
    """Staff write down that somebody asked, in words or in writing (offentlighedsloven § 36, forvaltningsloven § 16).

    Somebody who is no party is registered all the same: the request is answered by offentlighedsloven.
    """
    today = day_of(at)
    received = new.received_on or today
    if received > today:
        return no.NOT_YET
    with casework.changing(case_id=case_id, verb=Verb.ACCESS_HANDLE, by=by, at=at, action="access.record") as opened:
        if received < day_of(opened.case.received_at):
            return no.BEFORE_THE_CASE
        outsider = bool(new.name.strip())
        person_id = None if outsider else new.person_id or opened.case.citizen_id
        open_ones = AccessRequest.objects.filter(case=opened.case, state=AccessState.OPEN)
        if person_id is not None and open_ones.filter(person_id=person_id).exists():
            return no.ASKED_ALREADY
        row = AccessRequest(
            case=opened.case,
            batch=uuid4(),
            asked_by=AskedBy.ANYBODY if outsider else AskedBy.PARTY,
            person_id=person_id,
            relation="outsider" if outsider else Relation.PARTY,
            name=new.name.strip(),
            reach=new.reach.strip(),
            channel=new.channel,
            wanted=new.wanted.strip(),
            simple=new.simple,
            received_on=received,
        )
        return _register(opened, row)


def withdraw(*, request_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Whoever asked no longer wants it."""
    row = _own(request_id, by, at)
    with casework.changing(
        case_id=row.case_id, verb=Verb.FILE_EXPORT, by=by, at=at, action="access.withdraw"
    ) as opened:
        row = AccessRequest.objects.select_for_update().get(pk=request_id)
        if row.state != AccessState.OPEN:
            return no.NOT_OPEN
        row.state = AccessState.WITHDRAWN
        row.version += 1
        release(opened, row)
        row.save()
        opened.append(AccessWithdrawn(request=row.pk))
    return None


def complain(*, request_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Whoever asked complains that it takes too long (forvaltningsloven § 16). It is passed on in time.

    Refused before the days of `fvl.access_delay_complaint` are gone.
    """
    if not text.strip():
        return no.COMPLAINT_EMPTY
    row = _own(request_id, by, at)
    today, in_force = day_of(at), parameters.parameters()
    if (today - row.received_on).days <= in_force.at("fvl.access_delay_complaint", on=row.received_on).number:
        return no.TOO_EARLY_TO_COMPLAIN
    with casework.changing(
        case_id=row.case_id, verb=Verb.FILE_EXPORT, by=by, at=at, action="access.complain"
    ) as opened:
        row = AccessRequest.objects.select_for_update().get(pk=request_id)
        if row.state != AccessState.OPEN or row.complained_at is not None:
            return no.NOT_OPEN
        days = in_force.at("fvl.access_delay_forwarding", on=today).number
        row.complaint, row.complained_at = text.strip(), at
        row.forward_by = due_on(received=today, working_days=days, calendar=calendar_for([today.year], in_force))
        row.version += 1
        row.save()
        _task(opened, title=_FORWARD_TITLE, due=row.forward_by, reference=f"access_complaint:{row.pk}")
        opened.append(AccessComplained(request=row.pk, forward_by=row.forward_by.isoformat()))
    return None


def forward_complaint(*, request_id: int, by: Actor, at: datetime) -> Refusal | None:
    """The complaint over the delay has been passed on to the appeal body."""
    row = access_of(request_id=request_id, by=by, at=at)
    with casework.changing(
        case_id=row.case_id, verb=Verb.ACCESS_HANDLE, by=by, at=at, action="access.forward_complaint"
    ) as opened:
        row = AccessRequest.objects.select_for_update().get(pk=request_id)
        if row.complained_at is None or row.forwarded_at is not None:
            return no.NOTHING_TO_FORWARD
        row.forwarded_at = at
        row.version += 1
        row.save()
        finish_task(opened, reference=f"access_complaint:{row.pk}", result="forwarded")
        opened.append(AccessComplaintForwarded(request=row.pk))
    return None


def release(opened: casework.OpenCase, row: AccessRequest, *, until: date | None = None) -> None:
    """The request is done with: its task is ticked off, and the time to appeal runs again (to `until`, if given)."""
    finish_task(opened, reference=f"access:{row.pk}", result=row.state)
    note_due(opened, without=row.pk)
    if row.halted_id is not None and row.halted_until is not None:
        decisions.run_appeal_in(opened, decision_id=row.halted_id, until=until or row.halted_until)


def note_due(opened: casework.OpenCase, *, without: int = 0) -> None:
    """Keep among the case's moments by when the first open request must be answered."""
    open_ones = AccessRequest.objects.filter(case=opened.case, state=AccessState.OPEN).exclude(pk=without)
    due = open_ones.aggregate(first=Min("due"))["first"]
    moments = {key: moment for key, moment in opened.case.moments.items() if key != DUE}
    if due is not None:
        moments[DUE] = datetime.combine(due, time(12), tzinfo=COPENHAGEN).isoformat()
    opened.case.moments = moments


def finish_task(opened: casework.OpenCase, *, reference: str, result: str) -> None:
    """Tick off the task that belongs to a request, if it is still open."""
    for task in casework.Task.objects.filter(case=opened.case, kind=TASK, reference=reference, done_at__isnull=True):
        casework.complete_in(opened, task=task, result=result)


def _register(opened: casework.OpenCase, row: AccessRequest) -> int:
    in_force = parameters.parameters()
    key = "ofl.access_simple" if row.simple else f"{row.asked_by}.access_deadline"
    days = in_force.at(key, on=row.received_on).number
    calendar = calendar_for([row.received_on.year], in_force)
    row.first_due = row.due = due_on(received=row.received_on, working_days=days, calendar=calendar)
    row.registered_at, row.registered_by = opened.at, opened.by.subject
    halted = decisions.halt_appeal_in(opened, on=row.received_on) if row.asked_by == AskedBy.PARTY else None
    if halted is not None:
        row.halted_id, row.halted_until = halted
    row.save(force_insert=True)
    row.task_id = _task(opened, title=_TASK_TITLE, due=row.due, reference=f"access:{row.pk}")
    row.save(update_fields=["task"])
    note_due(opened)
    opened.append(
        AccessAsked(request=row.pk, asked_by=row.asked_by, channel=row.channel, due=row.due.isoformat())
    )
    return row.pk


def _task(opened: casework.OpenCase, *, title: str, due: date, reference: str) -> int:
    owner = casework.owner_of_work(opened)
    task = casework.NewTask(
        kind=TASK,
        title=title,
        due=due,
        reference=reference,
        employee=owner.get("employee"),
        unit=owner.get("unit"),
    )
    return casework.give_in(opened, task=task)


def _relation(opened: casework.OpenCase, by: Actor) -> str:
    held = casework.relations(case=opened.case, by=by, at=opened.at)
    return next((one for one in _OWN if one in held), Relation.PARTY)


def _own(request_id: int, by: Actor, at: datetime) -> AccessRequest:
    """A request that the actor made itself. Raises Hidden."""
    row = access_of(request_id=request_id, by=by, at=at)
    if not by.is_citizen or row.person_id != by.id:
        raise Hidden(f"access request {request_id}")
    return row
