"""One order: what is shared for it, and what the one who gives the help tells back.

An order is shown while the unit's access lasts. Afterwards its address leads nowhere, from the next request on.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Help, Order
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import OrderState
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, StateView, Term
from borgerfokus.web.frame import asked, on_day, page, say, show, today, told
from borgerfokus.web.partner import words
from borgerfokus.web.partner.forms import (
    AcceptForm,
    AskForm,
    NoteForm,
    OrderForm,
    RefuseForm,
    ReplyForm,
    StartForm,
    UploadForm,
)
from borgerfokus.web.partner.views.appointments import choices

_Forms = dict[str, OrderForm]


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_http_methods(["GET", "POST"])
def order(request: HttpRequest, order_id: int) -> HttpResponse:
    """The order; a post answers it, reports the start or writes a status note."""
    found = _find(request, order_id)
    there = interventions.help_of(case_id=found.case_id)
    forms = _forms(found, there, request)
    if request.method != "POST":
        return _page(request, found, there, forms)
    form = forms.get(request.POST.get("act", ""))
    if form is None:
        messages.error(request, _("Bestillingen har ændret sig imens. Se den igen."))
        return redirect(words.href(found))
    if not form.is_valid():
        return _page(request, found, there, forms, status=422)
    run, done = _ACTS[form.act.partition("-")[0]]
    if not told(request, run(request, found, form), _(done)):
        return _page(request, found, there, forms, status=422)
    return redirect(reverse("partner:orders") if form.act == "refuse" else words.href(found))


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_safe
def document(request: HttpRequest, order_id: int, file_id: int) -> HttpResponse:
    """A document that is shared with the order. One that is not, or not yet checked, is not opened."""
    found = _find(request, order_id)
    sent = {one.file_id for one in interventions.help_of(case_id=found.case_id).documents_on(found)}
    if file_id not in {one.file_id for one in dialogue.shared_with(order_id=found.pk)} | sent:
        raise Hidden(f"file {file_id}")
    people.card(found.case.citizen_id, case_id=found.case_id)
    by, at = asked(request).actor, asked(request).moment
    try:
        opened = files.open_for(file_id=file_id, case_id=found.case_id, by=by, at=at)
    except files.UnknownFile:
        raise Hidden(f"file {file_id}") from None
    if isinstance(opened, files.FileRefused):
        return _not_opened(request, found, opened)
    return HttpResponse(opened.content, content_type=opened.media_type, headers=opened.headers)


def _find(request: HttpRequest, order_id: int) -> Order:
    """The order of one of the reader's units, while it lasts. Raises Hidden."""
    by, at = asked(request).actor, asked(request).moment
    row = (
        interventions.orders_to(by, at=at)
        .select_related("unit", "intervention", "case__unit")
        .filter(pk=order_id)
        .first()
    )
    if row is None:
        raise Hidden(f"order {order_id}")
    return row


def _page(
    request: HttpRequest, found: Order, there: Help, forms: Mapping[str, OrderForm], *, status: int = 200
) -> HttpResponse:
    card = people.card(found.case.citizen_id, case_id=found.case_id)
    title = _("Bestilling: %(title)s") % {"title": found.intervention.title}
    return show(
        request,
        "partner/order.html",
        page=page(
            request,
            title=title,
            place="partner",
            current="partner:orders",
            crumbs=(Crumb(_("Bestillinger"), reverse("partner:orders")), Crumb(card.name)),
        ),
        status=status,
        here=words.href(found),
        state=words.state(found),
        ask=_ask(found),
        brief=tuple(line for line in found.brief.splitlines() if line.strip()),
        terms=words.terms(found, there),
        citizen=words.citizen(card),
        contact=_contact(found),
        goals=words.goals(found, there),
        notes=words.notes(found, there),
        documents=words.documents(found, dialogue.shared_with(order_id=found.pk)),
        sent=words.sent(found, there),
        questions=words.questions(found, there, today(request)),
        meetings=choices(found),
        forms=forms,
    )


def _forms(found: Order, there: Help, request: HttpRequest) -> _Forms:
    """The forms that the order's state allows; the one that was posted holds what was typed."""
    act = request.POST.get("act", "")

    def data(name: str) -> Any:
        return request.POST if act == name else None

    always: _Forms = {
        "ask": AskForm(data("ask"), day=today(request) + _TO_ANSWER),
        "upload": UploadForm(data("upload"), request.FILES if act == "upload" else None),
    }
    for one in there.questions_on(found):
        if not one.from_partner and one.answered_at is None:
            reply = ReplyForm(data(f"reply-{one.pk}"), question=one.pk)
            always[reply.act] = reply
    if found.state == OrderState.SENT:
        accept = AcceptForm(data("accept"), wanted=found.start_wanted)
        return {"accept": accept, "refuse": RefuseForm(data("refuse")), **always}
    if found.state == OrderState.ACCEPTED:
        return {"start": StartForm(data("start"), day=today(request)), **always}
    return {"note": NoteForm(data("note"), goals=there.goals_of(found)), **always}


