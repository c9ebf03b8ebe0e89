"""How long a case is kept, and everything that keeps it from being erased after that."""

from dataclasses import replace
from datetime import date

import pytest

from borgerfokus.core.rights import Block, Circumstances, blocks, kept_until

TODAY = date(2026, 11, 23)
FREE = Circumstances(closed=True, kept_until=date(2026, 11, 22))


def test_years_are_counted_from_the_day_it_starts() -> None:
    assert kept_until(starts=date(2021, 11, 22), years=5) == date(2026, 11, 22)
    assert kept_until(starts=date(2024, 2, 29), years=5) == date(2029, 2, 28)


def test_a_case_past_its_retention_may_be_erased_and_on_its_last_day_not() -> None:
    assert blocks(of=FREE, on=TODAY) == ()
    assert blocks(of=FREE, on=date(2026, 11, 22)) == (Block.TOO_EARLY,)


@pytest.mark.parametrize(
    ("change", "block"),
    [
        ({"closed": False}, Block.OPEN),
        ({"kept_until": None}, Block.TOO_EARLY),
        ({"appeal": True}, Block.APPEAL),
        ({"help_running": True}, Block.HELP),
        ({"access_open": True}, Block.ACCESS),
        ({"sibling": True}, Block.SIBLING),
        ({"held": True}, Block.HOLD),
        ({"archive_first": True}, Block.ARCHIVE),
    ],
)
def test_each_thing_in_the_way_says_so(change: dict[str, object], block: Block) -> None:
    assert blocks(of=replace(FREE, **change), on=TODAY) == (block,)  # type: ignore[arg-type]
    assert block.text.da.endswith(".")


def test_what_has_been_handed_over_no_longer_waits_for_the_archive() -> None:
    assert blocks(of=replace(FREE, archive_first=True, handed_over=True), on=TODAY) == ()


def test_a_citizen_who_asks_need_not_wait_for_the_years_but_for_everything_else() -> None:
    asked = replace(FREE, kept_until=date(2030, 1, 1), asked=True)
    assert blocks(of=asked, on=TODAY) == ()
    assert blocks(of=replace(asked, held=True, appeal=True), on=TODAY) == (Block.HOLD, Block.APPEAL)
