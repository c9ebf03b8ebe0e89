"""The case types that come with the platform, published; and where their cases go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.cli.demo.tables import Tables
from borgerfokus.core.casework.casetype import CaseType, shipped

_FIRST = date(2020, 1, 1)


@dataclass
class Kind:
    """A published case type: its document, its row, and the unit where its cases begin."""

    spec: CaseType
    version_id: int
    unit_key: str


def build(*, tables: Tables, units: Mapping[str, str], at: datetime) -> dict[str, Kind]:
    """Publish the shipped documents, in force for as long as the demo goes back. `units` says where cases go."""
    found = {}
    for spec, document in shipped():
        row = tables["casework.CaseTypeVersion"].add(
            key=spec.key,
            number=spec.version,
            state="published",
            valid_from=min(spec.valid.start, _FIRST),
            document=document,
            title=spec.title_staff.da,
            saved_at=at,
            saved_by="system:0",
        )
        found[spec.key] = Kind(spec=spec, version_id=row["id"], unit_key=units[spec.key])
    return found
