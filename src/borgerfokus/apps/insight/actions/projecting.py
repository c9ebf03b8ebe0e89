"""The projection of the population, and how many of each age group have help: kept as files beside the event table.

A projection is public and can be imported again. Who has help is released once a month after disclosure control.
"""

import json
import os
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

from django.db.models import Q

from borgerfokus.apps.insight.queries.demography import NEED, PROJECTION
from borgerfokus.apps.insight.queries.holding import disclosure_rule
from borgerfokus.apps.interventions.models import InterventionPeriod
from borgerfokus.core import demography, disclosure
from borgerfokus.core.demography import GROUPS, Population
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.people.lots import weight_of


def import_projection(
    *, root: Path, content: bytes, area: str, source: str, invented: bool, at: datetime
) -> Population:
    """Take a projection in the place of the one before. Raises Unusable; then the one before stays."""
    found = demography.read(content, area=area)
    told = {
        "area": found.area,
        "name": found.name,
        "source": source,
        "invented": invented,
        "at": at.isoformat(),
        "years": {str(year): list(numbers) for year, numbers in found.years.items()},
    }
    _keep(root / PROJECTION, told)
    return found


@disclosure.door
def release_need(*, root: Path, at: datetime) -> bool:
    """Count who has help at the beginning of the month, by age group, unless it is done. For the system alone."""
    day = at.astimezone(UTC).date().replace(day=1)
    path = root / NEED
    if path.exists() and json.loads(path.read_text("utf-8"))["on"] == day.isoformat():
        return False
    _keep(path, {"on": day.isoformat(), "helped": _helped(day, disclosure_rule(on=day))})
    return True


def _helped(day: date, rule: Rule) -> list[int | None]:
    """How many of each age group have help on a day, by their weights and rounded; None where they are few."""
    running = InterventionPeriod.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=day), starts__lte=day, withdrawn_at__isnull=True
    )
    people = dict(running.values_list("case__citizen_id", "case__citizen__birth_date"))
    groups: dict[int, list[int]] = defaultdict(list)
    for person, born in people.items():
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        groups[demography.group_of(age)].append(weight_of(person))
    return [_shown(groups[place], rule) for place in range(len(GROUPS))]


def _shown(weights: list[int], rule: Rule) -> int | None:
    weighted = sum(weights)
    small = disclosure.is_few(people=len(weights), weighted=weighted, rule=rule)
    return None if small else disclosure.count(weighted, rule=rule)


def _keep(path: Path, told: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    unfinished.replace(path)
