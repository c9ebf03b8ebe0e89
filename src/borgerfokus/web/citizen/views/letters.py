"""Letters and decisions: the list, a letter to read on the page, its PDF."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import reading
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import contact, letters
from borgerfokus.web.citizen.present import decisions as words
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import asked, on_day, show, today
from borgerfokus.web.numbers import whole
from borgerfokus.web.present.journal import paragraphs

_MOST = 200
_CURRENT = "citizen:letters"


@citizen_only()
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All letters to me and to those whose letters I receive, newest first; of one case with `?sag=`."""
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    cases = {case.pk: case for case in rows}
    persons = people.of(ask.actor, cases=cases.values())
    number = request.GET.get("sag", "")
    chosen = next((case for case in cases.values() if case.number == number), None)
    found = _of_case(chosen) if chosen else _mine(request)
    shown = tuple(
        letters.item(
            one,
            persons=persons,
            case_title="" if chosen else _title(cases, one),
        )
        for one in found
    )
    crumbs = shell.case_crumbs(chosen, _("Breve")) if chosen else shell.crumbs(_("Breve"))
    return show(
        request,
        "citizen/letters.html",
        page=shell.page(request, title=_("Breve"), crumbs=crumbs, current=_CURRENT),
        letters=shown,
        case_title=shell.title_of(chosen) if chosen else "",
        decisions=_decisions(request, chosen) if chosen else (),
        everything=Action(_("Vis alle breve"), reverse(_CURRENT), kind="link") if chosen else None,
    )


