"""What Fjordby has written and asked: pages, notes, questions and an introduction, through the platform's own acts."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any, TypeVar

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.guidance.pages import PageContent, PageKind, PageTies
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation

Entry = Mapping[str, Any]
T = TypeVar("T")
_CONTENT = ("title", "short", "text", "title_en", "short_en", "text_en", "search_words")


class Staff:
    """The cast by name, as actors of the day the demo is loaded."""

    def __init__(self, employees: Iterable[Mapping[str, Any]], *, now: datetime) -> None:
        self._ids = {row["name"]: row["id"] for row in employees}
        self._now = now

    def named(self, name: str) -> Actor:
        """Somebody of the cast. Raises KeyError."""
        return organisation.actor_for(employee_id=self._ids[name], on=day_of(self._now))


def tell(*, staff: Staff, now: datetime) -> None:
    """Write it all, and make the index. As the platform, after the rows of the demo are in place."""
    said = tomllib.loads((files("borgerfokus.cli.demo") / "pages.toml").read_text("utf-8"))
    for entry in said["pages"]:
        _page(entry, staff, now)
    for entry in said["comments"]:
        guidance.comment(
            key=entry["page"], text=entry["text"], by=staff.named(entry["by"]), at=_ago(now, entry["ago"])
        )
    for entry in said["questions"]:
        _question(entry, staff, now)
    for entry in said["introductions"]:
        _introduction(entry, staff, now)
    guide = guidance.guide_document()
    _done(guidance.save_guide(document=guide, by=staff.named("Allan Friborg"), at=_ago(now, 3)))
    guidance.rebuild(on=day_of(now))


def _page(entry: Entry, staff: Staff, now: datetime) -> None:
    by, at, today = staff.named(entry["by"]), _ago(now, entry["ago"]), day_of(now)
    ties = PageTies(
        owner=by.id,
        review_on=today + timedelta(days=entry["review"]),
        situation=entry.get("situation", ""),
        case_types=tuple(entry.get("case_types", ())),
        sections=tuple(entry.get("sections", ())),
    )
    content = PageContent(**{name: entry.get(name, "").strip() for name in _CONTENT})
    new = guidance.NewPage(entry["key"], PageKind(entry["kind"]), content, ties)
    _done(guidance.add(new=new, by=by, at=at))
    if not entry.get("draft"):
        _done(guidance.publish(key=entry["key"], seen=1, by=by, at=at))


def _question(entry: Entry, staff: Staff, now: datetime) -> None:
    new = guidance.NewQuestion(entry["title"], entry.get("text", ""), tuple(entry.get("case_types", ())))
    row = _done(guidance.ask(new=new, by=staff.named(entry["by"]), at=_ago(now, entry["ago"])))
    if "answer" in entry:
        by, at = staff.named(entry["answered_by"]), _ago(now, entry["answered"])
        _done(guidance.answer(question_id=row.pk, text=entry["answer"], seen=1, by=by, at=at))


def _introduction(entry: Entry, staff: Staff, now: datetime) -> None:
    steps = tuple((text, key) for text, key in entry["steps"])
    new = guidance.NewIntroduction(entry["title"], entry["short"], steps)
    by, at = staff.named(entry["by"]), _ago(now, entry["ago"])
    row = _done(guidance.save_introduction(introduction_id=None, seen=0, new=new, by=by, at=at))
    led = guidance.introduction(introduction_id=row.pk, by=by)
    for name, count in entry["ticks"].items():
        for step in led.steps[:count]:
            guidance.tick(step_id=step.pk, done=True, by=staff.named(name), at=at)


def _ago(now: datetime, days: int) -> datetime:
    return now - timedelta(days=days)


def _done(answer: T | Refusal) -> T:
    if isinstance(answer, Refusal):
        raise ValueError(f"the demo was refused: {answer.text.en}")
    return answer
