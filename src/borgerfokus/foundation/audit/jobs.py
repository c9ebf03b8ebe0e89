"""Background work of audit: the look-up log always has the partitions of the coming months."""

from contextlib import suppress
from datetime import datetime

from django.db import IntegrityError, transaction

from borgerfokus.core.dates import add_months, day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.audit import lookups

MONTHS_AHEAD = 2


@jobs.daily(name="audit.make_months", hour=4)
def make_months(*, at: datetime) -> None:
    """Make the partitions of this month and the next two, if they are missing.

    A month that has begun in the partition of the others (a new installation) stays there: PostgreSQL makes no
    partition for rows that lie elsewhere, and they are found where they are.
    """
    first = day_of(at).replace(day=1)
    for ahead in range(MONTHS_AHEAD + 1):
        with suppress(IntegrityError), transaction.atomic():
            lookups.make_month(add_months(first, ahead))
