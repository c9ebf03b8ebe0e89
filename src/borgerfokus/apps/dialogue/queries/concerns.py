"""Reads of notifications: the duty screen, one notification, earlier ones about the same child and its siblings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import BooleanField, F, Func, Q, QuerySet, UUIDField
from django.db.models.functions import Cast, Substr

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.models import Concern, ConcernAlarm, ConcernAssessment, ConcernHappening, Notifier
from borgerfokus.apps.dialogue.queries.duty import is_on_duty
from borgerfokus.core.access import Verb
from borgerfokus.core.concerns import (
    Channel,
    Danger,
    Function,
    Identity,
    Light,
    Limits,
    ReceiptState,
    Standing,
    Way,
    hours_left,
    light,
    needs_second,
)
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import Colleague
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.models import Mail, MailState, MailWay
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.models import Kinship, KinshipKind

WARN = "own.concern_warning"
ESCALATE = "own.concern_escalation"
MOST = 200
_IS_SEALED = Func(F("case_id"), function="bf_is_sealed", output_field=BooleanField())


@dataclass(frozen=True)
class Line:
    """One notification on the duty screen. `receipt_due` and `receipt` are set while a receipt is owed."""

    reference: str
    received_at: datetime
    assess_by: datetime
    hours_left: float
    light: Light
    channel: Channel
    function: Function
    anonymous: bool
    child_name: str
    child_age: str
    citizen_id: int | None
    taken_by: str
    is_mine: bool
    told_acute: bool
    violence: bool
    second_due: bool
    danger: Danger | None
    way: Way | None
    way_at: datetime | None
    receipt_due: date | None
    receipt: ReceiptState | None
    held_back: bool


@dataclass(frozen=True)
class Board:
    """The duty screen: what is to be assessed (oldest first), what waits for the way on, what is owed a receipt."""

    to_assess: tuple[Line, ...]
    to_decide: tuple[Line, ...]
    receipts: tuple[Line, ...]
    held_back: tuple[Line, ...]
    decided: tuple[Line, ...]

    @property
    def open(self) -> tuple[Line, ...]:
        """Everything that still runs on the clock of the assessment."""
        return (*self.to_assess, *self.held_back)


@dataclass(frozen=True)
class Held:
    """A file that came with it."""

    id: int
    name: str
    state: FileState


@dataclass(frozen=True)
class Told:
    """One notification with all that belongs to it."""

    row: Concern
    line: Line
    notifier: Notifier
    identity: Identity | None
    assessments: tuple[ConcernAssessment, ...]
    happenings: tuple[ConcernHappening, ...]
    files: tuple[Held, ...]
    standing: Standing


def visible_to(by: Actor, *, at: datetime) -> QuerySet[Concern]:
    """The notifications that the actor may see: those of the units it is on duty for, without others' sealed cases."""
    if by.everything:
        return Concern.objects.all()
    if not by.can(Verb.CONCERN_HANDLE):
        return Concern.objects.none()
    ours = Concern.objects.filter(Q(unit__isnull=True) | Q(unit_id__in=by.units))
    seen = casework.visible_to(by, at=at).values("pk")
    return ours.annotate(shut=_IS_SEALED).filter(Q(case__isnull=True) | Q(shut=False) | Q(case_id__in=seen))


def board(*, by: Actor, at: datetime, closed: int = MOST, text: str = "") -> Board:
    """The duty screen, with so many closed ones, whose reference holds the text. The number of queries is fixed.

    Raises Hidden for who is not on duty.
    """
    _require(by)
    rows = visible_to(by, at=at).select_related("taken_by", "notifier").prefetch_related("assessments")
    open_rows = [_line(row, by=by, at=at) for row in rows.filter(way="").order_by("received_at", "id")]
    owing = rows.filter(notifier__receipt_due__isnull=False, notifier__receipt_at__isnull=True)
    owed = list(owing.order_by("notifier__receipt_due", "id")[:MOST])
    sent = mail.of_references([receipt_of(row.pk) for row in owed])
    ended = rows.exclude(way="").filter(reference__icontains=text).order_by("-way_at", "id")[:closed]
    return Board(
        to_assess=tuple(one for one in open_rows if one.light is not Light.DONE and not one.held_back),
        to_decide=tuple(one for one in open_rows if one.light is Light.DONE),
        receipts=tuple(_line(row, by=by, at=at, sent=sent) for row in owed),
        held_back=tuple(one for one in open_rows if one.light is not Light.DONE and one.held_back),
        decided=tuple(_line(row, by=by, at=at) for row in ended),
    )


