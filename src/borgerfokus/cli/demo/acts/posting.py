"""A letter to the citizen: kept as a file, in the journal, through the outbox, and what became of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from textwrap import wrap
from uuid import NAMESPACE_OID, uuid5

from borgerfokus.cli.demo.acts import journaling
from borgerfokus.cli.demo.acts.journaling import Paper
from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import FAMILY, Member, member_of
from borgerfokus.core.dates import COPENHAGEN, Channel, receipt_day
from borgerfokus.foundation.people import family

_WIDTH = 84
_LINES = 38
_COPY = "notice.decision_copy"


@dataclass(frozen=True)
class Letter:
    """What is sent. `content` is a finished PDF; without it a plain page is made of title and body."""

    name: str
    title: str
    body: str
    kind: str
    reference: str
    file_name: str = ""
    content: bytes = b""


@dataclass(frozen=True)
class Posted:
    """Where the letter is."""

    file: Row
    entry: Row
    message: Row


def post(pen: Pen, letter: Letter) -> Posted:
    """Keep the letter, put it in the journal and queue it; of a decision about a child each parent gets a copy."""
    entry, stored = keep(pen, letter)
    first, *others = receivers(pen)
    message = queue(pen, letter, stored, to=first)
    if not letter.kind.startswith("notice."):
        for one in others:
            queue(pen, replace(letter, kind=_COPY), stored, to=one)
    return Posted(stored, entry, message)


def receivers(pen: Pen) -> tuple[Citizen, ...]:
    """Who gets the letters: the citizen; about a child, the child from the age of a party, and the parents."""
    child, day = pen.citizen, pen.at.date()
    member = member_of(born=child.born, on=day, ages=family.ages(on=day))
    if member is Member.ADULT or not child.custody:
        return (child,)
    return (child, *child.custody) if FAMILY[member].letters else tuple(child.custody)


def keep(pen: Pen, letter: Letter, *, to: str = "") -> tuple[Row, Row]:
    """Keep an outgoing document in the journal. Returns entry and file."""
    paper = Paper(
        title=letter.title,
        lines=tuple(_page(pen, letter)),
        direction="out",
        with_whom=(to or pen.citizen.name)[:160],
        body=letter.body,
        kind="letter",
        name=letter.file_name or f"{letter.name} {pen.case['number']}.pdf",
        content=letter.content,
    )
    return journaling.document_in(pen, paper)


def queue(pen: Pen, letter: Letter, stored: Row, *, to: Citizen) -> Row:
    """Put the letter in the outbox."""
    too_young = not family.has_digital_post(born=to.born, on=pen.at.date())
    channel = "paper" if to.row["digital_post_exempt"] or _dead(pen) or too_young else "digital_post"
    whose = "" if to is receivers(pen)[0] else f" {to.id}"
    number = uuid5(NAMESPACE_OID, f"{pen.case['number']} {pen.case['event_count']} {letter.kind}{whose}")
    message = pen.tables["outbox.Message"].add(
        message_id=number,
        case_id=pen.id,
        person_id=to.id,
        channel=channel,
        kind=letter.kind,
        title=letter.title[:200],
        file_id=stored["id"],
        state="queued",
        queued_at=pen.at,
        queued_by=pen.by.subject,
        next_try_at=pen.at,
        reference=letter.reference,
        version=1,
    )
    pen.record("message.queue", about=f"message:{number}", channel=channel)
    return message


def arrives(pen: Pen, message: Row) -> datetime | None:
    """When the letter is received; None when that lies ahead, and then it is on its way, or still to be printed."""
    days, queued = pen.desk.days, message["queued_at"]
    if message["channel"] == "digital_post":
        return _received(pen, message, queued + timedelta(seconds=20), "received", queued + timedelta(seconds=6))
    printed = datetime.combine(days.working(queued.date(), after=1), time(9, 40), tzinfo=COPENHAGEN)
    if printed > days.now:
        return None
    day = receipt_day(sent=printed.date(), channel=Channel.PAPER, calendar=days.calendar, parameters=days.parameters)
    message["presumed_on"] = day
    there = datetime.combine(day, time.min, tzinfo=COPENHAGEN)
    return _received(pen, message, there, "presumed", printed)


def _received(pen: Pen, message: Row, at: datetime, kind: str, sent: datetime) -> datetime | None:
    now = pen.desk.days.now
    if sent > now or (at > now and kind == "received"):
        return None
    message.update(state="sent", sent_at=sent, attempts=1, version=3)
    if at > now:
        message.update(next_try_at=at)
        return None
    message.update(state="received", received_at=at, next_try_at=None, version=4)
    number = "presumed" if kind == "presumed" else f"{message['message_id']}-r"
    pen.tables["outbox.Receipt"].add(message_id=message["message_id"], receipt_id=number, kind=kind, at=at, raw={})
    return at


def fails(pen: Pen, message: Row) -> datetime:
    """The letter cannot be delivered. Returns when that is known."""
    at: datetime = message["queued_at"] + timedelta(minutes=3)
    message.update(
        state="failed",
        attempts=1,
        sent_at=message["queued_at"],
        next_try_at=None,
        last_error="undeliverable",
        version=4,
    )
    pen.tables["outbox.Receipt"].add(
        message_id=message["message_id"],
        receipt_id=f"{message['message_id']}-f",
        kind="failed",
        at=at,
        raw={"trouble": "undeliverable"},
    )
    return at


def _dead(pen: Pen) -> bool:
    died: date | None = pen.citizen.died_on
    return died is not None and died <= pen.at.date()


def _page(pen: Pen, letter: Letter) -> list[str]:
    """A plain letter of one page."""
    lines = [f"Fjordby Kommune. Sag {pen.case['number']}. {pen.at:%d-%m-%Y}", "", f"Kære {pen.citizen.given}", ""]
    for paragraph in letter.body.splitlines():
        lines += wrap(paragraph, _WIDTH) or [""]
    return [*lines[:_LINES], "", "Venlig hilsen", pen.by.name]