@citizen_only(fresh="GET")
@require_GET
def letter(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """One letter to read here. Opening it marks it as read when the reader is the one who receives it."""
    invitation = _invitation(request, message_id)
    if invitation is not None:
        return invitation
    sent, case, persons = _find(request, message_id)
    _mark(request, sent, case)
    if case is None:
        return _of_no_case(request, sent)
    about, _colon, text = sent.reference.partition(":")
    number = whole(text)
    if about == "decision" and number is not None:
        return _decision_page(request, case, number, persons, pdf=_pdf(sent))
    lines = journal.lines(case_id=case.pk, by=asked(request).actor, at=asked(request).moment)
    line = next((one for one in lines if one.document and one.document.file_id == sent.file_id), None)
    verbs = shell.verbs_on(request, case)
    hearing = about == "hearing" and case.closed_at is None and not case.outcome and Verb.HEARING_ANSWER in verbs
    return show(
        request,
        "citizen/letter.html",
        page=_frame(request, case, sent.title, persons),
        lead=f"{on_day(sent.queued_at)} · {letters.state_words(sent)}",
        body=paragraphs(line.body) if line else (),
        pdf=_pdf(sent),
        answer=Action(_("Svar på brevet"), shell.href(case, "hearing"), kind="primary") if hearing else None,
        contact_view=contact.of_case(case, may_write=Verb.COMMENT_WRITE in verbs),
    )


@citizen_only(fresh="GET")
@require_GET
def pdf(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """The letter as it was sent."""
    ask = asked(request)
    sent, case, _persons = _find(request, message_id)
    _mark(request, sent, case)
    if sent.file_id is None:
        raise Hidden(f"letter {message_id}")
    if case is None:
        return _file(reading.open_letter(sent, by=ask.actor, at=ask.moment))
    return _file(files.open_for(file_id=sent.file_id, case_id=case.pk, by=ask.actor, at=ask.moment))


@citizen_only()
@require_GET
def decision(request: HttpRequest, number: str, decision_id: int) -> HttpResponse:
    """One decision to read here, reached from the case."""
    ask = asked(request)
    case = shell.case_of(request, number)
    persons = people.of(ask.actor, cases=[case])
    made = _made(request, case, decision_id)
    href = reverse("citizen:document", args=[case.number, made.file_id]) if made.file_id else ""
    for sent in reading.to_persons(people.received_for(ask.actor), newest=_MOST):
        if sent.reference == f"decision:{decision_id}":
            _mark(request, sent, case)
    return _decision_page(request, case, decision_id, persons, pdf=_pdf_at(href) if href else None)


def _of_no_case(request: HttpRequest, sent: Sending) -> HttpResponse:
    """A letter that many got, and that belongs to no case: what it is called, and the letter itself."""
    between = Crumb(_("Breve"), reverse(_CURRENT))
    framed = shell.page(request, title=sent.title, crumbs=shell.crumbs(sent.title, between), current=_CURRENT)
    lead = f"{on_day(sent.queued_at)} · {letters.state_words(sent)}"
    return show(
        request,
        "citizen/letter.html",
        page=framed,
        lead=lead,
        body=(),
        pdf=_pdf(sent),
        answer=None,
        contact_view=None,
    )


def _title(cases: dict[int, Case], sent: Sending) -> str:
    case = cases.get(sent.case_id or 0)
    return shell.title_of(case) if case else ""


def _find(request: HttpRequest, message_id: UUID) -> tuple[Sending, Case | None, dict[int, Person]]:
    """The letter, its case if it has one, and whose it is. Raises Hidden unless the reader sees both."""
    ask = asked(request)
    sent = reading.find(message_id=message_id, persons=ask.actor.persons)
    if sent is not None and sent.case_id is None and sent.person_id in people.received_for(ask.actor):
        return sent, None, people.of(ask.actor)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    case = rows.filter(pk=sent.case_id or 0).first() if sent else None
    if sent is None or case is None:
        raise Hidden(f"letter {message_id}")
    return sent, case, people.of(ask.actor, cases=[case])


def _invitation(request: HttpRequest, message_id: UUID) -> HttpResponse | None:
    """A guest at somebody else's meeting reads of it on the meeting's page; the case is not the guest's to see."""
    ask = asked(request)
    sent = reading.find(message_id=message_id, persons=ask.actor.persons)
    if sent is None or not sent.reference.startswith("guest:"):
        return None
    if sent.person_id in people.received_for(ask.actor) and reading.is_waiting(sent):
        reading.note_read(message_id=message_id, by=ask.actor, at=ask.moment)
    return redirect("citizen:meeting", meeting_id=int(sent.reference.split(":")[1]))


def _mark(request: HttpRequest, sent: Sending, case: Case | None) -> None:
    if sent.person_id in people.received_for(asked(request).actor) and reading.is_waiting(sent):
        if case is not None:
            shell.must(Verb.CASE_SEE, shell.verbs_on(request, case))
        reading.note_read(message_id=sent.message_id, by=asked(request).actor, at=asked(request).moment)


def _mine(request: HttpRequest) -> list[Sending]:
    return reading.to_persons(people.received_for(asked(request).actor), newest=_MOST)


def _of_case(case: Case) -> list[Sending]:
    return [one for one in reading.to_persons([case.citizen_id], newest=_MOST) if one.case_id == case.pk]


def _decisions(request: HttpRequest, case: Case) -> tuple[Item, ...]:
    made = decisions.made_decisions_of(case_id=case.pk, by=asked(request).actor, at=asked(request).moment)
    return tuple(words.item(one, case) for one in made)


def _made(request: HttpRequest, case: Case, decision_id: int) -> decisions.MadeDecision:
    made = decisions.made_decisions_of(case_id=case.pk, by=asked(request).actor, at=asked(request).moment)
    found = next((one for one in made if one.id == decision_id), None)
    if found is None:
        raise Hidden(f"decision {decision_id}")
    return found


def _decision_page(
    request: HttpRequest, case: Case, decision_id: int, persons: dict[int, Person], *, pdf: Action | None
) -> HttpResponse:
    made = _made(request, case, decision_id)
    title = words.headline(made)
    verbs = shell.verbs_on(request, case)
    appeals = tuple(words.appeal_words(one) for one in made.appeals)
    may_appeal = made.may_appeal and Verb.APPEAL_FILE in verbs
    return show(
        request,
        "citizen/decision.html",
        page=_frame(request, case, title, persons),
        chip_view=words.chip(made),
        lead=_("Afgørelse den %(day)s i sagen »%(case)s«")
        % {
            "day": on_day(made.issued_on),
            "case": shell.title_of(case),
        },
        replaced=not made.in_force,
        lines=words.outcome_lines(made),
        sections=words.reasons(made),
        appeal=words.guidance(made, case, on=today(request)),
        appeal_action=Action(_("Klag over afgørelsen"), shell.href(case, "appeal")) if may_appeal else None,
        appeals=appeals,
        appeals_href=shell.href(case, "appeal") if Verb.APPEAL_FILE in verbs else "",
        pdf=pdf,
        contact_view=contact.of_case(case, may_write=Verb.COMMENT_WRITE in verbs),
    )


def _frame(request: HttpRequest, case: Case, title: str, persons: dict[int, Person]) -> Page:
    between = Crumb(_("Breve"), reverse(_CURRENT))
    return shell.page(
        request,
        title=title,
        crumbs=shell.crumbs(title, between),
        current=_CURRENT,
        person=persons.get(case.citizen_id),
    )


def _pdf(sent: Sending) -> Action:
    return _pdf_at(reverse("citizen:letter_pdf", args=[sent.message_id]))


def _pdf_at(href: str) -> Action:
    return Action(_("Hent brevet som PDF"), href, icon="file-pdf")


def _file(opened: files.Opened | files.FileRefused) -> HttpResponse:
    if isinstance(opened, files.FileRefused):
        raise Hidden(opened.code)
    return HttpResponse(opened.content, content_type=opened.media_type, headers=opened.headers)
