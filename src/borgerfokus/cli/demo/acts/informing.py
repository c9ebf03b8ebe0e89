"""Informing the case: facts recorded, ruled out, asked for and answered; the assessment."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.assessment import events
from borgerfokus.cli.demo.acts import journaling, notices, tasks, working
from borgerfokus.cli.demo.acts.journaling import Paper
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import WITH_CONSENT


@dataclass(frozen=True)
class Known:
    """What is known of a fact, and where it stands."""

    value: str
    source: str
    as_of: date
    kind: str = "note"
    entry: int | None = None
    against: bool = False
    quality: str = ""
    complete: bool = True
    theme: int | None = None


def record(pen: Pen, fact: str, known: Known, *, by: Hand, at: datetime) -> Row:
    """Record what is known of a fact; what was recorded before ends."""
    with pen.act(Verb.FACT_RECORD, by=by, at=at):
        return record_in(pen, fact, known)


def record_in(pen: Pen, fact: str, known: Known) -> Row:
    """As `record`, on a case that is open already."""
    _end(pen, fact)
    row = pen.tables["assessment.Evidence"].add(
        case_id=pen.id,
        fact=fact,
        kind=known.kind,
        entry_id=known.entry,
        theme_id=known.theme,
        quality=known.quality,
        complete=known.complete,
        value=known.value,
        source=known.source,
        as_of=known.as_of,
        against_party=known.against,
        party_knows=not known.against,
        recorded_at=pen.at,
        recorded_by=pen.by.subject,
    )
    pen.evidence[fact] = row
    pen.append(events.FactMet(fact=fact, evidence=row["id"], source_kind=known.kind, as_of=known.as_of.isoformat()))
    return row


def contradict(pen: Pen, fact: str, known: Known, *, by: Hand, at: datetime) -> Row:
    """Somebody says otherwise about a fact; both stand."""
    with pen.act("fact.contradict", by=by, at=at):
        held = pen.evidence[fact]
        row = pen.tables["assessment.Evidence"].add(
            case_id=pen.id,
            fact=fact,
            kind=known.kind,
            entry_id=known.entry,
            quality=known.quality,
            complete=known.complete,
            contradicts_id=held["id"],
            value=known.value,
            source=known.source,
            as_of=known.as_of,
            recorded_at=at,
            recorded_by=by.subject,
        )
        pen.against[fact] = row
        pen.append(events.FactContradicted(fact=fact, evidence=row["id"], against=held["id"]))
    return row


def settle(pen: Pen, fact: str, *, why: str, by: Hand, at: datetime) -> None:
    """What was recorded first holds; what said otherwise is set aside with a reason."""
    with pen.act("fact.settle", by=by, at=at):
        aside = pen.against.pop(fact)
        aside.update(ended_at=at, settled_why=why, settled_by=by.subject)
        pen.append(events.FactSettled(fact=fact, kept=pen.evidence[fact]["id"], set_aside=aside["id"]))


def consent(pen: Pen, source: str, *, how: str, by: Hand, at: datetime) -> Row:
    """The citizen's leave to ask others is written down."""
    with pen.act("consent.record", by=by, at=at):
        row = pen.tables["assessment.Consent"].add(
            case_id=pen.id, source=source, given_at=at, answered_by=by.subject, how=how
        )
        pen.consents[source] = row
        pen.append(events.ConsentAnswered(consent=row["id"], source=source, given=True))
    return row


def rule_out(pen: Pen, fact: str, *, reason: str, by: Hand, at: datetime) -> None:
    """A fact is not needed in this case."""
    with pen.act("fact.rule_out", by=by, at=at):
        _end(pen, fact)
        pen.ruled_out[fact] = pen.tables["assessment.RuledOut"].add(
            case_id=pen.id, fact=fact, reason=reason, at=at, by=by.subject
        )
        pen.append(events.FactRuledOut(fact=fact))


@dataclass(frozen=True)
class Ask:
    """Facts to ask one source for; with `pause` the case waits meanwhile."""

    facts: tuple[str, ...]
    source: str
    whom: str
    due: date
    pause: bool = False


