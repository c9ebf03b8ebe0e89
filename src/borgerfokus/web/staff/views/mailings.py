"""Letters to many: written here, given a list, approved by a second person, and followed until the last is out."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.readability import measure
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.outbox import batches, merging
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.outbox.batches import Written
from borgerfokus.foundation.outbox.models import BatchState, LetterBatch
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Column, StateView
from borgerfokus.web.frame import Place, asked, say, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import post as words
from borgerfokus.web.present import readable
from borgerfokus.web.present.sheets import pdf_answer
from borgerfokus.web.present.words import whole_number
from borgerfokus.web.staff import mailing as here

_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.LETTERS_BATCH)
_NEWEST = 100


@_MARK
@require_http_methods(["GET", "POST"])
def mailings(request: HttpRequest) -> HttpResponse:
    """Every mailing, newest first; a post begins one."""
    by, at, refused = asked(request).actor, asked(request).moment, None
    if request.method == "POST":
        begun = batches.begin(written=_written(request), sender=_sender(request), by=by, at=at)
        if isinstance(begun, LetterBatch):
            messages.success(request, _("Kladden er gemt. Vælg nu, hvem der skal have brevet."))
            return redirect(here.href(begun))
        refused = begun
    title = _("Breve til mange")
    return frame.show(
        request,
        "staff/mailings.html",
        page=frame.page(request, title=title, place="staff", current="staff:print-queue", crumbs=_crumbs(Crumb(title))),
        status=422 if refused else 200,
        columns=here.columns(),
        rows=tuple(here.row(one) for one in batches.every(by=by, newest=_NEWEST)),
        empty=StateView("empty", _("Ingen udsendelser endnu"), (_("Skriv det første brev herunder."),)),
        fields=here.text_fields(None, {name: str(text) for name, text in request.POST.items()} if refused else None),
        refusal=say(refused.text) if refused else "",
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.LETTERS_BATCH, fresh_acts="approve")
@require_http_methods(["GET", "POST"])
def mailing(request: HttpRequest, batch_id: int) -> HttpResponse:
    """One mailing; a post does the next thing with it."""
    batch = batches.find(batch_id=batch_id, by=asked(request).actor)
    faults: tuple[merging.Fault, ...] = ()
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act == "give-file":
            faults = _give_file(request, batch)
        elif act == "give-cases":
            _give_cases(request, batch)
        elif act == "see-to":
            _see_to(request, batch)
        else:
            _act(request, batch, act)
        if not faults:
            return redirect(here.href(batch))
    return _page(request, batch, faults)


@_MARK
@require_safe
def letter(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The letter to one of the receivers as it would go out: the first, or the one with `?nr=`."""
    by, at = asked(request).actor, asked(request).moment
    wanted = request.GET.get("nr", "1")
    number = whole(wanted) or 1
    made = batches.preview(batch_id=batch_id, number=number, by=by, at=at)
    if isinstance(made, Refusal):
        told(request, made, "")
        return HttpResponseRedirect(reverse("staff:mailing", args=[batch_id]))
    return pdf_answer(made, name=f"brev-{batch_id}-{number}")


def _page(request: HttpRequest, batch: LetterBatch, faults: tuple[merging.Fault, ...]) -> HttpResponse:
    by = asked(request).actor
    is_draft = batch.state == BatchState.DRAFT
    done = batches.progress(batch)
    failed = here.failed_of(batch)
    goal = parameters.at("own.lix_goal", on=today(request)).number
    measured = measure(text=batch.body, goal=goal)
    return frame.show(
        request,
        "staff/mailing.html",
        page=frame.page(
            request,
            title=batch.heading,
            place="staff",
            current="staff:print-queue",
            crumbs=_crumbs(Crumb(_("Breve til mange"), reverse("staff:mailings")), Crumb(batch.heading)),
        ),
        status=422 if faults else 200,
        batch=batch,
        here=here.href(batch),
        chip=words.batch_chip(batch.state),
        acts=here.acts(batch, own=batch.made_by == by.subject),
        own_waits=batch.state == BatchState.WAITING and batch.made_by == by.subject,
        terms=here.terms(batch),
        reading=readable.reading(measured),
        body=tuple(line for line in batch.body.splitlines() if line.strip()),
        fields=here.text_fields(batch) if is_draft else (),
        type_field=here.type_field(Place(request)) if is_draft else None,
        faults=tuple((fault.row, say(fault.text)) for fault in faults),
        bar=here.bar(done) if batch.approved_at else None,
        progress_columns=(Column(_("Tilstand")), Column(_("Kanal")), Column(_("Breve"), numeric=True)),
        progress=here.progress_rows(done) if batch.approved_at else (),
        failed_columns=(
            Column(_("Til")),
            Column(_("Hvorfor")),
            Column(_("Papir"), hidden=True),
            Column(_("Ordnet"), hidden=True),
        ),
        failed=here.failed_rows(batch, failed, people.cards([one.person_id for one in failed])),
    )


