"""Reversals for the council: years that are over, counted by citizen, disclosed by rule, frozen, and why where held."""

from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.actions import publishing
from borgerfokus.apps.decisions.models import ReversalFigure
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
Decided = dict[tuple[int, str], bool]


def decided(many: int, few: int) -> Decided:
    """So many citizens of two case types, every third of whom won."""
    big = {(person, "sel-85"): person % 3 == 0 for person in range(many)}
    return big | {(1_000 + person, "sel-100"): True for person in range(few)}


def publish(world: World, monkeypatch: pytest.MonkeyPatch, found: Decided) -> dict[str, ReversalFigure]:
    monkeypatch.setattr(publishing, "_decided", lambda year: found)
    monkeypatch.setattr(publishing, "weight_of", lambda person: 1)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        decisions.publish_reversals(at=world.at, day=world.at.date())
        return {one.type_key: one for one in decisions.told_reversals(year=world.at.year - 1)}


def test_a_type_of_few_citizens_is_held_back_with_whoever_would_tell_of_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = publish(world, monkeypatch, decided(60, 4))
    assert found["sel-100"].considered is None
    assert found["sel-85"].considered is None, "all less these are the four"
    assert found[""].considered == 65


def test_counts_are_rounded_and_none_and_all_are_never_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    found = publish(world, monkeypatch, {(person, "sel-85"): True for person in range(63)})
    told = found["sel-85"]
    assert told.considered == 65
    assert told.percent is not None
    assert told.percent < 100, "all would tell of everybody"


def test_a_year_that_runs_is_not_told_and_one_that_is_out_stays(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = publish(world, monkeypatch, decided(60, 0))
    again = publish(world, monkeypatch, decided(90, 0))
    assert before[""].considered == again[""].considered
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert decisions.told_reversals(year=world.at.year) == []


def test_sabotage_with_the_rule_off_the_four_stand_open(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from borgerfokus.core.disclosure import Rule

    monkeypatch.setattr(publishing, "Rule", lambda **_told: Rule(suppress_up_to=0, round_to=1))
    found = publish(world, monkeypatch, decided(60, 4))
    assert (found["sel-100"].considered, found["sel-100"].percent) == (4, 100)


def test_the_paper_says_why_a_figure_is_held_back(
    world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(world, monkeypatch, decided(60, 4))
    monkeypatch.setattr(timezone, "now", lambda: now)
    log_in(client, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), at=now)
    paper = client.get(f"/ledelse/klager/?format=pdf&aar={now.year - 1}")
    text = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split())
    assert "For få sager til at vise, for ingen må kunne genkendes." in text
    assert "65 behandlet" in text
    running = client.get(f"/ledelse/klager/?format=pdf&aar={now.year}")
    said = " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(running.content)).pages).split())
    assert "Tallene udgives, når året er slut." in said
