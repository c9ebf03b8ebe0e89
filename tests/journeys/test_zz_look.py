from pathlib import Path

from tests.journeys import pages
from tests.journeys.looking import _seat, look_at
from tests.journeys.server import open_house
from tests.journeys.small_demo import load, session_of
from tests.web.design.browser import chromium

WANT = ("staff:chase", "staff:information", "staff:fact", "admin:wording", "admin:wordings", "admin:wording-version", "management:appeals", "staff:decisions", "citizen:hearing", "staff:assessment")

def test_look(django_db_setup, django_db_blocker, worker_id):
    with open_house(django_db_blocker, name="bf_look_ph") as house:
        house.behind(load, house)
        samples = [one for one in house.behind(pages.samples, house) if one.name in WANT]
        sessions = {}
        for one in samples:
            if one.by and one.by.subject not in sessions:
                sessions[one.by.subject] = house.behind(session_of, one.by, house)
        bad = []
        for language in ("da", "en"):
            bad += look_at(house, samples, sessions=sessions, language=language)
        print(*bad, sep="\n")
        out = Path("/tmp/ph/png"); out.mkdir(exist_ok=True)
        with chromium() as browser:
            for i, one in enumerate(samples):
                seat = _seat(browser, house, sessions[one.by.subject] if one.by else "", "da")
                for width in (1280, 375):
                    seat.page.set_viewport_size({"width": width, "height": 900})
                    seat.page.goto(one.path)
                    seat.page.screenshot(path=str(out / f"{i:02d}-{one.name.replace(':','-')}-{width}.png"), full_page=True)
        assert not bad
