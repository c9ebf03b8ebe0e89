"""The parameters that come with the program: complete, honest about what is sure, and quick to ask."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from time import perf_counter

import pytest

from borgerfokus.core.rules import DecidedBy, Parameter, Parameters, Status, Unit

PARAMETERS = Parameters.load()
TODAY = date(2026, 11, 23)
UNSURE = ("generally known", "not verified", "not known", "not checked", "proposed default")


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.key)
def test_a_verified_value_names_a_source_that_was_seen(parameter: Parameter) -> None:
    for row in parameter.rows:
        if row.status is Status.VERIFIED:
            source = row.source.replace("the day of entry into force is generally known", "")
            assert not any(word in source for word in UNSURE), f"{parameter.key}: {row.source}"


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.key)
def test_the_default_lies_within_the_bounds_of_the_municipality(parameter: Parameter) -> None:
    for value in parameter.history():
        if parameter.minimum is not None:
            assert value.number >= parameter.minimum
        if parameter.maximum is not None:
            assert value.number <= parameter.maximum


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.key)
def test_a_number_the_municipality_decides_has_bounds(parameter: Parameter) -> None:
    if parameter.decided_by is DecidedBy.MUNICIPALITY and parameter.unit.is_whole_number:
        assert parameter.minimum is not None
        assert parameter.maximum is not None


def test_break_glass_can_only_be_made_shorter() -> None:
    parameter = PARAMETERS.get("gdpr.break_glass")
    assert parameter.maximum == parameter.at(on=TODAY).number == 60


def test_small_groups_can_only_be_protected_better() -> None:
    for key in ("own.survey_minimum", "own.survey_comment_minimum"):
        assert PARAMETERS.get(key).minimum == PARAMETERS.at(key, on=TODAY).number


def test_every_file_is_a_parameter() -> None:
    folder = files("borgerfokus.core.rules").joinpath("parameters")
    names = [file.name for act in folder.iterdir() for file in act.iterdir()]
    assert all(name.endswith(".toml") for name in names)
    assert len(names) == len(PARAMETERS) > 70


def test_every_unit_is_in_use() -> None:
    assert {parameter.unit for parameter in PARAMETERS} == set(Unit)


def test_loading_again_is_free_and_asking_is_quick() -> None:
    assert Parameters.load() is PARAMETERS
    start = perf_counter()
    for _ in range(10_000):
        PARAMETERS.at("rsl.appeal_deadline", on=TODAY)
    assert perf_counter() - start < 1
