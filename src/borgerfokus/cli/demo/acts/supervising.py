"""A campaign of the leaders' supervision: planned, drawn, begun, reviewed, answered and closed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from borgerfokus.apps.supervision import events
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.cli.demo.acts import tasks
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.working import give
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.dates import COPENHAGEN, day_of
from borgerfokus.core.supervision import draw as drawing
from borgerfokus.core.supervision.assigning import assign
from borgerfokus.core.supervision.form import Form
from borgerfokus.core.supervision.measures import Prefill
from borgerfokus.foundation.access.models import Ground


@dataclass(frozen=True)
class Plan:
    """What is reviewed: of which kinds and units, decided when, how many, by whom, and until when."""

    title: str
    purpose: str
    case_types: tuple[str, ...]
    units: tuple[int, ...]
    starts: date
    ends: date
    size: int
    reviewers: tuple[Worker, ...]
    review_until: date
    seed: str


@dataclass
class Sampled:
    """A drawn case with its row, its stratum and its judgements."""

    pen: Pen
    row: Row
    stratum: Row
    judgements: dict[str, Row] = field(default_factory=dict)


@dataclass
class Campaign:
    """A campaign on its way."""

    tables: Tables
    row: Row
    plan: Plan
    form: Form
    sampled: list[Sampled] = field(default_factory=list)

    def record(self, action: str, by: Hand, at: datetime, *, about: str = "", **detail: object) -> None:
        """A row in the log of acts; with `about` about a drawn case, otherwise about the campaign."""
        self.tables["audit.Entry"].add(
            at=at,
            action=action,
            subject=by.subject,
            unit_id=by.unit_id,
            case_id=None,
            object=about or f"campaign:{self.row['id']}",
            detail=detail,
        )


def make(tables: Tables, plan: Plan, form: Form, *, by: Hand, at: datetime) -> Campaign:
    """Plan a campaign. The form is the first, that of the platform."""
    row = tables["supervision.Campaign"].add(
        title=plan.title,
        purpose=plan.purpose,
        led_by_id=by.id,
        case_types=sorted(plan.case_types),
        units=sorted(plan.units),
        starts=plan.starts,
        ends=plan.ends,
        size=plan.size,
        divided_by=["unit_and_type"],
        review_until=plan.review_until,
        form_id=1,
        seed=plan.seed,
        created_at=at,
        created_by=by.subject,
    )
    for employee in sorted(one.id for one in plan.reviewers):
        tables["supervision.Reviewer"].add(campaign_id=row["id"], employee_id=employee)
    made = Campaign(tables, row, plan, form)
    made.record("supervision.make", by, at)
    return made


def draw(made: Campaign, pens: Mapping[str, Pen], involved: Mapping[str, set[int]], *, by: Hand, at: datetime) -> None:
    """Draw the cases, each by its number, and give each to a reviewer who had no part in it."""
    reviewers = {one.id for one in made.plan.reviewers}
    open_to = {number: pen for number, pen in pens.items() if reviewers - involved[number]}
    parts = drawing.strata({number: _stratum(pen) for number, pen in open_to.items()})
    drawn = drawing.draw(parts, size=max(made.plan.size, len(parts)), seed=made.plan.seed)
    lists = {part.name: part.numbers for part in parts}
    strata = {
        part.name: made.tables["supervision.SampleStratum"].add(
            campaign_id=made.row["id"],
            name=part.name,
            numbers=list(lists[part.name]),
            size=part.size,
            taken=len(part.taken),
        )
        for part in drawn
    }
    of = {number: strata[part.name] for part in drawn for number in part.taken}
    order = drawing.ordered(of, seed=made.plan.seed)
    given = assign(order, reviewers=reviewers, involved={number: involved[number] for number in order})
    for rank, number in enumerate(order, start=1):
        row = made.tables["supervision.SampledCase"].add(
            campaign_id=made.row["id"],
            case_id=open_to[number].id,
            stratum_id=of[number]["id"],
            rank=rank,
            reviewer_id=given[number],
        )
        made.sampled.append(Sampled(open_to[number], row, of[number]))
    made.row.update(
        state="drawn",
        drawn_at=at,
        population=len(open_to),
        partial_out=len(pens) - len(open_to),
        size=max(made.plan.size, len(parts)),
        version=made.row["version"] + 1,
    )
    made.record("supervision.draw", by, at, seed=made.plan.seed)


def begin(made: Campaign, *, by: Hand, at: datetime) -> None:
    """Let the reviewers see their cases."""
    until = made.plan.review_until
    ends = datetime.combine(until, time.max, tzinfo=COPENHAGEN)
    made.row.update(state="running", begun_at=at, version=made.row["version"] + 1)
    for one in made.sampled:
        with one.pen.act("supervision.begin", by=by, at=at) as pen:
            subject = f"employee:{one.row['reviewer_id']}"
            give(pen, subject, Ground.SUPERVISION, ends=ends, reason=made.plan.title)
            told = {"campaign": made.row["id"], "employee": one.row["reviewer_id"], "until": until.isoformat()}
            pen.append(events.SupervisionBegun(**told))
    made.record("supervision.begin", by, at)


def open_review(made: Campaign, one: Sampled, said: Mapping[str, Prefill], *, by: Hand, at: datetime) -> None:
    """The reviewer opens the case, and what the data says is kept."""
    for key, found in said.items():
        one.judgements[key] = made.tables["supervision.Judgement"].add(
            sampled_id=one.row["id"],
            case_id=one.pen.id,
            question=key,
            prefill=found.answer.value,
            source=found.source.da,
            source_en=found.source.en,
        )
    one.row.update(state="begun", version=one.row["version"] + 1)
    _record_about(made, one, "supervision.open", by, at)


def finish(made: Campaign, one: Sampled, verdicts: Mapping[str, tuple[str, str]], *, by: Hand, at: datetime) -> None:
    """The reviewer judges every question, each with a note where one is owed, and finishes."""
    for key, (verdict, note) in verdicts.items():
        one.judgements[key].update(verdict=verdict, note=note)
    findings = sum(verdict == "not_met" for verdict, _note in verdicts.values())
    one.row.update(done_at=at, state="done" if findings else "answered", version=one.row["version"] + 1)
    with one.pen.act("supervision.review", by=by, at=at) as pen:
        pen.append(events.SupervisionReviewed(campaign=made.row["id"], findings=findings))
        if findings:
            days = pen.desk.days
            number = days.parameters.at("own.findings_answer", on=day_of(at)).number
            task = tasks.Task(
                supervision.ANSWER_TASK,
                "Svar på ledelsestilsynets bemærkninger",
                due=days.calendar.add_working_days(day_of(at), number),
                reference=f"sampled:{one.row['id']}",
            )
            one.row["answer_task_id"] = tasks.task_in(pen, tasks.owned(pen, task))["id"]


def answer(made: Campaign, one: Sampled, said: Mapping[str, tuple[str, str]], *, by: Hand, at: datetime) -> None:
    """Whoever works on the case answers every finding."""
    for key, (response, text) in said.items():
        one.judgements[key].update(response=response, response_text=text, responded_at=at, responded_by=by.subject)
    one.row.update(state="answered", version=one.row["version"] + 1)
    with one.pen.act("supervision.answer", by=by, at=at) as pen:
        mine = one.row["answer_task_id"]
        tasks.finish_in(pen, next((row for row in pen.tables["casework.Task"].rows if row["id"] == mine), None))
        pen.append(events.FindingsAnswered(campaign=made.row["id"]))


def close(made: Campaign, learning: str, *, by: Hand, at: datetime) -> None:
    """End the campaign, and keep what it came to."""
    done = [one for one in made.sampled if one.row.get("done_at") is not None]
    of_stratum = Counter(one.stratum["id"] for one in done)
    reviewed = [
        supervision.Reviewed(
            person=one.pen.case["citizen_id"],
            weight=one.stratum["size"] / of_stratum[one.stratum["id"]],
            unit_id=one.pen.case["unit_id"],
            verdicts={key: row["verdict"] for key, row in one.judgements.items()},
            data={key: row["prefill"] for key, row in one.judgements.items()},
        )
        for one in done
    ]
    telling = supervision.Telling(campaign=made.row["id"], rule=supervision.rule(on=day_of(at)))
    for figure in supervision.reckon(reviewed, made.form, telling=telling):
        made.tables["supervision.CampaignResult"].add(campaign_id=made.row["id"], **figure.stored())
    made.row.update(state="closed", ended_at=at, learning=learning, version=made.row["version"] + 1)
    for one in made.sampled:
        with one.pen.act("supervision.end", by=by, at=at) as pen:
            subject = f"employee:{one.row['reviewer_id']}"
            for grant in pen.grants:
                if grant["ground"] == Ground.SUPERVISION and grant["subject"] == subject:
                    grant["ends"] = min(grant["ends"], at)
            pen.append(events.SupervisionEnded(campaign=made.row["id"]))
    made.record("supervision.close", by, at)


def follow_up(made: Campaign, text: str, owner: int, due: date, *, by: Hand, at: datetime) -> Row:
    """Give somebody something to do after a campaign."""
    row = made.tables["supervision.FollowUp"].add(
        campaign_id=made.row["id"], text=text, owner_id=owner, due=due, created_at=at, created_by=by.subject
    )
    made.record("supervision.follow_up", by, at, about=f"follow_up:{row['id']}")
    return row


def _record_about(made: Campaign, one: Sampled, action: str, by: Hand, at: datetime) -> None:
    made.tables["audit.Entry"].add(
        at=at,
        action=action,
        subject=by.subject,
        unit_id=by.unit_id,
        case_id=one.pen.id,
        object=f"sampled:{one.row['id']}",
        detail={},
    )


def _stratum(pen: Pen) -> str:
    return f"{pen.desk.unit_keys[pen.case['unit_id']]}|{pen.kind.spec.key}"


def by_number(pens: Sequence[Pen]) -> dict[str, Pen]:
    """The cases by their numbers."""
    return {pen.case["number"]: pen for pen in pens}
