"""One fact of the information list: what is recorded, what says otherwise, who was asked, and what it said before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.obtaining import standing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import chase
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import casepage, doing, factrows
from borgerfokus.web.staff.acts import informing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def fact(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """GET: one fact. POST: record it, let another say otherwise, settle, rule out, or take back what was said."""
    opened = casepage.open_case(request, number)
    if all(row.key != key for row in opened.recorded.result.rows) or not opened.may(Verb.FACT_RECORD):
        raise Hidden(f"fact {key}")
    if request.method == "POST":
        if request.POST.get("fact") != key:
            raise Hidden(f"fact {key}")
        return doing.post(request, opened, informing.FACT, lambda *args, **more: _page(key, *args, **more))
    return _page(key, opened, {})


def _page(key: str, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    row = next(one for one in opened.recorded.result.rows if one.key == key)
    found = opened.recorded.evidence.get(key)
    unsettled = key in opened.recorded.against
    forms = FormsOf(opened, informing.FACT, given)
    fields = (("act", "reopen"), ("fact", key))
    undo = Action(_("Fjern, så den mangler igen"), opened.request.path, "tertiary", "post", fields=fields)
    return casepage.show(
        opened,
        "information",
        "staff/fact.html",
        status=status,
        stick=False,
        row=replace(factrows.row_of(opened, row), actions=()),
        how_to_ask=say(opened.case.type_version.spec.fact(key).how_to_ask),
        settle=forms.get("settle", fact=key) if unsettled else None,
        record=None if unsettled else forms.get("record", fact=key, **_known(opened, key)),
        contradict=forms.get("contradict", fact=key, as_of=opened.today) if found and not unsettled else None,
        rule_out=None if unsettled else forms.get("rule-out", fact=key),
        undo=undo if (found or row.ruled_out) and not unsettled else None,
        asked=_asked(opened, key),
        earlier=_earlier(opened, key),
        back=opened.href("information"),
        open_fold=str(opened.request.GET.get("vis", "")),
    )


def _known(opened: OpenedCase, key: str) -> dict[str, Any]:
    """What the form begins with: what is recorded now."""
    found = opened.recorded.evidence.get(key)
    if found is None:
        return {"as_of": opened.today}
    return {
        "value": found.value,
        "entry": str(found.entry_id or ""),
        "theme": str(found.theme_id or ""),
        "source": "" if found.entry_id or found.theme_id else found.source,
        "as_of": found.as_of,
        "quality": found.quality,
        "partial": not found.complete,
        "against_party": found.against_party,
        "party_unaware": not found.party_knows,
    }


def _asked(opened: OpenedCase, key: str) -> tuple[Item, ...]:
    """Everybody who was asked for it, newest first."""
    return tuple(
        Item(
            title=chase.whom(one),
            text=_("%(course)s. Svar senest %(day)s") % {"course": chase.course(one), "day": short_date(one.due)},
            chip=chase.chip(standing(assessment.chased(one), on=opened.today)),
            href=opened.href("journal", f"entry-{one.letter_entry_id}") if one.letter_entry_id else "",
        )
        for one in assessment.requests_of(case_id=opened.case.pk, fact=key)
    )


def _earlier(opened: OpenedCase, key: str) -> tuple[Item, ...]:
    """What was recorded before, and why a piece was set aside."""
    found = []
    for one in assessment.history_of(case_id=opened.case.pk, fact=key):
        ended = on_day(day_of(one.ended_at)) if one.ended_at else ""
        text = f"{one.source}, {short_date(one.as_of)}. " + (
            _("Lagt til side %(day)s: %(why)s") % {"day": ended, "why": one.settled_why}
            if one.settled_why
            else _("Afløst %(day)s") % {"day": ended}
        )
        found.append(Item(title=one.value, text=text))
    return tuple(found)
