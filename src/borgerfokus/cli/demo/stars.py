"""The cases of the people one meets by name, each so that somebody has something to do today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from borgerfokus.cli.demo.acts import (
    deciding,
    hearing,
    informing,
    journaling,
    offering,
    requesting,
    settling,
    theming,
    working,
)
from borgerfokus.cli.demo.acts.deciding import Plan
from borgerfokus.cli.demo.acts.informing import Ask, Judged, Known
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen, citizen, worker
from borgerfokus.cli.demo.acts.requesting import Form
from borgerfokus.cli.demo.citizens import Citizen, Population
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.forms import answers
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.cli.demo.words import BY_KIND, themes
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome


@dataclass
class Stage:
    """A case of the cast: days are told back from today, and the same thing happens in every demo."""

    desk: Desk
    who: Citizen
    kind_key: str
    me: Worker
    draw: Draw
    days_ago: int
    pen: Pen

    @property
    def hand(self) -> Hand:
        """The caseworker."""
        return worker(self.me)

    @property
    def home(self) -> Hand:
        """The citizen."""
        return citizen(self.who)

    def at(self, days_ago: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment so many days ago; the municipality's hours are those of the nearest working day before."""
        day = self.desk.days.back(days_ago)
        while days_ago and not self.desk.days.calendar.is_working_day(day):
            day -= timedelta(days=1)
        planned = moment(day, hour, minute)
        last = self.pen.at + timedelta(minutes=1)
        return min(max(planned, last), self.desk.days.now)

    def take(self, days_ago: int) -> None:
        """The caseworker takes the case and starts on it."""
        working.take(self.pen, by=self.me, at=self.at(days_ago, 9, 5))
        working.step(self.pen, Step.ACCEPT, by=self.hand, at=self.at(days_ago, 9, 12))

    def note(self, days_ago: int, title: str, body: str, *, channel: str = "phone", hour: int = 13) -> Row:
        """A note of the caseworker's."""
        return journaling.note(
            self.pen, title=title, body=body, channel=channel, by=self.hand, at=self.at(days_ago, hour)
        )

    def facts(self, days_ago: int, *, leave: tuple[str, ...] = (), entry: int | None = None) -> None:
        """Record everything on the list, except what is left for later."""
        words = BY_KIND[self.kind_key].facts
        for number, spec in enumerate(self.pen.kind.spec.information):
            if spec.key in leave or spec.key in self.pen.evidence:
                continue
            at = self.at(days_ago, 14, number * 3)
            known = Known(words[spec.key].values[0], words[spec.key].source, at.date(), entry=entry)
            informing.record(self.pen, spec.key, known, by=self.hand, at=at)

    def ask(
        self, days_ago: int, fact: str, *, due_in: int, pause: bool, source: str = "citizen", whom: str = ""
    ) -> Row:
        """Ask for one fact; `due_in` days from today."""
        due = self.desk.days.working(self.desk.days.today + timedelta(days=due_in))
        what = Ask((fact,), source, whom or self.who.name, due, pause)
        [row] = informing.ask(self.pen, what, by=self.hand, at=self.at(days_ago, 10, 12))
        return row

    def judge(self, days_ago: int) -> None:
        """Assess, and begin on the decision."""
        working.step(self.pen, Step.BEGIN_ASSESSMENT, by=self.hand, at=self.at(days_ago, 9, 30))
        self.themes(days_ago, hour=10)
        informing.assess(self.pen, self.judged(), by=self.hand, at=self.at(days_ago, 11))
        offering.choose_usual(self.pen, by=self.hand, at=self.at(days_ago, 11, 10))
        working.step(self.pen, Step.BEGIN_DECISION, by=self.hand, at=self.at(days_ago, 11, 30))

    def themes(self, days_ago: int, *, hour: int = 10, entry: int | None = None) -> None:
        """Assess theme by theme; the second time as it has become since, and one theme is confirmed as it was."""
        told = themes.profile(self.kind_key, self.draw.of(f"themes:{self.kind_key}"), entry=entry)
        if not self.pen.rounds:
            theming.save(self.pen, told, by=self.hand, at=self.at(days_ago, hour, 20))
            groups = offering.GROUPS.get(self.kind_key, ())
            theming.group(self.pen, groups, by=self.hand, at=self.at(days_ago, hour, 25))
            return
        theming.begin(self.pen, by=self.hand, at=self.at(days_ago, hour, 5))
        theming.confirm(self.pen, told[0].theme, by=self.hand, at=self.at(days_ago, hour, 10))
        later = [themes.since(one) for one in told[1:-1]]
        theming.save(self.pen, later, by=self.hand, at=self.at(days_ago, hour, 20))

    def judged(self) -> Judged:
        """The assessment."""
        words = BY_KIND[self.kind_key]
        return Judged(self.pen.case["need"], words.observed[0], "", words.conclusion[0], 2)

    def hear(self, days_ago: int, *, answered: int | None) -> None:
        """Ask the party about what speaks against, and perhaps get an answer."""
        words = BY_KIND[self.kind_key]
        fact, values = words.against
        known = Known(values[0], words.facts[fact].source, self.desk.days.back(days_ago), against=True)
        informing.record(self.pen, fact, known, by=self.hand, at=self.at(days_ago, 12))
        text = (
            f"Vi har fået en oplysning, som taler imod noget af det, du søger om: {values[0]}. Hvad siger du til det?"
        )
        row = hearing.hear(self.pen, facts=[fact], text=text, by=self.hand, at=self.at(days_ago, 12, 30))
        if answered is not None:
            answer = words.hearing_answers[0]
            hearing.answer_hearing(self.pen, row, text=answer, by=self.home, at=self.at(answered, 19, 40))

    def plan(self, outcome: Outcome, wish: int = 0) -> Plan:
        """What the decision says."""
        words = BY_KIND[self.kind_key]
        chosen = words.wishes[wish]
        return Plan(
            outcome=outcome,
            applied_for=chosen.whole,
            granted={Outcome.GRANTED: chosen.whole, Outcome.PARTLY: chosen.part}.get(outcome, ""),
            refused={Outcome.PARTLY: chosen.rest, Outcome.REFUSED: chosen.whole}.get(outcome, ""),
            provider="" if outcome is Outcome.REFUSED else chosen.provider,
            months=words.months,
            why=words.why[0],
        )

    def draft(
        self, days_ago: int, outcome: Outcome, *, reader: Worker | None = None, approved: int | None = None
    ) -> Row:
        """Write the decision; perhaps somebody else is asked to read it, and perhaps has."""
        row = deciding.draft(self.pen, self.plan(outcome), by=self.hand, at=self.at(days_ago, 9, 40))
        if reader is not None:
            deciding.ask_approval(self.pen, row, reader=reader.id, by=self.hand, at=self.at(days_ago, 10, 20))
            if approved is not None:
                deciding.approve(self.pen, row, by=worker(reader), at=self.at(approved, 11))
        return row

    def issue(self, days_ago: int, row: Row, *, arrives: bool = True) -> bool:
        """Send the letter. Returns whether it has arrived."""
        posted = deciding.issue(self.pen, row, by=self.hand, at=self.at(days_ago, 13, 30), typeset=True)
        if not arrives:
            deciding.fail(self.pen, row, posted.message)
            return False
        return deciding.deliver(self.pen, row, posted.message)

    def help(self, days_ago: int) -> None:
        """The help starts."""
        working.step(self.pen, Step.START_INTERVENTION, by=self.hand, at=self.at(days_ago, 9))


