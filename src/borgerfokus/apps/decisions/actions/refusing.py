"""A refusal in the middle of an act: everything done so far is undone, and the caller gets it as data."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access import scope

P = ParamSpec("P")
Done = TypeVar("Done")


class Refused(Exception):
    """Raised inside an act that may not be carried out. Never leaves the act: see `refusable`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refusable(act: Callable[P, Done]) -> Callable[P, Done | Refusal]:
    """The act returns its refusal instead of raising it; the transaction inside it has then been rolled back."""

    @wraps(act)
    def answered(*args: P.args, **kwargs: P.kwargs) -> Done | Refusal:
        try:
            return act(*args, **kwargs)
        except Refused as refused:
            if scope.is_open():
                scope.current().tell_again()
            return refused.refusal

    return answered


def must(refusal: Refusal | None) -> None:
    """Go on only when there is no refusal. Raises Refused."""
    if refusal is not None:
        raise Refused(refusal)


def refuse_if(condition: bool, refusal: Refusal) -> None:
    """Stop the act when the condition holds. Raises Refused."""
    if condition:
        raise Refused(refusal)
