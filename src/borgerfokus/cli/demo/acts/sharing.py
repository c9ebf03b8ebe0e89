"""Sharing a case: handed over, another unit asked, opened in an emergency."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from borgerfokus.apps.casework import events
from borgerfokus.cli.demo.acts.pen import Hand, Pen, worker
from borgerfokus.cli.demo.acts.working import end_grants, give, lawful
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.access.scope import Purpose


@dataclass(frozen=True)
class Talk:
    """The talk about a case that changes hands."""

    on: date
    with_whom: str
    summary: str = "Vi gik sagen igennem: hvad der haster, og hvad der er lovet."
    why_not: str = ""


def offer(
    pen: Pen, *, to: str, must_know: str, promised: str, by: Hand, at: datetime, named: Worker | None = None
) -> Row:
    """Offer the case to another unit, perhaps with one of its people in mind."""
    unit_id = pen.desk.organisation.unit_ids[to]
    with pen.act(Verb.HANDOVER_OFFER, by=by, at=at):
        lawful(pen, Step.HAND_OVER, receiver=to, reason=must_know)
        row = pen.tables["casework.Handover"].add(
            case_id=pen.id,
            from_unit_id=pen.case["unit_id"],
            to_unit_id=unit_id,
            to_employee_id=named.id if named else None,
            must_know=must_know,
            promised=promised,
            offered_at=at,
            offered_by=by.subject,
        )
        give(pen, f"unit:{unit_id}", Ground.HANDOVER)
        pen.append(events.HandoverOffered(handover=row["id"], from_unit=_unit_key(pen), to_unit=to))
    return row


def talk(pen: Pen, said: Talk, *, by: Hand, at: datetime) -> None:
    """The two talk about the case before it changes hands; the citizen is invited unless it is said why not."""
    row = next(one for one in reversed(pen.tables["casework.Handover"].rows) if one["case_id"] == pen.id)
    with pen.act("handover.talk", by=by, at=at):
        row.update(
            talk_on=said.on,
            talk_by=by.subject,
            talk_with=said.with_whom,
            talk_summary=said.summary,
            citizen_invited=not said.why_not,
            citizen_why_not=said.why_not,
        )
        pen.append(
            events.HandoverTalked(handover=row["id"], on=said.on.isoformat(), citizen_invited=not said.why_not)
        )


def answer_offer(pen: Pen, row: Row, *, by: Worker, at: datetime, refusal: str = "") -> None:
    """The other unit accepts, and the employee takes the case; or refuses with a reason."""
    answer, hand = "refused" if refusal else "accepted", worker(by)
    with pen.act("handover.refuse" if refusal else Verb.HANDOVER_ANSWER, by=hand, at=at):
        row.update(answer=answer, answered_at=at, answered_by=hand.subject, refusal_reason=refusal)
        end_grants(pen, Ground.HANDOVER)
        pen.append(
            events.HandoverAnswered(
                handover=row["id"],
                answer=answer,
                from_unit=_unit_key(pen),
                to_unit=pen.desk.unit_keys[row["to_unit_id"]],
            )
        )
        if not refusal:
            pen.append(events.CaseTaken(employee=by.id, before=pen.case["caseworker_id"]))
            pen.case["unit_id"], pen.case["caseworker_id"] = row["to_unit_id"], by.id


def consult(pen: Pen, *, unit: str, question: str, due: date, by: Hand, at: datetime) -> Row:
    """Ask another unit, which may see the case meanwhile."""
    unit_id = pen.desk.organisation.unit_ids[unit]
    with pen.act(Verb.CONSULT, by=by, at=at):
        ends = datetime.combine(due, time.max, tzinfo=COPENHAGEN) + timedelta(days=7)
        row = pen.tables["casework.Consultation"].add(
            case_id=pen.id,
            unit_id=unit_id,
            question=question,
            due=due,
            asked_at=at,
            asked_by=by.subject,
            ends_at=ends,
        )
        give(pen, f"unit:{unit_id}", Ground.CONSULTATION, ends=ends)
        pen.append(events.UnitConsulted(consultation=row["id"], unit=unit, due=due.isoformat()))
    return row


def answer_consultation(pen: Pen, row: Row, *, text: str, by: Hand, at: datetime) -> None:
    """The unit answers; its access ends."""
    with pen.act(Verb.CONSULT_ANSWER, by=by, at=at):
        row.update(answer=text, answered_at=at, answered_by=by.subject)
        end_grants(pen, Ground.CONSULTATION)
        pen.append(events.ConsultationAnswered(consultation=row["id"], unit=pen.desk.unit_keys[row["unit_id"]]))


def break_glass(pen: Pen, *, reason: str, minutes: int, by: Hand, at: datetime) -> Row:
    """Somebody without a relation to the case opens it in an emergency. Returns the grant."""
    with pen.act(Verb.BREAK_GLASS, by=by, at=at):
        ends = at + timedelta(minutes=minutes)
        row = give(pen, by.subject, Ground.BREAK_GLASS, ends=ends, reason=reason)
        pen.look(purpose=Purpose.BREAK_GLASS, reason=reason)
        pen.append(events.BreakGlassUsed(employee=by.id, until=ends.isoformat()))
    return row


def review(pen: Pen, grant: Row, *, note: str, by: Hand, at: datetime) -> None:
    """The leader has looked at a use of break-glass; the case itself is left as it is."""
    pen.tables["audit.Entry"].add(
        at=at,
        action="break_glass.review",
        subject=by.subject,
        unit_id=by.unit_id,
        case_id=pen.id,
        object=f"grant:{grant['id']}",
        detail={"note": note},
    )


def _unit_key(pen: Pen) -> str:
    return pen.desk.unit_keys[pen.case["unit_id"]]
