"""The children's team: the Kirkeby family, a young person of 16, and what lies on the duty screen today."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from borgerfokus.cli.demo.acts import concerning, settling, working
from borgerfokus.cli.demo.acts.concerning import Assessed, Told
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen, worker
from borgerfokus.cli.demo.acts.working import Start
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.stars import Part, Stage
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.concerns import Channel, Function, ReceiptWay, Way
from borgerfokus.core.decisions.outcomes import Outcome

_DUTY, _COLLEAGUE, _KIND, _UNIT = "Maja Thorup", "Asger Bloch", "bl-18", "boern-forebyggelse"
_NEED = "Kommunen har fået en underretning om barnet."
_OLD = 60
"""So many notifications of the last year, decided long ago, stand among the closed ones."""


def _examined(stage: Stage, population: Population) -> None:
    """Villads is being examined: the talk with him is held, and the triangle is being described."""
    del population
    stage.take(38)
    talk = stage.note(24, "Børnesamtale med Villads", "Villads tegnede sit hjem og viste, hvor han kan lide at være.")
    stage.facts(24, entry=talk["id"])
    working.step(stage.pen, Step.BEGIN_ASSESSMENT, by=stage.hand, at=stage.at(12, 9, 30))
    stage.themes(11, entry=talk["id"])


def _supported(stage: Stage, population: Population) -> None:
    """Freja has a contact person; the first follow-up comes near."""
    del population
    stage.take(148)
    talk = stage.note(130, "Børnesamtale med Freja", "Freja vil selv vælge, hvad hun og kontaktpersonen laver.")
    stage.facts(130, entry=talk["id"])
    stage.judge(124)
    stage.issue(121, stage.draft(122, Outcome.GRANTED))
    stage.help(84)
    working.mark(stage.pen, "plan_made", at=stage.at(80, 10))
    stage.pen.case["follow_up_on"] = stage.desk.days.working(stage.desk.days.today + timedelta(days=5))


def _planned(stage: Stage, population: Population) -> None:
    """Nikolaj makes his youth plan; he is asked where he wants to live."""
    del population
    stage.take(30)
    talk = stage.note(20, "Samtale med Nikolaj", "Nikolaj vil gerne på en læreplads og bo tæt på sin bror.")
    stage.facts(20, leave=("O4", "O6"), entry=talk["id"])
    stage.themes(18, entry=talk["id"])
    stage.ask(4, "O4", due_in=8, pause=False)


PARTS = (
    Part("kirkeby_mid", "bl-20", _COLLEAGUE, 40, _examined, asks="kirkeby_mother"),
    Part("kirkeby_big", "bl-32", _COLLEAGUE, 150, _supported, asks="kirkeby_mother"),
    Part("young", "bl-108", _COLLEAGUE, 32, _planned),
)
"""The cases of children met by name."""
KINDS = frozenset({"bl-18", "bl-20", "bl-32", "bl-108"})
"""Kinds of case that only people met by name have: no ordinary family of the demo has a case about its child."""


def on_duty(*, desk: Desk, population: Population, draw: Draw) -> Iterator[Pen]:
    """Everything on the duty screen, in every state, and the cases that came of it."""
    duty, colleague = (worker(desk.organisation.named(name)) for name in (_DUTY, _COLLEAGUE))
    _long_ago(desk, draw, duty)
    now = desk.days.now
    _waiting(desk, draw, duty, population)
    violent = concerning.receive(desk, _VIOLENT, draw=draw, at=now - timedelta(hours=20))
    said = Assessed("Talt med skolen og moren. Drengen er hos sin farmor i nat.", violence=True)
    concerning.assess(desk, violent, said, by=duty, at=now - timedelta(hours=4))
    answered = concerning.receive(desk, _ANSWERED, draw=draw, at=now - timedelta(days=4, hours=3))
    _answer(desk, answered, duty, now - timedelta(days=4))
    _known_before(desk, draw, duty, population)
    yield _opened(desk, draw, population, duty, colleague)


def _known_before(desk: Desk, draw: Draw, duty: Hand, population: Population) -> None:
    """An earlier one about Alma, which went no further."""
    at = moment(desk.days.working(desk.days.back(80)), 9)
    row = concerning.receive(desk, _EARLIER, draw=draw, at=at)
    concerning.match(desk, row, population.cast["kirkeby_small"], by=duty, at=at + timedelta(hours=1))
    said = Assessed("Talt med sundhedsplejen. Alma trives og følges tæt.")
    concerning.assess(desk, row, said, by=duty, at=at + timedelta(hours=2))
    concerning.send_receipt(desk, row, ReceiptWay.PHONE, by=duty, at=at + timedelta(hours=3))
    reason = "Sundhedsplejen følger Alma, og moren har taget imod et kursus."
    concerning.no_further(desk, row, reason=reason, by=duty, at=at + timedelta(hours=4))


def _waiting(desk: Desk, draw: Draw, duty: Hand, population: Population) -> None:
    """Those whose clock runs: an anonymous one, one with three hours left, one that is told to be acute."""
    now = desk.days.now
    concerning.receive(desk, _ANONYMOUS, draw=draw, at=now - timedelta(hours=10))
    near = concerning.receive(desk, _NEAR, draw=draw, at=now - timedelta(hours=21), by=duty)
    concerning.take(desk, near, by=duty, at=now - timedelta(hours=20))
    concerning.match(desk, near, population.cast["kirkeby_mid"], by=duty, at=now - timedelta(hours=19))
    concerning.receive(desk, _ACUTE, draw=draw, at=now - timedelta(minutes=50))


def _answer(desk: Desk, row: Row, duty: Hand, at: datetime) -> None:
    """One that is answered: assessed, the receipt sent, the name withheld, and nothing further done."""
    concerning.take(desk, row, by=duty, at=at)
    said = Assessed("Talt med dagplejen. Barnet er hentet til tiden hele ugen.")
    concerning.assess(desk, row, said, by=duty, at=at + timedelta(hours=2))
    concerning.send_receipt(desk, row, ReceiptWay.EMAIL, by=duty, at=at + timedelta(hours=3))
    ground = "Naboen bor dør om dør med familien."
    concerning.withhold_identity(desk, row, ground=ground, by=duty, at=at + timedelta(hours=3))
    reason = "Familien har selv fundet hjælp, og dagplejen siger til, hvis det ændrer sig."
    concerning.no_further(desk, row, reason=reason, by=duty, at=at + timedelta(hours=4))


def _opened(desk: Desk, draw: Draw, population: Population, duty: Hand, colleague: Hand) -> Pen:
    """One that became a case for screening, about Alma."""
    child = population.cast["kirkeby_small"]
    day = desk.days.working(desk.days.back(6))
    row = concerning.receive(desk, _OPENED, draw=draw, at=moment(day, 8, 40), by=duty)
    concerning.match(desk, row, child, by=duty, at=moment(day, 9, 5))
    said = Assessed("Talt med dagtilbuddet og begge forældre. Alma er tryg i begge hjem, men meget træt.")
    concerning.assess(desk, row, said, by=duty, at=moment(day, 11))
    concerning.send_receipt(desk, row, ReceiptWay.PHONE, by=duty, at=moment(day, 11, 20))
    start = Start(desk.kinds[_KIND], child, _UNIT, "concern", _NEED, row["received_at"])
    pen = working.open_case(desk, start, by=duty, at=moment(day, 11, 40))
    summary = "En voksen omkring Alma er bekymret, fordi hun er træt og ked af det om morgenen."
    concerning.join(pen, row, summary=summary, by=duty, at=moment(day, 11, 40), way=Way.OPENED)
    me = desk.organisation.named(_COLLEAGUE)
    working.take(pen, by=me, at=moment(day, 13))
    working.step(pen, Step.ACCEPT, by=colleague, at=moment(day, 13, 10))
    settling.settle(pen)
    return pen


def _long_ago(desk: Desk, draw: Draw, duty: Hand) -> None:
    """A year's closed ones, cheaply: taken, assessed in time, nothing further."""
    for place in range(_OLD):
        day = desk.days.working(desk.days.back(360 - 5 * place))
        told = draw.one(_ORDINARY)
        row = concerning.receive(desk, told, draw=draw, at=moment(day, 9, place % 50))
        concerning.assess(desk, row, Assessed("Talt med skolen og forældrene."), by=duty, at=moment(day, 13))
        if not told.anonymous:
            concerning.send_receipt(desk, row, ReceiptWay.PHONE, by=duty, at=moment(day, 14))
        concerning.no_further(desk, row, reason="Skolen og familien har en aftale.", by=duty, at=moment(day, 15))


