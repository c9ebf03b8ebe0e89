"""What happens in the cases of the cast, as of today."""

from datetime import timedelta
from decimal import Decimal

from borgerfokus.cli.demo import booking, children, corresponding, elsewhere, helping, together
from borgerfokus.cli.demo.acts import (
    accessing,
    appealing,
    informing,
    journaling,
    sharing,
    working,
)
from borgerfokus.cli.demo.acts.informing import Known
from borgerfokus.cli.demo.acts.pen import system, worker
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.stars import Part, Stage
from borgerfokus.cli.demo.words import common
from borgerfokus.core.dates import add_months
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome

_HOME_VISIT = (
    "Vi gik en almindelig uge igennem. Mads klarer indkøb med en liste. Det sværeste er breve fra det offentlige "
    "og at komme ud ad døren før klokken ti. Hans søster Ida var med."
)


def _mads(stage: Stage, population: Population) -> None:
    """Waits for a document from the citizen; one fact is missing and one has grown too old."""
    pen, organisation = stage.pen, stage.desk.organisation
    stage.take(40)
    working.let_in(pen, population.cast["ida"], "relative", by=stage.hand, at=stage.at(38, 9))
    secret = stage.note(19, "Samtale med en anden", "Indholdet er givet i fortrolighed.")
    ground, article = common.SECRET
    leader = worker(organisation.leader_of("voksenteamet"))
    journaling.withhold(pen, secret, ground=ground, article=article, by=leader, at=stage.at(19, 14))
    stage.themes(37)
    visit = stage.note(11, "Vi gik en almindelig uge igennem", _HOME_VISIT, channel="home_visit")
    old = Known(
        "Moderat nedsat til praktiske opgaver", "statusnotat fra Bostøtten", add_months(stage.desk.days.today, -8)
    )
    informing.record(pen, "O7", old, by=stage.hand, at=stage.at(11, 13, 30))
    stage.facts(11, leave=("O7", "O10", "O11"), entry=visit["id"])
    text = "Jeg glemte at sige, at jeg tit ikke får spist. Det hænger sammen med søvnen."
    journaling.comment(pen, about=visit["id"], text=text, by=stage.home, at=stage.at(10, 19, 40))
    stage.themes(9, entry=visit["id"])
    stage.ask(6, "O10", due_in=7, pause=True)
    asked = max(moment(stage.desk.days.working(stage.desk.days.today, after=-4), 20, 15), stage.pen.at)
    accessing.ask(stage.pen, wanted="Alt, hvad der står om min bostøtte", by=stage.home, at=asked)
    booking.mads(stage)
    corresponding.asks_about_the_visit(stage, visit)


def _lene(stage: Stage, population: Population) -> None:
    """A decision that grants a part has been received, and can be appealed."""
    del population
    reader = stage.desk.organisation.leader_of("voksenteamet")
    stage.take(58)
    visit = stage.note(40, "Besøg hjemme hos Lene", "Vi talte om post, aftaler og aftener.", channel="home_visit")
    stage.facts(40, entry=visit["id"])
    stage.judge(26)
    stage.hear(24, answered=14)
    row = stage.draft(8, Outcome.PARTLY, reader=reader, approved=7)
    stage.issue(5, row)
    words = ("Vi talte om post, aftaler og aftener.", "Vi talte ikke om aftener. Det er om morgenen, det er svært.")
    accessing.ask_about_data(
        stage.pen, kind="correction", words=words, entry=visit, by=stage.home, at=stage.at(2, 19, 10)
    )
    booking.lene(stage)


def _new(stage: Stage, population: Population) -> None:
    """Has just come; nobody has taken it."""
    del stage, population


def _follow(stage: Stage, population: Population) -> None:
    """The help runs; somebody opened the case in an emergency, which nobody has reviewed."""
    del population
    stage.take(148)
    visit = stage.note(132, "Besøg hjemme hos Rosa", "Rosa vil ud af huset to gange om ugen.", channel="home_visit")
    stage.facts(132, entry=visit["id"])
    stage.judge(120)
    row = stage.draft(110, Outcome.GRANTED)
    stage.issue(108, row)
    stage.help(100)
    asked = accessing.ask(stage.pen, wanted="", by=stage.home, at=stage.at(60, 19, 30))
    accessing.answer(stage.pen, asked, by=stage.hand, at=stage.at(56, 14))
    stage.pen.case["follow_up_on"] = stage.desk.days.working(stage.desk.days.today + timedelta(days=6))
    helped = helping.Help(stage)
    helped.order(106)
    helped.begin(100)
    helped.plan(96)
    helped.agree(92)
    helped.talk(90)
    helped.status(60, level=-1)
    helped.follow(48, next_on=stage.desk.days.working(stage.desk.days.today + timedelta(days=6)))
    helped.more_hours(40)
    corresponding.was_answered(stage)
    helped.status(9, level=-1, measured=("WHO-5", Decimal(56)))
    corresponding.still_waits(stage)
    stage.themes(3)
    nurse = stage.desk.organisation.named("Ulla Markholt")
    reason = common.EMERGENCIES[0]
    sharing.break_glass(stage.pen, reason=reason, minutes=60, by=worker(nurse), at=stage.at(2, 16, 20))


