import os
from concurrent.futures import ThreadPoolExecutor
import pytest
from tests.journeys import small_demo
from tests.journeys.browsing import Seat
from tests.journeys.looking import look_at
from tests.journeys.pages import _planned
from tests.journeys.small_demo import People
pytestmark=[pytest.mark.browser]
def test_look(house, django_db_blocker):
    from tests.web.design.browser import chromium
    small_demo.load(house)
    def get(h):
        there=People(h)
        with there.looking(): return list(_planned(there))
    shown=house.behind(get,house)
    people={s.by.subject:s.by for s in shown}
    sessions={w:house.behind(small_demo.session_of,a,house) for w,a in people.items()}
    with chromium() as browser:
        seats={}
        for w,c in sessions.items():
            seats[w]=Seat.take(browser,house)
            seats[w].context.add_cookies([{"name":"borgerfokus","value":c,"url":house.address},{"name":"sprog","value":os.environ.get("LANGX","da"),"url":house.address}])
        for n,s in enumerate(shown):
            p=seats[s.by.subject].page
            for width in (1280,375):
                p.set_viewport_size({"width":width,"height":900})
                p.goto(s.path)
                p.screenshot(path=f"/tmp/pa-shots/{n}-{s.name.replace(':','_')}-{width}.png",full_page=True)
    def looked(lang): return look_at(house,shown,sessions=sessions,language=lang)
    with ThreadPoolExecutor(2) as pool:
        for r in [pool.submit(looked,l) for l in ("da","en")]:
            for f in r.result(): print(f)
