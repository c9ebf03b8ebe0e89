"""Reads of citizens. Every function here that returns somebody has logged the look-up in the open scope."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from borgerfokus.core.access import ACTING, FAMILY, Member, Relation, Scope, Verb, covers, member_of
from borgerfokus.core.dates import day_of
from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.foundation.access.actor import Actor, ActorKind, Power
from borgerfokus.foundation.access.compiled import AT, ID, ON, Compiled, Together, ids
from borgerfokus.foundation.access.scope import Look, current
from borgerfokus.foundation.people import cipher, family
from borgerfokus.foundation.people.models import Address, Kinship, Person, Representation

SEARCH_LIMIT = 20
CUSTODY = "custody"
"""The kind under which a parent with custody stands among those who act for a child."""
_BY_NUMBERS = """
select bf_person_by_number(asked.number) from unnest(%s::bytea[]) with ordinality as asked(number, place) order by place
"""
_POWERS = """
select power.person_id, power.kind, power.scopes, own.born
from (select bf_birth_date(%s) as born) as own
left join lateral (
  select person_id, kind, scopes from bf_represented(%s, %s)
  union all
  select child, 'custody', array[]::varchar[] from bf_custody(%s, %s, %s) as child
) as power on true
"""


@dataclass(frozen=True)
class Card:
    """A citizen as shown in lists and heads. The number is masked; the address stands in `address_of`."""

    id: int
    name: str
    given_name: str
    masked_cpr: str
    birth_date: date
    protected: bool
    interpreter: str
    digital_post_exempt: bool
    died_on: date | None
    phone: str
    email: str
    note: str
    version: int

    def age(self, *, on: date) -> int:
        """Whole years on a day (on the day of death at the latest)."""
        last = min(on, self.died_on) if self.died_on else on
        had_birthday = (last.month, last.day) >= (self.birth_date.month, self.birth_date.day)
        return last.year - self.birth_date.year - (0 if had_birthday else 1)


@dataclass(frozen=True)
class Known:
    """A relation or representation as shown: who, in which way, until when."""

    id: int
    person_id: int
    other: Card
    kind: str
    scopes: frozenset[Scope]
    custody: bool
    starts: date
    ends: date | None
    case_id: int | None
    given_how: str

    @property
    def gets_letters(self) -> bool:
        """Whether the letters of the person come here too."""
        relation = Relation(self.kind) if self.kind in set(Relation) else Relation.NONE
        return covers(relation=relation, scopes=self.scopes, wanted=Scope.RECEIVE_POST)


def actor_for(*, person_id: int, name: str, at: datetime) -> Actor:
    """The citizen as an actor: self, and those validly represented at this moment."""
    day = day_of(at)
    limits = family.ages(on=day)
    with connection.cursor() as cursor:
        cursor.execute(_POWERS, [person_id, person_id, at, person_id, day, limits.majority])
        rows = cursor.fetchall()
    powers = tuple(
        Power(person_id=row[0], relation=Relation(row[1]), scopes=frozenset(Scope(word) for word in row[2]))
        for row in rows
        if row[1] is not None
    )
    born: date | None = rows[0][3]
    member = member_of(born=born, on=day, ages=limits) if born else Member.ADULT
    persons = frozenset({person_id, *(power.person_id for power in powers if ACTING[power.relation].base_data)})
    subjects = {person_id, *(power.person_id for power in powers)}
    return Actor(
        kind=ActorKind.CITIZEN,
        id=person_id,
        name=name,
        verbs=FAMILY[member].verbs,
        persons=persons,
        powers=powers,
        subjects=frozenset(f"person:{number}" for number in subjects),
    )


def cards(
    person_ids: Iterable[int], *, case_ids: dict[int, int] | None = None, look: Look = Look.VIEW
) -> dict[int, Card]:
    """Citizens by id. The caller has come by the ids lawfully (through a case it may see, or a search); each is logged.

    `case_ids` says on account of which case each person is shown.
    """
    wanted = sorted(set(person_ids))
    if not wanted:
        return {}
    scope = current()
    scope.include_persons(wanted)
    rows = _persons(len(wanted)).objects(dict(zip(ids(len(wanted)), wanted, strict=True)))
    found = {row.id: _card(row) for row in rows}
    for person_id in found:
        scope.saw(person_id, case_id=(case_ids or {}).get(person_id), look=look)
    return found


@lru_cache(maxsize=128)
def _persons(number: int) -> Compiled:
    return Compiled.of(Person.objects.filter(id__in=ids(number)))


def card(person_id: int, *, case_id: int | None = None, look: Look = Look.VIEW) -> Card:
    """One citizen. Raises Person.DoesNotExist."""
    found = cards([person_id], case_ids={person_id: case_id} if case_id else None, look=look)
    if person_id not in found:
        raise Person.DoesNotExist
    return found[person_id]


def address_of(*, person_id: int) -> Address | None:
    """The present address, or None when there is none or the database holds it back (protected)."""
    return Address.objects.filter(person_id=person_id, ends__isnull=True).first()


def find(*, text: str, by: Actor) -> list[Card]:
    """Search by personal number or by name (at least two letters), at most SEARCH_LIMIT hits, each logged as a search.

    Names that begin with what was typed come first, then those whose last word does, then those that have it inside.
    Protected persons are found by number only, unless the actor carries the verb. Without PERSON_SEARCH: nothing.
    """
    if not by.can(Verb.PERSON_SEARCH):
        return []
    hits = _ids_by_number(text) if _looks_like_number(text) else _ids_by_name(text, by=by)
    found = cards(hits, look=Look.SEARCH)
    return [found[number] for number in hits if number in found]


def cpr_of(*, person_id: int) -> Cpr:
    """The full personal number, for letters and the citizen's own page. The person must be open in the scope."""
    return cipher.unseal(bytes(Person.objects.values_list("cpr_sealed", flat=True).get(id=person_id)))


