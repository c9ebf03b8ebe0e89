"""Reads of cases. `visible_to` is the only way to a row; PostgreSQL holds the same line behind it."""

from datetime import datetime
from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.compiled import AT, Compiled, word
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import OPEN_A_SEAL, Grant, Ground


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Case]:
    """The cases that the actor may see now."""
    return _seen(actor, Grant.objects.filter(Q(ends__isnull=True) | Q(ends__gt=at), starts__lte=at))


def listed_to(actor: Actor, *, at: datetime) -> QuerySet[Case]:
    """The cases that the actor finds in lists and searches: what it only reviews is reached through the campaign."""
    granted = Grant.objects.filter(Q(ends__isnull=True) | Q(ends__gt=at), starts__lte=at)
    return _seen(actor, granted.exclude(ground=Ground.SUPERVISION))


def _seen(actor: Actor, grants: QuerySet[Grant]) -> QuerySet[Case]:
    if actor.everything:
        return Case.objects.all()
    if not actor.can(Verb.API_CASES_READ if actor.kind is ActorKind.CLIENT else Verb.CASE_SEE):
        return Case.objects.none()
    granted = grants.filter(subject__in=actor.subjects)
    seen = _among(granted) & Q(sealed=False) | _among(granted.filter(ground__in=OPEN_A_SEAL))
    if actor.units:
        seen |= Q(unit_id__in=actor.units, sealed=False)
    if actor.is_employee:
        seen |= Q(caseworker_id=actor.id)
    return Case.objects.filter(seen)


def _among(granted: QuerySet[Grant]) -> Q:
    """The cases of the grants, fetched once as an array: beside an IN the index on the unit would not be used."""
    cases = ArraySubquery(granted.values("case_id"))
    return Q(Func(F("pk"), cases, template="%(expressions)s)", arg_joiner=" = any (", output_field=BooleanField()))


def find(*, number: str, by: Actor, at: datetime) -> Case:
    """The case with this number, with its type, unit and caseworker. Raises Hidden when unknown or forbidden."""
    found: list[Case] = _find(by).objects({AT: at, word("number"): number})
    if not found:
        raise Hidden(f"case {number}")
    return found[0]


@lru_cache(maxsize=128)
def _find(by: Actor) -> Compiled:
    rows = visible_to(by, at=AT).filter(number=word("number"))
    return Compiled.of(rows.select_related("type_version", "unit", "caseworker").defer("type_version__document"))
