"""The page of one campaign, as it looks while it is planned, drawn, running and over."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.supervision import draw as drawing
from borgerfokus.core.supervision.statistics import precision_in_words
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Kpi, Row, Term
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today
from borgerfokus.web.management import following
from borgerfokus.web.management.supervising import question_title
from borgerfokus.web.present import supervision as words

_SIZES = (10, 20, 40, 80)
State = supervision.CampaignState


def show_campaign(request: HttpRequest, found: supervision.Campaign) -> HttpResponse:
    """The page of a campaign that the reader leads."""
    view = _View(request, found)
    return show(
        request,
        "management/campaign.html",
        page=page(
            request,
            title=found.title,
            place="management",
            current="management:supervision",
            crumbs=(Crumb(_("Ledelsestilsyn"), reverse("management:supervision")), Crumb(found.title)),
        ),
        campaign=found,
        chip=view.chip,
        here=request.path,
        note=words.period(found),
        actions=view.actions,
        terms=view.terms,
        plan=view.plan,
        kpis=view.kpis,
        drawn=view.drawn,
        findings=view.findings,
        follow_ups=following.items(supervision.follow_ups_of(found), request) if found.begun_at else (),
        reviewers=view.reviewers,
        owners=view.owners if found.begun_at else (),
        today=today(request).isoformat(),
    )


def drawn_rows(found: supervision.Campaign) -> Iterator[tuple[str, str, str, str]]:
    """Each case that was drawn from: its number, group, key and whether it was drawn, in the order of the draw."""
    for part in supervision.strata_of(found):
        for place, number in enumerate(drawing.ordered(part.numbers, seed=found.seed)):
            key = drawing.key(number, seed=found.seed)
            yield number, part.name, key, _("ja") if place < part.taken else _("nej")


def found_in(one: supervision.SampledCase) -> list[supervision.Judgement]:
    """What was not in order in a case, as `sample_of` has brought it along."""
    found: list[supervision.Judgement] = one.found  # type: ignore[attr-defined]  # prefetched
    return found


class _View:
    """What the page is made of, read once."""

    def __init__(self, request: HttpRequest, found: supervision.Campaign) -> None:
        self.by, self.at, self.today = asked(request).actor, asked(request).moment, today(request)
        self.found = found
        self.units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=found.units)}
        self.types = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=self.today)}
        self.reviewer_ids = supervision.reviewers_of(found)
        names = organisation.colleagues(self.reviewer_ids)
        self.reviewers = tuple((one, names[one].name) for one in self.reviewer_ids if one in names)
        self.sample = supervision.sample_of(found) if found.state != State.DRAFT else []

    @property
    def chip(self) -> Chip:
        """How far the campaign is."""
        if supervision.is_over(self.found, today=self.today):
            return Chip(_("Tiden er gået"), "over")
        return words.state_chip(self.found.state)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Where one can go from here."""
        pk, state = self.found.pk, self.found.state
        if state == State.DRAFT:
            return (Action(_("Ret"), reverse("management:campaign-edit", args=[pk]), icon="edit"),)
        found = [Action(_("Udtrækslisten"), reverse("management:campaign-list", args=[pk]), icon="download")]
        if state in {State.RUNNING, State.CLOSED}:
            found.append(Action(_("Resultat"), reverse("management:campaign-result", args=[pk]), "primary"))
        return tuple(found)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The plan of the campaign."""
        found = self.found
        last = _("til og med %(day)s") % {"day": on_day(found.review_until)}
        rows = [
            Term(_("Sagstyper"), ", ".join(self.types.get(key, key) for key in found.case_types)),
            Term(_("Enheder"), ", ".join(unit.name for unit in self.units.values())),
            Term(_("Sager afgjort"), words.period(found)),
            Term(_("Delt op efter"), ", ".join(words.dimension(key) for key in found.divided_by) or _("intet")),
            Term(_("Gennemgås af"), ", ".join(name for _id, name in self.reviewers)),
            Term(_("Gennemgås"), last),
            Term(_("Lodtrækningens frø"), found.seed, _("lagt fast, da kampagnen blev oprettet")),
            Term(_("Leder"), found.led_by.name),
        ]
        if found.drawn_at:
            rows.append(Term(_("Trukket"), on_moment(found.drawn_at)))
        if found.cancelled_why:
            rows.append(Term(_("Afbrudt, fordi"), found.cancelled_why))
        return tuple(rows)

    @property
    def plan(self) -> dict[str, object]:
        """The groups, what is left out, and how sure the figures will be."""
        found = self.found
        if found.state == State.DRAFT:
            frame = supervision.frame_of(found, reviewers=self.reviewer_ids)
            pool = supervision.pool(frame, by=self.by, at=self.at)
            sizes = {part.name: part.size for part in pool.strata}
            return self._plan(sizes, pool.size, pool.sealed_out, pool.partial_out)
        sizes = {part.name: part.size for part in supervision.strata_of(found)}
        return self._plan(sizes, found.population or 0, found.sealed_out, found.partial_out)

    def _plan(self, sizes: dict[str, int], population: int, sealed: int, partial: int) -> dict[str, object]:
        size = self.found.size
        try:
            taken = drawing.allocate(sizes, size=size)
        except drawing.TooFew:
            taken = {}
        offered = sorted({size, *(one for one in _SIZES if one < population)})
        return {
            "population": words.cases(population),
            "empty": not population,
            "say": say(precision_in_words(min(size, population), population=population)) if population else "",
            "sizes": [say(precision_in_words(one, population=population)) for one in offered if one != size]
            if population and self.found.state == State.DRAFT
            else [],
            "left_out": self._left_out(sealed, partial),
            "columns": (
                Column(_("Gruppe")),
                Column(_("Sager"), numeric=True),
                Column(_("Trækkes"), numeric=True),
                Column(_("Chance for hver"), numeric=True),
            ),
            "rows": tuple(self._group(name, number, taken.get(name, 0)) for name, number in sorted(sizes.items())),
        }

    def _group(self, name: str, number: int, taken: int) -> Row:
        units = {unit.key: unit.name for unit in self.units.values()}
        chance = words.percent(taken / number) if number else "–"
        return Row(cells=(words.stratum(name, units=units, types=self.types), str(number), str(taken), chance))

    @staticmethod
    def _left_out(sealed: int, partial: int) -> list[str]:
        said = []
        if sealed:
            said.append(
                _("%(cases)s er lukket for andre og trækkes ikke. De gennemgås kun af dem, der må se dem.")
                % {"cases": words.cases(sealed)}
            )
        if partial:
            said.append(
                _("%(cases)s er udeladt, fordi alle, der gennemgår, selv har haft del i dem.")
                % {"cases": words.cases(partial)}
            )
        return said

    @property
    def kpis(self) -> tuple[Kpi, ...]:
        """How far the reviews are."""
        if self.found.begun_at is None:
            return ()
        done = [one for one in self.sample if one.done_at]
        findings = sum(len(found_in(one)) for one in self.sample)
        open_ones = sum(one.state == "done" for one in self.sample)
        left = (self.found.review_until - self.today).days
        return (
            Kpi(_("Gennemgået"), f"{len(done)}/{len(self.sample)}"),
            Kpi(_("Bemærkninger"), str(findings)),
            Kpi(_("Venter på svar"), str(open_ones)),
            Kpi(_("Dage tilbage"), str(max(0, left)) if self.found.state == State.RUNNING else "–"),
        )

    @property
    def drawn(self) -> dict[str, object]:
        """The cases that were drawn."""
        units = {unit.key: unit.name for unit in self.units.values()}
        rows = []
        for one in self.sample:
            chip = words.review_chip(one.state, findings=len(found_in(one)))
            case = Cell(one.case.number, sub=one.case.unit.name, href=reverse("staff:case", args=[one.case.number]))
            group = words.stratum(one.stratum.name, units=units, types=self.types)
            rows.append(Row(cells=(case, group, Cell(one.reviewer.name, sub=one.swapped_why), chip)))
        open_ones = [(one.pk, one.case.number) for one in self.sample if not one.done_at]
        return {
            "columns": (Column(_("Sag")), Column(_("Gruppe")), Column(_("Gennemgås af")), Column(_("Tilstand"))),
            "rows": tuple(rows),
            "open": open_ones if self.found.state in {State.DRAWN, State.RUNNING} else [],
        }

    @property
    def findings(self) -> dict[str, object]:
        """What was not in order, and what was answered."""
        rows: dict[bool, list[Row]] = {True: [], False: []}
        for one in self.sample:
            for row in found_in(one):
                if one.done_at or row.serious:
                    rows[not row.response].append(self._finding(one, row))
        columns = (Column(_("Sag")), Column(_("Bemærkning")), Column(_("Svar")))
        return {"columns": columns, "open": tuple(rows[True]), "rows": tuple(rows[False])}

    def _finding(self, one: supervision.SampledCase, row: supervision.Judgement) -> Row:
        chip = Chip(_("Alvorlig"), "bad") if row.serious else None
        said = words.response(row.response) if row.response else _("Ikke besvaret")
        return Row(
            cells=(
                Cell(one.case.number, href=reverse("staff:case", args=[one.case.number])),
                Cell(question_title(self.found.form.form, row.question), sub=row.note, chip=chip),
                Cell(said, sub=row.response_text),
            )
        )

    @property
    def owners(self) -> tuple[tuple[int, str], ...]:
        """Whom something can be given to."""
        return tuple((one.id, f"{one.name}, {one.unit}") for one in supervision.candidates(by=self.by, on=self.today))
