"""What the address of a page of figures asks for: one split and at most one filter, one table of a cube."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.apps.insight import service as insight
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import ActiveFilter
from borgerfokus.web.frame import today

_BY, _ONLY = "efter", "kun"
Cell = frozenset[tuple[str, str]]
Figure = TypeVar("Figure")


class Split(ABC, Generic[Figure]):
    """The cells of the newest release, split and filtered as the address says, read once.

    `dimensions`: what the address calls each, its name in a cell, and what people call it; without a word in the
    address the first splits.
    """

    dimensions: ClassVar[Mapping[str, tuple[str, object]]]

    def __init__(self, request: HttpRequest) -> None:
        self.today = today(request)
        self.until = self._newest()
        self._cells: Mapping[Cell, Figure] = self._read(self.until) if self.until else {}
        wanted = request.GET.get(_BY, "")
        self.by = wanted if wanted in self.dimensions else next(iter(self.dimensions))
        self.only = self._only(request.GET.get(_ONLY, ""))

    def _newest(self) -> date | None:
        """The day up to which the newest release counts, None before the first."""
        return insight.newest_release()

    @abstractmethod
    def _read(self, until: date) -> Mapping[Cell, Figure]:
        """The figures of a release, by cell."""

    @abstractmethod
    def _namers(self) -> Mapping[str, Callable[[str], str]]:
        """For each dimension what makes a name of a value."""

    def _may_narrow(self, figure: Figure) -> bool:
        """Whether a page can be narrowed to this one value of a dimension."""
        del figure
        return True

    @property
    def label(self) -> str:
        """What the rows are split by."""
        return str(self.dimensions[self.by][1])

    @property
    def address(self) -> dict[str, str]:
        """The query of this page."""
        return {_BY: self.by} | ({_ONLY: ":".join(self.only)} if self.only else {})

    @property
    def only_name(self) -> str:
        """The filter in force in words, "" without one."""
        return f"{self.dimensions[self.only[0]][1]}: {self.name(*self.only)}" if self.only else ""

    def name(self, word: str, value: str) -> str:
        """What a value of a dimension is called."""
        return self._names[word](value)

    def fields(self) -> tuple[FieldView, ...]:
        """The form: what to split by, and the one filter."""
        by = tuple(Option(word, str(label), word == self.by) for word, (_name, label) in self.dimensions.items())
        only = (Option("", _("Alle borgere"), not self.only), *self._values())
        return (
            FieldView("select", _BY, "f-by", _("Del op efter"), options=by, required=True),
            FieldView("select", _ONLY, "f-only", _("Kun"), options=only, required=True),
        )

    def active(self, here: str) -> tuple[ActiveFilter, ...]:
        """The filter in force, and the address without it."""
        return (ActiveFilter(self.only_name, f"{here}?{urlencode({_BY: self.by})}"),) if self.only else ()

    def _whole(self) -> Figure | None:
        """Everybody that the filter leaves."""
        return self._cells.get(self._filter)

    def _groups(self) -> list[tuple[str, Figure]]:
        """What the filter leaves of each value that the rows are split by, by its name."""
        dimension = self.dimensions[self.by][0]
        return [
            (self.name(self.by, dict(cell)[dimension]), figure)
            for cell, figure in self._cells.items()
            if len(cell) == len(self._filter) + 1 and self._filter < cell and dimension in dict(cell)
        ]

    def _values(self) -> Iterable[Option]:
        """Every value that a page can be narrowed to, dimension by dimension."""
        chosen = ":".join(self.only) if self.only else ""
        for word, (dimension, label) in self.dimensions.items():
            values = {value for cell in self._cells if len(cell) == 1 for name, value in cell if name == dimension}
            fit = [one for one in values if self._may_narrow(self._cells[frozenset({(dimension, one)})])]
            for name, value in sorted((self.name(word, one), one) for one in fit):
                yield Option(f"{word}:{value}", f"{label}: {name}", f"{word}:{value}" == chosen)

    def _only(self, text: str) -> tuple[str, str] | None:
        word, _colon, value = text.partition(":")
        known = word in self.dimensions and frozenset({(self.dimensions[word][0], value)}) in self._cells
        return (word, value) if known and word != self.by else None

    @property
    def _filter(self) -> Cell:
        return frozenset({(self.dimensions[self.only[0]][0], self.only[1])}) if self.only else frozenset()

    @cached_property
    def _names(self) -> Mapping[str, Callable[[str], str]]:
        return self._namers()


def cell_of(figure: object, dimensions: Iterable[str]) -> Cell:
    """Where a figure stands in the cube: the dimensions that it has a value of."""
    return frozenset((name, value) for name in dimensions if (value := getattr(figure, name)))
