"""The citizen's rights in one case: who has asked to see it, and what is to be corrected or erased."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import AccessRequest, DataRequest
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import on_day
from borgerfokus.web.present import rights as words
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import accessing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_BY_ACT = {"fvl": "Forvaltningsloven", "ofl": "Offentlighedsloven"}


@dataclass(frozen=True)
class AskedAboutData:
    """A request about data, with the form that answers it while it is open."""

    id: int
    title: str
    meta: str
    chip: Chip
    about: str
    says: tuple[str, ...]
    should: tuple[str, ...]
    answer: tuple[str, ...]
    form: ActForm | None


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the requests. POST: write one down, or answer about data."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, accessing.OF_CASE, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """Requests for access as a table, requests about data each with its form."""
    asked = rights.access_on(case_id=opened.case.pk, by=opened.by, at=opened.at)
    data = rights.data_on(case_id=opened.case.pk, by=opened.by, at=opened.at)
    forms = FormsOf(opened, accessing.OF_CASE, given)
    return casepage.show(
        opened,
        "rights",
        "staff/rights.html",
        status=status,
        stick=False,
        columns=(Column(_("Hvem")), Column(_("Kom")), Column(_("Frist")), Column(_("Lov")), Column(_("Status"))),
        rows=tuple(_row(opened, one, _names(opened, asked)) for one in asked),
        record=forms.get("record-access", who="party", received_on=opened.today, channel="phone"),
        data=tuple(_data(opened, row, given) for row in data),
    )


def _names(opened: OpenedCase, asked: list[AccessRequest]) -> dict[int, str]:
    wanted = {one.person_id for one in asked if one.person_id is not None}
    cards = people.cards(wanted, case_ids=dict.fromkeys(wanted, opened.case.pk))
    return {number: card.name for number, card in cards.items()}


def _row(opened: OpenedCase, one: AccessRequest, names: Mapping[int, str]) -> Row:
    who = names.get(one.person_id or 0, one.name or _("Ukendt"))
    is_open = one.state == rights.AccessState.OPEN
    complaint = _("Har klaget over ventetiden") if one.complained_at and not one.forwarded_at else ""
    href = reverse("staff:access-request", args=[opened.case.number, one.pk]) if opened.may(Verb.ACCESS_HANDLE) else ""
    return Row(
        cells=(
            Cell(who, sub=complaint, href=href),
            on_day(one.received_on),
            words.due(one.due, on=opened.today) if is_open else on_day(one.due),
            _BY_ACT[one.asked_by],
            words.access_state(one),
        )
    )


def _data(opened: OpenedCase, row: DataRequest, given: Mapping[str, ActForm]) -> AskedAboutData:
    return AskedAboutData(
        id=row.pk,
        title=words.data_kind(row),
        meta=_("Bedt om %(day)s, svar senest %(due)s") % {"day": on_day(row.asked_at), "due": on_day(row.due)},
        chip=words.data_state(row),
        about=_entry_title(opened, row),
        says=paragraphs(row.says),
        should=paragraphs(row.should),
        answer=paragraphs(row.answer),
        form=_form(opened, row, given),
    )


def _entry_title(opened: OpenedCase, row: DataRequest) -> str:
    line = _line(opened, row)
    return line.title if line else ""


def _line(opened: OpenedCase, row: DataRequest) -> journal.Line | None:
    if row.target_kind != rights.TargetKind.ENTRY:
        return None
    found = opened.lines
    return next((one for one in found if str(one.id) == row.target), None)


def _form(opened: OpenedCase, row: DataRequest, given: Mapping[str, ActForm]) -> ActForm | None:
    """The form of an open request; the one that was posted comes back as it was."""
    if row.outcome or not opened.may(Verb.ACCESS_HANDLE):
        return None
    posted = given.get("answer-data")
    if posted is not None and str(posted.data.get("request")) == str(row.pk):
        form = posted
    else:
        line = _line(opened, row)
        first = {"request": row.pk, "version": row.version}
        words_now = {"title": line.title, "body": line.body} if line else {}
        form = accessing.DataAnswerForm("answer-data", opened, initial={**first, **words_now})
        form.auto_id = f"data-{row.pk}-%s"
    if isinstance(form, accessing.DataAnswerForm):
        form.about(row)
    return form
