"""The cast across departments: young people on the way to 18, and a citizen with three cases and one who holds them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from borgerfokus.cli.demo.acts import growing, joining, working
from borgerfokus.cli.demo.acts.growing import Said
from borgerfokus.cli.demo.acts.joining import Called, Shared
from borgerfokus.cli.demo.acts.pen import worker
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.helping import Help
from borgerfokus.cli.demo.stars import Part, Stage
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.coordination.sharing import Part as Shareable
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.transition.words import Topic, TopicState

_WORDS = {
    Topic.SUPPORT: "Hjemmevejleder fra 18 år. Emnet er talt igennem med den unge.",
    Topic.EDUCATION: "STU fra august. Uddannelsesvejlederen er med.",
    Topic.WORK: "Der er søgt om uddannelseshjælp fra 18-års-dagen.",
    Topic.HOUSING: "Bliver boende derhjemme det første år.",
    Topic.SOCIAL: "Fortsætter i Ungecaféen om onsdagen.",
    Topic.OTHER: "Egen læge, bank og MitID er på plads.",
}
_GOING = {
    Topic.SUPPORT: "Vi er ved at finde ud af, hvor meget hjælp der skal til.",
    Topic.EDUCATION: "Uddannelsesvejlederen holder møde i næste måned.",
    Topic.WORK: "Jobcentret er spurgt om forsørgelse fra 18 år.",
    Topic.HOUSING: "To steder er besøgt. Der er venteliste begge steder.",
    Topic.SOCIAL: "Vi leder efter et fællesskab, der passer.",
    Topic.OTHER: "MitID og bank mangler.",
}


@dataclass(frozen=True)
class Way:
    """How far a young person is: topics by state, the adults' owner, what is expected, and the days that are known.

    Days are counted from today: `met` and `applied` back, `starts` from the 18th birthday.
    """

    agreed: tuple[Topic, ...] = ()
    going: tuple[Topic, ...] = ()
    adult: str = ""
    expected: tuple[tuple[str, tuple[str, str, str]], ...] = ()
    met: int | None = None
    applied: int | None = None
    starts: int | None = None
    wish: str = ""
    need: str = ""
    more: dict[str, str] = field(default_factory=dict)


_WAYS = {
    "emil": Way(
        agreed=(Topic.SUPPORT, Topic.SOCIAL),
        going=(Topic.EDUCATION, Topic.WORK),
        adult="Karen Lindvad",
        expected=(("hjemmevejleder", ("8", "12", "16")), ("bofaellesskab-tangen", ("6", "9", "12"))),
        met=280,
        applied=20,
        starts=47,
        wish="Jeg vil gerne bo selv, men ikke helt alene. Jeg vil gerne arbejde med cykler.",
        need="Emil skal have hjælp hver dag til at komme op, lave mad og holde styr på penge.",
        more={"housing": "Tangen har først plads 47 dage efter 18-års-dagen. Der er ikke fundet andet endnu."},
    ),
    "noor": Way(
        agreed=(Topic.SUPPORT, Topic.SOCIAL, Topic.OTHER),
        going=(Topic.EDUCATION, Topic.HOUSING),
        adult="Yusuf Arslan",
        expected=(("hjemmevejleder", ("9", "12", "16")),),
        met=300,
        starts=21,
    ),
    "alba": Way(
        agreed=tuple(Topic),
        adult="Milla Høgsbro",
        expected=(("hjemmevejleder", ("3", "4", "6")),),
        met=330,
        applied=60,
        starts=0,
        wish="Jeg vil på højskole og senere læse til pædagog.",
    ),
    "william": Way(
        agreed=(Topic.EDUCATION, Topic.SOCIAL),
        going=(Topic.SUPPORT, Topic.HOUSING),
        adult="Oskar Brink",
        expected=(("hjemmevejleder", ("6", "8", "11")),),
        met=200,
    ),
    "freja": Way(
        going=(Topic.SUPPORT, Topic.EDUCATION, Topic.SOCIAL),
        adult="Tove Elmelund",
        expected=(("bofaellesskab-tangen", ("10", "12", "12")), ("vaerkstedet", ("9", "11", "12"))),
        met=120,
    ),
    "ravn": Way(going=(Topic.SUPPORT,), met=60),
    "selma": Way(adult="Oskar Brink"),
}


def _young(stage: Stage, population: Population) -> None:
    """A case with a youth plan, and as much of the way as has been gone."""
    del population
    key = next(key for key, one in _WAYS.items() if _who(stage, key))
    way = _WAYS[key]
    stage.take(stage.days_ago - 2)
    if stage.days_ago > 100:
        stage.facts(stage.days_ago - 20, entry=stage.note(stage.days_ago - 20, "Samtale derhjemme", _HOME)["id"])
        stage.judge(stage.days_ago - 24)
        stage.issue(stage.days_ago - 28, stage.draft(stage.days_ago - 26, Outcome.GRANTED))
        stage.help(stage.days_ago - 32)
        working.mark(stage.pen, "plan_made", at=stage.at(stage.days_ago - 32, 14))
    row = _transition(stage)
    _go(stage, row, way)


def _go(stage: Stage, row: Row, way: Way) -> None:
    pen, organisation = stage.pen, stage.desk.organisation
    last = min(stage.days_ago - 33, 40) if stage.days_ago > 100 else 5
    growing.owner(pen, row, "child", stage.me, by=stage.hand, at=stage.at(last, 9))
    if way.adult:
        growing.owner(pen, row, "adult", organisation.named(way.adult), by=stage.hand, at=stage.at(last, 9, 5))
    for said in _said(way):
        growing.topic(pen, row, said, by=stage.hand, at=stage.at(last - 1, 10))
    days, eighteen = stage.desk.days, stage.desk.days.today + timedelta(days=_left(stage))
    known = {
        "met_on": days.back(way.met) if way.met is not None else None,
        "applied_on": days.back(way.applied) if way.applied is not None else None,
        "adult_starts": eighteen + timedelta(days=way.starts) if way.starts is not None else None,
    }
    if any(known.values()):
        told = {name: day for name, day in known.items() if day}
        growing.days(pen, row, by=stage.hand, at=stage.at(last - 2, 11), need=way.need, **told)
    hand = worker(organisation.named(way.adult)) if way.adult else stage.hand
    for key, extent in way.expected:
        growing.expect(pen, row, key, extent, by=hand, at=stage.at(last - 2, 13))
    if way.wish:
        growing.wish(pen, row, way.wish, by=stage.home, at=stage.at(last - 3, 19))


def _said(way: Way) -> Iterable[Said]:
    for topic in way.agreed:
        yield Said(topic, TopicState.AGREED, _WORDS[topic])
    for topic in way.going:
        yield Said(topic, TopicState.GOING, _GOING[topic])
    for key, text in way.more.items():
        yield Said(Topic(key), TopicState.OPEN, text)


def _who(stage: Stage, key: str) -> bool:
    return stage.who.given.casefold() == key


def _left(stage: Stage) -> int:
    born, today = stage.who.born, stage.desk.days.today
    return (born.replace(year=born.year + 18) - today).days


def _transition(stage: Stage) -> Row:
    rows = stage.pen.tables["coordination.Transition"].rows
    return next(row for row in rows if row["citizen_id"] == stage.who.id)


def _support(stage: Stage, population: Population) -> None:
    """Anna's first case: the coordinator, the goal, the meeting and the consent start here."""
    del population
    pen, organisation = stage.pen, stage.desk.organisation
    stage.take(118)
    stage.facts(100, entry=stage.note(100, "Besøg hos Anna", _ANNA)["id"])
    stage.judge(96)
    stage.issue(92, stage.draft(94, Outcome.GRANTED))
    helped = Help(stage)
    helped.order(88)
    helped.begin(82)
    helped.plan(80)
    helped.agree(79)
    helped.status(65, level=-1)
    helped.follow(62, next_on=stage.desk.days.working(stage.desk.days.today + timedelta(days=20)))
    joining.appoint(
        pen,
        organisation.named("Karen Lindvad"),
        why="Anna har sager i tre enheder og vil gerne kun ringe ét sted hen.",
        by=stage.hand,
        at=stage.at(60, 10),
    )
    joining.set_goal(
        pen,
        title="Anna kan passe sit arbejde tre dage om ugen",
        words="Jeg vil tilbage på lageret og have kræfter til børnene bagefter.",
        contribution="Støtte om morgenen, så dagen begynder i ro.",
        plan_goal=pen.goals[0]["id"],
        by=stage.hand,
        at=stage.at(58, 10),
    )
    shared = Shared(
        unit="ydelsesteamet",
        parts=(Shareable.COURSE, Shareable.HELP, Shareable.THEMES),
        themes=tuple(sorted(theme for theme, _round in pen.themes))[:2],
        ground="consent",
        purpose="De to enheder skal ikke spørge Anna om det samme to gange.",
        until=stage.desk.days.today + timedelta(days=180),
        given_how="Sagt på mødet og skrevet under samme dag.",
    )
    joining.share(pen, shared, by=stage.hand, at=stage.at(57, 11))