_ANONYMOUS = Told(
    seen="Der er tit råb om aftenen på anden sal. En lille pige sidder på trappen, til der bliver stille.",
    child="",
    age="Cirka 5 år",
    anonymous=True,
)
_NEAR = Told(
    seen="Villads har sagt til sin lærer, at han ikke tør gå hjem i dag. Han ville ikke sige hvorfor.",
    child="Villads Kirkeby",
    age="8 år",
    school="Fjordby Skole",
    siblings="To søstre, Freja og Alma",
    function=Function.SCHOOL,
    name="Bodil Rask",
    organisation="Fjordby Skole",
    phone="09 99 05 12",
    channel=Channel.PHONE,
)
_ACUTE = Told(
    seen="En dreng på omkring tre år går alene ved havnen uden sko. Vi har ham med inde nu.",
    child="",
    age="Cirka 3 år",
    function=Function.PRIVATE,
    name="Havnekiosken",
    phone="09 99 06 40",
    acute=True,
)
_VIOLENT = Told(
    seen="Drengen har mærker på armen og siger, at han blev taget hårdt fat i.",
    child="Elias Sund",
    age="10 år",
    school="Strandskolen",
    function=Function.SCHOOL,
    name="Palle Nymark",
    organisation="Strandskolen",
    address="Strandskolen\nStrandvejen 12\n9990 Fjordby",
    violence=True,
)
_ANSWERED = Told(
    seen="Barnet bliver hentet meget sent, og en af dem, der henter, virker beruset.",
    child="Oda Friis",
    age="2 år",
    function=Function.PRIVATE,
    name="Gerda Holmboe",
    email="gerda.holmboe@post.example",
)
_OPENED = Told(
    seen="Alma er træt og ked af det om morgenen. Hun siger, at hun ikke har sovet.",
    child="Alma Kirkeby",
    age="3 år",
    siblings="Freja og Villads",
    function=Function.DAYCARE,
    name="Kirsten Bork",
    organisation="Dagtilbuddet Solsikken",
    phone="09 99 05 30",
    channel=Channel.PHONE,
)
_EARLIER = Told(
    seen="Alma virker træt og sulten, når hun kommer.",
    child="Alma Kirkeby",
    age="3 år",
    function=Function.DAYCARE,
    name="Kirsten Bork",
    organisation="Dagtilbuddet Solsikken",
    phone="09 99 05 30",
)
_SCHOOL = Told(
    "Mange fraværsdage og svært at få fat i hjemmet.",
    "Et barn i 3. klasse",
    function=Function.SCHOOL,
    name="Skolen",
    organisation="Fjordby Skole",
    phone="09 99 05 12",
)
_AUNT = Told(
    "En ung er ofte alene hjemme i flere dage.",
    "En dreng på 14",
    function=Function.FAMILY,
    name="En moster",
    phone="09 99 06 41",
)
_ORDINARY = (_SCHOOL, Told("Højlydte skænderier om natten.", "", anonymous=True), _AUNT)
