"""Writes the rights that the models declare into PostgreSQL: grants, row level security, append-only triggers.

Runs as the owner after every migration and is idempotent: what stands in the code is what holds in the database.
"""

from django.conf import settings
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from borgerfokus.foundation.access import erasing
from borgerfokus.foundation.access.declare import Declared, declaration, own_models

FOREIGN_TABLES = {
    "django_session": "SELECT, INSERT, UPDATE, DELETE",
    "django_content_type": "SELECT",
    "auth_permission": "SELECT",
    "axes_accessattempt": "SELECT, INSERT, UPDATE, DELETE",
    "axes_accessattemptexpiration": "SELECT, INSERT, UPDATE, DELETE",
    "axes_accessfailurelog": "SELECT, INSERT, UPDATE, DELETE",
    "axes_accesslog": "SELECT, INSERT, UPDATE, DELETE",
    "otp_totp_totpdevice": "SELECT, UPDATE",
    "django_migrations": "SELECT",
}

_ERASE = "grant execute on function bf_erase_case(bigint, timestamptz) to {role}"


def write() -> None:
    """Bring the database's rights in line with the declarations. Does nothing unless the owner is connected."""
    role = settings.APP_ROLE
    with connection.cursor() as cursor:
        cursor.execute("select current_user = %s", [role])
        if cursor.fetchone() == (True,):
            return
        existing = set(connection.introspection.table_names(cursor))
        statements = [*_preamble(), *_procrastinate(existing)]
        for model in own_models():
            if model._meta.db_table in existing:
                statements += _table(model)
                statements += _partitions(cursor, model._meta.db_table, declaration(model))
        for table, rights in FOREIGN_TABLES.items():
            if table in existing:
                statements.append(f'grant {rights} on "{table}" to {{role}}')
        for statement in statements:
            cursor.execute(sql.SQL(statement).format(role=sql.Identifier(role)))
        if "rights_erasureproposal" in existing:
            cursor.execute(erasing.function())
            cursor.execute(sql.SQL(_ERASE).format(role=sql.Identifier(role)))


def _preamble() -> list[str]:
    return [
        "grant usage on schema public to {role}",
        "revoke all on all tables in schema public from {role}",
        "grant usage, select on all sequences in schema public to {role}",
        "grant execute on all functions in schema public to {role}",
    ]


def _procrastinate(existing: set[str]) -> list[str]:
    tables = sorted(table for table in existing if table.startswith("procrastinate_"))
    return [f'grant select, insert, update, delete on "{table}" to {{role}}' for table in tables]


def _table(model: type[models.Model]) -> list[str]:
    declared = declaration(model)
    table = model._meta.db_table
    return [
        f'grant {declared.rights} on "{table}" to {{role}}',
        *_policy(table, declared),
        *_append_only(table, declared),
    ]


def _policy(table: str, declared: Declared) -> list[str]:
    drop = f'drop policy if exists bf_rows on "{table}"'
    rule = declared.rows
    if rule.using is None:
        return [drop, f'alter table "{table}" disable row level security']
    using = rule.using.replace("{", "{{").replace("}", "}}").replace("%%", "%")
    check = (rule.check or rule.using).replace("%%", "%")
    create = f'create policy bf_rows on "{table}" to {{role}} using ({using}) with check ({check})'
    return [drop, f'alter table "{table}" enable row level security', create]


def _partitions(cursor: CursorWrapper, table: str, declared: Declared) -> list[str]:
    """A trigger on rows is passed on to the partitions, one on whole tables is not."""
    cursor.execute("select inhrelid::regclass::text from pg_inherits where inhparent = %s::regclass", [table])
    return [statement for (name,) in cursor.fetchall() for statement in _no_truncate(name.strip('"'), declared)]


def _append_only(table: str, declared: Declared) -> list[str]:
    statements = [f'drop trigger if exists bf_append_only on "{table}"', *_no_truncate(table, declared)]
    if declared.is_append_only:
        when = f'create trigger bf_append_only before update or delete on "{table}"'
        statements.append(f"{when} for each row execute function bf_refuse_change()")
    return statements


def _no_truncate(table: str, declared: Declared) -> list[str]:
    statements = [f'drop trigger if exists bf_no_truncate on "{table}"']
    if declared.is_append_only:
        when = f'create trigger bf_no_truncate before truncate on "{table}"'
        statements.append(f"{when} for each statement execute function bf_refuse_change()")
    return statements
