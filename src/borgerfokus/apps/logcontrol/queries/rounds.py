"""Reads of rounds and of the look-ups in them, as far as the reader may see them."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from borgerfokus.apps.logcontrol.models import ControlItem, ControlRound, KnownPerson, Reconciliation, RoundState
from borgerfokus.apps.logcontrol.queries.pool import units_drawn_from
from borgerfokus.apps.logcontrol.queries.standing import is_officer, require_review
from borgerfokus.core.logcontrol import rounds as drawing
from borgerfokus.core.logcontrol.words import ENDED, Kind, State
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

WAITING = [state.value for state in State if state not in ENDED]


@dataclass(frozen=True)
class Counts:
    """How many look-ups of a round the reader sees, by state, and by ground, outcome and signal."""

    all: int = 0
    states: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    grounds: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    signals: Counter[str] = field(default_factory=Counter)

    @property
    def waiting(self) -> int:
        """How many are not at their end."""
        return sum(self.states[state] for state in WAITING)


def visible_to(actor: Actor) -> QuerySet[ControlItem]:
    """The look-ups that the actor reviews, has been asked about, or sees as the data protection officer."""
    if actor.everything:
        return ControlItem.objects.all()
    if not actor.is_employee:
        return ControlItem.objects.none()
    seen = Q(reviewer_id=actor.id) | Q(employee_id=actor.id, asked_at__isnull=False)
    if is_officer(actor):
        seen |= ~Q(employee_id=actor.id)
    return ControlItem.objects.filter(seen)


def reviewed_by(actor: Actor) -> QuerySet[ControlItem]:
    """The look-ups that the actor may judge: never the own ones."""
    if actor.everything:
        return ControlItem.objects.all()
    return visible_to(actor).exclude(employee_id=actor.id)


def rounds_for(*, by: Actor) -> list[ControlRound]:
    """The rounds, newest first: all for the officer, those with something to review for a leader."""
    require_review(by)
    rows = ControlRound.objects.order_by("-starts", "-id")
    if not is_officer(by):
        rows = rows.filter(Q(items__reviewer_id=by.id) | Q(planned_by=by.subject)).distinct()
    return list(rows[:60])


def find_round(*, round_id: int, by: Actor) -> ControlRound:
    """A round that the actor may see. Raises Hidden."""
    require_review(by)
    row = ControlRound.objects.filter(pk=round_id).first()
    sees = row is not None and (is_officer(by) or row.planned_by == by.subject)
    if row is None or not (sees or reviewed_by(by).filter(round=row).exists()):
        raise Hidden(f"round {round_id}")
    return row


def items_of(row: ControlRound, *, by: Actor) -> list[ControlItem]:
    """The look-ups of a round that the actor may judge, the least explained first, with employee and unit."""
    rows = reviewed_by(by).filter(round=row).select_related("employee", "unit", "reviewer")
    return sorted(rows, key=lambda one: (-one.score, one.kind, one.rank))


def find_item(*, item_id: int, by: Actor) -> ControlItem:
    """A look-up that the actor may judge. Raises Hidden."""
    require_review(by)
    rows = reviewed_by(by).select_related("round", "employee", "unit", "reviewer")
    row = rows.filter(pk=item_id).first()
    if row is None:
        raise Hidden(f"look-up {item_id}")
    return row


def waiting_for(*, by: Actor) -> list[ControlItem]:
    """What the actor is to do something about, the most urgent first: to review, and for the officer the escalated."""
    mine = Q(reviewer_id=by.id, state__in=WAITING)
    if is_officer(by):
        mine |= Q(reviewer__isnull=True, state__in=WAITING) | Q(state=State.ESCALATED)
    rows = reviewed_by(by).filter(mine).select_related("round", "employee", "unit")
    return list(rows.order_by("round__review_due", "-score", "id"))


def asked_of(*, by: Actor) -> list[ControlItem]:
    """What the actor has been asked about the own look-ups, the open ones first."""
    rows = visible_to(by).filter(employee_id=by.id, asked_at__isnull=False).order_by("-asked_at", "-id")
    return sorted(rows, key=lambda one: one.state != State.ASKED)


def in_hand(*, by: Actor) -> tuple[int, int]:
    """How many own look-ups the actor is asked to explain, and how many of others it has to review. One query."""
    counted = ControlItem.objects.aggregate(
        asked=Count("id", filter=Q(employee_id=by.id, state=State.ASKED)),
        waiting=Count("id", filter=Q(reviewer_id=by.id, state__in=WAITING)),
    )
    return counted["asked"], counted["waiting"]


def find_asked(*, item_id: int, by: Actor) -> ControlItem:
    """A look-up that the actor has been asked about. Raises Hidden."""
    row = visible_to(by).filter(pk=item_id, employee_id=by.id, asked_at__isnull=False).first()
    if row is None:
        raise Hidden(f"look-up {item_id}")
    return row


def counts_of(row: ControlRound, *, by: Actor) -> Counts:
    """How the look-ups of a round stand that the actor may judge. One query."""
    rows = list(reviewed_by(by).filter(round=row).values_list("state", "kind", "ground", "outcome", "signals"))
    return Counts(
        all=len(rows),
        states=Counter(one[0] for one in rows),
        kinds=Counter(one[1] for one in rows),
        grounds=Counter(one[2] for one in rows if one[2]),
        outcomes=Counter(one[3] for one in rows if one[3]),
        signals=Counter(signal for one in rows for signal in one[4]),
    )


def draw_faults(row: ControlRound) -> tuple[drawing.Fault, ...]:
    """What does not hold when the draw of a round is repeated over the log as it is now. Read by the officer's page."""
    if row.state == RoundState.PLANNED:
        return ()
    drawn = row.items.filter(kind=Kind.SAMPLE).order_by("rank").values_list("lookup_id", flat=True)
    told = drawing.Sample(tuple(drawn), row.population or 0, row.list_sum)
    return drawing.faults(
        units_drawn_from(row), size=row.sample_size, seed=row.seed, promised=row.promise, told=told
    )


def alarms(*, by: Actor) -> list[Reconciliation]:
    """The nights on which look-ups were found that citizens would not see, and that nobody has dealt with."""
    if not is_officer(by):
        return []
    return list(Reconciliation.objects.filter(missing__gt=0, seen_at__isnull=True).order_by("-day"))


def last_night(*, by: Actor) -> Reconciliation | None:
    """The last comparison that ran."""
    return Reconciliation.objects.order_by("-day").first() if is_officer(by) else None


def known_persons(*, by: Actor) -> list[KnownPerson]:
    """The citizens that are watched over because many know them."""
    if not is_officer(by):
        return []
    return list(KnownPerson.objects.filter(ended_at__isnull=True).order_by("-added_at", "-id"))
