"""A seal shuts out what was granted before it, save to the party's side and to who was named.

The table of cases is made later; the function is first called when there are both.
"""

from django.db import migrations

FUNCTION = """
set local check_function_bodies = off;
create or replace function bf_granted_cases(subjects text[], moment timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select string_agg(distinct g.case_id::text, ',')
    from access_grant g
    where g.subject = any(subjects) and g.starts <= moment and (g.ends is null or g.ends > moment)
      and (g.ground in ('party', 'attorney', 'representative', 'named')
        or not exists (select 1 from casework_case c where c.id = g.case_id and c.sealed))
  $$;
"""
BEFORE = """
create or replace function bf_granted_cases(subjects text[], moment timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select string_agg(distinct case_id::text, ',')
    from access_grant
    where subject = any(subjects) and starts <= moment and (ends is null or ends > moment)
  $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_granted_cases")]
    operations = [migrations.RunSQL(FUNCTION, BEFORE)]
