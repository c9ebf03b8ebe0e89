"""What a leaders' review found in the caseworker's own cases, and the answers to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Verb
from borgerfokus.core.supervision.form import Form
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Chip, Item
from borgerfokus.web.frame import asked, on_day, page, say, show, told
from borgerfokus.web.management.supervising import question_title
from borgerfokus.web.present import supervision as words


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_EDIT)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The caseworker's own cases that have been reviewed, those with something to answer first."""
    rows = supervision.to_answer(by=asked(request).actor, at=asked(request).moment)
    cards = people.cards(
        {one.case.citizen_id for one in rows}, case_ids={one.case.citizen_id: one.case_id for one in rows}
    )
    return show(
        request,
        "staff/supervision.html",
        page=page(
            request,
            title=_("Mine sager i ledelsestilsyn"),
            place="staff",
            current="staff:day",
            crumbs=(Crumb(_("Min dag"), reverse("staff:day")), Crumb(_("Ledelsestilsyn"))),
        ),
        rows=tuple(_item(one, cards[one.case.citizen_id].name) for one in rows),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_EDIT)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """What was found in one case. POST: the answers to it."""
    by, at = asked(request).actor, asked(request).moment
    sampled = supervision.find_to_answer(sampled_id=sampled_id, by=by, at=at)
    if request.method != "POST":
        return _show(request, sampled)
    known = supervision.judgements_of(sampled_id=sampled.pk)
    responses = {
        key: supervision.NewResponse(
            response=str(request.POST.get(f"response_{key}", "")), text=str(request.POST.get(f"text_{key}", ""))[:2_000]
        )
        for key in known
    }
    refused = supervision.answer(sampled_id=sampled.pk, responses=responses, by=by, at=at)
    if told(request, refused, _("Dine svar er sendt til lederen.")):
        return redirect("staff:supervision")
    return _show(request, sampled, responses, status=422)


def _item(one: supervision.SampledCase, name: str) -> Item:
    found: int = one.findings  # type: ignore[attr-defined]  # annotated by the query
    return Item(
        title=f"{one.case.number} {name}",
        text=f"{one.campaign.title} · {say(one.case.type_version.spec.title_staff)}",
        href=reverse("staff:supervision-answer", args=[one.pk]),
        icon="forum",
        chip=Chip(_("Skal besvares"), "warn") if one.state == "done" else words.review_chip(one.state, findings=found),
    )


def _show(
    request: HttpRequest,
    sampled: supervision.SampledCase,
    given: dict[str, supervision.NewResponse] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    case, form = sampled.case, sampled.campaign.form.form
    card = people.card(case.citizen_id, case_id=case.pk)
    known = supervision.judgements_of(sampled_id=sampled.pk).values()
    typed = given or {}
    title = _("Ledelsestilsyn: %(number)s") % {"number": case.number}
    return show(
        request,
        "staff/supervision_answer.html",
        page=page(
            request,
            title=title,
            place="staff",
            current="staff:day",
            crumbs=(
                Crumb(_("Min dag"), reverse("staff:day")),
                Crumb(_("Ledelsestilsyn"), reverse("staff:supervision")),
                Crumb(case.number),
            ),
        ),
        status=status,
        here=request.path,
        note=f"{card.name} · {sampled.campaign.title}",
        href=reverse("staff:case", args=[case.number]),
        number=case.number,
        remark=sampled.note,
        reviewed=_("Gennemgået %(day)s") % {"day": on_day(sampled.done_at)} if sampled.done_at else "",
        to_answer=sampled.state == supervision.ReviewState.DONE,
        findings=tuple(_finding(row, form, typed.get(row.question)) for row in known if row.verdict == "not_met"),
        in_order=tuple(question_title(form, row.question) for row in known if row.verdict == "met"),
        choices=[(key, words.response(key)) for key in supervision.Response.values],
    )


def _finding(row: supervision.Judgement, form: Form, typed: supervision.NewResponse | None) -> dict[str, object]:
    question = form.question(row.question)
    return {
        "key": row.question,
        "text": question_title(form, row.question),
        "law": question.article if question else "",
        "note": row.note,
        "serious": row.serious,
        "response": typed.response if typed else row.response,
        "said": typed.text if typed else row.response_text,
        "answer": words.response(row.response) if row.response else "",
    }
