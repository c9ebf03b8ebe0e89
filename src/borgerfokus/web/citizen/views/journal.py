"""The open journal of a case, a comment on it, and the files in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import typed
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import queries as outbox
from borgerfokus.web.citizen import drafting, once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import timeline
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.views import Action, Paging, StateView
from borgerfokus.web.frame import asked, say, show, told
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import journal as words

PER_PAGE = 30
_COMPLAINT = "Klage over, at notatet er holdt tilbage:"
"""What stands above a complaint in the journal, which is kept in Danish."""
_LONGEST = 10_000


@citizen_only()
@require_GET
def page(request: HttpRequest, number: str) -> HttpResponse:
    """The whole journal, newest first, a page at a time."""
    ask = asked(request)
    case = shell.case_of(request, number)
    verbs = shell.verbs_on(request, case)
    persons = people.of(ask.actor, cases=[case])
    found = timeline.entries(
        case=case,
        by=ask.actor,
        at=ask.moment,
        may_comment=Verb.COMMENT_WRITE in verbs,
        may_ask=Verb.MESSAGE_SEND in verbs,
        letters=outbox.of_case(case.pk),
    )
    first = _first(request, [entry.anchor for entry in found])
    shown = found[first : first + PER_PAGE]
    framed = shell.page(
        request,
        title=_("Din journal"),
        crumbs=shell.case_crumbs(case, _("Din journal")),
        person=persons.get(case.citizen_id),
    )
    return show(
        request,
        "citizen/journal.html",
        page=framed,
        entries=shown,
        case_title=shell.title_of(case),
        paging=_paging(case, [entry.anchor for entry in found], first),
        write=_write(case) if Verb.COMMENT_WRITE in verbs else None,
    )


@citizen_only()
@require_http_methods(["GET", "POST"])
def comment(request: HttpRequest, number: str) -> HttpResponse:
    """Comment on an entry (`?om=12`), or on the case. It becomes part of the case."""
    case = shell.case_of(request, number)
    shell.must(Verb.COMMENT_WRITE, shell.verbs_on(request, case))
    about = _about(request, case)
    key = f"comment-{case.pk}-{about.id if about else 0}"
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = _write_comment(request, case, about)
        if refusal is None:
            drafting.drop(request, key)
            return redirect(f"{shell.href(case, 'journal')}#entry-{about.id}" if about else shell.href(case, "journal"))
    return _comment_page(request, case, about, key, refusal)


@citizen_only()
@require_GET
def document(request: HttpRequest, number: str, file_id: int) -> HttpResponse:
    """A file of the case, as it may be shown; whose case it is has been seen. Withheld ones are not found."""
    ask = asked(request)
    case = shell.case_of(request, number)
    people.of(ask.actor, cases=[case])
    try:
        opened = files.open_for(file_id=file_id, case_id=case.pk, by=ask.actor, at=ask.moment)
    except files.UnknownFile as error:
        raise Hidden(f"file {file_id}") from error
    if isinstance(opened, files.FileRefused):
        framed = shell.page(request, title=_("Filen kan ikke åbnes nu"), crumbs=shell.case_crumbs(case, _("Fil")))
        back = Action(_("Tilbage til sagen"), shell.href(case), kind="primary")
        state = StateView(kind="error", heading=framed.title, paragraphs=(say(opened.text),), actions=(back,))
        return show(request, "citizen/state.html", page=framed, status=409, state_view=state)
    return HttpResponse(opened.content, content_type=opened.media_type, headers=opened.headers)


def _write_comment(request: HttpRequest, case: Case, about: journal.Line | None) -> Refusal | None:
    ask = asked(request)
    if not once.spend(request):
        return None
    text = typed(request.POST.get("text", ""))[:_LONGEST]
    if text.strip() and _complains(request):
        text = f"{_COMPLAINT}\n{text}"
    found = journal.comment(case_id=case.pk, about=about.id if about else None, text=text, by=ask.actor, at=ask.moment)
    if isinstance(found, Refusal):
        once.give_back(request)
        return found
    told(request, None, _("Din kommentar er nu en del af sagen."))
    return None


def _comment_page(
    request: HttpRequest, case: Case, about: journal.Line | None, key: str, refusal: Refusal | None
) -> HttpResponse:
    complains = _complains(request)
    title = _("Klag over noget, der er holdt tilbage") if complains else _("Skriv en kommentar")
    missing = _("Skriv din kommentar, før du sender.")
    errors = FormErrors(entries=((missing, "text"),)) if refusal else FormErrors(entries=())
    field = FieldView(
        control="textarea",
        name="text",
        id="text",
        label=_("Hvad vil du sige?"),
        value=drafting.text_of(request, key),
        hint=_("Dit svar bliver en del af sagen. Din sagsbehandler får besked."),
        errors=(missing,) if refusal else (),
        required=True,
        rows=7,
        attrs=(("maxlength", str(_LONGEST)),),
    )
    persons = people.of(asked(request).actor, cases=[case])
    return show(
        request,
        "citizen/comment.html",
        page=shell.page(
            request, title=title, crumbs=shell.case_crumbs(case, title), person=persons.get(case.citizen_id)
        ),
        status=422 if refusal else 200,
        about=words.entry(about, reader=words.Reader.CITIZEN) if about else None,
        complains=complains,
        field_of_text=field,
        errors=errors,
        once=once.key_of(request),
        autosave=drafting.href(key),
        back=shell.href(case, "journal"),
    )


def _complains(request: HttpRequest) -> bool:
    return request.GET.get("klage") == "1"


def _about(request: HttpRequest, case: Case) -> journal.Line | None:
    wanted = in_address(request, "om")
    if wanted is None:
        return None
    ask = asked(request)
    found = journal.line(entry_id=wanted, by=ask.actor, at=ask.moment)
    if journal.case_of(entry_id=wanted, by=ask.actor, at=ask.moment) != case.pk:
        raise Hidden(f"entry {wanted}")
    return found


def _first(request: HttpRequest, anchors: list[str]) -> int:
    """Where the page begins: at the entry in `?fra=`, so that what is written meanwhile moves nothing."""
    wanted = request.GET.get("fra", "")
    return anchors.index(wanted) if wanted in anchors else 0


def _paging(case: Case, anchors: list[str], first: int) -> Paging | None:
    if len(anchors) <= PER_PAGE:
        return None
    here = shell.href(case, "journal")
    last = min(first + PER_PAGE, len(anchors))
    older = f"{here}?fra={anchors[last]}" if last < len(anchors) else ""
    before = max(0, first - PER_PAGE)
    newer = (f"{here}?fra={anchors[before]}" if before else here) if first else ""
    summary = _("%(first)s–%(last)s af %(all)s") % {"first": first + 1, "last": last, "all": len(anchors)}
    return Paging(summary=summary, older_href=older, newer_href=newer)


def _write(case: Case) -> Action:
    return Action(_("Skriv en kommentar"), shell.href(case, "comment"), kind="primary", icon="chat")
