"""Messages in the demo: one waits, one is late, a colleague answers one; and questions about look-ups."""

from datetime import datetime, timedelta

from borgerfokus.apps.rights.models import LookupQuestion
from borgerfokus.cli.demo.acts import messaging
from borgerfokus.cli.demo.acts.messaging import Template
from borgerfokus.cli.demo.citizens import Citizen, Population
from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.organisation import Organisation, Worker
from borgerfokus.cli.demo.stars import Stage
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.foundation.audit.models import Lookup

OFFICER = "Malene Hvidbjerg"
_RECEIVED = (
    "Hej {navn}\n\nTak for din besked. Jeg ser på det og vender tilbage, så snart jeg ved mere.\n\n"
    "Hilsen {sagsbehandler}"
)
_PAPERS = (
    "Hej {navn}\n\nVi har fået det, du sendte. Det ligger nu i sag {sag}, og du skal ikke gøre mere.\n\n"
    "Hilsen {sagsbehandler}, {enhed}"
)
_CALL = (
    "Hej {navn}\n\nDet er nemmest at tale om. Ring til os på {telefon}, eller skriv, hvornår vi må ringe.\n\n"
    "Hilsen {enhed}"
)


def keep_templates(tables: Tables, *, days: Days, units: Organisation) -> None:
    """Two templates of the adults' team, one for everybody."""
    team = units.unit_ids["voksenteamet"]
    kept = (
        Template("Tak, jeg ser på det", _RECEIVED, team),
        Template("Vi har fået dine papirer", _PAPERS, team),
        Template("Ring til os", _CALL),
    )
    messaging.keep_templates(tables, templates=kept, days=days, by=units.named("Allan Friborg"))


def asks_about_the_visit(stage: Stage, visit: Row) -> None:
    """Mads asks about a line of the journal; the answer is promised."""
    messaging.start(
        stage.pen,
        subject="Spørgsmål om: Vi gik en almindelig uge igennem",
        text="Der står, at jeg klarer indkøb med en liste. Det er rigtigt, men ikke når jeg har sovet dårligt. "
        "Kan I skrive det på?",
        by=stage.home,
        at=stage.at(1, 19, 35),
        about=visit["id"],
    )


def was_answered(stage: Stage) -> None:
    """Rosa asked and had an answer the day after."""
    thread = messaging.start(
        stage.pen,
        subject="Min hjemmevejleder er syg",
        text="Kommer der en anden på torsdag?",
        by=stage.home,
        at=stage.at(30, 18, 10),
    )
    answer = "Ja. Der kommer en vikar på torsdag klokken 10. Hun hedder Ditte og har læst din plan."
    messaging.write(stage.pen, thread, text=answer, by=stage.hand, at=stage.at(29, 9, 40))
    messaging.read(stage.pen, thread, by=stage.home, at=stage.at(29, 19, 5))


def still_waits(stage: Stage) -> None:
    """Rosa has asked again, and the promise was not kept."""
    messaging.start(
        stage.pen,
        subject="Flere timer i december",
        text="Min søster kommer ikke til jul i år. Kan jeg få lidt mere støtte i uge 52?",
        by=stage.home,
        at=stage.at(8, 20, 20),
    )


def asks_while_the_caseworker_is_away(stage: Stage) -> None:
    """Tina writes while her caseworker is on leave: a colleague answers."""
    organisation, days = stage.desk.organisation, stage.desk.days
    messaging.delegate(
        stage.pen.tables,
        away=stage.me,
        to=organisation.named("Karen Lindvad"),
        starts=days.back(2),
        ends=days.today + timedelta(days=9),
        at=stage.at(2, 15, 30),
    )
    messaging.start(
        stage.pen,
        subject="Hvornår får jeg afgørelsen?",
        text="Jeg har svaret på det, I spurgte om. Ved I, hvornår I er færdige?",
        by=stage.home,
        at=stage.at(1, 17, 45),
    )


def wonder_about_look_ups(population: Population, *, officer: Worker, now: datetime) -> None:
    """Rosa wonders about an emergency; Mads did about a look-up, and has an answer. The log has its numbers now."""
    rosa, mads = population.cast["follow"], population.cast["mads"]
    emergency = Lookup.objects.filter(person_id=rosa.id, purpose="break_glass").order_by("-at").first()
    usual = Lookup.objects.filter(person_id=mads.id, subject__startswith="employee:").order_by("-at").first()
    if emergency is not None:
        _ask(rosa, emergency, "Hvem var det, og hvorfor var det et nødstilfælde?", now - timedelta(hours=20))
    if usual is not None:
        row = _ask(mads, usual, "Hvorfor har I set på min sag?", now - timedelta(days=2))
        row.answer = "Det var din sagsbehandler, der arbejdede med din sag den dag. Opslaget er i orden."
        row.answered_at, row.answered_by, row.answered_by_name = (
            now - timedelta(days=1),
            officer.subject,
            officer.name,
        )
        row.save()


def _ask(who: Citizen, look: Lookup, question: str, asked_at: datetime) -> LookupQuestion:
    at = max(asked_at, look.at)
    return LookupQuestion.objects.create(
        person_id=who.id,
        lookup_id=look.pk,
        looked_at=look.at,
        question=question,
        asked_at=at,
        asked_by=who.subject,
        due=add_months(day_of(at), 1),
    )
