"""A projection of the population in Statistics Denmark's CSV, by the age groups that need is told in.

The table FRKM of the StatBank has the shape, with the area, the ages one by one, and the years:

    OMRÅDE;ALDER;TID;INDHOLD
    751 Aarhus;0 år;2026;4012
    751 Aarhus;105 år og derover;2036;3
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from borgerfokus.core.benchmark.keyfigures import KeyRow, parse
from borgerfokus.core.benchmark.refused import Unusable

GROUPS: Final = ((0, 17), (18, 29), (30, 49), (50, 66), (67, 79), (80, None))
"""The age groups, from and to; the last is open."""

_AGE: Final = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?\s*år(\s+og\s+derover)?", re.IGNORECASE)
_AGES: Final = frozenset({"ALDER", "AGE"})
_ALL: Final = frozenset({"I ALT", "TOTAL", "ALDER I ALT", "AGE, TOTAL"})
_FEWEST_YEARS: Final = 2


@dataclass(frozen=True, slots=True)
class Population:
    """How many people a municipality is projected to have: year → a number for each of `GROUPS`."""

    area: str
    name: str
    years: Mapping[int, tuple[int, ...]]


def read(content: bytes | str, *, area: str = "") -> Population:
    """The population of an area (its code; may be left out where the file has one). Raises Unusable: all or nothing."""
    rows = parse(content)
    chosen = _of_area(rows, area)
    counts: dict[int, list[float]] = defaultdict(lambda: [0.0] * len(GROUPS))
    for row in _once(chosen):
        age = next((value for heading, value in row.dimensions if heading.upper() in _AGES), "")
        if age.upper() not in _ALL:
            counts[_year(row)][_place(age)] += _count(row)
    if len(counts) < _FEWEST_YEARS:
        raise Unusable(
            da="Filen skal have mindst to år. Vælg alle årene i Statistikbanken.",
            en="The file must have at least two years. Choose all the years in the StatBank.",
        )
    years = {year: tuple(round(number) for number in counts[year]) for year in sorted(counts)}
    return Population(chosen[0].area, chosen[0].name, years)


def group_of(age: int) -> int:
    """The place of the group that an age lies in."""
    return next(place for place, (_low, high) in enumerate(GROUPS) if high is None or age <= high)


def _of_area(rows: Sequence[KeyRow], area: str) -> list[KeyRow]:
    areas = {row.area for row in rows if row.is_of_municipality}
    wanted = area.zfill(3) if area else next(iter(areas), "") if len(areas) == 1 else ""
    chosen = [row for row in rows if row.area == wanted]
    if not chosen:
        raise Unusable(
            da="Filen har ikke netop én kommune. Sig hvilken med dens kode, for eksempel 751.",
            en="The file does not have just one municipality. Say which by its code, for instance 751.",
        )
    return chosen


def _once(rows: Iterable[KeyRow]) -> list[KeyRow]:
    """Each person once: where a dimension beside the age has a total, its parts are left out."""
    found = list(rows)
    for place, (heading, _value) in enumerate(found[0].dimensions):
        if heading.upper() not in _AGES:
            totals = [row for row in found if row.dimensions[place][1].upper() in _ALL]
            found = totals or found
    return found


def _place(age: str) -> int:
    match = _AGE.fullmatch(age)
    if match is None:
        raise Unusable(
            da=f"»{age[:40]}« er ikke en alder. Vælg kolonnen ALDER med aldre som »0 år« i Statistikbanken.",
            en=f"“{age[:40]}” is no age. Choose the column ALDER with ages such as “0 år” in the StatBank.",
        )
    low = int(match[1])
    high = int(match[2]) if match[2] else None if match[3] else low
    place = group_of(low)
    top = GROUPS[place][1]
    if top is not None and (high is None or high > top):
        raise Unusable(
            da=f"»{age}« går ud over aldersgruppen {GROUPS[place][0]}-{top} år. Vælg aldre i trin på ét år.",
            en=f"“{age}” reaches beyond the age group {GROUPS[place][0]}-{top}. Choose ages in steps of one year.",
        )
    return place


def _year(row: KeyRow) -> int:
    if not row.period.isdecimal():
        raise Unusable(
            da=f"»{row.period}« er ikke et år. En fremskrivning har hele år.",
            en=f"“{row.period}” is no year. A projection has whole years.",
        )
    return int(row.period)


def _count(row: KeyRow) -> float:
    if row.value is None or row.value < 0:
        raise Unusable(
            da=f"Et tal mangler for {row.period}. En fremskrivning skal være hel.",
            en=f"A figure is missing for {row.period}. A projection must be whole.",
        )
    return row.value
