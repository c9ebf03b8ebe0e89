"""The look-up of a case by number in an emergency. It shows nothing but that an unsealed case exists."""

from django.db import migrations

FUNCTION = """
create function bf_case_for_emergency(wanted text) returns table (case_id bigint, citizen_id bigint)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select c.id, c.citizen_id from casework_case c where c.number = wanted and not c.sealed $$;
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunSQL(FUNCTION, "drop function bf_case_for_emergency(text);")]
