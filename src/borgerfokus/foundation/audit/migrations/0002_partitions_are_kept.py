"""A partition made later refuses to be emptied too: a trigger on whole tables is not passed on by the parent."""

from django.db import migrations

BEFORE = """
create or replace function bf_make_lookup_month(first date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month date := date_trunc('month', first)::date;
  name text := 'audit_lookup_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(name) is null then
    execute format('create table %I partition of audit_lookup for values from (%L) to (%L)',
                   name, month, (month + interval '1 month')::date);
    execute format('revoke all on %I from public', name);
    perform bf_revoke_from_app(name);
  end if;
end $$;
"""
KEEPING = BEFORE.replace(
    "    perform bf_revoke_from_app(name);",
    "    perform bf_revoke_from_app(name);\n"
    "    execute format('create trigger bf_no_truncate before truncate on %I '\n"
    "                   'for each statement execute function bf_refuse_change()', name);",
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(KEEPING, BEFORE)]
