"""Leaders' supervision in the demo: two campaigns back in time, one just over, one running; and the kodeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from borgerfokus.cli.demo.acts import supervising, ticking
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen, worker
from borgerfokus.cli.demo.acts.supervising import Campaign, Plan, Sampled
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.recorded import Index, prefills
from borgerfokus.cli.demo.tables import Tables
from borgerfokus.cli.demo.words import supervision as words
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.kodeks import to_stored
from borgerfokus.core.supervision.form import Form, parse, shipped
from borgerfokus.core.supervision.measures import Answer, Prefill

LEADER, REVIEWER, CASEWORKER = "Henny Refsgård", "Birgitte Solgaard", "Karen Lindvad"
UNITS: Final = ("voksenteamet", "ydelsesteamet")
TYPES: Final = ("sel-85", "sel-100", "sel-107")
_READERS: Final = (REVIEWER, "Nanna Hedelund", "Sara Ankerstjerne")
_SEEDS: Final = 40
_POINT: Final = "representative"
_SAID: Final = {Answer.YES: "met", Answer.NO: "not_met", Answer.NOT_RELEVANT: "not_relevant"}
_WEAK: Final[Mapping[str, float]] = {"answer_used": 0.62, "plain": 0.7, "next_colleague": 0.8, "whole": 0.86}
"""How often what only a reader can see is in order, where that is not nearly always."""


@dataclass(frozen=True)
class _Past:
    """A campaign: cases decided so many days ago, `[first, last)`, begun and ended so many days ago."""

    title: str
    first: int
    last: int
    begins: int
    ends: int
    size: int
    better: float
    learning: str


_PAST: Final = (
    _Past("Begrundelser og breve", 700, 430, 420, 390, 24, -0.12, words.LESSONS[1]),
    _Past("Partshøring og begrundelser", 500, 260, 250, 222, 28, -0.05, words.LESSONS[2]),
    _Past("Fra ansøgning til afgørelse", 330, 66, 60, 20, 40, 0.04, words.LESSONS[0]),
)
_RUNNING: Final = _Past("Afgørelser i efteråret", 190, 10, 9, -19, 40, 0.0, "")


def tell(*, desk: Desk, told: Sequence[Pen], draw: Draw) -> None:
    """Make the campaigns and the kodeks, after every case has been told."""
    _asked_for_others(told, draw.of("checklists"))
    form = parse(shipped())
    if not isinstance(form, Form):
        raise TypeError(f"the shipped review form does not parse: {form}")
    stage = _Stage(desk, told, draw.of("supervision"), form)
    for one in _PAST:
        stage.finished(one)
    stage.running(_RUNNING)
    _kodeks(desk, draw.of("kodeks"))


class _Stage:
    """What all campaigns share."""

    def __init__(self, desk: Desk, told: Sequence[Pen], draw: Draw, form: Form) -> None:
        self.desk, self.draw, self.form = desk, draw, form
        self.units = tuple(desk.organisation.unit_ids[key] for key in UNITS)
        mine = [pen for pen in told if pen.kind.spec.key in TYPES and pen.case["unit_id"] in self.units]
        self.pens = [pen for pen in mine if pen.case["decided_at"] and not pen.case["sealed"]]
        self.leader = desk.organisation.named(LEADER)
        readers = [desk.organisation.named(name) for name in _READERS]
        self.readers = (*readers, desk.organisation.leader_of("ydelsesteamet"))
        self.parts = self._involved()

    def at(self, days_ago: int, hour: int = 10, minute: int = 0) -> datetime:
        """A working moment so many days ago."""
        day = self.desk.days.back(days_ago)
        while days_ago > 0 and not self.desk.days.calendar.is_working_day(day):
            day -= timedelta(days=1)
        return min(moment(day, hour, minute), self.desk.days.now)

    def finished(self, one: _Past) -> None:
        """A campaign that was reviewed, answered and closed."""
        made = self._drawn(one, f"{self.draw.between(0, 2**62):016x}")
        if made is None:
            return
        by, index = worker(self.leader), self._index(made)
        supervising.begin(made, by=by, at=self.at(one.begins, 10))
        for place, sampled in enumerate(made.sampled):
            days = one.begins - 2 - place * (one.begins - one.ends - 12) // max(1, len(made.sampled))
            self._review(made, sampled, index, days, better=one.better)
            self._answer(made, sampled, days - 5)
        supervising.close(made, one.learning, by=by, at=self.at(one.ends, 14))
        if one is _PAST[-1]:
            self._follow_up(made, by, one)

    def running(self, one: _Past) -> None:
        """A campaign with reviews to do for Birgitte and findings for Karen to answer."""
        made = None
        karen = self.desk.organisation.named(CASEWORKER)
        for number in range(_SEEDS):
            seed = f"{self.draw.of(f'running {number}').between(0, 2**62):016x}"
            pens, involved = self._pool(one)
            if self._meets(one, pens, involved, seed, karen) or number == _SEEDS - 1:
                made = self._drawn(one, seed)
                break
        if made is None:
            return
        index = self._index(made)
        supervising.begin(made, by=worker(self.leader), at=self.at(one.begins, 10))
        birgitte = self.desk.organisation.named(REVIEWER).id
        others = [each for each in made.sampled if each.row["reviewer_id"] != birgitte]
        others.sort(key=lambda each: (each.pen.case["caseworker_id"] != karen.id, each.row["rank"]))
        for place, sampled in enumerate(others[: max(1, 2 * len(others) // 3)]):
            hers = sampled.pen.case["caseworker_id"] == karen.id
            self._review(made, sampled, index, 6, better=0.0, faults=("answer_used", "plain") if hers else ())
            if not hers and place % 2:
                self._answer(made, sampled, 2)

    def _meets(self, one: _Past, pens: dict[str, Pen], involved: dict[str, set[int]], seed: str, karen: Worker) -> bool:
        """Whether a draw with this seed gives both of them something to do."""
        trial = supervising.make(Tables(), self._plan(one, seed), self.form, by=worker(self.leader), at=self.at(1))
        if not pens:
            return False
        supervising.draw(trial, pens, involved, by=worker(self.leader), at=self.at(1))
        birgitte = self.desk.organisation.named(REVIEWER).id
        hers = [each for each in trial.sampled if each.pen.case["caseworker_id"] == karen.id]
        mine = [each for each in trial.sampled if each.row["reviewer_id"] == birgitte]
        return bool(mine) and any(each.row["reviewer_id"] != birgitte for each in hers)

    def _plan(self, one: _Past, seed: str) -> Plan:
        days = self.desk.days
        return Plan(
            title=one.title,
            purpose="Er sagerne oplyst, begrundet og fortalt videre, så borgeren kan følge med?",
            case_types=TYPES,
            units=self.units,
            starts=days.back(one.first),
            ends=days.back(one.last),
            size=one.size,
            reviewers=self.readers,
            review_until=days.back(one.ends),
            seed=seed,
        )

    def _pool(self, one: _Past) -> tuple[dict[str, Pen], dict[str, set[int]]]:
        """The cases decided in the period that lie still since the campaign began."""
        first, last, begins = self.desk.days.back(one.first), self.desk.days.back(one.last), self.at(one.begins, 9)
        found = {
            pen.case["number"]: pen
            for pen in self.pens
            if first <= pen.case["decided_at"].date() < last and pen.at < begins
        }
        return found, {number: self.parts[pen.id] for number, pen in found.items()}

    def _drawn(self, one: _Past, seed: str) -> Campaign | None:
        pens, involved = self._pool(one)
        readers = {reader.id for reader in self.readers}
        if not any(readers - involved[number] for number in pens):
            return None
        by = worker(self.leader)
        made = supervising.make(self.desk.tables, self._plan(one, seed), self.form, by=by, at=self.at(one.begins, 9, 5))
        supervising.draw(made, pens, involved, by=by, at=self.at(one.begins, 9, 20))
        return made

    def _index(self, made: Campaign) -> Index:
        return Index(self.desk.tables, {one.pen.id for one in made.sampled})

    def _review(
        self,
        made: Campaign,
        one: Sampled,
        index: Index,
        days_ago: int,
        *,
        better: float,
        faults: tuple[str, ...] = (),
    ) -> None:
        reader = next(each for each in self.readers if each.id == one.row["reviewer_id"])
        said = prefills(one.pen, self.form, index, at=self.at(days_ago, 13))
        supervising.open_review(made, one, said, by=worker(reader), at=self.at(days_ago, 13))
        verdicts = {key: self._judge(key, found, better, faults) for key, found in said.items()}
        one.row["note"] = self.draw.one(words.SUMMARIES)
        supervising.finish(made, one, verdicts, by=worker(reader), at=self.at(days_ago, 13, 40))

    def _judge(self, key: str, said: Prefill, better: float, faults: tuple[str, ...]) -> tuple[str, str]:
        """The verdict, with a note where one is owed: mostly as the data says, at times otherwise."""
        draw = self.draw
        expected = _SAID.get(said.answer)
        if key in faults:
            verdict = "not_met"
        elif expected is None:
            share = _WEAK.get(key, 0.94) + better
            verdict = "not_relevant" if key == "answer_used" and draw.chance(0.2) else _met(draw.chance(share))
        elif draw.chance(0.07):
            verdict = "not_met" if expected == "met" else "met"
        else:
            verdict = expected
        if verdict == "not_met":
            return verdict, draw.one(words.NOTES[key])
        return verdict, words.DIFFERENT if expected not in {None, verdict} else ""

    def _answer(self, made: Campaign, one: Sampled, days_ago: int) -> None:
        who = next((each for each in self._staff() if each.id == one.pen.case["caseworker_id"]), None)
        found = [key for key, row in one.judgements.items() if row["verdict"] == "not_met"]
        if who is None or not found:
            return
        said = {key: self.draw.one(words.RESPONSES) for key in found}
        read = one.pen.at + timedelta(minutes=20)
        supervising.answer(made, one, said, by=worker(who), at=max(self.at(days_ago, 9, 30), read))

    def _staff(self) -> list[Worker]:
        staff = self.desk.organisation.staff
        return [each for unit in staff.values() for each in unit] + list(self.desk.organisation.leaders.values())

    def _follow_up(self, made: Campaign, by: Hand, one: _Past) -> None:
        owners = (self.desk.organisation.named(REVIEWER).id, self.desk.organisation.named("Nanna Hedelund").id)
        for (text, outcome), owner in zip(words.FOLLOW_UPS, owners, strict=True):
            due = self.desk.days.back(one.ends - 40)
            row = supervising.follow_up(made, text, owner, due, by=by, at=self.at(one.ends, 14, 20))
            if outcome:
                ended = self.at(6, 15)
                row.update(state="closed", outcome=outcome, ended_at=ended, ended_by=f"employee:{owner}")

    def _involved(self) -> dict[int, set[int]]:
        """Who had a part in each case: its caseworkers, and the hands on its decisions."""
        found = {pen.id: {pen.case["caseworker_id"]} for pen in self.pens}
        taken = {
            row["id"]: row["case_id"]
            for row in self.desk.tables["casework.Event"].rows
            if row["kind"] == "case.taken" and row["case_id"] in found
        }
        for row in self.desk.tables["casework.EventPayload"].rows:
            if row["event_id"] in taken:
                found[taken[row["event_id"]]] |= {row["payload"]["employee"], row["payload"]["before"]}
        for pen in self.pens:
            for row in pen.decisions:
                found[pen.id] |= {row[f"{hand}_id"] for hand in ("drafted_by", "edited_by", "approver", "issued_by")}
            found[pen.id] |= {_number(row["answered_by"]) for row in pen.appeals}
        return {number: {hand for hand in hands if hand} for number, hands in found.items()}


def _asked_for_others(told: Sequence[Pen], draw: Draw) -> None:
    """In most cases somebody has ticked off that relatives were asked about."""
    for pen in told:
        hands = pen.case["caseworker_id"]
        at = pen.case["received_at"] + timedelta(days=draw.between(1, 4))
        has = any(point.key == _POINT for point in pen.kind.spec.phase(Phase.INTAKE).checklist)
        if hands and has and at < pen.at and draw.chance(0.72):
            ticking.tick(pen, phase=Phase.INTAKE, item=_POINT, employee=hands, at=at)


def _met(kept: bool) -> str:
    return "met" if kept else "not_met"


def _number(subject: str) -> int:
    kind, _colon, number = subject.partition(":")
    return int(number) if kind == "employee" else 0


def _kodeks(desk: Desk, draw: Draw) -> None:
    """Two versions of the kodeks, and a year of measurements of the units that answer for cases."""
    table = desk.tables["supervision.KodeksVersion"]
    for number, (days_ago, reason) in enumerate(zip((430, 120), words.REASONS, strict=True), start=1):
        day: date = desk.days.back(days_ago).replace(day=1)
        saved = moment(desk.days.working(day - timedelta(days=12)), 11)
        admin = desk.organisation.named("Allan Friborg")
        table.add(
            number=number,
            valid_from=day,
            statements=to_stored(words.KODEKS if number > 1 else words.KODEKS[:4]),
            reason=reason,
            saved_at=saved,
            saved_by=admin.subject,
        )
    first = desk.days.today.replace(day=1)
    units = [desk.organisation.unit_ids[key] for key in _MEASURED]
    for back in range(11, -1, -1):
        day = _months_before(first, back)
        for unit in units:
            open_cases = draw.between(34, 60)
            for place, statement in enumerate(words.KODEKS if back < 4 else words.KODEKS[:4]):
                share = min(0.97, 0.58 + 0.08 * place % 0.3 + 0.018 * (11 - back) + draw.between(-3, 3) / 100)
                kept = round(open_cases * share)
                desk.tables["supervision.KodeksFigure"].add(
                    on=day, unit_id=unit, statement=statement.key, kept=kept, applied=open_cases
                )


_MEASURED: Final = ("voksenteamet", "ydelsesteamet", "visitation", "nabosund-hjaelpemidler", "nabosund-genoptraening")


def _months_before(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
