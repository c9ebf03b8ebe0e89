"""Handling a notification: taking it, finding the child, assessing the danger, and what the family may learn.

Each act locks the notification, is asked of the unit on duty only, and is written to what happened to it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.dialogue.models import Concern, ConcernAssessment, ConcernHappening, Notifier
from borgerfokus.apps.dialogue.policies import require_on_duty
from borgerfokus.apps.dialogue.queries import concerns as queries
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Danger, HappeningKind, Identity, ReceiptWay, may_match
from borgerfokus.core.concerns.rules import ALREADY_DECIDED, ASSESSED_BY_YOU, NO_ACT, NO_ASSESSMENT_GROUND
from borgerfokus.core.dates import day_of
from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering


@dataclass
class OpenConcern:
    """A notification locked by this transaction."""

    row: Concern
    by: Actor
    at: datetime

    def happened(self, kind: HappeningKind, note: str = "") -> None:
        """Write down what is done to it."""
        ConcernHappening.objects.create(
            concern=self.row, kind=kind, note=note, at=self.at, by=self.by.subject, by_name=self.by.name
        )
        audit.record(action=f"concern.{kind}", by=self.by, at=self.at, about=f"concern:{self.row.pk}")


@dataclass(frozen=True)
class NewAssessment:
    """What somebody comes to: the danger, whether violence or abuse is suspected, the ground, what is done now."""

    danger: Danger
    violence: bool
    ground: str
    done_now: str = ""


@dataclass(frozen=True)
class NewChild:
    """A child that the municipality does not know and whose personal number nobody knows yet."""

    given_name: str
    family_name: str
    born: date


@contextmanager
def handling(*, reference: str, by: Actor, at: datetime) -> Iterator[OpenConcern]:
    """Lock a notification for one act. Raises Hidden unless the actor is on duty for it."""
    require_on_duty(by)
    with transaction.atomic():
        row = queries.visible_to(by, at=at).select_for_update(of=("self",)).filter(reference=reference).first()
        if row is None:
            raise Hidden(f"concern {reference}")
        opened = OpenConcern(row, by, at)
        yield opened
        row.version += 1
        row.save()


def take(*, reference: str, by: Actor, at: datetime) -> Refusal | None:
    """Take a notification. The one who has it is shown on the duty screen; taking it over is written down."""
    with handling(reference=reference, by=by, at=at) as opened:
        if opened.row.taken_by_id == by.id:
            return None
        opened.row.taken_by_id, opened.row.taken_at = by.id, at
        opened.happened(HappeningKind.TAKEN)
    return None


def hand(*, reference: str, to: int, by: Actor, at: datetime) -> Refusal | None:
    """Give a notification to a colleague on duty."""
    with handling(reference=reference, by=by, at=at) as opened:
        known = {one.id: one for one in queries.on_duty_staff(concern=opened.row, at=at)}
        if to not in known:
            return _NOT_ON_DUTY
        opened.row.taken_by_id, opened.row.taken_at = to, at
        opened.happened(HappeningKind.HANDED, known[to].name)
    return None


def match(*, reference: str, person_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Say which child it is about. The caller has looked the child up, which is logged."""
    if not by.can(Verb.PERSON_SEE):
        raise Hidden("match")
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = may_match(queries.standing_of(opened.row))
        if refusal is not None:
            return refusal
        people.card(person_id)
        opened.row.citizen_id = person_id
        opened.happened(HappeningKind.MATCHED)
    return None


def unmatch(*, reference: str, by: Actor, at: datetime) -> Refusal | None:
    """It was another child after all."""
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = may_match(queries.standing_of(opened.row))
        if refusal is not None:
            return refusal
        if opened.row.citizen_id is not None:
            opened.row.citizen_id = None
            opened.happened(HappeningKind.UNMATCHED)
    return None


def register_child(*, reference: str, child: NewChild, by: Actor, at: datetime) -> Refusal | None:
    """Register a child without a known personal number, under a replacement number, and match it."""
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = may_match(queries.standing_of(opened.row))
        if refusal is not None:
            return refusal
        if child.born > day_of(at):
            return _NOT_BORN
        new = registering.NewPerson(
            cpr=_replacement(child.born), given_name=child.given_name, family_name=child.family_name
        )
        opened.row.citizen_id = registering.register(person=new, by=by, at=at)
        opened.happened(HappeningKind.MATCHED)
    return None


