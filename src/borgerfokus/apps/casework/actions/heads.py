"""The daily head: what the log said at the end of a day, written to a file outside the database."""

import json
import os
from datetime import date
from pathlib import Path

from borgerfokus.apps.casework.queries.chain import events_of_day, read_heads
from borgerfokus.core.chain import GENESIS, head_digest


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


def _write(path: Path, head: dict[str, object]) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as handle:
        json.dump(head, handle, sort_keys=True)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(path)
