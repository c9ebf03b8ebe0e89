"""The function that erases a case, written from the declarations after every migration.

Every table whose rows are kept as long as the case is emptied of them; the row of the case stays as a shell about
nobody, and the events stay without what they said, so that the chain still verifies. The function belongs to the
owner, because the web's role may remove nothing from an append-only table, and it refuses a case that two people have
not approved. A case that an older backup brought back as it was before its end is closed with it: no shell is open.
A table that no way leads from to a case is an error here, so that none is forgotten.
"""

from collections.abc import Iterator
from typing import Final

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, declaration, own_models

CASE: Final = "casework_case"
EVENTS: Final = "casework_event"
_SAID: Final = "casework_eventpayload"
_TOLD: Final = "select id from casework_event where case_id = the_case and kind = 'case.erased'"
"""The events that say that the case was erased: what they say is what the chain is verified by."""
_ERASED_WITH_THE_CASE: Final = frozenset({Retention.CASE, Retention.PERSON})

SHELL: Final = {
    "title": "'Slettet'",
    "need": "''",
    "target_groups": "'{}'",
    "waiting_for": "''",
    "waiting_on": "''",
    "outcome": "''",
    "moments": "'{}'::jsonb",
    "follow_up_on": "null",
    "citizen": "nobody",
    "sealed": "true",
}
"""What the personal fields of a case say when it is erased. Sealed and without a caseworker nobody sees it."""
LEFT: Final = {
    "type_key": "without the citizen it tells of nobody, and statistics count it",
    "phase": "closed",
    "phase_since": "when it was closed",
    "closed_reason": "statistics",
    "closed_at": "statistics",
    "received_at": "statistics",
    "decided_at": "statistics",
    "ball": "nobody has it",
    "ball_since": "when it was closed",
}
"""What stays of a case, and why."""
_BESIDE: Final = {
    "outbox_simulatedpost": "message_id in (select message_id from outbox_message where case_id = the_case)",
    "outbox_batchentry": "about_case = the_case",
    "drafts_draft": "key like 'act.' || the_case || '.%' or key = 'journal/' || the_case "
    "or key in (select 'form:appeal-' || id from decisions_decision where case_id = the_case) "
    "or key in (select 'form:hearing-' || id from decisions_hearing where case_id = the_case) "
    "or key in (select 'form:answer-' || id from casework_task where case_id = the_case)",
}
"""Short-lived rows that name a case by something else than a column."""


class NoWayToTheCase(LookupError):
    """A table is kept as long as the case, and nothing in it says which case a row belongs to."""


def conditions() -> dict[str, str]:
    """Table → which of its rows go with the case `the_case`, in the order in which they are removed."""
    found = dict(_BESIDE)
    hanging: dict[str, str] = {}
    direct: dict[str, str] = {}
    for model in own_models():
        declared, table = declaration(model), model._meta.db_table
        if table in {CASE, EVENTS}:
            continue
        own = column_of(model)
        if table == _SAID:
            direct[table] = f"{own} = the_case and event_id not in ({_TOLD})"
            continue
        if declared.retention is Retention.LOG and own:
            direct[table] = f"{own} = the_case and at < logs_before"
        elif declared.retention in _ERASED_WITH_THE_CASE and own:
            ways = [f"{own} = the_case", *_hanging(model)]
            (direct if len(ways) == 1 else hanging)[table] = " or ".join(ways)
        elif declared.retention is Retention.CASE:
            found[table] = _through(model)
    return {**found, **hanging, **direct}


def column_of(model: type[models.Model]) -> str:
    """The column that names the case, "" when there is none."""
    names = {field.name: field.column for field in model._meta.concrete_fields}
    return names.get("case") or names.get("case_id") or ""


def function() -> str:
    """The SQL of `bf_erase_case(case, moment before which the logs are no longer kept)`."""
    body = "\n".join(_steps())
    return _FUNCTION.format(body=body, shell=", ".join(_shell()))


def _through(model: type[models.Model]) -> str:
    for field in model._meta.concrete_fields:
        other = field.related_model if field.is_relation else None
        if other is not None and column_of(other):
            target = other._meta.pk
            which = f"select {target.column} from {other._meta.db_table} where {column_of(other)} = the_case"  # noqa: S608 (names of our own tables)
            return f"{field.column} in ({which})"
    raise NoWayToTheCase(model._meta.db_table)


def _hanging(model: type[models.Model]) -> Iterator[str]:
    """Rows that name another case, or none, and go all the same because what they are part of goes with this one."""
    for field in model._meta.concrete_fields:
        other, relation = field.related_model, field.remote_field
        if not isinstance(other, type) or relation is None or other is model or other not in own_models():
            continue
        part_of = relation.on_delete is models.CASCADE and other._meta.db_table not in {CASE, EVENTS}
        if part_of and column_of(other) and declaration(other).retention in _ERASED_WITH_THE_CASE:
            which = f"select {other._meta.pk.column} from {other._meta.db_table} where {column_of(other)} = the_case"  # noqa: S608 (names of our own tables)
            yield f"{field.column} in ({which})"


def _steps() -> Iterator[str]:
    for table, condition in conditions().items():
        yield f"  delete from {table} where {condition};"  # noqa: S608 (names of our own tables)
        yield "  get diagnostics n = row_count;"
        yield f"  if n > 0 then counts := counts || jsonb_build_object('{table}', n); end if;"


def _shell() -> Iterator[str]:
    for name, value in SHELL.items():
        yield f"{'citizen_id' if name == 'citizen' else name} = {value}"


def unanswered(declared: Declared) -> set[str]:
    """Personal fields of the case that are neither emptied nor left for a reason."""
    personal = {*declared.ordinary.split(), *declared.sensitive.split(), *declared.number.split()}
    return personal - set(SHELL) - set(LEFT)


_FUNCTION: Final = """
create or replace function bf_erase_case(the_case bigint, logs_before timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $erase$
declare
  counts jsonb := '{{}}'; n bigint; nobody bigint; paths jsonb;
begin
  if not exists (select 1 from rights_erasureproposal p where p.case_id = the_case and p.state = 'approved') then
    raise exception 'nobody has approved that case % is erased', the_case using errcode = 'insufficient_privilege';
  end if;
  select coalesce(jsonb_agg(distinct path), '[]') into paths from files_storedfile where case_id = the_case;
  insert into people_person (cpr_sealed, cpr_index, given_name, family_name, birth_date, protected, interpreter,
    digital_post_exempt, phone, email, note, version)
  values ('', decode(repeat('00', 32), 'hex'), 'Slettet', 'borger', '1900-01-01', true, '', true, '', '', '', 1)
  on conflict (cpr_index) do nothing;
  select id into nobody from people_person where cpr_index = decode(repeat('00', 32), 'hex');
  perform set_config('bf.erasing', 'on', true);
{body}
  perform set_config('bf.erasing', '', true);
  update casework_case set {shell}, caseworker_id = null, next_act = '', next_due = null, next_due_key = '',
    next_due_basis = '', phase = 'closed', closed_at = coalesce(closed_at, now()), ball = 'none',
    closed_reason = case when closed_reason = '' then 'ended' else closed_reason end where id = the_case;
  return jsonb_build_object('counts', counts, 'paths', paths);
end $erase$;
"""
