"""The door of audit: acts are recorded and look-ups are read here."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from borgerfokus.foundation.access.actor import Actor


def record(
    *, action: str, by: Actor, at: datetime, case_id: int | None = None, about: str = "", **detail: Any
) -> None:
    """Write one row of who did what. `action` is a dotted name; `detail` holds plain values, never free text."""
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT, [at, action, by.subject, by.unit_id, case_id, about, json.dumps(detail, ensure_ascii=False)]
        )


def record_many(*, action: str, by: Actor, at: datetime, case_ids: Iterable[int]) -> None:
    """Write one row for each of the cases that the same was done to."""
    numbers = "{" + ",".join(str(number) for number in case_ids) + "}"
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_MANY, [at, action, by.subject, by.unit_id, numbers])


_INSERT = """
insert into audit_entry (at, action, subject, unit_id, case_id, object, detail)
values (%s, %s, %s, %s::bigint, %s::bigint, %s, %s::jsonb)
"""
_INSERT_MANY = """
insert into audit_entry (at, action, subject, unit_id, case_id, object, detail)
select %s, %s, %s, %s::bigint, number, '', '{}' from unnest(%s::bigint[]) as number
"""
