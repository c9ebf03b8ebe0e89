"""Reads of released figures. Everybody's rows; one query each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure
from borgerfokus.core.effect import Change

DIMENSIONS = ("offer", "method", "unit", "level", "theme")
EXPERIENCE_DIMENSIONS = ("unit", "type_key", "phase")


@dataclass(frozen=True)
class Evidence:
    """How it went with an offer here: for citizens with the same need and level if `by` has both, else for more.

    `by` holds "theme" and "level", as far as they are the same.
    """

    figure: EffectFigure
    by: frozenset[str]


def newest_release() -> date | None:
    """Up to which day the newest figures of effect reach; None before the first release."""
    newest: date | None = EffectFigure.objects.aggregate(day=Max("until"))["day"]
    return newest


def newest_answers() -> date | None:
    """Up to which day the newest figures of what citizens told reach; None before the first."""
    newest: date | None = ExperienceFigure.objects.aggregate(day=Max("until"))["day"]
    return newest


def is_out(*, until: date) -> bool:
    """Whether figures up to a day are released, be it of effect or of what citizens told alone."""
    kinds = (EffectFigure, ExperienceFigure)
    return any(kind.objects.filter(until=until).exists() for kind in kinds)


def effect(*, until: date) -> list[EffectFigure]:
    """Every figure of a release in at most two dimensions: rows, filters and totals of the page."""
    three = ~Q(offer="") & ~Q(theme="") & ~Q(level="")
    return list(EffectFigure.objects.filter(until=until).exclude(three).order_by(*DIMENSIONS))


def experience(*, until: date) -> list[ExperienceFigure]:
    """Every figure of what citizens told."""
    return list(ExperienceFigure.objects.filter(until=until).order_by("question", *EXPERIENCE_DIMENSIONS))


def own_evidence(*, offers: Collection[str], needs: Mapping[str, int]) -> dict[str, Evidence]:
    """For each offer the figure nearest to the needs (theme → level) that may be told. One query for all of them.

    Nearest is the same theme and level, then the same theme, then the same level, then everybody with the offer. An
    offer with nothing to tell of is left out. Of several themes the one with the most citizens is told.
    """
    newest = EffectFigure.objects.order_by("-until").values("until")[:1]
    rows = EffectFigure.objects.filter(
        until=newest, offer__in=offers, method="", unit="", citizens__isnull=False
    ).filter(Q(theme__in=["", *needs], level__in=["", *{str(level) for level in needs.values()}]))
    found: dict[str, Evidence] = {}
    for row in rows.order_by("offer", "-citizens", "pk"):
        if row.theme and row.level and needs[row.theme] != int(row.level):
            continue
        mine = Evidence(row, frozenset(name for name in ("theme", "level") if getattr(row, name)))
        if row.offer not in found or _nearness(mine) > _nearness(found[row.offer]):
            found[row.offer] = mine
    return found


def change_of(figure: EffectFigure) -> Change | None:
    """The figure as `core.effect` reckons with it; None where nothing may be told."""
    numbers = (figure.before, figure.mean, figure.reach, figure.of_people, figure.lost)
    before, mean, reach, of_people, lost = numbers
    if figure.citizens is None or before is None or mean is None or reach is None or of_people is None or lost is None:
        return None
    return Change(figure.citizens, before, mean, reach, of_people, lost)


def _nearness(one: Evidence) -> tuple[bool, bool]:
    return "theme" in one.by, "level" in one.by
