"""The rows of this app that an actor may see. Unknown and forbidden are answered alike."""

from datetime import datetime

from django.db.models import QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import MADE_STATES, Appeal, Decision, Hearing
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Decision]:
    """The decisions of the cases that the actor may see; a citizen sees those that are made."""
    rows = Decision.objects.filter(case__in=casework.visible_to(actor, at=at))
    return rows.filter(state__in=MADE_STATES) if actor.is_citizen else rows


def decision(*, decision_id: int, by: Actor, at: datetime) -> Decision:
    """One decision with its case. Raises Hidden."""
    row = (
        visible_to(by, at=at)
        .select_related("case__type_version", "case__unit", "case__caseworker")
        .filter(pk=decision_id)
        .first()
    )
    if row is None:
        raise Hidden(f"decision {decision_id}")
    return row


def case_of_decision(decision_id: int) -> int:
    """The case that a decision belongs to, as far as the open scope sees it. Raises Hidden."""
    return _case_id(Decision.objects.filter(pk=decision_id).values_list("case_id", flat=True).first(), decision_id)


def case_of_hearing(hearing_id: int) -> int:
    """The case that a hearing belongs to. Raises Hidden."""
    return _case_id(Hearing.objects.filter(pk=hearing_id).values_list("case_id", flat=True).first(), hearing_id)


def case_of_appeal(appeal_id: int) -> int:
    """The case that an appeal belongs to. Raises Hidden."""
    return _case_id(Appeal.objects.filter(pk=appeal_id).values_list("case_id", flat=True).first(), appeal_id)


def case(*, case_id: int, by: Actor, at: datetime) -> Case:
    """A case that the actor may see. Raises Hidden."""
    row = casework.visible_to(by, at=at).select_related("type_version", "unit", "caseworker").filter(pk=case_id).first()
    if row is None:
        raise Hidden(f"case {case_id}")
    return row


def _case_id(found: int | None, number: int) -> int:
    if found is None:
        raise Hidden(str(number))
    return found
