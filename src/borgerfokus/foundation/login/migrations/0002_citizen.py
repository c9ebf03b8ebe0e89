"""The function that tells, before any row may be seen, whether a citizen who logs in is still known, and the
name.
"""

from django.db import migrations

FUNCTION = """
create function bf_citizen_name(person bigint) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
    select given_name || ' ' || family_name from people_person where id = person and died_on is null
  $$;
"""


class Migration(migrations.Migration):
    dependencies = [("login", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTION, "drop function bf_citizen_name(bigint);")]
