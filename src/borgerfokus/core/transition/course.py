"""A young person's way to 18: the days, the milestones backwards from the birthday, and whether help would lapse.

Everything is reckoned from what is known on a day; nothing is stored. The months before the birthday are the
municipality's own values (parameters `own.transition_*`), the ages those of barnets lov §§ 122-123.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from borgerfokus.core.dates import add_months
from borgerfokus.core.rules import NotInForce, Parameters
from borgerfokus.core.transition.words import Milestone, Status, Topic, TopicState

_YEAR = 12
_HALF = 0.5
_BIRTHDAY_AT = 80.0
"""Where on the line, in per cent, the birthday lies; the line ends half a year after it."""


@dataclass(frozen=True)
class Rules:
    """The ages and lengths that hold on a day. `before` and `first_meeting` are months, steps are weeks."""

    start_age: int
    ready_age: int
    first_meeting: int
    before: Mapping[Milestone, int]
    step_low: int
    step_high: int
    early: int


@dataclass(frozen=True)
class Young:
    """What is known of one young person. `child_ends` is the first day without the children's help.

    `adult_starts` is the first day on which the help as an adult can run, None while nobody knows.
    """

    born: date
    topics: Mapping[Topic, TopicState] = field(default_factory=dict)
    due: Mapping[Topic, date] = field(default_factory=dict)
    has_child_owner: bool = False
    has_adult_owner: bool = False
    met_on: date | None = None
    need_described: bool = False
    applied_on: date | None = None
    adult_starts: date | None = None
    child_ends: date | None = None


@dataclass(frozen=True)
class Step:
    """A milestone with its date; `slipped` when the date has passed without it."""

    milestone: Milestone
    due: date
    done: bool
    slipped: bool


@dataclass(frozen=True)
class Gap:
    """Days without help, `[starts, ends)`. `is_known`: both ends are facts, not a forecast."""

    starts: date
    ends: date
    is_known: bool

    @property
    def days(self) -> int:
        """How many days."""
        return (self.ends - self.starts).days


@dataclass(frozen=True)
class Course:
    """Where the transition stands on a day."""

    sixteen: date
    eighteen: date
    today: date
    status: Status
    topics: Mapping[Topic, TopicState]
    steps: tuple[Step, ...]
    ready: tuple[date, date] | None
    gap: Gap | None

    @property
    def days_left(self) -> int:
        """Days until the birthday, negative after it."""
        return (self.eighteen - self.today).days

    @property
    def agreed(self) -> int:
        """How many of the six topics are agreed."""
        return sum(state is TopicState.AGREED for state in self.topics.values())

    @property
    def spare(self) -> int:
        """Days between the latest expected readiness and the birthday, negative when it comes after."""
        return (self.eighteen - self.ready[1]).days if self.ready else 0

    @property
    def next_step(self) -> Step | None:
        """The first milestone that is not reached."""
        return next((step for step in self.steps if not step.done), None)

    def place(self, day: date) -> float:
        """Where a day lies on the line from the start to half a year after the birthday, in per cent."""
        whole = (self.eighteen - self.sixteen).days
        return max(0.0, min(100.0, _BIRTHDAY_AT * (day - self.sixteen).days / whole))


def rules_of(*, parameters: Parameters, on: date) -> Rules:
    """The rules in force on a day. Raises NotInForce before the act was."""

    def number(key: str) -> int:
        return parameters.at(key, on=on).number

    return Rules(
        start_age=number("barnets_lov.transition_start_age"),
        ready_age=number("barnets_lov.transition_ready_age"),
        first_meeting=number("own.transition_first_meeting"),
        before={one: number(f"own.transition_{one}") for one in Milestone if one is not Milestone.FIRST_MEETING},
        step_low=number("own.transition_step_low"),
        step_high=number("own.transition_step_high"),
        early=number("own.transition_early"),
    )


def concerned_on(*, born: date, on: date, parameters: Parameters) -> bool:
    """Whether a preparation may begin on the day: from the first birthday until the last, while the act is in force."""
    try:
        return is_concerned(born=born, on=on, rules=rules_of(parameters=parameters, on=on))
    except NotInForce:
        return False


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; born on 29 February, on the 28th of other years."""
    return add_months(born, _YEAR * age)


