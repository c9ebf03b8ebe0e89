"""The case types of barnets lov: their statutory dates, the conversation with the child, and the triangle (ICS)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.interventions.helped import GOAL, PLAN
from tests.factories.family import child
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.assessment import SourceKind, ThemeContent, frames
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import load_shipped
from borgerfokus.core.casework.deadlines import Deadline
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

KEYS = ("bl-18", "bl-20", "bl-32", "bl-108")
TALK = "O2"
SYSTEM = system("test")


@pytest.fixture
def adviser(world: World) -> Actor:
    return world.employee("Asger Bloch", unit="boern-forebyggelse")


def begun(world: World, adviser: Actor, key: str = "bl-20", *, days_ago: int = 0) -> casework.Case:
    """A case about a child of nine, taken."""
    small = child(world, date(2017, 5, 4))
    return world.case(citizen_id=small, type_key=key, caseworker=adviser, days_ago=days_ago)


@pytest.mark.parametrize("key", KEYS)
def test_the_conversation_with_the_child_is_asked_before_every_outcome(key: str) -> None:
    spec = next(one for one in load_shipped() if one.key == key)
    assert spec.frame == "ics"
    assert spec.fact(TALK).required_for == tuple(Outcome)
    assert any(item.article == "Barnets lov § 5" for phase in spec.phases for item in phase.checklist)


def test_the_examination_has_four_months_from_the_day_the_municipality_knew(world: World, adviser: Actor) -> None:
    case = begun(world, adviser)
    dates = {one.key: one for one in dates_of(world, case, adviser)}
    assert dates["examination"].due == date(2027, 3, 23)
    assert dates["examination"].basis == "statutory"


def test_a_pause_does_not_move_the_statutory_date(world: World, adviser: Actor) -> None:
    case = begun(world, adviser, days_ago=20)
    before = {one.key: one.due for one in dates_of(world, case, adviser)}
    pause = casework.Pause(whom=Ball.OTHER, name="Skolen", reason="Udtalelse", answer_by=date(2026, 12, 10))
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=world.at - timedelta(days=10)):
        casework.suspend(case_id=case.pk, pause=pause, by=adviser, at=world.at - timedelta(days=10))
    after = {one.key: one.due for one in dates_of(world, case, adviser)}
    assert after["examination"] == before["examination"]
    assert after["plan_of_work"] > before["plan_of_work"]  # type: ignore[operator]


def dates_of(world: World, case: casework.Case, by: Actor) -> tuple[Deadline, ...]:
    with acting_as(by, purpose=Purpose.CASEWORK, at=world.at):
        row = casework.Case.objects.select_related("type_version").get(pk=case.pk)
        return casework.dates_of(
            case=row, at=world.at, suspensions=list(row.suspensions.all()), extensions=list(row.extensions.all())
        )


def record(case: casework.Case, by: Actor, at: datetime, fact: str) -> None:
    known = assessment.Known(kind="note", value=f"Om {fact}", source="samtale", as_of=at.date())
    assert not isinstance(assessment.record(case_id=case.pk, fact=fact, known=known, by=by, at=at), Refusal)


def missing(case: casework.Case, by: Actor, at: datetime) -> str:
    """Why the decision may not be sent now."""
    (row,) = decisions.decisions_of(case_id=case.pk, by=by, at=at)
    refused = decisions.issue(decision_id=row.id, version=row.version, by=by, at=at)
    assert isinstance(refused, Refusal)
    return refused.text.da


def test_no_decision_is_sent_before_somebody_has_talked_with_the_child(world: World, adviser: Actor) -> None:
    case, at = begun(world, adviser), world.at
    spec = next(one for one in load_shipped() if one.key == "bl-20")
    title = spec.fact(TALK).title.da
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=at):
        for fact in spec.information:
            if fact.key != TALK:
                record(case, adviser, at, fact.key)
        for step in (Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION):
            assert casework.take_step(case_id=case.pk, step=step, by=adviser, at=at) is None
        start = decisions.NewDraft(outcome=Outcome.GRANTED, applied_for="en undersøgelse")
        assert isinstance(decisions.start_draft(case_id=case.pk, new=start, by=adviser, at=at), int)
        assert title in missing(case, adviser, at)
        record(case, adviser, at, TALK)
        assert title not in missing(case, adviser, at)


def test_the_date_of_the_childs_plan_is_met_when_it_is_shown(world: World, adviser: Actor) -> None:
    case = begun(world, adviser, "bl-32")
    issued = world.at - timedelta(days=30)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        moments = {**case.moments, "decision_issued": issued.isoformat()}
        casework.Case.objects.filter(pk=case.pk).update(moments=moments)
    assert plan_date(world, case, adviser).due == date(2027, 1, 25)
    at = world.at
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=at):
        plan = interventions.offer_plan(case_id=case.pk, wanted=True, words="", by=adviser, at=at)
        assert isinstance(plan, int)
        goal = replace(GOAL, theme="school", level_start=None, level_expected=None)
        goals = [interventions.WrittenGoal(goal)]
        written = interventions.WrittenPlan(plan=plan, version=1, content=PLAN, goals=goals)
        assert interventions.save_plan(written=written, by=adviser, at=at) is None
        assert interventions.show_plan(plan_id=plan, by=adviser, at=at) is None
        assert interventions.take_back_plan(plan_id=plan, by=adviser, at=at) is None
        assert interventions.show_plan(plan_id=plan, by=adviser, at=at) is None
        kinds = [one.kind for one in casework.happenings(case_id=case.pk)]
        assert kinds.count("case.plan_made") == 1
        assert not casework.chain_faults(case_id=case.pk)
    assert plan_date(world, case, adviser).met_on == world.at.date()


def plan_date(world: World, case: casework.Case, by: Actor) -> Deadline:
    return next(one for one in dates_of(world, case, by) if one.key == "child_plan")


def test_the_triangle_is_assessed_without_levels(
    world: World, adviser: Actor, client: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    case = begun(world, adviser)
    content = ThemeContent("Jeg kan lide min klasse.", "", "Er med i timerne.", SourceKind.VISIT, "Klasselæreren")
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=world.at):
        new = [assessment.NewTheme("school", 0, content)]
        assert assessment.save_themes(case_id=case.pk, themes=new, by=adviser, at=world.at) is None
    log_in(client, adviser, at=now)
    page = client.get(f"/sag/{case.number}/udredning/")
    words = page.content.decode()
    assert page.status_code == 200
    assert "Barnets udvikling" in words
    assert "Jeg kan lide min klasse." in words
    assert "level_now" not in words


def test_a_childs_plan_is_written_without_levels(
    world: World, adviser: Actor, client: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    case, at = begun(world, adviser, "bl-32"), world.at
    content = ThemeContent("Jeg kan lide min klasse.", "", "Er med i timerne.", SourceKind.VISIT, "Klasselæreren")
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=at):
        new = [assessment.NewTheme("school", 0, content)]
        assert assessment.save_themes(case_id=case.pk, themes=new, by=adviser, at=at) is None
        plan = interventions.offer_plan(case_id=case.pk, wanted=True, words="", by=adviser, at=at)
        assert isinstance(plan, int)
        goals = [interventions.WrittenGoal(replace(GOAL, theme="school", level_start=None, level_expected=None))]
        written = interventions.WrittenPlan(plan=plan, version=1, content=PLAN, goals=goals)
        assert interventions.save_plan(written=written, by=adviser, at=at) is None
    log_in(client, adviser, at=now)
    page = client.get(f"/sag/{case.number}/plan/")
    words = page.content.decode()
    assert page.status_code == 200
    assert "barnets lov § 91" in words.lower()
    assert GOAL.title in words
    assert "level_start" not in words


def test_a_level_on_the_triangle_is_refused(world: World, adviser: Actor) -> None:
    case = begun(world, adviser)
    content = ThemeContent("Ord", "", "Set", SourceKind.VISIT, "", level_now=2, level_expected=1)
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=world.at):
        new = [assessment.NewTheme("school", 0, content)]
        assert isinstance(assessment.save_themes(case_id=case.pk, themes=new, by=adviser, at=world.at), Refusal)


def test_the_frame_has_no_level_anywhere() -> None:
    assert not any(group.level for group in frames()["ics"].groups)
