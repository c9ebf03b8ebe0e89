"""Pages are written in versions: nobody sees a concept, nothing shown is overwritten, and a page has an owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from tests.factories.world import World

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.models import Page, PageVersion
from borgerfokus.apps.guidance.service import EVERYBODYS, EntryKind, NewPage
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.pages import PageContent, PageKind, PageTies
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

CONTENT = PageContent(title="Åbningstider", short="Kom forbi.", text="Mandag til fredag.", search_words="telefontid")
REVIEW = date(2027, 5, 1)


@dataclass
class Editing:
    """An editor at work on one page."""

    by: Actor
    at: datetime
    owner: int

    @property
    def ties(self) -> PageTies:
        return PageTies(owner=self.owner, review_on=REVIEW, case_types=("sel-85",))

    @contextmanager
    def working(self) -> Iterator[dict[str, Any]]:
        with acting_as(self.by, purpose=Purpose.ADMINISTRATION, at=self.at):
            yield {"by": self.by, "at": self.at}

    def add(self, key: str = "tider", kind: PageKind = PageKind.CONTACT, **more: object) -> Page | Refusal:
        new = NewPage(key, kind, replace(CONTENT, **more), self.ties)  # type: ignore[arg-type]
        with self.working() as who:
            return guidance.add(new=new, **who)

    def publish(self, seen: int = 1, key: str = "tider") -> Refusal | None:
        with self.working() as who:
            return guidance.publish(key=key, seen=seen, **who)

    def save(self, seen: int, **more: object) -> Refusal | None:
        content = replace(CONTENT, **more)  # type: ignore[arg-type]
        with self.working() as who:
            return guidance.save(key="tider", seen=seen, content=content, ties=self.ties, **who)

    def retire(self) -> None:
        with self.working() as who:
            guidance.retire(key="tider", **who)

    def confirm(self, until: date) -> Refusal | None:
        with self.working() as who:
            return guidance.confirm(key="tider", until=until, **who)

    def past(self, on: date) -> list[str]:
        with self.working():
            return [one.page.key for one in guidance.past_review(by=self.by, on=on)]

    def kept(self) -> guidance.Kept:
        with self.working():
            return guidance.keeping(key="tider", by=self.by)


@pytest.fixture
def editing(world: World, now: datetime) -> Editing:
    henny = world.employee("Henny", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True)
    return Editing(henny, now, henny.id)


def shown(now: datetime, words: str = "telefontid") -> list[str]:
    """What everybody finds."""
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=now):
        return [one.title for one in guidance.search(words=words, kinds=EVERYBODYS, public=True)]


def test_a_concept_is_shown_to_nobody_and_a_published_page_is_found_at_once(editing: Editing, now: datetime) -> None:
    editing.add()
    assert shown(now) == []
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=now), pytest.raises(Hidden):
        guidance.find(key="tider", public=True)
    assert editing.publish() is None
    assert shown(now) == ["Åbningstider"]


def test_the_database_itself_hides_a_concept(editing: Editing, now: datetime) -> None:
    """The second wall: a query that forgets its filter finds nothing more."""
    editing.add()
    editing.add("viden", PageKind.PRACTICE)
    editing.publish(key="viden")
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=now):
        assert not PageVersion.objects.exists()
        assert [one.key for one in Page.objects.all()] == ["tider"]


def test_a_change_is_shown_when_it_is_published_and_the_old_version_stays(editing: Editing, now: datetime) -> None:
    editing.add()
    editing.publish()
    assert editing.save(1, title="Nye tider") is None
    assert shown(now) == ["Åbningstider"]
    assert editing.publish(2) is None
    assert shown(now) == ["Nye tider"]
    with editing.working():
        states = [(one.number, one.state, one.title) for one in guidance.versions(page=Page.objects.get())]
    assert states == [(2, "published", "Nye tider"), (1, "retired", "Åbningstider")]


def test_who_comes_second_is_told_and_overwrites_nothing(editing: Editing) -> None:
    editing.add()
    assert editing.save(1, title="Først") is None
    refused = editing.save(1, title="Sidst")
    assert refused is not None
    assert refused.code == "edit.conflict"
    assert editing.kept().newest.title == "Først"
    assert editing.publish(1) == refused


def test_a_page_is_taken_down_and_shown_again(editing: Editing, now: datetime) -> None:
    editing.add()
    editing.publish()
    editing.retire()
    assert shown(now) == []
    with pytest.raises(Hidden):
        editing.retire()
    assert editing.publish() is None
    assert shown(now) == ["Åbningstider"]


def test_a_page_past_its_date_says_so_to_its_owner_until_it_is_looked_at(editing: Editing) -> None:
    editing.add()
    editing.publish()
    assert editing.past(REVIEW - timedelta(days=1)) == []
    assert editing.past(REVIEW) == ["tider"]
    assert editing.confirm(date(2028, 1, 1)) is None
    assert editing.past(REVIEW) == []
    refused = editing.confirm(editing.at.date())
    assert refused is not None
    assert refused.code == "page.review_past"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": " "}, "page.incomplete"),
        ({"text": ""}, "page.incomplete"),
        ({"title_en": "Opening hours"}, "page.half_english"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_what_to_do(editing: Editing, more: dict[str, str], code: str) -> None:
    refused = editing.add(**more)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_an_owner_must_be_able_to_keep_the_page(editing: Editing, world: World) -> None:
    editing.owner = world.employee("Oskar").id
    refused = editing.add()
    assert isinstance(refused, Refusal)
    assert refused.code == "page.no_owner"


def test_who_may_not_write_for_everybody_is_shown_nothing(editing: Editing, world: World) -> None:
    editing.add()
    editing.by = world.employee("Oskar")
    for act in (editing.add, editing.publish, editing.kept, editing.retire):
        with pytest.raises(Hidden):
            act()


def test_what_bears_on_a_case_is_found_by_its_type_and_its_section(editing: Editing) -> None:
    editing.add("viden", PageKind.PRACTICE)
    editing.publish(key="viden")
    with editing.working():
        by_type = guidance.for_case(type_key="sel-85", section="serviceloven § 85")
        assert [one.page.key for one in by_type] == ["viden"]
        assert guidance.for_case(type_key="sel-112", section="serviceloven § 112") == []
        assert guidance.keys(words="åbningstider", kinds=[EntryKind.NOTE], public=False) == ["viden"]
        assert guidance.keys(words="åbningstider", kinds=[EntryKind.NOTE], public=True) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "published"},
        {"state": "published", "published_at": REVIEW},
        {"state": "concept", "published_by": "employee:1"},
    ],
)
def test_who_published_a_version_and_when_belong_together(editing: Editing, wrong: dict[str, object]) -> None:
    editing.add()
    at = {key: editing.at if key == "published_at" else value for key, value in wrong.items()}
    with pytest.raises(IntegrityError, match="page_published_by_somebody"), editing.working():
        PageVersion.objects.update(**at)


@pytest.mark.parametrize("wrong", [{"retired_at": True}, {"retired_by": "employee:1"}])
def test_who_took_a_page_down_and_when_belong_together(editing: Editing, wrong: dict[str, object]) -> None:
    editing.add()
    values = {key: editing.at if key == "retired_at" else value for key, value in wrong.items()}
    with pytest.raises(IntegrityError, match="page_retired_by_somebody"), editing.working():
        Page.objects.update(**values)
