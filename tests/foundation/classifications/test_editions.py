"""Editions of a classification: replaced as a whole, kept beside one another, and seen by the configuration check."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.casework.casetype import Weight, load_shipped
from borgerfokus.foundation.access.actor import ANONYMOUS, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import Edition, System
from borgerfokus.foundation.classifications.service import Changes, NewCode

BY = system("test")
ONE = NewCode("27", "Social støtte")
TWO = NewCode("27.36", "Hjælp i hverdagen", parent_key="27", uuid=UUID(int=1), extra={"level": 2})


def _load(name: str, *codes: NewCode, at: datetime, system: System = System.FFB) -> Changes:
    with acting_as(BY, purpose=Purpose.OPERATION, at=at):
        return classifications.replace_edition(system=system, name=name, new=codes, by=BY, at=at)


def test_an_edition_is_loaded_and_read(db: None, now: datetime) -> None:
    assert _load("2024", ONE, TWO, at=now) == Changes(new=2, changed=0, unchanged=0, ended=0)
    assert [code.key for code in classifications.codes(System.FFB)] == ["27", "27.36"]
    assert [code.key for code in classifications.children(system=System.FFB, key="27")] == ["27.36"]
    found = classifications.find(system=System.FFB, key="27.36")
    assert found is not None
    assert (found.title, found.uuid, found.extra) == ("Hjælp i hverdagen", UUID(int=1), {"level": 2})


def test_loading_the_same_again_changes_nothing(db: None, now: datetime) -> None:
    _load("2024", ONE, TWO, at=now)
    again = _load("2024", ONE, TWO, at=now + timedelta(days=1))
    assert again == Changes(new=0, changed=0, unchanged=2, ended=0)
    edition = classifications.current(System.FFB)
    assert edition is not None
    assert edition.loaded_at == now
    with acting_as(BY, purpose=Purpose.OPERATION, at=now):
        assert Entry.objects.filter(action="classification.load").count() == 1


def test_a_changed_edition_says_what_is_new_changed_and_ended(db: None, now: datetime) -> None:
    _load("2024", ONE, TWO, at=now)
    other = NewCode("27", "Et andet navn")
    assert _load("2024", other, NewCode("28", "Ny"), at=now) == Changes(new=1, changed=1, unchanged=0, ended=1)
    assert not classifications.codes(System.FFB).filter(key="27.36").exists()


def test_an_older_edition_is_kept_and_answers_for_what_has_ended(db: None, now: datetime) -> None:
    _load("2024", ONE, TWO, at=now)
    assert _load("2025", ONE, at=now + timedelta(days=1)) == Changes(new=0, changed=0, unchanged=1, ended=1)
    assert Edition.objects.filter(system=System.FFB).count() == 2
    assert [code.key for code in classifications.codes(System.FFB)] == ["27"]
    gone = classifications.find(system=System.FFB, key="27.36")
    assert gone is not None
    assert gone.edition.name == "2024"
    assert classifications.known_keys(System.FFB) == {"27", "27.36"}


def test_an_older_edition_can_be_put_in_use_again(db: None, now: datetime) -> None:
    _load("2024", ONE, at=now)
    _load("2025", TWO, at=now + timedelta(days=1))
    _load("2024", ONE, at=now + timedelta(days=2))
    assert [code.key for code in classifications.codes(System.FFB)] == ["27"]


def test_a_key_comes_once(db: None, now: datetime) -> None:
    with pytest.raises(IntegrityError, match="code_once"), transaction.atomic():
        _load("2024", ONE, ONE, at=now)
    assert classifications.current(System.FFB) is None


def test_nobody_without_the_verb_loads_anything(db: None, now: datetime) -> None:
    with pytest.raises(Hidden):
        classifications.replace_edition(system=System.FFB, name="x", new=[ONE], by=ANONYMOUS, at=now)


def test_the_platforms_own_few_codes_cover_its_case_types(db: None) -> None:
    known = classifications.known_keys(System.KLE_SUBJECT)
    assert {spec.kle for spec in load_shipped()} <= known
    facet = classifications.find(system=System.KLE_FACET, key="G01")
    assert facet is not None
    assert facet.title_en
    assert classifications.known_keys(System.MUNICIPALITY) == {"9990", "9991"}
    assert not classifications.is_loaded(System.KLE_SUBJECT)


def test_every_seeded_code_stands_below_one_that_is_there(db: None) -> None:
    for one in System:
        keys = {code.key for code in classifications.codes(one)}
        assert {code.parent_key for code in classifications.codes(one)} <= keys | {""}


def test_the_check_knows_the_subjects_that_were_loaded(world: World, now: datetime) -> None:
    def unknown() -> set[str]:
        found = casework.check_configuration(on=now.date())
        return {one.case_type for one in found if one.finding.path == "kle" and one.finding.weight is Weight.BLOCKING}

    assert unknown() == set()
    subject = NewCode("27.36.12", "Socialpædagogisk støtte")
    _load("2026", subject, at=now, system=System.KLE_SUBJECT)
    assert unknown() == {spec.key for spec in load_shipped() if spec.kle != "27.36.12"}


