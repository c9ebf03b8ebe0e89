"""The messages of a case: the list with a new one, and one thread to read, answer and close."""

from collections.abc import Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Cell, Column, Row
from borgerfokus.web.present import messages as words
from borgerfokus.web.present import picture
from borgerfokus.web.present.journal import Reader
from borgerfokus.web.present.words import when
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import messaging
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def of_case(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the threads of the case. POST: start one."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        _must_write(opened)
        return doing.post(request, opened, messaging.START, _list)
    return _list(opened, {})


def _writes(opened: OpenedCase) -> bool:
    return messages.may_write(case=opened.case, by=opened.by, at=opened.at)


def _must_write(opened: OpenedCase) -> None:
    if not _writes(opened):
        raise Hidden(f"messages of {opened.case.number}")


def _list(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    rows = messages.threads_of(case_id=opened.case.pk)
    unread = messages.unread(threads=rows, by=opened.by)
    held = messages.holders(cases=[opened.case], at=opened.at)[opened.case.pk]
    writes = _writes(opened)
    return casepage.show(
        opened,
        "case-messages",
        "staff/threads.html",
        status=status,
        stick=False,
        columns=_columns(),
        rows=tuple(_row(opened, one, unread=writes and one.pk in unread) for one in rows),
        holder=words.answers(held),
        instead=held.instead.name if held.instead else "",
        form=_with_template(opened, FormsOf(opened, messaging.START, given).get("message") if writes else None),
        templates=_templates(opened) if writes else (),
        chosen=opened.request.GET.get("skabelon", ""),
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def one(request: HttpRequest, number: str, thread_id: int) -> HttpResponse:
    """GET: one thread, which is then read; `?skabelon=` begins the answer. POST: answer, close, open again."""
    opened = casepage.open_case(request, number)
    page = partial(_thread, thread_id)
    if request.method == "POST":
        _must_write(opened)
        if request.POST.get("thread") != str(thread_id):
            raise Hidden(f"thread {thread_id}")
        return doing.post(request, opened, messaging.THREAD, page)
    return page(opened, {})


def _thread(thread_id: int, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    found = messages.open_thread(thread_id=thread_id, case_id=opened.case.pk, by=opened.by, at=opened.at)
    held = messages.holders(cases=[opened.case], at=opened.at)[opened.case.pk]
    thread = found.thread
    about = reverse("staff:entry", args=[opened.case.number, thread.about_id]) if thread.about_id else ""
    writes = _writes(opened)
    if writes:
        messages.note_read(thread=found.thread, by=opened.by, at=opened.at)
    form = FormsOf(opened, messaging.THREAD, given).get("reply", thread=thread_id) if writes else None
    return casepage.show(
        opened,
        "case-messages",
        "staff/thread.html",
        status=status,
        stick=False,
        subject=thread.subject,
        state=words.state(thread, reader=Reader.STAFF),
        promised=picture.due(thread.due, on=opened.today, soon=picture.soon_until(opened.today)),
        holder=words.answers(held),
        instead=held.instead.name if held.instead else "",
        about=Action(_("Det, der spørges om"), about, "link") if about else None,
        entries=words.said(
            found,
            reader=Reader.STAFF,
            me=opened.by.subject,
            href=lambda file: reverse("staff:document", args=[opened.case.number, file.pk]),
        ),
        form=_with_template(opened, form),
        templates=_templates(opened) if writes else (),
        chosen=opened.request.GET.get("skabelon", ""),
        turn=_turn(opened, thread) if writes else None,
        back=Action(_("Alle beskeder i sagen"), opened.href("case-messages"), "link"),
    )


def _turn(opened: OpenedCase, thread: messages.Thread) -> Action | None:
    """Close the thread, or open it again; not before the citizen has an answer."""
    if thread.due is not None:
        return None
    here = reverse("staff:thread", args=[opened.case.number, thread.pk])
    closed = thread.closed_at is not None
    act, label = ("reopen-thread", _("Åbn samtalen igen")) if closed else ("close-thread", _("Luk samtalen"))
    return Action(label, here, "tertiary", "post", fields=(("act", act), ("thread", str(thread.pk))))


def _templates(opened: OpenedCase) -> tuple[tuple[str, str], ...]:
    return tuple((one.key, one.title) for one in messages.templates_for(case=opened.case))


def _with_template(opened: OpenedCase, form: ActForm | None) -> ActForm | None:
    """The form begun from the template that the address names, after what is typed already."""
    key = opened.request.GET.get("skabelon", "")
    if form is None or form.is_bound or not key:
        return form
    row = next((one for one in messages.templates_for(case=opened.case) if one.key == key), None)
    if row is not None:
        begun = messages.begun_from(row=row, case=opened.case, citizen=opened.card, by=opened.by)
        typed = str(form.initial.get("body", "")).rstrip()
        form.initial["body"] = f"{typed}\n\n{begun}" if typed and begun not in typed else typed or begun
    return form


def _columns() -> tuple[Column, ...]:
    return (Column(_("Emne")), Column(_("Status")), Column(_("Svar senest")), Column(_("Sidst skrevet")))


def _row(opened: OpenedCase, thread: messages.Thread, *, unread: bool) -> Row:
    soon = picture.soon_until(opened.today)
    new = _("Ikke læst af dig") if unread else ""
    return Row(
        cells=(
            Cell(thread.subject, sub=new, href=reverse("staff:thread", args=[opened.case.number, thread.pk])),
            words.state(thread, reader=Reader.STAFF),
            picture.due(thread.due, on=opened.today, soon=soon) or "",
            Cell(when(thread.last_at, today=opened.today), sub=words.from_side(thread)),
        ),
        here=unread,
    )
