"""Figures of indicators as files: CSV, XLSX and Parquet of a list or of one, and the report as a PDF."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import Disclosed, Measured
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import say
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present.parts import Parts
from borgerfokus.web.present.sheets import file_answer, files


def actions(query: str) -> tuple[Action, ...]:
    """The files of a page, and the page as it is printed."""
    return (*files(query), Action(_("Til print"), f"?{query}print=1", icon="print"))


def of_list(kind: str, measured: Sequence[Measured | Disclosed], *, name: str = "noegletal") -> HttpResponse:
    """One line for each indicator."""
    rows = [
        (
            say(one.indicator.title),
            one.now.value if one.now else None,
            one.now.cases if one.now else None,
            one.before.value if one.before else None,
            one.indicator.target,
            words.last_signal(one),
            say(one.indicator.definition),
            one.indicator.key,
            one.indicator.version,
        )
        for one in measured
    ]
    columns = (
        _("Nøgletal"),
        _("Nu"),
        _("Sager"),
        _("Før"),
        _("Måltal"),
        _("Mere end almindelige udsving?"),
        _("Hvad er det?"),
        _("Nøgle"),
        _("Version"),
    )
    return file_answer(kind, name=name, columns=columns, rows=rows)


def of_one(
    kind: str,
    measured: Measured | Disclosed,
    names: Mapping[str, str],
    *,
    split: Parts | None = None,
    name: str = "noegletal",
) -> HttpResponse:
    """The months, the units and the parts of one indicator."""
    months: list[tuple[object, ...]] = [(words.month(one.key), "", one.value, one.cases) for one in measured.months]
    units = [("", names.get(key, key), one.value, one.cases) for key, one in sorted(measured.units.items())]
    columns, rows = [_("Måned"), _("Enhed"), _("Tal"), _("Sager")], [*months, *units]
    if split is not None:
        whole = [(*row, "") for row in rows]
        columns, rows = [*columns, split.columns[0].label], [*whole, *_of_parts(split)]
    return file_answer(kind, name=f"{name}-{measured.indicator.key}", columns=columns, rows=rows)


def _of_parts(split: Parts) -> list[tuple[object, ...]]:
    return [("", "", one.value, one.cases, part) for part, one in sorted(split.figures.items())]
