"""Questions about look-ups, answered by the data protection officer."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import LookupQuestion
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Cell, Chip, Column, Row, StateView, Term
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today, told
from borgerfokus.web.present import lookups as looks
from borgerfokus.web.present import rights as words
from borgerfokus.web.present.journal import paragraphs

_MARK = staff_only(purpose=Purpose.DATA_PROTECTION, verb=Verb.RIGHTS_OVERSEE)
_CURRENT = "management:lookup-questions"
_NEWEST = 200


@_MARK
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The questions that wait, the nearest date first, then those answered."""
    rows = rights.waiting_questions(by=asked(request).actor, newest=_NEWEST)
    seen = audit.some(lookup_ids=[one.lookup_id for one in rows])
    units = {unit.pk: unit.name for unit in organisation.units(on=today(request))}
    waiting = sum(1 for one in rows if one.answered_at is None)
    return show(
        request,
        "management/questions.html",
        page=_page(request, _("Spørgsmål om opslag")),
        note=_("%(n)s venter på svar") % {"n": waiting},
        columns=tuple(Column(one) for one in (_("Spurgt"), _("Opslaget"), _("Enhed"), _("Frist"), _("Status"))),
        rows=tuple(_row(request, one, seen, units) for one in rows),
        empty=StateView("empty", _("Ingen har spurgt"), (_("Når en borger spørger om et opslag, kommer det her."),)),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, question_id: int) -> HttpResponse:
    """GET: a question with the look-up it is about. POST: the answer."""
    by, at = asked(request).actor, asked(request).moment
    row = rights.find_question(question_id=question_id, by=by)
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = rights.answer_about_lookup(
            question_id=row.pk, answer=request.POST.get("answer", ""), by=by, at=at
        )
        if refusal is None:
            told(request, None, _("Svaret er givet. Borgeren kan læse det på sin side."))
            return redirect(_CURRENT)
    return _one(request, row, refusal)


def _one(request: HttpRequest, row: LookupQuestion, refusal: Refusal | None) -> HttpResponse:
    seen = audit.some(lookup_ids=[row.lookup_id]).get(row.lookup_id)
    units = {unit.pk: unit.name for unit in organisation.units(on=today(request))}
    card = people.card(row.person_id, case_id=seen.case_id if seen else None)
    problem = say(refusal.text) if refusal else ""
    title = _("Spørgsmål om et opslag")
    return show(
        request,
        "management/question.html",
        page=_page(request, title, Crumb(_("Spørgsmål om opslag"), reverse(_CURRENT)), Crumb(title)),
        status=422 if refusal else 200,
        terms=(
            Term(_("Om"), card.name),
            Term(_("Spurgt"), on_moment(row.asked_at)),
            Term(_("Svar senest"), on_day(row.due)),
            *_terms(seen, units),
        ),
        question=paragraphs(row.question),
        answer=paragraphs(row.answer),
        answered=_("Besvaret %(when)s af %(who)s")
        % {"when": on_moment(row.answered_at), "who": row.answered_by_name}
        if row.answered_at
        else "",
        field_of_answer=None if row.answered_at else _field(request.POST.get("answer", ""), problem),
        errors=FormErrors(entries=((problem, "answer"),) if refusal else ()),
    )


def _terms(seen: audit.Seen | None, units: Mapping[int, str]) -> tuple[Term, ...]:
    """The look-up as the log has it; when it is past its retention, only that."""
    if seen is None:
        return (Term(_("Opslaget"), _("Det står ikke længere i loggen")),)
    return (
        Term(_("Opslaget"), on_moment(seen.at)),
        Term(_("Hvem"), seen.subject_name or seen.subject),
        Term(_("Enhed"), units.get(seen.unit_id or 0, "–")),
        Term(_("Formål"), say(looks.purpose(seen.purpose))),
    )


def _field(value: str, problem: str) -> FieldView:
    return FieldView(
        control="textarea",
        name="answer",
        id="answer",
        label=_("Dit svar"),
        value=value,
        hint=_("Borgeren læser det på sin side. Skriv i almindelige ord."),
        errors=(problem,) if problem else (),
        required=True,
        rows=7,
        attrs=(("maxlength", str(rights.QUESTION_LONGEST)),),
    )


def _row(
    request: HttpRequest, row: LookupQuestion, seen: Mapping[int, audit.Seen], units: Mapping[int, str]
) -> Row:
    look = seen.get(row.lookup_id)
    answered = row.answered_at
    late = Chip(_("For sent"), "bad") if answered and answered.date() > row.due else None
    return Row(
        cells=(
            Cell(on_day(row.asked_at), href=reverse("management:lookup-question", args=[row.pk])),
            Cell(on_moment(row.looked_at), sub=look.subject_name if look else ""),
            units.get(look.unit_id or 0, "–") if look else "–",
            on_day(row.due) if answered else words.due(row.due, on=today(request)),
            Cell(_("Besvaret %(day)s") % {"day": on_day(answered)}, chip=late) if answered else _("Venter på svar"),
        )
    )


def _page(request: HttpRequest, title: str, *crumbs: Crumb) -> Page:
    return page(request, title=title, place="management", current=_CURRENT, crumbs=crumbs)
