"""Whether cases ran as the law and the case type say: rule by rule, and down to the cases for who may see them."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Bound, Share
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Chip, Paging, Row
from borgerfokus.web.frame import asked, say, show
from borgerfokus.web.management.flowreader import FlowReader
from borgerfokus.web.present import flow as words
from borgerfokus.web.present.flowtables import Told, columns
from borgerfokus.web.present.sheets import asked_format, file_answer
from borgerfokus.web.present.words import short_date

_FILTERS = ("log", "slags", "som", "enhed", "udfald", "fra", "til")
_PER_PAGE = 50


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that holds for the case type, those broken most first; ?format= the same as a file."""
    reader = FlowReader(request)
    found = _kept(reader)
    told = _table(found, reader)
    if kind := asked_format(request):
        labels = [column.label for column in told.columns]
        return file_answer(kind, name=f"regler-{reader.kind}", columns=labels, rows=words.plain(told.rows))
    frame = reader.frame(title=_("Regler"), current="flow-rules")
    return show(
        request,
        "management/flow_rules.html",
        **(frame if found else frame | {"actions": ()}),
        fields=reader.fields(*_FILTERS) if reader.log else (),
        active=(),
        told=told if found else None,
        finding=_finding(found),
        foreign=reader.log is not None and bool(reader.kind) and reader.spec is None,
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_safe
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """The cases in which one rule is broken, for the leader of their units; ?format= the same as a file."""
    reader = FlowReader(request)
    rules_ = insight.rules_of(reader.spec, on=reader.today) if reader.spec and reader.exact else []
    one = insight.rule_named(rules_, key)
    if one is None:
        raise Hidden(f"rule {key}")
    cases = _breaking(reader, one)
    labels = columns((_("Sag"), _("Modtaget"), _("Fase"), _("Enhed"), _("Sagsbehandler")))
    if kind := asked_format(request):
        rows = words.plain([_case(case) for case in cases])
        return file_answer(kind, name=f"regel-{key}", columns=[column.label for column in labels], rows=rows)
    shown = Paginator(cases, _PER_PAGE).get_page(request.GET.get("side"))
    above = f"{reverse('management:flow-rules')}?{reader.query(side='')}"
    title = say(one.rule.title)
    crumbs = (Crumb(_("Regler"), above), Crumb(title))
    return show(
        request,
        "management/flow_rule.html",
        **reader.frame(title=title, current="flow-rules", crumbs=crumbs),
        fields=(),
        active=(),
        rule=one.rule,
        means=say(one.rule.means),
        count=_("%(count)s sager, %(kind)s") % {"count": shown.paginator.count, "kind": reader.kind_name},
        back=Action(_("Alle regler"), above),
        cases=Told(labels, tuple(_case(case) for case in shown)),
        paging=_paging(reader, shown),
    )


def _breaking(reader: FlowReader, one: Bound) -> QuerySet[Case]:
    ask = asked(reader.request)
    if reader.log is None:
        return Case.objects.none()
    return insight.breaking(reader.log, reader.question, one, by=ask.actor, at=ask.moment)


def _kept(reader: FlowReader) -> list[Share]:
    if reader.log is None or reader.spec is None:
        return []
    rules_ = insight.rules_of(reader.spec, on=reader.today)
    return insight.told_kept(reader.log, reader.question, rules_, rule=reader.rule)


def _table(found: list[Share], reader: FlowReader) -> Told:
    labels = columns((_("Regel"), _("Paragraf"), _("Holdt?")), _("Sager med spørgsmålet"), _("Ikke holdt"), _("Andel"))
    return Told(labels, tuple(_rule(one, reader) for one in found))


def _rule(one: Share, reader: FlowReader) -> Row:
    rule_ = one.bound.rule
    title = say(rule_.title)
    if not reader.exact:
        few = one.percent is None
        figures = (_("for få"), "–", "–") if few else (str(one.cases), str(one.broken), f"{one.percent} %")
        chip = Chip(_("for få sager"), "line") if few else _chip(one.broken)
        return Row(cells=(Cell(title, sub=say(rule_.means)), rule_.article, chip, *figures))
    href = f"{reverse('management:flow-rule', args=[rule_.key])}?{reader.query()}" if one.broken else ""
    share_text = "–" if one.percent is None else f"{one.percent} %"
    name = Cell(title, sub=say(rule_.means), href=href)
    chip = _chip(one.broken) if one.cases else Chip(_("ingen sager"), "line")
    return Row(cells=(name, rule_.article, chip, str(one.cases), str(one.broken), share_text))


def _chip(broken: int) -> Chip:
    return Chip(_("ikke altid"), "warn") if broken else Chip(_("holdt"), "ok")


def _finding(found: list[Share]) -> str:
    if not found:
        return ""
    broken = [one for one in found if one.broken]
    if not broken:
        return _("Alle regler er holdt, så vidt det kan vises.")
    return _("%(count)s af %(all)s regler er ikke altid holdt. Oftest: %(first)s.") % {
        "count": len(broken),
        "all": len(found),
        "first": say(broken[0].bound.rule.title),
    }


def _case(case: Case) -> Row:
    worker = case.caseworker.name if case.caseworker else _("Ingen sagsbehandler")
    number = Cell(case.number, href=reverse("staff:history", args=[case.number]))
    phase = say(PHASE_TITLES[Phase(case.phase)])
    return Row(cells=(number, short_date(day_of(case.received_at)), phase, case.unit.name, worker))


def _paging(reader: FlowReader, shown: Page[Case]) -> Paging:
    return Paging(
        summary=_("Side %(page)s af %(pages)s") % {"page": shown.number, "pages": shown.paginator.num_pages},
        older_href=_side(reader, shown.next_page_number()) if shown.has_next() else "",
        newer_href=_side(reader, shown.previous_page_number()) if shown.has_previous() else "",
    )


def _side(reader: FlowReader, number: int) -> str:
    return f"?{reader.query(side=str(number))}"
