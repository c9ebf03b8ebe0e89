"""Asking for a parameter on a day: in force, not yet, abolished, and with the municipality's own rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from borgerfokus.core.money import Money
from borgerfokus.core.rules import (
    DecidedBy,
    InvalidRow,
    MunicipalRow,
    NotForTheMunicipality,
    NotInForce,
    OutOfRange,
    Parameter,
    Parameters,
    Reference,
    Status,
    Unit,
    UnknownParameter,
    WrongUnit,
)
from borgerfokus.core.rules.parameter import Row
from borgerfokus.core.texts import Text

TITLE = Text(da="Frist", en="Deadline")
REFERENCE = Reference(
    act="fvl", section="§ 19, stk. 2, nr. 1", name=Text(da="forvaltningsloven", en="the Act")
)


def row(day: date, value: int | None) -> Row:
    return Row(valid_from=day, value=value, reference=REFERENCE, source="a source", status=Status.VERIFIED)


HEARING = Parameter(
    key="fvl.hearing",
    title=TITLE,
    unit=Unit.DAYS,
    decided_by=DecidedBy.MUNICIPALITY,
    rows=(
        row(date(2020, 1, 1), 14),
        row(date(2022, 1, 1), 10),
        row(date(2024, 1, 1), None),
        row(date(2026, 1, 1), 7),
    ),
    minimum=5,
    maximum=30,
)
PARAMETERS = Parameters([HEARING, replace(HEARING, key="fvl.fixed", decided_by=DecidedBy.ACT)])


def own(day: date, value: object = 21, *, key: str = "fvl.hearing", source: str = "Byrådet") -> MunicipalRow:
    return MunicipalRow(key=key, valid_from=day, value=value, source=source)


def numbers(parameters: Parameters, *days: date) -> list[int | None]:
    found: list[int | None] = []
    for day in days:
        try:
            found.append(parameters.at("fvl.hearing", on=day).number)
        except NotInForce:
            found.append(None)
    return found


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2020, 1, 1), 14),
        (date(2021, 12, 31), 14),
        (date(2022, 1, 1), 10),
        (date(2023, 12, 31), 10),
        (date(2026, 1, 1), 7),
        (date(2099, 1, 1), 7),
    ],
)
def test_a_value_holds_from_its_day_until_the_next(day: date, number: int) -> None:
    value = PARAMETERS.at("fvl.hearing", on=day)
    assert value.number == number
    assert value.valid_from <= day
    assert value.valid_to is None or day < value.valid_to


@pytest.mark.parametrize(
    ("day", "abolished"), [(date(2019, 12, 31), False), (date(2024, 1, 1), True), (date(2025, 12, 31), True)]
)
def test_a_day_without_a_value_is_an_error_that_says_why(day: date, abolished: bool) -> None:
    with pytest.raises(NotInForce) as caught:
        PARAMETERS.at("fvl.hearing", on=day)
    assert (caught.value.key, caught.value.on, caught.value.abolished) == ("fvl.hearing", day, abolished)


def test_an_unknown_key_is_an_error() -> None:
    for question in (
        lambda: PARAMETERS.at("fvl.none", on=date(2026, 1, 1)),
        lambda: PARAMETERS.history("fvl.none"),
        lambda: PARAMETERS.with_values([own(date(2026, 1, 1), key="fvl.none")]),
    ):
        with pytest.raises(UnknownParameter):
            question()


def test_history_leaves_out_the_time_of_abolition() -> None:
    assert [(value.number, value.valid_to) for value in PARAMETERS.history("fvl.hearing")] == [
        (14, date(2022, 1, 1)),
        (10, date(2024, 1, 1)),
        (7, None),
    ]


def test_all_values_of_a_day() -> None:
    assert [value.key for value in PARAMETERS.all_at(date(2021, 1, 1))] == ["fvl.fixed", "fvl.hearing"]
    assert PARAMETERS.all_at(date(2024, 6, 1)) == ()


def test_a_value_carries_its_article_in_both_languages() -> None:
    assert PARAMETERS.at("fvl.hearing", on=date(2021, 1, 1)).reference.text == Text(
        da="forvaltningsloven § 19, stk. 2, nr. 1", en="the Act § 19, subsection 2, no. 1"
    )


def test_the_municipality_replaces_the_default_until_its_next_row() -> None:
    parameters = PARAMETERS.with_values([own(date(2023, 1, 1), 28), own(date(2021, 6, 1), 21)])
    days = date(2021, 5, 31), date(2021, 6, 1), date(2022, 6, 1), date(2023, 1, 1)
    assert numbers(parameters, *days) == [14, 21, 21, 28]
    value = parameters.at("fvl.hearing", on=date(2022, 6, 1))
    assert value.municipal
    assert value.source == "Byrådet"
    assert value.reference == REFERENCE


def test_an_abolition_ends_the_municipalitys_row() -> None:
    parameters = PARAMETERS.with_values([own(date(2021, 6, 1))])
    assert numbers(parameters, date(2023, 12, 31), date(2024, 1, 1), date(2026, 1, 1)) == [21, None, 7]


def test_a_row_of_the_same_day_replaces_the_default() -> None:
    assert numbers(PARAMETERS.with_values([own(date(2020, 1, 1))]), date(2020, 1, 1)) == [21]


def test_the_parameters_without_the_rows_are_unchanged() -> None:
    PARAMETERS.with_values([own(date(2021, 6, 1))])
    assert numbers(PARAMETERS, date(2021, 6, 1)) == [14]


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([own(date(2021, 1, 1), key="fvl.fixed")], NotForTheMunicipality),
        ([own(date(2021, 1, 1), 4)], OutOfRange),
        ([own(date(2021, 1, 1), 31)], OutOfRange),
        ([own(date(2021, 1, 1), "21")], InvalidRow),
        ([own(date(2021, 1, 1), source=" ")], InvalidRow),
        ([own(date(2021, 1, 1)), own(date(2021, 1, 1), 20)], InvalidRow),
        ([own(date(2019, 1, 1))], NotInForce),
        ([own(date(2024, 6, 1))], NotInForce),
        ([own(date(2024, 1, 1))], NotInForce),
    ],
)
def test_a_row_that_does_not_fit_is_refused(rows: list[MunicipalRow], error: type[Exception]) -> None:
    with pytest.raises(error):
        PARAMETERS.with_values(rows)


def test_the_bounds_themselves_are_allowed() -> None:
    for number in (5, 30):
        assert numbers(PARAMETERS.with_values([own(date(2021, 1, 1), number)]), date(2021, 1, 1)) == [number]


def test_a_value_is_read_with_its_own_type_only() -> None:
    packaged = Parameters.load()
    day = date(2027, 6, 1)
    assert packaged.at("rsl.suspensive_effect", on=day).flag is False
    assert packaged.at("finance.discount_rate_near", on=day).percent == Decimal("3.5")
    assert packaged.at("rsl.appeal_body", on=day).text.da == "Ankestyrelsen"
    assert packaged.at("sul.authority_acute_nursing", on=day).code == "region"
    assert packaged.at("gdpr.log_columns", on=day).codes == ("day", "unit", "purpose")
    assert packaged.at("gdpr.log_columns", on=day).texts[0] == Text(da="Dato", en="Date")
    weeks = packaged.at("rsl.appeal_deadline", on=day)
    for kind in ("flag", "percent", "text", "texts", "code", "codes", "money"):
        with pytest.raises(WrongUnit):
            getattr(weeks, kind)
    with pytest.raises(WrongUnit):
        _ = packaged.at("rsl.suspensive_effect", on=day).number
    assert replace(weeks, unit=Unit.ORE).money == Money(4)
