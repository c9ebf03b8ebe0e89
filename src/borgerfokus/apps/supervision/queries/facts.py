"""What the checks of the kodeks know of cases: one statement for one case or for many.

The statement counts and compares days, and takes no text and no name along. It reads what the actor may see, for the
database holds the rows of other cases back.
"""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import connection

from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.kodeks import CaseFacts, Limits
from borgerfokus.foundation.parameters import service as parameters

_TALKS = ("phone", "meeting", "home_visit", "video", "desk", "e_mail")
_ASKED = ("representative", "relatives", "others")
"""Points of the checklists that ask whether somebody is to take part, by their keys in the case types."""


def limits(*, on: date) -> Limits:
    """What the municipality has decided, on a day."""
    return Limits(
        journal_days=parameters.at("own.journal_delay", on=on).number,
        quiet_days=parameters.at("own.quiet_days", on=on).number,
    )


def facts_of(case_ids: Collection[int], *, at: datetime) -> dict[int, CaseFacts]:
    """The facts of these cases, which the caller may see, by id. One query."""
    if not case_ids:
        return {}
    today = day_of(at)
    return {row["id"]: _facts(row, today) for row in _read(_FACTS, case_ids, today)}


def facts_and_kodeks(case_id: int, *, at: datetime) -> tuple[CaseFacts, list[dict[str, Any]]]:
    """The facts of a case that the caller may see, and the stored statements of the kodeks in force. One query."""
    today = day_of(at)
    [row] = _read(_WITH_KODEKS, [case_id], today)
    stored = row["statements"] or "[]"
    return _facts(row, today), json.loads(stored) if isinstance(stored, str) else stored


