"""What citizens told of their courses, as views: one split at a time, and at most one filter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import ExperienceFigure
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.effect import Interval, wilson
from borgerfokus.core.experience import Question
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.frame import say, today
from borgerfokus.web.present import effect as words

BY, ONLY = "efter", "kun"
_WORDS = {
    "enhed": ("unit", gettext_lazy("Enhed")),
    "sagstype": ("type_key", gettext_lazy("Sagstype")),
    "skridt": ("phase", gettext_lazy("Skridt")),
}
_Cell = frozenset[tuple[str, str]]


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


class Chosen:
    """What the address asks for, read once."""

    def __init__(self, request: HttpRequest) -> None:
        self.today = today(request)
        self.until = insight.newest_answers()
        figures = insight.experience(until=self.until) if self.until else []
        self._cells: dict[_Cell, dict[Question, Share | None]] = {}
        for one in figures:
            self._cells.setdefault(_cell(one), {})[Question(one.question)] = _share(one)
        wanted = request.GET.get(BY, "")
        self.by = wanted if wanted in _WORDS else "enhed"
        self.only = self._only(request.GET.get(ONLY, ""))

    @property
    def label(self) -> str:
        """What the rows are split by."""
        return str(_WORDS[self.by][1])

    @property
    def address(self) -> dict[str, str]:
        """The query of this page."""
        return {BY: self.by} | ({ONLY: ":".join(self.only)} if self.only else {})

    @property
    def only_name(self) -> str:
        """The filter in force in words, "" without one."""
        return f"{_WORDS[self.only[0]][1]}: {self._names[self.only[0]](self.only[1])}" if self.only else ""

    @property
    def total(self) -> Answers:
        """Everybody that the filter leaves."""
        return self._cells.get(self._filter, {})

    @cached_property
    def lines(self) -> list[tuple[str, Answers]]:
        """The groups by name; those of too few last."""
        dimension = _WORDS[self.by][0]
        found = [
            (self._names[self.by](dict(cell)[dimension]), answers)
            for cell, answers in self._cells.items()
            if len(cell) == len(self._filter) + 1 and self._filter < cell and dimension in dict(cell)
        ]
        return sorted(found, key=lambda one: (not any(one[1].values()), one[0]))

    def fields(self) -> tuple[FieldView, ...]:
        """The form: what to split by, and the one filter."""
        chosen = ":".join(self.only) if self.only else ""
        by = tuple(Option(word, str(label), word == self.by) for word, (_name, label) in _WORDS.items())
        only = [Option("", _("Alle borgere"), not chosen)]
        for word, (dimension, label) in _WORDS.items():
            values = {dict(cell)[dimension] for cell in self._cells if len(cell) == 1 and dimension in dict(cell)}
            for name, value in sorted((self._names[word](one), one) for one in values):
                only.append(Option(f"{word}:{value}", f"{label}: {name}", f"{word}:{value}" == chosen))
        return (
            FieldView("select", BY, "f-by", _("Del op efter"), options=by, required=True),
            FieldView("select", ONLY, "f-only", _("Kun"), options=tuple(only), required=True),
        )

    def _only(self, text: str) -> tuple[str, str] | None:
        word, _colon, value = text.partition(":")
        known = word in _WORDS and frozenset({(_WORDS[word][0], value)}) in self._cells
        return (word, value) if known and word != self.by else None

    @property
    def _filter(self) -> _Cell:
        return frozenset({(_WORDS[self.only[0]][0], self.only[1])}) if self.only else frozenset()

    @cached_property
    def _names(self) -> Mapping[str, Callable[[str], str]]:
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


def _cell(figure: ExperienceFigure) -> _Cell:
    return frozenset((name, value) for name in insight.EXPERIENCE_DIMENSIONS if (value := getattr(figure, name)))