def _planned(stage: Stage, population: Population) -> None:
    """The help has begun, and a plan waits for the citizen to say yes."""
    del population
    stage.take(58)
    visit = stage.note(50, "Besøg hjemme hos Asta", "Asta vil selv kunne åbne sin post.", channel="home_visit")
    stage.facts(50, entry=visit["id"])
    stage.judge(38)
    stage.issue(24, stage.draft(26, Outcome.GRANTED))
    helped = helping.Help(stage)
    helped.order(20)
    helped.begin(12)
    helped.plan(3)


def _drafted(stage: Stage, population: Population) -> None:
    """The stay has begun, and the plan is being written with the citizen."""
    del population
    stage.take(80)
    stage.facts(70, entry=stage.note(70, "Møde på Havbo", "Mona har set værelset og vil gerne bo der.")["id"])
    stage.judge(52)
    reader = stage.desk.organisation.leader_of("voksenteamet")
    stage.issue(34, stage.draft(40, Outcome.GRANTED, reader=reader, approved=38))
    helped = helping.Help(stage)
    helped.order(30)
    helped.begin(20)
    helped.write(2)


def _krogh(stage: Stage, population: Population) -> None:
    """A decision waits for the leader to read it."""
    del population
    stage.take(44)
    stage.facts(34, entry=stage.note(34, "Møde på rådhuset", "Ida fortalte om en almindelig dag.")["id"])
    stage.judge(25)
    stage.hear(24, answered=12)
    stage.draft(1, Outcome.PARTLY, reader=stage.desk.organisation.leader_of("voksenteamet"))


def _second(stage: Stage, population: Population) -> None:
    """A decision waits for the second reader."""
    del population
    stage.take(50)
    stage.facts(40, entry=stage.note(40, "Samtale i telefonen", "Tina er enig i det, vi har skrevet.")["id"])
    stage.judge(26)
    stage.hear(25, answered=15)
    stage.draft(2, Outcome.REFUSED, reader=stage.desk.organisation.named("Nanna Hedelund"))
    corresponding.asks_while_the_caseworker_is_away(stage)


def _appeals(stage: Stage, population: Population) -> None:
    """Refused, and appealed: the decision is to be looked at again."""
    del population
    stage.take(84)
    stage.facts(70, entry=stage.note(70, "Samtale i telefonen", "Preben fortalte om sin dag.")["id"])
    stage.judge(52)
    stage.hear(50, answered=41)
    reader = stage.desk.organisation.leader_of("voksenteamet")
    row = stage.draft(30, Outcome.REFUSED, reader=reader, approved=29)
    stage.issue(28, row)
    text = "Jeg er uenig. Aftenerne er det sværeste, og det har I ikke set på."
    appealing.appeal(stage.pen, row, text=text, by=stage.home, at=stage.at(9, 20, 5))


def _undelivered(stage: Stage, population: Population) -> None:
    """The letter with the decision did not arrive."""
    del population
    stage.take(62)
    stage.facts(
        40, entry=stage.note(40, "Besøg hjemme hos Bent", "Bent øver at åbne sin post.", channel="home_visit")["id"]
    )
    stage.judge(12)
    stage.issue(1, stage.draft(3, Outcome.GRANTED), arrives=False)


def _home(stage: Stage, population: Population) -> None:
    """Waits for the hospital."""
    del population
    stage.take(47)
    visit = stage.note(30, "Netværksmøde", "Sofie, hendes mor og sygehuset var med.", channel="meeting")
    stage.facts(30, leave=("O6", "O11"), entry=visit["id"])
    stage.ask(13, "O6", due_in=4, pause=True, source="hospital", whom="Psykiatrisk ambulatorium")


def _ward(stage: Stage, population: Population) -> None:
    """The guardian is asked for something."""
    del population
    stage.take(24)
    stage.facts(15, leave=("O4", "O6"), entry=stage.note(15, "Møde med Kaj og hans værge", "Poul var med.")["id"])
    stage.ask(4, "O4", due_in=10, pause=False)


