"""Colleagues ask once, comment, and are led in: a question is answered for all, and ticks are one's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError
from tests.factories.world import World

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.models import AskedQuestion, IntroductionTick
from borgerfokus.apps.guidance.service import EntryKind, NewIntroduction, NewPage, NewQuestion
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance.pages import PageContent, PageKind, PageTies
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

STEPS = (("Hils på alle", ""), ("Læs om notater", "notater"))


@dataclass
class Office:
    """Three colleagues and a page."""

    at: datetime
    karen: Actor
    oskar: Actor
    reception: Actor

    @contextmanager
    def as_(self, by: Actor) -> Iterator[dict[str, Any]]:
        with acting_as(by, purpose=Purpose.ADMINISTRATION, at=self.at):
            yield {"by": by, "at": self.at}


@pytest.fixture
def office(world: World, now: datetime) -> Office:
    karen, oskar = world.employee("Karen"), world.employee("Oskar")
    found = Office(now, karen, oskar, world.employee("Sanne", role=Role.RECEPTION))
    content = PageContent(title="Notater", short="Sådan skriver vi.", text="Skriv, hvad der skete.")
    ties = PageTies(owner=karen.id, review_on=now.date().replace(year=2027))
    with found.as_(karen) as who:
        guidance.add(new=NewPage("notater", PageKind.GUIDE, content, ties), **who)
        guidance.publish(key="notater", seen=1, **who)
    return found


def test_a_question_is_answered_once_and_the_next_one_finds_it(office: Office) -> None:
    with office.as_(office.reception) as who:
        row = guidance.ask(new=NewQuestion("Hvem bestiller tolken?", "Til møder."), **who)
        assert isinstance(row, AskedQuestion)
        with pytest.raises(Hidden):
            guidance.answer(question_id=row.pk, text="Mig", seen=1, **who)
        assert guidance.keys(words="tolk", kinds=[EntryKind.QUESTION], public=False) == []
    with office.as_(office.karen) as who:
        assert guidance.answer(question_id=row.pk, text="Den, der indkalder.", seen=1, **who) is None
        refused = guidance.answer(question_id=row.pk, text="En anden.", seen=1, **who)
        assert refused is not None
        assert refused.code == "edit.conflict"
    with office.as_(office.oskar):
        assert guidance.keys(words="tolken", kinds=[EntryKind.QUESTION], public=False) == [str(row.pk)]
        assert guidance.question(question_id=row.pk).answer == "Den, der indkalder."


def test_a_question_waits_with_those_who_may_answer_and_its_answer_with_who_asked(office: Office) -> None:
    with office.as_(office.oskar) as who:
        row = guidance.ask(new=NewQuestion("Hvem bestiller tolken?", "Til møder."), **who)
        assert isinstance(row, AskedQuestion)
        assert guidance.questions_for(by=office.oskar, since=office.at) == []
    with office.as_(office.reception):
        assert guidance.questions_for(by=office.reception, since=office.at) == []
    with office.as_(office.karen) as who:
        assert guidance.questions_for(by=office.karen, since=office.at) == [row]
        assert guidance.answer(question_id=row.pk, text="Den, der indkalder.", seen=1, **who) is None
        assert guidance.questions_for(by=office.karen, since=office.at) == []
    with office.as_(office.oskar):
        assert guidance.questions_for(by=office.oskar, since=office.at) == [row]


def test_a_comment_is_taken_away_by_its_writer_or_who_answers_for_the_page(office: Office) -> None:
    with office.as_(office.reception) as who:
        assert guidance.comment(key="notater", text="Godt skrevet.", **who) is None
        assert guidance.comment(key="notater", text="Og mangler lidt.", **who) is None
        first, second = guidance.comments(page=guidance.find(key="notater", public=False).page)
    with office.as_(office.oskar) as who, pytest.raises(Hidden):
        guidance.take_away(comment_id=first.pk, **who)
    for by, row in ((office.reception, first), (office.karen, second)):
        with office.as_(by) as who:
            guidance.take_away(comment_id=row.pk, **who)
    with office.as_(office.oskar):
        assert guidance.comments(page=first.page) == []


def test_ticks_are_ones_own_and_outlast_another_wording_of_the_list(office: Office) -> None:
    new = NewIntroduction("Ny hos os", "", STEPS)
    with office.as_(office.karen) as who:
        row = guidance.save_introduction(introduction_id=None, seen=0, new=new, **who)
        assert not isinstance(row, Refusal)
        led = guidance.introduction(introduction_id=row.pk, by=office.karen)
    with office.as_(office.oskar) as who:
        for _twice in (1, 2):
            guidance.tick(step_id=led.steps[0].pk, done=True, **who)
        assert guidance.introduction(introduction_id=row.pk, by=office.oskar).done == 1
    with office.as_(office.karen) as who:
        assert not IntroductionTick.objects.exists()
        longer = NewIntroduction("Ny hos os", "", (("Få en nøgle", ""), *STEPS))
        assert not isinstance(guidance.save_introduction(introduction_id=row.pk, seen=1, new=longer, **who), Refusal)
        stale = guidance.save_introduction(introduction_id=row.pk, seen=1, new=new, **who)
        assert isinstance(stale, Refusal)
    with office.as_(office.oskar) as who:
        led = guidance.introduction(introduction_id=row.pk, by=office.oskar)
        assert [(step.text, step.pk in led.ticked) for step in led.steps][:2] == [
            ("Få en nøgle", False),
            ("Hils på alle", True),
        ]
        guidance.tick(step_id=led.steps[1].pk, done=False, **who)
        assert guidance.introduction(introduction_id=row.pk, by=office.oskar).done == 0


@pytest.mark.parametrize("steps", [(), (("A", ""), ("A", "")), (("Læs", "findes-ikke"),)])
def test_a_list_that_leads_nowhere_is_refused(office: Office, steps: tuple[tuple[str, str], ...]) -> None:
    with office.as_(office.karen) as who:
        saved = guidance.save_introduction(introduction_id=None, seen=0, new=NewIntroduction("Ny", "", steps), **who)
        assert isinstance(saved, Refusal)


@pytest.mark.parametrize("wrong", [{"answer": "Ja."}, {"answered_by": "employee:1"}, {"answered_at": True}])
def test_an_answer_has_somebody_and_a_moment(office: Office, wrong: dict[str, object]) -> None:
    with office.as_(office.karen) as who:
        guidance.ask(new=NewQuestion("Hvad nu?"), **who)
    values = {key: office.at if value is True else value for key, value in wrong.items()}
    with pytest.raises(IntegrityError, match="asked_question_answered_by_somebody"), office.as_(office.karen):
        AskedQuestion.objects.update(**values)
