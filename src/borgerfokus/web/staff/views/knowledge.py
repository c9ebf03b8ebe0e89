"""What colleagues know: found, read, commented, asked and answered once."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.service import AskedQuestion, EntryKind, PageVersion
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.pages import KIND_NAMES, KNOWLEDGE, PageKind
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Alert, Chip, Item, TabItem, Term
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import pages
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff import editing, fields, lessons

_SEES = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.KNOWLEDGE_SEE)
_WRITES = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.KNOWLEDGE_EDIT)
_DESK = editing.Desk(False, "staff", "staff:knowledge", "staff:knowledge", "staff:note-edit", "staff:note")
_LONGEST = 200


class AskForm(forms.Form):
    """A question to colleagues."""

    title = fields.line(__("Dit spørgsmål"), longest=160, hint=__("Skriv aldrig, hvem borgeren er."))
    text = fields.area(__("Mere om det"), rows=3, required=False, longest=5_000)
    case_type = fields.one_of(__("Det handler om"), required=False)


class CommentForm(forms.Form):
    """A comment on a page."""

    text = fields.area(__("Din kommentar"), rows=3, longest=2_000, hint=__("Skriv aldrig, hvem borgeren er."))


class AnswerForm(forms.Form):
    """The answer to a question."""

    text = fields.area(__("Svar"), rows=6, longest=10_000, hint=__("Svaret kan findes af alle kolleger bagefter."))
    seen = forms.IntegerField(widget=forms.HiddenInput)


@_SEES
@require_http_methods(["GET", "POST"])
def every(request: HttpRequest) -> HttpResponse:
    """GET: what is known, searched and narrowed. POST: a question to colleagues."""
    return _ask(request) if request.method == "POST" else _every(request, _ask_form(request))


def _every(request: HttpRequest, form: AskForm, *, status: int = 200) -> HttpResponse:
    by, day = asked(request).actor, today(request)
    words, wanted = request.GET.get("q", "").strip()[:_LONGEST], request.GET.get("slags", "")
    kinds = [kind for kind in KNOWLEDGE if not wanted or kind.value == wanted]
    everything = (EntryKind.NOTE, EntryKind.QUESTION, EntryKind.HELP, EntryKind.PAGE, EntryKind.OFFER)
    found = guidance.search(words=words, kinds=everything, public=False) if words else ()
    questions = [] if words or wanted else guidance.questions()
    editor = by.can(Verb.KNOWLEDGE_EDIT)
    return show(
        request,
        "staff/knowledge.html",
        page=page(request, title=_("Viden"), place="staff", current="staff:knowledge"),
        status=status,
        words=words,
        found=pages.found_items(found[:50]),
        count=ngettext("%(n)s ting passer", "%(n)s ting passer", len(found)) % {"n": len(found)},
        kinds=_kinds(wanted),
        notes=() if words else pages.note_items(guidance.published(kinds=kinds)),
        waiting=_to_see_to(request) if editor and not words else (),
        unwritten=lessons.items(request) if editor and wanted == PageKind.LEARNING else (),
        questions=tuple(question_item(one) for one in questions),
        introductions=() if words or wanted else _introductions(request),
        form=form,
        here=reverse("staff:knowledge"),
        today=on_day(day),
        actions=_actions() if editor else (),
    )


@_SEES
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, key: str) -> HttpResponse:
    """GET: one page with what colleagues say of it. POST: a comment, or one taken away."""
    row = guidance.find(key=key, public=False)
    if request.method == "POST":
        return _comment(request, row)
    return _note(request, row, CommentForm(auto_id="comment-%s", label_suffix=""))


def _note(request: HttpRequest, row: PageVersion, form: CommentForm, *, status: int = 200) -> HttpResponse:
    by, shown = asked(request).actor, pages.view(row)
    titles = {one.key: one.title for one in casework.newest_in_force(on=today(request))}
    tied = ", ".join([*(titles[key] for key in row.page.case_types if key in titles), *row.page.sections])
    change = Action(_("Ret siden"), reverse("staff:note-edit", args=[row.page.key]), icon="edit")
    return show(
        request,
        "staff/note.html",
        page=page(request, title=shown.title, place="staff", current="staff:knowledge", crumbs=_crumbs(shown.title)),
        status=status,
        shown=shown,
        terms=(
            Term(_("Slags"), shown.kind),
            Term(_("Svarer for siden"), row.page.owner.name, sub=row.page.owner.title),
            *((Term(_("Hører til"), tied),) if tied else ()),
            Term(_("Holdes ved lige"), shown.seen_to),
        ),
        actions=(change,) if by.can(Verb.KNOWLEDGE_EDIT) else (),
        due=Alert("warning", _("Siden skulle være set efter. Det, der står, kan være forældet."))
        if row.page.is_due(today(request))
        else None,
        comments=tuple(
            (one.pk, one.by_name, on_moment(one.at), paragraphs(one.text), guidance.may_take_away(one, by=by))
            for one in guidance.comments(page=row.page)
        ),
        form=form,
        here=request.path,
    )


def _comment(request: HttpRequest, row: PageVersion) -> HttpResponse:
    by, at = asked(request).actor, asked(request).moment
    act, number = request.POST.get("act"), posted(request, "comment")
    if act == "take-away" and number is not None:
        guidance.take_away(comment_id=number, by=by, at=at)
        told(request, None, _("Kommentaren er fjernet."))
        return redirect("staff:note", row.page.key)
    if act != "comment":
        raise Hidden(f"note {act}")
    form = CommentForm(request.POST, auto_id="comment-%s", label_suffix="")
    if not form.is_valid():
        return _note(request, row, form, status=422)
    told(
        request,
        guidance.comment(key=row.page.key, text=form.cleaned_data["text"], by=by, at=at),
        _("Din kommentar står under siden."),
    )
    return redirect("staff:note", row.page.key)


@_WRITES
@require_http_methods(["GET", "POST"])
def new_note(request: HttpRequest) -> HttpResponse:
    """A new page for colleagues, or one that begins with what an appeal or a campaign taught."""
    return editing.new(request, _DESK, lessons.first(request))


@_WRITES
@require_http_methods(["GET", "POST"])
def edit_note(request: HttpRequest, key: str) -> HttpResponse:
    """One page, as it is kept."""
    return editing.one(request, _DESK, key)


@_WRITES
@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """Every page for colleagues, as those see them who write them."""
    rows = guidance.kept(by=asked(request).actor, public=False)
    title = _("Alle sider i viden")
    return show(
        request,
        "staff/notes_kept.html",
        page=page(request, title=title, place="staff", current="staff:knowledge", crumbs=_crumbs(title)),
        columns=editing.columns(),
        rows=editing.rows(rows, _DESK, day=today(request)),
        actions=_actions()[:1],
    )


@_SEES
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    """GET: one question with its answer. POST: the answer, or a better one."""
    row = guidance.question(question_id=question_id)
    if request.method != "POST":
        return _question(request, row, _answer_form(row))
    if not asked(request).actor.can(Verb.KNOWLEDGE_EDIT):
        raise Hidden(f"question {question_id}")
    form = AnswerForm(request.POST, auto_id="answer-%s", label_suffix="")
    if not form.is_valid():
        return _question(request, row, form, status=422)
    refused = guidance.answer(
        question_id=row.pk,
        text=form.cleaned_data["text"],
        seen=form.cleaned_data["seen"],
        by=asked(request).actor,
        at=asked(request).moment,
    )
    if refused is not None:
        form.add_error(None, say(refused.text))
        return _question(request, row, form, status=409 if refused.code == "edit.conflict" else 422)
    told(request, None, _("Svaret er gemt, og alle kolleger kan finde det."))
    return redirect("staff:question", row.pk)


def _question(request: HttpRequest, row: AskedQuestion, form: AnswerForm, *, status: int = 200) -> HttpResponse:
    titles = {one.key: one.title for one in casework.newest_in_force(on=today(request))}
    return show(
        request,
        "staff/question.html",
        page=page(request, title=row.title, place="staff", current="staff:knowledge", crumbs=_crumbs(_("Spørgsmål"))),
        status=status,
        by=_("%(name)s spurgte %(day)s") % {"name": row.asked_by_name, "day": on_day(row.asked_at)},
        about=", ".join(titles[key] for key in row.case_types if key in titles),
        text=paragraphs(row.text),
        answer=paragraphs(row.answer),
        answered=_("%(name)s svarede %(day)s") % {"name": row.answered_by_name, "day": on_day(row.answered_at)}
        if row.answered_at
        else "",
        form=form if asked(request).actor.can(Verb.KNOWLEDGE_EDIT) else None,
        here=request.path,
    )


def _answer_form(row: AskedQuestion) -> AnswerForm:
    initial = {"text": row.answer, "seen": row.edits}
    return AnswerForm(initial=initial, auto_id="answer-%s", label_suffix="")


def _ask_form(request: HttpRequest, *, data: bool = False) -> AskForm:
    form = AskForm(request.POST if data else None, auto_id="ask-%s", label_suffix="")
    types = [(one.key, one.title) for one in casework.newest_in_force(on=today(request))]
    form.fields["case_type"].choices = [("", _("Noget andet")), *types]  # type: ignore[attr-defined]
    return form


def _ask(request: HttpRequest) -> HttpResponse:
    form = _ask_form(request, data=True)
    if not form.is_valid():
        return _every(request, form, status=422)
    said = form.cleaned_data
    new = guidance.NewQuestion(said["title"], said["text"], (said["case_type"],) if said["case_type"] else ())
    row = guidance.ask(new=new, by=asked(request).actor, at=asked(request).moment)
    if isinstance(row, Refusal):
        form.add_error(None, say(row.text))
        return _every(request, form, status=422)
    told(request, None, _("Dit spørgsmål står under Viden, indtil en kollega svarer."))
    return redirect("staff:question", row.pk)


def _kinds(wanted: str) -> tuple[TabItem, ...]:
    here = reverse("staff:knowledge")
    return (
        TabItem(_("Alle"), here, not wanted),
        *(TabItem(say(KIND_NAMES[kind]), f"{here}?slags={kind}", wanted == kind) for kind in KNOWLEDGE),
    )


def _to_see_to(request: HttpRequest) -> tuple[Item, ...]:
    """The reader's own pages that must be looked at again or published."""
    by = asked(request).actor
    return see_to(guidance.past_review(by=by, on=today(request)), guidance.waiting(by=by))


