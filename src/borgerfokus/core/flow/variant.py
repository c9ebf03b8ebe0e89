"""A variant is the order in which things happened in a case. Its hash is kept for each case, never built by a question.

The hash is a sum over the events of a number mixed from activity and place, under two moduli. It is whole numbers
alone, in any order, so every engine agrees on it and none has to build a string. Two different variants share a hash
with a chance of about one in 2^62 for each pair.
"""

from typing import Final, TypeVar

from ibis.expr import types as ir

MODULI: Final = (2_147_483_629, 2_147_483_587)
"""Two primes just below 2^31: a product of two remainders stays within 63 bits."""

_STRIDE: Final = 65_536
_STIRS: Final = (1_103_515_245, 12_820_163, 1_664_525)
LONGEST: Final = _STRIDE - 1
"""The most events that a case may have."""

Whole = TypeVar("Whole", int, ir.IntegerColumn)


def term(*, activity: Whole, place: Whole, modulus: int) -> Whole:
    """What one event adds: a number that no other activity or place has, stirred three times in the modulus.

    One cubing is not enough: the sums of two orders of the same activities would often meet.
    """
    mixed = (activity + 1) * _STRIDE + place
    for stir in _STIRS:
        mixed = (mixed + place * stir) % modulus
        mixed = (mixed * mixed) % modulus * mixed % modulus
    return mixed


def combined(*, sum_1: Whole, sum_2: Whole) -> Whole:
    """The hash of a variant from the two sums of its case."""
    return sum_1 % MODULI[0] * 2_147_483_648 + sum_2 % MODULI[1]


def sums(events: ir.Table) -> tuple[ir.IntegerScalar, ir.IntegerScalar]:
    """The two sums over a case's events, for an aggregation by case."""
    activity, place = events.activity.cast("int64"), events.place.cast("int64")
    first, second = (term(activity=activity, place=place, modulus=modulus).sum() for modulus in MODULI)
    return first, second
