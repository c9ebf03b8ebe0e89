"""A task of the citizen's: send what is asked for, answer in words, or say that it is not to be had."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import drafting, once, shell, uploads
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import contact, tasks
from borgerfokus.web.citizen.present.tasks import Todo
from borgerfokus.web.citizen.uploads import NotTaken
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.views import TaskView
from borgerfokus.web.frame import asked, say, show, today, told

_LONGEST = 10_000
_FETCH = "I må gerne hente det hos andre. Ring til mig, hvis I skal bruge et samtykke."
_NOT_THERE = "Jeg har det ikke."
_NOT_SHARED = "Jeg vil ikke dele det."


@dataclass(frozen=True)
class Way:
    """A way to answer without sending anything: the button, and what it puts in the case (always in Danish)."""

    key: str
    label: str
    said: str


@dataclass(frozen=True)
class AnswerForm:
    """What the forms of a task need."""

    href: str
    file: FieldView
    camera: FieldView
    together: FieldView
    text: FieldView
    ways: tuple[Way, ...]
    autosave: str


@citizen_only()
@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, task_id: int) -> HttpResponse:
    """Answer a task with files, in words, or with a no. Each post says by `way` how. A task that is done says so."""
    case = _case(request, task_id)
    shell.must(Verb.DOCUMENT_ADD, shell.verbs_on(request, case))
    todo = next((one for one in tasks.of_case(case) if one.id == task_id), None)
    if todo is None:
        told(request, None, _("Opgaven er løst. Du skal ikke gøre mere."))
        return redirect(shell.href(case))
    if todo.kind == tasks.HEARING:
        return redirect(todo.href)
    if todo.kind == tasks.CONSENT:
        shell.must(Verb.COMMENT_WRITE, shell.verbs_on(request, case))
        return _consent_page(request, todo) if request.method == "GET" else _consented(request, todo)
    return _page(request, todo) if request.method == "GET" else _answered(request, todo)


@citizen_only()
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, number: str) -> HttpResponse:
    """Send documents that nobody has asked for."""
    case = shell.case_of(request, number)
    shell.must(Verb.DOCUMENT_ADD, shell.verbs_on(request, case))
    error = ""
    if request.method == "POST":
        try:
            if once.spend(request):
                _add(request, case, uploads.take(request), title=request.POST.get("title", "").strip())
                told(request, None, _("Tak. Det, du sendte, ligger nu i sagen."))
        except NotTaken as problem:
            once.give_back(request)
            error = problem.words
        else:
            return redirect(shell.href(case))
    return _upload_page(request, case, error)


def form(todo: Todo, *, file_error: str = "", text: str = "", text_error: str = "") -> AnswerForm:
    """The forms of a task, for its own page and for the case's."""
    return AnswerForm(
        href=todo.href,
        file=uploads.beside_camera(error=file_error),
        camera=uploads.camera(),
        together=uploads.together(),
        text=FieldView(
            control="textarea",
            name="text",
            id="text",
            label=_("Dit svar"),
            value=text,
            hint=_("Svaret bliver en del af sagen."),
            errors=(text_error,) if text_error else (),
            required=True,
            rows=6,
            attrs=(("maxlength", str(_LONGEST)),),
        ),
        ways=_ways(todo),
        autosave=drafting.href(_key(todo)),
    )


def _case(request: HttpRequest, task_id: int) -> Case:
    """The case of a citizen's task, open or done. Raises Hidden."""
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    case = rows.filter(tasks__id=task_id, tasks__for_whom="citizen").first()
    if case is None:
        raise Hidden(f"task {task_id}")
    return case


def _answered(request: HttpRequest, todo: Todo) -> HttpResponse:
    handler = _HANDLERS.get(request.POST.get("way", "file"), _by_way)
    try:
        refusal = handler(request, todo)
    except NotTaken as problem:
        return _page(request, todo, file_error=problem.words)
    if refusal is not None:
        return _page(request, todo, text_error=_("Skriv et svar, før du sender."))
    drafting.drop(request, _key(todo))
    return redirect(shell.href(todo.case))


def _with_files(request: HttpRequest, todo: Todo) -> Refusal | None:
    if not once.spend(request):
        return None
    try:
        stored = uploads.take(request)
    except NotTaken:
        once.give_back(request)
        raise
    answer = dialogue.TaskAnswer(file_ids=tuple(one.id for one in stored))
    return _sent(request, todo, answer, _("Tak. Vi har fået det, og din sagsbehandler kan se det nu."))


def _in_words(request: HttpRequest, todo: Todo) -> Refusal | None:
    return _said(request, todo, request.POST.get("text", "")[:_LONGEST])


def _by_way(request: HttpRequest, todo: Todo) -> Refusal | None:
    chosen = next((way for way in _ways(todo) if way.key == request.POST.get("way")), None)
    if chosen is None:
        raise Hidden("way")
    return _said(request, todo, chosen.said)


