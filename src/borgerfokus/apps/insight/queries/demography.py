"""The need of each age group over ten years, from the imported projection and those who have help now."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from borgerfokus.core import demography
from borgerfokus.core.demography import Outlook, Population

PROJECTION, NEED = "projection.json", "need.json"
GROUPS: Final = demography.GROUPS


@dataclass(frozen=True)
class Demography:
    """`counted_on`: of which day those with help are. `invented`: the projection is of no real place.

    `outlook` is None where the projection does not have the year of `counted_on`.
    """

    area: str
    source: str
    invented: bool
    imported_on: date
    counted_on: date
    outlook: Outlook | None


def need(*, root: Path) -> Demography | None:
    """None before there are both a projection and a count."""
    if not (root / PROJECTION).exists() or not (root / NEED).exists():
        return None
    told, helped = (json.loads((root / name).read_text("utf-8")) for name in (PROJECTION, NEED))
    years = {int(year): tuple(numbers) for year, numbers in told["years"].items()}
    population = Population(told["area"], told["name"], years)
    counted_on = date.fromisoformat(helped["on"])
    return Demography(
        area=f"{population.area} {population.name}".strip(),
        source=told["source"],
        invented=told["invented"],
        imported_on=date.fromisoformat(told["at"][:10]),
        counted_on=counted_on,
        outlook=demography.outlook(population, helped=helped["helped"], year=counted_on.year),
    )
