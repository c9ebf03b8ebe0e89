"""From what happened in a case to the letter about it: which text, and what is filled in. None: no letter is owed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.events import ConsentAsked, FactAsked, FactReminded
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework.events import (
    Announced,
    CaseResumed,
    CaseSuspended,
    DeadlineExtended,
    DeadlineSlipped,
    HandoverAnswered,
    PhaseChanged,
)
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.events import AppealDecided, AppealFiled, MoreTimeAnswered
from borgerfokus.apps.decisions.models import Hearing
from borgerfokus.apps.dialogue.events import RequestReceived
from borgerfokus.apps.dialogue.queries import dates as dating
from borgerfokus.apps.dialogue.queries.frame import unit_of
from borgerfokus.apps.dialogue.queries.texts import NoticeKind
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import BoardOutcome
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.parameters import service as parameters

APPEAL_BODY = "rsl.appeal_body"


@dataclass(frozen=True)
class Occasion:
    """A letter that is owed. `answer_by` is set when the citizen is asked for something.

    `calendar`: an iCalendar invitation for who has chosen to be told by e-mail.
    """

    kind: NoticeKind
    values: Mapping[str, Text]
    answer_by: date | None = None
    calendar: str = ""


Teller = Callable[[Case, Any, datetime], Occasion | None]


def register(kind: str, teller: Teller) -> None:
    """Let an app above say which letter is owed for an event of its own."""
    TELLERS[kind] = teller


def concerns(event: Announced) -> bool:
    """Whether the event can lead to a letter at all; asked before anything is read."""
    match event:
        case PhaseChanged(step=step):
            return step in _STEPS
        case HandoverAnswered(answer=answer):
            return answer == "accepted"
        case FactAsked(source=source):
            return source == Source.CITIZEN
        case _:
            return event.kind in TELLERS


def of(*, case: Case, event: Announced, at: datetime) -> Occasion | None:
    """The letter that is owed for an event, from the case as it stands after it."""
    found = TELLERS[event.kind](case, event, at)
    if found is None:
        return None
    always = {"title": case.type_version.spec.title_citizen, "case_number": _same(case.number), "unit": unit_of(case)}
    return replace(found, values={**always, **found.values})


def _received(case: Case, event: RequestReceived, at: datetime) -> Occasion:
    due, basis = dating.promised(case=case, dates=dating.dates_of(case=case, at=at))
    values = {"promised": date_words(due), "basis": basis}
    if event.relation in _SENDERS:
        values["sender"] = _SENDERS[event.relation]
    return Occasion(NoticeKind.RECEIPT, values)


def _asked(case: Case, _: FactAsked, at: datetime) -> Occasion | None:
    rows = [row for row in assessment.open_requests(case_id=case.pk) if row.asked_at == at and _is_citizens(row)]
    if not rows:
        return None
    specs = [case.type_version.spec.fact(row.fact) for row in rows]
    values = {
        "facts": listed((spec.title, spec.how_to_ask) for spec in specs),
        "why": listed((spec.title, spec.used_for) for spec in specs),
    }
    if case.waiting_for == Ball.YOU:
        values["paused"] = _PAUSED
    return Occasion(NoticeKind.INFORMATION_ASKED, values, answer_by=max(row.due for row in rows))


def _reminded(case: Case, event: FactReminded, at: datetime) -> Occasion | None:
    today = day_of(at)
    rows = [
        row
        for row in assessment.open_requests(case_id=case.pk)
        if _is_citizens(row) and (row.due < today or row.pk == event.request)
    ]
    if event.request not in {row.pk for row in rows}:
        return None
    specs = [case.type_version.spec.fact(row.fact) for row in rows]
    values = {
        "facts": listed((spec.title, spec.how_to_ask) for spec in specs),
        "before": date_words(min(row.due for row in rows)),
    }
    return Occasion(NoticeKind.REMINDER, values, answer_by=dating.reply_by(on=today))


def _suspended(case: Case, event: CaseSuspended, at: datetime) -> Occasion | None:
    """A pause for what the citizen is asked for in the same act is told in the letter that asks."""
    if any(row.asked_at == at and _is_citizens(row) for row in assessment.open_requests(case_id=case.pk)):
        return None
    others = _same(event.waiting_on) if event.waiting_on.strip() else _OTHERS
    whom = _YOU if event.waiting_for == Ball.YOU else others
    values = {"whom": whom, "reason": _same(event.reason) if event.reason.strip() else _AN_ANSWER}
    if event.answer_by:
        values["until"] = date_words(date.fromisoformat(event.answer_by))
    return Occasion(NoticeKind.SUSPENDED, values)


def _resumed(case: Case, _: CaseResumed, at: datetime) -> Occasion:
    found = dating.answer_of(dating.dates_of(case=case, at=at))
    values: dict[str, Text] = {}
    if found is not None and found.due is not None:
        values["promised"] = date_words(found.due)
        if found.moves and not found.moves[-1].extended:
            values["before"] = date_words(found.moves[-1].before)
    return Occasion(NoticeKind.RESUMED, values)


def _extended(case: Case, event: DeadlineExtended, at: datetime) -> Occasion:
    values = _moved(case, at, event.deadline, event.before, event.after)
    return Occasion(NoticeKind.EXTENDED, {**values, "reason": _same(event.reason)})


def _slipped(case: Case, event: DeadlineSlipped, at: datetime) -> Occasion:
    if event.deadline == decisions.REASSESSMENT:
        body = parameters.at(case.type_version.spec.appeal.body or APPEAL_BODY, on=day_of(at)).text
        values = _moved(case, at, event.deadline, event.due, event.new_due)
        return Occasion(NoticeKind.REASSESSMENT_LATE, {**values, "body": body})
    return Occasion(NoticeKind.SLIPPED, _moved(case, at, event.deadline, event.due, event.new_due))


def _handed_over(case: Case, _event: HandoverAnswered, _at: datetime) -> Occasion:
    contact = _same(case.caseworker.name) if case.caseworker else unit_of(case)
    return Occasion(NoticeKind.HANDED_OVER, {"contact": contact})


def _stepped(_case: Case, event: PhaseChanged, _at: datetime) -> Occasion:
    values = {"reason": _same(event.reason)} if event.reason.strip() else {}
    if event.receiver.strip():
        values["receiver"] = _same(event.receiver)
    return Occasion(_STEPS[event.step], values)


def _appealed(case: Case, event: AppealFiled, at: datetime) -> Occasion:
    body = parameters.at(case.type_version.spec.appeal.body or APPEAL_BODY, on=day_of(at)).text
    values = {"reassess_by": date_words(date.fromisoformat(event.reassess_by)), "body": body}
    if not event.in_time:
        values["late"] = _LATE.filled(body=body)
    return Occasion(NoticeKind.APPEAL_RECEIVED, values)


def _leave_asked(case: Case, event: ConsentAsked, _at: datetime) -> Occasion | None:
    """The requests that wait for this leave are made in the same act."""
    rows = [row for row in assessment.open_requests(case_id=case.pk) if row.consent_id == event.consent]
    if not rows:
        return None
    specs = [case.type_version.spec.fact(row.fact) for row in rows]
    values = {
        "whom": LEAVE_FROM[Source(event.source)],
        "facts": listed((spec.title, spec.used_for) for spec in specs),
    }
    return Occasion(NoticeKind.CONSENT_ASKED, values, answer_by=max(row.due for row in rows))


def _board_decided(_case: Case, event: AppealDecided, _at: datetime) -> Occasion:
    outcome, body = BoardOutcome(event.outcome), _same(event.body)
    values = {"body": body, "result": RESULTS[outcome].filled(body=body), "now": NOW[outcome].filled(body=body)}
    if event.promised:
        values["promised"] = date_words(date.fromisoformat(event.promised))
    return Occasion(NoticeKind.BOARD_DECIDED, values)


def _more_time(_case: Case, event: MoreTimeAnswered, _at: datetime) -> Occasion:
    day = date_words(date.fromisoformat(event.due))
    why = Hearing.objects.get(pk=event.hearing).more_time_refused_why
    answer = _GIVEN.filled(day=day) if event.given else _NOT_GIVEN.filled(day=day, why=why)
    return Occasion(NoticeKind.MORE_TIME, {"answer": answer}, answer_by=date.fromisoformat(event.due))


def _moved(case: Case, at: datetime, key: str, before: str, after: str) -> dict[str, Text]:
    titles = {one.key: one.title for one in dating.dates_of(case=case, at=at)}
    return {
        "deadline": titles.get(key, case.type_version.spec.title_citizen),
        "before": date_words(date.fromisoformat(before)),
        "promised": date_words(date.fromisoformat(after)),
    }


def listed(lines: Iterable[tuple[Text, Text]]) -> Text:
    """What is asked for or used, one on each line with what it is."""
    found = list(lines)
    return Text(
        da="\n".join(f"- {title.da}: {text.da}" for title, text in found),
        en="\n".join(f"- {title.en}: {text.en}" for title, text in found),
    )


def _is_citizens(row: FactRequest) -> bool:
    return row.source == Source.CITIZEN


def _same(words: str) -> Text:
    """What somebody wrote, or a name: the same in both languages."""
    return Text(da=words, en=words)


_STEPS: Mapping[str, NoticeKind] = {
    Step.FORWARD: NoticeKind.PASSED_ON,
    Step.WITHDRAW: NoticeKind.WITHDRAWN,
    Step.CLOSE: NoticeKind.CLOSED,
}
TELLERS: dict[str, Teller] = {
    RequestReceived.kind: _received,
    FactAsked.kind: _asked,
    FactReminded.kind: _reminded,
    CaseSuspended.kind: _suspended,
    CaseResumed.kind: _resumed,
    DeadlineExtended.kind: _extended,
    DeadlineSlipped.kind: _slipped,
    HandoverAnswered.kind: _handed_over,
    PhaseChanged.kind: _stepped,
    AppealFiled.kind: _appealed,
    ConsentAsked.kind: _leave_asked,
    AppealDecided.kind: _board_decided,
    MoreTimeAnswered.kind: _more_time,
}
"""Which events a citizen may be written to about. A decision and a hearing have letters of their own."""

LEAVE_FROM: Mapping[Source, Text] = {
    Source.DOCTOR: Text(da="din læge", en="your doctor"),
    Source.HOSPITAL: Text(da="hospitalet", en="the hospital"),
    Source.SCHOOL: Text(da="skolen", en="the school"),
    Source.PROVIDER: Text(da="dem, der hjælper dig", en="those who help you"),
}
RESULTS: Mapping[BoardOutcome, Text] = {
    BoardOutcome.CONFIRMED: Text(
        da="{body} er enig i vores afgørelse. Den gælder stadig.",
        en="{body} agrees with our decision. It still holds.",
    ),
    BoardOutcome.CHANGED: Text(
        da="{body} har ændret vores afgørelse. Du har fået ret, helt eller delvist.",
        en="{body} has changed our decision. You were right, wholly or in part.",
    ),
    BoardOutcome.REMITTED: Text(
        da="{body} har sendt sagen tilbage til os. Vi skal se på den igen.",
        en="{body} has sent the case back to us. We must look at it again.",
    ),
    BoardOutcome.DISMISSED: Text(
        da="{body} har ikke set på klagen. Vores afgørelse gælder stadig.",
        en="{body} has not looked at the appeal. Our decision still holds.",
    ),
}
"""What the appeal body came to, as the citizen is told."""
NOW: Mapping[BoardOutcome, Text] = {
    BoardOutcome.CONFIRMED: Text(
        da="Du skal ikke gøre noget. Du kan læse hele svaret i din sag.",
        en="You need do nothing. You can read the whole answer in your case.",
    ),
    BoardOutcome.CHANGED: Text(
        da="Vi skriver en ny afgørelse, der følger svaret. Du får den som brev.",
        en="We write a new decision that follows the answer. You get it as a letter.",
    ),
    BoardOutcome.REMITTED: Text(
        da="Vi oplyser sagen bedre og afgør den på ny. Den gamle afgørelse gælder, til du får den nye.",
        en="We inform the case better and decide it anew. The old decision holds until you get the new one.",
    ),
    BoardOutcome.DISMISSED: Text(
        da="Grunden står i svaret. Ring til os, hvis du vil have det forklaret.",
        en="The ground stands in the answer. Call us if you want it explained.",
    ),
}
"""What happens now, after each answer of the appeal body."""
_GIVEN = Text(da="Du kan svare til og med den {day}.", en="You can answer until {day}.")
_NOT_GIVEN = Text(
    da="Vi kan ikke vente længere end til den {day}. Grunden er: {why}",
    en="We cannot wait longer than until {day}. The reason is: {why}",
)
_YOU = Text(da="dig", en="you")
_OTHERS = Text(da="en anden", en="somebody else")
_AN_ANSWER = Text(da="et svar", en="an answer")
_PAUSED = Text(
    da="Vi har sat sagen på pause. Din dato for svar flytter sig, mens vi venter på dig. "
    "Du får en ny dato, når vi har det, vi mangler.",
    en="We have paused the case. Your date for an answer moves while we wait for you. "
    "You get a new date when we have what we need.",
)
_LATE = Text(
    da="Klagen kom efter fristen. {body} afgør, om den kan tages op.",
    en="The appeal came after the time limit. {body} decides whether it can be heard.",
)
_SENDERS: Mapping[str, Text] = {
    "guardian": Text(da="Din værge sendte ansøgningen for dig.", en="Your guardian sent the application for you."),
    "custody": Text(da="Din forælder sendte ansøgningen for dig.", en="Your parent sent the application for you."),
    "attorney": Text(
        da="En, som du har givet fuldmagt, sendte ansøgningen for dig.",
        en="Somebody to whom you gave a power of attorney sent the application for you.",
    ),
    "representative": Text(
        da="Den, der taler for dig, sendte ansøgningen.", en="The person who speaks for you sent the application."
    ),
    "beside": Text(
        da="En, der sad ved siden af dig, sendte ansøgningen.",
        en="Somebody who sat beside you sent the application.",
    ),
    "staff": Text(
        da="En af os skrev ansøgningen ned, da du talte med os.",
        en="One of us wrote the application down when you talked with us.",
    ),
}