def _ask(found: Order) -> str:
    """What is asked of the reader now."""
    if found.state == OrderState.SENT:
        return _("Kan I give hjælpen? Svar senest den %(day)s.") % {"day": on_day(found.answer_by)}
    if found.state == OrderState.ACCEPTED and found.start_promised:
        return _("Skriv, når hjælpen er begyndt. I har aftalt den %(day)s.") % {"day": on_day(found.start_promised)}
    return _("Skriv, hvordan det går, når der er noget nyt, og før hver opfølgning.")


def _contact(found: Order) -> tuple[Term, ...]:
    unit = found.case.unit
    phone = (Term(_("Telefon"), unit.phone),) if unit.phone else ()
    return (Term(_("Sagsbehandler"), found.sent_name), Term(_("Enhed"), unit.name), *phone)


def _not_opened(request: HttpRequest, found: Order, why: files.FileRefused) -> HttpResponse:
    back = Action(_("Tilbage til bestillingen"), words.href(found))
    state = StateView(kind="forbidden", heading=_("Filen er ikke åbnet"), paragraphs=(say(why.text),), actions=(back,))
    framed = page(request, title=state.heading, place="partner", current="partner:orders")
    return show(request, "partner/state.html", page=framed, state=state)


def _accept(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    answer = interventions.OrderAnswer(accepted=True, start_promised=form.cleaned_data["starts"])
    return interventions.answer_order(
        order_id=found.pk, answer=answer, by=asked(request).actor, at=asked(request).moment
    )


def _refuse(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    answer = interventions.OrderAnswer(accepted=False, reason=form.cleaned_data["reason"])
    return interventions.answer_order(
        order_id=found.pk, answer=answer, by=asked(request).actor, at=asked(request).moment
    )


def _start(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    return interventions.report_start(
        order_id=found.pk, on=form.cleaned_data["on"], by=asked(request).actor, at=asked(request).moment
    )


def _note(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    if not isinstance(form, NoteForm):
        raise TypeError("a note is written in its own form")
    written = interventions.write_status_note(
        order_id=found.pk, new=form.note(), by=asked(request).actor, at=asked(request).moment
    )
    return written if isinstance(written, Refusal) else None


def _ask_them(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    new = interventions.NewQuestion(form.cleaned_data["text"], form.cleaned_data["answer_by"])
    made = interventions.ask(order_id=found.pk, new=new, by=asked(request).actor, at=asked(request).moment)
    return made if isinstance(made, Refusal) else None


def _reply(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    del found
    if not isinstance(form, ReplyForm):
        raise TypeError("an answer is written in its own form")
    return interventions.answer(
        question_id=form.question,
        text=form.cleaned_data["text"],
        by=asked(request).actor,
        at=asked(request).moment,
    )


def _upload(request: HttpRequest, found: Order, form: OrderForm) -> Refusal | None:
    by, at = asked(request).actor, asked(request).moment
    upload = form.cleaned_data["file"]
    stored = files.store(content=upload, name=upload.name, by=by, at=at)
    if isinstance(stored, files.FileRefused):
        return Refusal(code=stored.code, text=stored.text, article="")
    made = interventions.send_document(
        order_id=found.pk, file_id=stored.id, title=form.cleaned_data["title"], by=by, at=at
    )
    return made if isinstance(made, Refusal) else None


_TO_ANSWER = timedelta(days=7)
_Run = Callable[[HttpRequest, Order, OrderForm], Refusal | None]
_ACTS: Mapping[str, tuple[_Run, str]] = {
    "accept": (_accept, gettext_noop("I har taget imod bestillingen.")),
    "refuse": (_refuse, gettext_noop("I har sagt nej. Kommunen får besked, og I kan ikke længere se bestillingen.")),
    "start": (_start, gettext_noop("Det er skrevet, at hjælpen er begyndt.")),
    "ask": (_ask_them, gettext_noop("Spørgsmålet er sendt til sagsbehandleren.")),
    "reply": (_reply, gettext_noop("Svaret er sendt til sagsbehandleren.")),
    "upload": (_upload, gettext_noop("Dokumentet er sendt og ligger i sagen.")),
    "note": (_note, gettext_noop("Notatet er sendt. Borgeren og sagsbehandleren kan læse det.")),
}
