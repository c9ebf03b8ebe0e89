"""Doing something about a citizen, a meeting or a transition: as `doing`, where there is no one case.

A page lists its deeds; `act` in the form says which one is meant. A deed that is refused brings the page back with what
was typed; otherwise the browser is sent on, and the `once` key holds that going back or two clicks do nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web import frame
from borgerfokus.web.frame import Place
from borgerfokus.web.staff import doing


class DeedForm(forms.Form):
    """The form of one deed; ids begin with its name, so that a page may hold several. Nothing typed keeps itself."""

    submit: ClassVar[Any] = ""
    autosave: ClassVar[str] = ""
    kept_note: ClassVar[str] = ""
    further: ClassVar[tuple[tuple[str, Any], ...]] = ()
    kept_at: ClassVar[datetime | None] = None

    def __init__(self, name: str, place: Any, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, auto_id=f"{name}-%s", label_suffix="")
        self.act, self.place, self.once = name, place, doing.fresh_key()
        self.prepare()
        for one in self.fields.values():
            one.error_messages["required"] = _("Udfyld »%(label)s«.") % {"label": one.label}

    def prepare(self) -> None:
        """Fill in choices that depend on the place; for subclasses."""


Run = Callable[[Any, dict[str, Any]], "Refusal | HttpResponse | str | None"]


@dataclass(frozen=True)
class Deed:
    """One deed: its form, what carries it out, and what is told when it is done. `to` is the anchor to come back to."""

    form: type[DeedForm]
    run: Run
    done: str = ""
    to: str = ""


Deeds = Mapping[str, Deed]
Page = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Forms:
    """The forms of a page by deed; the one that was posted comes back as it was."""

    place: Place
    deeds: Deeds
    given: Mapping[str, DeedForm] = field(default_factory=dict)

    def get(self, name: str, **initial: Any) -> DeedForm:
        """The form of a deed."""
        return self.given.get(name) or self.deeds[name].form(name, self.place, initial=initial)


def post(place: Place, deeds: Deeds, page: Page) -> HttpResponse:
    """Carry out the deed that the form names. Raises Hidden for one that there is not here."""
    request = place.request
    name = str(request.POST.get("act", ""))
    deed = deeds.get(name)
    if deed is None:
        raise Hidden(f"deed {name}")
    form = deed.form(name, place, request.POST)
    if not form.is_valid():
        return page(place, {name: form}, status=422)
    if not doing.first_time(request):
        messages.info(request, _("Det er allerede gjort."))
        return HttpResponseRedirect(request.path)
    told = deed.run(place, form.cleaned_data)
    if isinstance(told, Refusal):
        text = frame.say(told.text)
        form.add_error(None, f"{text} ({told.article})" if told.article else text)
        return page(place, {name: form}, status=409 if told.code == doing.CONFLICT else 422)
    if isinstance(told, HttpResponse):
        return told
    messages.success(request, told or _(deed.done))
    return HttpResponseRedirect(request.path + (f"#{deed.to}" if deed.to else ""))
