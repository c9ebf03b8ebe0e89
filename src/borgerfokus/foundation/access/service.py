"""The door of access: grants are given and ended here, and relations to a case are told."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.access.scope import current


def give(
    *,
    subject: str,
    case_id: int,
    ground: Ground,
    by: Actor,
    at: datetime,
    ends: datetime | None = None,
    reason: str = "",
) -> None:
    """Let `subject` see the case from now until `ends`."""
    row = Grant(
        subject=subject, case_id=case_id, ground=ground, starts=at, ends=ends, given_by=by.subject, reason=reason
    )
    insert([row])


def of_party(*, person_id: int, case_id: int, by: Actor, at: datetime) -> Grant:
    """The grant by which a party sees the case, to be written with what else belongs to the party."""
    return Grant(
        subject=f"person:{person_id}", case_id=case_id, ground=Ground.PARTY, starts=at, given_by=by.subject
    )


def end(*, case_id: int, ground: Ground, at: datetime, subject: str | None = None) -> int:
    """End the running grants on this ground (of this subject); the next request is refused. Returns how many."""
    running = _running(at).filter(case_id=case_id, ground=ground)
    if subject is not None:
        running = running.filter(subject=subject)
    return running.update(ends=at)


def running_grants(*, case_id: int, at: datetime) -> QuerySet[Grant]:
    """Who else may see the case now."""
    return _running(at).filter(case_id=case_id)


def grounds(*, case_id: int, actor: Actor, at: datetime) -> frozenset[Ground]:
    """On which grounds the actor itself may see the case now."""
    rows = _running(at).filter(case_id=case_id, subject__in=actor.subjects).values_list("ground", flat=True)
    return frozenset(Ground(ground) for ground in rows)


def include_cases(case_ids: Iterable[int]) -> None:
    """Let the open scope see these cases. The caller has checked why (a case being opened or handed over)."""
    current().include_cases(case_ids)


def include_new_case(*, sequence: str) -> int:
    """Take the next id of a case about to be made, and let the open scope see it: one statement for both."""
    return current().include_new_case(sequence=sequence)


def _running(at: datetime) -> QuerySet[Grant]:
    return Grant.objects.filter(Q(ends__isnull=True) | Q(ends__gt=at), starts__lte=at)
