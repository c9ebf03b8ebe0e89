"""Break-glass: opening a case without a relation to it, in an emergency, with a reason, for an hour."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from borgerfokus.apps.casework.actions.changing import changing
from borgerfokus.apps.casework.events import BreakGlassUsed
from borgerfokus.apps.casework.queries.emergencies import REVIEW, find_use
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.access.scope import Look, current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters

SHORTEST_REASON = 20


def break_glass(*, number: str, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Let the actor see the case for as long as the parameter says. Sealed and unknown cases are Hidden.

    Written at once to the citizen's log and to the list that the unit's leader reviews.
    """
    if not by.can(Verb.BREAK_GLASS):
        raise Hidden("break glass")
    if len(reason.strip()) < SHORTEST_REASON:
        return _REASON_TOO_SHORT
    minutes = parameters.at("gdpr.break_glass", on=at.date()).number
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select case_id, citizen_id from bf_case_for_emergency(%s)", [number])
        row = cursor.fetchone()
        if row is None:
            raise Hidden(f"case {number}")
        case_id, citizen_id = row
        ends = at + timedelta(minutes=minutes)
        access.include_cases([case_id])
        access.give(
            subject=by.subject, case_id=case_id, ground=Ground.BREAK_GLASS, by=by, at=at, ends=ends, reason=reason
        )
        current().saw(citizen_id, case_id=case_id, look=Look.VIEW)
        with changing(case_id=case_id, verb=Verb.CASE_SEE, by=by, at=at, action=Verb.BREAK_GLASS) as opened:
            opened.append(BreakGlassUsed(employee=by.id, until=ends.isoformat()))
    return None


def review(*, grant_id: int, note: str, by: Actor, at: datetime) -> Refusal | None:
    """A leader has looked at a use of break-glass on a case of an own unit and says what came of it.

    Raises Hidden for a use that the leader may not review; refuses a review without a word.
    """
    use = find_use(grant_id=grant_id, by=by, at=at)
    if not note.strip():
        return _NO_NOTE
    audit.record(action=REVIEW, by=by, at=at, case_id=use.case.pk, about=f"grant:{grant_id}", note=note[:500])
    return None


_REASON_TOO_SHORT = Refusal(
    code="reason_too_short",
    text=Text(
        da="Skriv, hvad der er sket, og hvorfor du skal se sagen nu. Mindst 20 tegn. Borgeren og din leder kan se det.",
        en="Write what has happened and why you must see the case now. At least 20 characters. The citizen and your "
        "leader can see it.",
    ),
    article="forvaltningsloven § 32",
)
_NO_NOTE = Refusal(
    code="no_note",
    text=Text(
        da="Skriv, hvad du er kommet frem til. Det bliver en del af loggen.",
        en="Write what you have found. It becomes part of the log.",
    ),
    article="forvaltningsloven § 32",
)
