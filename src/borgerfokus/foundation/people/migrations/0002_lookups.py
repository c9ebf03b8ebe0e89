"""Look-ups that must work before a person is open in the scope. They return ids only; showing one is logged."""

from django.db import migrations

FUNCTIONS = """
create index person_by_name on people_person using gin (lower(given_name || ' ' || family_name) gin_trgm_ops);

create function bf_person_by_number(number_index bytea) returns bigint
  language sql stable security definer set search_path = public, pg_temp as
  $$ select id from people_person where cpr_index = number_index $$;

create function bf_persons_by_name(words text, with_protected boolean, most int) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp as $$
    select id from people_person
    where lower(given_name || ' ' || family_name) like '%' || lower(words) || '%'
      and (with_protected or not protected)
    order by lower(given_name || ' ' || family_name) <-> lower(words), id
    limit least(most, 50)
  $$;

create function bf_represented(who bigint, moment timestamptz)
  returns table (person_id bigint, kind varchar, scopes varchar[])
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.person_id, r.kind, r.scopes from people_representation r
    where r.representative_id = who and r.case_id is null and r.withdrawn_at is null
      and r.starts <= moment and (r.ends is null or r.ends > moment)
    order by r.id
  $$;
"""
REMOVE = """
drop function bf_represented(bigint, timestamptz);
drop function bf_persons_by_name(text, boolean, int);
drop function bf_person_by_number(bytea);
drop index person_by_name;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTIONS, REMOVE)]
