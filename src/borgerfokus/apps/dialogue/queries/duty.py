"""Who is on duty for notifications of concern: the units that answer for the screening."""

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import current

SCREENING = "bl-18"
"""The case type whose unit answers for notifications of concern."""
DUTY_UNITS = "duty_units"
"""The name under which every scope brings along the units that answer for notifications of concern."""
DUTY_UNITS_SQL = (
    "(select string_agg(unit_id::text, ',') from organisation_responsibility "
    "where case_type_key = 'bl-18' and kind in ('carries_out', 'responsible') and ends is null)"
)


def is_on_duty(by: Actor) -> bool:
    """Whether the actor handles notifications: by its role, in a unit that answers for them (or where none does)."""
    if by.everything:
        return True
    if not by.is_employee or not by.can(Verb.CONCERN_HANDLE):
        return False
    told = str(current().brought.get(DUTY_UNITS) or "")
    units = {int(number) for number in told.split(",") if number}
    return not units or bool(units & by.units)
