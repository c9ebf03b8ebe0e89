"""The information list: what must be known before the decision, where each fact stands, and one fact by itself."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.sufficiency import FactRow, FactStatus
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Ball, Chip, FactState, SufficiencyView, SuffRow
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present.words import days, short_date
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import informing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_STATES: Mapping[FactStatus, FactState] = {
    FactStatus.MISSING: "missing",
    FactStatus.WITH_CITIZEN: "waiting",
    FactStatus.WITH_OTHER: "waiting",
    FactStatus.TOO_OLD: "old",
    FactStatus.MET: "met",
    FactStatus.RULED_OUT: "met",
    FactStatus.NOT_NEEDED: "met",
}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the list. POST: ask for facts, or remind."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, informing.ASK, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The list, and the form to ask with the chosen facts ticked."""
    rows = opened.recorded.result.rows
    missing = {FactStatus.MISSING, FactStatus.TOO_OLD}
    open_ones = [row.key for row in rows if row.status in missing and _can_be_asked(row)]
    wanted = opened.request.GET.getlist("fact") or open_ones
    form = FormsOf(opened, informing.ASK, given).get("ask", **informing.asking(opened, facts=wanted))
    pending = any(not row.status.lets_decide for row in rows)
    return casepage.show(
        opened,
        "information",
        "staff/information.html",
        status=status,
        stick=False,
        sufficiency=_view(opened, rows, open_ones),
        ask=form if pending else None,
        open_fold=str(opened.request.GET.get("vis", "")),
    )


def _view(opened: OpenedCase, rows: tuple[FactRow, ...], open_ones: list[str]) -> SufficiencyView:
    spec = opened.case.type_version.spec
    met = len(opened.recorded.result.met)
    counts = Counter(_STATES[row.status] for row in rows)
    summary = _("%(met)s af %(all)s på plads") % {"met": met, "all": len(rows)}
    marks = _marks(rows, counts)
    may = opened.may(Verb.FACT_RECORD)
    ask_all = Action(_("Bed om alle, der mangler"), f"{opened.href('information')}?vis=ask#ask", "primary", key="r")
    return SufficiencyView(
        title=_("Det skal være oplyst, før du kan afgøre efter %(law)s") % {"law": f"{spec.act} § {spec.section}"},
        summary=summary,
        label=". ".join([summary, *(mark.text if isinstance(mark, Chip) else mark.label for mark in marks)]),
        rows=tuple(_row(opened, row) for row in rows),
        version=_("Liste version %(number)s, gælder fra %(day)s")
        % {"number": spec.version, "day": short_date(spec.valid.start)},
        marks=marks,
        action=ask_all if open_ones and may else None,
    )


def _marks(rows: tuple[FactRow, ...], counts: Counter[FactState]) -> tuple[Chip | Ball, ...]:
    found: list[Chip | Ball] = []
    if counts["missing"]:
        text = ngettext("%(n)s mangler", "%(n)s mangler", counts["missing"]) % {"n": counts["missing"]}
        found.append(Chip(text, "bad"))
    if counts["old"]:
        text = ngettext("%(n)s er for gammel", "%(n)s er for gamle", counts["old"]) % {"n": counts["old"]}
        found.append(Chip(text, "warn"))
    citizen = sum(row.status is FactStatus.WITH_CITIZEN for row in rows)
    others = counts["waiting"] - citizen
    if citizen:
        found.append(Ball("you", _("%(n)s hos borgeren") % {"n": citizen}))
    if others:
        found.append(Ball("other", _("%(n)s hos andre") % {"n": others}))
    return tuple(found)


def _row(opened: OpenedCase, row: FactRow) -> SuffRow:
    value, note = _value(row)
    return SuffRow(
        state=_STATES[row.status],
        fact_id=row.key,
        fact=say(row.requirement.title),
        used_for=say(row.requirement.used_for).rstrip("."),
        value=value,
        note=note,
        source=_source(opened, row),
        ball=_ball(row),
        actions=_actions(opened, row) if opened.may(Verb.FACT_RECORD) else (),
    )


