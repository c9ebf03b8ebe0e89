"""Appeal: write it, read it through, send it once; then the receipt, and where it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import AppealState, AppealView, MadeDecision
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import contact
from borgerfokus.web.citizen.present import decisions as words
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.page import Page
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, show, today, told
from borgerfokus.web.present.journal import paragraphs

_LONGEST = 10_000


@citizen_only()
@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, number: str) -> HttpResponse:
    """Appeal against the decision in force, or see the appeal that there is. Others than parties find nothing here."""
    case = shell.case_of(request, number)
    verbs = shell.verbs_on(request, case)
    shell.must(Verb.APPEAL_FILE, verbs)
    made = decisions.made_decisions_of(case_id=case.pk, by=asked(request).actor, at=asked(request).moment)
    chosen = next((one for one in made if one.may_appeal), None)
    if chosen is None:
        return _status(request, case, made)
    if request.method == "GET" or request.POST.get("do") == "edit":
        return _write(request, case, chosen)
    text = request.POST.get("text", "").strip()[:_LONGEST]
    if not text:
        return _write(request, case, chosen, error=_("Skriv, hvad du er uenig i. Det må gerne være kort."))
    if request.POST.get("do") != "send":
        return _confirm(request, case, chosen, text)
    return _send(request, case, chosen, text)


@citizen_only()
@require_POST
def withdraw(request: HttpRequest, number: str, appeal_id: int) -> HttpResponse:
    """Take an appeal back, as long as it has not been answered."""
    ask = asked(request)
    case = shell.case_of(request, number)
    found = decisions.appeals_of(case_id=case.pk, by=ask.actor, at=ask.moment)
    if appeal_id not in {one.id for one in found}:
        raise Hidden(f"appeal {appeal_id}")
    refusal = decisions.withdraw_appeal(appeal_id=appeal_id, by=ask.actor, at=ask.moment)
    told(request, refusal if isinstance(refusal, Refusal) else None, _("Din klage er trukket tilbage."))
    return redirect(shell.href(case, "appeal"))


def _send(request: HttpRequest, case: Case, decision: MadeDecision, text: str) -> HttpResponse:
    ask = asked(request)
    if once.spend(request):
        found = decisions.file_appeal(
            decision_id=decision.id, new=decisions.NewAppeal(text=text), by=ask.actor, at=ask.moment
        )
        if isinstance(found, Refusal):
            once.give_back(request)
            told(request, found, "")
            return _write(request, case, decision)
        drafting.drop(request, _key(decision))
        told(request, None, _("Vi har modtaget din klage."))
    return redirect(shell.href(case, "appeal"))


def _write(request: HttpRequest, case: Case, decision: MadeDecision, *, error: str = "") -> HttpResponse:
    field = FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Hvad er du uenig i?"),
        value=drafting.text_of(request, _key(decision)),
        hint=_("Skriv med dine egne ord. Du kan også skrive, hvad der mangler, eller hvad der er forkert."),
        errors=(error,) if error else (),
        required=True,
        rows=8,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    return show(
        request,
        "citizen/appeal.html",
        page=_frame(request, case, _("Klag over afgørelsen")),
        status=422 if error else 200,
        headline=words.headline(decision),
        guidance=words.guidance(decision, case, on=today(request)),
        late=decision.late,
        field_of_text=field,
        errors=FormErrors(entries=((error, "text"),) if error else ()),
        autosave=drafting.href(_key(decision)),
        once=once.key_of(request),
        back=shell.href(case),
        contact_view=contact.of_case(case, may_write=True),
    )


def _confirm(request: HttpRequest, case: Case, decision: MadeDecision, text: str) -> HttpResponse:
    return show(
        request,
        "citizen/appeal_confirm.html",
        page=_frame(request, case, _("Læs din klage igennem")),
        headline=words.headline(decision),
        text=text,
        texts=paragraphs(text),
        late=decision.late,
        reassess=words.reassessment(case, on=today(request)),
        once=once.key_of(request),
        href=shell.href(case, "appeal"),
    )


def _status(request: HttpRequest, case: Case, made: tuple[MadeDecision, ...]) -> HttpResponse:
    shown = tuple(
        (*words.appeal_words(one), paragraphs(one.text), _take_back(case, one))
        for decision in made
        for one in reversed(decision.appeals)
    )
    why = "" if shown else _why_not(case, made)
    return show(
        request,
        "citizen/appeal_status.html",
        page=_frame(request, case, _("Din klage")),
        appeals=shown,
        why_not=why,
        back=shell.href(case),
        contact_view=contact.of_case(case, may_write=True),
    )


def _why_not(case: Case, made: tuple[MadeDecision, ...]) -> str:
    if not made:
        return _("Der er ingen afgørelse at klage over endnu. Du får et brev, når sagen er afgjort.")
    if not case.type_version.spec.appeal.appealable:
        return _("Denne slags afgørelse kan ikke påklages til en anden myndighed. Ring til os, hvis du er uenig.")
    return _("Der er ingen afgørelse at klage over lige nu. Vi er ved at se på sagen igen.")


def _take_back(case: Case, appeal: AppealView) -> Action | None:
    if appeal.state is not AppealState.FILED:
        return None
    return Action(
        _("Træk klagen tilbage"),
        reverse("citizen:appeal_withdraw", args=[case.number, appeal.id]),
        kind="tertiary",
        method="post",
        confirm=_("Vi ser så ikke på afgørelsen igen. Du kan klage på ny, så længe fristen løber."),
    )


def _frame(request: HttpRequest, case: Case, title: str) -> Page:
    persons = people.of(asked(request).actor, cases=[case])
    return shell.page(request, title=title, crumbs=shell.case_crumbs(case, title), person=persons.get(case.citizen_id))


def _key(decision: MadeDecision) -> str:
    return f"appeal-{decision.id}"
