"""Doing something to a case from one of its pages: a form posted to the page, carried out once, told about.

A tab lists its acts; `act` in the form says which one is meant. When the act is refused, or the form incomplete, the
page comes back with what was typed (422, or 409 when somebody else saved first). Otherwise the browser is sent on, so
that going back or reloading does nothing twice; the `once` key holds that even for two clicks at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.web import frame
from borgerfokus.web.present.words import clock
from borgerfokus.web.staff import keeping
from borgerfokus.web.staff.casepage import OpenedCase

CONFLICT = "edit.conflict"


class ActForm(forms.Form):
    """The form of one act; ids begin with the act's name, so that a page may hold several.

    `submit` is its button. A form without one is never shown: it is a button by itself, and asks for nothing.
    `keeps` says that what is typed keeps itself (`keeping`). `further` are buttons that do more than `submit`, each as
    the value of `then` and its words.
    """

    submit: ClassVar[Any] = ""
    keeps: ClassVar[bool] = False

    def __init__(
        self,
        name: str,
        opened: OpenedCase | None = None,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, UploadedFile[Any]] | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial, auto_id=f"{name}-%s", label_suffix="")
        self.act = name
        self.opened = opened
        self.once = fresh_key()
        self.kept_at: datetime | None = None
        self.further: tuple[tuple[str, str], ...] = ()
        self.prepare()
        for one in self.fields.values():
            one.error_messages["required"] = _("Udfyld »%(label)s«.") % {"label": one.label}

    def prepare(self) -> None:
        """Fill in choices that depend on the case; for subclasses."""

    @property
    def autosave(self) -> str:
        """Where what is typed is kept, "" when it is not."""
        if not self.keeps or self.opened is None:
            return ""
        return reverse("staff:draft", args=[self.opened.case.number, self.act])

    @property
    def kept_note(self) -> str:
        """That this is a draft, and from when."""
        return _("Kladden er gemt %(clock)s") % {"clock": clock(self.kept_at)} if self.kept_at else ""

    def fitting(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """What of a draft still fits: all that is shown, unless it was begun on another version."""
        if str(content.get("version", "")) != str(self.initial.get("version", "")):
            return {}
        shown = {name for name, field in self.fields.items() if not field.widget.is_hidden}
        return {name: value for name, value in content.items() if name in shown}

    def settle(self) -> None:
        """The act is done: what was typed is forgotten."""
        if self.keeps:
            keeping.forget(self)

    def put(self, name: str, value: object) -> None:
        """Show another value in a form that was posted: the version to go on from, after a conflict."""
        self.data = {**{key: self.data.get(key) for key in self.data}, name: value}

    def clean(self) -> dict[str, Any]:
        """The cleaned values with spaces at the ends gone."""
        return super().clean() or self.cleaned_data


class Nothing(ActForm):
    """An act without questions."""


Run = Callable[[OpenedCase, dict[str, Any]], "Refusal | HttpResponse | str | None"]


@dataclass(frozen=True)
class Act:
    """One act: the verb it needs, its form, and what carries it out.

    `run` returns why not, None (then `done` is told), a text to be told instead, or an answer of its own.
    `to` is the anchor to come back to.
    """

    verb: Verb
    form: type[ActForm]
    run: Run
    done: str = ""
    to: str = ""


Acts = Mapping[str, Act]
Page = Callable[..., HttpResponse]


@dataclass(frozen=True)
class FormsOf:
    """The forms of a page by act; the one that was posted comes back as it was."""

    opened: OpenedCase
    acts: Acts
    given: Mapping[str, ActForm] = field(default_factory=dict)

    def get(self, name: str, **initial: Any) -> ActForm | None:
        """The form of an act, or None when the actor may not do it."""
        if name in self.given:
            return self.given[name]
        act = self.acts[name]
        if not self.opened.may(act.verb):
            return None
        form = act.form(name, self.opened, initial=initial)
        if form.keeps:
            keeping.put_back(form, self.opened.kept)
        return form


def post(request: HttpRequest, opened: OpenedCase, acts: Acts, page: Page) -> HttpResponse:
    """Carry out the act that the form names. Raises Hidden when the actor may not."""
    name = str(request.POST.get("act", ""))
    act = acts.get(name)
    if act is None or not opened.may(act.verb):
        raise Hidden(f"act {name}")
    form = act.form(name, opened, request.POST, request.FILES)
    if not form.is_valid():
        if not form.submit:
            messages.error(request, _("Det lykkedes ikke. Gå tilbage, og prøv igen."))
        return page(opened, {name: form} if form.submit else {}, status=422)
    if not first_time(request):
        messages.info(request, _("Det er allerede gjort."))
        return HttpResponseRedirect(request.path)
    told = act.run(opened, form.cleaned_data)
    if isinstance(told, Refusal):
        return refused(request, opened, form, told, page)
    form.settle()
    if isinstance(told, HttpResponse):
        return told
    messages.success(request, told or _(act.done))
    return HttpResponseRedirect(request.path + (f"#{act.to}" if act.to else ""))


def refused(request: HttpRequest, opened: OpenedCase, form: ActForm, refusal: Refusal, page: Page) -> HttpResponse:
    """Tell why not. A form that somebody has filled in comes back with what was typed."""
    if not form.submit:
        frame.told(request, refusal, "")
        return HttpResponseRedirect(request.path)
    text = frame.say(refusal.text)
    form.add_error(None, f"{text} ({refusal.article})" if refusal.article else text)
    return page(opened, {form.act: form}, status=409 if refusal.code == CONFLICT else 422)


def fresh_key() -> str:
    """A key for one sending of one form."""
    return str(uuid4())


def first_time(request: HttpRequest) -> bool:
    """Whether this form is sent for the first time. Two at once wait for each other; a form without a key is new."""
    key = str(request.POST.get("once", ""))[:64]
    if not key:
        return True
    asked = frame.asked(request)
    return drafts.save(key=f"once.{key}", content={}, by=asked.actor, at=asked.moment).version == 1
