"""Real actions in the loading: what they refuse is a fault of the demo."""

from typing import TypeVar

from borgerfokus.cli.trouble import Trouble
from borgerfokus.core.casework.refusal import Refusal

_Answer = TypeVar("_Answer")


def done(answer: _Answer | Refusal) -> _Answer:
    """What an action gave. Raises Trouble when it was refused."""
    if isinstance(answer, Refusal):
        raise Trouble(answer.text.da, answer.text.en)
    return answer
