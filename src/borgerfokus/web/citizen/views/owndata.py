"""My data: a whole copy of it, getting something corrected, and asking for a case to be erased."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import DataExport, DataRequest, DataRequestKind
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen.views.access import Chosen, case_field, choices
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, BarView, Item
from borgerfokus.web.frame import asked, on_day, show, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import rights as words

_LONGEST = 5_000
_CURRENT = "citizen:data"
_WHOLE = 100


@citizen_only()
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest) -> HttpResponse:
    """GET: my copies, and how far they are. POST: order one."""
    ask = asked(request)
    if request.method == "POST":
        found = rights.order_copy(by=ask.actor, at=ask.moment)
        refusal = found if isinstance(found, Refusal) else None
        told(request, refusal, _("Vi er gået i gang. Det tager som regel under et minut."))
        return redirect("citizen:copy")
    rows = rights.copies_of(by=ask.actor)
    title = _("Få en kopi af alt om dig")
    running = next((row for row in rows if row.state in {"queued", "running"}), None)
    return show(
        request,
        "citizen/copy.html",
        page=shell.page(request, title=title, crumbs=_crumbs(title), current=_CURRENT),
        copies=tuple(_copy_item(row) for row in rows),
        running=_bar(running) if running else None,
        running_text=words.copy_told(running) if running else "",
        kept=parameters.at("gdpr.export_kept", on=today(request)).number,
    )


@citizen_only()
@require_GET
def copy_file(request: HttpRequest, export_id: int) -> HttpResponse:
    """The copy itself, as one zip file. Nobody else can fetch it."""
    ask = asked(request)
    content = rights.fetch_copy(export_id=export_id, by=ask.actor, at=ask.moment)
    return _download(content, "application/zip", rights.COPY_NAME)


@citizen_only()
@require_GET
def copy_json(request: HttpRequest, export_id: int) -> HttpResponse:
    """The data alone, for a program to read. Nobody else can fetch it."""
    ask = asked(request)
    content = rights.fetch_copy_json(export_id=export_id, by=ask.actor, at=ask.moment)
    return _download(content, "application/json", "Mine data.json")


def _download(content: bytes | str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@citizen_only()
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest) -> HttpResponse:
    """GET: point at what is wrong. POST: send it. `?sag=` and `?post=` name the case and the entry."""
    return _ask(request, DataRequestKind.CORRECTION)


@citizen_only()
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """GET: what can be erased, and the form. POST: ask for it."""
    return _ask(request, DataRequestKind.ERASURE)


def item(row: DataRequest) -> Item:
    """A request about data as a line of a list."""
    return Item(
        title=f"{words.data_kind(row)}: {shell.title_of(row.case)}",
        text=words.data_told(row),
        icon="edit" if row.kind == DataRequestKind.CORRECTION else "delete",
        chip=words.data_state(row),
    )


def _ask(request: HttpRequest, kind: DataRequestKind) -> HttpResponse:
    cases = choices(request, Verb.COMMENT_WRITE)
    if request.method == "GET":
        return _page(request, kind, cases, {})
    number = request.POST.get("case", "")
    chosen = next((one.case for one in cases if one.case.number == number), None)
    should = request.POST.get("should", "").strip()[:_LONGEST]
    errors = {}
    if chosen is None:
        errors["case"] = _("Vælg den sag, det står i.")
    if not should:
        errors["should"] = _LABELS[kind][2]()
    if chosen is None or errors:
        return _page(request, kind, cases, errors)
    return _send(request, kind, chosen, should)


def _send(request: HttpRequest, kind: DataRequestKind, case: Case, should: str) -> HttpResponse:
    ask = asked(request)
    if once.spend(request):
        entry = _entry(request, case)
        new = rights.NewDataRequest(
            kind=kind,
            should=should,
            says=request.POST.get("says", "")[:_LONGEST],
            target_kind=rights.TargetKind.ENTRY if entry else rights.TargetKind.OTHER,
            target=str(entry.id) if entry else "",
        )
        found = rights.ask_data(case_id=case.pk, new=new, by=ask.actor, at=ask.moment)
        if isinstance(found, Refusal):
            once.give_back(request)
            told(request, found, "")
        else:
            row = rights.data_of(request_id=found, by=ask.actor, at=ask.moment)
            told(request, None, _("Vi har modtaget det. Du får svar senest %(day)s.") % {"day": on_day(row.due)})
    return redirect("citizen:rights")


def _entry(request: HttpRequest, case: Case) -> journal.Line | None:
    """The entry that the address or the form names, if the reader sees it in this case."""
    named = whole(request.POST.get("entry", "") or request.GET.get("post", ""))
    if named is None:
        return None
    ask = asked(request)
    lines = journal.lines(case_id=case.pk, by=ask.actor, at=ask.moment)
    return next((one for one in lines if one.id == named and one.held is None), None)


def _page(
    request: HttpRequest, kind: DataRequestKind, cases: list[Chosen], errors: dict[str, str]
) -> HttpResponse:
    chosen = request.POST.get("case", "") or request.GET.get("sag", "")
    case = next((one.case for one in cases if one.case.number == chosen), None)
    entry = _entry(request, case) if case is not None and kind == DataRequestKind.CORRECTION else None
    title, lead = _LABELS[kind][0](), _LABELS[kind][1]()
    ask = asked(request)
    mine = [row for row in rights.data_asked(by=ask.actor, at=ask.moment) if row.kind == kind]
    return show(
        request,
        "citizen/data_request.html",
        page=shell.page(request, title=title, crumbs=_crumbs(title), current=_CURRENT),
        status=422 if errors else 200,
        lead=lead,
        law=_LABELS[kind][3](),
        fields=_fields(request, kind, cases, errors, entry) if cases else (),
        entry_id=entry.id if entry else "",
        entry_title=entry.title if entry else "",
        errors=FormErrors(entries=tuple((text, name) for name, text in errors.items())),
        requests=tuple(item(row) for row in mine),
        once=once.key_of(request),
    )


def _fields(
    request: HttpRequest,
    kind: DataRequestKind,
    cases: list[Chosen],
    errors: dict[str, str],
    entry: journal.Line | None,
) -> tuple[FieldView, ...]:
    chosen = request.POST.get("case", "") or request.GET.get("sag", "")
    which = case_field(cases, chosen, everything=False, error=errors.get("case", ""))
    says = FieldView(
        control="textarea",
        name="says",
        id="says",
        label=_("Hvad står der nu?"),
        value=request.POST.get("says", "") or (entry.body if entry else ""),
        hint=_("Skriv eller kopier det, der er forkert."),
        rows=3,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    should = FieldView(
        control="textarea",
        name="should",
        id="should",
        label=_("Hvad er rigtigt?") if kind == DataRequestKind.CORRECTION else _("Hvorfor vil du have sagen slettet?"),
        value=request.POST.get("should", ""),
        errors=(errors["should"],) if "should" in errors else (),
        required=True,
        rows=4,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    return (which, says, should) if kind == DataRequestKind.CORRECTION else (which, should)


def _copy_item(row: DataExport) -> Item:
    ready = row.state == rights.ExportState.READY
    actions = (
        (
            Action(_("Hent kopien (zip)"), reverse("citizen:copy_file", args=[row.pk]), "primary", icon="download"),
            Action(_("Kun data til maskiner (JSON)"), reverse("citizen:copy_json", args=[row.pk]), icon="download"),
        )
        if ready
        else ()
    )
    return Item(
        title=_("Bedt om %(day)s") % {"day": on_day(row.asked_at)},
        text=words.copy_told(row),
        chip=words.copy_state(row),
        actions=actions,
    )


def _bar(row: DataExport) -> BarView:
    share = _WHOLE * row.done / row.steps if row.steps else 0.0
    return BarView(value=share, label=_("%(n)s procent er klar") % {"n": round(share)})


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return shell.crumbs(title, Crumb(_("Mine rettigheder"), reverse("citizen:rights")))


_LABELS = {
    DataRequestKind.CORRECTION: (
        lambda: _("Få rettet noget, der er forkert"),
        lambda: _("Du får svar inden en måned. Det gamle bliver stående, så man kan se, hvad der er rettet."),
        lambda: _("Skriv, hvad der er rigtigt."),
        lambda: _("Databeskyttelsesforordningen artikel 16"),
    ),
    DataRequestKind.ERASURE: (
        lambda: _("Bed om at få en sag slettet"),
        lambda: _("Vi skal gemme de fleste sager i nogle år. Du får svar inden en måned, og vi skriver hvorfor."),
        lambda: _("Skriv, hvorfor du vil have sagen slettet."),
        lambda: _("Databeskyttelsesforordningen artikel 17"),
    ),
}
