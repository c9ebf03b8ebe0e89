"""From a case type to the rules that its deadlines are counted by."""

from __future__ import annotations

from datetime import date

from borgerfokus.core.casework.casetype import CaseType, DeadlineSpec
from borgerfokus.core.casework.deadline import Basis, DeadlineRule
from borgerfokus.core.rules import Parameters, Unit
from borgerfokus.core.texts import Text


class NoLength(ValueError):
    """A deadline in a case type has neither a parameter nor an amount with its unit."""


def rules_of(*, case_type: CaseType, parameters: Parameters, on: date) -> tuple[DeadlineRule, ...]:
    """The deadline rules of a case that started `on` this day, with the parameters in force then.

    Raises `UnknownParameter`, `NotInForce` or `NoLength`; the configuration check finds them beforehand.
    """
    return tuple(_rule(spec=spec, parameters=parameters, on=on) for spec in case_type.deadlines)


def _rule(*, spec: DeadlineSpec, parameters: Parameters, on: date) -> DeadlineRule:
    amount, unit, reference = _length(spec=spec, parameters=parameters, on=on)
    return DeadlineRule(
        key=spec.key,
        basis=Basis(spec.basis.value),
        title=spec.title,
        starts_at=spec.starts_at.value,
        ends_with=spec.ends_with.value,
        amount=amount,
        unit=unit,
        reference=reference,
        stops_when_suspended=spec.stops_when_suspended,
    )


def _length(*, spec: DeadlineSpec, parameters: Parameters, on: date) -> tuple[int, Unit, Text]:
    if spec.parameter is not None:
        value = parameters.at(spec.parameter, on=on)
        return value.number, value.unit, value.reference.text
    if spec.amount is None or spec.unit is None:
        raise NoLength(f"the deadline {spec.key} has no length")
    return spec.amount, Unit(spec.unit.value), Text(da=spec.reference, en=spec.reference)
