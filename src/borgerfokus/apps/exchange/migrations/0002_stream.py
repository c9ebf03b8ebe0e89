"""Every event that is written arrives in the stream, also those that were there before the stream was."""

from django.db import migrations

STREAM = """
create function bf_event_arrives() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into exchange_arrival (event_id, case_id) select id, case_id from fresh;
  return null;
end $$;
create trigger bf_event_arrives after insert on casework_event referencing new table as fresh
  for each statement execute function bf_event_arrives();
create function bf_stream_end() returns bigint
  language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce(max(position), 0) from exchange_place $$;
create function bf_stream_at(moment timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(min(position), 0) from exchange_place p join casework_event e on e.id = p.event_id where e.at >= moment
$$;
insert into exchange_place (event_id, case_id) select id, case_id from casework_event order by id;
"""
REMOVE = """
drop trigger bf_event_arrives on casework_event;
drop function bf_event_arrives();
drop function bf_stream_end();
drop function bf_stream_at(timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_exchange"), ("casework", "0006_is_sealed")]

    operations = [migrations.RunSQL(STREAM, REMOVE)]
