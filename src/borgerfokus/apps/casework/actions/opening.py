"""Opening a case: from a request, or from a contact that may become one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from borgerfokus.apps.casework.actions.changing import OpenCase, finish_new
from borgerfokus.apps.casework.actions.standing import next_act_of, stand
from borgerfokus.apps.casework.events import CaseOpened
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, Party
from borgerfokus.apps.casework.queries.casetypes import version_for
from borgerfokus.core.access import Scope, Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit


@dataclass(frozen=True)
class NewCase:
    """What a case is opened with. `source`: self_service, phone, desk, letter, partner, system.

    `is_request=False` registers a contact only: nobody has asked for anything yet.
    """

    type_key: str
    citizen_id: int
    source: str
    need: str
    received_at: datetime
    is_request: bool = True


def open_case(*, new: NewCase, by: Actor, at: datetime) -> Case | Refusal:
    """Open a case at the unit that answers for its type. Returns why not, when no type or unit is in force.

    Raises Hidden when the actor may not open a case for this citizen.
    """
    _may_open(new, by)
    day = new.received_at.date()
    version = version_for(key=new.type_key, on=day)
    if version is None:
        return _NO_TYPE
    unit = organisation.responsible_unit(case_type_key=new.type_key, on=day)
    if unit is None:
        return _NO_UNIT
    # Nothing in here is refused, so no caller goes on after an error: the transaction of the scope is enough.
    with transaction.atomic(savepoint=False):
        case = _new_row(new, version, unit, at)
        opened = OpenCase(case=case, by=by, at=at)
        opened.append(
            CaseOpened(type_key=version.key, type_number=version.number, unit=unit.key, source=new.source)
        )
        dates = stand(case=case, at=at, suspensions=(), extensions=())
        case.next_act = next_act_of(case, at)
        insert([case])
        party = Party(case=case, person_id=new.citizen_id, role="party", starts=at)
        grant = access.of_party(person_id=new.citizen_id, case_id=case.pk, by=by, at=at)
        insert([*dates, party, grant])
        finish_new([opened], action=Verb.CASE_OPEN)
    return case


def _new_row(new: NewCase, version: CaseTypeVersion, unit: Unit, at: datetime) -> Case:
    number = access.include_new_case(sequence="casework_case_id_seq")
    spec = version.spec
    return Case(
        pk=number,
        number=f"{new.received_at.year}-{number:06d}",
        type_version=version,
        type_key=version.key,
        title=spec.title_citizen.da,
        citizen_id=new.citizen_id,
        unit=unit,
        source=new.source,
        need=new.need,
        phase=Phase.INTAKE if new.is_request else Phase.CONTACT,
        received_at=new.received_at,
        phase_since=at,
        ball_since=at,
        last_activity_at=at,
        moments={"request_received": new.received_at.isoformat(), "case_opened": at.isoformat()},
    )


def _may_open(new: NewCase, by: Actor) -> None:
    if by.everything:
        return
    if by.is_citizen:
        if not by.can(Verb.REQUEST_SUBMIT) or not _acts_for(new.citizen_id, by):
            raise Hidden("request for another")
    elif not by.can(Verb.API_CASES_CREATE if by.kind is ActorKind.CLIENT else Verb.CASE_OPEN):
        raise Hidden("open case")


def _acts_for(citizen_id: int, by: Actor) -> bool:
    return citizen_id == by.id or bool(by.powers_for(citizen_id, Scope.ACT))


_NO_TYPE = Refusal(
    code="no_case_type",
    text=Text(
        da="Denne slags sag er ikke i brug. Vælg en anden hjælp, eller ring til os.",
        en="This kind of case is not in use. Choose another kind of help, or call us.",
    ),
    article="forvaltningsloven § 7",
)
_NO_UNIT = Refusal(
    code="no_unit",
    text=Text(
        da="Ingen enhed har ansvar for denne slags sag. En administrator kan rette det under Enheder.",
        en="No unit answers for this kind of case. An administrator can mend it under Units.",
    ),
    article="forvaltningsloven § 7, stk. 2",
)
