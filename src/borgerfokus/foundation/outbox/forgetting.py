"""Letters of no case are forgotten when their time is over: the letter, what was heard of it, and its file.

Letters of a case live as long as the case.
"""

from datetime import datetime
from typing import Final

from django.db import connection, transaction

from borgerfokus.core.dates import add_months, day_of, end_of_day
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import copies
from borgerfokus.foundation.parameters import service as parameters

AT_ONCE: Final = 2_000
"""So many in one run: two hundred thousand letters are forgotten over some nights."""
_FORGET: Final = "select path from bf_forget_letters(%s, %s)"


def forget(*, by: Actor, at: datetime) -> int:
    """Forget letters of no case that are older than the parameter says. As the platform. Returns how many files."""
    months = parameters.at("own.letter_retention", on=day_of(at)).number
    before = end_of_day(add_months(day_of(at), -months))
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [before, AT_ONCE])
        paths = [path for (path,) in cursor.fetchall()]
    if paths:
        audit.record(action="letter.forget", by=by, at=at, files=len(paths))
    transaction.on_commit(lambda: copies.remove_bytes(paths))
    return len(paths)
