"""The team at a glance: load, dates, the oldest and the stillest cases."""

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.views import Action, Ball, Cell, Chip, Column, Due, Kpi, LoadView, Row
from borgerfokus.web.frame import asked, on_day, page, show, today
from borgerfokus.web.present import picture
from borgerfokus.web.present.sheets import asked_format, file_answer, files
from borgerfokus.web.present.words import days, short_date

STILL = 30
_WEEKS = 12


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
def team(request: HttpRequest) -> HttpResponse:
    """The load and dates of a unit that the leader leads, and of those below it. Who sees no cases gets the figures."""
    found = _Team(request)
    if not found.by.led:
        return redirect("management:indicators")
    if kind := asked_format(request):
        return _file(kind, found)
    return show(
        request,
        "management/team.html",
        page=page(request, title=found.title, place="management", current="management:team"),
        note=_("%(day)s · åbne sager, som du må se") % {"day": on_day(found.today)},
        units=found.units,
        chosen=found.chosen,
        actions=(
            *files(_query(found.chosen)),
            Action(_("Klager og omgørelser"), reverse("management:appeals")),
            Action(_("Overleveringer"), reverse("management:changing")),
            Action(_("Alle sager"), _list(found), "primary"),
        ),
        kpis=_kpis(found),
        say=_finding(found),
        load_columns=_load_columns(),
        load_rows=tuple(_load_row(load, found) for load in found.loads),
        case_columns=_case_columns(),
        late=tuple(_case_row(case, found) for case in found.late),
        still=tuple(_still_row(case, found) for case in found.still),
        still_days=STILL,
    )


class _Team:
    """What the page is made of, read once."""

    def __init__(self, request: HttpRequest) -> None:
        self.by, self.at, self.today = asked(request).actor, asked(request).moment, today(request)
        self.units: Sequence[Unit] = list(organisation.units(on=self.today).filter(pk__in=self.by.led))
        wanted = request.GET.get("enhed", "")
        self.chosen = next((unit for unit in self.units if str(unit.pk) == wanted), None)
        ids = organisation.descendants([self.chosen.pk], on=self.today) if self.chosen else set(self.by.led)
        self.soon = picture.soon_until(self.today)
        self.loads = casework.team_loads(by=self.by, at=self.at, units=ids, today=self.today, soon=self.soon)
        self.late = casework.team_latest(by=self.by, at=self.at, units=ids, today=self.today)
        self.still = casework.team_stillest(by=self.by, at=self.at, units=ids, days=STILL)
        since = self.today - timedelta(weeks=_WEEKS)
        self.kept = casework.team_kept(by=self.by, at=self.at, units=ids, since=since)
        self.names = organisation.colleagues(load.caseworker for load in self.loads if load.caseworker)
        self.low = parameters.at("own.caseload_low", on=self.today).number
        self.high = parameters.at("own.caseload_high", on=self.today).number
        self.target = int(parameters.at("own.promise_target", on=self.today).percent)

    @property
    def title(self) -> str:
        """The unit's name, or that it is all of them."""
        if self.chosen:
            return self.chosen.name
        return self.units[0].name

    def total(self, name: str) -> int:
        """A count summed over everybody."""
        return sum(getattr(load, name) for load in self.loads)

    def name(self, caseworker: int | None) -> str:
        """The caseworker's name, or that nobody has the cases."""
        found = self.names.get(caseworker or 0)
        return found.name if found else _("Ikke fordelt")


def _kpis(team: _Team) -> tuple[Kpi, ...]:
    over, met, kept = team.total("over"), team.kept.met, team.kept.kept
    share = round(100 * kept / met) if met else None
    nobody = sum(load.open for load in team.loads if load.caseworker is None)
    oldest = (team.today - team.late[0].next_due).days if team.late and team.late[0].next_due else 0
    return (
        Kpi(_("Åbne sager"), str(team.total("open")), href=_list(team)),
        Kpi(
            _("Frister holdt, %(weeks)s uger") % {"weeks": _WEEKS},
            "–" if share is None else f"{share} %",
            note=_("%(kept)s af %(met)s") % {"kept": kept, "met": met},
            chip=_target(share, team.target),
        ),
        Kpi(
            _("Over fristen nu"),
            str(over),
            chip=Chip(_("ældste %(days)s") % {"days": days(oldest)}, "over") if over else Chip(_("ingen"), "ok"),
            href=_list(team, frist="over"),
        ),
        Kpi(_("Frist inden længe"), str(team.total("soon")), href=_list(team, frist="soon")),
        Kpi(_("Ikke fordelt"), str(nobody), href=_list(team, sagsbehandler="ingen")),
    )


