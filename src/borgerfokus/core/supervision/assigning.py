"""Who reviews which case: nobody an own one, and everybody about as many.

Whoever has had a part in a case, as caseworker, writer, reader or sender of its decision, or bears the name of one of
its parties, does not review it (forvaltningsloven § 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence


class NobodyImpartial(ValueError):
    """A case has no reviewer who had no part in it; carries the case's number."""

    def __init__(self, *, number: str) -> None:
        super().__init__(f"nobody among the reviewers may review {number}")
        self.number = number


def impartial(*, reviewers: Iterable[int], involved: Collection[int]) -> tuple[int, ...]:
    """The reviewers who had no part in a case, in order."""
    return tuple(sorted(set(reviewers) - set(involved)))


def assign(
    numbers: Sequence[str], *, reviewers: Collection[int], involved: Mapping[str, Collection[int]]
) -> dict[str, int]:
    """A reviewer for each case. Raises NobodyImpartial.

    The cases that fewest may review go first; each goes to the one of them with the fewest so far, and where that
    would leave the load more uneven than it must be, a case is passed on along a chain of reviewers.
    """
    may = {number: impartial(reviewers=reviewers, involved=involved.get(number, ())) for number in numbers}
    place = {number: rank for rank, number in enumerate(numbers)}
    given: dict[str, int] = {}
    for number in sorted(numbers, key=lambda one: (len(may[one]), place[one])):
        if not may[number]:
            raise NobodyImpartial(number=number)
        load = _loads(given, reviewers)
        given[number] = min(may[number], key=lambda one: (load[one], one))
    while _passed_on(given, may, reviewers):
        pass
    return given


def spread(given: Mapping[str, int], *, reviewers: Collection[int]) -> int:
    """The difference between the reviewers with the most and the fewest cases."""
    load = _loads(given, reviewers).values()
    return max(load, default=0) - min(load, default=0)


def _loads(given: Mapping[str, int], reviewers: Iterable[int]) -> dict[int, int]:
    load = dict.fromkeys(sorted(set(reviewers)), 0)
    for reviewer in given.values():
        load[reviewer] += 1
    return load


def _passed_on(given: dict[str, int], may: Mapping[str, Sequence[int]], reviewers: Iterable[int]) -> bool:
    """Pass cases along a chain from somebody with many to somebody with at least two fewer, if there is one."""
    load = _loads(given, reviewers)
    for most in sorted(load, key=lambda one: (-load[one], one)):
        came_by: dict[int, tuple[int, str]] = {}
        queue = [most]
        for holder in queue:
            for number in sorted(one for one, whose in given.items() if whose == holder):
                for other in may[number]:
                    if other != most and other not in came_by:
                        came_by[other] = (holder, number)
                        queue.append(other)
        ends = [one for one in queue if load[one] <= load[most] - 2]
        if ends:
            end = min(ends, key=lambda one: (load[one], one))
            while end != most:
                holder, number = came_by[end]
                given[number] = end
                end = holder
            return True
    return False
