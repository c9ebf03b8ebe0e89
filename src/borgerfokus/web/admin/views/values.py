"""The municipality's own values: each dated, with a reason, published, and never changed backwards."""

from datetime import date
from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rules import DecidedBy, Unit, UnknownParameter, Value
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_day, page, say, show, today
from borgerfokus.web.present.values import shown
from borgerfokus.web.present.words import short_date

_TYPED = {Unit.TEXT, Unit.CODE, Unit.CHOICE, Unit.PERCENT}


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PARAMETER_EDIT)
def values(request: HttpRequest) -> HttpResponse:
    """Every value in force, by act or by the municipality, with its article and how sure it is."""
    wanted = request.GET.get("q", "").strip().lower()
    found = [value for value in parameters.parameters().all_at(today(request)) if _fits(value, wanted)]
    return show(
        request,
        "admin/values.html",
        page=page(request, title=_("Værdier"), place="admin", current="admin:start", crumbs=_crumbs(_("Værdier"))),
        columns=(
            Column(_("Værdi")),
            Column(_("Er")),
            Column(_("Gælder fra")),
            Column(_("Hjemmel")),
            Column(_("Besluttes af")),
        ),
        rows=tuple(_row(value) for value in found),
        wanted=wanted,
        faults=[(fault.key, fault.problem) for fault in parameters.faults()],
    )


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PARAMETER_EDIT)
@require_http_methods(["GET", "POST"])
def one_value(request: HttpRequest, key: str) -> HttpResponse:
    """One value with its history, and the form for a new one where the municipality decides."""
    try:
        parameter = parameters.parameters().get(key)
    except UnknownParameter:
        raise Http404 from None
    typed, refused = dict(request.POST.items()), None
    if request.method == "POST":
        refused = _save(request, key, parameter.unit)
        if refused is None:
            messages.success(request, _("Værdien er gemt. Den gælder fra den valgte dag og er offentlig."))
            return redirect("admin:value", key)
    title = say(parameter.title)
    return show(
        request,
        "admin/value.html",
        page=page(
            request,
            title=title,
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Værdier"), reverse("admin:values")), Crumb(title)],
        ),
        key=key,
        own=parameter.decided_by is DecidedBy.MUNICIPALITY,
        history=[
            (shown(value), on_day(value.valid_from), say(value.reference.text), value.source, value.status.value)
            for value in reversed(parameter.history())
        ],
        typed=typed,
        refusal=say(refused.text) if refused else "",
        tomorrow=today(request).isoformat(),
        status=422 if refused else 200,
    )


def _save(request: HttpRequest, key: str, unit: Unit) -> Refusal | None:
    raw = request.POST.get("value", "").strip()
    try:
        day = date.fromisoformat(request.POST.get("from", ""))
        value = _read(raw, unit)
    except (ValueError, InvalidOperation):
        return parameters.NOT_A_VALUE
    new = parameters.NewValue(
        key=key,
        from_day=day,
        value=value,
        reason=request.POST.get("reason", "").strip(),
        reference_act=request.POST.get("where", "").strip()[:120],
    )
    saved = parameters.set_value(new=new, by=asked(request).actor, at=asked(request).moment)
    return saved if isinstance(saved, Refusal) else None


def _read(raw: str, unit: Unit) -> object:
    if unit is Unit.BOOLEAN:
        return raw.lower() in {"ja", "yes", "true", "1"}
    if unit in {Unit.CHOICES, Unit.MONTH_DAYS}:
        return [part.strip() for part in raw.split(",") if part.strip()]
    if unit is Unit.PERCENT:
        return str(Decimal(raw.replace(",", ".")))
    if unit in _TYPED:
        return raw
    return int(raw)


def _fits(value: Value, wanted: str) -> bool:
    return wanted in f"{value.key} {value.title.da} {value.title.en} {value.reference.text.da}".lower()


def _row(value: Value) -> Row:
    sure = value.status.value == "verified"
    decided = _("Kommunen") if value.decided_by is DecidedBy.MUNICIPALITY else _("Loven")
    return Row(
        cells=(
            Cell(
                say(value.title),
                sub=value.key,
                href=reverse("admin:value", args=[value.key]),
                chip=None if sure or value.municipal else Chip(_("Skal bekræftes"), "warn"),
            ),
            shown(value),
            short_date(value.valid_from),
            say(value.reference.text),
            decided,
        )
    )


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
