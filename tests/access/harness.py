"""Asking one address as one actor, and holding the whole answer against the table and the canaries."""

import re
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from copy import deepcopy as copy
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from pypdf import PdfReader

from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from tests.access.canaries import Canary
from tests.access.scene import SYSTEM, Scene
from tests.factories.login import log_in


@dataclass(frozen=True)
class Answer:
    """What came back: the status, everything that can be read in it, and who was logged as seen."""

    status: int
    text: str
    kind: str
    location: str
    headers: Mapping[str, str]
    found: frozenset[Canary] = frozenset()
    logged: frozenset[int] = frozenset()
    changed: bool = False
    error: str = ""
    raw: str = ""


@dataclass
class Visitor:
    """One actor of the scene with a browser, or a program with a token."""

    scene: Scene
    key: str
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def __post_init__(self) -> None:
        actor = self.scene.actors[self.key]
        if self.key in self.scene.bearers:
            self.client.defaults["HTTP_AUTHORIZATION"] = self.scene.bearers[self.key]
        elif self.key != "anonymous":
            log_in(self.client, actor, at=self.scene.at)

    def ask(self, method: str, address: str, data: Mapping[str, Any] | None = None, **headers: str) -> Answer:
        """Ask once; whatever it did is undone afterwards."""
        with _undone(), self.same_cookies():
            before, acts = _newest_lookup(), _acts()
            more: dict[str, Any] = {"data": dict(data)} if data is not None else {}
            if method == "POST" and address.startswith("/api/") and not address.endswith("/token"):
                more["content_type"] = "application/json"
            response = self.client.generic if method not in {"GET", "POST"} else getattr(self.client, method.lower())
            answer = (
                response(method, address, headers=headers)
                if method not in {"GET", "POST"}
                else response(address, headers=headers, **more)
            )
            return replace(self._with_lookups(_read(answer), before), changed=_acts() != acts)

    @contextmanager
    def same_cookies(self) -> Iterator[None]:
        """What logs off or changes the language does so once only."""
        kept = copy(self.client.cookies)
        yield
        self.client.cookies = kept

    def read(self, response: HttpResponseBase) -> Answer:
        """An answer that came outside `ask`."""
        return _read(response)

    def _with_lookups(self, answer: Answer, before: int) -> Answer:
        found = self.scene.canaries.found_in(answer.text)
        if not persons_shown(self.scene, found) and self.key not in self.scene.bearers:
            return replace(answer, found=frozenset(found))
        return replace(answer, found=frozenset(found), logged=_logged(self.scene, self.key, before))


@cache
def addresses() -> dict[str, list[URLPattern]]:
    """Every address of the urlconf by its name with its namespaces."""
    found: dict[str, list[URLPattern]] = {}

    def walk(patterns: list[URLPattern | URLResolver], space: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                walk(pattern.url_patterns, inner)
            else:
                found.setdefault(f"{space}{pattern.name or pattern.pattern}", []).append(pattern)

    walk(get_resolver().url_patterns, "")
    return found


def address_of(name: str, parameters: Mapping[str, object]) -> str:
    """The address with its parameters filled in."""
    return reverse(name, kwargs=dict(parameters))


@cache
def parameters_of(name: str) -> list[str]:
    """The names of an address's parameters."""
    return list(addresses()[name][0].pattern.regex.groupindex)


def persons_shown(scene: Scene, found: Set[Canary]) -> dict[int, str]:
    """The persons whose names a text tells, by id."""
    owners = {canary.owner for canary in found if canary.kind == "name"}
    return {number: key for key, number in scene.persons.items() if f"person:{key}" in owners}


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _newest_lookup() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select last_value from audit_lookup_id_seq")
        return int(cursor.fetchone()[0])


_WRITTEN = (
    "casework_event",
    "casework_casetypeversion",
    "journal_entry",
    "access_grant",
    "people_person",
    "people_representation",
    "organisation_unit",
    "organisation_responsibility",
    "parameters_municipalvalue",
    "login_client",
)
"""Tables that no request can leave as they were and yet have done something."""
_PLACES = " + ".join(f"(select last_value from {table}_id_seq)" for table in _WRITTEN)  # noqa: S608 (names from the list)


def _acts() -> int:
    """How far these tables have come. A row that is undone has been written all the same."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {_PLACES}")
        return int(cursor.fetchone()[0])


def _logged(scene: Scene, key: str, after: int) -> frozenset[int]:
    subject = scene.actors[key].subject
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        rows = Lookup.objects.filter(id__gt=after, subject=subject).values_list("person_id", flat=True)
        return frozenset(rows)


def _read(response: HttpResponseBase) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    text = _text_of_pdf(body) if kind == "application/pdf" else body.decode("utf-8", "replace")
    told = "\n".join(f"{name}: {value}" for name, value in response.headers.items() if name != "Content-Length")
    cookies = "\n".join(morsel.OutputString() for morsel in response.cookies.values())
    error = repr(getattr(response, "exc_info", "")) if response.status_code >= 500 else ""
    return Answer(
        status=response.status_code,
        text=f"{told}\n{cookies}\n{rejoined(text) if kind == 'application/pdf' else text}",
        kind=kind,
        location=response.headers.get("Location", ""),
        headers=dict(response.headers),
        error=error,
        raw=body.decode("latin-1") if kind == "application/pdf" else "",
    )


def _text_of_pdf(body: bytes) -> str:
    try:
        reader = PdfReader(BytesIO(body))
        words = "\n".join(page.extract_text() for page in reader.pages)
        return f"{words}\n{dict(reader.metadata or {})}"
    except Exception:  # noqa: BLE001 (what pypdf cannot read is read as it stands)
        return body.decode("latin-1")


def rejoined(text: str) -> str:
    """A canary that a line break has cut in two is whole again."""
    return re.sub(r"(?<=\w)-?\n(?=\w)", "", text)
