"""The print queue: letters on paper that wait to be printed and posted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Cell, Column, Row, StateView
from borgerfokus.web.frame import on_moment, say
from borgerfokus.web.staff import casepage, keys
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.views import runs


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.LETTERS_MANAGE)
def queue(request: HttpRequest) -> HttpResponse:
    """GET: the letters that wait. POST: the chosen ones have been printed and posted."""
    asked = frame.asked(request)
    if request.method == "POST":
        chosen = [found for text in request.POST.getlist("letter") if (found := _uuid(text))]
        count = outbox.mark_printed(message_ids=chosen, by=asked.actor, at=asked.moment)
        text = ngettext("%(n)s brev er sendt.", "%(n)s breve er sendt.", count) % {"n": count}
        (messages.success if count else messages.error)(request, text if count else _("Vælg mindst ét brev."))
        return HttpResponseRedirect(reverse("staff:print-queue"))
    letters = outbox.print_queue(by=asked.actor)
    people_by_id = people.cards(
        [one.person_id for one in letters],
        case_ids={one.person_id: one.case_id for one in letters if one.case_id is not None},
    )
    return frame.show(
        request,
        "staff/letters.html",
        page=frame.page(request, title=_("Breve, der skal printes"), place="staff", current="staff:print-queue"),
        columns=(Column(_("Brev")), Column(_("Til")), Column(_("Ventet siden")), Column(_("Åbn"), hidden=True)),
        rows=tuple(
            Row(
                cells=(
                    Cell(one.title),
                    people_by_id[one.person_id].name if one.person_id in people_by_id else _("Navn vises ikke"),
                    on_moment(one.queued_at),
                    Action(
                        _("Åbn til print"),
                        reverse("staff:print-letter", args=[one.message_id]),
                        "link",
                        context=one.title,
                    ),
                ),
                pick=str(one.message_id),
                pick_label=_("Vælg %(title)s") % {"title": one.title},
            )
            for one in letters
        ),
        empty=StateView(
            kind="empty",
            heading=_("Ingen breve venter"),
            paragraphs=(_("Breve til borgere, der er fritaget fra Digital Post, kommer her."),),
        ),
        runs=runs.rows(request),
        run_columns=runs.columns(),
        may_send_many=asked.actor.can(Verb.LETTERS_BATCH),
        hints=keys.everywhere(),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.LETTERS_MANAGE)
@require_safe
def letter(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """One letter, to be printed."""
    asked = frame.asked(request)
    try:
        found = outbox.open_for_print(message_id=message_id, by=asked.actor, at=asked.moment)
    except files.UnknownFile:
        raise Hidden(f"letter {message_id}") from None
    if isinstance(found, files.FileRefused):
        messages.error(request, say(found.text))
        return HttpResponseRedirect(reverse("staff:print-queue"))
    return HttpResponse(found.content, content_type=found.media_type, headers=found.headers)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_POST
def again(request: HttpRequest, number: str, message_id: UUID) -> HttpResponse:
    """A letter that did not arrive: sent on paper, or given to the citizen in person."""
    opened = casepage.open_case(request, number)
    found = outbox.find_letter(message_id=message_id)
    if found is None or found.case_id != opened.case.pk or not opened.may(Verb.TASK_EDIT):
        raise Hidden(f"letter {message_id}")
    about, _colon, row_id = found.reference.partition(":")
    if about == "hearing":
        messages.info(request, _("Send en ny partshøring, så borgeren får hele tiden til at svare."))
        return HttpResponseRedirect(opened.href("decisions", "hearing"))
    handed = request.POST.get("how") == "handed"
    try:
        refusal = _decision(opened, int(row_id), handed) if about == "decision" else _notice(opened, message_id, handed)
    except outbox.NotFailed:
        messages.error(request, _("Brevet er allerede sendt igen."))
        return HttpResponseRedirect(reverse("staff:inbox"))
    frame.told(request, refusal, _("Brevet er givet til borgeren.") if handed else _("Brevet ligger i printkøen."))
    return HttpResponseRedirect(reverse("staff:inbox"))


def _decision(opened: OpenedCase, decision_id: int, handed: bool) -> Refusal | None:
    act = decisions.hand_letter_over if handed else decisions.send_letter_again
    return act(decision_id=decision_id, by=opened.by, at=opened.at)


def _notice(opened: OpenedCase, message_id: UUID, handed: bool) -> Refusal | None:
    act = dialogue.hand_over if handed else dialogue.send_on_paper
    act(message_id=message_id, by=opened.by, at=opened.at)
    return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
