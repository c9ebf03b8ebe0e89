"""What goes across a citizen's cases, as the citizen sees it: with whom it is shared, and the own way to 18."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.apps.coordination.household import Household, household
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.staff.forms import text

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Sharing
from borgerfokus.core.coordination.sharing import Part, Wanted, grounds
from borgerfokus.core.dates import add_months
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people.models import Person

TOGETHER, WAY = "/min/samlet/", "/min/voksen/"


@pytest.fixture
def home(world: World) -> Household:
    return household(world)


def client_of(home: Household, actor: Actor) -> Client:
    client = Client()
    log_in(client, actor, at=home.at)
    return client


def share(home: Household, ground: str, part: Part, how: str) -> None:
    new = coordination.NewSharing(
        wanted=Wanted(ground=ground, parts=frozenset({part}), purpose="At hjælpen passer sammen.", given_how=how),
        until=home.at.date() + timedelta(days=90),
        unit=home.world.units["ydelsesteamet"].pk,
    )
    with home.as_(home.karen):
        assert coordination.share(case_id=home.support.pk, new=new, by=home.karen, at=home.at) is None


def test_the_citizen_sees_with_whom_why_how_much_and_how_long(home: Household) -> None:
    share(home, "consent", Part.FILE, "Sagt i telefonen.")
    share(home, "necessary", Part.COURSE, "")
    shown = text(client_of(home, home.citizen).get(TOGETHER))
    assert shown.count("Ydelsesteamet kan se: ") == 2
    assert shown.count("Derfor: At hjælpen passer sammen.") == 2
    assert shown.count("gælder til og med 21. februar 2027") == 2
    for ground in ("consent", "necessary"):
        assert f"({grounds()[ground].article})" in shown


def test_a_consent_is_stopped_with_one_press_and_what_an_article_shares_is_not(home: Household) -> None:
    share(home, "consent", Part.FILE, "Sagt i telefonen.")
    share(home, "necessary", Part.COURSE, "")
    alba = client_of(home, home.citizen)
    page = alba.get(TOGETHER).content.decode()
    assert page.count("Stop mit samtykke") == 1
    with home.as_system():
        consent = Sharing.objects.get(ground="consent").pk
    assert client_of(home, home.sara).get(f"/sag/{home.support.number}/").status_code == 200
    assert alba.post(TOGETHER, {"do": "stop", "sharing": consent}).status_code == 302
    assert client_of(home, home.sara).get(f"/sag/{home.support.number}/").status_code == 404
    assert "Stop mit samtykke" not in alba.get(TOGETHER).content.decode()


def test_what_is_shared_on_a_yes_stands_among_the_consents_and_is_stopped_there(home: Household) -> None:
    share(home, "consent", Part.FILE, "Sagt i telefonen.")
    share(home, "necessary", Part.COURSE, "")
    alba = client_of(home, home.citizen)
    shown = text(alba.get("/min/samtykke/"))
    assert shown.count("Ydelsesteamet kan se: ") == 1
    assert "Du har sagt ja til det" in shown
    with home.as_system():
        consent = Sharing.objects.get(ground="consent").pk
    stopped = alba.post(TOGETHER, {"do": "stop", "sharing": consent, "from": "consents"}, follow=True)
    assert stopped.redirect_chain[0][0] == "/min/samtykke/"
    after = stopped.content.decode()
    assert "Stop mit samtykke" not in after
    assert "Du trak det tilbage" in after


@pytest.fixture
def young(home: Household) -> Household:
    """Alba turns 18 in 60 days. What is agreed of housing is written down, and each department has an owner."""
    with home.as_system():
        born = add_months(home.at.date() + timedelta(days=60), -12 * 18)
        Person.objects.filter(pk=home.citizen.id).update(birth_date=born)
    coordination.sweep_transitions(at=home.at)
    now = {"citizen_id": home.citizen.id, "by": home.karen, "at": home.at}
    with home.as_(home.karen):
        new = coordination.NewTopic(Topic.HOUSING, TopicState.AGREED, "Egen lejlighed fra marts.")
        assert coordination.set_topic(new=new, **now) is None
        assert coordination.set_owner(side="adult", employee=home.karen.id, **now) is None
    return home


def test_the_young_person_sees_the_way_and_who_helps_and_writes_what_it_wants(young: Household) -> None:
    alba = client_of(young, young.citizen)
    shown = text(alba.get(WAY))
    for said in (
        "Du fylder 18 år den 22. januar 2027. 1 af 6 ting er aftalt.",
        "Hvor skal du bo?",
        "Egen lejlighed fra marts.",
        "Når du er fyldt 18 år",
        "Dine forældre kan se med til og med den 21. januar 2027.",
    ):
        assert said in shown, said
    for internal in ("Forventet behov og udgift", "kr."):
        assert internal not in shown, "the cost is the municipality's own reckoning"
    once = alba.get(WAY).content.decode().partition('name="once" value="')[2].partition('"')[0]
    assert alba.post(WAY, {"for": young.citizen.id, "wish": "Jeg vil bo selv.", "once": once}).status_code == 302
    assert "Jeg vil bo selv." in alba.get(WAY).content.decode()


def test_nobody_else_opens_the_way(young: Household) -> None:
    other = client_of(young, young.world.citizen("Lene", "Overgaard"))
    assert other.get(WAY).status_code == 404
    assert other.get(f"{WAY}?for={young.citizen.id}").status_code == 404
