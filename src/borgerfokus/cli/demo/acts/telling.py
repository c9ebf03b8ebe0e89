"""Asking the citizen after a phase how it went, and the citizen telling it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.dialogue import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.tables import Row
from borgerfokus.cli.demo.words import common
from borgerfokus.core.dates import day_of
from borgerfokus.core.experience import Answer, asked_after

_PHASES = "own.experience_phases"
_UNDERSTOOD: Mapping[Answer, float] = {Answer.YES: 62, Answer.PARTLY: 27, Answer.NO: 11}
_COHERENT: Mapping[Answer, float] = {Answer.YES: 48, Answer.PARTLY: 31, Answer.NO: 21}


@dataclass(frozen=True)
class Told:
    """What the citizen answers."""

    understood: Answer
    coherent: Answer | None = None
    words: str = ""
    named: bool = False


def ask(pen: Pen, *, before: str, after: str) -> None:
    """Ask when a phase that is asked about is over, once."""
    phases = pen.desk.days.parameters.at(_PHASES, on=day_of(pen.at)).codes
    if before not in pen.asked and asked_after(before=before, after=after, phases=phases):
        pen.asked[before] = pen.tables["dialogue.PhaseQuestion"].add(case_id=pen.id, phase=before, asked_at=pen.at)


def tell(pen: Pen, question: Row, told: Told, *, by: Hand, at: datetime) -> Row:
    """The citizen answers the question."""
    with pen.act("experience.tell", by=by, at=at):
        row = pen.tables["dialogue.Experience"].add(
            question_id=question["id"],
            case_id=pen.id,
            person_id=pen.citizen.id,
            understood=told.understood.value,
            coherent=told.coherent.value if told.coherent else "",
            words=told.words,
            named=told.named,
            answered_at=at,
            answered_by=by.subject,
        )
        question["closed_at"] = at
        pen.append(events.ExperienceTold(of_phase=question["phase"]))
    return row


def open_question(pen: Pen) -> Row | None:
    """The newest question, while it waits for an answer."""
    newest = next(reversed(pen.asked.values()), None)
    return newest if newest is not None and newest["closed_at"] is None else None


def some_answer(draw: Draw) -> Told:
    """What somebody may answer."""
    coherent = draw.weighted(_COHERENT) if draw.chance(0.85) else None
    words = draw.one(common.EXPERIENCES) if draw.chance(0.2) else ""
    return Told(draw.weighted(_UNDERSTOOD), coherent, words, named=draw.chance(0.15))
