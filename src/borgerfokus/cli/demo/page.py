"""What makes the citizens' own pages alive: numbers and notes, a form half done, help beside somebody, complaints."""

from collections.abc import Iterable
from datetime import timedelta

from borgerfokus.cli.demo.acts import keeping
from borgerfokus.cli.demo.acts.keeping import Numbers
from borgerfokus.cli.demo.acts.pen import Desk, Pen, citizen, worker
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.days import moment

_SLEEP = (
    (62, "5.5", "Vågnede tit"),
    (54, "5.75", ""),
    (47, "6", "Begyndte at gå en tur om aftenen"),
    (39, "5.5", ""),
    (31, "6.5", ""),
    (24, "6.75", ""),
    (17, "7", "Ny dyne"),
    (9, "6.5", ""),
    (3, "7.25", ""),
)
_NOTE = "Husk at spørge, om jeg kan komme på holdet om torsdagen. Det var svært at sige på mødet."
_BEGUN = {
    "what_is_hard": "Jeg kan ikke løfte armene højt nok til at komme i bad alene.",
    "areas": ["bath"],
    "aids": [{"wanted": "badebænk", "wanted_for": "når jeg er i bad"}, {"wanted": "håndtag"}],
}
_WAITED = "Jeg har ventet længe på at høre, hvad der sker. Jeg ringede to gange uden at nogen ringede tilbage."
_MET = "Jeg blev afbrudt hele tiden, da jeg ville fortælle, hvordan min dag er."
_SORRY = "Det er jeg ked af. Jeg har talt med teamet, og du får en ny samtale med god tid."


def build(*, desk: Desk, told: Iterable[Pen], population: Population) -> None:
    """Rosa follows her sleep, Mads has a form half done and had help, Helle helps two, Asta has complained."""
    pens = {pen.citizen.id: pen for pen in told}
    cast = population.cast
    _numbers(pens[cast["follow"].id])
    _begun(desk, population)
    _beside(desk, population)
    _second_power(desk, population)
    _complaints(pens[cast["planned"].id], pens[cast["follow"].id])


def _numbers(pen: Pen) -> None:
    days, by = pen.desk.days, citizen(pen.citizen)
    at = moment(days.back(3), 20, 40)
    values = [(days.back(ago), value, said) for ago, value, said in _SLEEP]
    goal = pen.goals[0]["id"] if pen.goals else None
    row = keeping.series(pen, Numbers("Søvn", "timer", values), goal=goal, by=by, at=at)
    keeping.note(pen, _NOTE, by=by, at=moment(days.back(2), 21, 5))
    keeping.share(pen, "series", row, by=by, at=max(pen.at, moment(days.back(1), 8, 15)))


def _begun(desk: Desk, population: Population) -> None:
    """A form that was begun some time ago and is soon deleted."""
    who = population.cast["mads"]
    desk.tables["drafts.Draft"].add(
        subject=who.subject,
        key=f"request/sel-112/{who.id}",
        content={"answers": _BEGUN, "idempotency_key": f"demo-draft-{who.id}"},
        saved_at=moment(desk.days.back(26), 19, 50),
    )


def _beside(desk: Desk, population: Population) -> None:
    """His sister sat beside Mads one evening; and there is a code that nobody has used yet."""
    mads, ida = population.cast["mads"], population.cast["ida"]
    by, at = citizen(mads), moment(desk.days.back(9), 19, 10)
    used = keeping.code(desk, mads, "HJK4MNP7", by=by, at=at)
    keeping.sit(desk, used, by=by, helper=ida, at=at + timedelta(minutes=2), minutes=35)
    keeping.code(desk, mads, "RST8VWX3", by=by, at=desk.days.now)


def _second_power(desk: Desk, population: Population) -> None:
    """Helle helps her mother, and her mother's neighbour as well."""
    neighbour, helper = population.cast["paper"], population.cast["daughter"]
    desk.tables["people.Representation"].add(
        person_id=neighbour.id,
        representative_id=helper.id,
        kind="attorney",
        scopes=["act", "read"],
        starts=moment(desk.days.back(70), 10),
        ends=moment(desk.days.today + timedelta(days=295), 23, 59),
        given_how="selvbetjening",
        given_by=neighbour.subject,
    )


def _complaints(waiting: Pen, answered: Pen) -> None:
    desk = waiting.desk
    keeping.complain(waiting, "waiting", _WAITED, by=citizen(waiting.citizen), at=moment(desk.days.back(6), 20, 15))
    row = keeping.complain(
        answered, "conduct", _MET, by=citizen(answered.citizen), at=moment(desk.days.back(30), 18, 30)
    )
    leader = worker(desk.organisation.leader_of("voksenteamet"))
    keeping.answer(desk, row, _SORRY, by=leader, at=moment(desk.days.back(24), 9, 20))
