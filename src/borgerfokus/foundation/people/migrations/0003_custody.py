"""Whom somebody has custody of, and when somebody was born: asked before any person is open in the scope.

Custody ends with the eighteenth birthday (the age is given, from the parameters). A child under name and address
protection is in the power of a parent at the same address only: the other could otherwise find it.
"""

from django.db import migrations

FUNCTIONS = """
create function bf_custody(who bigint, today date, majority int) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp as $$
    select k.person_id from people_kinship k join people_person child on child.id = k.person_id
    where k.other_id = who and k.kind = 'parent' and k.custody and child.died_on is null
      and k.starts <= today and (k.ends is null or k.ends > today)
      and (child.birth_date + make_interval(years => majority))::date > today
      and (not child.protected or exists (
        select 1 from people_address a join people_address b
          on b.street = a.street and b.postcode = a.postcode and b.ends is null
        where a.person_id = child.id and a.ends is null and b.person_id = who))
    order by k.id
  $$;

create function bf_birth_date(person bigint) returns date
  language sql stable security definer set search_path = public, pg_temp as
  $$ select birth_date from people_person where id = person $$;
"""
REMOVE = """
drop function bf_birth_date(bigint);
drop function bf_custody(bigint, date, int);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_lookups")]
    operations = [migrations.RunSQL(FUNCTIONS, REMOVE)]
