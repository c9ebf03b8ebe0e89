"""What is ahead of each team: cases in, hours, decisions, dates at risk; and how far the forecasts held."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Undecided
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Ahead, Given
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import calendar_for
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, ActiveFilter, Row
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.present import ahead as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files

_SHOWN = 20
_UNIT = "enhed"


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def ahead(request: HttpRequest) -> HttpResponse:
    """Eight weeks of the teams that the reader leads, and the record for everybody; ?format= the weeks as a file."""
    reader = _Reader(request)
    if reader.units and reader.is_built and (kind := asked_format(request)):
        return _sheet(kind, reader)
    found = reader.chosen if reader.is_built else None
    held = insight.told_proven(Path(settings.INSIGHT_ROOT), rule=insight.disclosure_rule(on=today(request)))
    return show(
        request,
        "management/forecast.html",
        page=page(request, title=_("Prognose"), place="management", current="management:forecast"),
        actions=(
            Action(_("Ti år frem"), reverse("management:demography"), icon="calendar-month"),
            *(files() if found else ()),
        ),
        note=_("Regnet på sager som de åbne · otte uger frem"),
        ahead=found,
        reader=reader,
        is_built=reader.is_built,
        here=request.path,
        kpis=words.kpis(found) if found else (),
        charts=words.charts(found) if found else (),
        how=words.how(found) if found else "",
        week_columns=words.week_columns(),
        weeks=words.weeks(found) if found else (),
        team_columns=words.team_columns(),
        risk_columns=words.risk_columns(),
        risks=tuple(words.risk(one, reader.titles) for one in found.risks[:_SHOWN]) if found else (),
        record_say=words.record_say(held),
        drift_say=words.drift_say(held.drift) if held else "",
        record_columns=words.record_columns(),
        record=words.record(held, reader.titles),
    )


class _Reader:
    """Who reads, of which teams, and what is ahead of each."""

    def __init__(self, request: HttpRequest) -> None:
        self.folder = Path(settings.INSIGHT_ROOT) / insight.CASEWORK
        self._by, self._at, self._day = asked(request).actor, asked(request).moment, today(request)
        self.units: Mapping[str, str] = {
            unit.key: unit.name for unit in organisation.units(on=self._day) if unit.pk in self._by.led
        }
        wanted = request.GET.get(_UNIT, "")
        self.unit = wanted if wanted in self.units else ""

    @cached_property
    def is_built(self) -> bool:
        """Whether there is a log to forecast from."""
        return insight.state_of(self.folder) is not None

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each case type is called."""
        return {one.key: say(one.spec.title_staff) for one in self._types}

    @property
    def chosen(self) -> Ahead | None:
        """What is ahead of the team that the address names, or of all of them; None for who leads none."""
        if not self.units:
            return None
        return self.of(self.unit) if self.unit else self._ahead(frozenset(self.units))

    def of(self, unit: str) -> Ahead:
        """What is ahead of one team."""
        return self._ahead(frozenset({unit}))

    @property
    def teams(self) -> tuple[Row, ...]:
        """A row for each team, where there are several and none is chosen."""
        if self.unit or len(self.units) < 2:
            return ()
        query = {key: urlencode({_UNIT: key}) for key in self.units}
        return tuple(words.team(name, f"?{query[key]}", self.of(key)) for key, name in self.units.items())

    @property
    def fields(self) -> tuple[FieldView, ...]:
        """The choice of a team."""
        names = sorted(self.units.items(), key=lambda one: one[1])
        options = (Option("", _("Alle, jeg leder"), not self.unit), *(Option(k, n, k == self.unit) for k, n in names))
        return (FieldView("select", _UNIT, "f-unit", _("Enhed"), options=options, required=True),)

    @property
    def active(self) -> tuple[ActiveFilter, ...]:
        """The team in force, and the address without it."""
        return (ActiveFilter(self.units[self.unit], reverse("management:forecast")),) if self.unit else ()

    @cached_property
    def _types(self) -> list[casework.CaseTypeVersion]:
        return list(casework.newest_in_force(on=self._day))

    @cached_property
    def _cases(self) -> list[Undecided]:
        return casework.undecided(by=self._by, at=self._at, units=self._by.led)

    @cached_property
    def _given(self) -> Given:
        calendar = calendar_for((self._day.year - 1, self._day.year + 1), parameters.parameters())
        hours = {one.key: one.spec.hours for one in self._types if one.spec.hours is not None}
        return Given(folder=self.folder, at=self._at, calendar=calendar, hours=hours)

    def _ahead(self, units: frozenset[str]) -> Ahead:
        return insight.ahead(self._given, cases=[row for row in self._cases if row.unit in units], units=units)


def _sheet(kind: str, reader: _Reader) -> HttpResponse:
    rows = [row for key, name in reader.units.items() for row in words.sheet_rows(name, reader.of(key))]
    return file_answer(kind, name="prognose", columns=words.sheet_columns(), rows=rows)
