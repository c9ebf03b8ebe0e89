"""Introductions for new colleagues: the list with one's own ticks, and writing it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.service import Led
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, page, say, show, told
from borgerfokus.web.staff import fields

_SEES = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.KNOWLEDGE_SEE)
_WRITES = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.KNOWLEDGE_EDIT)
_SPLIT = "|"
_STEPS = __("Et trin på hver linje. Læses det på en side, så skriv | og sidens navn i adressen bagefter.")


class IntroductionForm(forms.Form):
    """A list for new colleagues, a step on each line."""

    title = fields.line(__("Navn"), longest=160)
    short = fields.line(__("Kort fortalt"), required=False, longest=300)
    steps = fields.area(__("Trin"), rows=12, hint=_STEPS, longest=10_000)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def new(self) -> guidance.NewIntroduction:
        """What was typed. Only after `is_valid()`."""
        said = self.cleaned_data
        lines = [line.partition(_SPLIT) for line in said["steps"].splitlines() if line.strip()]
        steps = tuple((text.strip()[:300], key.strip()) for text, _split, key in lines)
        return guidance.NewIntroduction(said["title"], said["short"], steps)


@_SEES
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """GET: the list with one's own ticks. POST: a tick set or taken back, or the list ended."""
    by, at = asked(request).actor, asked(request).moment
    led = guidance.introduction(introduction_id=introduction_id, by=by)
    if request.method != "POST":
        return _one(request, led)
    act, step = request.POST.get("act"), request.POST.get("step", "")
    if act == "end":
        guidance.end_introduction(introduction_id=introduction_id, by=by, at=at)
        told(request, None, _("Listen bruges ikke længere."))
        return redirect("staff:knowledge")
    if act not in {"tick", "untick"} or not any(str(row.pk) == step for row in led.steps):
        raise Hidden(f"introduction {act}")
    guidance.tick(step_id=int(step), done=act == "tick", by=by, at=at)
    return redirect("staff:introduction", introduction_id)


@_WRITES
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new list."""
    return _written(request, None)


@_WRITES
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, introduction_id: int) -> HttpResponse:
    """Another wording of a list. Steps with the same words keep their ticks."""
    return _written(request, guidance.introduction(introduction_id=introduction_id, by=asked(request).actor))


def _one(request: HttpRequest, led: Led) -> HttpResponse:
    row = led.introduction
    editor = asked(request).actor.can(Verb.KNOWLEDGE_EDIT)
    change = Action(_("Ret listen"), reverse("staff:introduction-edit", args=[row.pk]), icon="edit")
    end = Action(
        _("Brug ikke listen længere"),
        request.path,
        "tertiary",
        "post",
        fields=(("act", "end"),),
        confirm=_("Skal listen ikke bruges længere?"),
    )
    return show(
        request,
        "staff/introduction.html",
        page=page(request, title=row.title, place="staff", current="staff:knowledge", crumbs=_crumbs(row.title)),
        short=row.short,
        progress=_("%(done)s af %(all)s trin er gjort") % {"done": led.done, "all": len(led.steps)},
        steps=tuple(
            (
                step.pk,
                step.text,
                reverse("staff:note", args=[step.page.key]) if step.page and not step.page.retired_at else "",
                step.pk in led.ticked,
            )
            for step in led.steps
        ),
        actions=(change, end) if editor else (),
        here=request.path,
    )


def _written(request: HttpRequest, led: Led | None) -> HttpResponse:
    if request.method != "POST":
        return _form(request, IntroductionForm(initial=_first(led), auto_id="intro-%s", label_suffix=""), led)
    form = IntroductionForm(request.POST, auto_id="intro-%s", label_suffix="")
    if not form.is_valid():
        return _form(request, form, led, status=422)
    saved = guidance.save_introduction(
        introduction_id=led.introduction.pk if led else None,
        seen=form.cleaned_data["seen"] or 0,
        new=form.new,
        by=asked(request).actor,
        at=asked(request).moment,
    )
    if isinstance(saved, Refusal):
        form.add_error(None, say(saved.text))
        return _form(request, form, led, status=409 if saved.code == "edit.conflict" else 422)
    told(request, None, _("Listen er gemt."))
    return redirect("staff:introduction", saved.pk)


def _form(request: HttpRequest, form: IntroductionForm, led: Led | None, *, status: int = 200) -> HttpResponse:
    title = led.introduction.title if led else _("Ny introduktion")
    return show(
        request,
        "staff/introduction_edit.html",
        page=page(request, title=title, place="staff", current="staff:knowledge", crumbs=_crumbs(title)),
        status=status,
        form=form,
        here=request.path,
    )


def _first(led: Led | None) -> dict[str, object]:
    if led is None:
        return {}
    lines = [f"{step.text} {_SPLIT} {step.page.key}" if step.page else step.text for step in led.steps]
    row = led.introduction
    return {"title": row.title, "short": row.short, "steps": "\n".join(lines), "seen": row.edits}


def _crumbs(title: str) -> list[Crumb]:
    return [Crumb(_("Viden"), reverse("staff:knowledge")), Crumb(title)]
