"""Drafts: saved over, read back by their owner alone, refused when too large or saved elsewhere, gone after a month."""

from datetime import datetime, timedelta

import pytest

from borgerfokus.foundation.access.actor import Actor, ActorKind, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.models import Draft
from borgerfokus.foundation.drafts.service import SIZE_LIMIT, DraftChanged, DraftTooLarge

SIGNE = Actor(kind=ActorKind.EMPLOYEE, id=1)
OLE = Actor(kind=ActorKind.EMPLOYEE, id=2)
CITIZEN = Actor(kind=ActorKind.CITIZEN, id=1)
pytestmark = pytest.mark.django_db


def save(key: str = "note.7", text: str = "Talt med borgeren", *, by: Actor = SIGNE, at: datetime) -> int:
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        return drafts.save(key=key, content={"text": text}, by=by, at=at).version


def text_of(by: Actor, at: datetime, key: str = "note.7") -> str | None:
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        found = drafts.load(key=key, by=by)
        return str(found.content["text"]) if found else None


def test_the_last_saved_is_read_back(now: datetime):
    assert [save(text="en", at=now), save(text="to æøå", at=now)] == [1, 2]
    assert text_of(SIGNE, now) == "to æøå"


@pytest.mark.parametrize("other", [OLE, CITIZEN])
def test_nobody_else_reads_it(now: datetime, other: Actor):
    save(at=now)
    assert text_of(other, now) is None
    with acting_as(other, purpose=Purpose.CASEWORK, at=now):
        assert not Draft.objects.exists(), "the database itself shows none"
        assert Draft.objects.all().delete()[0] == 0
        assert Draft.objects.update(content={}) == 0
    assert text_of(SIGNE, now) == "Talt med borgeren"


def test_one_saved_elsewhere_is_not_overwritten(now: datetime):
    save(at=now)
    with acting_as(SIGNE, purpose=Purpose.CASEWORK, at=now):
        assert drafts.save(key="note.7", content={"text": "b"}, by=SIGNE, at=now, version=1).version == 2
        with pytest.raises(DraftChanged):
            drafts.save(key="note.7", content={"text": "c"}, by=SIGNE, at=now, version=1)
    assert text_of(SIGNE, now) == "b"


def test_the_size_is_limited(now: datetime):
    room = SIZE_LIMIT - len('{"text": ""}')
    save(text="x" * room, at=now)
    with pytest.raises(DraftTooLarge):
        save(text="x" * (room + 1), at=now)


def test_one_that_is_dropped_is_gone(now: datetime):
    save(at=now)
    with acting_as(SIGNE, purpose=Purpose.CASEWORK, at=now):
        assert drafts.drop(key="note.7", by=SIGNE)
        assert not drafts.drop(key="note.7", by=SIGNE)


def test_they_are_listed_by_prefix_the_last_first(now: datetime):
    for hours, key in enumerate(("note.1", "note.2", "letter.1")):
        save(key, at=now + timedelta(hours=hours))
    with acting_as(SIGNE, purpose=Purpose.CASEWORK, at=now):
        assert [draft.key for draft in drafts.list_(by=SIGNE, prefix="note.")] == ["note.2", "note.1"]


def test_what_nobody_has_touched_for_thirty_days_is_removed(now: datetime):
    save("old", at=now - timedelta(days=30, seconds=1))
    save("young", at=now - timedelta(days=30))
    save("other", by=CITIZEN, at=now - timedelta(days=31))
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        assert drafts.purge(at=now) == 2
        assert [draft.key for draft in Draft.objects.all()] == ["young"]
