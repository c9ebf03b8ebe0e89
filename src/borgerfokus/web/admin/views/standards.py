"""What good casework is here: the review form and the kodeks, in versions."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.access import Verb
from borgerfokus.core.kodeks import CHECKS, PERSPECTIVES, Perspective, Statement
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today, told
from borgerfokus.web.present.words import short_date

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.STANDARD_EDIT)
_LONGEST = 300_000
_ROWS = 8


@_MARK
@require_http_methods(["GET", "POST"])
def review_forms(request: HttpRequest) -> HttpResponse:
    """Every version of the review form; a new version is saved as a concept from its document."""
    document = request.POST.get("document", "")[:_LONGEST]
    errors: list[tuple[str, str]] = []
    if request.method == "POST":
        saved = supervision.save_form(document=document, by=asked(request).actor, at=asked(request).moment)
        if isinstance(saved, supervision.ReviewForm):
            messages.success(request, _("Udgave %(n)s er gemt som udkast.") % {"n": saved.number})
            return redirect("admin:review-form", saved.pk)
        errors = [(error.path, say(error.message)) for error in saved]
    in_use = supervision.form_in_use()
    return show(
        request,
        "admin/review_forms.html",
        page=page(
            request, title=_("Tilsynsskema"), place="admin", current="admin:start", crumbs=_crumbs(_("Tilsynsskema"))
        ),
        columns=(Column(_("Udgave")), Column(_("Tilstand")), Column(_("Gemt"))),
        rows=tuple(_row(one) for one in supervision.forms()),
        document=document or (in_use.document if in_use else ""),
        errors=errors,
        status=422 if errors else 200,
    )


@_MARK
@require_http_methods(["GET", "POST"])
def review_form(request: HttpRequest, form_id: int) -> HttpResponse:
    """One version of the review form: its questions, its document, and putting it into use."""
    found = next((one for one in supervision.forms() if one.pk == form_id), None)
    if found is None:
        raise Hidden(f"review form {form_id}")
    if request.method == "POST":
        refused = supervision.publish_form(form_id=found.pk, by=asked(request).actor, at=asked(request).moment)
        told(request, refused, _("Udgaven er i brug. Kampagner, der er lavet før, beholder deres."))
        return redirect("admin:review-form", found.pk)
    title = _("Tilsynsskema, udgave %(n)s") % {"n": found.number}
    return show(
        request,
        "admin/review_form.html",
        page=page(
            request,
            title=title,
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Tilsynsskema"), reverse("admin:review-forms")), Crumb(title)],
        ),
        chip=_chip(found.state),
        version=found,
        steps=[
            (say(step.title), [(say(one.text), one.article, one.prefill or "") for one in step.questions])
            for step in found.form.steps
        ],
    )


@_MARK
@require_http_methods(["GET", "POST"])
def kodeks(request: HttpRequest) -> HttpResponse:
    """The statements of the kodeks with the checks they rest on; saved as a new version from a day on."""
    errors: list[str] = []
    versions = supervision.kodeks_versions()
    version = versions[0] if versions else None
    statements = list(version.content) if version else []
    typed = {"valid_from": today(request).isoformat(), "reason": ""}
    if request.method == "POST":
        statements, errors = _posted(request)
        typed = {name: request.POST.get(name, "") for name in typed}
        if not errors:
            saved = supervision.save_kodeks(
                statements=statements,
                valid_from=_day(typed["valid_from"]),
                reason=typed["reason"][:1_000],
                by=asked(request).actor,
                at=asked(request).moment,
            )
            if isinstance(saved, supervision.KodeksVersion):
                told(request, None, _("Kodekset er gemt og gælder fra %(day)s.") % {"day": on_day(saved.valid_from)})
                return redirect("admin:kodeks")
            errors = [say(one) for one in saved]
    return show(
        request,
        "admin/kodeks.html",
        page=page(request, title=_("Kodeks"), place="admin", current="admin:start", crumbs=_crumbs(_("Kodeks"))),
        rows=_rows(statements),
        perspectives=[(key.value, say(text)) for key, text in PERSPECTIVES.items()],
        checks=[(one.key, say(one.title)) for one in CHECKS.values()],
        typed=typed,
        errors=errors,
        columns=(Column(_("Udgave")), Column(_("Gælder fra")), Column(_("Udsagn"), numeric=True), Column(_("Hvorfor"))),
        versions=tuple(_version(one, today(request)) for one in versions),
        status=422 if errors else 200,
    )


def _posted(request: HttpRequest) -> tuple[list[Statement], list[str]]:
    """The statements that were typed, row by row; an empty row is left out."""
    found, errors = [], []
    for place in range(_ROWS):
        da, en = (request.POST.get(f"{name}_{place}", "").strip()[:400] for name in ("da", "en"))
        if not da and not en:
            continue
        if not (da and en):
            errors.append(_("Skriv udsagn %(n)s på både dansk og engelsk.") % {"n": place + 1})
            continue
        perspective = request.POST.get(f"perspective_{place}", "")
        chosen = request.POST.getlist(f"checks_{place}")
        found.append(
            Statement(
                key=f"statement-{place + 1}",
                perspective=Perspective(perspective) if perspective in set(Perspective) else Perspective.CITIZEN,
                text=Text(da=da, en=en),
                checks=tuple(key for key in CHECKS if key in chosen),
            )
        )
    return found, errors


def _rows(statements: list[Statement]) -> list[dict[str, object]]:
    by_place = {int(one.key.rpartition("-")[2]) - 1: one for one in statements}
    rows = []
    for place in range(_ROWS):
        one = by_place.get(place)
        rows.append(
            {
                "place": place,
                "number": place + 1,
                "da": one.text.da if one else "",
                "en": one.text.en if one else "",
                "perspective": one.perspective.value if one else "",
                "checks": one.checks if one else (),
            }
        )
    return rows


def _version(one: supervision.KodeksVersion, day: date) -> Row:
    chip = Chip(_("Begynder senere"), "line") if one.valid_from > day else None
    return Row(
        cells=(
            Cell(str(one.number), sub=on_moment(one.saved_at), chip=chip),
            short_date(one.valid_from),
            str(len(one.statements)),
            one.reason,
        )
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _row(one: supervision.ReviewForm) -> Row:
    return Row(
        cells=(
            Cell(str(one.number), href=reverse("admin:review-form", args=[one.pk])),
            _chip(one.state),
            on_moment(one.saved_at),
        )
    )


def _chip(state: str) -> Chip:
    return {
        "concept": Chip(_("Udkast"), "warn"),
        "published": Chip(_("I brug"), "ok"),
        "retired": Chip(_("Trukket tilbage")),
    }[state]


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
