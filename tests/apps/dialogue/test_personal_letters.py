"""Letters about no case: a request that was not sent, a complaint that arrived or is answered, a look-up explained."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from tests.factories.world import World

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import personal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.outbox import reading
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.django_db
SYSTEM = system("test")


def begun(world: World) -> Actor:
    """A citizen who has begun a request today."""
    mads = world.citizen("Mads", "Ellekjær")
    with acting_as(mads, purpose=Purpose.OWN_CASE, at=world.at):
        started = dialogue.start_or_resume(type_key="sel-85", citizen_id=mads.id, by=mads, at=world.at)
        assert isinstance(started, dialogue.Started)
        dialogue.save_draft(started=started, answers={"what_is_hard": "Post"}, by=mads, at=world.at)
    return mads


def letters(world: World) -> list[Message]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        return list(Message.objects.filter(kind="notice.personal").order_by("queued_at"))


def test_a_draft_is_reminded_of_once_in_the_days_before_it_is_deleted(world: World) -> None:
    mads = begun(world)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        kept = parameters.at("own.draft_retention", on=day_of(world.at)).number
        soon = parameters.at("own.draft_reminder", on=day_of(world.at)).number
    before = world.at + timedelta(days=kept - soon - 2)
    assert personal.remind_of_drafts(at=before) == 0
    assert personal.remind_of_drafts(at=before + timedelta(days=1)) == 1
    assert personal.remind_of_drafts(at=before + timedelta(days=2)) == 0
    [letter] = letters(world)
    assert (letter.person_id, letter.case_id, letter.channel) == (mads.id, None, "digital_post")
    with acting_as(mads, purpose=Purpose.OWN_CASE, at=world.at):
        [read] = reading.to_persons(mads.persons, newest=5)
        assert read.title == "Din ansøgning er ikke sendt"


def test_whoever_is_exempt_is_reminded_on_paper(world: World) -> None:
    mads = begun(world)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Person.objects.filter(pk=mads.id).update(digital_post_exempt=True)
        last = drafts.of_citizens(prefix="request/")[0].saved_at
    assert personal.remind_of_drafts(at=last + timedelta(days=27)) == 1
    assert [one.channel for one in letters(world)] == ["paper"]


def test_a_draft_that_is_deleted_already_is_not_written_about(world: World) -> None:
    begun(world)
    assert personal.remind_of_drafts(at=world.at + timedelta(days=40)) == 0


def test_a_complaint_is_received_and_its_answer_told_in_letters(world: World) -> None:
    mads = world.citizen("Mads", "Ellekjær")
    with acting_as(mads, purpose=Purpose.OWN_CASE, at=world.at):
        new = dialogue.NewComplaint(kind=dialogue.ComplaintKind.ACCESSIBILITY, text="Kan ikke læse det grå.")
        row = dialogue.complain(new=new, by=mads, at=world.at)
        assert isinstance(row, dialogue.Complaint)
    assert _deferred("dialogue.complaint_made") == [{"complaint_id": row.pk}]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        for _again in range(2):
            personal.complaint_made(complaint_id=row.pk, at=world.at)
            personal.complaint_answered(complaint_id=row.pk, at=world.at)
    titles = [one.title for one in letters(world)]
    assert sorted(titles) == ["Der er svar om siden", "Tak, fordi du skrev om siden"]


def _deferred(name: str) -> list[object]:
    with connection.cursor() as cursor:
        cursor.execute("select args from procrastinate_jobs where task_name = %s", [name])
        return [json.loads(row[0]) for row in cursor.fetchall()]
