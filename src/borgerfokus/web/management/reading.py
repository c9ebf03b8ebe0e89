"""Who reads the figures, what the address asks for, and the log: shared by dashboards and indicators."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import FigureAlert, FigureNote, Log, Measured, Scope, State
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.indicators import Figure, Indicator, load_shipped
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.frame import asked, on_moment, say, today
from borgerfokus.web.present.dashboards import unit_names

SPAN, HISTORY, YEAR = 3, 24, 12


class Reader:
    """Leaders read the figures of own units as they are; who leads none the released log, after disclosure control."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.today = request, today(request)
        self.by, self.at = asked(request).actor, asked(request).moment
        self._root = Path(settings.INSIGHT_ROOT)
        self._released = self._root / insight.RELEASED
        self._folder = self._root / insight.CASEWORK if self.by.led else self._released
        self.state = insight.state_of(self._folder)
        self.every_unit: list[Unit] = list(organisation.units(on=self.today))
        led = self.by.led
        self.units = [unit for unit in self.every_unit if not led or unit.pk in led]
        self.kinds = [(one.key, say(one.spec.title_staff)) for one in casework.newest_in_force(on=self.today)]
        self.unit = self._given("enhed", (unit.key for unit in self.units))
        self.kind = self._given("slags", (key for key, _title in self.kinds))

    def _given(self, name: str, known: Iterable[str]) -> str:
        value = self.request.GET.get(name, "")
        return value if value in set(known) else ""

    @cached_property
    def log(self) -> Log | None:
        """The log, open for questions; None where there is none yet."""
        return insight.log_at_hand(self._folder)

    @property
    def is_rounded(self) -> bool:
        """Whether the reader sees no cases and is told figures after disclosure control."""
        return not self.by.led

    @property
    def chosen(self) -> Unit | None:
        """The unit that the address names."""
        return next((unit for unit in self.units if unit.key == self.unit), None)

    @property
    def names(self) -> dict[str, str]:
        """The name of each unit by its key, in the reader's language."""
        return unit_names(self.every_unit)

    @property
    def where(self) -> str:
        """What the figures are of, in words."""
        if self.chosen is not None:
            return self.names[self.unit]
        return _("Mine enheder") if self.by.led else _("Hele området")

    @property
    def level(self) -> str:
        """Whose dashboard it is: a team's, a department's, or that of the whole field."""
        if self.chosen is None:
            return _("Område") if not self.by.led else _("Alle, jeg leder")
        return _("Afdeling") if self.below(self.chosen) else _("Team")

    def below(self, unit: Unit) -> list[Unit]:
        """The units right below one."""
        return [one for one in self.every_unit if one.parent_id == unit.pk]

    @property
    def shown(self) -> frozenset[str] | None:
        """The units whose cases are counted, by key; None for all of them."""
        if self.chosen is not None:
            return frozenset(one.key for one in self._with_all_below(self.chosen))
        return frozenset(unit.key for unit in self.units) if self.by.led else None

    @property
    def watched(self) -> frozenset[str] | None:
        """The units whose alerts the reader is told: those that are shown; "" stands for the whole field."""
        if self.chosen is not None or self.by.led:
            return self.shown
        return None

    def _with_all_below(self, unit: Unit) -> list[Unit]:
        found = [unit]
        for one in found:
            found += self.below(one)
        return [one for one in found if one in self.units]

    @property
    def note(self) -> str:
        """When the figures were made, "" when there are none yet."""
        if self.state is None:
            return _("Tallene er ved at blive lavet. De er klar om et minut.")
        moment = datetime.fromtimestamp(self.state.refreshed_us / 1_000_000, tz=get_default_timezone())
        return _("De seneste tre hele måneder · opdateret %(when)s") % {"when": on_moment(moment)}

    @property
    def query(self) -> str:
        """The filters in force, ready to be followed by another."""
        given = self.request.GET.copy()
        for name in ("format", "print"):
            given.pop(name, None)
        return f"{given.urlencode()}&" if given else ""

    @property
    def suffix(self) -> str:
        """The filters in force behind an address."""
        return f"?{self.query.removesuffix('&')}" if self.query else ""

    @property
    def is_print(self) -> bool:
        """Whether the page is asked for as it is printed: with its tables open."""
        return bool(self.request.GET.get("print"))

    @property
    def since(self) -> date:
        """The first day of the history."""
        return insight.months_back(self.today, HISTORY).date()

    def dashboard(self, only: Sequence[Indicator] = ()) -> list[Measured]:
        """The indicators as the reader may be told them, each with its units; without figures while there is no log."""
        if self.state is None:
            return [Measured(one) for one in (only or load_shipped())]
        found = self._prepared(self.state, self._folder, only) or self._asked(self.log, only)
        rule = insight.disclosure_rule(on=self.today)
        if self.is_rounded:
            return [insight.door(one, rule=rule) for one in found]
        others = insight.told_units(
            self._root, scope=self._everywhere(SPAN, 0), only=only, rule=rule, day=self.today
        )
        for one in found:
            one.units = self._comparable(one, others.get(one.indicator.key, {}))
        return self._with_answers(found, rule)

    def is_rounded_of(self, indicator: Indicator) -> bool:
        """Whether the reader is told an indicator after disclosure control: everybody is, of what citizens answered."""
        return self.is_rounded or indicator.answers

    def _with_answers(self, found: list[Measured], rule: Rule) -> list[Measured]:
        """With what citizens answered as those are told it who see no cases."""
        of_answers = [one.indicator for one in found if one.indicator.answers]
        state = insight.state_of(self._released) if of_answers else None
        if state is None:
            return found
        released = self._prepared(state, self._released, of_answers) or self._asked(
            insight.open_log(self._released), of_answers
        )
        told = {one.indicator.key: insight.door(one, rule=rule) for one in released}
        return [told.get(one.indicator.key, one) for one in found]

    def parts(self, indicator: Indicator) -> dict[str, Figure]:
        """The figure of each part of an indicator that is split, over a year, as the reader may be told it."""
        if self.log is None or indicator.split is None:
            return {}
        found = Measured(indicator, parts=insight.parts(self.log, indicator, scope=self.scope(YEAR, 0)))
        if self.is_rounded:
            found = insight.door(found, rule=insight.disclosure_rule(on=self.today))
        return found.parts

    def alerts(self, *, ended_since: datetime | None = None) -> list[FigureAlert]:
        """The alerts of what is shown, and those that ended since; after disclosure control for who sees no cases."""
        found = insight.alerts(units=self.watched, ended_since=ended_since)
        return self._told(found) if self.is_rounded else found

    def alert(self, alert_id: int) -> FigureAlert:
        """One of them. Raises Hidden."""
        found = insight.find_alert(alert_id=alert_id, units=self.watched)
        if self.is_rounded and not self._told([found]):
            raise Hidden(f"alert {alert_id}")
        return found

    def _told(self, found: list[FigureAlert]) -> list[FigureAlert]:
        months, rule = self._everywhere(HISTORY, 0), insight.disclosure_rule(on=self.today)
        return insight.told_alerts(found, root=self._root, months=months, rule=rule)

    def _prepared(self, state: State, folder: Path, only: Sequence[Indicator]) -> list[Measured] | None:
        """What lies ready for the scope; None where nothing does."""
        ready = None if self.kind else insight.ready(folder, state, day=self.today)
        return insight.measured(ready, units=self.shown, only=list(only)) if ready is not None else None

    def _asked(self, log: Log | None, only: Sequence[Indicator]) -> list[Measured]:
        if log is None:
            return []
        return insight.dashboard(
            log,
            now=self.scope(SPAN, 0),
            before=self.scope(2 * SPAN, SPAN),
            months=self.scope(HISTORY, 0),
            beside=self._everywhere(SPAN, 0),
            only=only,
        )

    def _comparable(self, exact: Measured, told: Mapping[str, Figure]) -> dict[str, Figure]:
        """Own units as they are, and the others after disclosure control."""
        own = {unit.key for unit in self.units}
        mine = {key: figure for key, figure in exact.units.items() if key in own}
        return {**told, **mine}

    def scope(self, starts: int, ends: int) -> Scope:
        """The shown units from so many whole months back to so many."""
        kinds = frozenset({self.kind}) if self.kind else None
        return Scope(insight.months_back(self.today, starts), insight.months_back(self.today, ends), self.shown, kinds)

    def _everywhere(self, starts: int, ends: int) -> Scope:
        kinds = frozenset({self.kind}) if self.kind else None
        return Scope(insight.months_back(self.today, starts), insight.months_back(self.today, ends), None, kinds)

    def notes(self) -> list[FigureNote]:
        """The notes of the history that concern what is shown."""
        return insight.notes(since=self.since, units=self.shown, kind=self.kind)
