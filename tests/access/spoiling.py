"""Putting hostile text wherever something can be typed: every canary of the scene, and every name of staff and units.

The canaries stand in every field that is typed (`test_every_field_has_a_canary.py` holds that), so what replaces them
stands there too.
"""

import json
import re
from typing import Any

import psycopg
from django.db import models
from psycopg import sql

from borgerfokus.foundation.access.declare import declaration, own_models
from tests.access.payloads import PAYLOADS, TOGETHER

_CANARY = re.compile(r"qzk[0-9]{5}x")
_BESIDE: dict[str, tuple[str, ...]] = {
    "organisation.Employee": ("name", "title", "initials"),
    "organisation.Unit": ("name", "name_en", "hours"),
    "casework.SavedView": ("name", "query"),
    "login.Client": ("name",),
    "organisation.Responsibility": ("agreement",),
}
"""Typed, and not about a citizen: no canary stands there."""


def spoil(address: str, *, turn: int) -> dict[str, int]:
    """Replace, as the owner, every canary. Returns how many values were replaced, by table and column.

    Where there is room stand all payloads together; elsewhere one that fits, another with each `turn`.
    """
    done: dict[str, int] = {}
    with psycopg.connect(address) as owner:
        owner.execute("set lock_timeout = '10s'")
        for model in own_models():
            table = model._meta.db_table
            if declaration(model).is_append_only:
                owner.execute(f'alter table "{table}" disable trigger user')
            for field in model._meta.concrete_fields:
                count = _spoil_column(owner, model, field, turn)
                if count:
                    done[f"{table}.{field.column}"] = count
            if declaration(model).is_append_only:
                owner.execute("set constraints all immediate")
                owner.execute(f'alter table "{table}" enable trigger user')
    return done


def again(address: str, *, turn: int) -> None:
    """Put other payloads into the short fields: names of people, staff and units, titles, file names."""
    with psycopg.connect(address) as owner:
        owner.execute("set lock_timeout = '10s'")
        for model in own_models():
            if declaration(model).is_append_only:
                continue
            for field in model._meta.concrete_fields:
                if isinstance(field, models.CharField) and field.max_length:
                    _replace_again(owner, model, field, turn)


def _replace_again(
    owner: "psycopg.Connection[Any]", model: type[models.Model], field: "models.CharField[Any, Any]", turn: int
) -> None:
    key = model._meta.pk.column if model._meta.pk else "id"
    names = {"t": sql.Identifier(model._meta.db_table), "c": sql.Identifier(field.column), "k": sql.Identifier(key)}
    rows = owner.execute(sql.SQL("select {k}, {c} from {t} where {c} ~ '900[0-9]'").format(**names)).fetchall()
    for number, (row, _) in enumerate(rows):
        new = one_that_fits(field.max_length or 0, number * 31 + turn * 11)
        owner.execute(sql.SQL("update {t} set {c} = %s where {k} = %s").format(**names), [new, row])


def _spoil_column(
    owner: "psycopg.Connection[Any]", model: type[models.Model], field: "models.Field[Any, Any]", turn: int
) -> int:
    if not isinstance(field, models.CharField | models.TextField | models.JSONField):
        return 0
    table, column, key = model._meta.db_table, field.column, model._meta.pk.column if model._meta.pk else "id"
    beside = field.name in _BESIDE.get(model._meta.label, ())
    names = {"t": sql.Identifier(table), "c": sql.Identifier(column), "k": sql.Identifier(key)}
    wanted = sql.SQL("" if beside else " where {c}::text ~ 'qzk[0-9]{{5}}x'").format(**names)
    rows = owner.execute(sql.SQL("select {k}, {c} from {t}").format(**names) + wanted).fetchall()
    for number, (row, value) in enumerate(rows):
        new = _hostile(value, room=field.max_length, number=number + turn * 7 + len(column), whole=beside)
        new = json.dumps(new) if isinstance(field, models.JSONField) else new
        owner.execute(sql.SQL("update {t} set {c} = %s where {k} = %s").format(**names), [new, row])
    return len(rows)


def _hostile(value: Any, *, room: int | None, number: int, whole: bool) -> Any:
    if isinstance(value, dict):
        return {
            key: _hostile(one, room=room, number=number + at, whole=whole)
            for at, (key, one) in enumerate(value.items())
        }
    if isinstance(value, list):
        return [_hostile(one, room=room, number=number + at, whole=whole) for at, one in enumerate(value)]
    if not isinstance(value, str) or not (whole or _CANARY.search(value)):
        return value
    return TOGETHER if room is None else one_that_fits(room, number)


def one_that_fits(room: int, number: int) -> str:
    """A payload no longer than `room`; the shortest cut off where none is short enough."""
    fitting = [text for text in PAYLOADS if len(text) <= room]
    return fitting[number % len(fitting)] if fitting else min(PAYLOADS, key=len)[:room]
