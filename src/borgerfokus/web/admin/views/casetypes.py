"""Case types: versions, a new version from a document, publishing and retiring, and the configuration check."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Weight
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, page, say, show, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present.words import short_date

_LONGEST = 300_000


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CONFIGURATION_CHECK)
def start(request: HttpRequest) -> HttpResponse:
    """What an administrator keeps, and what the configuration check finds."""
    findings = casework.check_configuration(on=today(request))
    blocking = [one for one in findings if one.finding.weight is Weight.BLOCKING]
    return show(
        request,
        "admin/start.html",
        page=page(request, title=_("Styring"), place="admin", current="admin:start"),
        kept=_kept(asked(request).actor),
        blocking=[(one.case_type, one.finding.path, say(one.finding.message)) for one in blocking],
        advice=[(one.case_type, one.finding.path, say(one.finding.message)) for one in findings if one not in blocking],
    )


def _kept(by: Actor) -> tuple[tuple[str, str, str], ...]:
    """The pages on which the actor may keep something: address, heading, what it is."""
    every = (
        (Verb.CASE_TYPE_EDIT, "types", _("Sagstyper"), _("Faser, frister, oplysninger og breve for hver slags sag.")),
        (Verb.PARAMETER_EDIT, "values", _("Værdier"), _("Lovens frister og dem, kommunen selv har besluttet.")),
        (Verb.LETTER_TEMPLATE_EDIT, "wordings", _("Breve"), _("Ordene i de breve, som borgerne får.")),
        (Verb.ORGANISATION_EDIT, "units", _("Enheder"), _("Organisationen, og hvem der har ansvar for hvad.")),
        (Verb.PAGE_EDIT, "pages", _("Sider"), _("Det, som alle kan læse om hjælp, priser, kvalitet og åbningstider.")),
        (Verb.PAGE_EDIT, "guide", _("Guiden"), _("De få spørgsmål, der viser vej til hjælp.")),
        (Verb.APPOINTMENT_REASON_EDIT, "reasons", _("Aftaler"), _("Hvad man kan booke tid om, og lokalerne.")),
        (Verb.STANDARD_EDIT, "kodeks", _("Kodeks"), _("Udsagn om god sagsbehandling, og hvad de ses på.")),
        (Verb.STANDARD_EDIT, "review-forms", _("Tilsynsskema"), _("Spørgsmålene i ledelsestilsyn, trin for trin.")),
        (Verb.POST_OPERATE, "post", _("Post"), _("Køer, og det, der ikke kom frem. Uden navne og indhold.")),
        (Verb.CONFIGURATION_CHECK, "management:feedback", _("Tilgængelighed"), _("Det, borgere finder svært her.")),
        (Verb.CLIENT_EDIT, "clients", _("Programmer"), _("Systemer, der må hente og oprette sager.")),
        (Verb.CLIENT_EDIT, "integrations", _("Integrationer"), _("Systemer, der får besked, og om den når frem.")),
    )
    return tuple((_href(name), heading, what) for verb, name, heading, what in every if by.can(verb))


def _href(name: str) -> str:
    return reverse(name if ":" in name else f"admin:{name}")


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CASE_TYPE_EDIT)
@require_http_methods(["GET", "POST"])
def types(request: HttpRequest) -> HttpResponse:
    """Every version of every case type; a new version is saved as a concept from its document."""
    document = request.POST.get("document", "")[:_LONGEST]
    words = request.GET.get("q", "").strip().lower()[:80]
    errors: list[tuple[str, str]] = []
    if request.method == "POST":
        saved = casework.save_case_type(document=document, by=asked(request).actor, at=asked(request).moment)
        if isinstance(saved, casework.CaseTypeVersion):
            messages.success(request, _("Udgave %(n)s er gemt som udkast.") % {"n": saved.number})
            return redirect("admin:type", saved.pk)
        errors = [(error.path, say(error.message)) for error in saved]
    return show(
        request,
        "admin/types.html",
        page=page(request, title=_("Sagstyper"), place="admin", current="admin:start", crumbs=_crumbs(_("Sagstyper"))),
        columns=(
            Column(_("Sagstype")),
            Column(_("Udgave"), numeric=True),
            Column(_("Tilstand")),
            Column(_("Gælder fra")),
            Column(_("Gælder til")),
        ),
        rows=tuple(_row(one) for one in casework.all_versions() if words in _searched(one)),
        words=words,
        document=document,
        errors=errors,
        status=422 if errors else 200,
    )


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CASE_TYPE_EDIT)
@require_http_methods(["GET", "POST"])
def one_type(request: HttpRequest, version_id: int) -> HttpResponse:
    """One version: its document, its phases and facts, and publishing or retiring it."""
    version = casework.all_versions().filter(pk=version_id).first()
    if version is None:
        raise Http404
    if request.method == "POST":
        return _change(request, version)
    spec = version.spec
    title = _("%(name)s, udgave %(n)s") % {"name": say(spec.title_staff), "n": version.number}
    return show(
        request,
        "admin/type.html",
        page=page(
            request,
            title=title,
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Sagstyper"), reverse("admin:types")), Crumb(title)],
        ),
        chip=_chip(version.state),
        version=version,
        basis=f"{spec.act} § {spec.section}",
        phases=[(say(one.title_staff), say(one.milestone) if one.milestone else "") for one in spec.phases],
        facts=[(one.key, say(one.title), say(one.used_for)) for one in spec.information],
        questions=[say(field.label) for field in spec.fields],
    )


def _change(request: HttpRequest, version: casework.CaseTypeVersion) -> HttpResponse:
    by, at = asked(request).actor, asked(request).moment
    if request.POST.get("act") == "publish":
        seen = request.POST.get("version", "")
        refused = casework.publish_case_type(
            version_id=version.pk, version=whole(seen) or 0, by=by, at=at
        )
        told(request, refused, _("Udgaven er i brug fra sin første dag."))
    else:
        refused = casework.retire_case_type(version_id=version.pk, on=today(request), by=by, at=at)
        told(request, refused, _("Udgaven starter ikke flere sager."))
    return redirect("admin:type", version.pk)


def _searched(version: casework.CaseTypeVersion) -> str:
    return f"{version} {version.title} {version.spec.title_staff.en}".lower()


def _row(version: casework.CaseTypeVersion) -> Row:
    return Row(
        cells=(
            Cell(say(version.spec.title_staff), sub=version.key, href=reverse("admin:type", args=[version.pk])),
            str(version.number),
            _chip(version.state),
            short_date(version.valid_from),
            short_date(version.valid_to) if version.valid_to else _("indtil videre"),
        )
    )


def _chip(state: str) -> Chip:
    labels = {"concept": _("Udkast"), "published": _("I brug"), "retired": _("Trukket tilbage")}
    kinds = {"concept": "warn", "published": "ok"}
    return Chip(labels[state], kinds.get(state, "plain"))  # type: ignore[arg-type]


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
