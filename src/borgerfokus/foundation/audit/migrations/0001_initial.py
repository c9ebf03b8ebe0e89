"""The look-up log, partitioned by month, and the log of acts."""

from django.db import migrations, models

LOOKUP = """
create table audit_lookup (
  id bigint generated always as identity,
  at timestamptz not null,
  subject varchar(60) not null,
  subject_name varchar(200) not null default '',
  unit_id bigint,
  person_id bigint not null,
  case_id bigint,
  look varchar(20) not null,
  purpose varchar(30) not null,
  reason text not null default '',
  primary key (id, at)
) partition by range (at);
create index audit_lookup_person on audit_lookup (person_id, at desc);
create index audit_lookup_subject on audit_lookup (subject, at desc);
create index audit_lookup_case on audit_lookup (case_id, at desc);
create table audit_lookup_other partition of audit_lookup default;

create function bf_revoke_from_app(table_name text) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  grantee_name text;
begin
  for grantee_name in
    select distinct grantee from information_schema.role_table_grants
    where role_table_grants.table_name = bf_revoke_from_app.table_name and grantee <> current_user
  loop
    execute format('revoke all on %I from %I', bf_revoke_from_app.table_name, grantee_name);
  end loop;
end $$;

create function bf_make_lookup_month(first date) returns void
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


class Migration(migrations.Migration):
    initial = True
    dependencies = [("access", "0001_functions")]
    operations = [
        migrations.RunSQL(LOOKUP, "drop table audit_lookup; drop function bf_make_lookup_month(date); drop function bf_revoke_from_app(text);"),
        migrations.CreateModel(
            name="Lookup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("subject", models.CharField(max_length=60)),
                ("subject_name", models.CharField(blank=True, max_length=200)),
                ("unit_id", models.BigIntegerField(blank=True, null=True)),
                ("person_id", models.BigIntegerField()),
                ("case_id", models.BigIntegerField(blank=True, null=True)),
                ("look", models.CharField(max_length=20)),
                ("purpose", models.CharField(max_length=30)),
                ("reason", models.TextField(blank=True)),
            ],
            options={"managed": False, "db_table": "audit_lookup"},
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("action", models.CharField(max_length=80)),
                ("subject", models.CharField(max_length=60)),
                ("unit_id", models.BigIntegerField(blank=True, null=True)),
                ("case_id", models.BigIntegerField(blank=True, null=True)),
                ("object", models.CharField(blank=True, max_length=120)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_id", "at"], name="entry_by_case"),
                    models.Index(fields=["action", "at"], name="entry_by_action"),
                ]
            },
        ),
    ]
