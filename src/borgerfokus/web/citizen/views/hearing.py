"""Hearing of the party: what the municipality builds on that speaks against, and the citizen's answer."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import HearingView
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import contact, tasks
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.views import Term
from borgerfokus.web.frame import asked, on_day, say, show, today, told
from borgerfokus.web.present.journal import paragraphs

_LONGEST = 10_000


@citizen_only()
@require_http_methods(["GET", "POST"])
def hearing(request: HttpRequest, number: str) -> HttpResponse:
    """Answer the open hearing: in words, or with nothing to add. Without one the page says what was answered."""
    ask = asked(request)
    case = shell.case_of(request, number)
    shell.must(Verb.HEARING_ANSWER, shell.verbs_on(request, case))
    found = decisions.hearings_of(case_id=case.pk, by=ask.actor, at=ask.moment)
    sent = next((one for one in found if one.may_answer), None)
    if sent is None:
        return _done(request, case, found)
    if request.method == "GET":
        return _page(request, case, sent)
    return _ask_more_time(request, case, sent) if request.POST.get("do") == "more" else _answer(request, case, sent)


def _ask_more_time(request: HttpRequest, case: Case, sent: HearingView) -> HttpResponse:
    """Ask for more time: until a day, and why."""
    ask = asked(request)
    try:
        until = date.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        return _page(request, case, sent, time_error=_("Vælg en dag efter den, du har fået."))
    if not once.spend(request):
        return redirect(shell.href(case))
    why = request.POST.get("why", "")[:1_000]
    refusal = decisions.ask_more_time(hearing_id=sent.id, until=until, why=why, by=ask.actor, at=ask.moment)
    if refusal is not None:
        once.give_back(request)
        return _page(request, case, sent, time_error=say(refusal.text))
    told(request, None, _("Du har bedt om mere tid. Du får svar i et brev. Indtil da gælder den dag, du har fået."))
    return redirect(shell.href(case))


def _answer(request: HttpRequest, case: Case, sent: HearingView) -> HttpResponse:
    ask = asked(request)
    agrees = request.POST.get("do") == "agree"
    text = "" if agrees else request.POST.get("text", "")[:_LONGEST]
    if not once.spend(request):
        return redirect(shell.href(case))
    answer = decisions.HearingAnswer(text=text, agrees=agrees)
    refusal = decisions.answer_hearing(hearing_id=sent.id, answer=answer, by=ask.actor, at=ask.moment)
    if isinstance(refusal, Refusal):
        once.give_back(request)
        return _page(request, case, sent, error=say(refusal.text))
    drafting.drop(request, _key(sent))
    told(request, None, _("Tak for dit svar. Vi læser det, før vi afgør sagen."))
    return redirect(shell.href(case))


def _page(
    request: HttpRequest, case: Case, sent: HearingView, *, error: str = "", time_error: str = ""
) -> HttpResponse:
    title = _("Læs og svar, før vi afgør din sag")
    field = FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Hvad er forkert, eller hvad mangler?"),
        value=drafting.text_of(request, _key(sent)),
        hint=_("Skriv gerne én ting på hver linje. Vi skal tage stilling til det hele."),
        errors=(error,) if error else (),
        required=True,
        rows=8,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    return show(
        request,
        "citizen/hearing.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(case, _("Høring")),
            person=people.of(asked(request).actor, cases=[case]).get(case.citizen_id),
        ),
        status=422 if error or time_error else 200,
        errors=FormErrors(
            entries=tuple((words, field) for words, field in ((error, "text"), (time_error, "until")) if words)
        ),
        more_time=_more_time(sent),
        until=_until(request, sent, time_error),
        why=_why(request),
        texts=paragraphs(sent.text),
        facts=tuple(_fact(one.title, one.value, one.source, on_day(one.as_of)) for one in sent.facts),
        due=_("Svar senest den %(day)s.") % {"day": on_day(sent.due)} if sent.due else "",
        chip_view=tasks.left(sent.due, today=today(request)),
        field_of_text=field,
        autosave=drafting.href(_key(sent)),
        once=once.key_of(request),
        upload=shell.href(case, "upload"),
        contact_view=contact.of_case(case, may_write=True),
    )


def _more_time(sent: HearingView) -> str:
    """What came of a wish for more time; empty while none is asked for."""
    wish = sent.more_time
    if wish is None:
        return ""
    if wish.given is None:
        return _("Du har bedt om tid til den %(day)s. Vi svarer dig i et brev.") % {"day": on_day(wish.until)}
    if wish.given:
        return _("Du har fået mere tid.")
    return _("Vi kunne ikke give dig mere tid: %(why)s") % {"why": wish.refused_why}


def _until(request: HttpRequest, sent: HearingView, error: str) -> FieldView:
    return FieldView(
        control="date",
        input_type="date",
        name="until",
        id="until",
        label=_("Hvornår kan du svare?"),
        value=request.POST.get("until", ""),
        errors=(error,) if error else (),
        required=True,
        attrs=(("min", sent.due.isoformat()),) if sent.due else (),
    )


def _why(request: HttpRequest) -> FieldView:
    return FieldView(
        control="textarea",
        name="why",
        id="why",
        label=_("Hvorfor har du brug for mere tid?"),
        value=request.POST.get("why", ""),
        rows=2,
        attrs=(("maxlength", "1000"),),
    )


def _done(request: HttpRequest, case: Case, found: tuple[HearingView, ...]) -> HttpResponse:
    answered = next((one for one in found if one.answered_at), None)
    lead = _("Der er ikke noget at svare på lige nu.")
    if answered is not None and answered.answered_at:
        lead = _("Du svarede den %(day)s. Vi læser svaret, før vi afgør sagen.") % {
            "day": on_day(day_of(answered.answered_at))
        }
    return show(
        request,
        "citizen/hearing_done.html",
        page=shell.page(request, title=_("Høring"), crumbs=shell.case_crumbs(case, _("Høring"))),
        lead=lead,
        facts=tuple(_fact(one.title, one.value, one.source, on_day(one.as_of)) for one in answered.facts)
        if answered
        else (),
        points=tuple(point.text for point in answered.points) if answered else (),
        back=shell.href(case),
    )


def _fact(title: str, value: str, source: str, day: str) -> Term:
    return Term(title, value, sub=_("Kilde: %(source)s, %(day)s") % {"source": source, "day": day})


def _key(sent: HearingView) -> str:
    return f"hearing-{sent.id}"
