"""Who had the ball: the line of a case says of today what the picture of the case says, act by act."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.apps.decisions.scene import AGAINST
from tests.apps.decisions.scene import Scene as Deciding
from tests.apps.decisions.scene import make as deciding
from tests.factories.world import World
from tests.web.citizen.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Pause
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow import balls
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.web.design.views import TurnsView
from borgerfokus.web.present import journey

KINDS = {Ball.US: "us", Ball.YOU: "you", Ball.OTHER: "other"}


def line(events: list[casework.Happening], *, days: int = 40) -> TurnsView:
    found = journey.view(events, until=events[0].at + timedelta(days=days), staff=True)
    assert found is not None
    return found


def agreed(scene: Deciding) -> str:
    """Who has the ball by the row of the case, and the same by its log."""
    with scene.as_(scene.karen):
        by_row = KINDS[Ball(scene.case.ball)]
        by_log = line(casework.happenings(case_id=scene.case_id)).lines[0].spans[-1].kind
    assert by_log == by_row
    return by_log


def test_it_says_of_today_what_the_picture_says(world: World) -> None:
    scene = deciding(world)
    told = [agreed(scene)]
    with scene.as_(scene.karen):
        new = decisions.NewHearing(facts=[AGAINST], text="Vi regner med at sige nej til støtte om aftenen.")
        sent = decisions.send_hearing(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
        assert isinstance(sent, int)
    told.append(agreed(scene))
    pause = Pause(whom=Ball.OTHER, name="Lægehuset i Fjordby", reason="En udtalelse mangler.")
    with scene.as_(scene.karen):
        assert casework.suspend(case_id=scene.case_id, pause=pause, by=scene.karen, at=scene.at) is None
    told.append(agreed(scene))
    assert told == ["us", "you", "other"]


def test_it_goes_red_without_the_hearing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(balls, "WAITS", balls.WAITS[:1])
    with pytest.raises(AssertionError):
        test_it_says_of_today_what_the_picture_says(world)


def test_the_line_fills_the_time_of_the_case_and_names_who_is_waited_for(scene: Scene) -> None:
    pause = Pause(whom=Ball.OTHER, name="Lægehuset i Fjordby", reason="En udtalelse mangler.")
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        assert casework.suspend(case_id=scene.case.pk, pause=pause, by=scene.karen, at=scene.at) is None
        found = line(casework.happenings(case_id=scene.case.pk))
    spans = found.lines[0].spans
    assert spans[0].at == 0
    assert sum(one.wide for one in spans) == pytest.approx(100)
    assert "andre: Lægehuset i Fjordby" in str(found.rows[-1].cells[0])


def test_the_citizen_reads_it_in_plain_words(scene: Scene, mads: Client) -> None:
    address = f"/min/sag/{scene.case.number}/bolden/"
    assert address in mads.get(f"/min/sag/{scene.case.number}/").content.decode()
    text = mads.get(address).content.decode()
    assert "Hvem har haft bolden?" in text
    assert "Vi har haft bolden i" in text
    assert "borgeren" not in text.partition("<main")[2].partition("</main")[0]


def test_nobody_else_reads_it(scene: Scene, client: Client) -> None:
    assert client.get(f"/min/sag/{scene.case.number}/bolden/").status_code in (302, 404)
