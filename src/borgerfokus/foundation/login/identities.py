"""Whom a proven claim stands for."""

from django.db import connection

from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people import cipher


def person_by_number(cpr: Cpr) -> int | None:
    """The citizen with the personal number, through its blind index; nothing of the citizen is read."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_person_by_number(%s)", [cipher.blind_index(cpr)])
        row = cursor.fetchone()
    return row[0] if row else None


def employee_by_login(login: str) -> int | None:
    """The active employee whom the staff provider knows under this subject."""
    return Employee.objects.filter(login=login, active=True).values_list("id", flat=True).first()
