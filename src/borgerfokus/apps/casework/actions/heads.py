"""The daily head: what the log said at the end of a day, written to a file outside the database."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.casework.queries.chain import events_of_day, read_heads
from borgerfokus.core.chain import GENESIS, head_digest
from borgerfokus.core.dates import day_of

_DAY = timedelta(days=1)


def write_head(*, day: date, folder: Path) -> Path:
    """Write the head of a day that is over, once; a head that is there is never written again.

    The folder should be copied to another machine: whoever holds the database, the key and this folder could
    rewrite the log.
    """
    path = folder / f"{day.isoformat()}.json"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    digests, _ = read_heads(folder)
    before = [digests[known] for known in sorted(digests) if known < day]
    previous = before[-1] if before else GENESIS
    rows = events_of_day(day)
    last = {row.case_id: [row.seq, row.hash.hex()] for row in sorted(rows)}
    digest = head_digest(previous=previous, rows=rows)
    _write(path, {"day": day.isoformat(), "previous": previous.hex(), "digest": digest.hex(), "cases": last})
    return path


def write_missing(*, today: date, folder: Path) -> list[Path]:
    """Write the heads of all days that are over and have none, from the first event on. For the system alone."""
    first = Event.objects.order_by("at").values_list("at", flat=True).first()
    if first is None:
        return []
    written, _ = read_heads(folder)
    day = max(written, default=day_of(first) - _DAY) + _DAY
    paths = []
    while day < today:
        paths.append(write_head(day=day, folder=folder))
        day += _DAY
    return paths


def _write(path: Path, head: dict[str, object]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as handle:
        json.dump(head, handle, sort_keys=True)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(path)
