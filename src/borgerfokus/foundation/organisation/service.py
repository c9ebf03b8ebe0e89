"""The door of the organisation: keeping units and who answers for what."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation.models import Engagement, PartnerKind, Responsibility, Unit, UnitKind
from borgerfokus.foundation.organisation.queries import descendants, running


@dataclass(frozen=True)
class UnitData:
    """What is kept of a unit. `parent` is a unit's id."""

    name: str
    kind: str
    parent: int | None
    phone: str = ""
    hours: str = ""
    name_en: str = ""
    partner_kind: str = ""


def add_unit(*, key: str, unit: UnitData, starts: date, by: Actor, at: datetime) -> Unit | Refusal:
    """Add a unit that exists from a day on. Needs ORGANISATION_EDIT (else Hidden)."""
    _may(by)
    if refused := _wrong(unit):
        return refused
    try:
        with transaction.atomic():
            row = Unit.objects.create(
                key=key,
                name=unit.name,
                name_en=unit.name_en,
                kind=unit.kind,
                partner_kind=unit.partner_kind,
                parent_id=unit.parent,
                phone=unit.phone,
                hours=unit.hours,
                starts=starts,
            )
            audit.record(action="unit.add", by=by, at=at, about=f"unit:{row.pk}")
    except IntegrityError:
        return _KEY_TAKEN
    return row


def change_unit(*, unit_id: int, version: int, unit: UnitData, by: Actor, at: datetime) -> Refusal | None:
    """Change a unit, unless somebody else has meanwhile, or it would hang below itself."""
    _may(by)
    if refused := _wrong(unit):
        return refused
    if unit.parent is not None and unit.parent in descendants([unit_id], on=at.date()):
        return _CIRCLE
    changed = Unit.objects.filter(pk=unit_id, version=version).update(
        name=unit.name,
        name_en=unit.name_en,
        kind=unit.kind,
        partner_kind=unit.partner_kind,
        parent_id=unit.parent,
        phone=unit.phone,
        hours=unit.hours,
        version=F("version") + 1,
    )
    if not changed:
        return _CHANGED
    audit.record(action="unit.change", by=by, at=at, about=f"unit:{unit_id}")
    return None


def end_unit(*, unit_id: int, on: date, by: Actor, at: datetime) -> Refusal | None:
    """End a unit on a day. Refused while somebody is engaged in it, it has units below, or it answers for cases."""
    _may(by)
    busy = (
        Engagement.objects.filter(running(on=on), unit_id=unit_id).exists()
        or Unit.objects.filter(running(on=on), parent_id=unit_id).exists()
        or Responsibility.objects.filter(running(on=on), unit_id=unit_id).exists()
    )
    if busy:
        return _STILL_IN_USE
    ended = Unit.objects.filter(pk=unit_id, ends__isnull=True, starts__lt=on).update(ends=on, version=F("version") + 1)
    if not ended:
        raise Hidden(f"unit {unit_id}")
    audit.record(action="unit.end", by=by, at=at, about=f"unit:{unit_id}")
    return None


def give_responsibility(*, unit_id: int, case_type_key: str, on: date, by: Actor, at: datetime) -> Refusal | None:
    """From a day on, this unit answers for a case type; the one before it no longer does."""
    _may(by)
    if not Unit.objects.filter(running(on=on), pk=unit_id).exists():
        return _NO_SUCH_UNIT
    if not case_type_key:
        return _NO_SUCH_TYPE
    with transaction.atomic():
        before = Responsibility.objects.filter(case_type_key=case_type_key, kind="responsible", ends__isnull=True)
        before.filter(starts__lt=on).update(ends=on)
        before.delete()
        Responsibility.objects.create(unit_id=unit_id, case_type_key=case_type_key, kind="responsible", starts=on)
        audit.record(action="responsibility.give", by=by, at=at, about=case_type_key, unit=unit_id)
    return None


def end_engagement(*, engagement_id: int, on: date, by: Actor, at: datetime) -> bool:
    """End a running engagement on a day; its rights are refused from then on. Returns whether it could be.

    Needs ORGANISATION_EDIT (else Hidden).
    """
    _may(by)
    rows = Engagement.objects.filter(running(on=on), pk=engagement_id, starts__lt=on)
    ended = bool(rows.update(ends=on))
    if ended:
        audit.record(action="engagement.end", by=by, at=at, about=f"engagement:{engagement_id}")
    return ended


def _may(by: Actor) -> None:
    if not by.can(Verb.ORGANISATION_EDIT):
        raise Hidden("organisation")


def _wrong(unit: UnitData) -> Refusal | None:
    if unit.partner_kind and (unit.kind != UnitKind.PARTNER or unit.partner_kind not in PartnerKind.values):
        return _NOT_A_PARTNER
    return None if unit.name.strip() and unit.kind in UnitKind.values else _NO_NAME


_NO_NAME = Refusal(
    code="unit.no_name",
    text=Text(da="Skriv enhedens navn, og vælg, hvad den er.", en="Write the unit's name and choose what it is."),
    article="",
)
_NOT_A_PARTNER = Refusal(
    code="unit.not_a_partner",
    text=Text(
        da="Kun en enhed hos en partner har en slags partner.", en="Only a unit of a partner has a kind of partner."
    ),
    article="",
)
_KEY_TAKEN = Refusal(
    code="unit.key_taken",
    text=Text(
        da="Nøglen er i brug. Vælg en anden; nøgler bruges i sagstyper og kan ikke genbruges.",
        en="The key is in use. Choose another; keys stand in case types and cannot be used again.",
    ),
    article="",
)
_CIRCLE = Refusal(
    code="unit.circle",
    text=Text(da="En enhed kan ikke ligge under sig selv.", en="A unit cannot lie below itself."),
    article="",
)
_CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret enheden imens. Se efter, og gem igen.",
        en="Somebody else has changed the unit meanwhile. Look again, and save again.",
    ),
    article="",
)
_STILL_IN_USE = Refusal(
    code="unit.in_use",
    text=Text(
        da="Enheden har medarbejdere, underenheder eller ansvar for sager. Flyt dem først.",
        en="The unit has employees, units below it, or answers for cases. Move them first.",
    ),
    article="",
)
_NO_SUCH_TYPE = Refusal(
    code="unit.case_type",
    text=Text(da="Vælg, hvilken slags sager enheden skal svare for.", en="Choose which cases the unit answers for."),
    article="",
)
_NO_SUCH_UNIT = Refusal(
    code="unit.unknown",
    text=Text(da="Vælg en enhed, der findes den dag.", en="Choose a unit that exists on that day."),
    article="",
)
