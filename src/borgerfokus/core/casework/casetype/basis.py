"""What a case type means on a given day: its act and section, and how its deadlines are counted."""

from __future__ import annotations

import re
from datetime import date

from borgerfokus.core.casework.casetype.model import CaseType, DeadlineSpec
from borgerfokus.core.casework.deadline import Basis, DeadlineRule
from borgerfokus.core.decisions.letter import LegalBasis
from borgerfokus.core.rules import Parameters, Unit
from borgerfokus.core.texts import Text

_SECTION = re.compile(r"§\s*(?P<section>\d+(?:\s[a-z])?)(?:,\s*stk\.\s*(?P<subsection>\d+))?")


def legal_basis(*, case_type: CaseType, parameters: Parameters, on: date) -> LegalBasis:
    """The act and section that a decision made `on` this day is made under.

    Where the law is moving the parameter's reference decides; a reference that names an act without a section
    leaves the section to the document. Raises `UnknownParameter` or `NotInForce`.
    """
    written = LegalBasis(act=case_type.act, section=case_type.section, subsection=case_type.subsection or "")
    if case_type.basis_parameter is None:
        return written
    reference = parameters.at(case_type.basis_parameter, on=on).reference
    found = _SECTION.search(reference.section)
    if found is None:
        return written
    return LegalBasis(act=reference.name.da, section=found["section"], subsection=found["subsection"] or "")


def deadline_rules(*, case_type: CaseType, parameters: Parameters, on: date) -> tuple[DeadlineRule, ...]:
    """How each deadline is counted for a case that starts `on` this day.

    Raises `UnknownParameter`, `NotInForce`, or `WrongUnit` for a parameter that is no length of time.
    """
    return tuple(_rule(spec, parameters, on) for spec in case_type.deadlines)


def _rule(spec: DeadlineSpec, parameters: Parameters, on: date) -> DeadlineRule:
    amount, unit, reference = _length(spec, parameters, on)
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


def _length(spec: DeadlineSpec, parameters: Parameters, on: date) -> tuple[int, Unit, Text]:
    if spec.parameter is not None:
        value = parameters.at(spec.parameter, on=on)
        return value.number, value.unit, value.reference.text
    if spec.amount is None or spec.unit is None:
        raise ValueError(f"the deadline {spec.key} has neither a parameter nor an amount with its unit")
    return spec.amount, Unit(spec.unit.value), Text(da=spec.reference, en=spec.reference)