def assess(*, reference: str, new: NewAssessment, by: Actor, at: datetime) -> Refusal | None:
    """Assess whether the child is in danger. The first one stops the clock; a second one is somebody else's."""
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = _assessment_fault(opened.row, new, by)
        if refusal is not None:
            return refusal
        number = opened.row.assessments.count() + 1
        ConcernAssessment.objects.create(
            concern=opened.row,
            number=number,
            danger=new.danger,
            violence=new.violence,
            ground=new.ground.strip(),
            done_now=new.done_now.strip(),
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        opened.row.assessed_at = opened.row.assessed_at or at
        opened.row.violence = opened.row.violence or new.violence
        if opened.row.taken_by_id is None:
            opened.row.taken_by_id, opened.row.taken_at = by.id, at
        opened.happened(HappeningKind.ASSESSED if number == 1 else HappeningKind.SECOND)
    return None


def say_identity(opened: OpenConcern, *, identity: Identity, ground: str) -> Refusal | None:
    """Decide whether the family may learn who notified, with a ground. The name itself goes nowhere by this."""
    if not ground.strip():
        return _NO_IDENTITY_GROUND
    row = Notifier.objects.get(concern=opened.row)
    if row.anonymous:
        return _NOBODY_KNOWN
    row.identity, row.identity_ground = identity, ground.strip()
    row.identity_at, row.identity_by = opened.at, opened.by.subject
    row.save()
    opened.happened(HappeningKind.IDENTITY, identity.value)
    return None


def receipt_sent(*, reference: str, how: ReceiptWay, by: Actor, at: datetime) -> Refusal | None:
    """The notifier has had the receipt, by the way that it asked for."""
    with handling(reference=reference, by=by, at=at) as opened:
        row = Notifier.objects.get(concern=opened.row)
        if row.receipt_due is None:
            return _NO_RECEIPT
        if row.receipt_at is None:
            row.receipt_how, row.receipt_at, row.receipt_by = how, at, by.subject
            row.save()
            opened.happened(HappeningKind.RECEIPT, how.value)
            posted = how is ReceiptWay.LETTER
            mail.put_away(reference=queries.receipt_of(opened.row.pk), sent=posted, by=by, at=at)
    return None


def _assessment_fault(row: Concern, new: NewAssessment, by: Actor) -> Refusal | None:
    if row.way:
        return ALREADY_DECIDED
    if row.assessments.filter(by=by.subject).exists():
        return ASSESSED_BY_YOU
    if not new.ground.strip():
        return NO_ASSESSMENT_GROUND
    if new.danger is Danger.ACUTE and not new.done_now.strip():
        return NO_ACT
    return None


def _replacement(born: date) -> Cpr:
    """The first free replacement number of a birth day: day + 60, a serial number of its century."""
    serials = range(4000, 10_000) if born.year >= 2000 else range(1, 4000)
    for serial in serials:
        try:
            cpr = Cpr(f"{born.day + 60:02d}{born:%m%y}{serial:04d}")
        except InvalidIdentifier:
            continue
        if cpr.birth_date == born and people.id_of(cpr=cpr) is None:
            return cpr
    raise LookupError(f"no replacement number is left for {born}")


_DUTY = "barnets lov §§ 133-137"
_NOT_ON_DUTY = Refusal(
    code="not_on_duty",
    text=Text(da="Vælg en kollega, der har vagten.", en="Choose a colleague who is on duty."),
    article=_DUTY,
)
_NOT_BORN = Refusal(
    code="not_born",
    text=Text(
        da="Fødselsdagen ligger efter i dag. Skriv et skøn, hvis I ikke kender den.",
        en="The date of birth is after today. Write an estimate if you do not know it.",
    ),
    article=_DUTY,
)
_NO_IDENTITY_GROUND = Refusal(
    code="no_identity_ground",
    text=Text(
        da="Skriv grunden. Den skal kunne læses, hvis familien søger om aktindsigt.",
        en="Write the ground. It must be readable if the family asks for access to the file.",
    ),
    article="forvaltningsloven § 15 b",
)
_NOBODY_KNOWN = Refusal(
    code="nobody_known",
    text=Text(
        da="Underretningen er anonym. Vi ved ikke, hvem det er.",
        en="The notification is anonymous. We do not know who it is.",
    ),
    article="forvaltningsloven § 15 b",
)
_NO_RECEIPT = Refusal(
    code="no_receipt",
    text=Text(
        da="Den, der underrettede, har ikke sagt, hvordan vi kan sende en kvittering.",
        en="The notifier has not said how a receipt can be sent.",
    ),
    article=_DUTY,
)
