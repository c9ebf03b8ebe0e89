"""What can be wrong with a parameter, or with a question about one."""

from __future__ import annotations

from datetime import date


class RuleError(ValueError):
    """Any error of this package."""


class UnknownParameter(RuleError):
    """There is no parameter with this key."""

    def __init__(self, *, key: str) -> None:
        super().__init__(f"there is no parameter {key!r}")
        self.key = key


class NotInForce(RuleError):
    """The parameter has no value on the day: it has not come into force, or it was abolished."""

    def __init__(self, *, key: str, on: date, abolished: bool) -> None:
        why = "was abolished" if abolished else "has not come into force"
        super().__init__(f"the parameter {key!r} {why} on {on}")
        self.key = key
        self.on = on
        self.abolished = abolished


class WrongUnit(RuleError):
    """A value was read as another kind than it is, e.g. a text as a number."""


class InvalidParameter(RuleError):
    """A parameter document breaks the format. The message names the parameter and the place in it."""

    def __init__(self, *, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key
        self.problem = problem


class InvalidRow(RuleError):
    """A municipal row does not fit its parameter."""

    def __init__(self, *, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key
        self.problem = problem


class NotForTheMunicipality(InvalidRow):
    """A municipal row would change a value that an act decides."""

    def __init__(self, *, key: str) -> None:
        super().__init__(key=key, problem="an act decides this value, the municipality cannot change it")


class OutOfRange(InvalidRow):
    """A municipal row lies outside the bounds that the parameter allows."""