def urgent(*, by: Actor, at: datetime) -> tuple[int, Light]:
    """How many wait to be assessed, and the colour of the most urgent. One query; nothing for who is not on duty."""
    if not is_on_duty(by):
        return 0, Light.GREEN
    found = list(visible_to(by, at=at).filter(way="", assessed_at__isnull=True).values_list("assess_by", flat=True))
    if not found:
        return 0, Light.GREEN
    return len(found), light(assess_by=min(found), at=at, limits=limits(at), assessed=False)


def find(*, reference: str, by: Actor, at: datetime) -> Told:
    """One notification. Raises Hidden when unknown, or not the actor's to see."""
    _require(by)
    rows = visible_to(by, at=at).select_related("taken_by", "notifier", "case", "unit").prefetch_related("assessments")
    row = rows.filter(reference=reference).first()
    if row is None:
        raise Hidden(f"concern {reference}")
    stored = StoredFile.objects.filter(id__in=row.file_ids).order_by("id")
    return Told(
        row=row,
        line=_line(row, by=by, at=at, sent=_mail_of([row])),
        notifier=row.notifier,
        identity=Identity(row.notifier.identity) if row.notifier.identity else None,
        assessments=tuple(sorted(row.assessments.all(), key=lambda one: one.number)),
        happenings=tuple(row.happenings.order_by("at", "id")),
        files=tuple(Held(one.pk, one.name, FileState(one.state)) for one in stored),
        standing=standing_of(row),
    )


def earlier(*, concern: Concern, by: Actor, at: datetime) -> tuple[Line, ...]:
    """The other notifications about the same child, the newest first. The caller shows the child, which is logged."""
    if concern.citizen_id is None:
        return ()
    return of_children([concern.citizen_id], leaving_out=concern.pk, by=by, at=at)


def of_children(person_ids: Collection[int], *, leaving_out: UUID, by: Actor, at: datetime) -> tuple[Line, ...]:
    """The notifications about these children, the newest first."""
    rows = visible_to(by, at=at).filter(citizen_id__in=list(person_ids)).exclude(pk=leaving_out)
    rows = rows.select_related("taken_by", "notifier").prefetch_related("assessments").order_by("-received_at", "id")
    return tuple(_line(row, by=by, at=at) for row in rows[:MOST])


def siblings_of(*, person_id: int, on: date) -> tuple[int, ...]:
    """The child's brothers and sisters: by kinship, and by having a parent in common. The child must be open."""
    running = Kinship.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on))
    direct = running.filter(person_id=person_id, kind=KinshipKind.SIBLING).values_list("other_id", flat=True)
    return tuple(sorted({*direct} - {person_id}))


def alarms_of(*, by: Actor, at: datetime) -> Sequence[ConcernAlarm]:
    """The alarms about notifications that still wait to be assessed, to the actor or its units, the newest first."""
    rows = ConcernAlarm.objects.filter(concern__in=visible_to(by, at=at), concern__assessed_at__isnull=True, at__lte=at)
    return list(rows.filter(subject__in=by.subjects).select_related("concern").order_by("-at", "-id")[:MOST])


def on_duty_staff(*, concern: Concern, at: datetime) -> list[Colleague]:
    """The colleagues who may handle it: those of its unit whose role carries the verb, by name."""
    if concern.unit_id is None:
        return []
    return organisation.staff_of(unit_ids=[concern.unit_id], on=day_of(at), carrying=Verb.CONCERN_HANDLE)


