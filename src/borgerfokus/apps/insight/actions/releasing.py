"""Releasing the figures of a whole quarter: once, and never reckoned again.

A release that is frozen cannot be held against itself of yesterday to tell whom it gained since.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure
from borgerfokus.apps.insight.queries import experiences, figures, goals
from borgerfokus.apps.insight.queries.experiences import Asked
from borgerfokus.core.disclosure import Rule, door
from borgerfokus.core.effect import release
from borgerfokus.core.effect.release import Figure
from borgerfokus.core.experience import Answer, Question
from borgerfokus.core.experience.figures import Said, experience_figures
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.lots import lot_of, weight_of

_FEW_DIMENSIONS = 2
"""What is held back is kept where a page shows a row for it; three dimensions are never a row."""


@door
def publish_figures(*, at: datetime, day: date) -> int:
    """Release what was followed up and answered before the quarter of `day`, unless it is out. For the system alone.

    Returns how many figures were released.
    """
    _, until = casework.quarter_before(day)
    if figures.is_out(until=until):
        return 0
    rule = Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=day).number,
        round_to=parameters.at("own.round_to", on=day).number,
    )
    rows: Sequence[EffectFigure | ExperienceFigure]
    fewest = parameters.at("own.survey_minimum", on=day).number
    rows = EffectFigure.objects.bulk_create(_effect(until, rule, at))
    told = ExperienceFigure.objects.bulk_create(_experience(until, rule, fewest, at))
    return len(rows) + len(told)


def _effect(until: date, rule: Rule, at: datetime) -> list[EffectFigure]:
    found = release.figures(
        goals.goals_seen(until=until),
        usual=goals.usual_levels(until=until),
        rule=rule,
        weight=weight_of,
        lot=lambda cell: lot_of(f"{until}/effect/{cell}"),
    )
    shown = [_effect_row(one, until, at) for one in found.told]
    held = [cell for cell in found.held if len(cell) <= _FEW_DIMENSIONS]
    return [*shown, *(EffectFigure(until=until, reckoned_at=at, **dict(cell)) for cell in held)]


def _effect_row(one: Figure, until: date, at: datetime) -> EffectFigure:
    return EffectFigure(
        until=until,
        reckoned_at=at,
        citizens=one.change.both,
        before=one.change.before,
        mean=one.change.mean,
        reach=one.change.reach,
        of_people=one.change.of_people,
        lost=one.change.lost,
        reached=one.reached.part,
        expected=one.expected,
        **dict(one.cell),
    )


def _experience(until: date, rule: Rule, fewest: int, at: datetime) -> list[ExperienceFigure]:
    asked = experiences.asked(until=until)
    return [
        row
        for question in Question
        for row in _answers(_said(question, asked), question, until=until, rule=rule, fewest=fewest, at=at)
    ]


def _said(question: Question, asked: Sequence[Asked]) -> list[Said]:
    return [
        Said(
            person=one.person,
            answer=Answer(one.answers[question]) if one.answers[question] else None,
            values={"unit": (one.unit,), "type_key": (one.type_key,), "phase": (one.phase,)},
        )
        for one in asked
    ]


def _answers(
    said: Sequence[Said], question: Question, *, until: date, rule: Rule, fewest: int, at: datetime
) -> Iterator[ExperienceFigure]:
    found = experience_figures(
        said, rule=rule, fewest=fewest, weight=weight_of, lot=lambda cell: lot_of(f"{until}/{question}/{cell}")
    )
    row = partial(ExperienceFigure, until=until, question=question, reckoned_at=at)
    for one in found.told:
        yield row(asked=one.asked, answered=one.answered, yes=one.yes, **dict(one.cell))
    for cell in found.held:
        yield row(**dict(cell))
