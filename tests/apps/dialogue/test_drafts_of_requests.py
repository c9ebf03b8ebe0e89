"""A request that is being written is there again, for its writer alone, until it is sent or too old."""

from datetime import timedelta

import pytest
from tests.apps.dialogue.conftest import Desk

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts import service as drafts


def start(desk: Desk, citizen: Actor, *, days: int = 0, type_key: str = "sel-85") -> dialogue.Started:
    at = desk.at + timedelta(days=days)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=at):
        started = dialogue.start_or_resume(type_key=type_key, citizen_id=citizen.id, by=citizen, at=at)
    assert isinstance(started, dialogue.Started)
    return started


def save(desk: Desk, citizen: Actor, started: dialogue.Started, text: str) -> dialogue.Started:
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        return dialogue.save_draft(started=started, answers={"wishes": text}, by=citizen, at=desk.at)


def test_what_was_typed_is_there_again_with_the_same_key(desk: Desk) -> None:
    citizen = desk.world.citizen()
    started = start(desk, citizen)
    assert (started.answers, started.version, started.saved_at) == ({}, 0, None)
    save(desk, citizen, started, "Sove om natten")
    again = start(desk, citizen, days=29)
    assert (again.answers, again.version) == ({"wishes": "Sove om natten"}, 1)
    assert again.idempotency_key == started.idempotency_key


def test_a_draft_is_forgotten_after_thirty_days(desk: Desk) -> None:
    citizen = desk.world.citizen()
    save(desk, citizen, start(desk, citizen), "Sove om natten")
    old = start(desk, citizen, days=31)
    assert old.answers == {}
    later = desk.at + timedelta(days=31)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=later):
        assert dialogue.unfinished(by=citizen, at=later) == ()
        assert dialogue.save_draft(started=old, answers={"wishes": "Nyt"}, by=citizen, at=later).version == 2


def test_two_windows_do_not_write_over_each_other(desk: Desk) -> None:
    citizen = desk.world.citizen()
    first = save(desk, citizen, start(desk, citizen), "En")
    save(desk, citizen, first, "To")
    with pytest.raises(drafts.DraftChanged):
        save(desk, citizen, first, "Tre")
    assert start(desk, citizen).answers == {"wishes": "To"}


def test_a_draft_is_its_writers_alone(desk: Desk) -> None:
    mads, lene = desk.world.citizen(), desk.world.citizen("Lene")
    save(desk, mads, start(desk, mads), "Sove om natten")
    assert start(desk, lene).answers == {}
    with acting_as(lene, purpose=Purpose.OWN_CASE, at=desk.at), pytest.raises(Hidden):
        dialogue.start_or_resume(type_key="sel-85", citizen_id=mads.id, by=lene, at=desk.at)


def test_what_is_unfinished_is_listed_and_can_be_given_up(desk: Desk) -> None:
    citizen = desk.world.citizen()
    save(desk, citizen, start(desk, citizen), "En")
    save(desk, citizen, start(desk, citizen, type_key="sel-112"), "To")
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        listed = dialogue.unfinished(by=citizen, at=desk.at)
        assert {(one.type_key, one.citizen_id) for one in listed} == {("sel-85", citizen.id), ("sel-112", citizen.id)}
        assert dialogue.drop_draft(type_key="sel-85", citizen_id=citizen.id, by=citizen)
        assert [one.type_key for one in dialogue.unfinished(by=citizen, at=desk.at)] == ["sel-112"]


def test_help_that_cannot_be_asked_for_is_refused(desk: Desk) -> None:
    citizen = desk.world.citizen()
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        refused = dialogue.start_or_resume(type_key="sel-999", citizen_id=citizen.id, by=citizen, at=desk.at)
    assert isinstance(refused, Refusal)
