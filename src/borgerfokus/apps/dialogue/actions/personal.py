"""Letters to a citizen beside the cases: a draft that is about to be deleted, and what came of a complaint."""

from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.actions.drafting import kept_until, parts_of
from borgerfokus.apps.dialogue.models import Complaint, ComplaintKind
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.outbox import personal
from borgerfokus.foundation.outbox.personal import Personal
from borgerfokus.foundation.parameters import service as parameters

_LANGUAGE: Final = "da"
_NAME: Final = "letters"


def remind_of_drafts(*, at: datetime) -> int:
    """Write to each citizen whose request is about to be deleted unsent, once for each time it was left.

    One transaction each. Returns how many were written.
    """
    by = system(_NAME)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        soon = timedelta(days=parameters.at("own.draft_reminder", on=day_of(at)).number)
        found = [
            one
            for one in drafts.of_citizens(prefix="request/")
            if day_of(at) <= kept_until(one.saved_at) <= day_of(at) + soon
        ]
    written = 0
    for one in found:
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            written += _remind(one, by=by, at=at)
    return written


def complaint_made(*, complaint_id: int, at: datetime) -> None:
    """Write that a complaint, or word of what is hard to use, has arrived, and by when there is an answer."""
    row = Complaint.objects.select_related("unit").get(pk=complaint_id)
    heading, body = _MADE[row.kind == ComplaintKind.ACCESSIBILITY]
    _write(row, "made", heading, body.filled(due=date_words(row.due)), at=at)


def complaint_answered(*, complaint_id: int, at: datetime) -> None:
    """Write that there is an answer; it stands on the citizen's own page."""
    row = Complaint.objects.select_related("unit").get(pk=complaint_id)
    heading, body = _ANSWERED[row.kind == ComplaintKind.ACCESSIBILITY]
    _write(row, "answered", heading, body, at=at)


def _write(row: Complaint, what: str, heading: Text, body: Text, *, at: datetime) -> None:
    letter = Personal(
        person_id=row.person_id,
        heading=heading.in_(_LANGUAGE),
        body=body.in_(_LANGUAGE),
        reference=f"complaint:{row.pk}:{what}",
        sender=row.unit.name if row.unit else "",
    )
    personal.write(letter=letter, by=system(_NAME), at=at)


def _remind(one: drafts.Kept, *, by: Actor, at: datetime) -> bool:
    type_key, _citizen = parts_of(one.key)
    version = casework.version_for(key=type_key, on=day_of(at))
    if version is None:
        return False
    values = {"title": version.spec.title_citizen, "until": date_words(kept_until(one.saved_at))}
    letter = Personal(
        person_id=one.person_id,
        heading=_DRAFT.in_(_LANGUAGE),
        body=_DRAFT_BODY.filled(**values).in_(_LANGUAGE),
        reference=f"draft:{one.id}:{one.version}",
    )
    return personal.write(letter=letter, by=by, at=at)


_DRAFT: Final = Text(da="Din ansøgning er ikke sendt", en="Your request has not been sent")
_DRAFT_BODY: Final = Text(
    da="Du er begyndt på en ansøgning: {title}. Du har ikke sendt den.\n\nVi gemmer den til og med den {until}. Så "
    "bliver den slettet.\n\nVil du søge, så log ind på din side og send den inden. Vil du ikke søge, skal du ikke gøre "
    "noget.",
    en="You have begun a request: {title}. You have not sent it.\n\nWe keep it until {until}. Then it is deleted.\n\n"
    "If you want to ask for this help, log in to your page and send it before then. If not, you need not do anything.",
)
_MADE: Final = {
    False: (
        Text(da="Vi har fået din klage", en="We have received your complaint"),
        Text(
            da="Tak, fordi du skrev. Lederen læser din klage og svarer dig senest den {due}.\n\nDu kan se din klage og "
            "svaret på din side. Din klage ændrer ikke din sag.",
            en="Thank you for writing. The leader reads your complaint and answers you by {due}.\n\nYou can see your "
            "complaint and the answer on your page. Your complaint does not change your case.",
        ),
    ),
    True: (
        Text(da="Tak, fordi du skrev om siden", en="Thank you for writing about the page"),
        Text(
            da="Du har skrevet, at noget er svært at bruge. Vi ser på det og svarer dig senest den {due}.\n\nDu kan se "
            "svaret på din side.",
            en="You have written that something is hard to use. We look at it and answer you by {due}.\n\nYou can see "
            "the answer on your page.",
        ),
    ),
}
_ANSWERED: Final = {
    False: (
        Text(da="Der er svar på din klage", en="Your complaint has been answered"),
        Text(
            da="Lederen har svaret på din klage. Log ind på din side for at læse svaret.",
            en="The leader has answered your complaint. Log in to your page to read the answer.",
        ),
    ),
    True: (
        Text(da="Der er svar om siden", en="There is an answer about the page"),
        Text(
            da="Vi har svaret på det, du skrev om siden. Log ind på din side for at læse svaret.",
            en="We have answered what you wrote about the page. Log in to your page to read the answer.",
        ),
    ),
}
