"""A case that somebody has taken is never without a caseworker again while it is open, whoever writes to the table."""

from django.db import migrations

TRIGGER = """
create function bf_case_keeps_its_owner() returns trigger language plpgsql as $$
begin
  raise exception 'an open case keeps its caseworker until another has it' using errcode = 'check_violation';
end $$;
create trigger bf_case_keeps_its_owner before update of caseworker_id on casework_case
  for each row when (old.caseworker_id is not null and new.caseworker_id is null and new.closed_at is null)
  execute function bf_case_keeps_its_owner();
"""
REMOVE = "drop trigger bf_case_keeps_its_owner on casework_case; drop function bf_case_keeps_its_owner();"


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_handover_talk")]
    operations = [migrations.RunSQL(TRIGGER, REMOVE)]
