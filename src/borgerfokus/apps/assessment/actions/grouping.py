"""Which target groups the citizen belongs to: the offers that are proposed fit one of them."""

from collections.abc import Collection
from datetime import datetime

from borgerfokus.apps.assessment.events import TargetGroupsSet
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.offers.words import Group
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor


def set_groups(*, case_id: int, groups: Collection[Group], by: Actor, at: datetime) -> Refusal | None:
    """Say which target groups the citizen belongs to, all of them; none takes back what was said.

    Refused when that is what the case says already (`groups.unchanged`). Raises Hidden without the right.
    """
    with casework.changing(case_id=case_id, verb=Verb.FACT_RECORD, by=by, at=at, action="case.group") as opened:
        said = [one.value for one in Group if one in groups]
        if said == opened.case.target_groups:
            return _UNCHANGED
        opened.case.target_groups = said
        opened.append(TargetGroupsSet(groups=said))
    return None


_UNCHANGED = Refusal(
    code="groups.unchanged",
    text=Text(
        da="Det er den målgruppe, sagen har i forvejen. Sæt eller fjern et kryds, og gem igen.",
        en="That is the target group the case has already. Tick or clear a box, and save again.",
    ),
    article="retssikkerhedsloven § 10",
)