def id_of(*, cpr: Cpr) -> int | None:
    """The citizen with this number, or None. Shows nothing of the citizen; `cards` does, and logs it."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_person_by_number(%s)", [cipher.blind_index(cpr)])
        found: int | None = cursor.fetchone()[0]
    return found


def ids_of(*, cprs: Sequence[Cpr]) -> list[int | None]:
    """The citizens with these numbers, in their order, None for one that is not known. Shows nothing of them."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_NUMBERS, [[cipher.blind_index(cpr) for cpr in cprs]])
        return [row[0] for row in cursor.fetchall()]


def relations_of(*, person_id: int, on: date) -> list[Known]:
    """Running relations of a person, each relative logged as seen."""
    rows = list(
        Kinship.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), person_id=person_id).order_by("kind", "id")
    )
    people = cards(row.other_id for row in rows)
    return [_related(row, people[row.other_id]) for row in rows if row.other_id in people]


def representatives_of(*, person_id: int, at: datetime) -> list[Known]:
    """Who may act for the person now."""
    return _acting_for(_known(person_id, at=at), at=at)


def card_with_representatives(person_id: int, *, case_id: int, at: datetime) -> tuple[Card, list[Known]]:
    """One citizen on account of a case, and who may act for it now. Raises Person.DoesNotExist."""
    scope = current()
    scope.include_persons([person_id])
    found = _known(person_id, at=at)
    if not found["self"]:
        raise Person.DoesNotExist
    scope.saw(person_id, case_id=case_id, look=Look.VIEW)
    return _card(found["self"][0]), _acting_for(found, at=at)


def _known(person_id: int, *, at: datetime) -> dict[str, list[Any]]:
    return _representatives().read({ID: person_id, AT: at, ON: day_of(at)})


def _acting_for(found: Mapping[str, list[Any]], *, at: datetime) -> list[Known]:
    born = next((row.birth_date for row in found["self"]), None)
    holders = found["custody"] if born and _is_minor(born, day_of(at)) else []
    people = cards([*(row.representative_id for row in found["powers"]), *(row.other_id for row in holders)])
    with_custody = [_holder(row, people[row.other_id]) for row in holders if row.other_id in people]
    return [*with_custody, *_represented(found["powers"], who="representative_id")]


