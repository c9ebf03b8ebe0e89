"""Answers as JSON, written straight from plain rows.

The schemas document them, and the tests hold every answer against them. Nothing is read back and checked before it is
sent: for a list that took longer than the list.
"""

import json
from datetime import date
from typing import Any

from django.http import HttpResponse

TYPE = "application/json; charset=utf-8"


def answer(body: Any, *, status: int = 200) -> HttpResponse:
    """An answer of dicts, lists, texts, numbers, days and moments; the last two as ISO 8601."""
    return HttpResponse(_ENCODER.encode(body), status=status, content_type=TYPE)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an answer")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
