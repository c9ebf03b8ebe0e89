"""Appeals of a year: how many, what they came to, the share changed or sent back, and what was learnt."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import Lesson, Reversals
from borgerfokus.core.access import Verb
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome
from borgerfokus.core.words import MONTHS
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, BarView, Cell, Chip, Column, Kpi, Row
from borgerfokus.web.frame import asked, on_day, page, say, show, today
from borgerfokus.web.management.views import council
from borgerfokus.web.numbers import whole
from borgerfokus.web.present.sheets import asked_format, file_answer, files

_NEWEST, _BACK = 50, 4
_MONTHS = {"kvartal": 3, "maaned": 1}
"""How many months each line covers, by how the chosen year is split."""


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def appeals(request: HttpRequest) -> HttpResponse:
    """The year's appeals over the cases that the leader may see; ?format= as a file, ?format=pdf for the council.

    POST: what the council decided about the year.
    """
    if request.method == "POST":
        return council.treat(request, year=_year(request))
    by, at, year = asked(request).actor, asked(request).moment, _year(request)
    found = decisions.reversals(year=year, by=by, at=at)
    learnt = decisions.lessons(year=year, by=by, at=at, newest=_NEWEST)
    titles = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=today(request))}
    if kind := asked_format(request):
        return _sheet(kind, year, found=found, learnt=learnt, titles=titles)
    before = {one.type_key: one for one in decisions.reversals(year=year - 1, by=by, at=at)}
    treated, split = decisions.treatment_of(year=year), request.GET.get("efter", "")
    if request.GET.get("format") == "pdf":
        told = decisions.told_reversals(year=year)
        earlier = {one.type_key: one for one in decisions.told_reversals(year=year - 1)}
        return council.paper(request, year, council.Figures(told, earlier, learnt, titles, treated))
    return show(
        request,
        "management/appeals.html",
        page=page(
            request,
            title=_("Klager og omgørelser"),
            place="management",
            current="management:appeals",
            crumbs=(Crumb(_("Ledelse"), reverse("management:team")), Crumb(_("Klager og omgørelser"))),
        ),
        note=_("%(year)s · sager, som du må se") % {"year": year},
        actions=(
            *files(f"aar={year}&"),
            Action(_("Papir til byrådet"), f"?aar={year}&format=pdf", icon="document"),
        ),
        over_time=_over_time(request, year, split),
        split=split,
        splits=(("aar", _("År for år")), ("kvartal", _("Årets kvartaler")), ("maaned", _("Årets måneder"))),
        over_time_columns=(
            Column(_("Tid")),
            Column(_("Realitetsbehandlet"), numeric=True),
            Column(_("Omgjort"), numeric=True),
            Column(_("Omgjort, %"), numeric=True),
            Column(_("Andel")),
        ),
        treated=council.terms(treated),
        treated_on=today(request).isoformat(),
        years=tuple(range(today(request).year, today(request).year - _BACK, -1)),
        year=year,
        kpis=_kpis(found),
        columns=_columns(),
        rows=tuple(_row(one, titles, before.get(one.type_key)) for one in found),
        lessons=tuple(_lesson(one, titles) for one in learnt),
        lesson_columns=(Column(_("Sag")), Column(_("Afgjort")), Column(_("Det har vi lært"))),
    )


def _year(request: HttpRequest) -> int:
    wanted, this = whole(request.POST.get("aar") or request.GET.get("aar", "")), today(request).year
    return wanted if wanted is not None and this - _BACK < wanted <= this else this


def _columns() -> tuple[Column, ...]:
    numbers = (
        _("Modtagne klager"),
        _("Fastholdt"),
        _("Ændret af os selv"),
        _("Stadfæstet"),
        _("Ændret"),
        _("Hjemvist"),
        _("Afvist"),
        _("Venter"),
        _("Omgjort, %"),
        _("Året før, %"),
    )
    return (Column(_("Sagstype")), *(Column(label, numeric=True) for label in numbers))


def _figures(one: Reversals) -> tuple[int, ...]:
    changed = one.answered.get(AppealOutcome.PARTLY, 0) + one.answered.get(AppealOutcome.REVERSED, 0)
    board = (BoardOutcome.CONFIRMED, BoardOutcome.CHANGED, BoardOutcome.REMITTED, BoardOutcome.DISMISSED)
    return (
        one.filed,
        one.answered.get(AppealOutcome.UPHELD, 0),
        changed,
        *(one.board.get(outcome, 0) for outcome in board),
        one.waiting,
    )


def _row(one: Reversals, titles: Mapping[str, str], before: Reversals | None) -> Row:
    cells = (str(number) for number in _figures(one))
    earlier = council.percent(before.rate if before else None)
    return Row(cells=(Cell(titles.get(one.type_key, one.type_key)), *cells, council.percent(one.rate), earlier))


def _over_time(request: HttpRequest, year: int, split: str) -> tuple[Row, ...]:
    """The share that was reversed, year by year, or quarter by quarter or month by month of the chosen year."""
    months = decisions.rates(years=range(year, year - _BACK, -1), by=asked(request).actor, at=asked(request).moment)
    if split not in _MONTHS:
        return tuple(_of_period(str(one), _sum(months, one, range(1, 13))) for one in range(year, year - _BACK, -1))
    length, this = _MONTHS[split], today(request)
    begun = [one for one in range(1, 13, length) if (year, one) <= (this.year, this.month)]
    return tuple(_of_period(_named(year, one, length), _sum(months, year, range(one, one + length))) for one in begun)


def _sum(months: Mapping[tuple[int, int], tuple[int, int]], year: int, wanted: range) -> tuple[int, int]:
    found = [months.get((year, month), (0, 0)) for month in wanted]
    return sum(one for one, _lost in found), sum(lost for _one, lost in found)


def _named(year: int, first: int, length: int) -> str:
    if length == 1:
        return f"{say(MONTHS[first - 1])} {year}"
    return _("%(n)s. kvartal %(year)s") % {"n": first // length + 1, "year": year}


def _of_period(name: str, counted: tuple[int, int]) -> Row:
    considered, lost = counted
    if not considered:
        return Row((name, "0", "0", "–", _("Ingen er afgjort")))
    share = round(100 * lost / considered)
    label = _("%(year)s: %(share)s %% omgjort") % {"year": name, "share": share}
    return Row((name, str(considered), str(lost), str(share), BarView(value=share, label=label)))


def _sheet(
    kind: str, year: int, *, found: Sequence[Reversals], learnt: Sequence[Lesson], titles: Mapping[str, str]
) -> HttpResponse:
    """The figures, and beside each case type what its lost cases taught."""
    taught = {one.type_key: " / ".join(two.learning for two in learnt if two.type_key == one.type_key) for one in found}
    rows = (
        (titles.get(one.type_key, one.type_key), *_figures(one), council.percent(one.rate), taught[one.type_key])
        for one in found
    )
    columns = [*(column.label for column in _columns()), _("Det har vi lært")]
    return file_answer(kind, name=f"klager-{year}", columns=columns, rows=rows)


def _kpis(found: Sequence[Reversals]) -> tuple[Kpi, ...]:
    considered = sum(one.considered for one in found)
    lost = sum(count for one in found for outcome, count in one.board.items() if outcome.reversed)
    return (
        Kpi(_("Modtagne klager"), str(sum(one.filed for one in found))),
        Kpi(_("Afgjort af klageinstansen"), str(considered), note=_("realitetsbehandlet")),
        Kpi(
            _("Ændret eller hjemvist"),
            "–" if not considered else f"{round(100 * lost / considered)} %",
            note=_("%(lost)s af %(all)s") % {"lost": lost, "all": considered},
        ),
        Kpi(_("Venter på klageinstansen"), str(sum(one.waiting for one in found))),
    )


def _lesson(one: Lesson, titles: Mapping[str, str]) -> Row:
    return Row(
        cells=(
            Cell(one.number, sub=titles.get(one.type_key, ""), href=reverse("staff:decisions", args=[one.number])),
            Cell(on_day(one.decided_on), chip=Chip(say(one.outcome.label), "bad")),
            Cell(one.learning),
        )
    )