def see_to(past: list[guidance.Kept], waiting: list[guidance.Kept]) -> tuple[Item, ...]:
    """Pages that wait for their owner, with why."""
    found = [(one, _("Skal ses efter siden %(day)s") % {"day": on_day(one.page.review_on)}) for one in past]
    found += [(one, _("Udkast, der venter på at blive udgivet")) for one in waiting]
    return tuple(
        Item(
            title=one.newest.title,
            text=f"{say(KIND_NAMES[PageKind(one.page.kind)])} · {why}",
            href=reverse("admin:page" if one.page.public else "staff:note-edit", args=[one.page.key]),
            icon="edit",
        )
        for one, why in found
    )


def question_item(row: AskedQuestion) -> Item:
    """A question with whether it is answered."""
    answered = row.answered_at is not None
    return Item(
        title=row.title,
        text=f"{row.asked_by_name} · {on_day(row.asked_at)}",
        href=reverse("staff:question", args=[row.pk]),
        chip=Chip(_("Besvaret"), "ok") if answered else Chip(_("Mangler svar"), "warn"),
    )


def _introductions(request: HttpRequest) -> tuple[Item, ...]:
    return tuple(
        Item(
            title=led.introduction.title,
            text=_("%(done)s af %(all)s trin er gjort") % {"done": led.done, "all": len(led.steps)},
            href=reverse("staff:introduction", args=[led.introduction.pk]),
            icon="checklist",
        )
        for led in guidance.introductions(by=asked(request).actor)
    )


def _actions() -> tuple[Action, ...]:
    return (
        Action(_("Ny side"), reverse("staff:note-new"), "primary", icon="plus"),
        Action(_("Alle sider, også udkast"), reverse("staff:notes-kept")),
        Action(_("Ny introduktion"), reverse("staff:introduction-new")),
    )


def _crumbs(title: str) -> list[Crumb]:
    return [Crumb(_("Viden"), reverse("staff:knowledge")), Crumb(title)]
