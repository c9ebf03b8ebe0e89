"""The guide as a document: its versions, a new one looked through before it is taken into use."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.guide import Condition, Guide, Rule
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, told

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PAGE_EDIT)
_LONGEST = 100_000


@_MARK
@require_http_methods(["GET", "POST"])
def versions(request: HttpRequest) -> HttpResponse:
    """The municipality's versions; a post saves a new one as a concept."""
    by, at = asked(request).actor, asked(request).moment
    document, wrong = guidance.guide_document(), ""
    if request.method == "POST":
        document = request.POST.get("document", "")[:_LONGEST].replace("\r\n", "\n")
        saved = guidance.save_guide(document=document, by=by, at=at)
        if not isinstance(saved, Refusal):
            told(request, None, _("Udgave %(n)s er gemt som udkast.") % {"n": saved.number})
            return redirect("admin:guide-version", saved.number)
        wrong = say(saved.text)
    rows = guidance.guide_versions(by=by)
    return show(
        request,
        "admin/guide.html",
        page=page(request, title=_("Guiden"), place="admin", current="admin:start", crumbs=_crumbs()),
        status=422 if wrong else 200,
        columns=(Column(_("Udgave")), Column(_("Tilstand")), Column(_("Gemt")), Column(_("Af"))),
        rows=tuple(_row(one) for one in rows),
        own=any(one.state == guidance.PageState.PUBLISHED for one in rows),
        document=document,
        wrong=wrong,
    )


@_MARK
@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, number: int) -> HttpResponse:
    """One version as it will be asked, with what each answer leads to; a post takes it into use."""
    by, at = asked(request).actor, asked(request).moment
    row, known = guidance.guide_version(number=number, by=by)
    if request.method == "POST":
        refused = guidance.publish_guide(number=number, by=by, at=at)
        told(request, refused, _("Guiden spørger nu sådan her."))
        return redirect("admin:guide-version", number)
    title = _("Guiden, udgave %(n)s") % {"n": number}
    return show(
        request,
        "admin/guide_version.html",
        page=page(request, title=title, place="admin", current="admin:start", crumbs=_crumbs(title)),
        chip=_chip(row),
        here=reverse("admin:guide-version", args=[number]),
        in_use=row.state == guidance.PageState.PUBLISHED,
        questions=tuple(
            (say(one.text), say(one.help), _when(known, one.only_if), tuple(say(each.text) for each in one.options))
            for one in known.questions
        ),
        columns=(Column(_("Når der er svaret")), Column(_("Vises det her"))),
        rules=tuple(Row(cells=(_when(known, one.when) or _("Altid"), _leads(one))) for one in known.rules),
        document=row.document,
    )


def _when(known: Guide, condition: Condition) -> str:
    """A condition in the words of the questions."""
    found = []
    for question in known.questions:
        wanted = condition.get(question.key, frozenset())
        chosen = [say(one.text) for one in question.options if one.key in wanted]
        if chosen:
            found.append(f"{say(question.text)} {' / '.join(chosen)}")
    return "; ".join(found)


def _leads(rule: Rule) -> str:
    """What a rule adds, in words."""
    found = [say(text) for text in (*rule.oneself, *rule.associations)]
    if rule.themes:
        found.append(_("Åbne tilbud: %(themes)s") % {"themes": ", ".join(sorted(rule.themes))})
    if rule.ask:
        found.append(_("Søg om: %(types)s") % {"types": ", ".join(rule.ask)})
    if rule.urgent:
        found.append(_("Numre, man kan ringe til nu"))
    if rule.concern:
        found.append(_("Underretning om et barn"))
    return " · ".join(found)


def _chip(row: guidance.GuideVersion) -> Chip:
    states = {
        "concept": Chip(_("Udkast"), "line"),
        "published": Chip(_("I brug"), "ok"),
        "retired": Chip(_("Afløst"), "plain"),
    }
    return states[row.state]


def _row(row: guidance.GuideVersion) -> Row:
    href = reverse("admin:guide-version", args=[row.number])
    return Row(cells=(Cell(str(row.number), href=href), _chip(row), on_moment(row.saved_at), row.saved_by_name))


def _crumbs(title: str = "") -> list[Crumb]:
    crumbs = [Crumb(_("Styring"), reverse("admin:start")), Crumb(_("Guiden"), reverse("admin:guide") if title else "")]
    return [*crumbs, Crumb(title)] if title else crumbs
