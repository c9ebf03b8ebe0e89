"""How appeals ended, by case type and year, in the shape that the council treats each year; and what was learnt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.models import Appeal, AppealState, BoardDecision, CouncilTreatment, ReversalFigure
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, reversal_rate
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class Reversals:
    """The appeals of one case type. `filed` and `answered` are counted by our own days, `board` by the body's.

    `waiting`: forwarded and not decided yet, whatever the year.
    """

    type_key: str
    filed: int
    answered: dict[AppealOutcome, int]
    board: dict[BoardOutcome, int]
    waiting: int

    @property
    def considered(self) -> int:
        """How many the appeal body looked at in full."""
        return sum(count for outcome, count in self.board.items() if outcome.considered)

    @property
    def rate(self) -> float | None:
        """Share (0 to 1) of the considered that were changed or sent back (retssikkerhedsloven § 79 b)."""
        return reversal_rate(outcomes=(one for one, count in self.board.items() for _ in range(count)))


@dataclass(frozen=True)
class Lesson:
    """What one lost case taught. `number` is the case's."""

    number: str
    type_key: str
    outcome: BoardOutcome
    decided_on: date
    learning: str
    appeal: int


def reversals(*, year: int, by: Actor, at: datetime) -> tuple[Reversals, ...]:
    """One row for each case type with an appeal, over the cases that the actor sees. Four queries."""
    appeals = Appeal.objects.filter(case__in=casework.visible_to(by, at=at)).exclude(state=AppealState.WITHDRAWN)
    boards = BoardDecision.objects.filter(case__in=casework.visible_to(by, at=at), decided_on__year=year)
    filed = _counts(appeals.filter(received_on__year=year).values_list("case__type_key").annotate(Count("pk")))
    answered = list(
        appeals.filter(answered_at__year=year).values_list("case__type_key", "outcome").annotate(Count("pk"))
    )
    decided = list(boards.values_list("case__type_key", "outcome").annotate(Count("pk")))
    waiting = _counts(
        appeals.filter(state=AppealState.FORWARDED, board__isnull=True)
        .values_list("case__type_key")
        .annotate(Count("pk"))
    )
    keys = {*filed, *waiting, *(row[0] for row in answered), *(row[0] for row in decided)}
    return tuple(
        Reversals(
            type_key=key,
            filed=filed.get(key, 0),
            answered={AppealOutcome(outcome): count for found, outcome, count in answered if found == key},
            board={BoardOutcome(outcome): count for found, outcome, count in decided if found == key},
            waiting=waiting.get(key, 0),
        )
        for key in sorted(keys)
    )


def told_reversals(*, year: int) -> list[ReversalFigure]:
    """A year as the council is told it: all case types first; nothing before the year is over. One query."""
    return list(ReversalFigure.objects.filter(year=year).order_by("type_key"))


def lessons(*, year: int, by: Actor, at: datetime, newest: int) -> tuple[Lesson, ...]:
    """What the lost cases of a year taught, newest first. One query."""
    rows = (
        BoardDecision.objects.filter(case__in=casework.visible_to(by, at=at), decided_on__year=year)
        .exclude(learning="")
        .select_related("case")
        .order_by("-decided_on", "-pk")
    )
    return tuple(
        Lesson(
            number=row.case.number,
            type_key=row.case.type_key,
            outcome=BoardOutcome(row.outcome),
            decided_on=row.decided_on,
            learning=row.learning,
            appeal=row.appeal_id,
        )
        for row in rows[:newest]
    )


def rates(*, years: Iterable[int], by: Actor, at: datetime) -> dict[tuple[int, int], tuple[int, int]]:
    """How many the appeal body considered and reversed in each month of these years (year, month). One query."""
    rows = BoardDecision.objects.filter(case__in=casework.visible_to(by, at=at), decided_on__year__in=list(years))
    found: dict[tuple[int, int], tuple[int, int]] = {}
    counted = rows.values_list("decided_on__year", "decided_on__month", "outcome").annotate(Count("pk"))
    for year, month, outcome, count in counted:
        one = BoardOutcome(outcome)
        considered, lost = found.get((year, month), (0, 0))
        found[year, month] = (considered + count * one.considered, lost + count * one.reversed)
    return found


def treatment_of(*, year: int) -> CouncilTreatment | None:
    """What the council decided about a year; the newest row holds. One query."""
    return CouncilTreatment.objects.filter(year=year).order_by("-saved_at", "-pk").first()


def lessons_of_type(*, type_key: str, by: Actor, at: datetime, newest: int = 3) -> tuple[str, ...]:
    """What the latest lost cases of one case type taught, over the cases that the actor sees. One query."""
    rows = BoardDecision.objects.filter(case__in=casework.visible_to(by, at=at), case__type_key=type_key)
    found = rows.exclude(learning="").order_by("-decided_on", "-pk").values_list("learning", flat=True)
    return tuple(dict.fromkeys(found[:newest]))


def _counts(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(rows)
