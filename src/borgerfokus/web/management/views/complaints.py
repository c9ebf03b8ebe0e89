"""Complaints about waiting time and conduct in the leader's units, and what people find hard to use: answered here."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import Complaint, ComplaintKind
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.views import Chip
from borgerfokus.web.frame import asked, on_day, page, show, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present.complaints import kind_words

_NEWEST = 100


@dataclass(frozen=True)
class ComplaintShown:
    """A complaint to answer, or answered. `who` is "" where nobody is to be named."""

    id: int
    title: str
    who: str
    meta: str
    text: str
    chip: Chip
    answer: str
    answered: str


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_http_methods(["GET", "POST"])
def complaints(request: HttpRequest) -> HttpResponse:
    """What citizens complain of in the leader's units. A post answers one."""
    return _answer(request, "management:complaints") if request.method == "POST" else _page(request, about_page=False)


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CONFIGURATION_CHECK)
@require_http_methods(["GET", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """What citizens find hard to use here, without who they are. A post answers one."""
    return _answer(request, "management:feedback") if request.method == "POST" else _page(request, about_page=True)


def _answer(request: HttpRequest, back: str) -> HttpResponse:
    wanted = request.POST.get("complaint", "")
    number = whole(wanted) or 0
    ask = asked(request)
    refused = dialogue.answer_complaint(
        complaint_id=number, text=request.POST.get("answer", ""), by=ask.actor, at=ask.moment
    )
    told(request, refused, _("Svaret er sendt. Borgeren kan læse det på sin side."))
    return redirect(back)


def _page(request: HttpRequest, *, about_page: bool) -> HttpResponse:
    mine = dialogue.complaints_for(asked(request).actor)
    chosen = mine.filter(kind=ComplaintKind.ACCESSIBILITY) if about_page else mine.exclude(
        kind=ComplaintKind.ACCESSIBILITY
    )
    rows = list(chosen[:_NEWEST])
    cards = {} if about_page else _names(request, rows)
    writers = organisation.colleagues(_employee(row.answered_by) for row in rows if row.answered_by)
    waiting = sum(1 for row in rows if row.answered_at is None)
    return show(
        request,
        "management/complaints.html",
        page=page(
            request,
            title=_("Det, der er svært at bruge") if about_page else _("Klager over ventetid og optræden"),
            place="admin" if about_page else "management",
            current="admin:start" if about_page else "management:complaints",
        ),
        rows=tuple(
            _shown(
                request,
                row,
                who=cards[row.person_id].name if row.person_id in cards else "",
                writer=writers[_employee(row.answered_by)].name if _employee(row.answered_by) in writers else "",
            )
            for row in rows
        ),
        note=ngettext("%(n)s venter på svar", "%(n)s venter på svar", waiting) % {"n": waiting},
        lead=_("Her står det, borgere finder svært på siden. Du ser ikke, hvem de er.")
        if about_page
        else _("Borgere har klaget til dig som leder. Svaret står på borgerens egen side, ikke i sagen."),
    )


def _names(request: HttpRequest, rows: Sequence[Complaint]) -> dict[int, people.Card]:
    """Who complains, where the leader sees the case: a seal hides the name from leaders too, and the words remain."""
    ask = asked(request)
    about = {row.case_id: row.person_id for row in rows if row.case_id is not None}
    rows_seen = casework.visible_to(ask.actor, at=ask.moment).filter(pk__in=about)
    seen = list(rows_seen.values_list("pk", flat=True))
    return people.cards({about[number] for number in seen}, case_ids={about[number]: number for number in seen})


def _shown(request: HttpRequest, row: Complaint, *, who: str, writer: str) -> ComplaintShown:
    late = row.answered_at is None and row.due < today(request)
    chip = Chip(_("Besvaret"), "ok") if row.answered_at else Chip(_("Over tid") if late else _("Venter"), "warn")
    parts = [row.unit.name if row.unit else "", _("Modtaget %(day)s") % {"day": on_day(row.made_at)}]
    if row.answered_at is None:
        parts.append(_("Svar senest %(day)s") % {"day": on_day(row.due)})
    answered = {"day": on_day(row.answered_at), "who": writer} if row.answered_at else {}
    return ComplaintShown(
        id=row.pk,
        title=kind_words(row.kind),
        who=who,
        meta=" · ".join(part for part in parts if part),
        text=row.text,
        chip=chip,
        answer=row.answer,
        answered=_("Besvaret %(day)s af %(who)s") % answered if answered else "",
    )


def _employee(subject: str) -> int:
    kind, _sep, number = subject.partition(":")
    return (whole(number) or 0) if kind == "employee" else 0
