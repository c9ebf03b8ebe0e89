"""The demo's catalogue: believable, complete in both languages, and as the platform itself would have taken it."""

from collections import Counter
from datetime import datetime

import pytest
from tests.conftest import NOON

from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.actions.keeping import wrong
from borgerfokus.apps.offers.models import OfferChoice
from borgerfokus.cli.demo import offers as catalogue
from borgerfokus.cli.demo.tables import Tables
from borgerfokus.core.casework.casetype import CaseType, LifeSituation, load_shipped
from borgerfokus.core.offers.words import GRADES, Dimension, Group, Language, ProviderKind
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

ROWS = catalogue.build(tables=Tables(), at=NOON)
IDS = [row["key"] for row in ROWS]


def test_there_are_forty_to_sixty_of_every_kind_of_provider_and_for_every_life_situation() -> None:
    assert 40 <= len(ROWS) <= 60
    assert len(set(IDS)) == len(IDS)
    kinds = Counter(row["provider_kind"] for row in ROWS)
    assert set(kinds) == set(ProviderKind)
    assert min(kinds.values()) >= 4
    for situation in LifeSituation:
        assert [row for row in ROWS if situation in row["themes"] and row["without_case"]], situation


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_platform_itself_would_take_it(db: None, row: dict[str, object]) -> None:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=NOON):
        one = offers.Offer(**{name: value for name, value in row.items() if name != "id"})
        one.full_clean(exclude=["key"])
        assert wrong(offers.content_of(one)) is None
    assert {*row["themes"]} <= set(LifeSituation)  # type: ignore[misc]
    assert {*row["groups"]} <= set(Group)  # type: ignore[misc]
    assert {*row["languages"]} <= set(Language)  # type: ignore[misc]
    assert row["title_en"]
    assert row["short_en"]
    assert set(one.evidence.values()) <= set(GRADES)


def test_grades_stand_on_their_dimensions() -> None:
    row = next(one for one in ROWS if one["key"] == "sov-bedre")
    found = [row[f"evidence_{one.value}"] for one in Dimension]
    assert found == ["B", "B", "C", "B", ""]


@pytest.mark.slow
def test_the_loaded_demo_has_the_catalogue_and_choices_with_reasons(demo: datetime) -> None:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=demo):
        assert len(offers.catalogue(on=demo.date(), public=False)) == len(ROWS)
        chosen = OfferChoice.objects.select_related("offer", "considered", "case__type_version")
        assert len(chosen) > 10
        for one in chosen:
            found = offers.proposals(case=one.case, age=None, on=demo.date())
            lower = found.lower_than(one.offer)
            assert bool(one.reason) is bool(one.considered) is bool(lower), one


LOOKED_AT = frozenset({"bl-18", "bl-20"})
"""Kinds that find out what a child needs: the help is given under another section, meanwhile what is open fits."""


@pytest.mark.parametrize("spec", load_shipped(), ids=lambda spec: spec.key)
def test_every_kind_of_case_has_offers(spec: CaseType) -> None:
    section = f"{spec.act} § {spec.section}"
    if spec.key in LOOKED_AT:
        themes = set(spec.life_situations)
        assert len([row for row in ROWS if row["without_case"] and themes & set(row["themes"])]) > 2
        assert not [row for row in ROWS if section in row["sections"]], "no exception is needed any more"
    else:
        assert [row for row in ROWS if section in row["sections"]], section
