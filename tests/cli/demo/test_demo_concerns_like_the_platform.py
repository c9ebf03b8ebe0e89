"""Notifications of concern in the demo are what the real actions write: the same course, once through the services."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db.models import Model
from tests.cli.demo.test_demo_acts_like_the_platform import _actor, _desk, _platform

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Concern, ConcernAssessment, ConcernHappening, Notifier
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.cli.demo.acts import concerning, working
from borgerfokus.cli.demo.acts.pen import Pen, worker
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Channel, Danger, Function, Identity, ReceiptWay, Way
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.slow

SEEN, SIBLINGS = "Hun er ofte alene om aftenen.", "En lillebror"
GROUND, WITHHELD, SUMMARY = "Talt med skolen.", "Bor dør om dør.", "En voksen er bekymret."
_IDS = {"id", "concern_id", "entry_id", "case_id", "event_id", "about_id", "reference", "sent_key"}
_PEOPLE = {"citizen_id", "taken_by_id", "by", "receipt_by", "identity_by", "written_by", "author", "unit_id"}
COMPARED: tuple[tuple[type[Model], str], ...] = (
    (Concern, "dialogue.Concern"),
    (Notifier, "dialogue.Notifier"),
    (ConcernAssessment, "dialogue.ConcernAssessment"),
    (ConcernHappening, "dialogue.ConcernHappening"),
    (Entry, "journal.Entry"),
    (EntryText, "journal.EntryText"),
)


@pytest.fixture
def twins(demo: datetime) -> tuple[Concern, Pen]:
    desk, population = _desk(demo)
    child = population.cast["kirkeby_small"]
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        hand = worker(desk.organisation.named("Maja Thorup"))
        actor = _actor("Maja Thorup", demo)
        person = Person.objects.get(given_name="Alma", family_name="Kirkeby").pk
    at = demo - timedelta(hours=6)
    told = concerning.Told(
        seen=SEEN,
        child="Alma",
        siblings=SIBLINGS,
        function=Function.DAYCARE,
        name="Kirsten Bork",
        phone="09 99 05 30",
        channel=Channel.PHONE,
    )
    row = concerning.receive(desk, told, draw=Draw(3, "twin"), at=at, by=hand)
    concerning.take(desk, row, by=hand, at=at)
    concerning.match(desk, row, child, by=hand, at=at)
    concerning.assess(desk, row, concerning.Assessed(GROUND), by=hand, at=at)
    concerning.send_receipt(desk, row, ReceiptWay.PHONE, by=hand, at=at)
    concerning.withhold_identity(desk, row, ground=WITHHELD, by=hand, at=at)
    start = working.Start(desk.kinds["bl-18"], child, "boern-forebyggelse", "concern", _NEED, at)
    pen = working.open_case(desk, start, by=hand, at=at)
    concerning.join(pen, row, summary=SUMMARY, by=hand, at=at, way=Way.OPENED)
    return _real(actor, person, at), pen


_NEED = "Kommunen har fået en underretning om barnet."


def _real(by: Actor, person: int, at: datetime) -> Concern:
    new = dialogue.NewConcern(
        child=dialogue.Child(name="Alma"),
        who=dialogue.Who(Function.DAYCARE, name="Kirsten Bork", phone="09 99 05 30"),
        seen=SEEN,
        siblings=SIBLINGS,
        sent_key=uuid4(),
        received_at=at,
        channel=Channel.PHONE,
    )
    way = dialogue.NewWay(Way.OPENED, summary=SUMMARY)
    with acting_as(by, purpose=Purpose.CASEWORK, at=at):
        told = dialogue.record_concern(new=new, by=by, at=at)
        assert isinstance(told, dialogue.Received)
        now = {"reference": told.reference, "by": by, "at": at}
        found = dialogue.NewConcernAssessment(Danger.NOT_ACUTE, False, GROUND)
        done = [
            dialogue.take_concern(**now),
            dialogue.match_concern(person_id=person, **now),
            dialogue.assess_concern(new=found, **now),
            dialogue.concern_receipt_sent(how=ReceiptWay.PHONE, **now),
            dialogue.decide_notifier_identity(identity=Identity.WITHHELD, ground=WITHHELD, **now),
            dialogue.decide_concern(new=way, **now),
        ]
        assert not any(isinstance(one, Refusal) for one in done), done
        return Concern.objects.get(reference=told.reference)


def _rows(model: type[Model], real: Concern) -> list[Row]:
    if model is Concern:
        return list(Concern.objects.filter(pk=real.pk).values())
    key = {"case_id": real.case_id} if model in {Entry, EntryText} else {"concern_id": real.pk}
    return list(model._default_manager.filter(**key).order_by("pk").values())


def test_the_same_rows_in_every_table(twins: tuple[Concern, Pen], demo: datetime):
    real, pen = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        for model, label in COMPARED:
            expected, found = _rows(model, real), pen.tables[label].rows
            assert len(found) == len(expected), label
            for one, other in zip(found, expected, strict=True):
                for name in other.keys() - _IDS - _PEOPLE:
                    if name.endswith("_at") or name in {"at", "version"}:
                        assert (one[name] is None) == (other[name] is None), f"{label}.{name}"
                    else:
                        assert one[name] == other[name], f"{label}.{name}"
                for name in other.keys() & _PEOPLE:
                    assert bool(one[name]) == bool(other[name]), f"{label}.{name}"


def test_the_same_events_and_the_same_case(twins: tuple[Concern, Pen], demo: datetime):
    real, pen = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        events = list(Event.objects.filter(case_id=real.case_id).order_by("seq").values_list("kind", flat=True))
        case = casework.Case.objects.get(pk=real.case_id)
    assert [row["kind"] for row in pen.tables["casework.Event"].rows] == events
    assert (pen.case["need"], pen.case["source"], pen.case["phase"]) == (case.need, case.source, case.phase)
