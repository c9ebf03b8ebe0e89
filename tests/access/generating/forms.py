"""The forms that stand on the pages, by the address they are sent to: what somebody would really fill in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.access.expecting import cells
from tests.access.harness import Visitor
from tests.access.scene import Scene
from tests.access.table import TABLE

READERS = ("leader", "citizen", "administrator", "partner_admin", "dpo")
"""Whose pages are read for forms. Others have the same forms."""
_NO_FIELD = frozenset({"csrfmiddlewaretoken", ""})


@dataclass
class Form:
    """A form: how and where it is sent, and its fields with what they hold or offer."""

    method: str
    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    def offers(self, name: str, value: str) -> None:
        """The field can hold the value."""
        if name not in _NO_FIELD:
            self.fields.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found = address, list[Form]()
        self.form: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            self.form = Form(given.get("method", "get").upper(), action)
            self.found.append(self.form)
        elif tag == "select":
            self.select = given.get("name", "")
        elif self.form and tag == "option" and self.select:
            self.form.offers(self.select, given.get("value", ""))
        elif self.form and tag in {"input", "textarea", "button"}:
            self.form.offers(given.get("name", ""), given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = ""


def forms_on(address: str, page: str) -> list[Form]:
    """The forms of one page."""
    reader = _Reader(address)
    reader.feed(page)
    return reader.found


def name_of(address: str) -> str:
    """The name of the view that an address leads to, or ""."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def collected(scene: Scene, *, readers: Iterable[str] = READERS) -> dict[tuple[str, str], list[Form]]:
    """Every form that the readers' pages hold, by view and method; one of each set of fields."""
    found: dict[tuple[str, str], dict[str, Form]] = {}
    for key in readers:
        visitor = Visitor(scene, key)
        for cell in cells(scene, TABLE, key):
            if cell.row.method != "GET" or cell.status != 200 or cell.case not in {"", "plain"}:
                continue
            answer = visitor.ask("GET", cell.address)
            for form in forms_on(cell.address, answer.text) if answer.kind == "text/html" else ():
                place = found.setdefault((name_of(form.action), form.method), {})
                place.setdefault(_kind(form), form)
    return {place: list(forms.values()) for place, forms in found.items()}


def _kind(form: Form) -> str:
    act = "".join(form.fields.get("act", ()))
    return f"{act} {sorted(re.sub(r'[0-9]+', '0', name) for name in form.fields)}"
