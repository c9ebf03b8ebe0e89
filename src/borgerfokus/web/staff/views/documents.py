"""The documents of a case: the list, putting one in, its versions, and opening a file."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.service import Document, Line
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.files import queries as stored
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Item, Row, StateView
from borgerfokus.web.frame import asked, on_moment, say
from borgerfokus.web.present.words import short_date, size
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import filing
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the documents. POST: put one in, or a new version."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, filing.ACTS, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The list of documents and the form to put one in; with ?dokument=ID the versions of one."""
    lines = [one for one in _all_lines(opened) if one.document is not None]
    forms = FormsOf(opened, filing.ACTS, given)
    chosen = next((one for one in lines if str(one.id) == opened.request.GET.get("dokument")), None)
    if "version" in given:
        chosen = next((one for one in lines if str(one.id) == given["version"].data.get("entry")), None)
    return casepage.show(
        opened,
        "documents",
        "staff/documents.html",
        status=status,
        stick=False,
        columns=_columns(),
        rows=tuple(_row(opened, one, one.document) for one in lines if one.document),
        upload=forms.get("upload", direction="in"),
        share=_share(forms),
        shared=_shared(opened),
        chosen=chosen.title if chosen else "",
        versions=_versions(opened, chosen) if chosen else (),
        version_columns=_version_columns(),
        version=forms.get("version", entry=chosen.id) if chosen else None,
    )


def _share(forms: FormsOf) -> ActForm | None:
    """The form, where there is something to share and somebody to share it with."""
    form = forms.get("share")
    return form if isinstance(form, filing.ShareForm) and form.is_useful else None


def _shared(opened: OpenedCase) -> tuple[Item, ...]:
    """What is shared with those who give the help, and the way to stop it."""
    may = opened.may(Verb.CASE_EDIT)
    return tuple(
        Item(
            title=one.title,
            text=_("Kan læses af %(unit)s siden %(day)s")
            % {"unit": one.unit, "day": short_date(day_of(one.shared_at))},
            icon="share",
            actions=(_unshare(opened, one),) if may else (),
        )
        for one in dialogue.shared_in(case_id=opened.case.pk)
    )


def _unshare(opened: OpenedCase, one: dialogue.SharedView) -> Action:
    fields = (("act", "unshare"), ("shared", str(one.id)))
    label = _("Del ikke længere")
    return Action(label, opened.href("documents"), "tertiary", "post", context=f": {one.title}", fields=fields)


def _all_lines(opened: OpenedCase) -> list[Line]:
    return [one for line in opened.lines for one in (line, *line.comments)]


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Dokument")),
        Column(_("Vej")),
        Column(_("Dato")),
        Column(_("Fil")),
        Column(_("Undersøgt")),
        Column(_("Udgaver"), hidden=True),
    )


def _row(opened: OpenedCase, line: Line, document: Document) -> Row:
    return Row(
        cells=(
            Cell(
                line.title or document.name,
                sub=_("Holdt tilbage for borgeren") if line.held else document.with_whom,
                href=_file_href(opened, document.file_id),
            ),
            direction(document.direction),
            Cell(short_date(day_of(line.happened_at)), sub=line.author_name),
            Cell(document.name, sub=f"{size(document.size)} · SHA-256 {document.sha256[:12]}…"),
            state(document.state),
            Action(
                _("Udgave %(number)s") % {"number": document.number},
                f"{opened.href('documents')}?dokument={line.id}#versions",
                "link",
                context=line.title,
            ),
        ),
        here=str(line.id) == opened.request.GET.get("dokument"),
    )


def _version_columns() -> tuple[Column, ...]:
    return (
        Column(_("Udgave")),
        Column(_("Lagt på")),
        Column(_("Fil")),
        Column(_("Kontrolsum")),
        Column(_("Undersøgt")),
    )


def _versions(opened: OpenedCase, line: Line) -> tuple[Row, ...]:
    return tuple(
        Row(
            cells=(
                Cell(_("Udgave %(number)s") % {"number": one.number}, href=_file_href(opened, one.file_id)),
                on_moment(one.added_at),
                Cell(one.name, sub=size(one.size)),
                Cell(one.sha256[:32], sub=one.sha256[32:]),
                state(one.state),
            )
        )
        for one in journal.files_of(entry_id=line.id, by=opened.by, at=opened.at)
    )


def direction(key: str) -> str:
    """Which way a document went."""
    return {"in": _("Modtaget"), "out": _("Sendt"), "internal": _("Internt")}.get(key, key)


def state(key: str) -> Chip:
    """What the check for harmful content says."""
    return {
        "clean": Chip(_("Undersøgt"), "ok"),
        "refused": Chip(_("Skadelig, kan ikke åbnes"), "bad"),
    }.get(key, Chip(_("Ikke undersøgt endnu"), "warn"))


def _file_href(opened: OpenedCase, file_id: int) -> str:
    return reverse("staff:document", args=[opened.case.number, file_id])


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def document(request: HttpRequest, number: str, file_id: int) -> HttpResponse:
    """A file of the case. One that nobody has checked is opened only after a page with a warning."""
    opened = casepage.open_case(request, number)
    if not opened.may(Verb.WITHHELD_SEE) and _is_withheld(opened, file_id):
        raise Hidden(f"file {file_id}")
    try:
        found = files.open_for(
            file_id=file_id,
            case_id=opened.case.pk,
            by=opened.by,
            at=opened.at,
            acknowledged=request.method == "POST",
        )
    except files.UnknownFile:
        raise Hidden(f"file {file_id}") from None
    if isinstance(found, files.FileRefused):
        return _held_back(opened, found)
    return HttpResponse(found.content, content_type=found.media_type, headers=found.headers)


def _is_withheld(opened: OpenedCase, file_id: int) -> bool:
    found = stored.listed(file_ids=[file_id], case_id=opened.case.pk, by=opened.by)
    return any(one.withheld for one in found.values())


def _held_back(opened: OpenedCase, found: files.FileRefused) -> HttpResponse:
    back = Action(_("Tilbage til dokumenterne"), opened.href("documents"))
    anyway = Action(_("Hent filen alligevel"), asked(opened.request).path, "warning", "post")
    may = found.code == "unchecked"
    return casepage.show(
        opened,
        "documents",
        "staff/state.html",
        stick=False,
        state=StateView(
            kind="forbidden",
            heading=_("Filen er ikke åbnet"),
            paragraphs=(say(found.text),),
            actions=(back, anyway) if may else (back,),
        ),
    )
