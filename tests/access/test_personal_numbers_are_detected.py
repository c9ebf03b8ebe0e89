"""Bar B5: the detector finds personal numbers however they are written, and takes little else for one."""

import random
from datetime import date, timedelta
from uuid import UUID

from tests.access.numbers import personal_numbers

TRIES = 20_000
_FIRST = date(1900, 1, 1)
_SURROUNDINGS = (
    "{}",
    "CPR: {}",
    "({})",
    '"{}"',
    "/sag/?q={}&x=1",
    "cpr={}.",
    "<td>{}</td>",
    "nr. {}, tak",
    "{}\n",
    "'{}'",
)


def written(dice: random.Random) -> str:
    born = _FIRST + timedelta(days=dice.randrange(365 * 126))
    day = born.day + (60 if dice.random() < 0.5 else 0)
    digits = f"{day:02d}{born:%m%y}{dice.randrange(10_000):04d}"
    first, last = digits[:6], digits[6:]
    ways = (
        f"{first}-{last}",
        digits,
        f"{first} {last}",
        f"{first} - {last}",
        f"{first}–{last}",
        f"{first}\u00a0{last}",
    )
    spaced = f"{digits[:2]} {digits[2:4]} {digits[4:6]} {last}"
    return dice.choice((*ways, spaced, f"{digits[:2]} {digits[2:4]} {digits[4:6]}-{last}"))


def innocent(dice: random.Random) -> str:
    day = _FIRST + timedelta(days=dice.randrange(365 * 140))
    ways = (
        f"20{dice.randrange(100):02d}-{dice.randrange(1_000_000):06d}",
        f"{day:%d.%m.%Y} kl. {dice.randrange(24):02d}.{dice.randrange(60):02d}",
        f"{day.isoformat()}T{dice.randrange(24):02d}:{dice.randrange(60):02d}:{dice.randrange(60):02d}+01:00",
        str(UUID(int=dice.getrandbits(128), version=4)),
        f"{dice.getrandbits(256):064x}",
        f"{dice.randrange(10**8):08d}",
        f"+45 {dice.randrange(100):02d} {dice.randrange(100):02d} {dice.randrange(100):02d} {dice.randrange(100):02d}",
        f"{dice.randrange(10**7):,d},{dice.randrange(100):02d} kr.".replace(",", ".", 2),
        f"§ {dice.randrange(200)}, stk. {dice.randrange(9)}",
        f"{dice.getrandbits(160):x}",
        f"employee:{dice.randrange(10**5)}",
    )
    return dice.choice(ways)


def test_it_finds_at_least_999_in_a_thousand() -> None:
    dice = random.Random(1)
    missed = [
        text
        for text in (dice.choice(_SURROUNDINGS).format(written(dice)) for _ in range(TRIES))
        if not personal_numbers(text)
    ]
    assert len(missed) <= TRIES // 1_000, missed[:5]


def test_it_takes_at_most_one_in_a_thousand_other_things_for_one() -> None:
    dice = random.Random(2)
    taken = [text for text in (innocent(dice) for _ in range(TRIES)) if personal_numbers(text)]
    assert len(taken) <= TRIES // 1_000, taken[:5]


def test_a_detector_that_knows_hyphens_only_is_found_out() -> None:
    """The sabotage: without the other ways of writing, recall falls below the bar."""
    dice = random.Random(3)
    found = sum("-" in text and bool(personal_numbers(text)) for text in (written(dice) for _ in range(1_000)))
    assert found < 999
