"""What some cases have and others have not: another unit asked, the case handed over, opened in an emergency."""

from borgerfokus.cli.demo.acts import notices, sharing
from borgerfokus.cli.demo.acts.pen import worker
from borgerfokus.cli.demo.endings import Ending
from borgerfokus.cli.demo.words import common


class Detours(Ending):
    """Ways around before the case is informed."""

    unit: str

    def consult(self) -> None:
        """Another unit is asked, and answers."""
        unit, question, answer = self.draw.one(common.CONSULTED)
        at = self.next(1)
        due = self.desk.days.working(at.date(), after=7)
        row = sharing.consult(self.pen, unit=unit, question=question, due=due, by=self.hand, at=at)
        expert = worker(self.draw.one(self.desk.organisation.staff[unit]))
        sharing.answer_consultation(self.pen, row, text=answer, by=expert, at=self.next(self.draw.between(1, 8)))

    def emergency(self) -> None:
        """Somebody outside the team opens the case, and the leader looks at why."""
        nurse = worker(self.draw.one(self.desk.organisation.staff["hjemmesygepleje"]))
        reason = self.draw.one(common.EMERGENCIES)
        grant = sharing.break_glass(self.pen, reason=reason, minutes=60, by=nurse, at=self.next(1))
        leader = worker(self.desk.organisation.leader_of(self.unit))
        sharing.review(self.pen, grant, note=common.REVIEWED, by=leader, at=self.next(self.draw.between(1, 4)))

    def hand_over(self) -> None:
        """Two units of the same department: the new one takes the case with its caseworker."""
        to, draw = "ydelsesteamet", self.draw
        row = sharing.offer(
            self.pen,
            to=to,
            must_know=draw.one(common.MUST_KNOW),
            promised=draw.one(common.PROMISED),
            by=self.hand,
            at=self.next(1),
        )
        other = draw.one([one for one in self.desk.organisation.staff[to] if one.role == "caseworker"])
        at = self.next(draw.between(1, 5))
        if draw.chance(0.25):
            sharing.answer_offer(self.pen, row, by=other, at=at, refusal="Vi har ikke opgaven. Den hører til hos jer.")
            return
        sharing.talk(self.pen, sharing.Talk(at.date(), f"{self.hand.name} og {other.name}"), by=self.hand, at=at)
        sharing.answer_offer(self.pen, row, by=other, at=at)
        self.me = other
        notices.handed_over(self.pen, contact=other.name)
