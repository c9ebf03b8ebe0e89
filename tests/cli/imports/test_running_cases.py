"""Running cases from another system land where they stood: phase, dates, people, log; and go on from there."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk, only_problem, tally
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event, Party
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.cli.imports.work import Tally
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people import queries as people

BY = system("test")
GRANTED = {"phase": "intervention", "outcome": "granted", "decided": "2026-10-26"}
WAITING = {
    "waiting_for": "you",
    "waiting_on": "Udskrivningsbrev",
    "waiting_since": "2026-11-02",
    "answer_by": "2026-12-01",
}


@pytest.fixture
def town(town: Desk) -> Desk:
    """With a citizen in it."""
    assert town.load("citizens", rows.citizen(), rows.citizen(cpr=rows.CHILD, given="Freja")).saved
    return town


def _load(town: Desk, **given: str) -> Case:
    assert tally(town.load("cases", rows.case(**given))).new == 1
    return _case(town)


def _case(town: Desk) -> Case:
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        return Case.objects.select_related("type_version", "unit").get()


def _due(town: Desk, key: str = "decision") -> tuple[date, str]:
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        row = Case.objects.get().deadlines.get(key=key)
        return row.due, row.status


def test_a_case_keeps_its_true_day_and_its_deadline(town: Desk) -> None:
    case = _load(town)
    assert (case.phase, case.unit.key, case.type_key) == ("information", "voksenteamet", "sel-85")
    assert case.received_at.date() == date(2026, 10, 5)
    assert case.number.startswith("2026-")
    assert _due(town) == (date(2026, 11, 30), "running")
    assert (case.next_due, case.next_due_key, case.ball) == (date(2026, 11, 30), "decision", "us")


def test_an_imported_case_has_the_dates_of_one_that_was_opened_here(town: Desk, world: World) -> None:
    case = _load(town, phase="intake")
    with acting_as(BY, purpose=Purpose.OPERATION, at=case.received_at):
        new = casework.NewCase("sel-85", case.citizen_id, "phone", "", case.received_at)
        opened = casework.open_case(new=new, by=BY, at=case.received_at)
        assert not isinstance(opened, Refusal)
        ours, theirs = (
            list(one.deadlines.order_by("key").values_list("key", "due", "original_due", "basis"))
            for one in (opened, case)
        )
        assert ours == theirs
        assert (opened.title, opened.type_version_id, opened.phase, opened.ball) == (
            case.title,
            case.type_version_id,
            case.phase,
            case.ball,
        )
        assert opened.next_due == case.next_due
        assert opened.next_act == case.next_act == "take"


def test_the_log_begins_with_the_old_number_and_holds(town: Desk, tmp_path: Path) -> None:
    case = _load(town, note="Første notat")
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        events = list(Event.objects.filter(case=case).order_by("seq").select_related("said"))
        assert [event.kind for event in events] == ["case.imported", "note.written"]
        said = events[0].said.payload
        assert said["old_number"] == "27.36.12-G01-15-26"
        assert (said["phase"], said["received"]) == ("information", "2026-10-05")
        found = casework.verify_log(heads=tmp_path)
        assert (found.cases, found.events, found.faults) == (1, 2, ())
        assert Entry.objects.filter(action="case.take_over", case_id=case.pk).exists()


def test_the_chain_goes_on_when_work_goes_on(town: Desk, world: World, tmp_path: Path) -> None:
    karen = world.employee("Karen")
    case = _load(town, note="Første notat")
    with acting_as(karen, purpose=Purpose.CASEWORK, at=town.at):
        casework.take(case_id=case.pk, by=karen, at=town.at)
        assert casework.take_step(case_id=case.pk, step=Step.BEGIN_ASSESSMENT, by=karen, at=town.at) is None
        note = journal.NewEntry(title="Samtale", body="Vi talte sammen.", channel="phone")
        assert isinstance(journal.write_note(case_id=case.pk, note=note, by=karen, at=town.at), int)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert casework.verify_log(heads=tmp_path).faults == ()
        assert Case.objects.get().event_count == 5


def test_the_right_unit_sees_it_and_others_do_not(town: Desk, world: World) -> None:
    own, other = world.employee("Karen"), world.employee("Ida", unit="visitation")
    case = _load(town)
    with acting_as(own, purpose=Purpose.CASEWORK, at=town.at):
        assert casework.find(number=case.number, by=own, at=town.at).pk == case.pk
    with acting_as(other, purpose=Purpose.CASEWORK, at=town.at):
        with pytest.raises(Hidden):
            casework.find(number=case.number, by=other, at=town.at)
        assert not Case.objects.exists()


def test_the_citizen_sees_the_case_and_its_first_note(town: Desk) -> None:
    case = _load(town, note="Borgeren er informeret.")
    citizen = _citizen(town, case)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=town.at):
        assert casework.find(number=case.number, by=citizen, at=town.at).pk == case.pk
        assert Party.objects.get().person_id == citizen.id
        assert [text.body for text in EntryText.objects.all()] == ["Borgeren er informeret."]
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        stranger = people.id_of(cpr=Cpr.parse(rows.CHILD))
        assert stranger is not None
        actor = people.actor_for(person_id=stranger, name="Freja", at=town.at)
    with acting_as(actor, purpose=Purpose.OWN_CASE, at=town.at):
        assert not Case.objects.exists()


def _citizen(town: Desk, case: Case) -> Actor:
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        return people.actor_for(person_id=case.citizen_id, name="Mads", at=town.at)


def test_nobody_is_written_to_about_what_the_old_system_told(town: Desk) -> None:
    _load(town, **WAITING)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert not Message.objects.exists()


def test_a_caseworker_of_the_unit_has_the_case(town: Desk) -> None:
    town.load("employees", rows.employee())
    town.load("engagements", rows.engagement())
    case = _load(town, caseworker="karhol")
    assert case.caseworker_id == Employee.objects.get(login="karhol").pk
    assert case.next_act == "ask"


def test_a_case_that_waits_for_the_citizen(town: Desk) -> None:
    case = _load(town, **WAITING)
    assert (case.ball, case.waiting_for, case.waiting_on) == ("you", "you", "Mads Ellekjær")
    assert (case.next_due, case.next_due_key) == (date(2026, 12, 1), "answer")
    due, status = _due(town)
    assert status == "suspended"
    assert due >= date(2026, 11, 30) + timedelta(days=21)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert casework.resume(case_id=case.pk, because="answered", by=BY, at=town.at) is None
        assert Case.objects.get().ball == "us"


def test_a_case_that_waits_for_somebody_else(town: Desk) -> None:
    case = _load(town, waiting_for="Anden", waiting_on="Lægens udtalelse")
    assert (case.ball, case.waiting_on) == ("other", "Lægens udtalelse")


@pytest.mark.parametrize("phase", ["contact", "intake", "information", "assessment", "decision"])
def test_every_phase_before_a_decision(town: Desk, phase: str) -> None:
    case = _load(town, phase=phase)
    assert (case.phase, case.outcome, case.decided_at) == (phase, "", None)
    assert casework.state_of(case).is_open


def test_help_that_is_running_has_its_decision_and_its_follow_up(town: Desk) -> None:
    case = _load(town, **GRANTED, follow_up="2027-01-25")
    assert (case.phase, case.outcome, case.next_due_key) == ("intervention", "granted", "follow_up")
    assert case.decided_at is not None
    assert case.decided_at.date() == date(2026, 10, 26)
    assert _due(town)[1] == "met"
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert casework.take_step(case_id=case.pk, step=Step.BEGIN_FOLLOW_UP, by=BY, at=town.at) is None


def test_a_decision_made_in_time_in_the_old_system_is_not_waited_for_here(town: Desk) -> None:
    town.load("employees", rows.employee())
    town.load("engagements", rows.engagement())
    case = _load(town, phase="decision", outcome="Afslag", decided="2026-10-26", caseworker="karhol")
    assert (case.outcome, case.next_act) == ("refused", "close")


def test_a_date_that_has_passed_is_missed_and_one_promised_anew_runs(town: Desk) -> None:
    late = _load(town, received="2026-08-03")
    assert _due(town)[1] == "missed"
    assert late.next_due == date(2026, 9, 28)
    promised = rows.case(old_number="2", received="2026-08-03", promised="2026-12-18")
    assert tally(town.load("cases", promised)) == Tally(new=1)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        row = Case.objects.exclude(pk=late.pk).get().deadlines.get(key="decision")
        assert (row.due, row.original_due, row.status) == (date(2026, 12, 18), date(2026, 9, 28), "running")


def test_a_deadline_counted_from_the_discharge(town: Desk) -> None:
    _load(town, type="sul-140", unit="", discharged="2026-11-20")
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert date(2026, 11, 27) in set(Case.objects.get().deadlines.values_list("due", flat=True))


def test_an_empty_unit_is_the_one_that_answers(town: Desk) -> None:
    assert _load(town, type="sel-100", unit="").unit.key == "ydelsesteamet"


def test_a_case_from_before_the_case_type_gets_the_one_in_force_now(town: Desk) -> None:
    assert _load(town, received="2019-03-01", **GRANTED | {"decided": "2019-04-01"}).type_key == "sel-85"


def test_a_case_that_is_here_already_is_left_alone(town: Desk) -> None:
    case = _load(town)
    again = town.load("cases", rows.case(phase="decision", need="Noget andet"), rows.case(old_number="2"))
    assert tally(again) == Tally(new=1, unchanged=1)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert Case.objects.get(pk=case.pk).phase == "information"


@pytest.mark.parametrize(
    ("given", "column"),
    [
        ({"type": "ukendt", "unit": "voksenteamet"}, "type"),
        ({"cpr": "620565-4322"}, "cpr"),
        ({"unit": "ukendt"}, "unit"),
        ({"unit": "", "type": "ukendt"}, "unit"),
        ({"caseworker": "ukendt"}, "caseworker"),
        ({"source": "fax"}, "source"),
        ({"received": "2026-11-24"}, ""),
        ({"phase": "closed"}, "phase"),
        ({"phase": "intervention"}, "phase"),
        ({**GRANTED, "outcome": "refused"}, "phase"),
        ({**GRANTED, "phase": "assessment"}, "phase"),
        ({**GRANTED, "decided": ""}, "outcome"),
        ({**GRANTED, "decided": "2026-10-01"}, ""),
        ({**GRANTED, "decided": "2026-11-25"}, ""),
        ({**GRANTED, "promised": "2026-12-01"}, "promised"),
        ({"follow_up": "2027-01-01"}, "follow_up"),
        ({"promised": "2026-09-01"}, ""),
        ({**WAITING, "waiting_since": "2026-09-01"}, ""),
        ({"waiting_for": "kommunen"}, "waiting_for"),
        ({"old_number": ""}, "old_number"),
    ],
)
def test_a_case_that_cannot_be_is_told(town: Desk, given: dict[str, str], column: str) -> None:
    outcome = town.load("cases", rows.case(old_number="1"), rows.case(**given))
    problem = only_problem(outcome)
    assert (problem.row, problem.column) == (3, column)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        assert not Case.objects.exists()


def test_a_caseworker_of_another_unit_is_refused(town: Desk) -> None:
    town.load("employees", rows.employee())
    town.load("engagements", rows.engagement(unit="visitation"))
    problem = only_problem(town.load("cases", rows.case(caseworker="karhol")))
    assert (problem.column, problem.shown) == ("caseworker", "karhol")


def test_nobody_takes_cases_over_without_the_verb(town: Desk) -> None:
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=town.at), pytest.raises(Hidden):
        casework.take_over(running=[], by=ANONYMOUS, at=town.at)
    assert not ANONYMOUS.can(Verb.IMPORT_RUN)


def test_many_cases_take_few_statements_each(
    town: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many = [rows.case(old_number=str(number), note="Et notat") for number in range(100)]
    with django_assert_max_num_queries(80):
        assert tally(town.load("cases", *many)) == Tally(new=100)


def test_the_event_is_plain_json(town: Desk) -> None:
    _load(town, **GRANTED)
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        payload = Event.objects.select_related("said").get().said.payload
        assert json.loads(json.dumps(payload)) == payload
        assert "need" not in payload
