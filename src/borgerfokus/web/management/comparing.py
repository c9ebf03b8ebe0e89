"""What a page of benchmark compares: the quarter, those we are held against, and each indicator's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import urlencode

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Told
from borgerfokus.core.benchmark.funnel import Funnel, funnel
from borgerfokus.core.benchmark.likeness import Neighbour, neighbours
from borgerfokus.core.benchmark.ranks import Estimate, Place, places
from borgerfokus.core.indicators import Direction, Indicator

SIZES = (5, 10, 20)
"""So many municipalities like ours can be chosen to be held against."""
GROUP, QUARTER, BACKGROUND = "gruppe", "kvartal", "baggrund"


@dataclass(frozen=True)
class Compared:
    """One indicator among those chosen. `mine` None: we have no figure. `few`: there are too few for a funnel."""

    indicator: Indicator
    places: Sequence[Place]
    funnel: Funnel | None
    mine: Place | None

    @property
    def middle(self) -> float | None:
        """The common figure, None where there is none."""
        return self.funnel.middle if self.funnel else None


class Reader:
    """What the address asks for. The statements are made when they are needed, each once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.own = request, settings.MUNICIPALITY_CODE
        self.quarters = insight.released_quarters()
        asked = request.GET.get(QUARTER, "")
        self.quarter = asked if asked in self.quarters else next(iter(self.quarters), "")
        self.variables = insight.key_variables()
        known = [one.key for one in self.variables]
        given = [key for key in request.GET.getlist(BACKGROUND) if key in known]
        self.by = given or known
        size = request.GET.get(GROUP, "")
        self.size = int(size) if size in {str(one) for one in SIZES} else 0

    @cached_property
    def told(self) -> list[Told]:
        """Every figure of the quarter."""
        return insight.peer_figures(quarter=self.quarter) if self.quarter else []

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of the municipalities by their codes."""
        return {one.code: one.name for one in self.told}

    @cached_property
    def synthetic(self) -> frozenset[str]:
        """Those that do not exist."""
        return frozenset(one.code for one in self.told if one.synthetic)

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, float]]:
        """The key figures by area."""
        return insight.key_values(keys=sorted({*self.by, insight.POPULATION}))

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Everybody by how like us they are; empty where that cannot be told."""
        background = {key: self.values.get(key, {}) for key in self.by}
        return neighbours(own=self.own, areas=sorted(self.names), background=background)

    @cached_property
    def group(self) -> frozenset[str]:
        """The codes of those who are compared, ours among them."""
        if not self.size or not self.neighbours:
            return frozenset(self.names)
        return frozenset({self.own, *(one.area for one in self.neighbours[: self.size])})

    @cached_property
    def by_indicator(self) -> Mapping[str, list[Told]]:
        """The figures of those who are compared."""
        found: dict[str, list[Told]] = {}
        for one in self.told:
            if one.code in self.group:
                found.setdefault(one.indicator, []).append(one)
        return found

    def compared(self, indicator: Indicator) -> Compared:
        """One indicator among those who are compared."""
        estimates = self.estimates(indicator)
        placed = places(estimates, higher_is_better=indicator.direction is not Direction.LOWER)
        mine = next((one for one in placed if one.estimate.key == self.own), None)
        return Compared(indicator, placed, funnel(estimates), mine)

    def estimates(self, indicator: Indicator) -> list[Estimate]:
        """The figures that can be compared."""
        told = self.by_indicator.get(indicator.key, [])
        return insight.comparable(indicator, told, population=self.values.get(insight.POPULATION, {}))

    def others(self, indicator: Indicator) -> int:
        """How many have released the indicator in another version, or hold their figure back."""
        return len(self.by_indicator.get(indicator.key, [])) - len(self.estimates(indicator))

    @property
    def query(self) -> str:
        """The choice in force, to stand behind an address."""
        pairs = [(name, value) for name, values in self.request.GET.lists() for value in values if name != "format"]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def to_files(self) -> str:
        """What is asked, ready to be followed by a format."""
        return f"{self.query.removeprefix('?')}&" if self.query else ""
