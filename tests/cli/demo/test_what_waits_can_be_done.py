"""What waits for the people one meets by name can be done with the real services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Consultation, Handover
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Appeal, Decision, Hearing
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.logcontrol.models import ControlItem
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import AppealOutcome
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.organisation import queries as staffing
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.slow

SHEET = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@contextmanager
def _as(actor: Actor, at: datetime) -> Iterator[dict[str, Any]]:
    with acting_as(actor, purpose=Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK, at=at):
        yield {"by": actor, "at": at}


def _employee(name: str, at: datetime) -> Actor:
    return staffing.actor_for(employee_id=Employee.objects.get(name=name).pk, on=day_of(at))


def _citizen(name: str, at: datetime) -> Actor:
    given, family = name.split()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=at):
        person = Person.objects.get(given_name=given, family_name=family)
        return people.actor_for(person_id=person.pk, name=name, at=at)


def _case(name: str, at: datetime, *, kind: str = "") -> Case:
    given, family = name.split()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=at):
        found = Case.objects.filter(citizen__given_name=given, citizen__family_name=family)
        return found.get(type_key=kind) if kind else found.get()


def _done(answer: object) -> Any:
    assert not isinstance(answer, Refusal), answer
    return answer


def test_mads_sends_the_document_and_his_case_goes_on(demo: datetime):
    mads, case = _citizen("Mads Ellekjær", demo), _case("Mads Ellekjær", demo)
    with _as(mads, demo) as now:
        [row] = FactRequest.objects.filter(case=case, answered_at=None)
        stored = files.store(content=BytesIO(SHEET), name="Brev.pdf", by=mads, at=demo, case_id=case.pk)
        assert isinstance(stored, files.Stored)
        document = journal.NewDocument(file_id=stored.id, title="Udskrivningsbrev", direction="in")
        assessment.answer_with_document(request_id=row.pk, document=document, **now)
        case.refresh_from_db()
    assert (case.waiting_for, case.ball) == ("", "us")


def test_ida_sees_the_case_of_her_brother(demo: datetime):
    ida, case = _citizen("Ida Ellekjær", demo), _case("Mads Ellekjær", demo)
    with _as(ida, demo):
        assert casework.visible_to(ida, at=demo).filter(pk=case.pk).exists()


def test_lene_appeals(demo: datetime):
    lene, case = _citizen("Lene Overgaard", demo), _case("Lene Overgaard", demo)
    with _as(lene, demo) as now:
        [made] = Decision.objects.filter(case=case, state="issued", letter="received")
        _done(decisions.file_appeal(decision_id=made.pk, new=decisions.NewAppeal(text="Jeg er uenig."), **now))
        assert made.appeal_until is not None
        assert made.appeal_until > day_of(demo)


def test_birgitte_approves_and_oskar_sends(demo: datetime):
    birgitte, oskar = _employee("Birgitte Solgaard", demo), _employee("Oskar Brink", demo)
    case = _case("Ida Krogh", demo)
    with _as(birgitte, demo) as now:
        row = Decision.objects.get(case=case)
        version = _done(decisions.approve(decision_id=row.pk, version=row.version, **now))
    with _as(oskar, demo) as now:
        _done(decisions.issue(decision_id=row.pk, version=version, **now))


def test_nanna_reads_a_refusal_as_the_second_reader(demo: datetime):
    tinas = _case("Tina Hjulmand", demo)
    nanna = _employee("Nanna Hedelund", demo)
    with _as(nanna, demo) as now:
        row = Decision.objects.get(case=tinas)
        _done(decisions.approve(decision_id=row.pk, version=row.version, **now))


def test_birgitte_reviews_a_use_of_break_glass(demo: datetime):
    rosas = _case("Rosa Winther", demo)
    birgitte = _employee("Birgitte Solgaard", demo)
    with _as(birgitte, demo) as now:
        waiting = [use for use in casework.emergency_uses(by=birgitte, at=demo) if use.reviewed_at is None]
        assert [use.case.pk for use in waiting] == [rosas.pk]
        assert casework.review_break_glass(grant_id=waiting[0].grant_id, note="Nødvendigt.", **now) is None


def test_somebody_takes_what_henrik_has_asked_for(demo: datetime):
    oskar, case = _employee("Oskar Brink", demo), _case("Henrik Sloth", demo)
    assert case.caseworker_id is None
    with _as(oskar, demo) as now:
        casework.take(case_id=case.pk, **now)
        _done(casework.take_step(case_id=case.pk, step=Step.ACCEPT, **now))


def test_karen_reassesses_and_sends_a_failed_letter_again(demo: datetime):
    prebens = _case("Preben Houe", demo)
    bents = _case("Bent Aagaard", demo)
    karen = _employee("Karen Lindvad", demo)
    with _as(karen, demo) as now:
        [appeal] = Appeal.objects.filter(case=prebens, state="filed")
        again = decisions.Reassessment(outcome=AppealOutcome.UPHELD, reasons="Intet nyt.")
        _done(decisions.reassess(appeal_id=appeal.pk, new=again, **now))
        [failed] = Decision.objects.filter(case=bents, letter="failed")
        _done(decisions.send_letter_again(decision_id=failed.pk, **now))


def test_the_letter_to_svend_waits_to_be_printed(demo: datetime):
    svends = _case("Svend Vadgård", demo)
    sanne = _employee("Sanne Toftegård", demo)
    with _as(sanne, demo) as now:
        queue = outbox.print_queue(by=sanne)
        assert svends.pk in {one.case_id for one in queue}
        assert outbox.mark_printed(message_ids=[one.message_id for one in queue], **now) == len(queue)


def test_camilla_answers_what_she_is_heard_about(demo: datetime):
    camillas = _case("Camilla Frøslev", demo)
    camilla = _citizen("Camilla Frøslev", demo)
    with _as(camilla, demo) as now:
        [row] = Hearing.objects.filter(case=camillas, stage="sent")
        answer = decisions.HearingAnswer(text="Det er ikke rigtigt.")
        _done(decisions.answer_hearing(hearing_id=row.pk, answer=answer, **now))


def test_the_guardian_and_the_mother_answer_for_those_they_act_for(demo: datetime):
    for name, other in (("Poul Houe", "Kaj Houe"), ("Trine Bankhøj", "Emil Bankhøj")):
        who, case = _citizen(name, demo), _case(other, demo)
        with _as(who, demo) as now:
            [row] = FactRequest.objects.filter(case=case, answered_at=None)
            said = journal.NewEntry(title="Svar", body="Det er sådan her.", channel="self_service")
            _done(assessment.answer(request_id=row.pk, answer=said, **now))


def test_an_offered_case_is_accepted_and_a_question_answered(demo: datetime):
    ulriks = _case("Ulrik Stavnsbo", demo)
    verners = _case("Verner Kallehave", demo)
    oskar, ulla = _employee("Oskar Brink", demo), _employee("Ulla Markholt", demo)
    with _as(oskar, demo) as now:
        offer = Handover.objects.get(case=ulriks, answer="")
        _done(casework.accept_handover(handover_id=offer.pk, **now))
    with _as(ulla, demo) as now:
        row = Consultation.objects.get(case=verners, answer="")
        _done(casework.answer_consultation(consultation_id=row.pk, text="Det går fint.", **now))


def test_nabosund_sees_its_own_cases_and_no_others(demo: datetime):
    jonas = _employee("Jonas Bredahl", demo)
    with _as(jonas, demo):
        seen = set(casework.visible_to(jonas, at=demo).values_list("type_key", flat=True))
    assert seen == {"sel-112"}
    assert jonas.can(Verb.CASE_TAKE)


def test_the_look_up_that_is_sent_on_is_the_former_wifes_at_night(demo: datetime):
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=demo):
        sent_on = ControlItem.objects.get(state="escalated")
        assert sent_on.employee.name == "Yusuf Arslan"
        assert people.card(sent_on.person_id).name == "Dalia Nørlev"


def test_a_program_that_is_away_has_messages_that_are_stuck(demo: datetime):
    with acting_as(system("test"), purpose=Purpose.ADMINISTRATION, at=demo):
        away = exchange.standing(key="rehabiliteringsportalen", by=system("test"))
        assert away.dead > 0
