"""The way on from a notification: no further, a case for screening, or joined to a case that is running.

What the notifier said becomes part of the case as an entry that the family cannot read yet: the words may tell who
notified. What the family reads at once is a summary that the caseworker writes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.actions.concern_handling import OpenConcern, handling, say_identity
from borgerfokus.apps.dialogue.events import ConcernJoined
from borgerfokus.apps.dialogue.models import Concern, ConcernAssessment, Notifier
from borgerfokus.apps.dialogue.queries import concerns as queries
from borgerfokus.apps.dialogue.queries.duty import SCREENING
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Danger, Function, HappeningKind, Identity, Way, may_close
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files

SOURCE: Final = "concern"
REVIEW_AFTER: Final = timedelta(days=30)
"""How long the notifier's own words are held back before somebody must look at them again."""
_GROUND: Final = "Ordene kan vise, hvem der har underrettet"
_ARTICLE: Final = "forvaltningsloven § 15 b"


@dataclass(frozen=True)
class NewWay:
    """What is decided. `summary` is what the family may read of it; `case_number` the running case it is joined to."""

    way: Way
    reason: str = ""
    summary: str = ""
    case_number: str = ""


def decide(*, reference: str, new: NewWay, by: Actor, at: datetime) -> Refusal | None:
    """Decide the way on. Refused until the danger has been assessed, twice where violence is suspected."""
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = may_close(queries.standing_of(opened.row), way=new.way, reason=new.reason)
        if refusal is None and new.way is not Way.NO_FURTHER:
            refusal = _into_a_case(opened, new)
        if refusal is not None:
            return refusal
        row = opened.row
        row.way, row.way_reason, row.way_at = new.way, new.reason.strip(), at
        opened.happened(HappeningKind.WAY, new.way.value)
    return None


