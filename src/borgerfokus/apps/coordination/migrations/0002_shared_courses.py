"""What is shared of cases that the actor does not see: the columns that the sharing names, and no others.

A sealed case is never among them. The receiver is read from the scope, so nobody can ask for somebody else's.
"""

from django.db import migrations

FUNCTION = """
create function bf_shared_courses(person bigint, moment timestamptz) returns table (
  sharing_id bigint, case_id bigint, unit_id bigint, type_version_id bigint, phase text, ball text, next_due date,
  received_at timestamptz, closed_at timestamptz, granted text, starts date, ends date)
  language sql stable security definer set search_path = public, pg_temp as $$
    with mine as (
      select s.id, s.case_id, s.parts::text[] && '{course,file}' as course, s.parts::text[] && '{help,file}' as help
      from coordination_sharing s
      where s.citizen_id = person and s.withdrawn_at is null and s.starts <= moment and s.ends > moment
        and (('employee:' || s.employee_id) = any(bf_words('bf.subjects'))
          or ('unit:' || s.unit_id) = any(bf_words('bf.subjects')))
    ), each_case as (
      select min(id) as id, case_id, bool_or(course) as course, bool_or(help) as help from mine group by case_id
    )
    select m.id, c.id, c.unit_id, case when m.course then c.type_version_id end,
      case when m.course then c.phase end::text, case when m.course then c.ball end::text,
      case when m.course then c.next_due end, case when m.course then c.received_at end,
      case when m.course then c.closed_at end, case when m.help then d.granted end::text,
      case when m.help then d.starts end, case when m.help then d.ends end
    from each_case m
    join casework_case c on c.id = m.case_id and not c.sealed
    left join decisions_decision d on d.case_id = c.id and d.state = 'issued'
    order by c.id
  $$;
"""


REMOVE = "drop function bf_shared_courses(bigint, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_is_sealed"), ("coordination", "0001_initial"), ("decisions", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTION, REMOVE)]
