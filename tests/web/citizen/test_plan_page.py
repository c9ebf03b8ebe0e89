"""The citizen's own page of goals and plan: read, agree, say no thanks, comment and tick a step."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.interventions.helped import GOAL, Helped, make_helped
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.staff.forms import text

from borgerfokus.foundation.access.actor import Actor

LogIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    return make_helped(world)


@pytest.fixture
def page(scene: Helped) -> str:
    with scene.as_(scene.karen):
        return f"/min/sag/{scene.case.number}/plan/"


@pytest.fixture
def mads(client: Client, scene: Helped, now: datetime) -> Client:
    log_in(client, scene.citizen, at=now)
    return client


def send(client: Client, page: str, act: str, **fields: object) -> int:
    return client.post(page, {"do": act, "once": uuid4().hex, **fields}).status_code


def test_nothing_of_a_draft_is_told(scene: Helped, page: str, mads: Client) -> None:
    scene.draft_plan()
    shown = text(mads.get(page))
    assert GOAL.title not in shown
    assert "Der er ikke en plan, du kan læse endnu." in shown
    case = text(mads.get(page.removesuffix("plan/")))
    assert "Dine mål og din plan" not in case


def test_the_citizen_reads_the_plan_and_agrees(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.shown_plan()
    shown = text(mads.get(page))
    for words in ("Der ligger en plan til dig.", GOAL.title, GOAL.own_words, "Ja, det er min plan"):
        assert words in shown
    assert "Læs planen, og svar" in text(mads.get(page.removesuffix("plan/")))
    assert send(mads, page, "yes", plan=plan, version=2) == 302
    assert "Du har sagt ja til planen. Nu venter den på kommunen." in text(mads.get(page))
    assert scene.sign(plan, scene.karen) is None
    assert "Planen gælder. Du har 1 mål." in text(mads.get(page))
    journal = text(mads.get(page.removesuffix("plan/") + "journal/"))
    assert "Planen er aftalt: både borgeren og kommunen har sagt ja" in journal


def test_a_plan_that_was_changed_meanwhile_is_not_agreed_unread(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.shown_plan()
    mads.get(page)
    answer = mads.post(page, {"do": "yes", "once": uuid4().hex, "plan": plan, "version": 1}, follow=True)
    assert "En anden har gemt imens." in text(answer)
    written = scene.help_().written
    assert written is not None
    assert written.citizen_signed_at is None


def test_no_thanks_is_kept_in_the_citizens_words(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.shown_plan()
    assert send(mads, page, "no", plan=plan, words="Jeg klarer mig.") == 302
    declined = scene.help_().declined
    assert declined is not None
    assert declined.declined_words == "Jeg klarer mig."
    assert "Du har sagt nej tak til en plan." in text(mads.get(page))


def test_a_comment_and_a_step_reach_the_caseworker(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.shown_plan()
    goal = scene.help_().goals[0]
    step = scene.help_().steps_of(goal)[1]
    assert send(mads, page, "comment", plan=plan, goal=goal.pk, text="Kan vi gå langsomt?") == 302
    assert send(mads, page, "tick", step=step.pk, goal=goal.pk, done="on") == 302
    there = scene.help_()
    assert [one.text for one in there.comments_on(goal)] == ["Kan vi gå langsomt?"]
    assert there.steps_of(goal)[1].done_at is not None
    shown = text(mads.get(page))
    assert "Kan vi gå langsomt?" in shown
    assert "Gjort 23. november 2026" in shown


def test_a_form_that_is_sent_twice_is_done_once(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.shown_plan()
    data = {"do": "comment", "once": uuid4().hex, "plan": plan, "text": "Et ord."}
    for _turn in range(2):
        assert mads.post(page, data).status_code == 302
    assert len(scene.help_().comments) == 1


@pytest.mark.parametrize(
    ("act", "fields"),
    [("yes", {"plan": "999999"}), ("tick", {"step": "999999"}), ("comment", {"plan": "x"}), ("vælt", {})],
)
def test_what_is_not_of_the_case_is_not_found(
    scene: Helped, page: str, mads: Client, act: str, fields: dict[str, str]
) -> None:
    scene.shown_plan()
    assert send(mads, page, act, **fields) == 404


def test_the_help_and_its_follow_ups_are_told(scene: Helped, page: str, mads: Client) -> None:
    scene.agreed_plan()
    scene.started()
    assert isinstance(scene.followed(), int)
    shown = text(mads.get(page))
    for words in ("Bostøtte", "4 timer om ugen", "I gang", "Hjælpen fortsætter", "Det går fremad: nu 2"):
        assert words in shown


def test_the_plan_is_a_file_to_keep(scene: Helped, page: str, mads: Client) -> None:
    plan = scene.agreed_plan()
    paper = mads.get(f"{page}{plan}/plan.pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


def test_a_stranger_finds_nothing(scene: Helped, page: str, world: World, client: Client, now: datetime) -> None:
    scene.shown_plan()
    log_in(client, world.citizen("Ib", "Fremmed"), at=now)
    assert client.get(page).status_code == 404
