"""The functions that policies and triggers call."""

from django.db import migrations

FUNCTIONS = """
create function bf_numbers(setting text) returns bigint[] language sql stable parallel safe as
  $$ select coalesce(string_to_array(nullif(current_setting(setting, true), ''), ',')::bigint[], '{}') $$;

create function bf_words(setting text) returns text[] language sql stable parallel safe as
  $$ select coalesce(string_to_array(nullif(current_setting(setting, true), ''), ','), '{}') $$;

create function bf_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
"""
REMOVE = "drop function bf_refuse_change(); drop function bf_words(text); drop function bf_numbers(text);"


class Migration(migrations.Migration):
    initial = True
    operations = [migrations.RunSQL(FUNCTIONS, REMOVE)]
