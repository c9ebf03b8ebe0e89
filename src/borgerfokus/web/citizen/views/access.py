"""Seeing the file: ask for it, see how far it is, read it, and complain when it takes too long."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import AccessRequest
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.design.fields import FieldView, FormErrors, Option
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import asked, on_day, show, today, told
from borgerfokus.web.present import rights as words
from borgerfokus.web.present.journal import paragraphs

_LONGEST = 2_000
_CURRENT = "citizen:data"


@dataclass(frozen=True)
class Chosen:
    """A case that the reader may ask for something in, and whose it is."""

    case: Case
    label: str


@citizen_only()
@require_http_methods(["GET", "POST"])
def access(request: HttpRequest) -> HttpResponse:
    """GET: what I have asked to see, and the form. POST: ask to see one case, or all of them."""
    cases = choices(request, Verb.FILE_EXPORT)
    if request.method == "GET":
        return _page(request, cases, error="")
    wanted = request.POST.get("case", "")
    chosen = [one for one in cases if wanted in {"all", one.case.number}]
    if not chosen:
        return _page(request, cases, error=_("Vælg en sag, eller vælg alle."))
    ask = asked(request)
    if once.spend(request):
        new = rights.NewAccess(wanted=request.POST.get("wanted", "")[:_LONGEST])
        found = rights.ask(case_ids=[one.case.pk for one in chosen], new=new, by=ask.actor, at=ask.moment)
        if isinstance(found, Refusal):
            once.give_back(request)
            told(request, found, "")
            return redirect("citizen:access")
        row = rights.access_of(request_id=found[0], by=ask.actor, at=ask.moment)
        told(request, None, _("Vi har modtaget det. Du får svar senest %(day)s.") % {"day": on_day(row.due)})
    return redirect("citizen:access")


@citizen_only()
@require_GET
def status(request: HttpRequest, request_id: int) -> HttpResponse:
    """One request: how far it is, the answer, and what I can do."""
    row = _own(request, request_id)
    on = today(request)
    return show(
        request,
        "citizen/access_status.html",
        page=shell.page(
            request,
            title=_("Din aktindsigt"),
            crumbs=shell.crumbs(_("Din aktindsigt"), *_between()),
            current=_CURRENT,
        ),
        case_title=shell.title_of(row.case),
        case_href=shell.href(row.case),
        chip_view=words.access_state(row),
        lead=words.access_told(row, on=on),
        wanted=paragraphs(row.wanted),
        asked_on=on_day(row.received_on),
        reasons=paragraphs(row.reasons) if row.outcome else (),
        open_file=_file(row),
        complaint=paragraphs(row.complaint),
        forwarded=_forwarded(row),
        may_complain=_may_complain(request, row),
        field_of_text=_complaint_field(),
        withdraw=_withdraw(row),
        once=once.key_of(request),
        href=reverse("citizen:access_complain", args=[row.pk]),
        halted=row.halted_until is not None and row.state == rights.AccessState.OPEN,
    )


@citizen_only()
@require_GET
def pdf(request: HttpRequest, request_id: int) -> HttpResponse:
    """The copy that I was given."""
    ask = asked(request)
    row = _own(request, request_id)
    if row.file_id is None:
        raise Hidden(f"access {request_id}")
    opened = files.open_for(file_id=row.file_id, case_id=row.case_id, by=ask.actor, at=ask.moment)
    if isinstance(opened, files.FileRefused):
        raise Hidden(f"access {request_id}")
    answer = HttpResponse(opened.content, content_type=opened.media_type)
    for name, value in opened.headers.items():
        answer[name] = value
    return answer


@citizen_only()
@require_POST
def complain(request: HttpRequest, request_id: int) -> HttpResponse:
    """Complain that it takes too long."""
    ask = asked(request)
    row = _own(request, request_id)
    if once.spend(request):
        text = request.POST.get("text", "")[:_LONGEST]
        refusal = rights.complain(request_id=row.pk, text=text, by=ask.actor, at=ask.moment)
        if not told(request, refusal, _("Vi har modtaget din klage og sender den videre.")):
            once.give_back(request)
    return redirect("citizen:access_status", request_id=row.pk)


@citizen_only()
@require_POST
def withdraw(request: HttpRequest, request_id: int) -> HttpResponse:
    """I no longer want to see it."""
    ask = asked(request)
    row = _own(request, request_id)
    refusal = rights.withdraw(request_id=row.pk, by=ask.actor, at=ask.moment)
    told(request, refusal, _("Din anmodning er trukket tilbage. Du kan altid bede igen."))
    return redirect("citizen:access")


def choices(request: HttpRequest, verb: Verb) -> list[Chosen]:
    """The cases in which the reader may do something, newest first, with whose they are when they are another's."""
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version").order_by("-received_at", "-pk")
    mine = [case for case in rows if verb in casework.allowed(case=case, by=ask.actor, at=ask.moment)]
    persons = people.of(ask.actor, cases=mine)
    return [Chosen(case, _label(case, people.name_of(persons, case.citizen_id), ask.actor.id)) for case in mine]


