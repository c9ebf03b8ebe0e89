"""How much a standard decision asks of a caseworker: from opening the case to the letter, counted in a browser.

The request is complete and the information is in. Every press of the mouse and every page that loads counts one;
what is typed does not.
"""

from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.journeys import small_demo
from tests.journeys.browsing import Seat
from tests.journeys.server import House
from tests.journeys.small_demo import KAREN, People

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AT_MOST = 12
_SOMEBODY = 1
_PRESSES = "document.addEventListener('pointerdown', event => event.isTrusted && window.pressed(), true)"


@pytest.fixture(scope="module")
def demo(house: House) -> House:
    small_demo.load(house, citizens=100, cases=20)
    return house


class Count:
    """Presses of the mouse and pages loaded, as the browser itself tells them."""

    def __init__(self, page: Page) -> None:
        self.presses = self.loads = 0
        page.expose_function("pressed", self._pressed)
        page.add_init_script(_PRESSES)
        page.on("load", self._loaded)

    def _pressed(self) -> None:
        self.presses += 1

    def _loaded(self, _page: Any) -> None:
        self.loads += 1


def test_from_the_open_case_to_the_sent_letter_in_twelve(demo: House, browser: Browser, capfd: Any):
    karen = demo.behind(lambda: People(demo).employee(KAREN))
    number = demo.behind(informed_case, karen, demo.clock.now())
    seat = Seat.take(browser, demo)
    cookie = demo.behind(lambda: small_demo.session_of(karen, demo))
    seat.context.add_cookies([{"name": "borgerfokus", "value": cookie, "url": demo.address}])
    count = Count(seat.page)
    decide(seat, number)
    assert seat.complaints == []
    with capfd.disabled():
        print(f"\nA standard decision: {count.presses} clicks and {count.loads} page loads.")
    assert min(count.presses, count.loads) > 0, "the browser counted nothing"
    assert count.presses + count.loads <= AT_MOST


def decide(seat: Seat, number: str) -> None:
    """Assess and decide in full, and send the letter."""
    seat.go(f"/sag/{number}/")
    seat.press("Begynd vurderingen")
    seat.fill(
        "assess",
        own_words="Jeg vil selv kunne åbne min post og komme til mine aftaler.",
        observed="Hjemmet er ryddeligt. En stak breve er ikke åbnet.",
        resources="Klarer indkøb og mad. Søsteren kommer en gang om ugen.",
        conclusion="Behov for fast støtte til post og aftaler midt på dagen.",
    )
    seat.choose("Niveau for funktionsevne", "2 · Moderate vanskeligheder")
    seat.press("Gem, og begynd på afgørelsen")
    seat.choose("Udfald", "Bevilget")
    seat.fill("begin", applied_for="støtte 4 timer om ugen")
    seat.press("Begynd på afgørelsen")
    seat.fill("draft", granted="støtte 4 timer om ugen", provider="Bostøtten Fjordby")
    seat.fill("draft", starts="2027-01-04", ends="2028-01-03")
    seat.press("Gem, og send til borgeren")
    seat.reads("Afgørelsen er sendt.")


def informed_case(karen: Any, at: datetime) -> str:
    """A case of Karen's whose request is complete, and in which every fact is known to the citizen."""
    with acting_as(karen, purpose=Purpose.CASEWORK, at=at) as scope:
        scope.include_persons([_SOMEBODY])
        new = casework.NewCase("sel-85", _SOMEBODY, source="phone", need="Støtte til post og aftaler", received_at=at)
        case = casework.open_case(new=new, by=karen, at=at)
        assert isinstance(case, casework.Case), case
        casework.take(case_id=case.pk, by=karen, at=at)
        assert casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=karen, at=at) is None
        for fact in case.type_version.spec.information:
            known = assessment.Known(
                kind="note", value=f"Det, vi ved: {fact.title.da}", source="samtale", as_of=at.date()
            )
            assert assessment.record(case_id=case.pk, fact=fact.key, known=known, by=karen, at=at) is None
        return case.number
