"""What a row refers to: units and employees by their keys, told when there is none."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from borgerfokus.cli.imports.columns import Row
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation.models import Employee, Unit


def units() -> dict[str, Unit]:
    """Every unit by its key."""
    return {unit.key: unit for unit in Unit.objects.all()}


def employees() -> dict[str, Employee]:
    """Every employee by login."""
    return {employee.login: employee for employee in Employee.objects.all()}


def unit_of(job: Job, row: Row, column: str, known: Mapping[str, Unit]) -> Unit | None:
    """The unit that a cell names, or None after telling that there is none."""
    key = row.text(column)
    if key not in known and not job.is_broken("organisation", key):
        job.wrong(
            row,
            column,
            Text(da="Der er ingen enhed med den nøgle.", en="There is no unit with this key."),
            Text(
                da="Tag enheden med i organisation.csv, eller ret nøglen.",
                en="Include the unit in organisation.csv, or correct the key.",
            ),
        )
    return known.get(key)


def employee_of(job: Job, row: Row, column: str, known: Mapping[str, Employee]) -> Employee | None:
    """The employee that a cell names, or None after telling that there is none."""
    login = row.text(column)
    if login not in known and not job.is_broken("employees", login):
        job.wrong(
            row,
            column,
            Text(da="Der er ingen medarbejder med det login.", en="There is no employee with this login."),
            Text(
                da="Tag medarbejderen med i employees.csv, eller ret loginet.",
                en="Include the employee in employees.csv, or correct the login.",
            ),
        )
    return known.get(login)


def change(row: Model, fields: Mapping[str, Any]) -> bool:
    """Set the fields; whether any was different before. Does not save."""
    different = {name: value for name, value in fields.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def count_change(job: Job, *, changed: bool, ended: bool) -> None:
    """Count a row that was there before: brought to an end by this file, changed otherwise, or the same."""
    if not changed:
        job.tally.unchanged += 1
    elif ended:
        job.tally.ended += 1
    else:
        job.tally.changed += 1


def ends_now(before: date | None, after: date | None) -> bool:
    """Whether an end has been set where there was none."""
    return before is None and after is not None
