"""How it goes when cases change hands: days without contact, how many caseworkers, and cases whose caseworker left."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.coordination.contact import Measured, measure
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Column, Row
from borgerfokus.web.frame import asked, page, page_language, show, today
from borgerfokus.web.present import picture
from borgerfokus.web.present.sheets import asked_format, file_answer, files
from borgerfokus.web.present.words import days

_WEEKS = 52


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_GET
def changing(request: HttpRequest) -> HttpResponse:
    """The units that the reader leads. `?format=` gives the same figures as a file."""
    found = _Found(request)
    if kind := asked_format(request):
        return file_answer(
            kind,
            name=f"overleveringer-{found.today.isoformat()}",
            columns=[column.label for column in _columns()],
            rows=[[_text(cell) for cell in row.cells] for row in found.rows],
        )
    title = _("Når sager skifter hænder")
    return show(
        request,
        "management/changing.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:changing",
            crumbs=(Crumb(_("Ledelse"), reverse("management:team")), Crumb(title)),
        ),
        title=title,
        note=ngettext("sidste %(n)s uge", "sidste %(n)s uger", _WEEKS) % {"n": _WEEKS},
        actions=(
            *files(),
            Action(_("På vej til 18 år"), reverse("staff:board"), icon="flag"),
        )
        if asked(request).actor.can(Verb.CASE_SEE)
        else files(),
        say=found.finding,
        columns=_columns(),
        rows=found.rows,
        minimum=found.minimum,
        window=found.window,
        left_columns=(Column(_("Sag")), Column(_("Frist")), Column(_("Havde sagen")), Column(_("Enhed"))),
        left=tuple(_left(case, found) for case in found.left),
    )


class _Found:
    """What the page is made of, read once."""

    def __init__(self, request: HttpRequest) -> None:
        by, at, self.today = asked(request).actor, asked(request).moment, today(request)
        self.soon = picture.soon_until(self.today)
        self.window = parameters.at("own.handover_window", on=self.today).number
        self.minimum = parameters.at("own.survey_minimum", on=self.today).number
        since = self.today - timedelta(weeks=_WEEKS)
        around = coordination.handed_over(by=by, at=at, units=by.led, since=since)
        self.measured = measure(around, window=self.window, minimum=self.minimum, today=self.today)
        self.hands = {one.unit: one for one in coordination.hands_of(by=by, at=at, units=by.led)}
        self.left = coordination.left_behind(by=by, at=at, units=by.led)
        self.names = dict(organisation.units(on=self.today).filter(pk__in=by.led).values_list("pk", "name"))

    @property
    def rows(self) -> tuple[Row, ...]:
        """A row for each unit that has open cases or took some over."""
        by_unit = {one.unit: one for one in self.measured}
        wanted = sorted({*by_unit, *self.hands} & set(self.names), key=self.names.__getitem__)
        return tuple(_row(self.names[unit], by_unit.get(unit), self.hands.get(unit), self.minimum) for unit in wanted)

    @property
    def finding(self) -> str:
        """The sentence first."""
        told = [one for one in self.measured if one.days_longest is not None and one.unit in self.names]
        left = len(self.left)
        said = []
        if told:
            worst = max(told, key=lambda one: one.days_median or 0)
            said.append(
                _("I %(unit)s hørte borgeren i midten intet i %(days)s omkring en overlevering.")
                % {"unit": self.names[worst.unit], "days": days(round(worst.days_median or 0))}
            )
        if left:
            said.append(
                ngettext("%(n)s sag venter på en ny sagsbehandler.", "%(n)s sager venter på en ny sagsbehandler.", left)
                % {"n": left}
            )
        return " ".join(said) or _("Ingen sager står uden en sagsbehandler, der arbejder her.")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Enhed")),
        Column(_("Overleveringer"), numeric=True),
        Column(_("Dage uden kontakt, midten"), numeric=True),
        Column(_("Længste"), numeric=True),
        Column(_("Sagsbehandlere pr. sag"), numeric=True),
        Column(_("Sagsbehandlere pr. borger"), numeric=True),
    )


def _row(name: str, measured: Measured | None, hands: coordination.Hands | None, minimum: int) -> Row:
    few = _("for få")
    shown = measured is not None and measured.days_median is not None
    return Row(
        cells=(
            name,
            str(measured.handovers) if measured and shown else few if measured else "0",
            _number(measured.days_median or 0) if measured and shown else "–",
            str(measured.days_longest) if measured and shown else "–",
            _number(hands.by_case) if hands and hands.cases >= minimum else "–",
            _number(hands.by_citizen) if hands and hands.cases >= minimum else "–",
        )
    )


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if page_language() == "da" else text


def _text(cell: object) -> object:
    return cell if isinstance(cell, str) else getattr(cell, "text", "")


def _left(case: Case, found: _Found) -> Row:
    due = picture.due(case.next_due, on=found.today, soon=found.soon, basis=case.next_due_basis)
    where = f"{reverse('staff:case', args=[case.number])}?vis=assign#assign"
    worker = case.caseworker.name if case.caseworker else ""
    return Row(cells=(Cell(case.number, href=where), due or "–", worker, case.unit.name))
