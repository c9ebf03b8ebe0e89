"""One look-up under control: why it stands out, what the employee says, and how it ends."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import ControlItem
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.logcontrol.words import ENDED, GROUNDS, OUTCOMES, State
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Term
from borgerfokus.web.frame import asked, on_day, on_moment, say, show, today, told
from borgerfokus.web.management.views.control import REVIEWS, framed
from borgerfokus.web.present import logcontrol as words
from borgerfokus.web.present import lookups as log_words


@REVIEWS
@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """GET: the look-up with the citizen's name, which is logged. POST: ask, close, send on, or conclude."""
    row = logcontrol.find_item(item_id=item_id, by=asked(request).actor)
    if request.method == "POST":
        return _act(request, row)
    return _page(request, row)


_Run = Callable[[HttpRequest, ControlItem], tuple[Refusal | None, str]]


def _act(request: HttpRequest, row: ControlItem) -> HttpResponse:
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Hidden("act")
    refused, done = act(request, row)
    if refused is not None:
        told(request, refused, "")
        return _page(request, row, status=422)
    told(request, None, done)
    return redirect("management:control-item", row.pk)


def _page(request: HttpRequest, row: ControlItem, *, status: int = 200) -> HttpResponse:
    on = today(request)
    citizen = people.cards([row.person_id]).get(row.person_id)
    title = _("Opslag af %(name)s") % {"name": row.employee.name}
    back = Crumb(words.round_title(row.round), reverse("management:control-round", args=[row.round_id]))
    ended = State(row.state) in ENDED
    return show(
        request,
        "management/control_item.html",
        status=status,
        page=framed(request, title, back, Crumb(title)),
        item=row,
        chip=words.state_chip(row),
        terms=_terms(row, citizen.name if citizen else _("Ukendt")),
        reasons=words.reasons(row),
        kind=words.kind(row),
        asked=_asked(row),
        late=row.state == State.ASKED and row.answer_due is not None and row.answer_due < on,
        may_ask=row.state == State.OPEN,
        may_judge=not ended,
        may_conclude=row.state == State.ESCALATED and logcontrol.is_officer(asked(request).actor),
        grounds=tuple((key.value, say(text)) for key, text in GROUNDS.items()),
        outcomes=tuple((key.value, say(text)) for key, text in OUTCOMES.items()),
        ending=_ending(row),
        report_by=_report_by(request, row),
        typed={name: request.POST.get(name, "") for name in ("question", "ground", "note", "why", "outcome")},
        draft=_("Hvorfor slog du denne borger op den %(day)s?") % {"day": on_day(row.looked_at)},
    )


def _ask(request: HttpRequest, row: ControlItem) -> tuple[Refusal | None, str]:
    by, at = asked(request).actor, asked(request).moment
    refused = logcontrol.ask(item_id=row.pk, question=request.POST.get("question", ""), by=by, at=at)
    return refused, _("Medarbejderen er spurgt og ser spørgsmålet på sin egen side.")


def _close(request: HttpRequest, row: ControlItem) -> tuple[Refusal | None, str]:
    by, at = asked(request).actor, asked(request).moment
    ground, note = request.POST.get("ground", ""), request.POST.get("note", "")
    return logcontrol.close(item_id=row.pk, ground=ground, note=note, by=by, at=at), _("Opslaget er lukket.")


def _escalate(request: HttpRequest, row: ControlItem) -> tuple[Refusal | None, str]:
    by, at = asked(request).actor, asked(request).moment
    refused = logcontrol.escalate(item_id=row.pk, note=request.POST.get("why", ""), by=by, at=at)
    return refused, _("Opslaget er sendt videre til databeskyttelsesrådgiveren.")


def _conclude(request: HttpRequest, row: ControlItem) -> tuple[Refusal | None, str]:
    by, at = asked(request).actor, asked(request).moment
    outcome, note = request.POST.get("outcome", ""), request.POST.get("note", "")
    return logcontrol.conclude(item_id=row.pk, outcome=outcome, note=note, by=by, at=at), _("Afgørelsen er gemt.")


_ACTS: Mapping[str, _Run] = {"ask": _ask, "close": _close, "escalate": _escalate, "conclude": _conclude}


def _terms(row: ControlItem, citizen: str) -> tuple[Term, ...]:
    units = organisation.colleagues([row.employee_id])
    reviewer = row.reviewer.name if row.reviewer else _("Databeskyttelsesrådgiveren")
    return (
        Term(_("Medarbejder"), row.employee.name, sub=units[row.employee_id].title if row.employee_id in units else ""),
        Term(_("Enhed"), row.unit.name if row.unit else "–"),
        Term(_("Borger"), citizen),
        Term(_("Første opslag"), on_moment(row.looked_at)),
        Term(_("Opslag den dag"), str(row.times)),
        Term(_("Hvad"), say(log_words.look(row.look))),
        Term(_("Formål"), say(log_words.purpose(row.purpose))),
        Term(_("Sag"), row.case_number or _("Ingen sag")),
        Term(_("Gennemgås af"), reviewer),
        Term(_("Senest"), on_day(row.round.review_due) if row.round.review_due else "–"),
    )


def _asked(row: ControlItem) -> tuple[Term, ...]:
    if row.asked_at is None:
        return ()
    answer = Term(_("Svar"), row.answer, sub=on_moment(row.answered_at)) if row.answered_at else None
    waits = _("Svar senest %(day)s") % {"day": on_day(row.answer_due)} if row.answer_due and not answer else ""
    found = [Term(_("Spørgsmål"), row.question, sub=" · ".join(filter(None, (on_moment(row.asked_at), waits))))]
    if row.reminders:
        found.append(Term(_("Påmindet"), _("%(n)s gange") % {"n": row.reminders}))
    return (*found, answer) if answer else tuple(found)


def _ending(row: ControlItem) -> tuple[Term, ...]:
    found = []
    if row.decided_at and row.ground:
        found.append(Term(_("Lukket"), words.ground(row.ground), sub=on_moment(row.decided_at)))
    elif row.decided_at:
        found.append(Term(_("Sendt videre"), on_moment(row.decided_at)))
    if row.note:
        found.append(Term(_("Bemærkning"), row.note))
    if row.outcome and row.concluded_at:
        found.append(Term(_("Afgørelse"), words.outcome(row.outcome), sub=on_moment(row.concluded_at)))
        found.append(Term(_("Begrundelse"), row.outcome_note))
    return tuple(found)


def _report_by(request: HttpRequest, row: ControlItem) -> str:
    hours = parameters.at("gdpr.breach_notification", on=today(request)).number
    day = logcontrol.report_by(row, hours=hours)
    if day is None:
        return ""
    return _("Er det et brud på datasikkerheden, skal det anmeldes senest %(day)s (artikel 33).") % {"day": on_day(day)}
