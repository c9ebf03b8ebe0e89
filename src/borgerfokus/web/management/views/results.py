"""What a campaign came to: figures with their uncertainty, over time, against appeals, and the committee's report."""

from collections.abc import Iterator, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.service import CampaignResult
from borgerfokus.core.access import Verb
from borgerfokus.core.decisions.outcomes import BoardOutcome
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.text.pdf import render_report
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Column, Kpi, Row, SharesView, TrendView
from borgerfokus.web.frame import asked, page, page_language, say, show, today
from borgerfokus.web.management.reporting import report_of
from borgerfokus.web.present import supervision as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files

LEADS = staff_only(purpose=Purpose.SUPERVISION, verb=Verb.SUPERVISION_LEAD)
_FEWEST = 3


@LEADS
@require_safe
def result(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """The result of a campaign that the reader leads; ?format= the same as a file."""
    found = Result(request, campaign_id)
    if kind := asked_format(request):
        return _file(kind, found)
    campaign = found.campaign
    back = reverse("management:campaign", args=[campaign.pk])
    return show(
        request,
        "management/campaign_result.html",
        page=page(
            request,
            title=_("Resultat: %(title)s") % {"title": campaign.title},
            place="management",
            current="management:supervision",
            crumbs=(
                Crumb(_("Ledelsestilsyn"), reverse("management:supervision")),
                Crumb(campaign.title, back),
                Crumb(_("Resultat")),
            ),
        ),
        note=_("%(period)s · %(reviewed)s af %(population)s sager gennemgået")
        % {"period": words.period(campaign), "reviewed": found.reviewed, "population": campaign.population},
        preliminary=campaign.state != supervision.CampaignState.CLOSED,
        actions=found.actions,
        kpis=found.kpis,
        steps=found.steps,
        questions=found.questions,
        units=found.units,
        trend=found.trend,
        data=found.data,
        learning=campaign.learning,
    )


@LEADS
@require_safe
def report(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """The report to the committee as a PDF: rounded, and no case in it."""
    found = Result(request, campaign_id)
    pdf = render_report(report=report_of(found, on=today(request), language=page_language()))
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="ledelsestilsyn-{found.campaign.pk}.pdf"'
    return answer


class Result:
    """What the result is made of, read once."""

    def __init__(self, request: HttpRequest, campaign_id: int) -> None:
        self.by, self.at, self.today = asked(request).actor, asked(request).moment, today(request)
        self.campaign = supervision.find_led(campaign_id=campaign_id, by=self.by)
        self.form = self.campaign.form.form
        self.figures = supervision.shown_figures(self.campaign)
        self.rule = supervision.rule(on=self.today)
        self.names = {unit.pk: unit.name for unit in Unit.objects.filter(pk__in=self.campaign.units)}
        self.whole = {one.question: one for one in self.figures if one.unit_id is None}
        self.types = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=self.today)}

    @property
    def reviewed(self) -> int:
        """How many cases have been reviewed."""
        found = self.whole.get(supervision.WHOLE)
        return found.judged if found else 0

    @property
    def actions(self) -> tuple[Action, ...]:
        """Other shapes of the same."""
        pk = self.campaign.pk
        return (
            *files(),
            Action(_("Rapport til udvalget (PDF)"), reverse("management:campaign-report", args=[pk]), "primary"),
        )

    @property
    def by_step(self) -> list[CampaignResult]:
        """The steps of the case, in order."""
        return [self.whole[key] for key in (f"step:{step.key}" for step in self.form.steps) if key in self.whole]

    @property
    def by_question(self) -> list[CampaignResult]:
        """The questions, in order."""
        return [self.whole[one.key] for one in self.form.questions if one.key in self.whole]

    @property
    def by_unit(self) -> list[CampaignResult]:
        """The units that may be shown, over the whole case."""
        return supervision.by_unit(self.figures, question=supervision.WHOLE, rule=self.rule)

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """The figures that a leader asks for first."""
        whole = self.whole.get(supervision.WHOLE)
        compared = sum(one.compared for one in self.by_question)
        alike = sum(one.alike for one in self.by_question)
        lost, considered = self.appeals
        return (
            Kpi(
                _("Sager helt i orden"),
                words.percent(whole.share) if whole else "–",
                note=words.span(whole.low, whole.high) if whole else "",
            ),
            Kpi(_("Gennemgået"), str(self.reviewed), note=_("af %(n)s") % {"n": self.campaign.population}),
            Kpi(
                _("Data og læser enige"),
                words.percent(alike / compared) if compared else "–",
                note=_("%(alike)s af %(compared)s punkter") % {"alike": alike, "compared": compared},
            ),
            Kpi(
                _("Omgjort af klageinstansen"),
                words.percent(lost / considered) if considered else "–",
                note=_("%(lost)s af %(all)s, samme sagstyper og år") % {"lost": lost, "all": considered},
                href=reverse("management:appeals"),
            ),
        )

    @property
    def appeals(self) -> tuple[int, int]:
        """Of the appeals of the same case types decided in the years of the period: changed or sent back, and all."""
        campaign = self.campaign
        board: dict[BoardOutcome, int] = {}
        for year in range(campaign.starts.year, campaign.ends.year + 1):
            for one in decisions.reversals(year=year, by=self.by, at=self.at):
                if one.type_key in campaign.case_types:
                    for outcome, number in one.board.items():
                        board[outcome] = board.get(outcome, 0) + number
        lost = sum(number for outcome, number in board.items() if outcome.reversed)
        return lost, sum(number for outcome, number in board.items() if outcome.considered)

    @property
    def told_population(self) -> int | None:
        """Among how many cases they were drawn, as it is told outside."""
        return supervision.told_population(self.campaign, rule=self.rule)

    @property
    def told_appeals(self) -> tuple[int, int]:
        """The same as `appeals`, of the years that are over and as they are told outside."""
        years = range(self.campaign.starts.year, self.campaign.ends.year + 1)
        told = [
            one
            for year in years
            for one in decisions.told_reversals(year=year)
            if one.type_key in self.campaign.case_types
        ]
        known = [(one.reversed, one.considered) for one in told if one.reversed is not None]
        return sum(lost for lost, _all in known), sum(considered or 0 for _lost, considered in known)

    @property
    def steps(self) -> SharesView:
        """How often each step of the case is in order."""
        finding = words.weakest(self.by_step, self.form)
        return words.shares(self.by_step, self.form, caption=_("I orden, trin for trin"), finding=finding)

    @property
    def questions(self) -> SharesView:
        """How often each point is in order."""
        finding = words.weakest(self.by_question, self.form)
        return words.shares(self.by_question, self.form, caption=_("I orden, punkt for punkt"), finding=finding)

    @property
    def units(self) -> SharesView | None:
        """The units beside each other, None where too few cases were reviewed to show them."""
        found = self.by_unit
        if not found:
            return None
        return words.shares(
            found,
            self.form,
            caption=_("Sager helt i orden, enhed for enhed"),
            finding=self._units_say(found),
            names=self.names,
        )

    def _units_say(self, found: Sequence[CampaignResult]) -> str:
        first, last = found[0], found[-1]
        if len(found) == 1 or last.high >= first.low:
            return _("Forskellen mellem enhederne kan være tilfældig.")
        return _("%(best)s ligger højere end %(worst)s, og det er næppe tilfældigt.") % {
            "best": self.names.get(first.unit_id or 0, "–"),
            "worst": self.names.get(last.unit_id or 0, "–"),
        }

    @property
    def earlier(self) -> list[tuple[supervision.Campaign, list[CampaignResult]]]:
        """The campaigns before this one and this one, oldest first."""
        found = [pair for pair in supervision.earlier(self.campaign, by=self.by) if pair[0].pk != self.campaign.pk]
        return [*found, (self.campaign, list(self.whole.values()))]

    @property
    def trend(self) -> TrendView | None:
        """Cases wholly in order, from campaign to campaign."""
        return words.over_time(self.earlier, question=supervision.WHOLE, name=_("Sager helt i orden"))

    @property
    def data(self) -> dict[str, object]:
        """Where the data and the reviewers disagreed, the most first."""
        rows = [one for one in self.by_question if one.compared >= _FEWEST]
        rows.sort(key=lambda one: (one.alike / one.compared, one.question))
        return {
            "columns": (
                Column(_("Punkt")),
                Column(_("Enige"), numeric=True),
                Column(_("Sammenlignet"), numeric=True),
                Column(_("Andel"), numeric=True),
            ),
            "rows": tuple(
                Row(
                    cells=(
                        words.title_of(one.question, self.form),
                        str(one.alike),
                        str(one.compared),
                        words.percent(one.alike / one.compared),
                    )
                )
                for one in rows
            ),
            "say": self._data_say(rows),
        }

    def _data_say(self, rows: Sequence[CampaignResult]) -> str:
        if not rows:
            return _("Der er for få punkter at sammenligne.")
        first = rows[0]
        if first.alike == first.compared:
            return _("Data og læser var enige om alt, der kunne sammenlignes.")
        return _("Data ramte oftest forkert om »%(name)s«: enige i %(share)s af sagerne.") % {
            "name": words.title_of(first.question, self.form),
            "share": words.percent(first.alike / first.compared),
        }


def _file(kind: str, found: Result) -> HttpResponse:
    columns = (
        _("Punkt"),
        _("Enhed"),
        _("I orden"),
        _("Vurderet"),
        _("Andel"),
        _("Nedre"),
        _("Øvre"),
        _("Data enige"),
        _("Data sammenlignet"),
    )
    return file_answer(kind, name=f"tilsyn-{found.campaign.pk}", columns=columns, rows=_sheet(found, found.names))


def _sheet(found: Result, names: Mapping[int, str]) -> Iterator[tuple[object, ...]]:
    shown = {(one.unit_id, one.question) for one in found.by_unit}
    units = {unit for unit, _question in shown}
    for one in found.figures:
        if one.unit_id is not None and one.unit_id not in units:
            continue
        if one.unit_id is not None and one.judged <= found.rule.suppress_up_to:
            continue
        yield (
            words.title_of(one.question, found.form),
            names.get(one.unit_id, "–") if one.unit_id else _("Alle"),
            one.met,
            one.judged,
            *(_decimal(number) for number in (one.share, one.low, one.high)),
            one.alike,
            one.compared,
        )


def _decimal(number: float) -> str:
    return f"{number:.3f}".replace(".", ",")
