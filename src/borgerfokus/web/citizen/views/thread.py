"""A thread of the citizen's: a new one from any line of the journal, and one to read, write in and close."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, once, shell, uploads
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import timeline
from borgerfokus.web.citizen.uploads import NotTaken
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, on_day, say, show, today, told
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import messages as words
from borgerfokus.web.present.journal import Reader

CURRENT = "citizen:messages"


@citizen_only()
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, number: str) -> HttpResponse:
    """Start a thread; `?om=12` asks about an entry of the journal, `?skridt=7` about a step of the case."""
    case = shell.case_of(request, number)
    if not may_write(request, case):
        raise Hidden("message")
    about, subject = _about(request, case)
    key = f"message-{case.pk}-{about or 0}"
    problem = ""
    if request.method == "POST":
        found = _start(request, case, about)
        if isinstance(found, int):
            drafting.drop(request, key)
            told(request, None, _("Din besked er sendt. %(promise)s") % {"promise": _promise(request)})
            return redirect(reverse("citizen:thread", args=[case.number, found]))
        if not found:
            return redirect(shell.href(case, "case_messages"))
        problem = found
    return _new_page(request, case, key, subject, problem)


@citizen_only()
@require_http_methods(["GET", "POST"])
def thread(request: HttpRequest, number: str, thread_id: int) -> HttpResponse:
    """GET: one thread, which is then read. POST: write in it, close it, or open it again."""
    case = shell.case_of(request, number)
    ask = asked(request)
    if request.method == "POST":
        messages.find(thread_id=thread_id, case_id=case.pk, by=ask.actor, at=ask.moment)
        if not may_write(request, case):
            raise Hidden("message")
        problem = _done(request, thread_id)
        if not problem:
            return redirect(reverse("citizen:thread", args=[case.number, thread_id]))
        return _thread_page(request, case, thread_id, problem)
    return _thread_page(request, case, thread_id, "")


def _done(request: HttpRequest, thread_id: int) -> str:
    """What is wrong, "" when it is done."""
    ask, way = asked(request), request.POST.get("way", "write")
    if way == "close":
        messages.close(thread_id=thread_id, by=ask.actor, at=ask.moment)
        told(request, None, _("Samtalen er lukket. Du kan altid skrive igen."))
        return ""
    if way == "reopen":
        messages.reopen(thread_id=thread_id, by=ask.actor, at=ask.moment)
        told(request, None, _("Samtalen er åben igen."))
        return ""
    if way != "write":
        raise Hidden(f"way {way}")
    if not once.spend(request):
        return ""
    try:
        message = _message(request)
    except NotTaken as wrong:
        once.give_back(request)
        return wrong.words
    refusal = messages.write(thread_id=thread_id, message=message, by=ask.actor, at=ask.moment)
    if refusal is not None:
        once.give_back(request)
        return say(refusal.text)
    drafting.drop(request, _reply_key(thread_id))
    told(request, None, _("Din besked er sendt. %(promise)s") % {"promise": _promise(request)})
    return ""


def _start(request: HttpRequest, case: Case, about: int | None) -> int | str:
    """The thread, or what is wrong; "" when it was sent already."""
    ask = asked(request)
    if not once.spend(request):
        return ""
    try:
        message = _message(request)
    except NotTaken as wrong:
        once.give_back(request)
        return wrong.words
    start = messages.NewThread(subject=request.POST.get("subject", ""), message=message, about=about)
    found = messages.start(case_id=case.pk, new=start, by=ask.actor, at=ask.moment)
    if isinstance(found, Refusal):
        once.give_back(request)
        return say(found.text)
    return found


def _message(request: HttpRequest) -> messages.NewMessage:
    """What was posted. Files are taken only when there is something to send them with. Raises NotTaken."""
    text = request.POST.get("text", "")
    if not text.strip() or not uploads.given(request):
        return messages.NewMessage(text)
    return messages.NewMessage(text, tuple(one.id for one in uploads.take(request)))


def _new_page(request: HttpRequest, case: Case, key: str, subject: str, problem: str) -> HttpResponse:
    title = _("Skriv en besked")
    persons = people.of(asked(request).actor, cases=[case])
    kept = drafting.text_of(request, key, "subject") or subject
    missing = "" if kept.strip() or not problem else problem
    ask = asked(request)
    held = messages.holders(cases=[case], at=ask.moment)[case.pk]
    return show(
        request,
        "citizen/message_new.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(case, title),
            current=CURRENT,
            person=persons.get(case.citizen_id),
        ),
        status=422 if problem else 200,
        lead=_("%(who)s svarer dig. %(promise)s") % {"who": words.answers(held), "promise": _promise(request)},
        meanwhile=words.meanwhile(held),
        subject=_subject(kept, missing),
        text=_text(drafting.text_of(request, key), "" if missing else problem),
        file=uploads.field(label=_("Læg filer ved"), required=False),
        errors=FormErrors(entries=((problem, "subject" if missing else "text"),) if problem else ()),
        once=once.key_of(request),
        autosave=drafting.href(key),
        back=shell.href(case, "journal"),
    )


def _thread_page(request: HttpRequest, case: Case, thread_id: int, problem: str) -> HttpResponse:
    ask = asked(request)
    opened = messages.open_thread(thread_id=thread_id, case_id=case.pk, by=ask.actor, at=ask.moment)
    persons = people.of(ask.actor, cases=[case])
    held = messages.holders(cases=[case], at=ask.moment)[case.pk]
    may = may_write(request, case)
    if may:
        messages.note_read(thread=opened.thread, by=ask.actor, at=ask.moment)
    key = _reply_key(thread_id)
    above = Crumb(_("Beskeder"), shell.href(case, "case_messages"))
    start, middle, *_rest = shell.case_crumbs(case, opened.thread.subject)
    return show(
        request,
        "citizen/thread.html",
        page=shell.page(
            request,
            title=opened.thread.subject,
            crumbs=(start, middle, above, Crumb(opened.thread.subject)),
            current=CURRENT,
            person=persons.get(case.citizen_id),
        ),
        status=422 if problem else 200,
        state=words.state(opened.thread, reader=Reader.CITIZEN),
        promise=words.promise(opened.thread, on=today(request)),
        meanwhile=words.meanwhile(held),
        about=_about_link(case, opened.thread),
        entries=words.said(
            opened,
            reader=Reader.CITIZEN,
            me=ask.actor.subject,
            href=lambda file: reverse("citizen:document", args=[case.number, file.pk]),
        ),
        text=_text(drafting.text_of(request, key), problem) if may else None,
        file=uploads.field(label=_("Læg filer ved"), required=False),
        errors=FormErrors(entries=((problem, "text"),) if problem else ()),
        once=once.key_of(request),
        autosave=drafting.href(key),
        turn=_turn(case, opened.thread) if may else None,
        back=Action(_("Alle beskeder i sagen"), shell.href(case, "case_messages"), kind="link"),
    )


def _turn(case: Case, thread: messages.Thread) -> Action:
    """Close the thread, or open it again."""
    here = reverse("citizen:thread", args=[case.number, thread.pk])
    if thread.closed_at is not None:
        return Action(_("Åbn samtalen igen"), here, method="post", fields=(("way", "reopen"),))
    confirm = _("Så venter du ikke længere på svar. Du kan altid skrive igen.") if thread.due else ""
    return Action(_("Luk samtalen"), here, "tertiary", "post", fields=(("way", "close"),), confirm=confirm)


def _about_link(case: Case, thread: messages.Thread) -> Action | None:
    if thread.about_id is None:
        return None
    return Action(_("Det, du spørger om"), f"{shell.href(case, 'journal')}#entry-{thread.about_id}", kind="link")


def _subject(value: str, problem: str) -> FieldView:
    return FieldView(
        control="input",
        name="subject",
        id="subject",
        label=_("Hvad handler det om?"),
        value=value,
        errors=(problem,) if problem else (),
        required=True,
        attrs=(("maxlength", "160"),),
    )


def _text(value: str, problem: str) -> FieldView:
    return FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Din besked"),
        value=value,
        hint=_("Beskeden bliver en del af sagen."),
        errors=(problem,) if problem else (),
        required=True,
        rows=7,
        attrs=(("maxlength", str(messages.LONGEST)),),
    )


def may_write(request: HttpRequest, case: Case) -> bool:
    """Whether the reader may write in the case."""
    return Verb.MESSAGE_SEND in shell.verbs_on(request, case)


def _promise(request: HttpRequest) -> str:
    due = messages.promised(asked_on=today(request))
    return _("Du har svar senest %(day)s.") % {"day": on_day(due)}


def _reply_key(thread_id: int) -> str:
    return f"reply-{thread_id}"


def _about(request: HttpRequest, case: Case) -> tuple[int | None, str]:
    """The entry that is asked about, and the first words of the subject. Raises Hidden."""
    ask, entry, step = asked(request), in_address(request, "om"), in_address(request, "skridt")
    if entry is not None:
        line = journal.line(entry_id=entry, by=ask.actor, at=ask.moment)
        if journal.case_of(entry_id=entry, by=ask.actor, at=ask.moment) != case.pk:
            raise Hidden(f"entry {entry}")
        return line.id, _asks(line.title) if line.title else _asks(_("noget i journalen"))
    if step is not None:
        return None, _asks(timeline.step_title(case=case, seq=step))
    return None, ""


def _asks(title: str) -> str:
    """The first words of the subject; a question about a question keeps them once."""
    asked_already = title.startswith(_("Spørgsmål om: %(title)s") % {"title": ""})
    return title[:160] if asked_already else (_("Spørgsmål om: %(title)s") % {"title": title})[:160]
