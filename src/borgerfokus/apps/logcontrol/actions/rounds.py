"""Planning a round with a promised seed, drawing it when its period is over, and ending it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.logcontrol.actions import refusals
from borgerfokus.apps.logcontrol.models import ControlItem, ControlRound, RoundState
from borgerfokus.apps.logcontrol.queries.pool import Pool, pool
from borgerfokus.apps.logcontrol.queries.rounds import WAITING
from borgerfokus.apps.logcontrol.queries.standing import is_officer, require_review
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.logcontrol import rounds as drawing
from borgerfokus.core.logcontrol.ranking import Ranked, rank
from borgerfokus.core.logcontrol.words import Kind
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters

_SEED_BYTES = 16
_LEAST_SCORE = 15.0
"""Points that a look-up must have to be asked about because nothing explains it: more than one weak signal has."""


@dataclass(frozen=True)
class NewRound:
    """What is controlled: the look-ups of `[starts, ends)`, in these units (none: all, for the officer alone)."""

    starts: date
    ends: date
    units: tuple[int, ...] = ()
    monthly: bool = False


@transaction.atomic
def plan(*, new: NewRound, by: Actor, at: datetime) -> ControlRound | Refusal:
    """Plan a round. The seed is made now, and its SHA-256 is written in the log of acts, which nobody can change.

    A leader controls own units; the officer and the platform all. A round of a month is planned before the month ends.
    """
    require_review(by)
    if new.ends <= new.starts or (not new.monthly and new.ends > day_of(at)):
        return refusals.BACKWARDS
    if not (is_officer(by) or by.everything) and not (new.units and set(new.units) <= by.led):
        return refusals.NO_UNIT
    seed = secrets.token_hex(_SEED_BYTES)
    row = ControlRound.objects.create(
        monthly=new.monthly,
        starts=new.starts,
        ends=new.ends,
        units=sorted(new.units),
        sample_size=_number("own.log_control_sample", day_of(at)),
        ranked_size=_number("own.log_control_ranked", day_of(at)),
        seed=seed,
        promise=drawing.promise(seed),
        planned_at=at,
        planned_by=by.subject,
    )
    audit.record(action="log_control.plan", by=by, at=at, about=f"round:{row.pk}", promise=row.promise)
    return row


def ask_for_draw(*, round_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Have a planned round drawn, at once and by the platform: whoever reviews has no access to what is compared."""
    require_review(by)
    row = ControlRound.objects.filter(pk=round_id).first()
    if row is None or row.state != RoundState.PLANNED or not (is_officer(by) or row.planned_by == by.subject):
        return refusals.MOVED_ON
    if row.ends > day_of(at):
        return refusals.TOO_EARLY
    audit.record(action="log_control.ask_for_draw", by=by, at=at, about=f"round:{row.pk}")
    jobs.defer("logcontrol.draw", round_id=row.pk)
    return None


@transaction.atomic
def draw(*, round_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Draw the sample, rank the rest, and give each look-up to somebody who judges it. The platform does it."""
    row = ControlRound.objects.select_for_update().filter(pk=round_id).first()
    if row is None or row.state != RoundState.PLANNED:
        return refusals.MOVED_ON
    on = day_of(at)
    if row.ends > on:
        return refusals.TOO_EARLY
    found = pool(row, on=on)
    if not found.days:
        _keep_drawn(row, drawing.Sample((), 0, drawing.sum_of(())), on=on, at=at)
        end_if_done(row, at=at)
        return refusals.EMPTY
    drawn = drawing.draw(found.units, size=row.sample_size, seed=row.seed)
    ranked = {one.looked.id: one for one in rank(found.looks, around=found.around)}
    _keep_drawn(row, drawn, on=on, at=at)
    insert(_items(row, found, drawn, ranked))
    audit.record(
        action="log_control.draw", by=by, at=at, about=f"round:{row.pk}", seed=row.seed, list_sum=row.list_sum
    )
    return None


def end_if_done(row: ControlRound, *, at: datetime) -> bool:
    """End a round in which nothing waits any more. Returns whether it has ended."""
    left = ControlItem.objects.filter(round=row, state__in=WAITING).exists()
    if left or row.state != RoundState.DRAWN:
        return False
    row.state, row.done_at = RoundState.DONE, at
    row.save(update_fields=["state", "done_at"])
    return True


def _keep_drawn(row: ControlRound, drawn: drawing.Sample, *, on: date, at: datetime) -> None:
    row.state, row.drawn_at = RoundState.DRAWN, at
    row.population, row.list_sum = drawn.population, drawn.list_sum
    calendar = calendar_for([on.year], parameters.parameters())
    row.review_due = calendar.add_working_days(on, _number("own.log_control_review", on))
    row.save()


def _items(
    row: ControlRound, found: Pool, drawn: drawing.Sample, ranked: dict[int, Ranked]
) -> list[ControlItem]:
    """The drawn ones in the order of the draw, then those of the rest that nothing explains, the heaviest first."""
    sample = list(drawn.ids)
    chosen = [(Kind.SAMPLE, sample), (Kind.RANKED, _heaviest(row, set(sample), ranked))]
    wanted = {found.days[one].case_ids[0] for _kind, ids in chosen for one in ids if found.days[one].case_ids}
    numbers = dict(Case.objects.filter(pk__in=wanted).values_list("pk", "number"))
    return [
        _item(row, found, ranked[one], kind=kind, rank=place, numbers=numbers)
        for kind, ids in chosen
        for place, one in enumerate(ids, start=1)
    ]


def _heaviest(row: ControlRound, drawn: set[int], ranked: dict[int, Ranked]) -> list[int]:
    """What nothing explains, the heaviest first: of one employee and one citizen the heaviest day alone."""
    first: dict[tuple[int, int], int] = {}
    for number, one in ranked.items():
        if one.score >= _LEAST_SCORE and number not in drawn:
            first.setdefault((one.looked.employee, one.looked.person), number)
    return list(first.values())[: row.ranked_size]


def _item(
    row: ControlRound, found: Pool, one: Ranked, *, kind: Kind, rank: int, numbers: dict[int, str]
) -> ControlItem:
    day = found.days[one.looked.id]
    return ControlItem(
        round=row,
        kind=kind,
        rank=rank,
        lookup_id=day.id,
        looked_at=day.at,
        times=day.times,
        employee_id=day.employee,
        unit_id=day.unit_id,
        person_id=day.person_id,
        case_number=numbers.get(day.case_ids[0], "") if day.case_ids else "",
        look=day.look,
        purpose=day.purposes[0],
        signals=[signal.value for signal in one.signals],
        score=one.score,
        reviewer_id=found.staffing.leader_of(day.unit_id, but=day.employee),
    )


def _number(key: str, on: date) -> int:
    return parameters.at(key, on=on).number
