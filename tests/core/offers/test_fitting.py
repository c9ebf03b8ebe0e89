"""Which offers fit, in which order, and when a choice needs a reason: as tables."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from borgerfokus.core.money import Money
from borgerfokus.core.offers.fitting import Ladder, Need, cheaper_steps, could_replace, fits, proposed, refusal_of
from borgerfokus.core.offers.offer import Offer, Price
from borgerfokus.core.offers.words import Group, Kind, PriceUnit, ProviderKind
from borgerfokus.core.periods import Period
from borgerfokus.core.rules import Parameters
from borgerfokus.core.texts import Text

TODAY = date(2026, 11, 23)
LADDER = Ladder(tuple((key, Text(da=key, en=key)) for key in ("association", "group", "home", "housing")))
HOME = Offer(
    key="home",
    kind=Kind.SUPPORT,
    level="home",
    period=Period(date(2026, 1, 1), None),
    price=Price(Money.of_kroner(500), PriceUnit.HOUR),
    provider_kind=ProviderKind.OWN,
    themes=frozenset({"mental-health"}),
    groups=frozenset({Group.MENTAL}),
    sections=frozenset({"serviceloven § 85"}),
    age_from=18,
    age_to=66,
)
CLUB = replace(
    HOME,
    key="club",
    level="association",
    sections=frozenset(),
    without_case=True,
    price=Price(Money(0), PriceUnit.FREE),
)
GROUP = replace(HOME, key="group", level="group")
HOUSING = replace(HOME, key="housing", level="housing")
NEED = Need(section="serviceloven § 85", themes=frozenset({"mental-health"}), on=TODAY)


@pytest.mark.parametrize(
    ("offer", "need", "fit"),
    [
        (HOME, NEED, True),
        (HOME, replace(NEED, section="serviceloven § 107"), False),
        (HOME, replace(NEED, groups=frozenset({Group.MENTAL, Group.LONELY})), True),
        (HOME, replace(NEED, groups=frozenset({Group.MOBILITY})), False),
        (replace(HOME, groups=frozenset()), replace(NEED, groups=frozenset({Group.MOBILITY})), True),
        (HOME, replace(NEED, age=18), True),
        (HOME, replace(NEED, age=66), True),
        (HOME, replace(NEED, age=17), False),
        (HOME, replace(NEED, age=67), False),
        (replace(HOME, period=Period(date(2026, 1, 1), TODAY)), NEED, False),
        (replace(HOME, period=Period(TODAY, None)), NEED, True),
        (CLUB, NEED, True),
        (CLUB, replace(NEED, themes=frozenset({"disability"})), False),
        (replace(CLUB, without_case=False), NEED, False),
        (replace(CLUB, sections=frozenset({"serviceloven § 100"})), NEED, False),
        (replace(CLUB, sections=frozenset({"serviceloven § 85"}), themes=frozenset()), NEED, True),
    ],
)
def test_an_offer_fits_by_section_or_life_situation_group_age_and_day(offer: Offer, need: Need, fit: bool) -> None:
    assert fits(offer, need) is fit


def test_the_lowest_step_comes_first_then_the_shortest_wait_then_the_lowest_price() -> None:
    free = Price(Money(0), PriceUnit.FREE)
    soon, late = replace(HOME, key="soon", waiting_days=7), replace(HOME, key="late", waiting_days=30)
    cheap, untold = replace(HOME, key="cheap", waiting_days=7, price=free), replace(HOME, key="untold")
    offers = [HOUSING, untold, late, soon, cheap, GROUP, CLUB]
    found = [offer.key for offer in proposed(offers, need=NEED, ladder=LADDER)]
    assert found == ["club", "group", "cheap", "soon", "late", "untold", "housing"]


@pytest.mark.parametrize(
    ("chosen", "considered", "reason", "code"),
    [
        (CLUB, "", "", None),
        (HOME, "", "", "offer.not_considered"),
        (HOME, "housing", "Det er et for lavt trin.", "offer.not_considered"),
        (HOME, "home", "Det er et for lavt trin.", "offer.not_considered"),
        (HOME, "club", "", "offer.no_reason"),
        (HOME, "club", "   nej    ", "offer.no_reason"),
        (HOME, "club", "Mads kommer ikke ud.", None),
        (HOUSING, "group", "Mads kan ikke bo alene.", None),
    ],
)
def test_above_the_lowest_step_that_fits_a_choice_needs_a_reason(
    chosen: Offer, considered: str, reason: str, code: str | None
) -> None:
    fitting = [CLUB, GROUP, HOME, HOUSING]
    refusal = refusal_of(chosen=chosen, fitting=fitting, ladder=LADDER, considered=considered, reason=reason)
    assert (refusal and refusal.code) == code


def test_the_lowest_step_that_fits_needs_no_reason_however_high_it_stands() -> None:
    assert refusal_of(chosen=HOUSING, fitting=[HOUSING], ladder=LADDER, considered="", reason="") is None


def test_a_step_that_the_ladder_no_longer_has_stands_above_all_others() -> None:
    gone = replace(HOME, key="gone", level="gone")
    assert [one.key for one in cheaper_steps(gone, [CLUB, HOUSING, gone], ladder=LADDER)] == ["club", "housing"]
    assert LADDER.name("gone").da == "gone"


def test_the_shipped_ladder_goes_from_own_coping_to_lasting_housing() -> None:
    value = Parameters.load().at("own.leon_ladder", on=TODAY)
    assert isinstance(value.value, tuple)
    assert (value.value[0], value.value[-1], len(value.value)) == ("own_coping", "lasting_housing", 8)


@pytest.mark.parametrize(
    ("lower", "chosen", "stands_in"),
    [
        ({"themes": frozenset({"loneliness"})}, {"themes": frozenset({"disability"})}, False),
        ({"themes": frozenset({"disability", "loneliness"})}, {"themes": frozenset({"disability"})}, True),
        ({"themes": frozenset()}, {"themes": frozenset({"disability"})}, True),
        ({"groups": frozenset({Group.MENTAL})}, {"groups": frozenset({Group.MOBILITY})}, False),
        ({"groups": frozenset()}, {"groups": frozenset({Group.MOBILITY})}, True),
    ],
)
def test_only_what_answers_the_same_need_asks_for_a_reason(
    lower: dict[str, Any], chosen: dict[str, Any], stands_in: bool
) -> None:
    base = {"themes": frozenset({"mental-health"}), "groups": frozenset()}
    assert could_replace(replace(GROUP, **{**base, **lower}), replace(HOUSING, **{**base, **chosen})) is stands_in
