"""What citizens told of their courses, as views: one split at a time, and at most one filter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext_lazy

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import ExperienceFigure
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.effect import Interval, wilson
from borgerfokus.core.experience import Question
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.frame import say
from borgerfokus.web.management.split import Cell, Split, cell_of
from borgerfokus.web.present import effect as words

_WORDS = {
    "enhed": ("unit", gettext_lazy("Enhed")),
    "sagstype": ("type_key", gettext_lazy("Sagstype")),
    "skridt": ("phase", gettext_lazy("Skridt")),
}


@dataclass(frozen=True)
class Share:
    """How many of those who answered said yes; None in a group of too few."""

    asked: int
    answered: int
    yes: int

    @property
    def percent(self) -> str:
        """The share, in per cent."""
        return words.percent(self.yes, self.answered)

    @property
    def interval(self) -> Interval:
        """Its uncertainty, from 0 to 1."""
        return wilson(self.yes, self.answered)


Answers = Mapping[Question, Share | None]


class Chosen(Split[Answers]):
    """What the address asks for."""

    dimensions = _WORDS

    @property
    def total(self) -> Answers:
        """Everybody that the filter leaves."""
        return self._whole() or {}

    @cached_property
    def lines(self) -> list[tuple[str, Answers]]:
        """The groups by name; those of too few last."""
        return sorted(self._groups(), key=lambda one: (not any(one[1].values()), one[0]))

    def _newest(self) -> date | None:
        return insight.newest_answers()

    def _read(self, until: date) -> Mapping[Cell, Answers]:
        cells: dict[Cell, dict[Question, Share | None]] = {}
        for one in insight.experience(until=until):
            cells.setdefault(cell_of(one, insight.EXPERIENCE_DIMENSIONS), {})[Question(one.question)] = _share(one)
        return cells

    def _namers(self) -> Mapping[str, Callable[[str], str]]:
        units = {one.key: one.name for one in organisation.units(on=self.today)}
        titles = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=self.today)}
        return {
            "enhed": lambda key: units.get(key, key),
            "sagstype": lambda key: titles.get(key, key),
            "skridt": lambda key: say(PHASE_TITLES[Phase(key)]),
        }


def _share(one: ExperienceFigure) -> Share | None:
    if one.asked is None or one.yes is None or not one.answered:
        return None
    return Share(one.asked, one.answered, one.yes)
