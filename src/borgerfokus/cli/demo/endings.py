"""How a story ends: the decision and its letter, the appeal, the help and its follow-up."""

from datetime import date, datetime, timedelta

from borgerfokus.cli.demo.acts import appealing, deciding, journaling, notices, working
from borgerfokus.cli.demo.acts.deciding import Plan
from borgerfokus.cli.demo.acts.pen import citizen, worker
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.clock import Today
from borgerfokus.cli.demo.helps import Helped
from borgerfokus.cli.demo.words import common
from borgerfokus.cli.demo.words import goals as goal_words
from borgerfokus.cli.demo.words.model import Words
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.core.interventions.words import FollowUpOutcome


class Ending(Helped):
    """What comes with and after the decision."""

    kind: Kind
    who: Citizen
    words: Words

    def issue(self, row: dict[str, object], at: datetime) -> None:
        """Send the letter. Raises Today while it has not arrived."""
        posted = deciding.issue(self.pen, row, by=self.hand, at=at)
        if not deciding.deliver(self.pen, row, posted.message):
            raise Today
        self.clock = self.pen.at

    def plan(self, outcome: Outcome) -> Plan:
        """What a decision with this outcome says."""
        wish = self.draw.one(self.words.wishes)
        return Plan(
            outcome=outcome,
            applied_for=wish.whole,
            granted={Outcome.GRANTED: wish.whole, Outcome.PARTLY: wish.part}.get(outcome, ""),
            refused={Outcome.PARTLY: wish.rest, Outcome.REFUSED: wish.whole}.get(outcome, ""),
            provider="" if outcome is Outcome.REFUSED else wish.provider,
            months=self.words.months,
            why=self.draw.one(self.words.why),
        )

    def after_the_decision(self) -> None:
        """Perhaps an appeal, then the help starts or the case is closed."""
        draw, pen = self.draw, self.pen
        outcome = pen.case["outcome"]
        if outcome != Outcome.GRANTED and draw.chance(0.22):
            self._appeal()
            outcome = pen.case["outcome"]
        if outcome == Outcome.REFUSED:
            working.step(pen, Step.CLOSE, by=self.hand, at=self.next(draw.between(25, 45)), reason=common.REFUSED[0])
            notices.stepped(pen, "closed", reason=common.REFUSED[0])
            if not self._board():
                return
        days = draw.between(1, 12)
        if self.has_plan:
            self.begin_help(days)
        else:
            working.step(pen, Step.START_INTERVENTION, by=self.hand, at=self.next(days))
        self._help()

    def _help(self) -> None:
        draw, pen, short = self.draw, self.pen, self.kind.spec.key in {"sul-140", "sel-112", "sel-86", "sul-138"}
        while True:
            planned: date = pen.case["follow_up_on"]
            late = draw.between(-6, 3) if draw.chance(0.8) else draw.between(4, 30)
            self.next(max(1, (planned - self.clock.date()).days + late))
            working.step(pen, Step.BEGIN_FOLLOW_UP, by=self.hand, at=self.soon(3))
            text = draw.one(self.words.follow_up)
            self.note(("Opfølgning", text), after=draw.between(1, 9), channel="meeting")
            ends = draw.chance(0.75 if short else 0.3)
            reason = draw.one(common.COMPLETED) if ends else goal_words.GOES_ON
            if ends:
                self.next(1)
            again = None if ends else self.desk.days.working(self.clock.date() + timedelta(days=182))
            outcome = FollowUpOutcome.END if ends else FollowUpOutcome.CONTINUE
            stepped = self.follow(outcome, reason=reason, text=text, next_on=again)
            if ends:
                notices.stepped(pen, "closed", reason=reason, about=stepped)
                return

    def _appeal(self) -> None:
        draw, pen = self.draw, self.pen
        made = appealing.appeal(
            pen,
            pen.decisions[-1],
            text=draw.one(self.words.appeals),
            by=citizen(self.who),
            at=self.at_home(draw.between(3, 27)),
        )
        outcome = draw.weighted({AppealOutcome.UPHELD: 72, AppealOutcome.PARTLY: 10, AppealOutcome.REVERSED: 18})
        plan = self.plan(Outcome.PARTLY if outcome is AppealOutcome.PARTLY else Outcome.GRANTED)
        reasons = common.REASSESSED[outcome is not AppealOutcome.UPHELD]
        at = self.next(draw.between(8, 26) if draw.chance(0.85) else draw.between(29, 45))
        row = appealing.reassess(pen, made, outcome=outcome, reasons=reasons, plan=plan, by=self.hand, at=at)
        if row is not None:
            leader = self.desk.organisation.leader_of(self.pen.desk.unit_keys[self.pen.case["unit_id"]])
            deciding.ask_approval(pen, row, reader=leader.id, by=self.hand, at=self.soon(30))
            deciding.approve(pen, row, by=worker(leader), at=self.next(1))
            self.issue(row, self.next(1))

    def _board(self) -> bool:
        """The appeal body answers. Returns whether its answer led to help."""
        draw, forwarded = self.draw, [one for one in self.pen.appeals if one["state"] == "forwarded"]
        if not forwarded:
            return False
        share = {BoardOutcome.CONFIRMED: 66, BoardOutcome.CHANGED: 14, BoardOutcome.REMITTED: 10}
        outcome = draw.weighted({**share, BoardOutcome.DISMISSED: 10})
        words = draw.one(common.BOARD[outcome])
        at = self.next(draw.between(70, 160))
        row = appealing.board(self.pen, forwarded[-1], outcome=outcome, words=words, by=self.hand, at=at)
        if row is None:
            return False
        plan = self.plan(Outcome.GRANTED)
        row.update(deciding.said(self.pen, plan))
        leader = self.desk.organisation.leader_of(self.pen.desk.unit_keys[self.pen.case["unit_id"]])
        deciding.ask_approval(self.pen, row, reader=leader.id, by=self.hand, at=self.next(draw.between(6, 30)))
        deciding.approve(self.pen, row, by=worker(leader), at=self.next(1))
        self.issue(row, self.next(1))
        return True

    def note(self, words: tuple[str, str] | None, *, after: float, channel: str = "phone") -> None:
        """Write a note, if there are words for one."""
        if words:
            journaling.note(self.pen, title=words[0], body=words[1], channel=channel, by=self.hand, at=self.next(after))

    def comment(self) -> None:
        """The citizen writes a comment."""
        journaling.comment(
            self.pen, about=None, text=self.draw.one(common.COMMENTS), by=citizen(self.who), at=self.at_home(1)
        )
