"""Reads of requests: access to the file, correction and erasure, and the whole copy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.rights.models import AccessItem, AccessRequest, AccessState, DataExport, DataRequest
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import calendar_for
from borgerfokus.core.rights import Left, left
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters


@dataclass(frozen=True)
class Clock:
    """One request as the data protection officer follows it: when it came, when it is due, and nothing of what it says.

    `kind`: access_fvl, access_ofl, correction, erasure or copy. `unit_id` is None for a copy.
    """

    kind: str
    id: int
    case_number: str
    unit_id: int | None
    received: date
    due: date
    first_due: date
    answered: date | None
    outcome: str


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[AccessRequest]:
    """The requests for access on the cases that the actor may see; a citizen sees those of the party's side."""
    rows = AccessRequest.objects.filter(case__in=casework.visible_to(actor, at=at))
    return rows.filter(asked_by="fvl") if actor.is_citizen else rows


def data_visible_to(actor: Actor, *, at: datetime) -> QuerySet[DataRequest]:
    """The requests about data on the cases that the actor may see."""
    return DataRequest.objects.filter(case__in=casework.visible_to(actor, at=at))


def access_of(*, request_id: int, by: Actor, at: datetime) -> AccessRequest:
    """One request with its case. Raises Hidden."""
    rows = visible_to(by, at=at).select_related("case__type_version", "case__unit", "case__caseworker", "reader")
    row = rows.filter(pk=request_id).first()
    if row is None:
        raise Hidden(f"access request {request_id}")
    return row


def access_on(*, case_id: int, by: Actor, at: datetime) -> list[AccessRequest]:
    """The requests on a case, newest first."""
    return list(visible_to(by, at=at).filter(case_id=case_id).order_by("-registered_at", "-pk"))


def access_asked(*, by: Actor, at: datetime) -> list[AccessRequest]:
    """What a citizen has asked to see, for itself or another, newest first."""
    rows = visible_to(by, at=at).select_related("case__type_version")
    return list(rows.order_by("-registered_at", "-pk"))


def access_waiting(*, by: Actor, at: datetime) -> list[AccessRequest]:
    """The work list: what is to be answered in the actor's units or own cases, the nearest date first.

    Who sees a case by a grant alone, as a partner does, does not answer for it.
    """
    if not by.can(Verb.ACCESS_HANDLE):
        raise Hidden("access requests")
    rows = visible_to(by, at=at).select_related("case__type_version", "case__unit", "case__caseworker")
    ours = Q(case__unit_id__in=by.units) | Q(case__caseworker_id=by.id)
    waiting = rows.filter(ours, state=AccessState.OPEN)
    return list(waiting.order_by("due", "pk"))


def items_of(request: AccessRequest) -> list[AccessItem]:
    """How each record is treated, in order."""
    return list(AccessItem.objects.filter(request=request).order_by("place"))


def data_on(*, case_id: int, by: Actor, at: datetime) -> list[DataRequest]:
    """The requests about data on a case, newest first."""
    return list(data_visible_to(by, at=at).filter(case_id=case_id).order_by("-asked_at", "-pk"))


def data_asked(*, by: Actor, at: datetime) -> list[DataRequest]:
    """What the citizen has asked about data, for itself or another, newest first."""
    return list(data_visible_to(by, at=at).select_related("case__type_version").order_by("-asked_at", "-pk"))


def data_of(*, request_id: int, by: Actor, at: datetime) -> DataRequest:
    """One request about data. Raises Hidden."""
    row = data_visible_to(by, at=at).select_related("case__type_version").filter(pk=request_id).first()
    if row is None:
        raise Hidden(f"data request {request_id}")
    return row


def copies_of(*, by: Actor) -> list[DataExport]:
    """The citizen's own copies, newest first."""
    if not by.is_citizen:
        raise Hidden("copies")
    return list(DataExport.objects.filter(person_id=by.id).order_by("-asked_at", "-pk"))


def copy_of(*, export_id: int, by: Actor) -> DataExport:
    """One of the citizen's own copies. Raises Hidden."""
    row = next((one for one in copies_of(by=by) if one.pk == export_id), None)
    if row is None:
        raise Hidden(f"copy {export_id}")
    return row


def clocks(*, by: Actor) -> list[Clock]:
    """Every request with its dates, for the data protection officer. Raises Hidden."""
    if not by.can(Verb.RIGHTS_OVERSEE):
        raise Hidden("clocks")
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_rights_clocks() order by answered is not null, due, request_id")
        return [Clock(*row) for row in cursor.fetchall()]


def time_left(*, due: date, on: date) -> tuple[int, Left]:
    """Working days until the last day, negative when it has passed, and how near that is."""
    return left(due=due, on=on, calendar=calendar_for([on.year, due.year], parameters.parameters()))


def open_requests(requests: Iterable[AccessRequest]) -> list[AccessRequest]:
    """Those that are to be answered."""
    return [one for one in requests if one.state == AccessState.OPEN]
