"""A question about a look-up: it goes to the data protection officer, and the answer stands here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.rights import service as rights
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, once, shell
from borgerfokus.web.citizen import lookups as log
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import lookups as words
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import asked, say, show, told


@citizen_only()
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, lookup_id: int) -> HttpResponse:
    """GET: the look-up, what was asked about it and the answers. POST: ask."""
    by = asked(request).actor
    seen = audit.one(lookup_id=lookup_id, person_ids=people.acted_for(by))
    if seen is None:
        raise Hidden(f"look-up {lookup_id}")
    problem = ""
    if request.method == "POST":
        problem = _asked(request, lookup_id)
        if not problem:
            return redirect(reverse("citizen:lookup", args=[lookup_id]))
    return _page(request, seen, problem)


def _asked(request: HttpRequest, lookup_id: int) -> str:
    """What is wrong, "" when it is asked."""
    ask = asked(request)
    if not once.spend(request):
        return ""
    found = rights.ask_about_lookup(
        lookup_id=lookup_id, question=request.POST.get("text", ""), by=ask.actor, at=ask.moment
    )
    if isinstance(found, Refusal):
        once.give_back(request)
        return say(found.text)
    drafting.drop(request, _key(lookup_id))
    told(request, None, _("Dit spørgsmål er sendt til databeskyttelsesrådgiveren. Svaret kommer her."))
    return ""


def _page(request: HttpRequest, seen: audit.Seen, problem: str) -> HttpResponse:
    ask = asked(request)
    persons = people.of(ask.actor)
    cases = casework.visible_to(ask.actor, at=ask.moment).filter(pk=seen.case_id or 0).select_related("type_version")
    around = log.around(request, rows=[seen], cases=cases, persons=persons)
    columns, rows = words.table([seen], around)
    questions = rights.asked_about(lookup_ids=[seen.id], by=ask.actor).get(seen.id, [])
    title = _("Spørg om et opslag")
    return show(
        request,
        "citizen/lookup.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.crumbs(title, Crumb(_("Hvem har set min sag"), reverse("citizen:lookups"))),
            current="citizen:data",
            person=persons.get(seen.person_id),
        ),
        status=422 if problem else 200,
        columns=columns,
        rows=rows,
        questions=tuple(words.question(one) for one in questions),
        text=None if any(one.answered_at is None for one in questions) else _text(request, seen.id, problem),
        errors=FormErrors(entries=((problem, "text"),) if problem else ()),
        once=once.key_of(request),
        autosave=drafting.href(_key(seen.id)),
        back=reverse("citizen:lookups"),
    )


def _text(request: HttpRequest, lookup_id: int, problem: str) -> FieldView:
    return FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Hvad vil du vide?"),
        value=drafting.text_of(request, _key(lookup_id)),
        hint=_("Databeskyttelsesrådgiveren svarer. Den enhed, du spørger om, kan ikke se spørgsmålet."),
        errors=(problem,) if problem else (),
        required=True,
        rows=5,
        attrs=(("maxlength", str(rights.QUESTION_LONGEST)),),
    )


def _key(lookup_id: int) -> str:
    return f"lookup-{lookup_id}"
