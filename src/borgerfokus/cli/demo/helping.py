"""The help in the cases of the cast: ordered, begun, planned with the citizen, told of and followed up."""

from datetime import date, timedelta
from decimal import Decimal

from borgerfokus.cli.demo.acts import following, granting, planning
from borgerfokus.cli.demo.acts.pen import Hand, worker
from borgerfokus.cli.demo.helps import UNITS, draft_of, given, with_hours
from borgerfokus.cli.demo.stars import Stage
from borgerfokus.cli.demo.tables import Row
from borgerfokus.cli.demo.words import goals as words
from borgerfokus.core.interventions.following import FollowUpContent, GoalFollowed, reached_by
from borgerfokus.core.interventions.words import CommentRole, FollowUpOutcome, GoalKind, Reached

_ASKED = "Kan vi øve det samme to gange, før vi går videre? Jeg bliver træt, hvis det går for hurtigt."
_ANSWER = "Ja. Bostøtten og du bestemmer selv tempoet; det står nu i deres bestilling."
_REASON = "Rosa når mere selv, og støtten skal fortsætte, så det bliver ved at holde."
_MORE = "Rosa øver at tage bussen, og det tager længere tid i begyndelsen."


class Help:
    """What happens with the help in one case of the cast; days are told back from today."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.pen = stage, stage.pen
        staff = stage.desk.organisation.staff[UNITS[stage.kind_key]]
        self.provider: Hand = worker(staff[0])
        self.made: Row = {}

    def order(self, days_ago: int) -> None:
        """The granted help is put on the case and ordered."""
        stage, day = self.stage, self.stage.at(days_ago).date()
        starts = stage.desk.days.working(day + timedelta(days=5))
        row = granting.add(self.pen, given(self.pen, starts=starts), by=stage.hand, at=stage.at(days_ago, 9))
        days = (starts, stage.desk.days.working(day + timedelta(days=5)), starts + timedelta(days=365))
        self.made = granting.order(
            self.pen, row, brief=words.BRIEF[0], goals=(), days=days, by=stage.hand, at=stage.at(days_ago, 9, 20)
        )
        granting.accept(self.pen, self.made, by=self.provider, at=stage.at(days_ago - 1, 10))

    def begin(self, days_ago: int) -> None:
        """The provider reports that the help has begun."""
        granting.start(self.pen, self.made, by=self.provider, at=self.stage.at(days_ago, 14))

    def plan(self, days_ago: int) -> None:
        """A plan is offered, written and shown to the citizen."""
        self.write(days_ago)
        planning.show(self.pen, self.pen.plans[-1], by=self.stage.hand, at=self.stage.at(days_ago, 11, 10))

    def write(self, days_ago: int) -> None:
        """A plan is offered, and its draft written."""
        stage = self.stage
        row = planning.offer(self.pen, wanted=True, by=stage.hand, at=stage.at(days_ago, 10))
        planning.save(self.pen, row, draft_of(self.pen, most=3), by=stage.hand, at=stage.at(days_ago, 11))

    def agree(self, days_ago: int) -> None:
        """Both say yes to the plan."""
        row = self.pen.plans[-1]
        planning.sign(self.pen, row, by=self.stage.home, at=self.stage.at(days_ago, 19, 30))
        planning.sign(self.pen, row, by=self.stage.hand, at=self.stage.at(days_ago - 1, 9, 10))

    def talk(self, days_ago: int) -> None:
        """The citizen asks about a goal, is answered, and takes a step."""
        stage, row, goal = self.stage, self.pen.plans[-1], self.pen.goals[0]
        planning.comment(
            self.pen, row, text=_ASKED, role=CommentRole.CITIZEN, goal=goal, by=stage.home, at=stage.at(days_ago, 20)
        )
        planning.comment(
            self.pen, row, text=_ANSWER, role=CommentRole.STAFF, goal=goal, by=stage.hand, at=stage.at(days_ago - 1, 9)
        )
        step = planning.steps_of(self.pen, goal)[0]
        planning.tick(self.pen, step, by=stage.home, at=stage.at(days_ago - 14, 18))

    def status(self, days_ago: int, *, level: int, measured: tuple[str, Decimal | None] = ("", None)) -> None:
        """The provider tells how it goes, goal by goal."""
        running = [goal for goal in self.pen.goals if not goal["ended_as"]]
        levels = [(goal, _moved(goal, level), words.NOTES[level]) for goal in running]
        granting.note(
            self.pen,
            self.made,
            text=words.STATUS[0],
            levels=levels,
            measured=measured,
            by=self.provider,
            at=self.stage.at(days_ago, 13),
        )

    def follow(self, days_ago: int, *, next_on: date) -> None:
        """The help is followed up and goes on; one goal after the other has moved a little."""
        stage = self.stage
        at = stage.at(days_ago, 11)
        goals = tuple(_followed(goal, -1 if place else 0) for place, goal in enumerate(self.pen.goals))
        said = FollowUpContent(
            on=at.date(),
            outcome=FollowUpOutcome.CONTINUE,
            reason=_REASON,
            goals=goals,
            satisfaction=4,
            citizen_words=words.HAPPY[0],
            provider_said=words.STATUS[0],
            next_on=next_on,
        )
        following.follow_up(self.pen, said, by=stage.hand, at=at)

    def more_hours(self, days_ago: int) -> None:
        """The help is more from a day on."""
        stage, row = self.stage, self.pen.interventions[-1]
        before, at = self.pen.periods[-1], stage.at(days_ago, 10)
        hours = Decimal(before["hours_per_week"] or 3) + 1
        more = granting.More(at.date(), hours, _MORE, with_hours(before["extent"], hours))
        granting.change(self.pen, row, more, by=stage.hand, at=at)


def _moved(goal: Row, by: int) -> int | None:
    return None if goal["level_start"] is None else min(max(goal["level_start"] + by, 0), 4)


def _followed(goal: Row, by: int) -> GoalFollowed:
    now = _moved(goal, by)
    reached = reached_by(kind=GoalKind(goal["kind"]), expected=goal["level_expected"], now=now) or Reached.NOT_YET
    reached = Reached.PARTLY if reached is Reached.YES else reached
    return GoalFollowed(goal=goal["id"], reached=reached, level_now=now, note=words.NOTES[by])
