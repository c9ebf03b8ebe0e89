"""Reads of the transition at 18: the board, one young person, and the course reckoned for a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import BooleanField, F, Func, Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.models import Transition, TransitionNeed, TransitionTopic
from borgerfokus.core.transition import cost
from borgerfokus.core.transition import course as law
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters


@dataclass(frozen=True)
class OnTheWay:
    """A young person's row with what belongs to it."""

    row: Transition
    topics: tuple[TransitionTopic, ...]
    needs: tuple[TransitionNeed, ...]

    def course(self, *, born: date, today: date) -> law.Course:
        """Where the transition stands on a day."""
        row = self.row
        young = law.Young(
            born=born,
            topics={Topic(one.topic): TopicState(one.state) for one in self.topics},
            due={Topic(one.topic): one.due for one in self.topics if one.due},
            has_child_owner=row.child_owner_id is not None,
            has_adult_owner=row.adult_owner_id is not None,
            met_on=row.met_on,
            need_described=bool(self.needs) or bool(row.need),
            applied_on=row.applied_on,
            adult_starts=row.adult_starts,
            child_ends=row.child_ends,
        )
        return law.course(young=young, rules=rules(on=today), today=today)

    @property
    def cost(self) -> cost.Cost | None:
        """What the help as an adult is expected to cost in a year; None while nothing is expected."""
        return cost.together(
            cost.yearly(one.offer.value.price, cost.Extent(one.low, one.likely, one.high)) for one in self.needs
        )


def rules(*, on: date) -> law.Rules:
    """The ages and lengths in force."""
    return law.rules_of(parameters=parameters.parameters(), on=on)


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Transition]:
    """Those the actor may see: by the case, as the adults' owner or unit, or as the young person."""
    rows = Transition.objects.filter(ended_at__isnull=True)
    if actor.everything:
        return rows
    seen = Q(case__in=casework.visible_to(actor, at=at)) | Q(citizen_id__in=actor.persons)
    if actor.is_employee:
        sealed = Func(F("case_id"), function="bf_is_sealed", output_field=BooleanField())
        rows = rows.alias(behind_a_seal=sealed)
        seen |= Q(adult_owner_id=actor.id) | Q(adult_unit_id__in=actor.units, behind_a_seal=False)
    return rows.filter(seen)


def board(*, by: Actor, at: datetime) -> list[OnTheWay]:
    """Everybody on the way whom the actor may see. Three queries."""
    return _with_parts(_related(visible_to(by, at=at)).order_by("id"))


def one(*, citizen_id: int, by: Actor, at: datetime) -> OnTheWay:
    """One young person. Raises Hidden."""
    found = of_citizen(citizen_id=citizen_id, by=by, at=at)
    if found is None:
        raise Hidden(f"transition of {citizen_id}")
    return found


def of_citizen(*, citizen_id: int, by: Actor, at: datetime) -> OnTheWay | None:
    """One young person, or None when there is no transition to see."""
    rows = _with_parts(_related(visible_to(by, at=at).filter(citizen_id=citizen_id)))
    return rows[0] if rows else None


def _related(rows: QuerySet[Transition]) -> QuerySet[Transition]:
    return rows.select_related("child_unit", "child_owner", "adult_unit", "adult_owner")


def _with_parts(rows: Iterable[Transition]) -> list[OnTheWay]:
    listed = list(rows)
    ids = [row.pk for row in listed]
    topics: dict[int, list[TransitionTopic]] = {}
    for topic in TransitionTopic.objects.filter(transition_id__in=ids).order_by("id") if ids else ():
        topics.setdefault(topic.transition_id, []).append(topic)
    needs: dict[int, list[TransitionNeed]] = {}
    wanted = TransitionNeed.objects.filter(transition_id__in=ids).select_related("offer").order_by("id")
    for need in wanted if ids else ():
        needs.setdefault(need.transition_id, []).append(need)
    return [OnTheWay(row, tuple(topics.get(row.pk, ())), tuple(needs.get(row.pk, ()))) for row in listed]