def _expenses(stage: Stage, population: Population) -> None:
    """Anna's second case joins the goal, and a joint meeting is held and called."""
    del population
    pen, organisation = stage.pen, stage.desk.organisation
    stage.take(45)
    goal = pen.tables["coordination.CommonGoal"].rows[-1]
    joining.contribute(
        pen, goal, text="Dækker kørsel til arbejde, når bussen ikke går.", by=stage.hand, at=stage.at(40, 10)
    )
    joining.comment(
        pen, goal, text="Det går bedre om morgenen. Det er hjemturen, der er svær.", by=stage.home, at=stage.at(30, 19)
    )
    karen = organisation.named("Karen Lindvad")
    days = stage.desk.days
    shared = Shared(
        unit="voksenteamet",
        parts=(Shareable.COURSE,),
        ground="consent",
        purpose="Koordinatoren skal kunne se, hvor sagen om udgifter er.",
        until=days.today + timedelta(days=180),
        given_how="Sagt i telefonen og skrevet ned samme dag.",
    )
    joining.share(pen, shared, by=stage.hand, at=stage.at(39, 11))
    held = Called(
        "Fælles møde om Annas uge",
        moment(days.working(days.back(20)), 10),
        "Rådhuset, lokale 2",
        ("Hvordan går ugen?", "Kørsel og hjælpemidler", "Hvem gør hvad"),
        (karen,),
        ("Lagerchef Ole Vang ole.vang@lager.example",),
    )
    meeting = joining.call(pen, held, by=stage.me, hand=stage.hand, at=stage.at(34, 9))
    said = {
        "Hvordan går ugen?": "Anna klarer to dage. Den tredje kræver, at hun kan komme hjem i tide.",
        "Kørsel og hjælpemidler": "Sara regner på kørsel. Jonas ser på en stol til lageret.",
        "Hvem gør hvad": "Karen samler op om en måned og ringer til Anna hver anden uge.",
    }
    joining.hold(pen, meeting, said, by=stage.hand, at=stage.at(19, 15))
    joining.decide(
        pen,
        meeting,
        text="Regn på kørsel de dage, bussen ikke går",
        due=days.working(days.today, after=6),
        employee=stage.me.id,
        by=stage.hand,
        at=stage.at(19, 15, 30),
    )
    coming = Called(
        "Opfølgning på Annas uge",
        moment(days.working(days.today, after=8), 13),
        "Rådhuset, lokale 2",
        ("Hvad virker?", "Hvad skal ændres?"),
        (karen,),
        ("Lagerchef Ole Vang ole.vang@lager.example", "Tillidsmand Gitte Lund"),
    )
    joining.call(pen, coming, by=stage.me, hand=stage.hand, at=stage.at(2, 9))


