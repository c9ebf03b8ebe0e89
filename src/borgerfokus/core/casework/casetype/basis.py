"""Which act and section a case type rests on, on a given day."""

from __future__ import annotations

import re
from datetime import date

from borgerfokus.core.casework.casetype.model import CaseType
from borgerfokus.core.decisions.letter import LegalBasis
from borgerfokus.core.rules import Parameters

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
