"""How a case goes, from the request to the day it is closed or to today, whichever comes first."""

from datetime import date, datetime, timedelta

from borgerfokus.cli.demo.acts import (
    deciding,
    granting,
    hearing,
    informing,
    journaling,
    notices,
    offering,
    requesting,
    settling,
    theming,
    working,
)
from borgerfokus.cli.demo.acts.informing import Ask, Judged, Known
from borgerfokus.cli.demo.acts.journaling import Paper
from borgerfokus.cli.demo.acts.pen import Desk, Pen, citizen, worker
from borgerfokus.cli.demo.acts.requesting import Form
from borgerfokus.cli.demo.acts.working import Start
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.clock import Today
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.detours import Detours
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.forms import answers
from borgerfokus.cli.demo.pace import PACES, days_to_decision
from borgerfokus.cli.demo.words import BY_KIND, common, themes
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.words import HelpEnd
from borgerfokus.foundation.access.scope import Look, Purpose


class Plot(Detours):
    """One case on its way, until it is closed or until today."""

    def __init__(self, desk: Desk, kind: Kind, who: Citizen, draw: Draw, received: datetime) -> None:
        super().__init__(desk, draw, received, last=who.died_on)
        self.kind, self.who, self.received = kind, who, received
        self.words, self.pace = BY_KIND[kind.spec.key], PACES[kind.spec.key]
        self.unit = kind.unit_key

    def tell(self) -> Pen:
        """Run the story, and settle the case as it stands today."""
        try:
            self._begin()
            self._run()
        except Today:
            if self.who.died_on is None:
                self.look_at_dates(self.desk.days.now)
            else:
                self._lapse(self.who.died_on)
        settling.settle(self.pen)
        return self.pen

    def _lapse(self, died_on: date) -> None:
        """The citizen has died: what is open falls away."""
        at = moment(self.desk.days.working(died_on, after=4), 9, 20)
        if self.pen.case["phase"] == Phase.CLOSED or not self.pen.at <= at <= self.desk.days.now:
            return
        if any(row["state"] == "filed" for row in self.pen.appeals):
            return
        leader = self.desk.organisation.leader_of(self.unit)
        working.step(self.pen, Step.LAPSE, by=worker(leader), at=at, reason=common.LAPSED[0])
        granting.close(self.pen, ended_as=HelpEnd.MOVED_OR_DIED, why=common.LAPSED[0])

    def _begin(self) -> None:
        draw, desk = self.draw, self.desk
        if self.kind.spec.key != "sul-140" and draw.chance(0.05):
            self._contact()
            return
        online = draw.chance(0.35 if self.who.age(self.received.date()) > 75 else 0.7)
        reception = draw.one(desk.organisation.staff["borgerservice"])
        hand = citizen(self.who) if online else worker(reception)
        channel = "self_service" if online else draw.weighted({"phone": 5, "desk": 3, "letter": 2})
        if self.kind.spec.key == "sul-140" and not online:
            hand = worker(draw.one(desk.organisation.staff[self.unit]))
        form = Form(
            kind=self.kind,
            citizen=self.who,
            unit_key=self.unit,
            channel=channel,
            answers=answers(self.kind.spec, self.words, draw, self.received.date()),
            received=self.received,
            relation="self" if online else "staff",
        )
        self.pen = requesting.submit(desk, form, by=hand, at=self.received)
        if not online:
            self.pen.by = hand
            self.pen.look(look=Look.SEARCH, purpose=Purpose.SEARCH)
        if self.kind.spec.key == "sul-140":
            working.mark(self.pen, "discharged", at=self.received - timedelta(days=draw.between(0, 2)))

    def _contact(self) -> None:
        """Somebody calls, and it may or may not become a request."""
        draw = self.draw
        need = draw.one(next(iter(self.words.answers.values())))
        start = Start(self.kind, self.who, self.unit, "phone", need, self.received, is_request=False)
        first = draw.one(self.desk.organisation.staff[self.unit])
        self.pen = working.open_case(self.desk, start, by=worker(first), at=self.received)
        at = self.next(draw.between(0, 6))
        if draw.chance(0.55):
            working.step(self.pen, Step.DISMISS, by=worker(first), at=at, reason=draw.one(common.NO_REQUEST))
            raise Today
        working.step(self.pen, Step.REGISTER, by=worker(first), at=at)

    def _run(self) -> None:
        draw = self.draw
        whole = days_to_decision(self.pace, draw, within_a_year=self.received.date() >= self.desk.days.back(365))
        self._take(whole)
        fate = draw.weighted({"goes_on": 92.5, "withdrawn": 5.0, "passed_on": 2.5})
        working.step(self.pen, Step.ACCEPT, by=self.hand, at=self.soon(12))
        if fate == "passed_on":
            receiver, reason = draw.one(common.NOT_OURS)
            working.step(
                self.pen, Step.FORWARD, by=self.hand, at=self.next(whole * 0.2), reason=reason, receiver=receiver
            )
            notices.stepped(self.pen, "passed_on", reason=reason, receiver=receiver)
            return
        self._inform(whole * 0.55)
        if fate == "withdrawn":
            working.step(self.pen, Step.WITHDRAW, by=self.hand, at=self.next(2), reason=draw.one(common.WITHDRAWN))
            notices.stepped(self.pen, "withdrawn")
            return
        self._judge(whole * 0.2)
        self._decide(whole * 0.2)
        self.after_the_decision()

    def _take(self, whole: float) -> None:
        colleagues = self.desk.organisation.staff[self.unit]
        self.me = self.draw.one([one for one in colleagues if one.role == "caseworker"])
        leader = self.desk.organisation.leader_of(self.unit)
        given = worker(leader) if self.draw.chance(0.3) else None
        working.take(self.pen, by=self.me, at=self.next(min(whole * 0.06, 6)), given_by=given)

    def _inform(self, length: float) -> None:
        draw, pen, words = self.draw, self.pen, self.words
        note = draw.one(words.notes)
        self.note(draw.one(common.CALLS) if draw.chance(0.4) else None, after=length * 0.2)
        if draw.chance(0.06):
            self.consult()
        if draw.chance(0.1):
            self.comment()
        if draw.chance(0.004):
            self.emergency()
        length *= self._ask(length)
        entry = journaling.note(
            pen, title=note.title, body=note.body, channel=note.channel, by=self.hand, at=self.next(length * 0.5)
        )
        self._facts(entry["id"])
        if draw.chance(0.12):
            self.note(draw.one(common.INTERNAL), after=length * 0.1, channel="internal")
        if self.kind.spec.key in {"sel-85", "sel-107"} and draw.chance(0.04):
            self.hand_over()

    def _facts(self, entry: int) -> None:
        """Everything on the list that is not known yet, one after the other."""
        for spec in self.kind.spec.information:
            if spec.key in self.pen.evidence or spec.key in self.pen.ruled_out:
                continue
            at = self.soon(self.draw.between(1, 9))
            if self.draw.chance(0.07):
                reason = self.draw.one(common.RULED_OUT)
                informing.rule_out(self.pen, spec.key, reason=reason, by=self.hand, at=at)
                continue
            informing.record(self.pen, spec.key, self._known(spec.key, entry), by=self.hand, at=at)

    def _known(self, fact: str, entry: int | None) -> Known:
        words = self.words.facts[fact]
        return Known(self.draw.one(words.values), words.source, self.clock.date(), entry=entry)

    def _ask(self, length: float) -> float:
        """Perhaps ask the citizen or somebody else, and wait. Returns what is left of the length."""
        draw, pen = self.draw, self.pen
        if not draw.chance(self.pace.pauses + 0.12):
            return 1.0
        days, pause = self.desk.days, draw.chance(self.pace.pauses / (self.pace.pauses + 0.12))
        at = self.next(length * 0.15)
        wait = days.parameters.at("rsl.citizen_reply", on=at.date()).number
        due = days.working(at.date() + timedelta(days=wait))
        if draw.chance(0.62):
            fact = draw.one(self.words.asked_citizen)
            [row] = informing.ask(pen, Ask((fact,), "citizen", self.who.name, due, pause), by=self.hand, at=at)
        else:
            fact, (source, whom) = draw.one(tuple(self.words.asked_other.items()))
            [row] = informing.ask(pen, Ask((fact,), source, whom, due, pause), by=self.hand, at=at)
        self._wait_for(row, due, wait)
        entry = pen.requests[-1]["answer_entry_id"]
        informing.record(pen, row["fact"], self._known(row["fact"], entry), by=self.hand, at=self.next(1))
        return 0.6

    def _wait_for(self, row: dict[str, object], due: date, wait: int) -> None:
        draw = self.draw
        answered = draw.between(2, wait) if draw.chance(0.78) else wait + draw.between(4, 16)
        if answered > wait:
            informing.remind(self.pen, row, by=self.hand, at=self.next((due - self.clock.date()).days + 2))
            answered = draw.between(2, 12)
        title = self.kind.spec.fact(str(row["fact"])).title.da
        if row["source"] == "citizen":
            who, at = citizen(self.who), self.at_home(answered)
        else:
            who, at = self.hand, self.next(answered)
        if draw.chance(0.5):
            lines = (f"{title}.", draw.one(self.words.facts[str(row["fact"])].values), "", "Med venlig hilsen")
            paper = Paper(title=title, lines=lines, with_whom=str(row["whom"]))
            informing.answer_with_document(self.pen, row, paper, by=who, at=at)
        else:
            body = draw.one(self.words.facts[str(row["fact"])].values)
            informing.answer(self.pen, row, title=title, body=body, by=who, at=at)

    def _judge(self, length: float) -> None:
        draw, words = self.draw, self.words
        working.step(self.pen, Step.BEGIN_ASSESSMENT, by=self.hand, at=self.soon(15))
        judged = Judged(
            own_words=self.pen.case["need"],
            observed=draw.one(words.observed),
            resources="",
            conclusion=draw.one(words.conclusion),
            level=draw.between(1, 3),
        )
        at = self.next(length)
        said = themes.profile(self.kind.spec.key, draw.of(f"themes:{self.pen.case['number']}"), most=3)
        theming.save(self.pen, said, by=self.hand, at=at)
        theming.group(self.pen, offering.GROUPS.get(self.kind.spec.key, ()), by=self.hand, at=at)
        informing.assess(self.pen, judged, by=self.hand, at=at)
        offering.choose_some(self.pen, draw, by=self.hand, at=self.pen.at)
        if self.kind.spec.key == "sul-140":
            working.mark(self.pen, "start_offered")
        if draw.chance(0.08):
            self.comment()
        working.step(self.pen, Step.BEGIN_DECISION, by=self.hand, at=self.soon(30))

    def _decide(self, length: float) -> None:
        pace, draw = self.pace, self.draw
        left = 1 - pace.granted - pace.refused
        outcome = draw.weighted({Outcome.GRANTED: pace.granted, Outcome.PARTLY: left, Outcome.REFUSED: pace.refused})
        self._extend_if_late(length)
        if outcome is not Outcome.GRANTED:
            self._hear()
        plan = self.plan(outcome)
        row = deciding.draft(self.pen, plan, by=self.hand, at=self.next(length * 0.5))
        if outcome.value in self.pace.approved:
            leader = self.desk.organisation.leader_of(self.pen.desk.unit_keys[self.pen.case["unit_id"]])
            deciding.ask_approval(self.pen, row, reader=leader.id, by=self.hand, at=self.soon(40))
            deciding.approve(self.pen, row, by=worker(leader), at=self.next(draw.between(0, 2)))
        self.issue(row, self.next(length * 0.3))

    def _hear(self) -> None:
        draw, (fact, values) = self.draw, self.words.against
        value = draw.one(values)
        known = Known(value, self.words.facts[fact].source, self.clock.date(), against=True)
        informing.record(self.pen, fact, known, by=self.hand, at=self.soon(20))
        text = f"Vi har fået en oplysning, som taler imod noget af det, du søger om: {value}. Hvad siger du til det?"
        row = hearing.hear(self.pen, facts=[fact], text=text, by=self.hand, at=self.soon(25))
        due = row["due"]
        if draw.chance(0.6):
            at = self.at_home(draw.between(2, max(3, (due - self.clock.date()).days - 1)))
            hearing.answer_hearing(
                self.pen, row, text=draw.one(self.words.hearing_answers), by=citizen(self.who), at=at
            )
            return
        self.next((row["due"] - self.clock.date()).days + 1)

    def _extend_if_late(self, length: float) -> None:
        """Some see it coming, and give a new date before the old one has passed."""
        own = next((one for one in settling.dates_of(self.pen, at=self.pen.at) if one.key == "decision"), None)
        if own is None or own.due is None:
            return
        late = self.clock.date() + timedelta(days=int(length)) >= own.due > self.clock.date()
        if not late or not self.draw.chance(0.5):
            return
        after = self.desk.days.working(own.due + timedelta(days=self.draw.between(10, 21)))
        working.extend(
            self.pen,
            deadline=own.key,
            before=own.due,
            new_due=after,
            reason=self.draw.one(common.EXTENSIONS),
            by=self.hand,
            at=self.soon(5),
        )
        notices.extended(self.pen, title=own.title.da, before=own.due, after=after)