def _aid(stage: Stage, population: Population) -> None:
    """Anna's third case, with the neighbour municipality."""
    del population
    stage.take(22)
    stage.note(15, "Afprøvning på lageret", "Stolen kan stå ved pakkebordet. Lederen er indforstået.")
    stage.pen.look()


_HOME = "Vi talte om hverdagen nu og om, hvad der skal ske efter 18-års-dagen."
_ANNA = "Anna bliver træt af at fortælle det samme til flere. Hun vil gerne have ét nummer at ringe til."

CAST = (
    Part("emil", "bl-108", "Jette Frost", 320, _young),
    Part("noor", "bl-108", "Jette Frost", 330, _young),
    Part("alba", "bl-108", "Simon Rask", 350, _young),
    Part("william", "bl-108", "Simon Rask", 240, _young),
    Part("freja", "bl-108", "Jette Frost", 170, _young),
    Part("ravn", "bl-108", "Simon Rask", 130, _young),
    Part("selma", "bl-108", "Simon Rask", 30, _young),
    Part("across", "sel-85", "Karen Lindvad", 121, _support),
    Part("across", "sel-100", "Sara Ankerstjerne", 47, _expenses),
    Part("across", "sel-112", "Jonas Bredahl", 24, _aid),
)
"""Who is met across departments."""