def ask(pen: Pen, what: Ask, *, by: Hand, at: datetime) -> list[Row]:
    """Ask for facts; the citizen gets a task for each. Others are asked with the citizen's leave, given by phone."""
    if Source(what.source) in WITH_CONSENT and what.source not in pen.consents:
        consent(pen, what.source, how="På telefon", by=by, at=at)
    specs = [pen.kind.spec.fact(fact) for fact in what.facts]
    with pen.act("fact.ask", by=by, at=at):
        if what.pause:
            whom = Ball.YOU if what.source == "citizen" else Ball.OTHER
            reason = ", ".join(spec.title.da for spec in specs)
            working.suspend_in(pen, whom=whom, name=what.whom, reason=reason, answer_by=what.due)
        rows = []
        for spec in specs:
            task = None
            if what.source == "citizen":
                task = tasks.task_in(
                    pen,
                    tasks.Task(
                        kind="fact", title=spec.title.da, detail=spec.how_to_ask.da, due=what.due, reference=spec.key
                    ),
                )
            row = pen.tables["assessment.FactRequest"].add(
                case_id=pen.id,
                fact=spec.key,
                source=what.source,
                whom=what.whom,
                text=spec.how_to_ask.da,
                due=what.due,
                task_id=task["id"] if task else None,
                consent_id=pen.consents[what.source]["id"] if what.source in pen.consents else None,
                asked_at=at,
                asked_by=by.subject,
            )
            row["task"] = task
            pen.requests.append(row)
            rows.append(row)
            pen.append(events.FactAsked(fact=spec.key, request=row["id"], source=what.source, due=what.due.isoformat()))
    if what.source == "citizen":
        notices.asked(pen, titles=[spec.title.da for spec in specs], due=what.due)
        return rows
    if what.pause:
        notices.suspended(pen, whom=what.whom)
    notices.inquiry(pen, rows)
    return rows


def remind(pen: Pen, row: Row, *, by: Hand, at: datetime) -> None:
    """Remind whoever was asked."""
    with pen.act("fact.remind", by=by, at=at):
        row["reminded_at"], row["reminders"] = at, row["reminders"] + 1
        pen.append(events.FactReminded(fact=row["fact"], request=row["id"]))
    if row["source"] == "citizen":
        notices.reminded(pen)
    else:
        notices.inquiry(pen, [row], again=True)


def answer(pen: Pen, row: Row, *, title: str, body: str, by: Hand, at: datetime) -> Row:
    """Somebody answers in words."""
    with pen.act("fact.answer", by=by, at=at):
        channel = "self_service" if by.subject.startswith("citizen") else "phone"
        entry = journaling.statement_in(pen, title=title, body=body, channel=channel)
        resumed = _answered(pen, row, entry, "answered")
    _tell_resumed(pen, resumed)
    return entry


def answer_with_document(pen: Pen, row: Row, paper: Paper, *, by: Hand, at: datetime) -> Row:
    """Somebody sends the document that was asked for."""
    with pen.act("fact.answer_with_document", by=by, at=at):
        entry, _ = journaling.document_in(pen, paper)
        resumed = _answered(pen, row, entry, "document")
    _tell_resumed(pen, resumed)
    return entry


def _answered(pen: Pen, row: Row, entry: Row, result: str) -> bool:
    row["answered_at"], row["answer_entry_id"] = pen.at, entry["id"]
    tasks.finish_in(pen, row["task"], result=result)
    pen.append(events.FactAnswered(fact=row["fact"], request=row["id"], entry=entry["id"]))
    waiting = any(one["answered_at"] is None and one["withdrawn_at"] is None for one in pen.requests)
    if pen.case["waiting_for"] and not waiting:
        working.resume_in(pen, because="fact.answered")
        return True
    return False


def _tell_resumed(pen: Pen, resumed: bool) -> None:
    if resumed:
        notices.resumed(pen)


@dataclass(frozen=True)
class Judged:
    """The assessment: own words first, then what was seen, own resources and the conclusion."""

    own_words: str
    observed: str
    resources: str
    conclusion: str
    level: int


def assess(pen: Pen, judged: Judged, *, by: Hand, at: datetime) -> None:
    """Keep an assessment."""
    with pen.act("case.assess", by=by, at=at):
        pen.assessments += 1
        pen.tables["assessment.Assessment"].add(
            case_id=pen.id,
            number=pen.assessments,
            own_words=judged.own_words,
            observed=judged.observed,
            resources=judged.resources,
            conclusion=judged.conclusion,
            level=judged.level,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        pen.append(events.Assessed(number=pen.assessments, level=judged.level))


def _end(pen: Pen, fact: str) -> None:
    for known in (pen.evidence, pen.ruled_out):
        row = known.pop(fact, None)
        if row is not None:
            row["ended_at"] = pen.at
