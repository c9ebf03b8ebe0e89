"""What has come in for a caseworker and the unit: one list, the newest first, with nothing about persons but ids."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from borgerfokus.apps.assessment.models import Evidence, FactRequest, RuledOut
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Hearing, HearingStage
from borgerfokus.apps.dialogue.models import Request, Seen
from borgerfokus.apps.journal.models import Entry, EntryKind
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.outbox.models import Message, MessageState

HORIZON: Final = timedelta(days=30)
"""How far back an answer or a comment that nobody has looked at is listed."""
MOST: Final = 200
"""Of each kind; a list that is longer is for the leader to hand out."""


class InboxKind(StrEnum):
    """What has come in."""

    REQUEST = "request"
    ANSWER = "answer"
    HEARING_ANSWER = "hearing_answer"
    COMMENT = "comment"
    FAILED_LETTER = "failed_letter"
    HANDOVER = "handover"
    CONSULTATION = "consultation"


TICKED_OFF: Final = frozenset({InboxKind.ANSWER, InboxKind.HEARING_ANSWER, InboxKind.COMMENT})
"""What leaves the list when somebody has looked at it. The others leave when they are dealt with."""


@dataclass(frozen=True)
class Incoming:
    """One thing that has come in. `item` names it for `mark_seen`; `id` is the row's own ("12", or a message id).

    `title` is of the case or of what is asked, never a person's name; `person_id` is the citizen of the case.
    """

    kind: InboxKind
    id: str
    case_id: int
    case_number: str
    person_id: int
    title: str
    at: datetime
    due: date | None = None
    unit: str = ""

    @property
    def item(self) -> str:
        """The name under which it is ticked off."""
        return f"{self.kind}:{self.id}"


def inbox_of(
    *, by: Actor, at: datetime, kinds: Collection[InboxKind] = frozenset(InboxKind)
) -> tuple[Incoming, ...]:
    """What came in on the actor's own cases, on those of its units that nobody has, and for its units to answer.

    Only the `kinds` that are wanted are read. The number of queries does not depend on how much came in. Raises
    nothing; without cases it is empty.
    """
    seen = casework.visible_to(by, at=at)
    mine = seen.filter(Q(caseworker_id=by.id) | Q(caseworker__isnull=True, unit_id__in=by.units))
    rows = {
        InboxKind.REQUEST: _requests(mine),
        InboxKind.ANSWER: _answers(mine, at),
        InboxKind.HEARING_ANSWER: _hearing_answers(mine, at),
        InboxKind.COMMENT: _comments(mine, at),
        InboxKind.FAILED_LETTER: _failed(mine),
        InboxKind.HANDOVER: _handovers(by),
        InboxKind.CONSULTATION: _consultations(by, at),
    }
    found = [one for kind, arrived in rows.items() if kind in kinds for one in arrived]
    looked_at = set(Seen.objects.filter(subject=by.subject).values_list("item", flat=True))
    left = [one for one in found if one.kind not in TICKED_OFF or one.item not in looked_at]
    return tuple(sorted(left, key=lambda one: one.at, reverse=True))


def _requests(mine: QuerySet[Case]) -> Iterator[Incoming]:
    """Requests that nobody has taken yet."""
    rows = Request.objects.filter(case__in=mine.filter(caseworker__isnull=True, closed_at__isnull=True))
    for row in rows.select_related("case").order_by("-submitted_at")[:MOST]:
        yield _on(row.case, InboxKind.REQUEST, str(row.pk), row.case.title, row.submitted_at, due=row.promised_on)


def _answers(mine: QuerySet[Case], at: datetime) -> Iterator[Incoming]:
    """Answers to what was asked for, until somebody has recorded what they say."""
    since = {"case": OuterRef("case"), "fact": OuterRef("fact")}
    recorded = Evidence.objects.filter(**since, recorded_at__gt=OuterRef("answered_at"))
    ruled_out = RuledOut.objects.filter(**since, at__gt=OuterRef("answered_at"))
    rows = FactRequest.objects.filter(case__in=mine, answered_at__gt=at - HORIZON)
    rows = rows.filter(~Exists(recorded), ~Exists(ruled_out)).select_related("case__type_version")
    for row in rows.order_by("-answered_at")[:MOST]:
        title = row.case.type_version.spec.fact(row.fact).title.da
        yield _on(row.case, InboxKind.ANSWER, str(row.pk), title, row.answered_at or row.asked_at)


def _hearing_answers(mine: QuerySet[Case], at: datetime) -> Iterator[Incoming]:
    rows = Hearing.objects.filter(case__in=mine, stage=HearingStage.ANSWERED, answered_at__gt=at - HORIZON)
    for row in rows.select_related("case").order_by("-answered_at")[:MOST]:
        yield _on(row.case, InboxKind.HEARING_ANSWER, str(row.pk), row.case.title, row.answered_at or at)


def _comments(mine: QuerySet[Case], at: datetime) -> Iterator[Incoming]:
    rows = Entry.objects.filter(case__in=mine, kind=EntryKind.COMMENT, created_at__gt=at - HORIZON)
    for row in rows.select_related("case").order_by("-created_at")[:MOST]:
        yield _on(row.case, InboxKind.COMMENT, str(row.pk), row.case.title, row.created_at)


def _failed(mine: QuerySet[Case]) -> Iterator[Incoming]:
    """Letters that did not arrive, until they are sent again."""
    rows = list(
        Message.objects.filter(state=MessageState.FAILED, way__isnull=True, case_id__in=mine.values("pk")).order_by(
            "-queued_at"
        )[:MOST]
    )
    cases = {case.pk: case for case in mine.filter(pk__in={row.case_id for row in rows})}
    for row in rows:
        if case := cases.get(row.case_id or 0):
            yield _on(case, InboxKind.FAILED_LETTER, str(row.message_id), row.title, row.queued_at)


def _handovers(by: Actor) -> Iterator[Incoming]:
    for row in casework.handovers_to(by=by)[:MOST]:
        title, unit = row.case.title, row.from_unit.name
        yield _on(row.case, InboxKind.HANDOVER, str(row.pk), title, row.offered_at, unit=unit)


def _consultations(by: Actor, at: datetime) -> Iterator[Incoming]:
    for row in _first(casework.consultations_to(by=by, at=at)):
        title = row.case.title
        yield _on(row.case, InboxKind.CONSULTATION, str(row.pk), title, row.asked_at, due=row.due)


def _first(rows: Iterable[casework.Consultation]) -> list[casework.Consultation]:
    return list(rows)[:MOST]


def _on(
    case: Case, kind: InboxKind, number: str, title: str, at: datetime, *, due: date | None = None, unit: str = ""
) -> Incoming:
    return Incoming(
        kind=kind,
        id=number,
        case_id=case.pk,
        case_number=case.number,
        person_id=case.citizen_id,
        title=title,
        at=at,
        due=due,
        unit=unit,
    )
