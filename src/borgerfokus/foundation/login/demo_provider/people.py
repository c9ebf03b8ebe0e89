"""Whom one may be in the demo: the employees in the database, and the citizens listed in demo_people.json.

The file lies in the installation's folder and is a list of {"kind": "citizen", "cpr", "name", "note"} and, to
say
something of an employee, {"kind": "employee", "login", "name", "note"}.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from borgerfokus.core.access import ROLE_NAMES, Role
from borgerfokus.foundation.organisation.models import Engagement
from borgerfokus.foundation.organisation.queries import running


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to be. `key` stands in forms and codes and tells nothing; `claims` go into the token."""

    key: str
    name: str
    note: str
    group: str
    claims: Mapping[str, str]

    def matches(self, text: str) -> bool:
        """Whether every word of `text` stands in name, note or group."""
        words = f"{self.name} {self.note} {self.group}".lower()
        return all(word in words for word in text.lower().split())


def citizens() -> list[DemoPerson]:
    """The citizens of the list, in its order."""
    return [
        DemoPerson(
            key=_key(row["cpr"]),
            name=row["name"],
            note=row.get("note", ""),
            group="",
            claims={"sub": _key(row["cpr"]), "cpr": row["cpr"]},
        )
        for row in _listed("citizen")
    ]


def employees(*, on: date, language: str) -> list[DemoPerson]:
    """Everybody engaged on the day, once, under the role of the primary engagement."""
    notes = {row["login"]: row.get("note", "") for row in _listed("employee")}
    rows = (
        Engagement.objects.filter(running(on=on), employee__active=True)
        .select_related("employee", "unit")
        .order_by("employee_id", "-primary", "id")
        .distinct("employee_id")
    )
    order = {role.value: place for place, role in enumerate(Role)}
    return [
        DemoPerson(
            key=_key(row.employee.login),
            name=row.employee.name,
            note=notes.get(row.employee.login) or f"{row.employee.title}, {row.unit.name}",
            group=ROLE_NAMES[Role(row.role)].in_(language),
            claims={"sub": row.employee.login},
        )
        for row in sorted(rows, key=lambda row: (order[row.role], row.employee.name, row.pk))
    ]


def _listed(kind: str) -> list[dict[str, Any]]:
    path = Path(settings.HOME) / "demo_people.json"
    if not path.exists():
        return []
    return [row for row in json.loads(path.read_text("utf-8")) if row["kind"] == kind]


def _key(secret: str) -> str:
    return sha256(f"{settings.SECRET_KEY}:demo:{secret}".encode()).hexdigest()[:20]


def find(people: Sequence[DemoPerson], key: str) -> DemoPerson | None:
    """The person with the key."""
    return next((person for person in people if person.key == key), None)
