"""My consents: asked with their purpose, given or taken back in a press; nobody is asked on one that is taken back."""

from datetime import date

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import Consent, FactRequest
from borgerfokus.core.access import Scope
from borgerfokus.core.casework.casetype import Source

PAGE = "/min/samtykke/"
DUE = date(2026, 12, 7)


@pytest.fixture
def consent(scene: Scene) -> int:
    """Karen wants to ask the doctor, and so Mads is asked for leave."""
    ask = assessment.Ask(("O5",), Source.DOCTOR, "Lægerne på torvet", due=DUE, pause=False)
    with scene.as_(scene.karen):
        assert assessment.ask(case_id=scene.case.pk, ask=ask, by=scene.karen, at=scene.at) is None
        return Consent.objects.get().pk


def test_what_is_asked_stands_with_its_purpose_and_is_given_and_taken_back(scene: Scene, mads: Client, consent: int):
    body = mads.get(PAGE).content.decode()
    assert "Din læge" in body
    assert "Til sagen »Støtte i hverdagen«:" in body
    assert "til du trækker det tilbage" in body
    given = mads.post(f"{PAGE}{consent}/svar/", {"way": "yes"}, follow=True).content.decode()
    assert "Tak. Vi spørger nu." in given
    assert "Gælder</span>" in given.replace(" ", "") or "Gælder" in given
    taken = mads.post(f"{PAGE}{consent}/traek/", follow=True).content.decode()
    assert "Du trak det tilbage" in taken
    assert mads.post(f"{PAGE}{consent}/traek/").status_code == 404


def test_from_the_withdrawal_nobody_is_asked_on_it(scene: Scene, mads: Client, consent: int):
    mads.post(f"{PAGE}{consent}/svar/", {"way": "yes"})
    with scene.as_(scene.karen):
        assert FactRequest.objects.filter(consent_id=consent, withdrawn_at__isnull=True).count() == 1
    mads.post(f"{PAGE}{consent}/traek/")
    with scene.as_(scene.karen):
        assert not FactRequest.objects.filter(consent_id=consent, withdrawn_at__isnull=True).exists()
        again = assessment.Ask(("O5",), Source.DOCTOR, "Lægerne på torvet", due=DUE, pause=False)
        assert assessment.ask(case_id=scene.case.pk, ask=again, by=scene.karen, at=scene.at) is None
        assert Consent.objects.exclude(pk=consent).get().given_at is None


def test_who_may_only_read_sees_it_and_answers_nothing(scene: Scene, consent: int):
    ida = scene.person("Ida", "Lund")
    reader = scene.client(ida)
    assert reader.post(f"{PAGE}{consent}/svar/", {"way": "yes"}).status_code == 404
    scene.power(ida, Scope.READ)
    body = reader.get(PAGE).content.decode()
    assert "For Mads Ellekjær." in body
    assert "Ja, det må I" not in body
    assert reader.post(f"{PAGE}{consent}/svar/", {"way": "yes"}).status_code == 404


def test_nothing_asked_says_so(mads: Client):
    body = mads.get(PAGE).content.decode()
    assert "Vi spørger dig ikke om noget lige nu." in body
    assert mads.post(f"{PAGE}12/svar/", {"way": "yes"}).status_code == 404