@lru_cache(maxsize=1)
def _representatives() -> Together:
    """One statement: who acts by power, who has custody, and the person, whose birthday ends it."""
    running = Q(ends__isnull=True) | Q(ends__gt=ON)
    custody = Kinship.objects.filter(running, person_id=ID, kind="parent", custody=True, starts__lte=ON)
    return Together.of(
        powers=_valid(AT).filter(person_id=ID),
        custody=custody.order_by("id"),
        self=Person.objects.filter(id=ID),
    )


def _is_minor(born: date, on: date) -> bool:
    return member_of(born=born, on=on, ages=family.ages(on=on)) is not Member.ADULT


def _holder(row: Kinship, other: Card) -> Known:
    """A parent with custody as somebody who acts for the child, in everything."""
    return Known(
        id=row.id,
        person_id=row.person_id,
        other=other,
        kind=CUSTODY,
        scopes=frozenset(Scope),
        custody=True,
        starts=row.starts,
        ends=row.ends,
        case_id=None,
        given_how="",
    )


def post_receivers(*, person_id: int, case_id: int, at: datetime) -> list[Known]:
    """Who gets the person's letters of a case too: guardians, and those whose power covers the post. Living ones."""
    return [
        known
        for known in representatives_of(person_id=person_id, at=at)
        if known.case_id in (None, case_id)
        and known.gets_letters
        and known.other.died_on is None
    ]


def represented_by(*, person_id: int, at: datetime) -> list[Known]:
    """For whom the person may act now."""
    return _represented(_valid(at).filter(representative_id=person_id), who="person_id")


def _represented(rows: Iterable[Representation], *, who: str) -> list[Known]:
    listed = list(rows)
    people = cards(getattr(row, who) for row in listed)
    return [
        Known(
            id=row.id,
            person_id=row.person_id,
            other=people[getattr(row, who)],
            kind=row.kind,
            scopes=frozenset(Scope(scope) for scope in row.scopes),
            custody=False,
            starts=row.starts.date(),
            ends=row.ends.date() if row.ends else None,
            case_id=row.case_id,
            given_how=row.given_how,
        )
        for row in listed
        if getattr(row, who) in people
    ]


def _related(row: Kinship, other: Card) -> Known:
    return Known(
        id=row.id,
        person_id=row.person_id,
        other=other,
        kind=row.kind,
        scopes=frozenset(),
        custody=row.custody,
        starts=row.starts,
        ends=row.ends,
        case_id=None,
        given_how="",
    )


def _valid(at: datetime) -> QuerySet[Representation]:
    return Representation.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=at), starts__lte=at, withdrawn_at__isnull=True
    ).order_by("id")


def _looks_like_number(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    return len(digits) == 10 and digits.isdigit()


def _ids_by_number(text: str) -> list[int]:
    try:
        index = cipher.blind_index(Cpr(text.replace("-", "").replace(" ", "")))
    except InvalidIdentifier:
        return []
    with connection.cursor() as cursor:
        cursor.execute("select bf_person_by_number(%s)", [index])
        row = cursor.fetchone()
    return [row[0]] if row and row[0] else []


def _ids_by_name(text: str, *, by: Actor) -> list[int]:
    words = " ".join(text.split())
    if len(words) < 2:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select bf_persons_by_name(%s, %s, %s)", [words, by.can(Verb.PROTECTED_ADDRESS_SEE), SEARCH_LIMIT]
        )
        return [row[0] for row in cursor.fetchall()]


def _card(row: Person) -> Card:
    return Card(
        id=row.id,
        name=f"{row.given_name} {row.family_name}",
        given_name=row.given_name,
        masked_cpr=f"{_shown_birth(row.birth_date)}-••••",
        birth_date=row.birth_date,
        protected=row.protected,
        interpreter=row.interpreter,
        digital_post_exempt=row.digital_post_exempt,
        died_on=row.died_on,
        phone=row.phone,
        email=row.email,
        note=row.note,
        version=row.version,
    )


def _shown_birth(birth: date) -> str:
    return f"{birth:%d%m%y}"