def _said(request: HttpRequest, todo: Todo, text: str) -> Refusal | None:
    if not once.spend(request):
        return None
    return _sent(request, todo, dialogue.TaskAnswer(text=text), _("Tak. Dit svar ligger nu i sagen."))


def _sent(request: HttpRequest, todo: Todo, answer: dialogue.TaskAnswer, done: str) -> Refusal | None:
    refusal = dialogue.answer_task(task_id=todo.id, answer=answer, by=asked(request).actor, at=asked(request).moment)
    if refusal is None:
        told(request, None, done)
    else:
        once.give_back(request)
    return refusal


_HANDLERS: dict[str, Callable[[HttpRequest, Todo], Refusal | None]] = {"file": _with_files, "words": _in_words}


def _add(request: HttpRequest, case: Case, stored: Sequence[files.Stored], *, title: str) -> None:
    ask = asked(request)
    for one in stored:
        document = _document(one, title or one.name)
        journal.add_document(case_id=case.pk, document=document, by=ask.actor, at=ask.moment)


def _document(stored: files.Stored, title: str) -> journal.NewDocument:
    return journal.NewDocument(file_id=stored.id, title=title[:200], direction="in")


def _ways(todo: Todo) -> tuple[Way, ...]:
    ways = []
    if _others_have_it(todo):
        ways.append(Way("fetch", _("I må gerne hente det hos andre"), _FETCH))
    ways.append(Way("none", _("Jeg har det ikke"), _NOT_THERE))
    ways.append(Way("no", _("Jeg vil ikke dele det"), _NOT_SHARED))
    return tuple(ways)


def _others_have_it(todo: Todo) -> bool:
    own = {Source.CITIZEN, Source.CASEWORKER}
    facts = {fact.key: fact for fact in todo.case.type_version.spec.information}
    fact = facts.get(todo.reference) if todo.kind == tasks.FACT else None
    return fact is not None and bool(set(fact.sources) - own)


def _page(request: HttpRequest, todo: Todo, *, file_error: str = "", text_error: str = "") -> HttpResponse:
    title = say(todo.title)
    persons = people.of(asked(request).actor, cases=[todo.case])
    shown: TaskView = tasks.view(todo, today=today(request), kicker=_("Det har vi brug for fra dig"))
    forms = form(todo, file_error=file_error, text=drafting.text_of(request, _key(todo)), text_error=text_error)
    entries = [(words, target) for words, target in ((file_error, "files"), (text_error, "text")) if words]
    return show(
        request,
        "citizen/task.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(todo.case, title),
            person=persons.get(todo.case.citizen_id),
        ),
        status=422 if entries else 200,
        todo=shown,
        answer=forms,
        errors=FormErrors(entries=tuple(entries)),
        contact_view=contact.of_case(todo.case, may_write=True),
        once=once.key_of(request),
    )


def _consented(request: HttpRequest, todo: Todo) -> HttpResponse:
    """Yes or no to letting us ask others. Anything else is not on the page."""
    way = request.POST.get("way")
    if way not in {"yes", "no"}:
        return _consent_page(request, todo, status=422)
    if once.spend(request):
        given = way == "yes"
        assessment.answer_consent(task_id=todo.id, given=given, by=asked(request).actor, at=asked(request).moment)
        told(request, None, _("Tak. Vi spørger nu.") if given else _("Tak. Vi spørger ikke."))
    return redirect(shell.href(todo.case))


def _consent_page(request: HttpRequest, todo: Todo, *, status: int = 200) -> HttpResponse:
    title = say(todo.title)
    persons = people.of(asked(request).actor, cases=[todo.case])
    return show(
        request,
        "citizen/consent.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(todo.case, title),
            person=persons.get(todo.case.citizen_id),
        ),
        status=status,
        todo=tasks.view(todo, today=today(request), kicker=_("Det har vi brug for fra dig")),
        href=todo.href,
        contact_view=contact.of_case(todo.case, may_write=True),
        once=once.key_of(request),
    )


def _upload_page(request: HttpRequest, case: Case, error: str) -> HttpResponse:
    title = _("Send et dokument")
    persons = people.of(asked(request).actor, cases=[case])
    name = FieldView(
        control="input",
        name="title",
        id="title",
        label=_("Hvad er det?"),
        value=request.POST.get("title", ""),
        hint=_("For eksempel »Brev fra lægen, 3. november«."),
        attrs=(("maxlength", "200"),),
    )
    return show(
        request,
        "citizen/upload.html",
        page=shell.page(
            request, title=title, crumbs=shell.case_crumbs(case, title), person=persons.get(case.citizen_id)
        ),
        status=422 if error else 200,
        name=name,
        file=uploads.beside_camera(error=error),
        camera=uploads.camera(),
        together=uploads.together(),
        errors=FormErrors(entries=((error, "files"),) if error else ()),
        once=once.key_of(request),
        back=shell.href(case),
    )


def _key(todo: Todo) -> str:
    return f"answer-{todo.id}"