def _act(request: HttpRequest, batch: LetterBatch, act: str) -> None:
    by, at, number = asked(request).actor, asked(request).moment, batch.pk
    seen = request.POST.get("version", "")
    version = whole(seen) or 0
    match act:
        case "write":
            refused = batches.write(batch_id=number, version=version, written=_written(request), by=by, at=at)
            told(request, refused, _("Brevet er gemt."))
        case "submit":
            refused = batches.submit(batch_id=number, by=by, at=at)
            told(request, refused, _("Brevet venter på, at en anden godkender det."))
        case "take-back":
            told(request, batches.take_back(batch_id=number, by=by, at=at), _("Brevet er en kladde igen."))
        case "approve":
            refused = batches.approve(batch_id=number, version=version, by=by, at=at)
            told(request, refused, _("Brevet er godkendt og bliver sendt."))
        case "pause":
            told(request, batches.pause(batch_id=number, by=by, at=at), _("Udsendelsen er sat på pause."))
        case "resume":
            told(request, batches.resume(batch_id=number, by=by, at=at), _("Udsendelsen fortsætter."))
        case "cancel":
            _cancel(request, batch)
        case _:
            raise Hidden(act)


def _cancel(request: HttpRequest, batch: LetterBatch) -> None:
    stopped = batches.cancel(batch_id=batch.pk, by=asked(request).actor, at=asked(request).moment)
    if isinstance(stopped, Refusal):
        told(request, stopped, "")
        return
    text = ngettext(
        "Udsendelsen er stoppet. %(n)s brev i køen bliver ikke sendt.",
        "Udsendelsen er stoppet. %(n)s breve i køen bliver ikke sendt.",
        stopped,
    )
    told(request, None, text % {"n": whole_number(stopped)})


def _give_file(request: HttpRequest, batch: LetterBatch) -> tuple[merging.Fault, ...]:
    upload = request.FILES.get("list")
    if not isinstance(upload, UploadedFile) or upload.size is None or upload.size > merging.MOST_BYTES:
        messages.error(request, _("Vælg en CSV-fil på højst 20 MB."))
        return ()
    by, at = asked(request).actor, asked(request).moment
    given = batches.give_file(batch_id=batch.pk, content=upload.read(), name=str(upload.name), by=by, at=at)
    if isinstance(given, Refusal):
        told(request, given, "")
        return ()
    if not given:
        told(request, None, _("Listen er læst ind. Se et brev igennem, før du sender det til godkendelse."))
    return given


def _give_cases(request: HttpRequest, batch: LetterBatch) -> None:
    place = Place(request)
    receivers, source = here.receivers_of_cases(place, type_key=request.POST.get("type", "")[:60])
    refused = batches.give(
        batch_id=batch.pk, receivers=receivers, columns=(), source=source, by=place.by, at=place.at
    )
    told(request, refused, _("Modtagerne er valgt."))


def _see_to(request: HttpRequest, batch: LetterBatch) -> None:
    """A letter of no case that failed: printed, or seen to in another way."""
    try:
        message_id = UUID(request.POST.get("message", ""))
    except ValueError:
        raise Hidden("message") from None
    if message_id not in {one.message_id for one in here.failed_of(batch)}:
        raise Hidden(f"message {message_id}")
    by, at = asked(request).actor, asked(request).moment
    if request.POST.get("how") == "handed":
        outbox.hand_over(message_id=message_id, by=by, at=at)
        told(request, None, _("Det er skrevet, at brevet er ordnet."))
    else:
        outbox.send_on_paper(message_id=message_id, by=by, at=at)
        told(request, None, _("Brevet ligger i printkøen."))


def _written(request: HttpRequest) -> Written:
    return Written(
        heading=request.POST.get("heading", "")[:120],
        body=request.POST.get("body", "").replace("\r\n", "\n")[:20_000],
        phone=request.POST.get("phone", "")[:20],
    )


def _sender(request: HttpRequest) -> str:
    by = asked(request).actor
    unit = organisation.units(on=today(request)).filter(pk=by.unit_id or 0).first()
    return unit.name if unit else by.name


def _crumbs(*more: Crumb) -> tuple[Crumb, ...]:
    return (Crumb(_("Breve"), reverse("staff:print-queue")), *more)
