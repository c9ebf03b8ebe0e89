"""Notifications of concern: handed in, taken, matched, assessed, decided, each an act of the platform's own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from borgerfokus.apps.dialogue.events import ConcernJoined
from borgerfokus.cli.demo.acts import journaling
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.concerns import Channel, Danger, Function, HappeningKind, Identity, ReceiptWay, Way, assess_by
from borgerfokus.core.dates import day_of, last_day
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.access.scope import Look, Purpose

NOBODY = Hand("anonymous:0", "")
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_UNIT = "boern-forebyggelse"
_NAMED = ("name", "organisation", "phone", "email", "address")


@dataclass(frozen=True)
class Told:
    """What is told, of which child, by whom."""

    seen: str
    child: str
    age: str = ""
    school: str = ""
    siblings: str = ""
    function: Function = Function.PRIVATE
    anonymous: bool = False
    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    channel: Channel = Channel.WEB
    acute: bool = False
    violence: bool = False


def receive(desk: Desk, told: Told, *, draw: Draw, at: datetime, by: Hand = NOBODY) -> Row:
    """Take one in: the notification with its clock, who notified, and what happened."""
    number = uuid5(NAMESPACE_OID, f"concern {at.isoformat()} {told.child} {told.seen}")
    hours = desk.days.parameters.at("barnets_lov.acute_assessment", on=day_of(at)).number
    made = "".join(draw.one(_LETTERS) for _ in range(8))
    row = desk.tables["dialogue.Concern"].add(
        id=number,
        reference=f"UN-{made[:4]}-{made[4:]}",
        sent_key=uuid5(number, "form"),
        unit_id=desk.organisation.unit_ids[_UNIT],
        channel=told.channel.value,
        language="da",
        received_at=at,
        registered_at=at,
        assess_by=assess_by(received_at=at, hours=hours),
        child_name=told.child,
        child_age=told.age,
        child_school=told.school,
        seen=told.seen,
        siblings=told.siblings,
        told_acute=told.acute,
        told_violence=told.violence,
        file_ids=[],
    )
    _notifier(desk, row, told)
    happened(desk, row, HappeningKind.RECEIVED, by=by, at=at)
    _record(desk, "concern.receive", row, by=by, at=at, channel=told.channel.value)
    return row


def take(desk: Desk, row: Row, *, by: Hand, at: datetime) -> None:
    """Somebody on duty takes it."""
    row.update(taken_by_id=by.id, taken_at=at)
    _done(desk, row, HappeningKind.TAKEN, by=by, at=at)


def match(desk: Desk, row: Row, child: Citizen, *, by: Hand, at: datetime) -> None:
    """The child is found; the look-up is logged."""
    row["citizen_id"] = child.id
    desk.tables["audit.Lookup"].add(
        at=at,
        subject=by.subject,
        subject_name=by.name,
        unit_id=by.unit_id,
        person_id=child.id,
        case_id=None,
        look=Look.VIEW.value,
        purpose=Purpose.CASEWORK.value,
        reason="",
    )
    _done(desk, row, HappeningKind.MATCHED, by=by, at=at)


@dataclass(frozen=True)
class Assessed:
    """What somebody comes to."""

    ground: str
    danger: Danger = Danger.NOT_ACUTE
    violence: bool = False
    done_now: str = ""


def assess(desk: Desk, row: Row, said: Assessed, *, by: Hand, at: datetime) -> None:
    """The danger is assessed; the first one stops the clock."""
    table = desk.tables["dialogue.ConcernAssessment"]
    number = sum(one["concern_id"] == row["id"] for one in table.rows) + 1
    table.add(
        concern_id=row["id"],
        number=number,
        danger=said.danger.value,
        violence=said.violence,
        ground=said.ground,
        done_now=said.done_now,
        at=at,
        by=by.subject,
        by_name=by.name,
    )
    row["assessed_at"] = row["assessed_at"] or at
    row["violence"] = row["violence"] or said.violence
    if row["taken_by_id"] is None:
        row.update(taken_by_id=by.id, taken_at=at)
    _done(desk, row, HappeningKind.ASSESSED if number == 1 else HappeningKind.SECOND, by=by, at=at)


def send_receipt(desk: Desk, row: Row, how: ReceiptWay, *, by: Hand, at: datetime) -> None:
    """The notifier has had the receipt."""
    notifier = notifier_of(desk, row)
    notifier.update(receipt_how=how.value, receipt_at=at, receipt_by=by.subject)
    _done(desk, row, HappeningKind.RECEIPT, by=by, at=at, note=how.value)


def withhold_identity(desk: Desk, row: Row, *, ground: str, by: Hand, at: datetime) -> None:
    """The family is not to know who notified."""
    notifier = notifier_of(desk, row)
    notifier.update(identity=Identity.WITHHELD.value, identity_ground=ground, identity_at=at, identity_by=by.subject)
    _done(desk, row, HappeningKind.IDENTITY, by=by, at=at, note=Identity.WITHHELD.value)


def no_further(desk: Desk, row: Row, *, reason: str, by: Hand, at: datetime) -> None:
    """Nothing further is done."""
    row.update(way=Way.NO_FURTHER.value, way_reason=reason, way_at=at)
    _done(desk, row, HappeningKind.WAY, by=by, at=at, note=Way.NO_FURTHER.value)


def join(pen: Pen, row: Row, *, summary: str, by: Hand, at: datetime, way: Way = Way.JOINED) -> None:
    """It becomes part of a case: a summary that the family reads, and the own words, held back for now."""
    first = next(one for one in pen.tables["dialogue.ConcernAssessment"].rows if one["concern_id"] == row["id"])
    received, danger = moment_words(row["received_at"]).da, Danger(first["danger"]).label.da
    told = f"Kommunen fik en underretning {received}.\n\n{summary}\n\nVurdering af fare: {danger}."
    own = "\n\n".join(part for part in (row["seen"], f"Søskende: {row['siblings']}" if row["siblings"] else "") if part)
    with pen.act("concern.join", by=by, at=at):
        read = journaling.note_in(pen, title="Underretning", body=told, channel="internal")
        held = journaling.statement_in(pen, title="Underretningens egne ord", body=own, channel="internal")
        read["happened_at"] = held["happened_at"] = row["received_at"]
        ground, article = "Ordene kan vise, hvem der har underrettet", "forvaltningsloven § 15 b"
        review = day_of(at + timedelta(days=30))
        journaling.hold_in(pen, held, ground=ground, article=article, review=review)
        pen.append(ConcernJoined(concern=str(row["id"]), way=way.value, violence=bool(row["violence"])))
    row.update(way=way.value, way_at=at, case_id=pen.id)
    _done(pen.desk, row, HappeningKind.WAY, by=by, at=at, note=way.value)


def notifier_of(desk: Desk, row: Row) -> Row:
    """The row of who notified."""
    return next(one for one in desk.tables["dialogue.Notifier"].rows if one["concern_id"] == row["id"])


def happened(desk: Desk, row: Row, kind: HappeningKind, *, by: Hand, at: datetime, note: str = "") -> None:
    """Something happened to it."""
    desk.tables["dialogue.ConcernHappening"].add(
        concern_id=row["id"], kind=kind.value, note=note, at=at, by=by.subject, by_name=by.name
    )


def _done(desk: Desk, row: Row, kind: HappeningKind, *, by: Hand, at: datetime, note: str = "") -> None:
    row["version"] += 1
    happened(desk, row, kind, by=by, at=at, note=note)
    _record(desk, f"concern.{kind}", row, by=by, at=at)


def _notifier(desk: Desk, row: Row, told: Told) -> None:
    named = {} if told.anonymous else {name: getattr(told, name) for name in _NAMED}
    due, received = None, day_of(row["received_at"])
    if not told.anonymous and (told.phone or told.email or told.address):
        value = desk.days.parameters.at("barnets_lov.notifier_receipt", on=received)
        due = last_day(received=received, amount=value.number, unit=value.unit, calendar=desk.days.calendar)
    desk.tables["dialogue.Notifier"].add(
        concern_id=row["id"], anonymous=told.anonymous, function=told.function.value, receipt_due=due, **named
    )


def _record(desk: Desk, action: str, row: Row, *, by: Hand, at: datetime, **detail: object) -> None:
    number: UUID = row["id"]
    desk.tables["audit.Entry"].add(
        at=at,
        action=action,
        subject=by.subject,
        unit_id=by.unit_id,
        case_id=None,
        object=f"concern:{number}",
        detail=detail,
    )


