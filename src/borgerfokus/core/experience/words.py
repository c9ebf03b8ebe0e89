"""How the citizen found a phase of the case: the questions, the three answers, and after which phase they are asked."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from borgerfokus.core.casework.state import Phase
from borgerfokus.core.texts import Text


class Question(StrEnum):
    """What is asked, in this order. The value is the field that keeps the answer."""

    UNDERSTOOD = "understood"
    COHERENT = "coherent"


class Answer(StrEnum):
    """What is answered with one click."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


QUESTIONS: Mapping[Question, Text] = {
    Question.UNDERSTOOD: Text(da="Var forløbet til at forstå?", en="Was it possible to understand what happened?"),
    Question.COHERENT: Text(da="Hang det sammen på tværs?", en="Did the help fit together across departments?"),
}
ANSWERS: Mapping[Answer, Text] = {
    Answer.YES: Text(da="Ja", en="Yes"),
    Answer.PARTLY: Text(da="Delvist", en="Partly"),
    Answer.NO: Text(da="Nej", en="No"),
}


def asked_after(*, before: str, after: str, phases: Collection[str]) -> bool:
    """Whether the citizen is asked when a case goes from one phase to another: forward, out of one of `phases`."""
    order = list(Phase)
    return before in phases and order.index(Phase(after)) > order.index(Phase(before))