def is_concerned(*, born: date, on: date, rules: Rules) -> bool:
    """Whether a preparation may begin on the day: from the first birthday until the last."""
    return birthday(born, rules.start_age) <= on < birthday(born, rules.ready_age)


def course(*, young: Young, rules: Rules, today: date) -> Course:
    """Reckon where the transition stands."""
    sixteen, eighteen = birthday(young.born, rules.start_age), birthday(young.born, rules.ready_age)
    topics = _topics(young, add_months(eighteen, -rules.before[Milestone.DECISION]), today)
    left = _open_steps(topics)
    early = left == len(Topic) and today < add_months(eighteen, -rules.early)
    ready = None if early else _ready(today, left, rules)
    gap = None if early else _gap(young, eighteen, ready)
    return Course(
        sixteen=sixteen,
        eighteen=eighteen,
        today=today,
        status=_status(early=early, left=left, ready=ready, gap=gap, ends=young.child_ends or eighteen),
        topics=topics,
        steps=_steps(young, rules, topics, today),
        ready=ready,
        gap=gap,
    )


def _topics(young: Young, usual_due: date, today: date) -> dict[Topic, TopicState]:
    found = {}
    for topic in Topic:
        state = young.topics.get(topic, TopicState.OPEN)
        late = state is not TopicState.AGREED and young.due.get(topic, usual_due) < today
        found[topic] = TopicState.LATE if late else state
    return found


def _open_steps(topics: Mapping[Topic, TopicState]) -> float:
    """What is left: a topic that is under way counts half."""
    weights = {TopicState.AGREED: 0.0, TopicState.GOING: _HALF}
    return sum(weights.get(state, 1.0) for state in topics.values())


def _ready(today: date, left: float, rules: Rules) -> tuple[date, date]:
    low, high = ceil(left * rules.step_low), ceil(left * rules.step_high)
    return today + timedelta(weeks=low), today + timedelta(weeks=high)


def _gap(young: Young, eighteen: date, ready: tuple[date, date] | None) -> Gap | None:
    """From the end of the children's help to the start of the adults': a fact, or the middle of the forecast."""
    ends, starts = young.child_ends or eighteen, young.adult_starts
    is_known = starts is not None
    if starts is None:
        if ready is None:
            return None
        starts = ready[0] + (ready[1] - ready[0]) / 2
    return Gap(ends, starts, is_known) if starts > ends else None


def _status(*, early: bool, left: float, ready: tuple[date, date] | None, gap: Gap | None, ends: date) -> Status:
    if gap is not None:
        return Status.GAP
    if early:
        return Status.EARLY
    if not left:
        return Status.READY
    return Status.CLOSE if ready is not None and ready[1] > ends else Status.ON_PLAN


def _steps(young: Young, rules: Rules, topics: Mapping[Topic, TopicState], today: date) -> tuple[Step, ...]:
    sixteen, eighteen = birthday(young.born, rules.start_age), birthday(young.born, rules.ready_age)
    done = {
        Milestone.FIRST_MEETING: young.met_on is not None,
        Milestone.OWNERS: young.has_child_owner and young.has_adult_owner,
        Milestone.NEED: young.need_described,
        Milestone.APPLICATION: young.applied_on is not None or young.adult_starts is not None,
        Milestone.DECISION: young.adult_starts is not None,
        Milestone.AGREED: all(state is TopicState.AGREED for state in topics.values()),
    }
    due = {one: add_months(eighteen, -months) for one, months in rules.before.items()}
    due[Milestone.FIRST_MEETING] = add_months(sixteen, rules.first_meeting)
    ordered = sorted(Milestone, key=lambda one: (due[one], list(Milestone).index(one)))
    return tuple(Step(one, due[one], done[one], not done[one] and due[one] < today) for one in ordered)