def _value(row: FactRow) -> tuple[str, str]:
    asked, limit = row.requested, row.requirement.max_age_months
    if row.status in {FactStatus.WITH_CITIZEN, FactStatus.WITH_OTHER} and asked:
        due = _("svar senest %(day)s") % {"day": short_date(asked.due)} if asked.due else ""
        told = _("Bedt om %(day)s") % {"day": short_date(asked.asked_on)}
        who = say(asked.name)
        return ", ".join(part for part in (told, due) if part), _("Kilde: %(who)s") % {"who": who}
    if row.status is FactStatus.RULED_OUT and row.ruled_out:
        return _("Ikke nødvendig: %(why)s") % {"why": row.ruled_out.reason}, short_date(row.ruled_out.at)
    if row.evidence is not None:
        age = days(row.age_days or 0)
        if row.status is FactStatus.TOO_OLD and limit:
            months = ngettext("højst %(n)s måned", "højst %(n)s måneder", limit) % {"n": limit}
            age = _("%(age)s gammel, %(most)s") % {"age": age, "most": months}
        return row.evidence.value, age
    known = informing.sources()
    return _("Findes ikke på sagen"), _("Kilde: %(who)s") % {
        "who": ", ".join(known[one].lower() for one in row.requirement.sources)
    }


def _source(opened: OpenedCase, row: FactRow) -> Action | None:
    found = opened.recorded.evidence.get(row.key)
    if found is None or row.status not in {FactStatus.MET, FactStatus.TOO_OLD}:
        return None
    where = opened.href("journal", f"entry-{found.entry_id}") if found.entry_id else _fact_href(opened, row.key)
    return Action(found.source, where, "link")


def _ball(row: FactRow) -> Ball | None:
    if row.status is FactStatus.WITH_CITIZEN:
        return Ball("you", _("Hos borgeren"))
    return Ball("other", _("Hos andre")) if row.status is FactStatus.WITH_OTHER else None


def _actions(opened: OpenedCase, row: FactRow) -> tuple[Action, ...]:
    title, where = say(row.requirement.title), _fact_href(opened, row.key)
    if row.status in {FactStatus.MISSING, FactStatus.TOO_OLD} and not _can_be_asked(row):
        return (Action(_("Skriv"), where, "primary", context=title),)
    if row.status in {FactStatus.MISSING, FactStatus.TOO_OLD}:
        ask = f"{opened.href('information')}?fact={row.key}&vis=ask#ask"
        return (
            Action(_("Bed om"), ask, "primary", context=title),
            Action(_("Skriv"), where, "link", context=title),
        )
    if row.requested and row.status in {FactStatus.WITH_CITIZEN, FactStatus.WITH_OTHER}:
        request = opened.recorded.requests[row.key]
        fields = (("act", "remind"), ("request", str(request.pk)))
        return (
            Action(_("Ryk"), opened.href("information"), method="post", context=title, fields=fields),
            Action(_("Skriv"), where, "link", context=title),
        )
    return (Action(_("Ret"), where, "link", context=title),)


def _can_be_asked(row: FactRow) -> bool:
    """Whether anybody but the caseworker can supply the fact."""
    return any(source != Source.CASEWORKER for source in row.requirement.sources)


def _fact_href(opened: OpenedCase, key: str) -> str:
    return reverse("staff:fact", args=[opened.case.number, key])


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def fact(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """GET: one fact. POST: record it, rule it out, or take back what was said of it."""
    opened = casepage.open_case(request, number)
    if all(row.key != key for row in opened.recorded.result.rows) or not opened.may(Verb.FACT_RECORD):
        raise Hidden(f"fact {key}")
    if request.method == "POST":
        if request.POST.get("fact") != key:
            raise Hidden(f"fact {key}")
        return doing.post(request, opened, informing.FACT, lambda *args, **more: _fact_page(key, *args, **more))
    return _fact_page(key, opened, {})


def _fact_page(key: str, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    row = next(one for one in opened.recorded.result.rows if one.key == key)
    found = opened.recorded.evidence.get(key)
    forms = FormsOf(opened, informing.FACT, given)
    known = (
        {
            "value": found.value,
            "entry": str(found.entry_id or ""),
            "source": "" if found.entry_id else found.source,
            "as_of": found.as_of,
            "against_party": found.against_party,
            "party_unaware": not found.party_knows,
        }
        if found
        else {"as_of": opened.today}
    )
    fields = (("act", "reopen"), ("fact", key))
    undo = Action(_("Fjern, så den mangler igen"), opened.request.path, "tertiary", "post", fields=fields)
    return casepage.show(
        opened,
        "information",
        "staff/fact.html",
        status=status,
        stick=False,
        row=replace(_row(opened, row), actions=()),
        how_to_ask=say(opened.case.type_version.spec.fact(key).how_to_ask),
        record=forms.get("record", fact=key, **known),
        rule_out=forms.get("rule-out", fact=key),
        undo=undo if found or row.ruled_out else None,
        back=opened.href("information"),
        known_since=on_day(found.recorded_at) if found else "",
    )
