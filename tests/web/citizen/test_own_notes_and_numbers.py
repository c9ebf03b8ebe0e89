"""My own notes and numbers: mine alone until I share one, deletable by me, and closed to everybody else."""

import re

import pytest
from django.test import Client
from tests.web.citizen.scene import SECRET, Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import OwnMeasure, OwnNote, OwnSeries
from borgerfokus.core.access import Scope
from borgerfokus.foundation.access.hidden import Hidden

PAGE = "/min/maal/"


@pytest.fixture
def series(scene: Scene, mads: Client) -> int:
    mads.post(PAGE, {"do": "series", "title": "Søvn", "unit": "timer", "place": str(scene.case.pk)})
    with scene.as_(scene.mads):
        return OwnSeries.objects.get().pk


def _number(client: Client, series: int, day: str, value: str) -> str:
    post = {"do": "measure", "series": str(series), "on": day, "value": value, "note": SECRET}
    return client.post(PAGE, post, follow=True).content.decode()


def test_numbers_become_a_chart_with_its_table(mads: Client, series: int):
    assert "Der er ikke skrevet et tal endnu." in mads.get(PAGE).content.decode()
    assert "6,5 timer den 1. november 2026." in _number(mads, series, "2026-11-01", "6,5")
    body = _number(mads, series, "2026-11-20", "7.25")
    assert "Fra 6,5 timer den 1. november 2026 til 7,25 timer den 20. november 2026." in body
    assert "<svg" in body
    assert re.search(r"20[.\-]11[.\-]2026|20-11-2026", body)
    assert "Skriv en dag og et tal" in _number(mads, series, "2026-11-21", "mange")
    assert "Vælg en dag, der er gået" in _number(mads, series, "2027-01-01", "7")


def test_a_note_is_written_shared_and_deleted(scene: Scene, mads: Client):
    body = mads.post(PAGE, {"do": "note", "text": f"I dag gik det {SECRET}", "place": str(scene.case.pk)}, follow=True)
    assert SECRET in body.content.decode()
    with scene.as_(scene.mads):
        note = OwnNote.objects.get().pk
    with scene.as_(scene.karen):
        assert not dialogue.shared_own(case_id=scene.case.pk).notes
        assert not OwnNote.objects.exists()
    mads.post(PAGE, {"do": "share", "kind": "note", "number": str(note)})
    with scene.as_(scene.karen):
        assert [one.id for one in dialogue.shared_own(case_id=scene.case.pk).notes] == [note]
        said = [one.payload for one in casework.happenings(case_id=scene.case.pk) if one.kind == "own.shared"]
    assert said == [{"what": "note", "own": note, "shared": True}]
    mads.post(PAGE, {"do": "unshare", "kind": "note", "number": str(note)})
    with scene.as_(scene.karen):
        assert not OwnNote.objects.exists()
    mads.post(PAGE, {"do": "delete", "kind": "note", "number": str(note)})
    with scene.as_(scene.mads):
        assert not OwnNote.objects.exists()


def test_deleting_a_series_takes_its_numbers(scene: Scene, mads: Client, series: int):
    _number(mads, series, "2026-11-01", "6")
    mads.post(PAGE, {"do": "delete", "kind": "series", "number": str(series)})
    with scene.as_(scene.mads):
        assert not OwnMeasure.objects.exists()
    assert "Søvn" not in mads.get(PAGE).content.decode()


def test_nobody_who_acts_for_me_sees_or_touches_them(scene: Scene, mads: Client, series: int):
    _number(mads, series, "2026-11-01", "6")
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ, Scope.ACT, Scope.RECEIVE_POST)
    helper = scene.client(ida)
    body = helper.get(PAGE).content.decode()
    assert "Søvn" not in body
    for do, kind in (("share", "series"), ("delete", "series"), ("delete", "measure")):
        assert helper.post(PAGE, {"do": do, "kind": kind, "number": str(series)}).status_code == 404
    number = {"do": "measure", "series": str(series), "on": "2026-11-02", "value": "1"}
    assert helper.post(PAGE, number).status_code == 404
    with scene.as_(ida):
        assert not OwnSeries.objects.exists()
        assert not OwnMeasure.objects.exists()


def test_one_cannot_begin_in_a_case_that_one_may_only_read(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ)
    new = dialogue.NewSeries("Skridt")
    with scene.as_(ida), pytest.raises(Hidden):
        dialogue.start_series(case_id=scene.case.pk, new=new, by=ida, at=scene.at)


def test_the_limits_are_said(scene: Scene, mads: Client, series: int):
    post = {"do": "series", "title": "Søvn", "unit": "", "place": str(scene.case.pk)}
    assert "Du følger det allerede." in mads.post(PAGE, post, follow=True).content.decode()
    post["title"] = " "
    assert "Skriv, hvad du vil følge." in mads.post(PAGE, post, follow=True).content.decode()
    assert "Skriv et mindre tal." in _number(mads, series, "2026-11-01", "9999999")
