"""The transition at 18: begun from the data, owned by two, prepared topic by topic; what is expected as an adult."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.utils.timezone import make_aware

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination import policies
from borgerfokus.apps.coordination.events import TransitionBegun, TransitionChanged
from borgerfokus.apps.coordination.models import Transition, TransitionEntry, TransitionNeed, TransitionTopic
from borgerfokus.apps.coordination.queries import transition as queries
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.core.transition import concern
from borgerfokus.core.transition import course as law
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people

_STORED = frozenset({TopicState.OPEN, TopicState.GOING, TopicState.AGREED})


@dataclass(frozen=True)
class NewTopic:
    """How far a topic is, what is agreed, and by when it must be."""

    topic: Topic
    state: TopicState
    text: str
    due: date | None = None


@dataclass(frozen=True)
class Days:
    """The days that are known, and the need in words. None: not known."""

    met_on: date | None
    applied_on: date | None
    child_ends: date | None
    adult_starts: date | None
    need: str = ""


@dataclass(frozen=True)
class NewNeed:
    """An offer of the catalogue that is expected, and how much of it: hours a week, or months of a year."""

    offer: str
    low: Decimal
    likely: Decimal
    high: Decimal


def begin_if_concerned(*, case: Case, born: date, at: datetime) -> bool:
    """Put the citizen of an open case on the board, if the rule says so and it is not there. By the platform alone."""
    in_force, today = parameters.parameters(), day_of(at)
    if not concern.rule().concerns(case.type_key) or not law.concerned_on(born=born, on=today, parameters=in_force):
        return False
    if Transition.objects.filter(citizen_id=case.citizen_id).exists():
        return False
    adult = Unit.objects.filter(key=concern.rule().adult_unit).first() or case.unit
    with casework.changing(
        case_id=case.pk, verb=Verb.CASE_EDIT, by=system("transition"), at=at, action="transition.begin"
    ) as opened:
        row = Transition.objects.create(
            citizen_id=case.citizen_id,
            case=opened.case,
            child_unit_id=opened.case.unit_id,
            child_owner_id=opened.case.caseworker_id,
            adult_unit=adult,
            begun_at=at,
        )
        birthday = law.birthday(born, queries.rules(on=today).ready_age).isoformat()
        opened.append(TransitionBegun(transition=row.pk, eighteen=birthday))
    return True


def set_owner(*, citizen_id: int, side: str, employee: int, by: Actor, at: datetime) -> Refusal | None:
    """Name the person who owns the transition in one of the departments: `side` is "child" or "adult"."""
    with _editing(citizen_id, by=by, at=at, change="owner", about=side) as row:
        unit = row.child_unit if side == "child" else row.adult_unit
        units = organisation.descendants([unit.pk], on=day_of(at))
        staff = organisation.staff_of(unit_ids=units, on=day_of(at), carrying=Verb.CASE_EDIT)
        name = next((one.name for one in staff if one.id == employee), None)
        if name is None or side not in {"child", "adult"}:
            return _NOT_THERE
        field = "child_owner_id" if side == "child" else "adult_owner_id"
        Transition.objects.filter(pk=row.pk).update(**{field: employee})
        _tell(row, "owner", side, name, by=by, at=at)
    return None


def set_topic(*, citizen_id: int, new: NewTopic, by: Actor, at: datetime) -> Refusal | None:
    """Say how far one of the six topics is. What is agreed is written down."""
    if new.state not in _STORED or (new.state is not TopicState.OPEN and not new.text.strip()):
        return _WRITE
    with _editing(citizen_id, by=by, at=at, change=new.state.value, about=new.topic.value) as row:
        TransitionTopic.objects.update_or_create(
            transition=row,
            topic=new.topic.value,
            defaults={
                "state": new.state.value,
                "text": new.text.strip(),
                "due": new.due,
                "at": at,
                "by": by.subject,
                "by_name": by.name,
            },
        )
        _tell(row, new.state.value, new.topic.value, new.text, by=by, at=at)
    return None


def set_days(*, citizen_id: int, days: Days, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Write down the days that are known, and the need in words. Refused when somebody else saved first."""
    with _editing(citizen_id, by=by, at=at, change="days", about="") as row:
        if row.version != version:
            return _CHANGED
        Transition.objects.filter(pk=row.pk).update(
            met_on=days.met_on,
            applied_on=days.applied_on,
            child_ends=days.child_ends,
            adult_starts=days.adult_starts,
            need=days.need.strip(),
            version=version + 1,
        )
        _tell(row, "days", "", days.need, by=by, at=at)
    return None


