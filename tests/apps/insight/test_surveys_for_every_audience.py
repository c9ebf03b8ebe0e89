"""P1: results of a survey from five answers on, for every audience: in releases, and on every page that tells them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.apps.insight import service as insight
from borgerfokus.core.access import Role
from borgerfokus.core.rules import Parameters
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
PAGE = "/ledelse/oplevelse/"
TELLS = [Role.TEAM_LEADER, Role.DEPARTMENT_HEAD, Role.DIRECTOR, Role.CONTROLLER, Role.POLITICIAN]
Release = Callable[[int], None]


@pytest.fixture
def released(world: World, monkeypatch: pytest.MonkeyPatch, everybody_counts_once: None) -> Release:
    """So many citizens have answered before the quarter, and a municipality holds back as little as it may."""
    monkeypatch.setattr("borgerfokus.apps.insight.actions.releasing.Rule", lambda **_told: disclosure_off())
    monkeypatch.setattr(timezone, "now", lambda: world.at)

    def made(answers: int) -> None:
        before = world.at - timedelta(days=80)
        for _number in range(answers):
            case = world.case(citizen_id=world.person(), days_ago=90)
            with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=before):
                question = PhaseQuestion.objects.create(case=case, phase="information", asked_at=before)
                Experience.objects.create(
                    question=question,
                    case=case,
                    person_id=case.citizen_id,
                    understood="yes",
                    answered_at=before,
                    answered_by="citizen:1",
                )
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
            insight.publish_figures(at=world.at, day=world.at.date())

    return made


def disclosure_off() -> object:
    from borgerfokus.core.disclosure import Rule

    return Rule(suppress_up_to=0, round_to=1)


def test_the_municipality_cannot_go_below_five_and_ten() -> None:
    known = Parameters.load()
    assert known.get("own.survey_minimum").minimum == 5
    assert known.get("own.survey_comment_minimum").minimum == 10


@pytest.mark.parametrize("role", TELLS)
def test_four_answers_are_told_to_no_audience(role: Role, world: World, client: Client, released: Release) -> None:
    released(4)
    log_in(client, world.employee("Læser", role=role, leads=role is not Role.POLITICIAN), at=world.at)
    page = client.get(PAGE).content.decode()
    assert "Der er for få svar til at vise noget her." in page
    assert "100 %" not in page
    assert "100" not in client.get(PAGE, {"format": "csv"}).content.decode()


@pytest.mark.parametrize("role", TELLS)
def test_five_are_told_to_each_of_them(role: Role, world: World, client: Client, released: Release) -> None:
    """So the test above looks where something would be."""
    released(5)
    log_in(client, world.employee("Læser", role=role, leads=role is not Role.POLITICIAN), at=world.at)
    assert "Der er for få svar til at vise noget her." not in client.get(PAGE).content.decode()
