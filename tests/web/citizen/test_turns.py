"""Who had the ball: the line of a case says of today what the picture of the case says, act by act."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Pause
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow import balls
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.web.design.views import TurnsView
from borgerfokus.web.present import journey

KINDS = {Ball.US: "us", Ball.YOU: "you", Ball.OTHER: "other"}


def line(scene: Scene, *, days: int = 40) -> TurnsView:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        events = casework.happenings(case_id=scene.case.pk)
    found = journey.view(events, until=scene.at + timedelta(days=days), staff=True)
    assert found is not None
    return found


def holder(scene: Scene) -> str:
    """Who has the ball by the row of the case."""
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        return KINDS[Ball(casework.Case.objects.get(pk=scene.case.pk).ball)]


def test_it_says_of_today_what_the_picture_says(scene: Scene) -> None:
    told = [holder(scene)]
    assert line(scene).lines[0].spans[-1].kind == told[-1]
    scene.hear()
    told.append(holder(scene))
    assert line(scene).lines[0].spans[-1].kind == told[-1]
    pause = Pause(whom=Ball.OTHER, name="Lægehuset i Fjordby", reason="En udtalelse mangler.")
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        assert casework.suspend(case_id=scene.case.pk, pause=pause, by=scene.karen, at=scene.at) is None
    told.append(holder(scene))
    assert line(scene).lines[0].spans[-1].kind == told[-1]
    assert set(told) == {"us", "you", "other"}
    assert "andre: Lægehuset i Fjordby" in str(line(scene).rows[-1].cells[0])


def test_it_goes_red_without_the_hearing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(balls, "WAITS", balls.WAITS[:1])
    with pytest.raises(AssertionError):
        test_it_says_of_today_what_the_picture_says(scene)


def test_the_line_fills_the_time_of_the_case(scene: Scene) -> None:
    scene.hear()
    spans = line(scene).lines[0].spans
    assert spans[0].at == 0
    assert sum(one.wide for one in spans) == pytest.approx(100)


def test_the_citizen_reads_it_in_plain_words(scene: Scene, mads: Client) -> None:
    address = f"/min/sag/{scene.case.number}/bolden/"
    assert address in mads.get(f"/min/sag/{scene.case.number}/").content.decode()
    text = mads.get(address).content.decode()
    assert "Hvem har haft bolden?" in text
    assert "Vi har haft bolden i" in text
    assert "borgeren" not in text.partition("<main")[2].partition("</main")[0]


def test_nobody_else_reads_it(scene: Scene, client: Client) -> None:
    assert client.get(f"/min/sag/{scene.case.number}/bolden/").status_code in (302, 404)
