"""Whether a case is sealed, for the row rules of tables whose readers do not see the case itself."""

from django.db import migrations

FUNCTION = """
create function bf_is_sealed(wanted bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce((select c.sealed from casework_case c where c.id = wanted), true) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0005_case_keeps_its_owner")]
    operations = [migrations.RunSQL(FUNCTION, "drop function bf_is_sealed(bigint);")]
