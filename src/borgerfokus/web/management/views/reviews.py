"""Reviewing one drawn case: what the data says, and what the reviewer judges beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.supervision.form import Step
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip
from borgerfokus.web.frame import asked, on_day, page, say, show, told
from borgerfokus.web.management.supervising import ReviewForm, judged
from borgerfokus.web.present import supervision as words

_TABS = (
    ("case", gettext_noop("Overblik")),
    ("information", gettext_noop("Oplysninger")),
    ("assessment", gettext_noop("Udredning")),
    ("decisions", gettext_noop("Afgørelser")),
    ("journal", gettext_noop("Journal")),
    ("documents", gettext_noop("Dokumenter")),
    ("help", gettext_noop("Mål og indsats")),
    ("history", gettext_noop("Historik")),
)


@staff_only(purpose=Purpose.SUPERVISION, verb=Verb.SUPERVISION_REVIEW)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """The review of a case. POST: saved, finished, or passed on with a reason."""
    by, at = asked(request).actor, asked(request).moment
    if request.POST.get("act") == "pass-on":
        return _pass_on(request, sampled_id)
    sampled = supervision.open_review(sampled_id=sampled_id, by=by, at=at)
    known = supervision.judgements_of(sampled_id=sampled.pk)
    form = sampled.campaign.form.form
    if request.method != "POST":
        initial = {**judged(known), "note": sampled.note, "version": sampled.version}
        kept = drafts.load(key=_draft(sampled), by=by)
        if kept is not None and str(kept.content.get("version")) == str(sampled.version):
            initial |= kept.content
        shown = ReviewForm(form, initial=initial)
        shown.kept_at = kept.saved_at if kept else None
        return _show(request, sampled, known, shown)
    filled = ReviewForm(form, request.POST)
    if not filled.is_valid():
        return _show(request, sampled, known, filled, status=422)
    finished = request.POST.get("act") == "finish"
    asked_for = supervision.Review(
        judgements=filled.judgements(),
        note=filled.cleaned_data["note"],
        done=finished,
        version=filled.cleaned_data["version"],
    )
    saved = supervision.save(sampled_id=sampled.pk, review=asked_for, by=by, at=at)
    if isinstance(saved, Refusal):
        return _refused(request, sampled, filled, saved)
    drafts.drop(key=_draft(sampled), by=by)
    told(request, None, _("Gennemgangen er afsluttet.") if finished else _("Gennemgangen er gemt."))
    return redirect("management:supervision") if finished else redirect("management:review", sampled.pk)


@staff_only(purpose=Purpose.SUPERVISION, verb=Verb.SUPERVISION_REVIEW, keeps_text=False)
@require_POST
def keep(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """Keep the form as it stands, seen by the reviewer alone. Answers with the words to show."""
    by, at = asked(request).actor, asked(request).moment
    sampled = supervision.find_to_review(sampled_id=sampled_id, by=by, at=at)
    form = ReviewForm(sampled.campaign.form.form, request.POST)
    content = {name: request.POST.get(name, "") for name in form.fields}
    form.kept_at = drafts.save(key=_draft(sampled), content=content, by=by, at=at).saved_at
    return HttpResponse(form.kept_note, content_type="text/plain; charset=utf-8")


def _draft(sampled: supervision.SampledCase) -> str:
    """Among the drafts on the case, so that they go with it."""
    return f"act.{sampled.case_id}.review.{sampled.pk}"


def _pass_on(request: HttpRequest, sampled_id: int) -> HttpResponse:
    why, by, at = request.POST.get("why", ""), asked(request).actor, asked(request).moment
    supervision.find_to_review(sampled_id=sampled_id, by=by, at=at)
    refused = supervision.swap(sampled_id=sampled_id, to=None, why=why, by=by, at=at)
    if told(request, refused, _("Sagen er givet videre til en anden, og du kan ikke længere se den.")):
        return redirect("management:supervision")
    return redirect("management:review", sampled_id)


def _refused(
    request: HttpRequest, sampled: supervision.SampledCase, form: ReviewForm, refusal: Refusal
) -> HttpResponse:
    """The page with what was typed; the version is that of what was kept, so that one can go on."""
    form.add_error(None, say(refusal.text))
    conflict = refusal.code == "edit.conflict"
    fresh = supervision.find_to_review(sampled_id=sampled.pk, by=asked(request).actor, at=asked(request).moment)
    form.data = {**{key: form.data.get(key) for key in form.data}, "version": fresh.version}
    known = supervision.judgements_of(sampled_id=sampled.pk)
    return _show(request, fresh, known, form, status=409 if conflict else 422)


def _show(
    request: HttpRequest,
    sampled: supervision.SampledCase,
    known: dict[str, supervision.Judgement],
    form: ReviewForm,
    *,
    status: int = 200,
) -> HttpResponse:
    case, campaign = sampled.case, sampled.campaign
    card = people.card(case.citizen_id, case_id=case.pk)
    title = _("Gennemgang af %(number)s") % {"number": case.number}
    return show(
        request,
        "management/review.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:supervision",
            crumbs=(Crumb(_("Ledelsestilsyn"), reverse("management:supervision")), Crumb(case.number)),
        ),
        status=status,
        here=request.path,
        note=f"{card.name} · {say(case.type_version.spec.title_staff)} · {case.unit.name}",
        campaign=campaign.title,
        until=_("Du kan se sagen til og med %(day)s") % {"day": on_day(campaign.review_until)},
        chip=words.review_chip(sampled.state),
        tabs=tuple(Action(_(label), reverse(f"staff:{name}", args=[case.number]), "link") for name, label in _TABS),
        steps=tuple(_step(step, known, form) for step in campaign.form.form.steps),
        form=form,
        autosave=reverse("management:review-draft", args=[sampled.pk]),
        locked=sampled.state == supervision.ReviewState.ANSWERED,
    )


def _step(step: Step, known: dict[str, supervision.Judgement], form: ReviewForm) -> dict[str, object]:
    return {
        "key": step.key,
        "title": say(step.title),
        "questions": tuple(
            {
                "key": one.key,
                "text": say(one.text),
                "help": say(one.help) if one.help else "",
                "law": one.article,
                "data": words.data_says(known[one.key]),
                "source": words.source(known[one.key]),
                "chip": _chip(known[one.key]),
                "verdict": form[f"verdict_{one.key}"],
                "note": form[f"note_{one.key}"],
                "serious": form[f"serious_{one.key}"] if one.serious else None,
            }
            for one in step.questions
            if one.key in known
        ),
    }


def _chip(row: supervision.Judgement) -> Chip | None:
    if row.serious:
        return Chip(_("Alvorlig fejl, der er givet besked"), "bad")
    return Chip(_("Anderledes end data"), "fjord") if supervision.differs(row) else None
