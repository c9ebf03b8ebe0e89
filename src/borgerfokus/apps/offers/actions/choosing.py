"""Choosing an offer in a case: the lowest step that is enough, or a reason why it is not (LEON)."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.offers.events import OfferChosen, OfferDropped
from borgerfokus.apps.offers.models import Offer, OfferChoice
from borgerfokus.apps.offers.queries import proposals
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.offers.fitting import refusal_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class NewChoice:
    """The offer's key; above the lowest step that fits also the key of the one considered, and why it is not enough.

    `age` is the citizen's in whole years, None when it is not known.
    """

    offer: str
    age: int | None
    considered: str = ""
    reason: str = ""


def choose(*, case_id: int, new: NewChoice, by: Actor, at: datetime) -> Refusal | None:
    """Choose an offer; it takes the place of what was chosen before.

    Refused when the offer does not fit the case, or when a lower step fits and no reason is given.
    """
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="offer.choose") as opened:
        found = proposals(case=opened.case, age=new.age, on=day_of(at))
        chosen = next((one for one in found.offers if one.key == new.offer), None)
        if chosen is None:
            return _DOES_NOT_FIT
        fitting = [one.value for one in found.offers]
        refusal = refusal_of(
            chosen=chosen.value,
            fitting=fitting,
            ladder=found.ladder,
            considered=new.considered,
            reason=new.reason,
        )
        if refusal is not None:
            return refusal
        above = bool(found.lower_than(chosen))
        considered = next((one for one in found.offers if above and one.key == new.considered), None)
        _put(opened, chosen, considered, new.reason.strip() if above else "")
    return None


def drop(*, case_id: int, by: Actor, at: datetime) -> None:
    """Take the choice back. Raises Hidden when nothing is chosen."""
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="offer.drop") as opened:
        before = OfferChoice.objects.select_related("offer").filter(case_id=case_id, ended_at__isnull=True).first()
        if before is None:
            raise Hidden(f"choice on case {case_id}")
        OfferChoice.objects.filter(pk=before.pk).update(ended_at=at)
        opened.append(OfferDropped(choice=before.pk, offer=before.offer.key, title=before.offer.title))


def _put(opened: casework.OpenCase, chosen: Offer, considered: Offer | None, reason: str) -> None:
    OfferChoice.objects.filter(case=opened.case, ended_at__isnull=True).update(ended_at=opened.at)
    row = OfferChoice.objects.create(
        case=opened.case,
        offer=chosen,
        considered=considered,
        reason=reason,
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
    )
    opened.append(
        OfferChosen(
            choice=row.pk,
            offer=chosen.key,
            number=chosen.number,
            title=chosen.title,
            provider=chosen.provider,
            level=chosen.level,
            considered=considered.key if considered else "",
        )
    )


_DOES_NOT_FIT = Refusal(
    code="offer.does_not_fit",
    text=Text(
        da="Tilbuddet passer ikke til sagens paragraf, målgruppen, borgerens alder eller dagen i dag. "
        "Vælg et af dem, der passer.",
        en="The offer does not fit the section of the case, the target group, the citizen's age, or today. "
        "Choose one that fits.",
    ),
    article="retssikkerhedsloven § 5",
)
