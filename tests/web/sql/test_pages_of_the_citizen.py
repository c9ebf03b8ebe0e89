"""The citizen's own lists, and what citizens complain of, each with several rows: a query for each is noticed."""

from datetime import date

import pytest
from tests.factories.world import World
from tests.web.citizen.scene import Scene
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import Consent
from borgerfokus.apps.dialogue.models import OwnSeries
from borgerfokus.core.access import Role, Scope
from borgerfokus.core.casework.casetype import Source
from borgerfokus.foundation.people import service as registering

COMPLAIN, GOALS, CONSENTS = "/min/rettigheder/klage/", "/min/maal/", "/min/samtykke/"


@pytest.fixture
def complained(scene: Scene) -> Scene:
    """Mads has complained twice of how he was met, and found two things hard to use."""
    mads = scene.client(scene.mads)
    for text in ("Jeg blev afbrudt", "Ingen ringede"):
        assert mads.post(COMPLAIN, {"kind": "conduct", "case": scene.case.number, "text": text}).status_code == 302
    for text in ("Knappen er for lille", "Teksten er for svær"):
        assert mads.post(COMPLAIN, {"kind": "accessibility", "case": "", "text": text}).status_code == 302
    return scene


def test_whom_i_help(scene: Scene, world: World) -> None:
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ)
    others = [scene.person(given, "Overgaard") for given in ("Rosa", "Viggo")]
    for other in others:
        world.case(citizen_id=other.id, type_key="sel-85", caseworker=scene.karen, days_ago=40)
        with scene.as_(other):
            power = registering.give_power(
                person_id=other.id,
                to=scene.numbers[ida.id],
                scopes=frozenset({Scope.READ, Scope.RECEIVE_POST}),
                ends=date(2027, 5, 1),
                by=other,
                at=scene.at,
            )
            assert power is not None
    assert_sql(scene.client(ida), "/min/hjaelper/", name="citizen-helping", most=14)


def test_my_consents(scene: Scene) -> None:
    mads = scene.client(scene.mads)
    for _ in range(3):
        ask = assessment.Ask(("O5",), Source.DOCTOR, "Lægerne på torvet", due=date(2026, 12, 7), pause=False)
        with scene.as_(scene.karen):
            assert assessment.ask(case_id=scene.case.pk, ask=ask, by=scene.karen, at=scene.at) is None
            newest = Consent.objects.latest("id").pk
        mads.post(f"{CONSENTS}{newest}/svar/", {"way": "yes"})
        mads.post(f"{CONSENTS}{newest}/traek/")
    assert_sql(mads, CONSENTS, name="citizen-consents", most=12)


def test_my_goals(scene: Scene) -> None:
    mads, place = scene.client(scene.mads), str(scene.case.pk)
    for title in ("Søvn", "Gåture", "Måltider"):
        mads.post(GOALS, {"do": "series", "title": title, "unit": "timer", "place": place})
        mads.post(GOALS, {"do": "note", "text": f"I dag gik det godt med {title}", "place": place})
    with scene.as_(scene.mads):
        series = list(OwnSeries.objects.values_list("id", flat=True))
    assert len(series) == 3
    for number in series:
        for day in ("2026-11-01", "2026-11-20"):
            mads.post(GOALS, {"do": "measure", "series": str(number), "on": day, "value": "6,5", "note": ""})
    assert_sql(mads, GOALS, name="citizen-goals", most=14)


def test_my_complaints(complained: Scene) -> None:
    assert_sql(complained.client(complained.mads), COMPLAIN, name="citizen-complain", most=12)


@pytest.mark.parametrize(
    ("role", "name", "address"),
    [
        (Role.TEAM_LEADER, "management-complaints", "/ledelse/henvendelser/"),
        (Role.ADMINISTRATOR, "management-feedback", "/ledelse/tilgaengelighed/"),
    ],
)
def test_what_citizens_complain_of(complained: Scene, role: Role, name: str, address: str) -> None:
    reader = complained.world.employee("Lone", role=role, leads=role is Role.TEAM_LEADER)
    assert_sql(complained.client(reader), address, name=name, most=10)
