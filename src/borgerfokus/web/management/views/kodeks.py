"""How the leader's teams keep the kodeks today and over time."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.service import Figure, KodeksFigure
from borgerfokus.core.access import Verb
from borgerfokus.core.effect import wilson
from borgerfokus.core.kodeks import PERSPECTIVES, Statement
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Column, Row, ShareLine, SharesView, TrendPoint, TrendView
from borgerfokus.web.frame import asked, on_day, page, say, show, today
from borgerfokus.web.present import supervision as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files
from borgerfokus.web.present.words import short_date

_BACK = 400


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_safe
def kodeks(request: HttpRequest) -> HttpResponse:
    """The open cases of a unit, or of all that the leader leads, statement by statement; ?format= as a file."""
    found = _Kept(request)
    if kind := asked_format(request):
        return _file(kind, found)
    version = found.version
    return show(
        request,
        "management/kodeks.html",
        page=page(
            request,
            title=_("Kodeks for god sagsbehandling"),
            place="management",
            current="management:kodeks",
            crumbs=(Crumb(_("Ledelse"), reverse("management:team")), Crumb(_("Kodeks"))),
        ),
        note=_("Gælder fra %(day)s") % {"day": on_day(version.valid_from)} if version else "",
        actions=(
            *files(found.query),
            Action(_("Det ser borgeren"), reverse("public:kodeks")),
        ),
        units=found.units,
        chosen=found.chosen,
        exists=version is not None,
        shares=found.shares,
        teams=found.teams,
        trend=found.trend,
    )


class _Kept:
    """What the page is made of, read once. Nothing is shown of a group that is too small."""

    def __init__(self, request: HttpRequest) -> None:
        by, at, self.today = asked(request).actor, asked(request).moment, today(request)
        self.units = list(organisation.units(on=self.today).filter(pk__in=by.led))
        wanted = request.GET.get("enhed", "")
        self.chosen = next((unit for unit in self.units if str(unit.pk) == wanted), None)
        below = organisation.descendants([self.chosen.pk], on=self.today) if self.chosen else by.led
        self.ids = set(below) & set(by.led)
        self.version = supervision.kodeks_on(on=self.today)
        self.statements: Sequence[Statement] = self.version.content if self.version else ()
        self.figures = supervision.figures(statements=self.statements, unit_ids=self.ids, by=by, at=at)
        since = self.today - timedelta(days=_BACK)
        self.measured = supervision.measured(unit_ids=self.ids, since=since)
        self.least = supervision.rule(on=self.today).suppress_up_to

    @property
    def query(self) -> str:
        """The chosen unit as part of an address."""
        return f"enhed={self.chosen.pk}&" if self.chosen else ""

    def sum_of(self, key: str, rows: Sequence[Figure | KodeksFigure]) -> tuple[int, int]:
        """In how many cases a statement is kept, of those it applies to."""
        mine = [one for one in rows if one.statement == key]
        return sum(one.kept for one in mine), sum(one.applied for one in mine)

    @property
    def shown(self) -> list[tuple[Statement, int, int]]:
        """The statements with enough cases behind them."""
        sums = [(one, *self.sum_of(one.key, self.figures)) for one in self.statements]
        return [(one, kept, applied) for one, kept, applied in sums if applied > self.least]

    @property
    def shares(self) -> SharesView | None:
        """How often each statement is kept."""
        found = self.shown
        if not found:
            return None
        lowest = min(kept / applied for _one, kept, applied in found)
        lines = tuple(_line(one, kept, applied, lowest) for one, kept, applied in found)
        weak = next(line for line in lines if line.behind)
        return SharesView(
            finding=_("Mest at hente: »%(text)s«, holdt i %(share)s af de sager, det gælder.")
            % {"text": weak.name, "share": weak.text},
            lines=lines,
            caption=_("Hvor ofte hvert udsagn holdes"),
            columns=(
                Column(_("Udsagn")),
                Column(_("Set fra")),
                Column(_("Holdt"), numeric=True),
                Column(_("Sager"), numeric=True),
            ),
            rows=tuple(
                Row(
                    cells=(
                        say(one.text),
                        say(PERSPECTIVES[one.perspective]),
                        words.percent(kept / applied),
                        str(applied),
                    )
                )
                for one, kept, applied in found
            ),
            note=_("Tallene er talt af det, sagerne viser. En samtale, som ingen skrev ned, kan ikke ses her."),
        )

    @property
    def teams(self) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
        """The statements by unit, those units that have enough cases for one of them."""
        by_unit = {(one.unit_id, one.statement): one for one in self.figures}
        shown = [
            unit for unit in self.units if any(self._is_enough(by_unit, unit.pk, one.key) for one in self.statements)
        ]
        columns = (Column(_("Udsagn")), *(Column(unit.name, numeric=True) for unit in shown))
        rows = tuple(
            Row(cells=(say(one.text), *(self._cell(by_unit.get((unit.pk, one.key))) for unit in shown)))
            for one in self.statements
        )
        return columns, rows if len(shown) > 1 else ()

    def _is_enough(self, figures: Mapping[tuple[int, str], Figure], unit: int, key: str) -> bool:
        found = figures.get((unit, key))
        return found is not None and found.applied > self.least

    def _cell(self, one: Figure | None) -> str:
        if one is None or one.applied <= self.least:
            return "–"
        return words.percent(one.kept / one.applied)

    @property
    def trend(self) -> TrendView | None:
        """All statements together, month by month."""
        days = sorted({one.on for one in self.measured})
        sums = []
        for day in days:
            mine = [one for one in self.measured if one.on == day]
            kept, applied = sum(one.kept for one in mine), sum(one.applied for one in mine)
            if applied > self.least:
                sums.append((day, kept, applied))
        if len(sums) < 2:
            return None
        step = 80 / (len(sums) - 1)
        points = tuple(
            TrendPoint(short_date(day), 14 + place * step, 100 * kept / applied, words.percent(kept / applied))
            for place, (day, kept, applied) in enumerate(sums)
        )
        return TrendView(
            finding=_("Udsagnene blev holdt i %(first)s og holdes nu i %(last)s af de gange, de gælder.")
            % {"first": points[0].text, "last": points[-1].text},
            label=", ".join(f"{one.when}: {one.text}" for one in points),
            points=points,
            caption=_("Kodeks måned for måned"),
            columns=(Column(_("Dag")), Column(_("Holdt"), numeric=True), Column(_("Gange, det gælder"), numeric=True)),
            rows=tuple(
                Row(cells=(short_date(day), words.percent(kept / applied), str(applied))) for day, kept, applied in sums
            ),
        )


def _line(one: Statement, kept: int, applied: int, lowest: float) -> ShareLine:
    interval = wilson(kept, applied)
    text = say(one.text)
    said = {"text": text, "share": words.percent(kept / applied), "n": applied}
    return ShareLine(
        name=text,
        text=words.percent(kept / applied),
        label=_("%(text)s Holdt i %(share)s af %(n)s sager") % said,
        value=100 * kept / applied,
        low=100 * interval.low,
        high=100 * interval.high,
        sub=f"{say(PERSPECTIVES[one.perspective])} · {kept}/{applied}",
        behind=kept / applied == lowest,
    )


def _file(kind: str, found: _Kept) -> HttpResponse:
    rows = (
        (say(one.text), say(PERSPECTIVES[one.perspective]), kept, applied, round(100 * kept / applied))
        for one, kept, applied in found.shown
    )
    columns = (_("Udsagn"), _("Set fra"), _("Holdt"), _("Sager"), _("Procent"))
    return file_answer(kind, name=f"kodeks-{found.today.isoformat()}", columns=columns, rows=rows)
