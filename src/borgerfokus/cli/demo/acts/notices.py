"""The letters that follow from what happened in a case, each an act of the platform's own.

They began a year before the day of load.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from borgerfokus.apps.dialogue.events import NoticeSent
from borgerfokus.apps.dialogue.service import NOW, RESULTS
from borgerfokus.cli.demo.acts import journaling, posting
from borgerfokus.cli.demo.acts.journaling import Paper
from borgerfokus.cli.demo.acts.pen import Pen, system
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.decisions.outcomes import BoardOutcome
from borgerfokus.core.words import date_words

SINCE_DAYS = 365
_WRITTEN_TO = frozenset({"doctor", "hospital", "school", "provider", "register"})


def receipt(pen: Pen, request: Row) -> None:
    """The request has come, and an answer is promised."""
    row = _tell(pen, "receipt", promised=words(request["promised_on"]), basis="Datoen er kommunens egen frist.")
    if row:
        request["receipt_id"] = row["message_id"]


def asked(pen: Pen, *, titles: list[str], due: date) -> None:
    """The citizen is asked for something."""
    _tell(pen, "information_asked", facts="\n".join(f"- {title}" for title in titles), due=words(due))


def reminded(pen: Pen) -> None:
    """The citizen is asked once more."""
    open_ones = [row for row in pen.requests if row["answered_at"] is None and row["source"] == "citizen"]
    facts = "\n".join(f"- {pen.kind.spec.fact(row['fact']).title.da}" for row in open_ones)
    _tell(pen, "reminder", facts=facts, before=words(min(row["due"] for row in open_ones)))


def suspended(pen: Pen, *, whom: str) -> None:
    """The case waits for somebody else."""
    _tell(pen, "suspended", whom=whom, reason=pen.suspensions[-1]["reason"])


def resumed(pen: Pen) -> None:
    """The case goes on."""
    _tell(pen, "resumed")


def extended(pen: Pen, *, title: str, before: date, after: date) -> None:
    """A new date in time."""
    _tell(pen, "extended", deadline=title, before=words(before), promised=words(after))


def slipped(pen: Pen, *, title: str, before: date, after: date) -> None:
    """A date was not kept."""
    _tell(pen, "slipped", deadline=title, before=words(before), promised=words(after))


def handed_over(pen: Pen, *, contact: str) -> None:
    """Another unit has the case."""
    _tell(pen, "handed_over", contact=contact)


def stepped(pen: Pen, kind: str, *, reason: str = "", receiver: str = "", about: int | None = None) -> None:
    """The case is closed, withdrawn or passed on. `about` is the number of that event, None when it is the last."""
    _tell(pen, kind, seq=about, reason=reason, receiver=receiver)


def appealed(pen: Pen, *, reassess_by: date) -> None:
    """The appeal has come."""
    _tell(pen, "appeal_received", reassess_by=words(reassess_by))


def board(pen: Pen, outcome: BoardOutcome, *, body: str, promised: date | None) -> None:
    """The appeal body has answered."""
    result, now = RESULTS[outcome].filled(body=body).da, NOW[outcome].filled(body=body).da
    when = words(promised) if promised else ""
    _tell(pen, "board_decided", body=body, result=result, now=now, promised=when)


def inquiry(pen: Pen, rows: list[Row], *, again: bool = False) -> None:
    """Somebody outside is written to; the letter lies in the case, for the receiver has no mailbox here."""
    if rows[0]["source"] not in _WRITTEN_TO or pen.at.date() < pen.desk.days.back(SINCE_DAYS):
        return
    unit = pen.desk.organisation.unit_names[pen.desk.unit_keys[pen.case["unit_id"]]]
    text = _text("inquiry_reminder" if again else "inquiry")
    facts = "\n".join(f"- {pen.kind.spec.fact(row['fact']).title.da}" for row in rows)
    filled = _Values(
        {"citizen": pen.citizen.name, "facts": facts, "before": words(rows[0]["due"])},
        title=pen.kind.spec.title_citizen.da,
        case_number=pen.case["number"],
        unit=unit,
    )
    heading = text["heading"]["da"].format_map(filled)
    with pen.act("inquiry.write", by=system(unit), at=pen.at):
        letter = Letter(
            name=heading,
            title=f"{heading}: {rows[0]['whom']}"[:200],
            body=text["body"]["da"].strip().format_map(filled).strip(),
            kind="",
            reference="",
        )
        entry, _ = posting.keep(pen, letter, to=rows[0]["whom"])
        for row in rows:
            row["letter_entry_id"] = entry["id"]


def coordinator(pen: Pen, *, name: str, phone: str) -> None:
    """Somebody holds the threads."""
    _tell(pen, "coordinator", coordinator=name, phone=phone)


def meeting(pen: Pen, *, about: str, when: str, where: str, agenda: str) -> None:
    """The citizen is invited."""
    _tell(pen, "meeting", about=about, when=when, where=where, agenda=agenda)


def appointment(pen: Pen, *, about: str, when: str, where: str, whom: str) -> None:
    """The citizen has an appointment."""
    _tell(pen, "appointment", about=about, when=when, where=where, whom=whom)


def shared(pen: Pen, **what: str) -> None:
    """Something is shared with another department."""
    _tell(pen, "shared", seq=None, **what)


def message(pen: Pen) -> None:
    """There is a message, and nothing of what it says."""
    _tell(pen, "message")


def words(day: date) -> str:
    """A day as letters write it."""
    return date_words(day).da


def _tell(pen: Pen, kind: str, *, seq: int | None = None, **values: str) -> Row | None:
    """Write the letter, about the newest event or the one at `seq`. Returns the message, None where none is owed."""
    died = pen.citizen.died_on
    if pen.at.date() < pen.desk.days.back(SINCE_DAYS):
        return None
    if died is not None and died <= pen.at.date():
        return None
    unit = pen.desk.organisation.unit_names[pen.desk.unit_keys[pen.case["unit_id"]]]
    seq = seq or pen.case["event_count"]
    filled = _Values(values, title=pen.kind.spec.title_citizen.da, case_number=pen.case["number"], unit=unit)
    first, *others = posting.receivers(pen)
    text = _text(kind)
    letter = Letter(
        name=kind,
        title=text["heading"]["da"].format_map(filled),
        body=text["body"]["da"].strip().format_map(filled).strip(),
        kind=f"notice.{kind}",
        reference=f"notice:{pen.id}:{seq}:{kind}",
        file_name=f"{text['heading']['da'].format_map(filled)}.pdf",
    )
    with pen.act("notice.send", by=system(unit), at=pen.at):
        posted = posting.post(pen, letter)
        posting.arrives(pen, posted.message)
        pen.tables["dialogue.Notice"].add(
            case_id=pen.id,
            event_seq=seq,
            kind=kind,
            person_id=first.id,
            message_id=posted.message["message_id"],
            entry_id=posted.entry["id"],
            language="da",
            sent_at=pen.at,
        )
        for one in others:
            _copy(pen, letter, posted, kind=kind, about=seq, to=one)
        number = str(posted.message["message_id"])
        pen.append(NoticeSent(notice_kind=kind, entry=posted.entry["id"], message=number, copies=len(others)))
    return posted.message


def _copy(pen: Pen, letter: Letter, posted: posting.Posted, *, kind: str, about: int, to: Citizen) -> None:
    """The same letter to a parent, in a file of its own."""
    paper = Paper(letter.title, (letter.body,), direction="out", name=letter.file_name)
    message = posting.queue(pen, letter, journaling.file_in(pen, paper), to=to)
    posting.arrives(pen, message)
    pen.tables["dialogue.Notice"].add(
        case_id=pen.id,
        event_seq=about,
        kind=kind,
        person_id=to.id,
        is_copy=True,
        message_id=message["message_id"],
        entry_id=posted.entry["id"],
        language="da",
        sent_at=pen.at,
    )


class _Values(dict[str, str]):
    """What is filled in; what a text asks for and nobody knows is left out."""

    def __init__(self, known: Mapping[str, str], **more: str) -> None:
        super().__init__(known, **more)

    def __missing__(self, key: str) -> str:
        return ""


@lru_cache(maxsize=32)
def _text(kind: str) -> dict[str, Any]:
    return tomllib.loads((files("borgerfokus.apps.dialogue") / "notices" / f"{kind}.toml").read_text("utf-8"))
