"""What happens in the cases of the cast outside the adult team, as of today."""

from datetime import timedelta

from borgerfokus.cli.demo import booking
from borgerfokus.cli.demo.acts import (
    informing,
    notices,
    sharing,
    working,
)
from borgerfokus.cli.demo.acts.pen import system
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.stars import Part, Stage
from borgerfokus.cli.demo.words import common
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome


def _child(stage: Stage, population: Population) -> None:
    """A child who is to be trained; the mother acts, and is asked how he gets there."""
    pen, parent = stage.pen, population.cast["parent"]
    stage.take(2)
    working.let_in(pen, parent, "representative", by=stage.hand, at=stage.at(2, 10))
    entry = stage.note(2, "Samtale med Emils mor", "Emil går med krykker og vil gerne spille fodbold igen.")
    stage.facts(2, leave=("O5", "O6"), entry=entry["id"])
    stage.ask(1, "O5", due_in=6, pause=False)


def _old_care(stage: Stage, population: Population) -> None:
    """The help at home runs, and is to be followed up."""
    del population
    stage.take(190)
    visit = stage.note(
        186, "Besøg hos Inger", "Inger viste, hvordan morgenen går. Helle var med.", channel="home_visit"
    )
    stage.facts(186, entry=visit["id"])
    stage.judge(185)
    row = stage.draft(184, Outcome.GRANTED)
    stage.issue(184, row)
    stage.help(182)
    stage.themes(8)
    stage.pen.case["follow_up_on"] = stage.desk.days.working(stage.desk.days.today)


def _old_aid(stage: Stage, population: Population) -> None:
    """An aid: the citizen is asked about the home."""
    del population
    stage.take(15)
    stage.facts(
        10, leave=("O3", "O5"), entry=stage.note(10, "Samtale i telefonen", "Inger er bange for at falde.")["id"]
    )
    stage.ask(6, "O3", due_in=8, pause=False)


def _paper(stage: Stage, population: Population) -> None:
    """Exempt from Digital Post: the letter waits to be printed."""
    del population
    stage.take(9)
    visit = stage.note(6, "Besøg hos Svend", "Svend kan ikke støvsuge og vaske gulv.", channel="home_visit")
    stage.facts(6, entry=visit["id"])
    stage.judge(3)
    stage.issue(0, stage.draft(1, Outcome.GRANTED))


def _protected(stage: Stage, population: Population) -> None:
    """Is being heard, and has still time to answer."""
    del population
    stage.take(26)
    stage.facts(14, entry=stage.note(14, "Gennemgang af udgifter", "Vi gik hver udgift igennem.")["id"])
    stage.judge(7)
    stage.hear(5, answered=None)


def _deaf(stage: Stage, population: Population) -> None:
    """Everything is known; the decision is to be written."""
    del population
    stage.take(30)
    stage.facts(12, entry=stage.note(12, "Møde med tolk", "Vi talte med tegnsprogstolk om hver udgift.")["id"])
    stage.judge(2)
    booking.deaf(stage)


def _chair(stage: Stage, population: Population) -> None:
    """The date has passed; a new one is promised."""
    del population
    stage.take(34)
    visit = stage.note(
        20, "Afprøvning i hjemmet", "Stolen passer til bordet. Lageret venter på levering.", channel="home_visit"
    )
    stage.facts(20, entry=visit["id"])
    working.step(stage.pen, Step.BEGIN_ASSESSMENT, by=stage.hand, at=stage.at(16, 10))
    due = stage.desk.days.calendar.next_working_day(stage.pen.case["received_at"].date() + timedelta(weeks=4))
    title = stage.pen.kind.spec.deadlines[0].title.da
    after = working.slip(
        stage.pen, deadline="decision", title=title, due=due, by=system("deadline-sweep"), at=stage.at(7, 6, 30)
    )
    notices.slipped(stage.pen, title=title, before=due, after=after)
    informing.assess(stage.pen, stage.judged(), by=stage.hand, at=stage.at(5, 10))
    working.step(stage.pen, Step.BEGIN_DECISION, by=stage.hand, at=stage.at(5, 10, 30))


def _offered(stage: Stage, population: Population) -> None:
    """Offered to the adult team, which has not answered."""
    del population
    stage.take(16)
    stage.facts(9, leave=("O4",), entry=stage.note(9, "Samtale i telefonen", "Ulrik har også brug for støtte.")["id"])
    sharing.offer(
        stage.pen,
        to="voksenteamet",
        must_know=common.MUST_KNOW[0],
        promised=common.PROMISED[0],
        by=stage.hand,
        at=stage.at(2, 9),
        named=stage.desk.organisation.named("Oskar Brink"),
    )
    talk = sharing.Talk(
        stage.at(1, 10).date(),
        "Sara Ankerstjerne, Oskar Brink og Ulrik Stavnsbo",
        "Ulrik vil gerne ringes op om formiddagen. Regningen fra fysioterapeuten mangler endnu.",
    )
    sharing.talk(stage.pen, talk, by=stage.hand, at=stage.at(1, 10))


def _reviewed(stage: Stage, population: Population) -> None:
    """The help at home is being looked at again."""
    del population
    stage.take(204)
    visit = stage.note(201, "Besøg hos Jytte", "Jytte kan ikke selv komme i bad.", channel="home_visit")
    stage.facts(201, entry=visit["id"])
    stage.judge(199)
    row = stage.draft(198, Outcome.GRANTED)
    stage.issue(198, row)
    stage.help(196)
    working.step(stage.pen, Step.BEGIN_FOLLOW_UP, by=stage.hand, at=stage.at(4, 9))
    stage.themes(3)


def _asked(stage: Stage, population: Population) -> None:
    """The home nurses are asked, and have not answered."""
    del population
    stage.take(5)
    unit, question, _ = common.CONSULTED[0]
    due = stage.desk.days.working(stage.desk.days.today, after=3)
    sharing.consult(stage.pen, unit=unit, question=question, due=due, by=stage.hand, at=stage.at(3, 11))


PARTS = (
    Part("child", "sul-140", "Rikke Skovbo", 3, _child),
    Part("old", "aeldre-helhedspleje", "Winnie Østerby", 191, _old_care),
    Part("old", "sel-112", "Jonas Bredahl", 17, _old_aid),
    Part("paper", "aeldre-helhedspleje", "Winnie Østerby", 10, _paper),
    Part("protected", "sel-100", "Sara Ankerstjerne", 28, _protected),
    Part("deaf", "sel-100", "Sara Ankerstjerne", 33, _deaf),
    Part("chair", "sel-112", "Jonas Bredahl", 36, _chair),
    Part("offered", "sel-100", "Sara Ankerstjerne", 18, _offered),
    Part("reviewed", "aeldre-helhedspleje", "Winnie Østerby", 206, _reviewed),
    Part("asked", "aeldre-helhedspleje", "Winnie Østerby", 6, _asked),
)
"""Whose cases these are, in the order in which they are told."""