def _label(case: Case, name: str, reader: int) -> str:
    title = f"{shell.title_of(case)} ({case.number})"
    return title if case.citizen_id == reader else f"{name}: {title}"


def case_field(
    cases: list[Chosen], chosen: str, *, everything: bool, error: str = "", hint: str = "", required: bool = True
) -> FieldView:
    """Which case it is about."""
    first = [Option(value="all", label=_("Alle sager"), checked=chosen == "all")] if everything else []
    options = (
        *(Option(value=one.case.number, label=one.label, checked=chosen == one.case.number) for one in cases),
        *first,
    )
    return FieldView(
        control="radio",
        name="case",
        id="case",
        label=_("Hvilken sag?"),
        hint=hint,
        options=options,
        errors=(error,) if error else (),
        required=required,
    )


def item(row: AccessRequest, *, request: HttpRequest) -> Item:
    """A request as a line of a list."""
    own = row.person_id == asked(request).actor.id
    return Item(
        title=_("Aktindsigt: %(case)s") % {"case": shell.title_of(row.case)},
        text=words.access_told(row, on=today(request)),
        href=reverse("citizen:access_status", args=[row.pk]) if own else "",
        icon="document",
        chip=words.access_state(row),
    )


def _page(request: HttpRequest, cases: list[Chosen], *, error: str) -> HttpResponse:
    ask = asked(request)
    title = _("Se alt i din sag")
    chosen = request.POST.get("case", "") or request.GET.get("sag", "")
    days = parameters.at("fvl.access_deadline", on=today(request)).number
    wanted = FieldView(
        control="textarea",
        name="wanted",
        id="wanted",
        label=_("Er der noget bestemt, du vil se?"),
        value=request.POST.get("wanted", ""),
        hint=_("Du behøver ikke skrive noget. Så får du det hele."),
        rows=3,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    found = rights.access_asked(by=ask.actor, at=ask.moment)
    return show(
        request,
        "citizen/access.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title, *_between(1)), current=_CURRENT),
        status=422 if error else 200,
        days=days,
        fields=(case_field(cases, chosen, everything=len(cases) > 1, error=error), wanted) if cases else (),
        errors=FormErrors(entries=((error, "case"),) if error else ()),
        requests=tuple(item(row, request=request) for row in found),
        once=once.key_of(request),
    )


def _between(depth: int = 2) -> tuple[Crumb, ...]:
    found = (
        Crumb(_("Mine rettigheder"), reverse("citizen:rights")),
        Crumb(_("Se alt i din sag"), reverse("citizen:access")),
    )
    return found[:depth]


def _own(request: HttpRequest, request_id: int) -> AccessRequest:
    ask = asked(request)
    row = rights.access_of(request_id=request_id, by=ask.actor, at=ask.moment)
    if row.person_id != ask.actor.id:
        raise Hidden(f"access {request_id}")
    return row


def _file(row: AccessRequest) -> Action | None:
    if row.file_id is None:
        return None
    return Action(_("Åbn din kopi (PDF)"), reverse("citizen:access_pdf", args=[row.pk]), "primary", icon="document")


def _forwarded(row: AccessRequest) -> str:
    if row.complained_at is None:
        return ""
    if row.forwarded_at is not None:
        return _("Sendt videre %(day)s.") % {"day": on_day(row.forwarded_at)}
    return _("Vi sender den videre senest %(day)s.") % {"day": on_day(row.forward_by) if row.forward_by else ""}


def _may_complain(request: HttpRequest, row: AccessRequest) -> bool:
    days = parameters.at("fvl.access_delay_complaint", on=row.received_on).number
    late = (today(request) - row.received_on).days > days
    return late and row.state == rights.AccessState.OPEN and row.complained_at is None


def _complaint_field() -> FieldView:
    return FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Hvad klager du over?"),
        hint=_("Det må gerne være kort."),
        required=True,
        rows=4,
        attrs=(("maxlength", str(_LONGEST)),),
    )


def _withdraw(row: AccessRequest) -> Action | None:
    if row.state != rights.AccessState.OPEN:
        return None
    return Action(
        _("Træk anmodningen tilbage"),
        reverse("citizen:access_withdraw", args=[row.pk]),
        kind="tertiary",
        method="post",
        confirm=_("Vi stopper så med at finde det frem. Du kan altid bede igen."),
    )
