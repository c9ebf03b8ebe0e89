"""Names are searched from the front, then by the last word, and only then inside: a common name stays quick to find."""

from django.db import migrations

_NAME = "lower(given_name || ' ' || family_name)"
_LAST_WORD = "lower(regexp_replace(family_name, '^.* ', ''))"

FUNCTIONS = f"""
create index person_from_the_front on people_person (({_NAME}) collate "C", id);
create index person_by_last_word on people_person (({_LAST_WORD}) collate "C", ({_NAME}) collate "C", id);

create or replace function bf_persons_by_name(words text, with_protected boolean, most int) returns setof bigint
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
  declare
    first text := lower(words);
    beyond text := first || U&'\\+10FFFF';
    inside text := '%' || replace(replace(replace(first, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
    room int := least(most, 50);
    told int;
  begin
    return query select id from people_person
      where {_NAME} collate "C" between first and beyond and (with_protected or not protected)
      order by {_NAME} collate "C", id limit room;
    get diagnostics told = row_count;
    room := room - told;
    return query select id from people_person
      where {_LAST_WORD} collate "C" between first and beyond and (with_protected or not protected)
        and not {_NAME} collate "C" between first and beyond
      order by {_LAST_WORD} collate "C", {_NAME} collate "C", id limit room;
    get diagnostics told = row_count;
    room := room - told;
    return query select id from people_person
      where {_NAME} like inside and (with_protected or not protected)
        and not {_NAME} collate "C" between first and beyond
        and not {_LAST_WORD} collate "C" between first and beyond
      limit room;
  end
  $$;
"""  # noqa: S608 (of constants of this file)
BEFORE = f"""
create or replace function bf_persons_by_name(words text, with_protected boolean, most int) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp as $$
    select id from people_person
    where {_NAME} like '%' || lower(words) || '%' and (with_protected or not protected)
    order by {_NAME} <-> lower(words), id
    limit least(most, 50)
  $$;
alter function bf_persons_by_name(text, boolean, int) reset plan_cache_mode;
drop index person_by_last_word;
drop index person_from_the_front;
"""  # noqa: S608 (of constants of this file)


class Migration(migrations.Migration):
    dependencies = [("people", "0004_beside")]
    operations = [migrations.RunSQL(FUNCTIONS, BEFORE)]
