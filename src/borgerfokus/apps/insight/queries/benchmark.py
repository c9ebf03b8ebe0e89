"""What municipalities have released, side by side; and what tells how like they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from borgerfokus.apps.insight.models import KeyValue, KeyVariable, Peer, PeerFigure, PeerRelease
from borgerfokus.core.benchmark.ranks import Estimate
from borgerfokus.core.indicators import Indicator, Statistic

PER_CITIZENS = 1000
"""A number of things is compared for each so many citizens."""
POPULATION = "population"


@dataclass(frozen=True)
class Told:
    """A municipality's figure of an indicator, of all types of case. `number` above 1: it was corrected."""

    code: str
    name: str
    own: bool
    synthetic: bool
    number: int
    indicator: str
    version: int
    cases: int | None
    value: float | None
    error: float | None


def released_quarters() -> list[str]:
    """The quarters that anybody has released, the newest first."""
    rows = PeerRelease.objects.filter(replaced_at__isnull=True).order_by("-quarter")
    return list(rows.values_list("quarter", flat=True).distinct())


def peer_figures(*, quarter: str, indicator: str = "") -> list[Told]:
    """The figures in force of a quarter, of one indicator or all of them, by municipality. One query."""
    rows = PeerFigure.objects.filter(release__quarter=quarter, release__replaced_at__isnull=True, kind="")
    if indicator:
        rows = rows.filter(indicator=indicator)
    peer = ("release__peer__code", "release__peer__name", "release__peer__own", "release__peer__synthetic")
    columns = (*peer, "release__number", "indicator", "version", "cases", "value", "error")
    return [Told(*row) for row in rows.order_by("release__peer__code", "indicator").values_list(*columns)]


def comparable(indicator: Indicator, told: Sequence[Told], *, population: Mapping[str, float]) -> list[Estimate]:
    """The figures that can be compared: told, of the same version, and a count for so many citizens."""
    found = []
    for one in told:
        if one.version != indicator.version or one.cases is None or one.value is None or one.error is None:
            continue
        if indicator.statistic is not Statistic.COUNT:
            found.append(Estimate(one.code, one.value, one.error, one.cases))
        elif citizens := population.get(one.code):
            scale = PER_CITIZENS / citizens
            found.append(Estimate(one.code, one.value * scale, one.error * scale, round(citizens)))
    return found


def key_variables() -> list[KeyVariable]:
    """The key figures there are."""
    return list(KeyVariable.objects.order_by("title", "key"))


def key_values(*, keys: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each key figure the newest value of each area. One query."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    rows = KeyValue.objects.filter(variable__key__in=keys, value__isnull=False).order_by("period")
    for key, area, value in rows.values_list("variable__key", "area", "value"):
        if value is not None:
            found[key][area] = value
    return dict(found)


def peers() -> list[Peer]:
    """The municipalities that are known, ours first."""
    return list(Peer.objects.order_by("-own", "synthetic", "code"))


def peer_releases() -> list[PeerRelease]:
    """Every release that was read or made, the newest first, with its municipality. One query."""
    return list(PeerRelease.objects.select_related("peer").order_by("-quarter", "-peer__own", "peer__code", "-number"))


def own_releases() -> list[PeerRelease]:
    """Ours, the newest first."""
    return list(PeerRelease.objects.filter(peer__own=True).select_related("peer").order_by("-quarter", "-number"))


def own_release(*, release_id: int) -> PeerRelease | None:
    """One of ours, None where it is not."""
    return PeerRelease.objects.filter(pk=release_id, peer__own=True).first()