def standing_of(row: Concern) -> Standing:
    """Where it stands, as the rules know it."""
    return Standing(
        assessments=row.assessments.count(),
        violence=row.violence,
        matched=row.citizen_id is not None,
        way=Way(row.way) if row.way else None,
    )


def limits(at: datetime) -> Limits:
    """When it turns amber, and when the leader is called in."""
    day = day_of(at)
    return Limits(warn=parameters.at(WARN, on=day).number, escalate=parameters.at(ESCALATE, on=day).number)


def _require(by: Actor) -> None:
    if not is_on_duty(by):
        raise Hidden("duty")


def receipt_of(concern_id: UUID) -> str:
    """What the mail with the receipt is known by."""
    return f"concern:{concern_id}"


def receipts_to_send(*, e_mail: bool) -> QuerySet[Concern, UUID]:
    """The notifications whose receipt is owed, is not queued yet, and can be sent from here. For the platform."""
    ways = ~Q(notifier__address="") | (~Q(notifier__email="") if e_mail else Q(pk__in=[]))
    queued = Mail.objects.filter(reference__startswith="concern:").annotate(
        concern=Cast(Substr("reference", 9), UUIDField())
    )
    rows = Concern.objects.filter(ways, notifier__receipt_due__isnull=False, notifier__receipt_at__isnull=True)
    rows = rows.filter(Q(held_back=False) | Q(assessed_at__isnull=False)).exclude(pk__in=queued.values("concern"))
    return rows.order_by("received_at", "id").values_list("pk", flat=True)


def _mail_of(rows: Sequence[Concern]) -> dict[str, Mail]:
    """The receipts that are queued for those that owe one. One query, none when nothing is owed."""
    owing = [receipt_of(row.pk) for row in rows if row.notifier.receipt_due and row.notifier.receipt_at is None]
    return mail.of_references(owing) if owing else {}


def _receipt_state(row: Concern, sent: Mapping[str, Mail]) -> ReceiptState:
    found, who = sent.get(receipt_of(row.pk)), row.notifier
    if found is None:
        can = bool(who.address) or (bool(who.email) and mail.has_e_mail())
        return ReceiptState.SOON if can else ReceiptState.BY_HAND
    if found.state == MailState.FAILED:
        return ReceiptState.FAILED
    return ReceiptState.TO_POST if found.way == MailWay.PAPER else ReceiptState.ON_ITS_WAY


def _line(row: Concern, *, by: Actor, at: datetime, sent: Mapping[str, Mail] = MappingProxyType({})) -> Line:
    assessed = sorted(row.assessments.all(), key=lambda one: one.number)
    standing = Standing(len(assessed), row.violence, row.citizen_id is not None, Way(row.way) if row.way else None)
    owes = row.notifier.receipt_due if row.notifier.receipt_at is None else None
    return Line(
        reference=row.reference,
        received_at=row.received_at,
        assess_by=row.assess_by,
        hours_left=hours_left(assess_by=row.assess_by, at=at),
        light=light(assess_by=row.assess_by, at=at, limits=limits(at), assessed=row.assessed_at is not None),
        channel=Channel(row.channel),
        function=Function(row.notifier.function),
        anonymous=row.notifier.anonymous,
        child_name=row.child_name,
        child_age=row.child_age,
        citizen_id=row.citizen_id,
        taken_by=row.taken_by.name if row.taken_by else "",
        is_mine=row.taken_by_id == by.id,
        told_acute=row.told_acute,
        violence=row.violence or row.told_violence,
        second_due=not row.way and needs_second(standing),
        danger=Danger(assessed[-1].danger) if assessed else None,
        way=standing.way,
        way_at=row.way_at,
        receipt_due=owes,
        receipt=_receipt_state(row, sent) if owes else None,
        held_back=row.held_back,
    )
