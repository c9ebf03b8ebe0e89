"""The documents and the acts' lists against the real classifications, where they are at hand.

Names the folder in BORGERFOKUS_DATA, or looks for it beside the worktree; without it nothing is tested here.
"""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from borgerfokus.core.casework.casetype import CaseType, load_shipped
from borgerfokus.core.rules import Parameters

FOLDER = Path(os.environ.get("BORGERFOKUS_DATA", Path(__file__).parents[4] / "shared" / "data"))
KINDS = [one for one in load_shipped() if one.key.startswith(("sel-", "sul-", "aeldre-"))]
OTHER_SUBJECT = {"sel-83a"}
"""Where the sheet of 2020 says something else than KLE itself, which has a subject of its own for it."""

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real classifications are not here")


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case_type", KINDS, ids=lambda one: one.key)
def test_the_subject_is_one_of_kle(case_type: CaseType):
    titles = {row["nummer"]: row["titel"] for row in rows("kle_emner.csv")}
    assert case_type.kle in titles


@pytest.mark.parametrize("case_type", KINDS, ids=lambda one: one.key)
def test_the_section_has_the_subject_that_the_sheet_gives_it(case_type: CaseType):
    subjects = {row["noegle"]: row["kle"] for row in rows("sel_paragraf_kle.csv")}
    key = f"SEL-{case_type.section.replace(' ', '-')}"
    if case_type.act != "serviceloven" or case_type.key in OTHER_SUBJECT:
        return
    allowed = {kle for noegle, kle in subjects.items() if noegle == key or noegle.startswith(f"{key}-")}
    assert case_type.kle in allowed, (key, allowed)


def test_the_facet_is_one_of_kle():
    facets = {row["kode"] for row in rows("kle_handlingsfacetter.csv")}
    assert {one.facet for one in KINDS} <= facets


def test_the_interventions_of_elder_care_are_those_of_fsiii():
    found = rows("fsiii_flat.csv")
    theirs = {row["navn"].replace("hjaelp", "hjælp") for row in found if row["foraelder"] == "Aeldrelovsindsats"}
    ours = Parameters.load().at("aeldreloven.interventions", on=date(2026, 11, 21))
    assert {text.da for text in ours.texts} == theirs
