"""Two counts that no actor can make alone, and the form to begin with.

A leader is told how many cases of the own units are sealed, and nothing else about them. And whether a party of a case
bears the name of a reviewer is answered without showing a name.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

from borgerfokus.core.supervision.form import shipped

SEALED = """
create function bf_supervision_sealed(units bigint[], types text[], starts timestamptz, ends timestamptz)
  returns bigint language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from casework_case c
    where c.sealed and c.unit_id = any(units) and c.unit_id = any(bf_numbers('bf.units'))
      and c.type_key = any(types) and c.decided_at >= starts and c.decided_at < ends
  $$;
"""
NAMESAKES = """
create function bf_supervision_namesakes(cases bigint[], employees bigint[])
  returns table (case_id bigint, employee_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select distinct about.case_id, e.id
    from (
      select c.id as case_id, c.citizen_id as person_id from casework_case c where c.id = any(cases)
      union select p.case_id, p.person_id from casework_party p where p.case_id = any(cases)
    ) about
    join people_person n on n.id = about.person_id
    join organisation_employee e
      on e.id = any(employees) and lower(e.name) = lower(n.given_name || ' ' || n.family_name)
  $$;
"""
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def seed(apps: Any, _schema: Any) -> None:
    apps.get_model("supervision", "ReviewForm").objects.create(
        number=1,
        state="published",
        document=shipped(),
        saved_at=_LONG_AGO,
        saved_by="system:0",
        published_at=_LONG_AGO,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("supervision", "0001_initial"),
        ("casework", "0003_promise_figure"),
        ("people", "0002_lookups"),
        ("organisation", "0002_alter_engagement_role"),
    ]
    operations = [
        migrations.RunSQL(SEALED, "drop function bf_supervision_sealed(bigint[], text[], timestamptz, timestamptz);"),
        migrations.RunSQL(NAMESAKES, "drop function bf_supervision_namesakes(bigint[], bigint[]);"),
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