Scene = Callable[[Stage, Population], None]


@dataclass(frozen=True)
class Part:
    """Whose case, of which kind, with whom, begun how many days ago, and how it goes.

    `asks` is the parent who asks for it.
    """

    key: str
    kind: str
    employee: str
    days_ago: int
    scene: Scene
    asks: str = ""


def play(part: Part, *, desk: Desk, population: Population, draw: Draw) -> Pen:
    """Tell the case of somebody of the cast."""
    kind, who = desk.kinds[part.kind], population.cast[part.key]
    me = desk.organisation.named(part.employee)
    received = moment(desk.days.back(part.days_ago), 19, 40)
    received = min(received, desk.days.now - timedelta(hours=1))
    form = Form(
        kind=kind,
        citizen=who,
        unit_key=kind.unit_key,
        channel="self_service",
        answers=_first_answers(desk, part, draw.of(f"{part.key} {part.kind}"), received),
        received=received,
        relation="custody" if part.asks else "self",
    )
    pen = requesting.submit(desk, form, by=citizen(population.cast[part.asks or part.key]), at=received)
    stage = Stage(desk, who, part.kind, me, draw.of(part.key), part.days_ago, pen)
    if part.kind == "sul-140":
        working.mark(pen, "discharged", at=received - timedelta(days=1))
    part.scene(stage, population)
    settling.settle(pen)
    return pen


def _first_answers(desk: Desk, part: Part, draw: Draw, received: datetime) -> dict[str, object]:
    """Everything that the form asks, with the first of the words for each."""
    words, spec = BY_KIND[part.kind], desk.kinds[part.kind].spec
    found = answers(spec, words, draw, received.date())
    return found | {field.key: words.answers[field.key][0] for field in spec.fields if field.key in words.answers}
