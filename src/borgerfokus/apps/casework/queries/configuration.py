"""The configuration check: which case types cannot be used, and why."""

from dataclasses import dataclass
from datetime import date

from borgerfokus.apps.casework.queries.casetypes import newest_in_force
from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.casetype import Finding, check
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters


@dataclass(frozen=True)
class TypeFinding:
    """A finding of the check, with the case type it is about."""

    case_type: str
    finding: Finding


def check_configuration(*, on: date) -> list[TypeFinding]:
    """Every finding about the case types in force on a day, the blocking ones included."""
    in_force = parameters.parameters()
    units = frozenset(organisation.units(on=on).values_list("key", flat=True))
    subjects = _subjects()
    found = []
    for version in newest_in_force(on=on):
        spec = version.spec
        findings = check(
            case_type=spec,
            parameters=in_force,
            units=units,
            kle=subjects or {spec.kle},
            frames=frames(),
            on=on,
        )
        found += [TypeFinding(version.key, finding) for finding in findings]
    return found


def _subjects() -> frozenset[str]:
    """The KLE subjects that have been loaded; none while there are only the platform's own few."""
    if not classifications.is_loaded(System.KLE_SUBJECT):
        return frozenset()
    return frozenset(classifications.codes(System.KLE_SUBJECT).values_list("key", flat=True))