def reopen(*, reference: str, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Something new has come: one that went no further is open again, and is decided anew. Its clock has stopped."""
    with handling(reference=reference, by=by, at=at) as opened:
        row = opened.row
        if row.way != Way.NO_FURTHER:
            return _NOTHING_TO_REOPEN
        if not reason.strip():
            return _NO_REASON
        row.way, row.way_reason, row.way_at = "", "", None
        opened.happened(HappeningKind.REOPENED, reason.strip())
    return None


def _into_a_case(opened: OpenConcern, new: NewWay) -> Refusal | None:
    if not new.summary.strip():
        return _NO_SUMMARY
    found = _open(opened) if new.way is Way.OPENED else _running(opened, new.case_number)
    if isinstance(found, Refusal):
        return found
    _tell_the_case(opened, found, new)
    opened.row.case_id = found
    return None


def _open(opened: OpenConcern) -> int | Refusal:
    row = opened.row
    if row.citizen_id is None:
        raise Hidden("child")
    case = casework.open_case(
        new=casework.NewCase(
            type_key=SCREENING,
            citizen_id=row.citizen_id,
            source=SOURCE,
            need=_NEED,
            received_at=row.received_at,
        ),
        by=opened.by,
        at=opened.at,
    )
    return case if isinstance(case, Refusal) else case.pk


def _running(opened: OpenConcern, number: str) -> int | Refusal:
    seen = casework.visible_to(opened.by, at=opened.at)
    case = seen.filter(number=number.strip(), citizen_id=opened.row.citizen_id, closed_at__isnull=True).first()
    return case.pk if case else _NO_SUCH_CASE


def _tell_the_case(opened: OpenConcern, case_id: int, new: NewWay) -> None:
    row = opened.row
    with casework.changing(
        case_id=case_id, verb=Verb.DOCUMENT_ADD, by=opened.by, at=opened.at, action="concern.join"
    ) as case:
        journal.write_notes_in([(case, _summary(row, new)), *[(case, one) for one in _who(row)]])
        own_words = journal.give_statement_in(case, statement=_own_words(row))
        journal.hold_in(case, entry_id=own_words, why=_held(opened))
        holder = f"concern:{row.pk}"
        for file_id in files.hand_over(file_ids=row.file_ids, holder=holder, by=opened.by, at=opened.at):
            document = journal.NewDocument(
                file_id=file_id, title=_FILE, direction=Direction.IN, body="", held=_held(opened)
            )
            journal.add_document_in(case, document=document)
        case.append(ConcernJoined(concern=str(row.pk), way=new.way.value, violence=row.violence))


def _summary(row: Concern, new: NewWay) -> journal.NewEntry:
    first = ConcernAssessment.objects.filter(concern=row).order_by("number").first()
    lines = [
        f"Kommunen fik en underretning {moment_words(row.received_at).da}.",
        new.summary.strip(),
        f"Vurdering af fare: {Danger(first.danger).label.da}." if first else "",
    ]
    return journal.NewEntry(
        title="Underretning",
        body="\n\n".join(line for line in lines if line),
        channel="internal",
        happened_at=row.received_at,
    )


def decide_identity(*, reference: str, identity: Identity, ground: str, by: Actor, at: datetime) -> Refusal | None:
    """Decide whether the family may learn who notified. Only a release in a case writes the name anywhere."""
    with handling(reference=reference, by=by, at=at) as opened:
        refusal = say_identity(opened, identity=identity, ground=ground)
        if refusal is None and opened.row.case_id and identity is Identity.RELEASED:
            with casework.changing(
                case_id=opened.row.case_id, verb=Verb.JOURNAL_WRITE, by=by, at=at, action="concern.release"
            ) as case:
                journal.write_notes_in([(case, note) for note in _who(opened.row)])
    return refusal


def _who(row: Concern) -> list[journal.NewEntry]:
    """Who notified, as a note: only once somebody has decided that the family may know."""
    told = Notifier.objects.get(concern=row)
    if told.identity != Identity.RELEASED:
        return []
    parts = [told.name, told.organisation, Function(told.function).label.da]
    return [
        journal.NewEntry(
            title="Hvem der har underrettet",
            body=", ".join(part for part in parts if part),
            channel="internal",
            happened_at=row.received_at,
        )
    ]


def _own_words(row: Concern) -> journal.NewEntry:
    """What was said, without anything of who said it."""
    lines = [row.seen, f"Søskende: {row.siblings}" if row.siblings else ""]
    return journal.NewEntry(
        title="Underretningens egne ord",
        body="\n\n".join(line for line in lines if line),
        channel="internal",
        happened_at=row.received_at,
    )


def _held(opened: OpenConcern) -> journal.Withholding:
    return journal.Withholding(ground=_GROUND, article=_ARTICLE, review_on=day_of(opened.at + REVIEW_AFTER))


_FILE: Final = "Bilag til underretningen"
_NEED: Final = "Kommunen har fået en underretning om barnet."
_NO_SUMMARY = Refusal(
    code="no_summary",
    text=Text(
        da="Skriv kort, hvad bekymringen er. Det er det, familien kan læse. Skriv ikke, hvem der har underrettet.",
        en="Write briefly what the concern is. This is what the family can read. Do not write who has notified.",
    ),
    article="forvaltningsloven § 9",
)
_NO_SUCH_CASE = Refusal(
    code="no_such_case",
    text=Text(
        da="Vælg en sag om barnet, som er i gang, og som du kan se.",
        en="Choose a case about the child that is running and that you can see.",
    ),
    article="barnets lov § 18",
)
_NOTHING_TO_REOPEN = Refusal(
    code="nothing_to_reopen",
    text=Text(
        da="Kun en underretning, hvor der ikke blev gjort mere, kan åbnes igen.",
        en="Only a notification that went no further can be reopened.",
    ),
    article="barnets lov § 18",
)
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(da="Skriv, hvad der er nyt.", en="Write what is new."),
    article="barnets lov § 18",
)
