"""The inbox: handovers to accept or refuse, questions to answer, decisions to read, and what else has come in."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Consultation, Handover
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Item, StateView
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.numbers import posted
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import caserows, fields, keys, news
from borgerfokus.web.staff.asked import AnswerForm, Asked, asked_of, form_of
from borgerfokus.web.staff.views import knowledge

_NEWS_DAYS = 14


class RefuseForm(forms.Form):
    """Why a case is not taken."""

    reason = fields.area(__("Hvorfor tager I ikke sagen?"), rows=2)


@dataclass(frozen=True)
class Offered:
    """A case that another unit offers."""

    id: int
    title: str
    meta: str
    must_know: tuple[str, ...]
    promised: tuple[str, ...]
    href: str
    talked: bool
    form: RefuseForm


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest) -> HttpResponse:
    """GET: everything that waits. POST: accept or refuse a handover, or answer a question."""
    return _post(request) if request.method == "POST" else _page(request, "", None)


def _page(request: HttpRequest, posted: str, form: forms.Form | None, *, status: int = 200) -> HttpResponse:
    """The inbox; the form that was `posted` ("refuse-7") comes back as it was."""
    asked, day = frame.asked(request), caserows.day_of(request)
    arrived = news.gather(by=asked.actor, at=asked.moment, since=asked.moment - timedelta(days=_NEWS_DAYS))
    reading = _to_read(request)
    cards = news.cards(arrived, {one.case.citizen_id: one.case.pk for one in reading})
    rest = replace(arrived, handovers=(), consultations=())
    items = news.items(rest, cards, today=day.today)
    past = knowledge.see_to(guidance.past_review(by=asked.actor, on=day.today), guidance.waiting(by=asked.actor))
    asking = guidance.questions_for(by=asked.actor, since=asked.moment - timedelta(days=_NEWS_DAYS))
    written = _messages(request)
    waits = arrived.handovers or arrived.consultations or reading or items or written or past or asking
    return frame.show(
        request,
        "staff/inbox.html",
        page=frame.page(request, title=_("Indbakke"), place="staff", current="staff:inbox"),
        status=status,
        offered=tuple(_offered(row, cards, posted, form) for row in arrived.handovers),
        questions=tuple(_question(row, cards, day, posted, form) for row in arrived.consultations),
        reading=tuple(_reading(one, cards) for one in reading),
        news=items,
        orders=(*written, *_orders(request)),
        past=past,
        asking=tuple(knowledge.question_item(row) for row in asking),
        here=reverse("staff:inbox"),
        empty=None if waits else _empty(),
        hints=keys.of_day(),
    )


def _messages(request: HttpRequest) -> tuple[Item, ...]:
    """That citizens wait for an answer; the messages have a place of their own."""
    asked = frame.asked(request)
    if not asked.actor.can(Verb.MESSAGE_SEND):
        return ()
    count, late = messages.waiting_for(asked.actor, at=asked.moment)
    if not count:
        return ()
    title = ngettext("%(n)s besked venter på svar", "%(n)s beskeder venter på svar", count) % {"n": count}
    text = ngettext("%(n)s er over det, vi har lovet", "%(n)s er over det, vi har lovet", late) % {"n": late}
    return (Item(title, text if late else _("Ingen er over det, vi har lovet"), reverse("staff:messages"), "chat"),)


def _orders(request: HttpRequest) -> tuple[Item, ...]:
    """That help is ordered from the actor's own units; the orders have a place of their own."""
    asked = frame.asked(request)
    count = interventions.orders_to(asked.actor, at=asked.moment).count()
    if not count:
        return ()
    title = ngettext("%(n)s bestilling til jeres enhed", "%(n)s bestillinger til jeres enhed", count) % {"n": count}
    return (Item(title, _("Svar, start og status på den hjælp, I giver"), reverse("partner:orders"), "assignment"),)


@dataclass(frozen=True)
class _Reading:
    decision_id: int
    case: casework.Case


def _to_read(request: HttpRequest) -> list[_Reading]:
    """The decisions that wait for the actor's approval."""
    asked = frame.asked(request)
    ids = decisions.to_approve(by=asked.actor, at=asked.moment)
    if not ids:
        return []
    rows = decisions.visible_to(asked.actor, at=asked.moment).filter(pk__in=ids).select_related("case__type_version")
    return [_Reading(row.pk, row.case) for row in rows.order_by("edited_at")]


