"""The function that reads an actor's grants when a scope opens, before any row may be seen."""

from django.db import migrations

FUNCTION = """
create function bf_granted_cases(subjects text[], moment timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select string_agg(distinct case_id::text, ',')
    from access_grant
    where subject = any(subjects) and starts <= moment and (ends is null or ends > moment)
  $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_grant")]
    operations = [migrations.RunSQL(FUNCTION, "drop function bf_granted_cases(text[], timestamptz);")]
