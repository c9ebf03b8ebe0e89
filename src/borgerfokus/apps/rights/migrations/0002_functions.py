"""What the rights need of the database itself: lawful removal from append-only tables, clocks without contents.

`bf_refuse_change` lets a row of an append-only table go when `bf_erase_case` removes it, which belongs to the owner.
The web's role may remove nothing from such a table, so it gains nothing by setting `bf.erasing`.

`bf_rights_clocks` tells the data protection officer when requests came and are due, and nothing of what they say.
`bf_case_of_number` lets whoever approves erasure put a hold on a case without being shown it.
"""

from django.db import migrations

FUNCTIONS = """
create or replace function bf_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('bf.erasing', true) = 'on' and has_table_privilege(tg_relid, 'TRUNCATE') then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function bf_rights_clocks() returns table (
    kind text, request_id bigint, case_number text, unit_id bigint, received date, due date, first_due date,
    answered date, outcome text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select * from (
      select 'access_' || a.asked_by, a.id, c.number::text, c.unit_id, a.received_on, a.due, a.first_due,
             a.answered_at::date, a.outcome::text
      from rights_accessrequest a join casework_case c on c.id = a.case_id where a.state <> 'withdrawn'
      union all
      select d.kind, d.id, c.number::text, c.unit_id, d.asked_at::date, d.due, d.due, d.answered_at::date,
             d.outcome::text
      from rights_datarequest d join casework_case c on c.id = d.case_id
      union all
      select 'copy', e.id, '', null, e.asked_at::date, e.due, e.due, e.ready_at::date, e.state::text
      from rights_dataexport e
    ) as found
    where 'rights.oversee' = any(bf_words('bf.verbs'))
  $$;

create function bf_case_of_number(wanted text) returns table (case_id bigint, unit_id bigint, citizen_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.unit_id, c.citizen_id from casework_case c
    where c.number = wanted and 'erase.approve' = any(bf_words('bf.verbs'))
      and ('rights.oversee' = any(bf_words('bf.verbs')) or c.unit_id = any(bf_numbers('bf.units')))
  $$;
"""
REMOVE = """
drop function bf_case_of_number(text);
drop function bf_rights_clocks();
create or replace function bf_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("rights", "0001_initial"), ("access", "0004_sealed_cases")]
    operations = [migrations.RunSQL(FUNCTIONS, REMOVE)]