def _read(statement: str, case_ids: Collection[int], today: date) -> list[dict[str, Any]]:
    given: dict[str, date | int | list[int] | list[str]] = {
        "cases": sorted(case_ids),
        "today": today,
        "talks": list(_TALKS),
        "asked": list(_ASKED),
        "late": limits(on=today).journal_days,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _facts(row: dict[str, Any], today: date) -> CaseFacts:
    phase = Phase(row["phase"])
    return CaseFacts(
        today=today,
        is_open=phase is not Phase.CLOSED,
        phase_since=day_of(row["phase_since"]),
        has_caseworker=row["has_caseworker"],
        ours=row["ball"] == "us",
        last_activity=day_of(row["last_activity_at"]),
        receipt=row["receipt"],
        told_on=_day(row["told_at"]),
        asked_for_others=row["asked_for_others"],
        own_words=row["own_words"],
        kept=row["kept"],
        broken=row["broken"],
        untold=row["untold"],
        against=row["against"],
        heard=row["heard"],
        exempted=row["exempted"],
        hearing_out=row["hearing_out"],
        decided_on=_day(row["decided_at"]),
        rules=row["rules"],
        considerations=row["considerations"],
        facts=row["facts"],
        refused=row["outcome"] in {"partly", "refused"},
        approved=row["approved"] is True,
        letter_received=row["letter_received"],
        appeal_until=row["appeal_until"],
        handed_over_on=_day(row["handed_over_at"]),
        handover_words=row["handover_words"] is True,
        talked_after=row["talked_after"],
        entries=row["entries"],
        late_entries=row["late_entries"],
        tasks_over=row["tasks_over"],
        helping=phase in {Phase.INTERVENTION, Phase.FOLLOW_UP},
        follow_up_on=row["follow_up_on"],
        offer_chosen=row["offer_chosen"],
    )


def _day(moment: datetime | None) -> date | None:
    return day_of(moment) if moment else None


_FACTS = """
select c.id, c.phase, c.phase_since, c.caseworker_id is not null as has_caseworker, c.ball, c.last_activity_at,
  c.decided_at, c.outcome, c.follow_up_on,
  exists (select 1 from dialogue_notice n where n.case_id = c.id and n.kind = 'receipt')
    or exists (select 1 from dialogue_request r where r.case_id = c.id and r.receipt_id is not null) as receipt,
  greatest(
    (select max(n.sent_at) from dialogue_notice n where n.case_id = c.id),
    e.told_at
  ) as told_at,
  exists (select 1 from casework_party p where p.case_id = c.id and p.role <> 'party')
    or exists (select 1 from casework_checklisttick t where t.case_id = c.id and t.item = any(%(asked)s))
    as asked_for_others,
  c.need <> ''
    or exists (select 1 from assessment_assessment a where a.case_id = c.id and a.own_words <> '')
    or exists (select 1 from assessment_themeassessment a where a.case_id = c.id and a.own_words <> '') as own_words,
  coalesce(d.kept, 0) as kept, coalesce(d.broken, 0) as broken, coalesce(d.untold, 0) as untold,
  (select count(*) from assessment_evidence v
    where v.case_id = c.id and v.ended_at is null and v.against_party and not v.party_knows) as against,
  coalesce(h.heard, false) as heard, coalesce(h.exempted, false) as exempted,
  coalesce(h.hearing_out, false) as hearing_out,
  made.rules, made.considerations, made.facts, made.approved, made.letter_received, made.appeal_until,
  over.answered_at as handed_over_at, over.handover_words,
  over.answered_at is not null and exists (
    select 1 from journal_entry j where j.case_id = c.id and j.kind = 'note' and j.created_at >= over.answered_at
  ) as talked_after,
  coalesce(e.entries, 0) as entries, coalesce(e.late_entries, 0) as late_entries,
  (select count(*) from casework_task k
    where k.case_id = c.id and k.done_at is null and k.for_whom <> 'citizen' and k.due < %(today)s) as tasks_over,
  exists (select 1 from offers_offerchoice o where o.case_id = c.id and o.ended_at is null) as offer_chosen
from casework_case c
left join lateral (
  select count(*) filter (where l.met_on <= l.due and l.slip_told_at is null) as kept,
    count(*) filter (where l.met_on > l.due or l.status = 'missed' or l.slip_told_at is not null) as broken,
    count(*) filter (where l.slip_told_at is null and l.status = 'missed') as untold
  from casework_deadline l where l.case_id = c.id
) d on true
left join lateral (
  select max(j.happened_at) filter (where j.kind = 'letter' or j.kind = 'note' and j.channel = any(%(talks)s))
      as told_at,
    count(*) filter (where j.kind = 'note' and j.channel = any(%(talks)s)) as entries,
    count(*) filter (
      where j.kind = 'note' and j.channel = any(%(talks)s)
        and j.created_at > j.happened_at + make_interval(days => %(late)s + 1)
    ) as late_entries
  from journal_entry j where j.case_id = c.id
) e on true
left join lateral (
  select bool_or(g.stage = 'answered') as heard, bool_or(g.stage = 'exempted') as exempted,
    bool_or(g.stage = 'sent') as hearing_out
  from decisions_hearing g where g.case_id = c.id
) h on true
left join lateral (
  select m.rules <> '' as rules, m.considerations <> '' as considerations, m.facts <> '' as facts,
    m.approver_id is not null as approved, m.letter = 'received' as letter_received, m.appeal_until
  from decisions_decision m
  where m.case_id = c.id and m.state in ('issued', 'replaced') order by m.number desc limit 1
) made on true
left join lateral (
  select w.answered_at, w.must_know <> '' as handover_words
  from casework_handover w where w.case_id = c.id and w.answer = 'accepted' order by w.answered_at desc limit 1
) over on true
where c.id = any(%(cases)s)
"""

_WITH_KODEKS = f"""
select f.*, (
  select k.statements from supervision_kodeksversion k where k.valid_from <= %(today)s
  order by k.valid_from desc, k.number desc limit 1
) as statements
from ({_FACTS}) f
"""  # noqa: S608 (the statement above)
