"""Comparing teams and municipalities: release files, public key figures, likeness, ranks with intervals, funnels.

Pure Python: no numerical package is needed. What is compared has left the casework side already (`core.disclosure`).
"""

import re
from datetime import date
from typing import Final

_QUARTER: Final = re.compile(r"(\d{4})Q([1-4])")


def quarter_ends(quarter: str) -> date:
    """The first day after a quarter (2026Q3). Raises ValueError for what is none."""
    match = _QUARTER.fullmatch(quarter)
    if match is None:
        raise ValueError(f"{quarter} is no quarter")
    year, number = int(match[1]), int(match[2])
    return date(year + number // 4, number % 4 * 3 + 1, 1)
