"""The marks of cases, read from the casework and its neighbours. For the system alone: it reads across all cases.

Each statement gives case, microseconds since 1970 UTC, the word of the mark, and a number. The months are those that a
dashboard shows, at their ends.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.db import connection

from borgerfokus.apps.insight.queries.goals import WORST_LEVEL
from borgerfokus.apps.interventions.models import InterventionPeriod
from borgerfokus.core.experience import Answer, Question
from borgerfokus.core.flow.marks import DETAILS, SIGN
from borgerfokus.core.interventions.cost import PricedPeriod, cost, is_known
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period

Mark = tuple[int, int, str, float]
_MONTHS: Final = 24
_US: Final = 1_000_000
_ORE: Final = 100
_SATISFIED_FROM: Final = 4
"""So satisfied (1 not at all, 5 very much) counts as satisfied."""

_DETAILS: Final = """
select e.case_id, (extract(epoch from e.at) * 1000000)::bigint, e.kind || %(sign)s || (p.payload ->> f.field), 1.0
from unnest(%(kinds)s::text[], %(fields)s::text[]) as f (kind, field)
join casework_event e on e.kind = f.kind
join casework_eventpayload p on p.event_id = e.id
where p.payload ->> f.field <> ''
"""
_DEADLINES: Final = """
select case_id, (extract(epoch from met_on::timestamp at time zone 'UTC') * 1000000)::bigint, 'deadline.' || basis,
       (met_on <= due and slip_told_at is null)::int
from casework_deadline where met_on is not null
"""
_MONTH_ENDS: Final = """
with ends (us, at) as (select * from unnest(%(us)s::bigint[], %(at)s::timestamptz[])),
standing as (
  select ends.us, ends.at, c.id, c.citizen_id, c.received_at,
         coalesce((select (p.payload ->> 'employee')::bigint from casework_event e
          join casework_eventpayload p on p.event_id = e.id
          where e.case_id = c.id and e.kind = 'case.taken' and e.at < ends.at order by e.seq desc limit 1),
          case when c.source = 'import' then c.caseworker_id end) as worker
  from ends join casework_case c on c.received_at < ends.at and (c.closed_at is null or c.closed_at >= ends.at)
)
select id, us, 'open.age', extract(epoch from at - received_at) / 86400 from standing
union all
select max(id), us, 'open.caseload', count(*) from standing where worker is not null group by us, worker
union all
select max(id), us, 'open.caseworkers', count(distinct worker) from standing where worker is not null
group by us, citizen_id
"""
_TRANSITIONS: Final = """
select t.case_id, (extract(epoch from d.eighteen at time zone 'UTC') * 1000000)::bigint, 'transition.ready',
       (t.adult_starts is not null and t.adult_starts <= greatest(d.eighteen::date, t.child_ends))::int
from coordination_transition t join people_person p on p.id = t.citizen_id
cross join lateral (select p.birth_date + interval '18 years' as eighteen) d
where d.eighteen <= %(at)s
"""
_ANSWERS: Final = """
select e.case_id, (extract(epoch from e.answered_at) * 1000000)::bigint, 'answer.' || q.field,
       (to_jsonb(e) ->> q.field = %(yes)s)::int
from dialogue_experience e cross join unnest(%(questions)s::text[]) as q (field)
where to_jsonb(e) ->> q.field <> ''
"""
_SATISFIED: Final = """
select case_id, (extract(epoch from "on"::timestamp at time zone 'UTC') * 1000000)::bigint, 'follow_up.satisfied',
       (satisfaction >= %(satisfied)s)::int
from interventions_followup where satisfaction is not null
"""
_GOALS: Final = """
select f.case_id, (extract(epoch from f."on"::timestamp at time zone 'UTC') * 1000000)::bigint,
       'goal.moved' || %(sign)s || o.key, g.level_start - s.level_now
from interventions_followupgoal s
join interventions_followup f on f.id = s.follow_up_id
join interventions_goal g on g.id = s.goal_id
join interventions_intervention i on i.id = g.intervention_id
join offers_offer o on o.id = i.offer_id
where s.level_now <= %(worst)s and g.level_start <= %(worst)s and g.removed_at is null
"""


def marks(*, at: datetime) -> Iterator[Mark]:
    """Every mark of every case that there is."""
    ends = list(_month_ends(at))
    with connection.cursor() as cursor:
        kinds, fields = list(DETAILS), list(DETAILS.values())
        cursor.execute(_DETAILS, {"kinds": kinds, "fields": fields, "sign": SIGN})
        yield from cursor.fetchall()
        cursor.execute(_DEADLINES)
        yield from cursor.fetchall()
        cursor.execute(_MONTH_ENDS, {"us": [_us(one) for one in ends], "at": ends})
        yield from cursor.fetchall()
        cursor.execute(_TRANSITIONS, {"at": at})
        yield from cursor.fetchall()
        cursor.execute(_ANSWERS, {"questions": list(Question), "yes": Answer.YES.value})
        yield from cursor.fetchall()
        cursor.execute(_SATISFIED, {"satisfied": _SATISFIED_FROM})
        yield from cursor.fetchall()
        cursor.execute(_GOALS, {"sign": SIGN, "worst": WORST_LEVEL})
        yield from cursor.fetchall()
    yield from _costs(ends)


def _month_ends(at: datetime) -> Iterator[datetime]:
    """The last moments of the whole months before, oldest first."""
    here = at.astimezone(UTC)
    newest = here.year * 12 + here.month - 1
    for months in range(newest - _MONTHS + 1, newest + 1):
        yield datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC) - timedelta(microseconds=1)


def _us(moment: datetime) -> int:
    return int(moment.timestamp() * _US)


def _costs(ends: list[datetime]) -> Iterator[Mark]:
    """What the help of each citizen cost in a month, in kroner, on the newest of the citizen's cases that gives any."""
    periods = InterventionPeriod.objects.filter(withdrawn_at__isnull=True).values_list(
        "case_id", "case__citizen_id", "starts", "ends", "price_ore", "price_unit", "hours_per_week", "days_per_week"
    )
    found: dict[int, list[tuple[int, PricedPeriod]]] = defaultdict(list)
    for case, citizen, starts, ended, ore, unit, hours, days in periods:
        priced = PricedPeriod(
            period=Period(starts, ended),
            amount=Money(ore),
            unit=PriceUnit(unit),
            hours_per_week=hours,
            days_per_week=days,
        )
        if is_known(priced):
            found[citizen].append((case, priced))
    for end in ends:
        month = Period(end.date().replace(day=1), end.date() + timedelta(days=1))
        for given in found.values():
            running = [(case, one) for case, one in given if _runs(one.period, month.start, end.date())]
            paid = cost([one for _case, one in running], within=month) if running else None
            if paid is not None and paid.ore:
                yield max(case for case, _one in running), _us(end), "help.cost", paid.ore / _ORE


def _runs(period: Period, starts: date, last: date) -> bool:
    return period.start <= last and (period.end is None or period.end > starts)