def _chased(stage: Stage, population: Population) -> None:
    """A doctor who is late, two who say different things, and a fact that rests on an assessment begun again."""
    del population
    pen = stage.pen
    stage.take(58)
    stage.themes(52)
    theme = pen.themes["chores", 1]
    on_theme = Known(
        "Klarer ikke at gøre rent uden hjælp",
        "Udredning: Praktiske opgaver",
        theme["at"].date(),
        kind="theme",
        theme=theme["id"],
        quality="professional",
    )
    informing.record(pen, "O7", on_theme, by=stage.hand, at=stage.at(51, 10))
    visit = stage.note(50, "Besøg hjemme hos Asta", "Asta fortalte om sine nætter og om sit arbejde.")
    told = Known(
        "Er sygemeldt på fuld tid", "Besøg hjemme hos Asta", visit["happened_at"].date(), entry=visit["id"],
        quality="first_hand",
    )  # fmt: skip
    informing.record(pen, "O6", told, by=stage.hand, at=stage.at(50, 15))
    stage.facts(49, leave=("O5", "O6", "O7", "O11"), entry=visit["id"])
    part = Known("Har fået støtte i 2019", "Asta, i telefonen", stage.desk.days.back(48), complete=False)
    informing.record(pen, "O5", part, by=stage.hand, at=stage.at(48, 10))
    row = stage.ask(40, "O11", due_in=-20, pause=False, source="doctor", whom="Lægerne på Havnen")
    informing.remind(pen, row, by=system("reminders"), at=stage.at(18, 6, 15))
    call = stage.note(12, "Opkald fra jobcentret", "Asta er begyndt i en praktik på 12 timer.")
    other = Known(
        "Er i praktik 12 timer om ugen", "Opkald fra jobcentret", call["happened_at"].date(), entry=call["id"],
        quality="professional",
    )  # fmt: skip
    informing.contradict(pen, "O6", other, by=stage.hand, at=stage.at(12, 14))
    stage.themes(6)


def _remitted(stage: Stage, population: Population) -> None:
    """Refused, appealed and upheld; the appeal body has sent the case back, and it is to be decided anew."""
    del population
    stage.take(250)
    stage.facts(240, entry=stage.note(240, "Samtale i telefonen", "Børge fortalte om sine aftener.")["id"])
    stage.judge(230)
    stage.hear(228, answered=219)
    reader = stage.desk.organisation.leader_of("voksenteamet")
    row = stage.draft(205, Outcome.REFUSED, reader=reader, approved=204)
    stage.issue(203, row)
    text = "Jeg har brug for støtte om aftenen. Det har I ikke undersøgt."
    made = appealing.appeal(stage.pen, row, text=text, by=stage.home, at=stage.at(190, 20))
    appealing.reassess(
        stage.pen,
        made,
        outcome=AppealOutcome.UPHELD,
        reasons=common.REASSESSED[False],
        plan=stage.plan(Outcome.GRANTED),
        by=stage.hand,
        at=stage.at(170, 10),
    )
    words = common.BOARD[BoardOutcome.REMITTED][0]
    appealing.board(stage.pen, made, outcome=BoardOutcome.REMITTED, words=words, by=stage.hand, at=stage.at(9, 10))


CAST = (
    *children.PARTS,
    Part("mads", "sel-85", "Karen Lindvad", 42, _mads),
    Part("lene", "sel-85", "Karen Lindvad", 60, _lene),
    Part("appeals", "sel-85", "Karen Lindvad", 88, _appeals),
    Part("undelivered", "sel-85", "Karen Lindvad", 65, _undelivered),
    Part("home", "sel-107", "Karen Lindvad", 50, _home),
    Part("follow", "sel-85", "Karen Lindvad", 152, _follow),
    Part("drafted", "sel-107", "Oskar Brink", 84, _drafted),
    Part("planned", "sel-85", "Karen Lindvad", 60, _planned),
    Part("new", "sel-85", "Karen Lindvad", 1, _new),
    Part("chased", "sel-85", "Karen Lindvad", 60, _chased),
    Part("remitted", "sel-85", "Karen Lindvad", 252, _remitted),
    Part("krogh", "sel-85", "Oskar Brink", 46, _krogh),
    Part("second", "sel-85", "Oskar Brink", 52, _second),
    Part("ward", "sel-107", "Oskar Brink", 27, _ward),
    *elsewhere.PARTS,
    *together.CAST,
)
"""Who is met by name."""