def _target(share: int | None, target: int) -> Chip | None:
    if share is None:
        return None
    words = _("mål %(target)s %%") % {"target": target}
    return Chip(words, "ok" if share >= target else "warn" if share >= target - 10 else "bad")


def _finding(team: _Team) -> str:
    taken = [load for load in team.loads if load.caseworker]
    above = [team.name(load.caseworker) for load in taken if load.open > team.high]
    below = [team.name(load.caseworker) for load in taken if load.open < team.low]
    said = []
    if above:
        said.append(_("Over båndet: %(names)s.") % {"names": ", ".join(above[:4])})
    if below:
        said.append(_("Har plads: %(names)s.") % {"names": ", ".join(below[:4])})
    return " ".join(said) or _("Alle ligger inden for det aftalte bånd.")


def _load_columns() -> tuple[Column, ...]:
    return (
        Column(_("Sagsbehandler")),
        Column(_("Åbne sager")),
        Column(_("Bolden er her"), numeric=True),
        Column(_("Venter på andre"), numeric=True),
        Column(_("Over frist"), numeric=True),
    )


def _load_row(load: casework.Load, team: _Team) -> Row:
    most = max([team.high, *(one.open for one in team.loads)]) * 1.15
    name = team.name(load.caseworker)
    bar = LoadView(
        value=100 * load.open / most,
        low=100 * team.low / most,
        high=100 * team.high / most,
        text=str(load.open),
        label=_("%(name)s har %(count)s åbne sager. Det aftalte bånd er %(low)s til %(high)s.")
        % {"name": name, "count": load.open, "low": team.low, "high": team.high},
        over=load.caseworker is not None and load.open > team.high,
    )
    who = load.caseworker or 0
    href = f"{reverse('staff:list')}?caseworker={who}"
    return Row(cells=(Cell(name, href=href), bar, str(load.ours), str(load.waiting), str(load.over)))


def _case_columns() -> tuple[Column, ...]:
    return (
        Column(_("Sag")),
        Column(_("Frist")),
        Column(_("Bolden")),
        Column(_("Hos")),
        Column(_("Enhed")),
    )


def _case_row(case: casework.Case, team: _Team) -> Row:
    due = picture.due(case.next_due, on=team.today, soon=team.soon, basis=case.next_due_basis)
    return Row(cells=(_case(case), due or "–", *_where(case, team)))


def _still_row(case: casework.Case, team: _Team) -> Row:
    idle = (team.today - case.last_activity_at.date()).days
    due = Due("soon", _("%(days)s stille") % {"days": days(idle)}, short_date(case.last_activity_at.date()))
    return Row(cells=(_case(case), due, *_where(case, team)))


def _case(case: casework.Case) -> Cell:
    return Cell(case.number, sub=case.title, href=reverse("staff:case", args=[case.number]))


def _where(case: casework.Case, team: _Team) -> tuple[Ball, str, str]:
    worker = case.caseworker.name if case.caseworker else _("Ingen")
    return picture.row_ball(case, reader=team.by.id), worker, case.unit.name


def _list(team: "_Team", **filters: str) -> str:
    """The work list with the same unit and these filters."""
    unit = {"enhed": str(team.chosen.pk)} if team.chosen else {}
    return f"{reverse('staff:list')}?{urlencode({**unit, **filters})}"


def _query(unit: Unit | None) -> str:
    return f"enhed={unit.pk}&" if unit else ""


def _file(kind: str, team: _Team) -> HttpResponse:
    rows = ((team.name(load.caseworker), load.open, load.ours, load.waiting, load.over) for load in team.loads)
    columns = [column.label for column in _load_columns()]
    return file_answer(kind, name=f"team-{team.today.isoformat()}", columns=columns, rows=rows)