def expect(*, citizen_id: int, new: NewNeed, by: Actor, at: datetime) -> Refusal | None:
    """Expect an offer as an adult; the same offer again changes how much of it."""
    if not 0 <= new.low <= new.likely <= new.high:
        return _ORDER
    with _editing(citizen_id, by=by, at=at, change="need", about=new.offer[:20]) as row:
        offer = offers.find(key=new.offer, on=day_of(at), public=False)
        TransitionNeed.objects.update_or_create(
            transition=row,
            offer=offer,
            defaults={"low": new.low, "likely": new.likely, "high": new.high, "at": at, "by": by.subject},
        )
        _tell(row, "need", "", offer.title, by=by, at=at)
    return None


def drop_need(*, citizen_id: int, need_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Do not expect an offer any more. Raises Hidden when it was not expected."""
    with _editing(citizen_id, by=by, at=at, change="need", about="") as row:
        found = TransitionNeed.objects.filter(pk=need_id, transition=row).select_related("offer").first()
        if found is None:
            raise Hidden(f"need {need_id}")
        _tell(row, "drop", "", found.offer.title, by=by, at=at)
        found.delete()
    return None


def wish(*, person_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """The young person, or somebody who acts for it, says what it wants itself."""
    row = Transition.objects.filter(citizen_id=person_id, ended_at__isnull=True).first()
    if row is None:
        raise Hidden(f"transition of {person_id}")
    policies.require_young(person_id=person_id, turns_adult=turns_adult(person_id, at=at), by=by, at=at)
    if not text.strip():
        return _WRITE
    case = casework.visible_to(by, at=at).filter(pk=row.case_id).first()
    if case is None or Verb.COMMENT_WRITE not in casework.allowed(case=case, by=by, at=at):
        raise Hidden(f"transition of {person_id}")
    with casework.changing(
        case_id=row.case_id, verb=Verb.COMMENT_WRITE, by=by, at=at, action="transition.wish"
    ) as opened:
        Transition.objects.filter(pk=row.pk).update(wish=text.strip(), wish_at=at)
        _tell(row, "wish", "", text, by=by, at=at)
        opened.append(TransitionChanged(transition=row.pk, change="wish", about="", hand=by.subject))
    return None


def turns_adult(person_id: int, *, at: datetime) -> datetime:
    """The first moment of the day on which a person becomes an adult. Logs the look-up."""
    born = people.card(person_id).birth_date
    day = law.birthday(born, queries.rules(on=day_of(at)).ready_age)
    return make_aware(datetime.combine(day, time.min))


@contextmanager
def _editing(citizen_id: int, *, by: Actor, at: datetime, change: str, about: str) -> Iterator[Transition]:
    """Open a transition for one act. Raises Hidden. What is told in it the platform tells in the case as well.

    The adults' side owns the row without seeing the case, so the case is opened for the platform's own event alone.
    """
    row = Transition.objects.select_for_update(of=("self",)).filter(citizen_id=citizen_id, ended_at__isnull=True)
    found = row.select_related("child_unit", "adult_unit").first()
    if found is None or not policies.may_edit_transition(transition=found, by=by, at=at):
        raise Hidden(f"transition of {citizen_id}")
    before = found.entries.count()
    yield found
    if found.entries.count() == before:
        return
    access.include_cases([found.case_id])
    with casework.changing(
        case_id=found.case_id, verb=Verb.CASE_EDIT, by=system("transition"), at=at, action="transition.change"
    ) as opened:
        opened.append(TransitionChanged(transition=found.pk, change=change, about=about, hand=by.subject))
    audit.record(action="transition.edit", by=by, at=at, about=f"transition:{found.pk}")


def _tell(row: Transition, kind: str, about: str, text: str, *, by: Actor, at: datetime) -> None:
    TransitionEntry.objects.create(
        transition=row, kind=kind, about=about, text=text.strip(), at=at, by=by.subject, by_name=by.name
    )


_NOT_THERE = Refusal(
    code="owner_not_there",
    text=Text(
        da="Vælg en, der arbejder med sager i den afdeling.",
        en="Choose somebody who works on cases in that department.",
    ),
    article="barnets lov § 123",
)
_WRITE = Refusal(
    code="transition_write",
    text=Text(da="Skriv, hvad der er aftalt eller sker.", en="Write what is agreed or happening."),
    article="barnets lov §§ 122-123",
)
_ORDER = Refusal(
    code="need_order",
    text=Text(
        da="Skriv det mindste, det sandsynlige og det største, i den rækkefølge.",
        en="Write the least, the likely and the most, in that order.",
    ),
    article="",
)
_CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har gemt imens. Din tekst står her endnu. Se, hvad der er ændret, og gem igen.",
        en="Somebody else has saved meanwhile. Your text is still here. See what has changed, and save again.",
    ),
    article="",
)
