"""Sealing a case against colleagues: from now on it is there for its caseworker, its party and those who are named.

It is in no list, count or search of anybody else's, and break-glass does not open it. Who seals is named too, for
somebody must be able to take the seal off.
"""

from collections.abc import Collection
from datetime import datetime

from borgerfokus.apps.casework.actions.changing import OpenCase, changing
from borgerfokus.apps.casework.events import CaseSealed, CaseUnsealed
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.models import Ground

SEALED = "sealed"
"""The moment of the seal among the case's moments; the accesses that it gave began then, and end with it."""


def seal(*, case_id: int, reason: str, named: Collection[int], by: Actor, at: datetime) -> Refusal | None:
    """Seal the case, and let the named employees and the actor go on seeing it. Raises Hidden without the right."""
    if not reason.strip():
        return _NO_REASON
    with changing(case_id=case_id, verb=Verb.CASE_SEAL, by=by, at=at) as opened:
        case = opened.case
        if case.sealed:
            return _SEALED_ALREADY
        for employee in sorted({*named, by.id}):
            subject, why = f"employee:{employee}", reason.strip()
            access.give(subject=subject, case_id=case_id, ground=Ground.NAMED, by=by, at=at, reason=why)
        access.include_cases([case_id])
        case.sealed = True
        case.moments = {**case.moments, SEALED: at.isoformat()}
        opened.append(CaseSealed(reason=reason.strip(), named=sorted({*named, by.id})))
    return None


def unseal(*, case_id: int, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Take the seal off; the accesses that came with it end, and the unit sees the case again."""
    if not reason.strip():
        return _NO_REASON
    with changing(case_id=case_id, verb=Verb.CASE_SEAL, by=by, at=at, action="case.unseal") as opened:
        if not opened.case.sealed:
            return _NOT_SEALED
        opened.case.sealed = False
        _end_accesses(opened)
        opened.append(CaseUnsealed(reason=reason.strip()))
    return None


def _end_accesses(opened: OpenCase) -> None:
    """End what the seal gave, and nothing that somebody was given otherwise."""
    since = opened.case.moments.get(SEALED)
    if since is None:
        return
    rows = access.running_grants(case_id=opened.case.pk, at=opened.at)
    rows.filter(ground=Ground.NAMED, starts=datetime.fromisoformat(since)).update(ends=opened.at)
    opened.case.moments = {key: moment for key, moment in opened.case.moments.items() if key != SEALED}


_ARTICLE = "forvaltningsloven §§ 27 og 32"
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv, hvorfor. Grunden står i sagens historik.", en="Write why. The reason stands in the case's history."
    ),
    article=_ARTICLE,
)
_SEALED_ALREADY = Refusal(
    code="sealed_already",
    text=Text(da="Sagen er allerede forseglet.", en="The case is sealed already."),
    article=_ARTICLE,
)
_NOT_SEALED = Refusal(
    code="not_sealed", text=Text(da="Sagen er ikke forseglet.", en="The case is not sealed."), article=_ARTICLE
)
