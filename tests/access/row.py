"""One row of the permission table, and how rows of the same kind are written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.access import columns as who
from tests.access.columns import Who

GET, POST = "GET", "POST"
ALL = ("plain", "sealed", "protected", "foreign")
TWO = ("plain", "sealed")
SHARED = ("plain", "sealed", "protected")
Answers = Mapping[int, "str | Who"]


@dataclass(frozen=True)
class Row:
    """One row. `on`: the cases it is asked about; `data`: what is posted; `given`: parameters, by name or as they are.

    `rest` is the answer to people who are logged in and not named, where it is not 404.
    """

    url: str
    method: str
    answers: Answers
    on: tuple[str, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    query: str = ""
    rest: int = 404
    anonymous: int = 0

    @property
    def act(self) -> str:
        """The act that the form names, or ""."""
        return str(self.data.get("act", ""))


def pages(urls: str, *, post: int = 200, **given: object) -> list[Row]:
    """Pages that everybody may read; nothing can be posted to them beside what is read."""
    rows = []
    for url in urls.split():
        rows.append(Row(url, GET, {200: who.PEOPLE | who.EVERYBODY}, given=given))
        rows.append(Row(url, POST, {post: who.EVERYBODY}, given=given))
    return rows


def read_only(urls: str, readers: Who, **given: object) -> list[Row]:
    """Pages of a place that are only read."""
    rows = []
    for url in urls.split():
        rows.append(Row(url, GET, {200: readers}, given=given))
        rows.append(Row(url, POST, {405: readers}, given=given))
    return rows


_NAMED: Mapping[str, Mapping[str, str]] = {
    "staff:entry": {"entry": "=entry"},
    "staff:fact": {"fact": "O7"},
    "staff:decision": {"decision": "=draft"},
    "staff:access-request": {"request": "=access"},
    "staff:access-item": {"item": "=access_item"},
    "staff:thread": {"thread": "=thread"},
}
"""What the forms of a page name again, so that a form is never carried out on another thing than its page's."""


def acts_on(url: str, acts: Mapping[str, tuple[str, int]], **given: object) -> list[Row]:
    """What can be done on a page of a case: act → who, and the answer to a form with nothing else in it."""
    rows = []
    for act, (group, status) in acts.items():
        data = {"act": act, **_NAMED.get(url, {})}
        rows.append(Row(url, POST, {status: group}, on=TWO, data=data, given=given))
    rows.append(Row(url, POST, {}, on=TWO, data={"act": "no-such-act"}, given=given))
    return rows