def _reading(one: _Reading, cards: dict[int, Card]) -> Item:
    where = reverse("staff:decision", args=[one.case.number, one.decision_id])
    card = cards.get(one.case.citizen_id)
    return Item(
        title=_("Læs og godkend: %(name)s") % {"name": card.name if card else one.case.number},
        text=say(one.case.type_version.spec.title_staff),
        href=where,
        icon="how-to-reg",
        actions=(Action(_("Læs"), where, "primary", context=one.case.number),),
    )


def _offered(row: Handover, cards: dict[int, Card], posted: str, form: forms.Form | None) -> Offered:
    card = cards.get(row.case.citizen_id)
    mine = form if posted == f"refuse-{row.pk}" and isinstance(form, RefuseForm) else None
    return Offered(
        id=row.pk,
        title=_("%(unit)s tilbyder %(name)s") % {"unit": row.from_unit.name, "name": card.name if card else ""},
        meta=f"{say(row.case.type_version.spec.title_staff)} · {row.case.number} · {on_day(row.offered_at)}",
        must_know=paragraphs(row.must_know),
        promised=paragraphs(row.promised),
        href=reverse("staff:handover", args=[row.case.number]),
        talked=row.talk_on is not None,
        form=mine or RefuseForm(auto_id=f"refuse-{row.pk}-%s"),
    )


def _question(
    row: Consultation, cards: dict[int, Card], day: casework.Day, posted: str, form: forms.Form | None
) -> Asked:
    card = cards.get(row.case.citizen_id)
    mine = form if posted == f"answer-{row.pk}" and isinstance(form, AnswerForm) else None
    return asked_of(
        row,
        name=card.name if card else row.case.number,
        meta=f"{say(row.case.type_version.spec.title_staff)} · {row.case.number} · {on_day(row.asked_at)}",
        on=day.today,
        wrong=mine,
        href=reverse("staff:case", args=[row.case.number]),
    )


def _post(request: HttpRequest) -> HttpResponse:
    act, row_id = request.POST.get("act", ""), posted(request, "id")
    if act == "seen":
        asked = frame.asked(request)
        dialogue.mark_seen(items=[request.POST.get("item", "")], by=asked.actor, at=asked.moment)
        return HttpResponseRedirect(reverse("staff:inbox"))
    if row_id is None or act not in {"accept", "refuse", "answer"}:
        raise Hidden(f"inbox {act}")
    if act == "accept":
        return _accept(request, row_id)
    return _refuse(request, row_id) if act == "refuse" else _answer(request, row_id)


def _accept(request: HttpRequest, handover_id: int) -> HttpResponse:
    asked = frame.asked(request)
    row = next((one for one in casework.handovers_to(by=asked.actor) if one.pk == handover_id), None)
    if row is None:
        raise Hidden(f"handover {handover_id}")
    refusal = casework.accept_handover(handover_id=handover_id, by=asked.actor, at=asked.moment)
    if not frame.told(request, refusal, _("Sagen er jeres, og du er sagsbehandler.")):
        return HttpResponseRedirect(reverse("staff:handover", args=[row.case.number]))
    return HttpResponseRedirect(reverse("staff:case", args=[row.case.number]))


def _refuse(request: HttpRequest, handover_id: int) -> HttpResponse:
    asked = frame.asked(request)
    form = RefuseForm(request.POST, auto_id=f"refuse-{handover_id}-%s")
    if not form.is_valid():
        return _page(request, f"refuse-{handover_id}", form, status=422)
    told = casework.refuse_handover(
        handover_id=handover_id, reason=form.cleaned_data["reason"], by=asked.actor, at=asked.moment
    )
    return _told(request, told, _("I har sagt nej til sagen."))


def _answer(request: HttpRequest, consultation_id: int) -> HttpResponse:
    asked = frame.asked(request)
    form = form_of(consultation_id, request.POST)
    if not form.is_valid():
        return _page(request, f"answer-{consultation_id}", form, status=422)
    told = casework.answer_consultation(
        consultation_id=consultation_id, text=form.cleaned_data["answer"], by=asked.actor, at=asked.moment
    )
    return _told(request, told, _("Svaret er sendt. I kan ikke længere se sagen."))


def _told(request: HttpRequest, refusal: Refusal | None, done: str) -> HttpResponse:
    frame.told(request, refusal, done)
    return HttpResponseRedirect(reverse("staff:inbox"))


def _empty() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Indbakken er tom"),
        paragraphs=(_("Nye ansøgninger, svar og henvendelser fra andre enheder kommer her."),),
        actions=(Action(_("Til min dag"), reverse("staff:day")),),
    )
