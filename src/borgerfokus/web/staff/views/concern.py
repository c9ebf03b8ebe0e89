"""One notification of concern: what was told, the child, the danger, the way on, and who it came from."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Danger, HappeningKind, Identity, ReceiptState
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Item, StateView, Term
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import concerns as words
from borgerfokus.web.present import people as people_words
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import doing, keys
from borgerfokus.web.staff.acts import concerns as acts
from borgerfokus.web.staff.acts.concerns import Duty, FindForm
from borgerfokus.web.staff.doing import ActForm
from borgerfokus.web.staff.found import FoundView, found_view
from borgerfokus.web.staff.views.duty import HERE

_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.CONCERN_HANDLE)


@dataclass(frozen=True)
class _Given:
    """A form that was posted and comes back, and what a search found."""

    form: ActForm | None = None
    found: tuple[FoundView, ...] | None = None

    def get(self, name: str, duty: Duty) -> ActForm:
        """The form of an act: the one that was posted, or an empty one."""
        return self.form if self.form is not None and self.form.act == name else acts.form_of(name, duty)


@_MARK
@sensitive_post_parameters("cpr", "name")
def show(request: HttpRequest, reference: str) -> HttpResponse:
    """GET: the notification. POST: one act on it, or the search for the child."""
    asked = frame.asked(request)
    told = dialogue.find_concern(reference=reference, by=asked.actor, at=asked.moment)
    duty = Duty(told, asked.actor, asked.moment)
    if request.method != "POST":
        return _page(request, duty, _Given())
    name = str(request.POST.get("act", ""))
    if name == "find":
        return _find(request, duty)
    if name not in acts.ACTS:
        raise Hidden(f"act {name}")
    return _do(request, duty, name)


@_MARK
def document(request: HttpRequest, reference: str, file_id: int) -> HttpResponse:
    """A file that came with it. One that nobody has checked is opened only after a page with a warning."""
    asked = frame.asked(request)
    told = dialogue.find_concern(reference=reference, by=asked.actor, at=asked.moment)
    try:
        found = files.open_held(
            file_id=file_id,
            holder=f"concern:{told.row.pk}",
            by=asked.actor,
            at=asked.moment,
            acknowledged=request.method == "POST",
        )
    except files.UnknownFile:
        raise Hidden(f"file {file_id}") from None
    if isinstance(found, files.FileRefused):
        return _not_opened(request, reference, found)
    return HttpResponse(found.content, content_type=found.media_type, headers=found.headers)


def _do(request: HttpRequest, duty: Duty, name: str) -> HttpResponse:
    act = acts.ACTS[name]
    form = acts.form_of(name, duty, request.POST)
    if not form.is_valid():
        if not form.submit:
            raise Hidden(f"act {name}")
        return _page(request, duty, _Given(form), status=422)
    if not doing.first_time(request):
        messages.info(request, _("Det er allerede gjort."))
        return HttpResponseRedirect(request.path)
    refusal = act.run(duty, form.cleaned_data)
    if isinstance(refusal, Refusal):
        if not form.submit:
            frame.told(request, refusal, "")
            return HttpResponseRedirect(request.path)
        form.add_error(None, f"{say(refusal.text)} ({refusal.article})")
        return _page(request, duty, _Given(form), status=422)
    messages.success(request, _(act.done))
    return HttpResponseRedirect(request.path)


def _find(request: HttpRequest, duty: Duty) -> HttpResponse:
    """Look for the child; each hit is logged as a search."""
    form = FindForm("find", None, request.POST)
    if not form.is_valid():
        return _page(request, duty, _Given(form), status=422)
    cpr, name = form.cleaned_data["cpr"], form.cleaned_data["name"]
    found = people.find(text=cpr.digits if cpr else name, by=duty.by) if cpr or name else []
    today = frame.today(request)
    return _page(request, duty, _Given(form, tuple(found_view(card, on=today) for card in found)))


def _page(request: HttpRequest, duty: Duty, given: _Given, *, status: int = 200) -> HttpResponse:
    told, line = duty.told, duty.told.line
    crumbs = (Crumb(_("Vagt"), reverse(HERE)), Crumb(told.row.reference))
    child = _child(request, duty)
    return frame.show(
        request,
        "staff/concern.html",
        page=frame.page(
            request,
            title=_("Underretning %(reference)s") % {"reference": told.row.reference},
            place="staff",
            current=HERE,
            crumbs=crumbs,
        ),
        status=status,
        here=duty.here,
        note=_("Modtaget %(moment)s") % {"moment": on_moment(told.row.received_at)},
        line=line,
        marks=words.marks(line),
        clock=words.clock(line) if line.danger is None else None,
        take=_take(duty),
        hand=given.get("hand", duty) if told.row.unit_id else None,
        seen=paragraphs(told.row.seen),
        facts=_facts(told),
        files=_files(duty),
        child=child,
        unmatch=Action(_("Det er et andet barn"), duty.here, "tertiary", "post", fields=(("act", "unmatch"),)),
        around=_around(request, duty, child) if child else (),
        found=given.found,
        find=given.form if isinstance(given.form, FindForm) else FindForm("find", None),
        register=given.get("register", duty),
        assessments=tuple(_assessment(one) for one in told.assessments),
        assess=None if line.way or _has_assessed(duty) else given.get("assess", duty),
        way=given.get("way", duty) if line.danger and not line.way else None,
        decided=_decided(told),
        case_href=reverse("staff:case", args=[told.row.case.number]) if told.row.case else "",
        reopen=given.get("reopen", duty) if line.way == "no_further" else None,
        notifier=_notifier(told),
        anonymous=told.notifier.anonymous,
        identity=None if told.notifier.anonymous else given.get("identity", duty),
        receipt=given.get("receipt", duty) if line.receipt_due else None,
        receipt_state=say(line.receipt.label) if line.receipt else "",
        receipt_print=_print(duty),
        receipt_text=paragraphs(dialogue.concern_receipt_text(told.row, at=duty.at)) if line.receipt_due else (),
        receipt_due=on_day(line.receipt_due) if line.receipt_due else "",
        happenings=tuple(_happening(one) for one in told.happenings),
        hints=keys.everywhere(),
    )


def _print(duty: Duty) -> Action | None:
    if duty.told.line.receipt is not ReceiptState.TO_POST:
        return None
    address = reverse("staff:concern-receipt", args=[duty.reference])
    return Action(_("Åbn til print"), address, icon="print")


def _take(duty: Duty) -> Action | None:
    line = duty.told.line
    if line.way or line.is_mine:
        return None
    label = _("Overtag fra %(name)s") % {"name": line.taken_by} if line.taken_by else _("Tag den")
    return Action(label, duty.here, "primary", "post", fields=(("act", "take"),))


def _has_assessed(duty: Duty) -> bool:
    return any(one.by == duty.by.subject for one in duty.told.assessments)


def _facts(told: dialogue.Told) -> tuple[Term, ...]:
    row = told.row
    knows = dict(words.parents_know()).get(row.parents_know, "")
    terms = (
        Term(_("Barn"), row.child_name),
        Term(_("Alder"), row.child_age),
        Term(_("Bor"), row.child_address),
        Term(_("Skole eller institution"), row.child_school),
        Term(_("Søskende"), row.siblings),
        Term(_("Ved forældrene det?"), knows),
        Term(_("Kom ind"), say(told.line.channel.label)),
    )
    return tuple(one for one in terms if one.value)


def _files(duty: Duty) -> tuple[Item, ...]:
    return tuple(
        Item(one.name, href=reverse("staff:concern-file", args=[duty.reference, one.id]), icon="attach-file")
        for one in duty.told.files
    )


def _child(request: HttpRequest, duty: Duty) -> FoundView | None:
    """The child, shown and so logged."""
    number = duty.told.row.citizen_id
    return found_view(people.card(number), on=frame.today(request)) if number is not None else None


def _around(request: HttpRequest, duty: Duty, child: FoundView) -> tuple[Item, ...]:
    """Earlier notifications on the child, and those on its brothers and sisters."""
    row, by, at = duty.told.row, duty.by, duty.at
    found = [_earlier(one, _("Samme barn")) for one in dialogue.earlier_concerns(concern=row, by=by, at=at)]
    siblings = dialogue.siblings_of(person_id=child.id, on=frame.today(request))
    cards = people.cards(siblings)
    for card in cards.values():
        lines = dialogue.concerns_of_children([card.id], leaving_out=row.pk, by=by, at=at)
        said = people_words.identity(card, on=frame.today(request))
        found += [_earlier(one, card.name) for one in lines] or [
            Item(card.name, _("Søskende, %(who)s. Ingen underretninger.") % {"who": said})
        ]
    return tuple(found)


def _earlier(line: dialogue.Line, whom: str) -> Item:
    way = say(line.way.label) if line.way else _("Åben")
    return Item(
        line.reference,
        " · ".join((whom, on_moment(line.received_at), way)),
        href=reverse("staff:concern", args=[line.reference]),
    )


def _assessment(one: Any) -> dict[str, Any]:
    return {
        "number": one.number,
        "danger": say(Danger(one.danger).label),
        "violence": one.violence,
        "ground": paragraphs(one.ground),
        "done_now": paragraphs(one.done_now) if one.done_now else (),
        "who": _("%(name)s, %(moment)s") % {"name": one.by_name, "moment": on_moment(one.at)},
    }


def _decided(told: dialogue.Told) -> tuple[Term, ...]:
    if told.line.way is None or told.row.way_at is None:
        return ()
    terms = (
        Term(_("Vej"), say(told.line.way.label)),
        Term(_("Afsluttet"), on_moment(told.row.way_at)),
        Term(_("Grund"), told.row.way_reason),
    )
    return tuple(one for one in terms if one.value)


def _notifier(told: dialogue.Told) -> tuple[Term, ...]:
    row = told.notifier
    identity = say(told.identity.label) if told.identity else _("Ikke besluttet. Holdes tilbage så længe.")
    ways = [
        Term(_("Er for barnet"), say(told.line.function.label)),
        Term(_("Navn"), row.name),
        Term(_("Arbejdsplads"), row.organisation),
        Term(_("Telefon"), row.phone),
        Term(_("E-mail"), row.email),
        Term(_("Adresse"), row.address),
    ]
    if not row.anonymous:
        ways.append(Term(_("For familien"), identity, sub=row.identity_ground))
    return tuple(one for one in ways if one.value)


def _happening(one: Any) -> Item:
    kind = HappeningKind(one.kind)
    notes = {"withheld": Identity.WITHHELD, "released": Identity.RELEASED}
    said = say(notes[one.note].label) if one.note in notes else ""
    told = (on_moment(one.at), one.by_name, said)
    return Item(say(kind.label), " · ".join(part for part in told if part))


def _not_opened(request: HttpRequest, reference: str, found: files.FileRefused) -> HttpResponse:
    back = Action(_("Tilbage"), reverse("staff:concern", args=[reference]))
    anyway = Action(_("Hent filen alligevel"), request.path, "warning", "post")
    title = _("Filen er ikke åbnet")
    return frame.show(
        request,
        "staff/concern_file.html",
        page=frame.page(request, title=title, place="staff", current=HERE),
        state=StateView(
            kind="forbidden",
            heading=title,
            paragraphs=(say(found.text),),
            actions=(back, anyway) if found.code == "unchecked" else (back,),
        ),
    )
