"""Knowing other municipalities by their keys, and reading public key figures about them."""

from collections import Counter
from datetime import datetime
from hashlib import sha256
from re import compile as shaped
from typing import Final

from django.conf import settings
from django.db.models import Q

from borgerfokus.apps.insight.actions import refusals
from borgerfokus.apps.insight.models import KeyValue, KeyVariable, Peer
from borgerfokus.apps.insight.policies import must_exchange
from borgerfokus.core.benchmark.keyfigures import KeyRow, parse
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import typed
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit

_KEY: Final = shaped(r"[0-9a-f]{64}")
_CODE: Final = shaped(r"[1-9]\d{2,3}")


def know(*, code: str, name: str, key: str, synthetic: bool, by: Actor, at: datetime) -> Peer | Refusal:
    """Know a municipality by its public key, or by another one from now on. Needs FIGURES_EXCHANGE (else Hidden).

    What has been read under the key before stays, and stays signed by it.
    """
    must_exchange(by)
    code, name, key = typed(code), typed(name)[:80], "".join(key.split()).lower()
    if not _CODE.fullmatch(code) or not name:
        return refusals.NOT_A_MUNICIPALITY
    if not _KEY.fullmatch(key):
        return refusals.NOT_A_KEY
    taken = Peer.objects.filter(Q(code=code, own=True) | Q(key=key) & ~Q(code=code)).exists()
    if taken or code == settings.MUNICIPALITY_CODE:
        return refusals.TAKEN
    row, _made = Peer.objects.update_or_create(
        code=code,
        defaults={"name": name, "key": key, "synthetic": synthetic, "known_since": at, "known_by": by.subject},
    )
    audit.record(action="benchmark.know", by=by, at=at, about=code)
    return row


def read_key_figures(
    *, key: str, title: str, file_name: str, content: bytes, synthetic: bool, by: Actor, at: datetime
) -> int | Refusal:
    """Read a key figure in Statistics Denmark's CSV, all of it or nothing. Needs FIGURES_EXCHANGE (else Hidden).

    Its periods take the place of the same periods read before. Returns how many figures of municipalities were read.
    """
    must_exchange(by)
    if not typed(title):
        return refusals.NO_TITLE
    names = dict(Peer.objects.values_list("name", "code"))
    try:
        rows = [row for row in parse(content, areas=names) if row.is_of_municipality]
    except Unusable as error:
        return refusals.unusable(error)
    if not rows:
        return refusals.NO_MUNICIPALITY
    if max(Counter((row.area, row.period) for row in rows).values()) > 1:
        return refusals.SEVERAL
    variable, _made = KeyVariable.objects.update_or_create(
        key=key,
        defaults={
            "title": typed(title)[:120],
            "file_name": typed(file_name)[:200],
            "checksum": sha256(content).hexdigest(),
            "synthetic": synthetic,
            "read_at": at,
            "read_by": by.subject,
        },
    )
    variable.values.filter(period__in={row.period for row in rows}).delete()
    KeyValue.objects.bulk_create(_value(variable, row) for row in rows)
    audit.record(action="benchmark.key_figures", by=by, at=at, about=key, rows=len(rows))
    return len(rows)


def _value(variable: KeyVariable, row: KeyRow) -> KeyValue:
    return KeyValue(variable=variable, area=row.area, name=row.name, period=row.period, value=row.value)
