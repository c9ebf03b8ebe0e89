"""A form for help on its way: opened for somebody, at one of its pages, and kept as it is filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpRequest

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework.casetype import CaseType, FormSection
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.drafts.service import DraftChanged
from borgerfokus.web.citizen import guided
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import requests as listed
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.frame import asked
from borgerfokus.web.numbers import in_address, whole

_WINDOW = "_window"
_WINDOW_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Form:
    """A form being filled in: what kind of help, for whom, what is known so far, and at which page (from 1)."""

    started: dialogue.Started
    persons: Mapping[int, Person]
    step: int

    @property
    def spec(self) -> CaseType:
        """The kind of help."""
        return self.started.type_version.spec

    @property
    def person(self) -> Person:
        """For whom."""
        return self.persons[self.started.citizen_id]

    @property
    def section(self) -> FormSection:
        """The section of this page. Not on the last page, where all is read through."""
        return self.spec.intake[self.step - 1]

    @property
    def last(self) -> int:
        """The page where all is read through and sent."""
        return len(self.spec.intake) + 1

    def href(self, step: int, **more: str) -> str:
        """The address of one of its pages."""
        return listed.href(self.spec.key, self.person, step=step, **more)


def opened(request: HttpRequest, key: str) -> Form | Refusal:
    """The form of an address, for `?for=`, at page `?trin=`. Raises Hidden for somebody one may not ask for."""
    ask = asked(request)
    person_id = person_of(request, request.GET.get("for", ""))
    started = dialogue.start_or_resume(type_key=key, citizen_id=person_id, by=ask.actor, at=ask.moment)
    if isinstance(started, Refusal):
        return started
    started = guided.carried(request, started)
    persons = people.of(ask.actor)
    last = len(started.type_version.spec.intake) + 1
    step = min(max(in_address(request, "trin") or 1, 1), last)
    return Form(started=started, persons=persons, step=step)


def person_of(request: HttpRequest, wanted: str) -> int:
    """For whom: the reader itself, or somebody it may act for. Raises Hidden for others."""
    if not wanted:
        return asked(request).actor.id
    person_id = whole(wanted)
    if person_id is None or person_id not in people.acted_for(asked(request).actor):
        raise Hidden("request for another")
    return person_id


def save(request: HttpRequest, found: Form, answers: Mapping[str, Any]) -> dialogue.Started:
    """Keep the answers. Raises DraftChanged when another window has saved since this one was opened.

    A window's own autosaves are no conflict: the draft remembers which window wrote last.
    """
    window = window_of(request)
    seen = request.POST.get("version", "")
    started = found.started
    if seen != str(started.version) and window != started.answers.get(_WINDOW):
        raise DraftChanged(started.type_version.key)
    return dialogue.save_draft(
        started=started, answers={**answers, _WINDOW: window}, by=asked(request).actor, at=asked(request).moment
    )


def window_of(request: HttpRequest) -> str:
    """Which browser window this is, carried from page to page."""
    given = request.POST.get("window") or request.GET.get("w", "")
    return given if _WINDOW_ID.fullmatch(given) else uuid4().hex
