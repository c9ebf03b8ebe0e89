"""Who takes part in a case."""

from datetime import datetime

from borgerfokus.apps.casework.actions.changing import changing
from borgerfokus.apps.casework.events import PartyAdded, PartyEnded
from borgerfokus.apps.casework.models import Party
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground

_GROUNDS = {"party": Ground.PARTY, "representative": Ground.REPRESENTATIVE}


def add(*, case_id: int, person_id: int, role: str, by: Actor, at: datetime) -> Refusal | None:
    """Let somebody take part. A party and a representative see the case from now on; a relative is only named."""
    with changing(case_id=case_id, verb=Verb.PARTY_EDIT, by=by, at=at, action="party.add") as opened:
        if Party.objects.filter(case_id=case_id, person_id=person_id, role=role, ends__isnull=True).exists():
            return _ALREADY_THERE
        Party.objects.create(case_id=case_id, person_id=person_id, role=role, starts=at)
        if role in _GROUNDS:
            access.give(
                subject=f"person:{person_id}", case_id=case_id, ground=_GROUNDS[role], by=by, at=at
            )
        opened.append(PartyAdded(person=person_id, role=role))
    return None


def end(*, party_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Somebody no longer takes part; the next request is refused. The citizen the case is about stays."""
    row = Party.objects.filter(pk=party_id, ends__isnull=True).first()
    if row is None:
        raise Hidden(f"party {party_id}")
    with changing(case_id=row.case_id, verb=Verb.PARTY_EDIT, by=by, at=at, action="party.end") as opened:
        if row.role == "party" and row.person_id == opened.case.citizen_id:
            return _IS_THE_CITIZEN
        row.ends = at
        row.save(update_fields=["ends"])
        if row.role in _GROUNDS:
            access.end(
                case_id=row.case_id, ground=_GROUNDS[row.role], subject=f"person:{row.person_id}", at=at
            )
        opened.append(PartyEnded(person=row.person_id, role=row.role))
    return None


def own_representatives(*, by: Actor, at: datetime) -> tuple[Party, ...]:
    """Those who speak for the citizen itself, case by case."""
    rows = Party.objects.filter(case__citizen_id=by.id, role="representative", ends__isnull=True, starts__lte=at)
    return tuple(rows.select_related("case__type_version").order_by("case_id", "id")) if by.is_citizen else ()


def end_own_representative(*, party_id: int, by: Actor, at: datetime) -> None:
    """The citizen itself ends it; the representative's next request is refused. Raises Hidden for anybody else."""
    row = next((one for one in own_representatives(by=by, at=at) if one.pk == party_id), None)
    if row is None or not by.can(Verb.POWER_GIVE):
        raise Hidden(f"party {party_id}")
    with changing(case_id=row.case_id, verb=Verb.CASE_WITHDRAW, by=by, at=at, action="party.end") as opened:
        Party.objects.filter(pk=row.pk).update(ends=at)
        access.end(case_id=row.case_id, ground=Ground.REPRESENTATIVE, subject=f"person:{row.person_id}", at=at)
        opened.append(PartyEnded(person=row.person_id, role=row.role))


_ALREADY_THERE = Refusal(
    code="already_party",
    text=Text(da="Personen deltager allerede i sagen.", en="The person already takes part in the case."),
    article="forvaltningsloven § 8",
)
_IS_THE_CITIZEN = Refusal(
    code="is_the_citizen",
    text=Text(
        da="Sagen handler om denne borger, som derfor altid er part.",
        en="The case is about this citizen, who therefore always is a party.",
    ),
    article="forvaltningsloven § 9",
)
