"""What the address of the pages of flow asks for: which log, which cases of it, and who may see how much."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Log, Question
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.fields import FieldView, field_view
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import ActiveFilter, TabItem
from borgerfokus.web.frame import asked, on_moment, page, say, today
from borgerfokus.web.management.flowform import FlowForm, fill
from borgerfokus.web.present.flow import name as activity_name
from borgerfokus.web.present.sheets import files

_DETAILS = {1: 0.4, 2: 0.25, 3: 0.15, 4: 0.05, 5: 0.0}
_USUAL = 3
_YEAR = timedelta(days=365)


class FlowReader:
    """Who reads, the log, the question, and the form that shows it.

    `exact`: the reader leads the units that the cases are of, and sees true counts and the cases behind them. Others,
    and everybody in a log from outside, see counts after disclosure control.
    """

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.today = request, today(request)
        root = Path(settings.INSIGHT_ROOT)
        self.logs = insight.imported(root)
        wanted = request.GET.get("log", "")
        self.log_name = wanted if wanted in self.logs else insight.CASEWORK
        self.is_own = self.log_name == insight.CASEWORK
        led = asked(request).actor.led
        self.exact = self.is_own and bool(led)
        self.folder = root / (insight.RELEASED if self.is_own and not led else self.log_name)
        self.log: Log | None = insight.open_log(self.folder)
        units = [unit for unit in organisation.units(on=self.today) if not led or unit.pk in led]
        self.unit_names = {unit.key: unit.name for unit in units}
        self._seen = frozenset(self.unit_names) if self.exact else frozenset()

    @property
    def rule(self) -> Rule | None:
        """What the reader is told figures by, None for who sees the cases."""
        return None if self.exact else insight.disclosure_rule(on=self.today)

    @cached_property
    def specs(self) -> dict[str, CaseType]:
        """The case types in force, by key."""
        return {one.key: one.spec for one in casework.newest_in_force(on=self.today)}

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of case of the log and what they are called, the most common first."""
        if self.log is None:
            return [(key, say(spec.title_staff)) for key, spec in self.specs.items()]
        found = insight.kinds(self.log, units=self._seen)
        return [(key, say(self.specs[key].title_staff) if key in self.specs else key) for key, _cases in found]

    @cached_property
    def _asked(self) -> FlowForm:
        """The form as the address fills it."""
        form = FlowForm(self.request.GET, auto_id="f-%s", label_suffix="")
        fill(form, self._choices)
        return form

    @cached_property
    def _given(self) -> dict[str, Any]:
        return self._asked.cleaned_data if self._asked.is_valid() else {}

    @cached_property
    def form(self) -> FlowForm:
        """The form as it is shown: what is asked or usual, or what is wrong with it."""
        if not self._asked.is_valid():
            return self._asked
        usual = {"log": "" if self.is_own else self.log_name, "slags": self.kind, "detalje": self.detail}
        form = FlowForm(initial=self._given | usual, auto_id="f-%s", label_suffix="")
        fill(form, self._choices)
        return form

    @property
    def detail(self) -> int:
        """How much is shown, from 1 to 5."""
        return self._given.get("detalje") or _USUAL

    @cached_property
    def kind(self) -> str:
        """The kind of case that is looked at, "" where there is none."""
        wanted = self.request.GET.get("slags", "")
        known = [key for key, _title in self.kinds]
        return wanted if wanted in known else next(iter(known), "")

    @property
    def kind_name(self) -> str:
        """What the kind is called."""
        return dict(self.kinds).get(self.kind, self.kind)

    @property
    def spec(self) -> CaseType | None:
        """The case type that the cases are held against: their own, or the one that a log from outside is held to."""
        return self.specs.get(self.kind if self.is_own else self.request.GET.get("som", ""))

    @property
    def question(self) -> Question:
        """What the address asks for."""
        given = self._given
        unit = given.get("enhed", "")
        return self._told(Question(
            kind=self.kind,
            starts=_midnight(given.get("fra")),
            ends=_midnight(given.get("til")),
            units=frozenset({unit}) if unit else self._seen,
            activities=self._activities,
            share=_DETAILS[self.detail],
            outcome=given.get("udfald", ""),
            variant=given.get("variant"),
        ))

    def _told(self, question: Question) -> Question:
        """Who reads the released log asks of whole quarters."""
        return insight.fixed(question) if self.is_own and not self.exact else question

    @property
    def sides(self) -> tuple[Question, Question]:
        """The two sides of a comparison: as the address says, else the last year of the log and the one before."""
        one = self.question
        other = replace(
            one,
            starts=_midnight(self._given.get("mod_fra")),
            ends=_midnight(self._given.get("mod_til")),
            units=frozenset({self._given["mod_enhed"]}) if self._given.get("mod_enhed") else one.units,
        )
        other = self._told(other)
        if (one.starts, one.ends, one.units) != (other.starts, other.ends, other.units):
            return one, other
        ends = self.newest
        return (
            self._told(replace(one, starts=ends - _YEAR, ends=ends)),
            self._told(replace(one, starts=ends - 2 * _YEAR, ends=ends - _YEAR)),
        )

    @cached_property
    def newest(self) -> datetime:
        """When the last case of the log began, or now for the municipality's own."""
        if self.is_own or self.log is None:
            return asked(self.request).moment
        us = self.log.cases.first_us.max().to_pyarrow().as_py() or 0
        return datetime.fromtimestamp(us / 1_000_000, tz=get_default_timezone()) + timedelta(days=1)

    @property
    def _activities(self) -> frozenset[str]:
        """The milestones in a log that has them, else everything."""
        known = set(self.log.words.lists["activity"]) if self.log else set()
        return frozenset(MILESTONES) if known & set(MILESTONES) else frozenset()

    def fields(self, *names: str) -> list[FieldView]:
        """The filters of a page; which log only where there is more than one."""
        hidden = {"log"} if not self.logs else set()
        hidden |= {"som"} if self.is_own else {"slags"}
        shown = [name for name in names if name not in hidden]
        return [field_view(self.form[name], marked=False) for name in shown]

    def active(self) -> tuple[ActiveFilter, ...]:
        """The one order that the page is narrowed to, and the address without it."""
        if self.question.variant is None:
            return ()
        return (ActiveFilter(_("Kun sager, der gik én bestemt vej"), f"{self.request.path}?{self.query(variant='')}"),)

    def query(self, **changes: str) -> str:
        """The filters in force, with some changed; "" removes one."""
        given = {name: value for name, value in self.request.GET.items() if name != "format"}
        return urlencode({name: value for name, value in (given | changes).items() if value})

    @property
    def note(self) -> str:
        """When the log was read."""
        if self.log is None:
            return ""
        if not self.is_own:
            return _("Indlæst log: %(name)s") % {"name": self.log_name}
        moment = datetime.fromtimestamp(self.log.state.refreshed_us / 1_000_000, tz=get_default_timezone())
        return _("Opdateret %(when)s") % {"when": on_moment(moment)}

    def frame(self, *, title: str, current: str, crumbs: tuple[Crumb, ...] = ()) -> dict[str, Any]:
        """What every page of flow has: its frame, the tabs between them, the note, the way to a sheet."""
        return {
            "page": page(
                self.request,
                title=title,
                place="management",
                current="management:flow",
                crumbs=crumbs or (Crumb(_("Ledelse"), self._team), Crumb(title)),
            ),
            "flow_tabs": self._tabs(current),
            "note": self.note,
            "here": self.request.path,
            "is_built": self.log is not None,
            "rounded": not self.exact,
            "actions": files(f"{query}&" if (query := self.query()) else ""),
        }

    def _tabs(self, current: str) -> tuple[TabItem, ...]:
        kept = {name: self.request.GET[name] for name in ("log", "slags", "som") if self.request.GET.get(name)}
        query = f"?{urlencode(kept)}" if kept else ""
        names = (
            ("flow", _("Proceskort")),
            ("flow-compare", _("Sammenlign")),
            ("flow-stream", _("Værdistrøm")),
            ("flow-rules", _("Regler")),
            ("flow-whatif", _("Hvad hvis")),
        )
        return tuple(TabItem(label, reverse(f"management:{name}") + query, name == current) for name, label in names)

    @property
    def _team(self) -> str:
        return reverse("management:team") if asked(self.request).actor.can(Verb.TEAM_SEE) else ""

    def unit_name(self, key: str) -> str:
        """What a unit is called; its own word in a log from outside."""
        return self.unit_names.get(key) or self._every_unit.get(key, key)

    @cached_property
    def _every_unit(self) -> dict[str, str]:
        return {unit.key: unit.name for unit in organisation.units(on=self.today)} if self.is_own else {}

    def outcome_name(self, outcome: str) -> str:
        """What an outcome is called."""
        if outcome == insight.UNDECIDED:
            return _("Ikke afgjort")
        return say(Outcome(outcome).label) if outcome in set(Outcome) else activity_name(outcome)

    @cached_property
    def _choices(self) -> Mapping[str, list[tuple[str, str]]]:
        whole = ("", _("Alle, jeg må se") if self.is_own else _("Alle"))
        units = list(self.unit_names.items())
        outcomes = []
        if self.log is not None:
            if not self.is_own:
                units = [(unit, unit) for unit in sorted(self.log.words.lists["unit"])]
            outcomes = insight.outcomes(self.log, Question(self.kind, units=self._seen))
        return {
            "log": [("", _("Kommunens egne sager")), *((name, name) for name in self.logs)],
            "slags": self.kinds,
            "som": [("", _("Ingen")), *((key, say(spec.title_staff)) for key, spec in self.specs.items())],
            "enhed": [whole, *units],
            "mod_enhed": [whole, *units],
            "udfald": [("", _("Alle")), *((one, self.outcome_name(one)) for one in outcomes)],
        }


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=get_default_timezone()) if day else None
