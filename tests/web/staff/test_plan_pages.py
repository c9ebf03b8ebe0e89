"""The plan on the caseworker's pages: offered, written from themes, shown, agreed; help ordered; and on paper."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from tests.apps.interventions.helped import GOAL, Helped, make_helped
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text
from tests.web.staff.test_overview_acts import own_queries

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.core.assessment import SourceKind, ThemeContent

CONTENT = {"purpose": "At hverdagen hænger sammen.", "intervention": "Støtte 4 timer om ugen.", "duration": "Et år."}


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    return make_helped(world)


@pytest.fixture
def page(scene: Helped) -> str:
    with scene.as_(scene.karen):
        return f"/sag/{scene.case.number}/"


@pytest.fixture
def karen(as_: LogIn, scene: Helped) -> Client:
    return as_(scene.karen)


def assess(scene: Helped, *, now: int = 3, expected: int = 2) -> None:
    """The theme of chores is assessed."""
    content = ThemeContent(
        own_words="Posten ligger i bunker.",
        observed="Uåbnede breve.",
        source=SourceKind.VISIT,
        level_now=now,
        level_expected=expected,
    )
    with scene.as_(scene.karen):
        refusal = assessment.save_themes(
            case_id=scene.case_id,
            themes=[assessment.NewTheme(theme="chores", version=0, content=content)],
            by=scene.karen,
            at=scene.at,
        )
    assert refusal is None, refusal


def version(scene: Helped) -> str:
    written = scene.help_().written
    return str(written.version) if written else ""


def plan(scene: Helped) -> str:
    written = scene.help_().written
    return str(written.pk) if written else ""


def test_a_goal_is_made_from_a_theme_in_one_click(scene: Helped, page: str, karen: Client) -> None:
    assess(scene)
    assert act(karen, f"{page}indsats/", "plan-offer", wanted="yes").headers["Location"] == f"{page}plan/"
    shown = text(karen.get(f"{page}plan/"))
    assert "støtte 4 timer om ugen" in shown
    assert "»Posten ligger i bunker.«" in shown
    known = {"plan": plan(scene), "version": version(scene), "count": "0", **CONTENT}
    done = act(karen, f"{page}plan/", "plan-write", **known, add="chores")
    assert done.headers["Location"] == f"{page}plan/#goal-0"
    goal = scene.help_().goals[0]
    assert (goal.theme, goal.level_start, goal.level_expected, goal.kind) == ("chores", 3, 2, "develop")
    assert goal.own_words == "Posten ligger i bunker."


def test_the_plan_is_shown_agreed_and_printed(scene: Helped, page: str, karen: Client) -> None:
    number = scene.draft_plan()
    goal = scene.help_().goals[0]
    fields = {
        "g0__id": str(goal.pk),
        "g0__title": "Jeg åbner selv min post",
        "g0__kind": "develop",
        "g0__theme": "chores",
        "g0__level_start": "3",
        "g0__level_expected": "1",
        "g0__steps_citizen": "Åbner posten om mandagen\nLægger den i mappen",
    }
    known = {"plan": str(number), "version": version(scene), "count": "1", **CONTENT, **fields}
    assert act(karen, f"{page}plan/", "plan-write", **known, show="1").status_code == 302
    shown = text(karen.get(f"{page}indsats/"))
    assert "Vist til borgeren" in shown
    assert "Lægger den i mappen" in shown
    known = {"plan": str(number), "version": version(scene)}
    assert act(karen, f"{page}indsats/", "plan-yes", **known, how="phone").status_code == 302
    assert act(karen, f"{page}indsats/", "plan-sign", **known).status_code == 302
    shown = text(karen.get(f"{page}indsats/"))
    assert "Aftalt" in shown
    assert "Sagde ja i telefonen" in shown
    paper = karen.get(f"{page}plan/{number}/plan.pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


def test_a_plan_that_lacks_something_stays_a_draft_and_says_what(scene: Helped, page: str, karen: Client) -> None:
    number = scene.draft_plan()
    known = {"plan": str(number), "version": version(scene), "count": "0", **CONTENT}
    told = act(karen, f"{page}plan/", "plan-write", **known, show="1")
    assert told.headers["Location"] == f"{page}plan/"
    assert "Skriv mindst ét mål sammen med borgeren." in text(karen.get(f"{page}plan/"))


def test_somebody_else_saved_meanwhile_and_the_text_is_kept(scene: Helped, page: str, karen: Client) -> None:
    number = scene.draft_plan()
    goal = scene.help_().goals[0]
    fields = {"g0__id": str(goal.pk), "g0__title": "Min tekst", "g0__kind": "develop"}
    known = {"plan": str(number), "count": "1", **CONTENT, **fields}
    late = act(karen, f"{page}plan/", "plan-write", **known, version="1")
    assert late.status_code == 409
    assert "En anden har ændret planen imens" in text(late)
    assert "Min tekst" in late.content.decode()
    again = act(karen, f"{page}plan/", "plan-write", **known, version=version(scene))
    assert again.status_code == 302
    assert scene.help_().goals[0].title == "Min tekst"


def test_a_goal_that_cannot_be_says_why_at_its_field(scene: Helped, page: str, karen: Client) -> None:
    number = scene.draft_plan()
    fields = {
        "g0__title": "Nyt",
        "g0__kind": "develop",
        "g0__theme": "chores",
        "g0__level_start": "1",
        "g0__level_expected": "3",
    }
    known = {"plan": str(number), "version": version(scene), "count": "1", **CONTENT, **fields}
    refused = act(karen, f"{page}plan/", "plan-write", **known)
    assert refused.status_code == 422
    assert "Et mål om at udvikle skal føre til et lavere niveau end nu." in text(refused)


def test_help_is_put_on_the_case_ordered_answered_and_started(scene: Helped, page: str, karen: Client) -> None:
    help_ = f"{page}indsats/"
    period = {
        "starts": "2026-12-01",
        "last_day": "2027-11-30",
        "hours_per_week": "4",
        "price": "450",
        "price_unit": "hour",
    }
    who = {"title": "Bostøtte", "form": "hours", "provider": "Bostøtten", "unit": str(scene.unit)}
    assert act(karen, help_, "help-add", **period, **who).status_code == 302
    shown = text(karen.get(help_))
    assert "4 timer om ugen" in shown
    assert "450,00 kr. pr. time" in shown
    row = str(scene.help_().interventions[0].pk)
    order = {
        "help": row,
        "unit": str(scene.unit),
        "brief": "Mads vil have hjælp til sin post.",
        "start_wanted": "2026-12-01",
        "answer_by": "2026-11-27",
        "access_until": "2027-11-30",
    }
    assert "Bestil hjælpen" in text(karen.get(page))
    assert act(karen, help_, "order", **order).status_code == 302
    number = str(scene.help_().orders[0].pk)
    assert act(karen, help_, "order-answer", order=number, accepted="yes").status_code == 302
    assert act(karen, help_, "order-start", order=number, on="2026-11-23").status_code == 302
    assert "I gang" in text(karen.get(help_))
    change = {**period, "help": row, "starts": "2027-02-01", "hours_per_week": "6", "reason": "Behovet steg."}
    assert act(karen, help_, "help-change", **change).status_code == 302
    shown = text(karen.get(help_))
    assert "6 timer om ugen" in shown
    assert "Behovet steg." in shown


def test_the_follow_up_is_prefilled_and_its_history_stays(scene: Helped, page: str, karen: Client) -> None:
    scene.agreed_plan()
    scene.started()
    assert "23. februar 2027" not in text(karen.get(f"{page}indsats/"))
    assert 'value="2027-02-23"' in karen.get(f"{page}indsats/").content.decode()
    goal = scene.help_().goals[0].pk
    said = {
        "latest": "0",
        "on": "2026-11-23",
        "satisfaction": "4",
        "citizen_words": "Det hjælper.",
        "provider_said": "Det går fremad.",
        "outcome": "continue",
        "reason": "Støtten virker.",
        "next_on": "2027-02-23",
        f"goal{goal}__level_now": "2",
        f"goal{goal}__reached": "not_yet",
        f"goal{goal}__note": "Åbner halvdelen selv.",
    }
    assert act(karen, f"{page}indsats/", "follow-up", **said).status_code == 302
    shown = text(karen.get(f"{page}indsats/"))
    for words in ("Hjælpen fortsætter", "4 af 5", "Åbner halvdelen selv.", "Det går fremad: nu 2", GOAL.title):
        assert words in shown


def test_nobody_outside_the_case_sees_the_plan(scene: Helped, page: str, as_: LogIn, world: World) -> None:
    number = scene.shown_plan()
    stranger = as_(world.employee("Fremmed", unit="ydelsesteamet"))
    assert stranger.get(f"{page}plan/").status_code == 404
    assert stranger.get(f"{page}plan/{number}/plan.pdf").status_code == 404


def test_the_case_page_asks_at_most_twelve_queries_with_everything_in_it(
    scene: Helped, page: str, karen: Client
) -> None:
    scene.agreed_plan()
    scene.started()
    own_queries(karen, page)
    assert len(own_queries(karen, page)) <= 12


def test_the_tab_has_as_many_queries_however_much_is_in_it(scene: Helped, page: str, karen: Client) -> None:
    scene.agreed_plan()
    scene.started()
    own_queries(karen, f"{page}indsats/")
    few = len(own_queries(karen, f"{page}indsats/"))
    for _number in range(3):
        assert isinstance(scene.followed(), int)
        scene.order()
    assert len(own_queries(karen, f"{page}indsats/")) == few


def test_a_goal_with_a_long_title_is_printed_too(scene: Helped, page: str, karen: Client) -> None:
    number = scene.draft_plan(replace(GOAL, title="Jeg vil gerne " * 14))
    assert karen.get(f"{page}plan/{number}/plan.pdf").status_code == 200


def test_the_tab_says_that_a_plan_must_be_offered_until_there_is_an_answer(
    scene: Helped, page: str, karen: Client
) -> None:
    assert "Borgeren skal tilbydes en plan" in text(karen.get(f"{page}indsats/"))
    assert act(karen, f"{page}indsats/", "plan-offer", wanted="no", words="Nej tak.").status_code == 302
    shown = text(karen.get(f"{page}indsats/"))
    assert "Borgeren skal tilbydes en plan" not in shown
    assert "Borgeren har sagt nej tak til en plan" in shown
