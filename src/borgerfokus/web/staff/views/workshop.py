"""The decision workshop: outcome, reasons built from the file, checks, readability, letter, approval, sending."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.service import Checked, DecisionState, DecisionView
from borgerfokus.core.access import Verb
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Alert, NextActView
from borgerfokus.web.frame import say
from borgerfokus.web.present import letter, readable
from borgerfokus.web.present.sheets import pdf_answer
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff import casepage, doing, letterchecks, nextact
from borgerfokus.web.staff.acts import writing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf
from borgerfokus.web.staff.views.decisions import state_chip

_OPEN = frozenset({DecisionState.DRAFT, DecisionState.RETURNED, DecisionState.TO_APPROVE, DecisionState.APPROVED})


@dataclass(frozen=True)
class FactOnFile:
    """A fact that the reasons may rest on."""

    key: str
    title: str
    value: str
    href: str


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE, fresh_acts="issue approve")
def show(request: HttpRequest, number: str, decision_id: int) -> HttpResponse:
    """GET: the workshop. POST: save, pull in, have read, approve, send back or send."""
    opened = casepage.open_case(request, number)
    _of_case(opened, decision_id)
    if request.method == "POST":
        if request.POST.get("decision") != str(decision_id):
            raise Hidden(f"decision {decision_id}")
        return doing.post(request, opened, writing.ACTS, lambda *args, **more: _page(decision_id, *args, **more))
    return _page(decision_id, opened, {})


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_safe
def pdf(request: HttpRequest, number: str, decision_id: int) -> HttpResponse:
    """The letter as it would look, marked as not sent."""
    opened = casepage.open_case(request, number)
    _of_case(opened, decision_id)
    seen = decisions.preview(decision_id=decision_id, by=opened.by, at=opened.at)
    return pdf_answer(seen.pdf, name=f"kladde-{opened.case.number}")


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE, keeps_text=False)
@require_POST
def readability(request: HttpRequest, number: str, decision_id: int) -> HttpResponse:
    """How easy the letter is to read with the reasons as they are typed: the part of the page that says so."""
    opened = casepage.open_case(request, number)
    _of_case(opened, decision_id)
    if not opened.may(Verb.DECISION_DRAFT):
        raise Hidden(f"decision {decision_id}")
    typed = [request.POST.get(name, "")[:20_000] for name in ("rules", "considerations", "facts")]
    found = decisions.readability_of(decision_id=decision_id, reasons=Reasons(*typed), by=opened.by, at=opened.at)
    shown = {"scale": readable.scale(found), "reading": readable.reading(found)}
    return render(request, "staff/readability_part.html", shown)


def _of_case(opened: OpenedCase, decision_id: int) -> DecisionView:
    found = decisions.decisions_of(case_id=opened.case.pk, by=opened.by, at=opened.at)
    one = next((view for view in found if view.id == decision_id), None)
    if one is None:
        raise Hidden(f"decision {decision_id}")
    return one


def _page(decision_id: int, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    one = _of_case(opened, decision_id)
    looked = decisions.letter_checks(decision_id=decision_id, by=opened.by, at=opened.at)
    standing = decisions.standing_of(case=opened.case, at=opened.at)
    for form in given.values():
        form.put("version", one.version)
    forms = FormsOf(opened, writing.ACTS, given)
    is_open = one.state in _OPEN
    reads = one.state is DecisionState.TO_APPROVE
    known = {"decision": one.id, "version": one.version}
    return casepage.show(
        opened,
        "decisions",
        "staff/workshop.html",
        status=status,
        title=_("Afgørelse: %(name)s") % {"name": opened.card.name},
        act_now=_now(opened, one, looked, needs_reader=standing.approved is False),
        trail=letterchecks.trail(one, standing, looked),
        one_state=state_chip(one),
        form=forms.get("draft", **writing.first(one, provider=_provider(opened))) if is_open else None,
        then=writing,
        parts=letterchecks.parts(opened, one, looked),
        facts=tuple(_fact(opened, *row) for row in writing.facts_on_file(opened)),
        hearing=say(standing.hearing.label),
        checks=letterchecks.items(looked),
        faults=letterchecks.faults(looked),
        scale=readable.scale(looked.readability),
        reading=readable.reading(looked.readability),
        sheet=letter.view(looked.letter, language=one.language),
        live=reverse("staff:decision-readability", args=[opened.case.number, one.id]) if is_open else "",
        pdf=reverse("staff:decision-pdf", args=[opened.case.number, one.id]),
        approve=forms.get("approve", **known) if reads else None,
        send_back=forms.get("return", **known) if reads else None,
        issue=forms.get("issue", **known) if is_open else None,
        needs_reader=standing.approved is False,
        is_approved=standing.approved is True,
        approver=one.approver,
        returned=one.returned_reason if one.state is DecisionState.RETURNED else "",
        conflict=_conflict(one) if status == 409 else None,
        refused=() if is_open else tuple(str(error) for form in given.values() for error in form.non_field_errors()),
        back=opened.href("decisions"),
    )


def _provider(opened: OpenedCase) -> str:
    """Who gives the offer that is chosen in the case."""
    return opened.chosen.offer.provider if opened.chosen else ""


def _now(opened: OpenedCase, one: DecisionView, looked: Checked, *, needs_reader: bool) -> NextActView | None:
    """The next act of the decision while it is written: mend the first fault, have it read, or send it."""
    kicker = _("Næste skridt i afgørelsen")
    if one.state in _OPEN and looked.faults:
        fault = looked.faults[0]
        return NextActView(kicker=kicker, title=say(fault.text).rstrip("."), text=capital(fault.article))
    if one.state in {DecisionState.DRAFT, DecisionState.RETURNED}:
        if needs_reader:
            return NextActView(
                kicker=kicker, title=_("Send afgørelsen til godkendelse"), text=_("Retssikkerhedsloven § 16")
            )
        return NextActView(kicker=kicker, title=_("Send afgørelsen til borgeren"), text=_("Forvaltningsloven § 25"))
    return nextact.view(opened)


def _fact(opened: OpenedCase, key: str, title: str, value: str) -> FactOnFile:
    return FactOnFile(key, title, value, reverse("staff:fact", args=[opened.case.number, key]))


def _conflict(one: DecisionView) -> Alert:
    theirs = f"{one.granted}\n{one.reasons.considerations}\n{one.reasons.facts}"
    return Alert(
        "warning",
        _("Din tekst står i felterne. %(name)s har imens gemt: %(text)s") % {"name": one.edited_by, "text": theirs},
        _("En anden har ændret afgørelsen imens"),
        (Action(_("Åbn den, som den nu er gemt"), opened_path(one)),),
    )


def opened_path(one: DecisionView) -> str:
    """The address of the workshop as it stands, without what was typed."""
    return f"?udgave={one.version}"
