"""The demo writes what the real actions write: the same course, once through the services and once in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.db.models import Model
from tests.cli.demo import helped_twin, messages_twin

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import (
    Assessment,
    AssessmentRound,
    Consent,
    Evidence,
    FactRequest,
    RuledOut,
    ThemeAssessment,
)
from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Appointment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import (
    Case,
    Consultation,
    Deadline,
    Event,
    Extension,
    Handover,
    Party,
    Suspension,
    Task,
)
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import (
    CommonGoal,
    Coordinator,
    GoalContribution,
    Invitee,
    Meeting,
    MeetingCase,
    MeetingDecision,
    Sharing,
)
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Appeal, BoardDecision, Decision, Hearing
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import (
    Complaint,
    ComplaintKind,
    Experience,
    Notice,
    OrderTrail,
    OwnNote,
    OwnSeries,
    PhaseQuestion,
    Request,
)
from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import DocumentVersion, Entry, EntryText
from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.models import OfferChoice
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.models import AccessRequest, DataRequest
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.cli.demo import booking as appointments
from borgerfokus.cli.demo import casetypes, citizens, organisation
from borgerfokus.cli.demo import offers as catalogues
from borgerfokus.cli.demo.acts import (
    accessing,
    appealing,
    deciding,
    hearing,
    informing,
    joining,
    journaling,
    keeping,
    notices,
    offering,
    requesting,
    settling,
    sharing,
    supervising,
    telling,
    theming,
    working,
)
from borgerfokus.cli.demo.acts import booking as appointing
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen, citizen, worker
from borgerfokus.cli.demo.days import Days, moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.recorded import Index, prefills
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.core.booking.words import Place
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.coordination.sharing import Part, Wanted
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.core.experience import Answer
from borgerfokus.core.offers.words import Group
from borgerfokus.core.rules import Parameters
from borgerfokus.core.supervision.form import Form, parse, shipped
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.models import Grant
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation import queries as staffing
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.outbox import delivery, mail
from borgerfokus.foundation.outbox.models import Mail, Message
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.slow

ANSWERS = {
    "what_is_hard": "Jeg får ikke åbnet min post.",
    "areas": ["post", "appointments"],
    "wishes": "Jeg vil gerne åbne min post samme uge.",
    "housing": "own",
    "work": "sick_leave",
    "admitted": "yes",
    "ask_doctor": "yes",
}
BOARD = ("Behovet er større.", "Vi læser lægens udtalelse igen.")
WHY = "du når dine mål med færre timer."
URGENT = "Borgeren blev fundet hjælpeløs på gaden."
HEARD = "Jeg mener, at støtten om aftenen er nødvendig."
"""What is said is the same in both courses, so that what is written can be compared."""


@dataclass
class Real:
    """The course through the services."""

    desk: Desk
    case_id: int
    home: Actor
    karen: Actor
    leader: Actor
    other: Actor
    sara: Actor
    provider: Actor
    number: str = ""

    @contextmanager
    def as_(self, actor: Actor, at: datetime) -> Iterator[dict[str, Any]]:
        with acting_as(actor, purpose=Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK, at=at):
            yield {"by": actor, "at": at}


def _done(answer: object) -> Any:
    assert not isinstance(answer, Refusal), answer
    return answer


def _actor(name: str, at: datetime) -> Actor:
    return staffing.actor_for(employee_id=Employee.objects.get(name=name).pk, on=day_of(at))


def _desk(now: datetime) -> tuple[Desk, citizens.Population]:
    """The same organisation, case types and citizens as were loaded, in memory."""
    tables, draw = Tables(), Draw(3, "demo")
    days = Days(now=now, parameters=Parameters.load())
    units = organisation.build(tables=tables, days=days, draw=draw)
    where = {case_type: partner or unit for case_type, unit, partner in organisation.ANSWERS}
    kinds = casetypes.build(tables=tables, units=where, at=days.now)
    catalogue = {row["key"]: row for row in catalogues.build(tables=tables, at=days.now)}
    appointments.build(tables=tables, days=days, organisation=units)
    population = citizens.build(tables=tables, days=days, draw=draw, size=30)
    return Desk(tables, days, units, kinds, settings.KEYS.chain, draw.of("looks"), offers=catalogue), population


class Course:
    """When things happen: on working days, numbered down from 90."""

    def __init__(self, now: datetime) -> None:
        self.days = Days(now=now, parameters=Parameters.load())

    def at(self, number: int, hour: int, minute: int = 0) -> datetime:
        return moment(self.days.working(self.days.back(132), after=90 - number), hour, minute)

    def yesterday(self, hour: int) -> datetime:
        """The day before the load: what is asked then has its whole deadline left."""
        return moment(self.days.back(1), hour)


def _real_beginning(real: Real, when: Course) -> None:
    case_id = real.case_id
    with real.as_(real.karen, when.at(88, 9)) as now:
        casework.take(case_id=case_id, **now)
    with real.as_(real.karen, when.at(88, 10)) as now:
        _done(casework.take_step(case_id=case_id, step=Step.ACCEPT, **now))
    with real.as_(real.karen, when.at(85, 10)) as now:
        new = journal.NewEntry(title="Samtale", body="Vi talte om en almindelig uge.", channel="phone")
        note = _done(journal.write_note(case_id=case_id, note=new, **now))
    with real.as_(real.other, when.at(85, 12)) as now:
        _done(casework.break_glass(number=real.number, reason=URGENT, **now))
    with real.as_(real.karen, when.at(85, 13)) as now:
        to = Unit.objects.get(key="ydelsesteamet").pk
        _done(casework.offer_handover(case_id=case_id, offer=casework.Offer(to, "Vid dette", "Et opkald"), **now))
    with real.as_(real.karen, when.at(85, 13, 30)) as now:
        offered = Handover.objects.get(case_id=case_id)
        said = casework.Talk(now["at"].date(), "Karen og Sara", "Alt", citizen_invited=False, why_not="Er på ferie.")
        _done(casework.talk_about_handover(handover_id=offered.pk, talk=said, **now))
    with real.as_(real.sara, when.at(85, 14)) as now:
        offered = Handover.objects.get(case_id=case_id)
        _done(casework.refuse_handover(handover_id=offered.pk, reason="Ikke vores.", **now))
    with real.as_(real.leader, when.at(85, 15)) as now:
        review_on = when.days.working(now["at"].date(), after=42)
        _done(journal.withhold(entry_id=note, why=journal.Withholding("Grund", "§ 15 b", review_on), **now))
    with real.as_(real.home, when.at(84, 19)) as now:
        _done(journal.comment(case_id=case_id, about=note, text="Jeg glemte noget.", **now))
    _real_across(real, when)


def _real_across(real: Real, when: Course) -> None:
    case_id = real.case_id
    with real.as_(real.karen, when.at(83, 8)) as now:
        _done(coordination.appoint_coordinator(case_id=case_id, employee=real.karen.id, why="Ét nummer.", **now))
    with real.as_(real.karen, when.at(83, 8, 10)) as now:
        wanted = Wanted("consent", frozenset({Part.COURSE, Part.FILE}), "Samlet hjælp", "Sagt på mødet")
        unit = Unit.objects.get(key="ydelsesteamet").pk
        new = coordination.NewSharing(wanted, when.days.today + timedelta(days=90), unit)
        _done(coordination.share(case_id=case_id, new=new, **now))
    with real.as_(real.karen, when.at(83, 8, 20)) as now:
        goal = _done(coordination.set_goal(case_id=case_id, new=coordination.NewGoal("Mål", "Vi", "Jeg"), **now))
    with real.as_(real.home, when.at(83, 8, 30)) as now:
        _done(coordination.comment_on_goal(goal_id=goal, text="Fint.", **now))
    with real.as_(real.karen, when.at(83, 8, 40)) as now:
        starts = when.at(83, 9)
        new_meeting = coordination.NewMeeting(
            title="Møde",
            when=coordination.When(starts, starts + timedelta(hours=1), "Rådhuset"),
            agenda=(coordination.Point("Hvordan går det?"),),
            guests=coordination.Guests(employees=frozenset({real.sara.id}), partners=("Ole ole@lager.example",)),
        )
        meeting = _done(coordination.call_meeting(case_id=case_id, new=new_meeting, **now))
    mail.deliver_due(at=when.at(83, 9))
    with real.as_(real.karen, when.at(83, 9, 30)) as now:
        items = coordination.agenda_of(meeting_id=meeting, **now)
        came = frozenset(Invitee.objects.filter(meeting_id=meeting).values_list("pk", flat=True))
        minutes = coordination.Minutes({items[0].pk: "Godt."}, came)
        _done(coordination.hold_meeting(meeting_id=meeting, minutes=minutes, version=1, **now))
        due = when.days.today + timedelta(days=9)
        new_decision = coordination.NewDecision(case_id, "Ring", due, real.karen.id)
        _done(coordination.decide_at_meeting(meeting_id=meeting, new=new_decision, **now))
    _real_appointment(real, when)


def _real_appointment(real: Real, when: Course) -> None:
    with real.as_(real.karen, when.at(83, 9, 40)) as now:
        wanted = booking.NewAppointment(
            reason="opfoelgning",
            starts=when.at(83, 9, 45),
            place=Place.PHONE,
            employees=frozenset({real.karen.id, real.sara.id}),
            language="tegnsprog",
        )
        made = _done(booking.book(case_id=real.case_id, new=wanted, **now))
    with real.as_(real.karen, when.at(83, 9, 50)) as now:
        _done(booking.tell(appointment_id=made, came=False, **now))


def _real_information(real: Real, when: Course, sheet: bytes) -> None:
    case_id = real.case_id
    with real.as_(real.karen, when.at(83, 10)) as now:
        due = when.days.working(when.days.back(60))
        ask = assessment.Ask(facts=("O10",), source=Source.CITIZEN, whom=real.home.name, due=due, pause=True)
        _done(assessment.ask(case_id=case_id, ask=ask, **now))
    with real.as_(real.karen, when.at(82, 10)) as now:
        row = FactRequest.objects.get(case_id=case_id)
        assessment.remind(request_id=row.pk, **now)
    with real.as_(real.home, when.at(80, 19)) as now:
        stored = files.store(content=BytesIO(sheet), name="Brev.pdf", by=real.home, at=now["at"], case_id=case_id)
        assert isinstance(stored, files.Stored)
        document = journal.NewDocument(file_id=stored.id, title="Brev", direction="in", with_whom=real.home.name)
        assessment.answer_with_document(request_id=row.pk, document=document, **now)
    with real.as_(real.karen, when.at(79, 10)) as now:
        question = casework.Question(unit=real.other.unit_id or 0, text="Hvad ser I?", due=due)
        _done(casework.consult(case_id=case_id, question=question, **now))
    with real.as_(real.other, when.at(78, 10)) as now:
        asked = Consultation.objects.get(case_id=case_id)
        _done(casework.answer_consultation(consultation_id=asked.pk, text="Det går fint.", **now))
    with real.as_(real.karen, when.at(77, 10)) as now:
        _done(assessment.rule_out(case_id=case_id, fact="O11", reason="Ikke nødvendig.", **now))
    for number, fact in enumerate(("O2", "O3", "O4", "O5", "O6", "O7", "O8", "O10", "O12")):
        with real.as_(real.karen, when.at(76, 10, number)) as now:
            _done(assessment.record(case_id=case_id, fact=fact, known=_known(fact, now["at"]), **now))
    with real.as_(real.karen, when.at(76, 11)) as now:
        other = assessment.Known(kind="note", value="Noget andet", source="jobcentret", as_of=day_of(now["at"]))
        _done(assessment.contradict(case_id=case_id, fact="O6", known=other, **now))
        held = Evidence.objects.get(case_id=case_id, fact="O6", ended_at__isnull=True, contradicts__isnull=True)
        _done(assessment.settle(case_id=case_id, fact="O6", kept=held.pk, why="Hun var der selv.", **now))
        leave = assessment.ConsentAnswer(given=True, how="På telefon")
        _done(assessment.record_consent(case_id=case_id, source=Source.DOCTOR, answer=leave, **now))
        at_doctor = assessment.Ask(("O2",), Source.DOCTOR, "Lægerne", when.days.working(when.days.back(60)), False)
        _done(assessment.ask(case_id=case_id, ask=at_doctor, **now))
    with real.as_(real.karen, when.at(75, 9)) as now:
        row = FactRequest.objects.get(case_id=case_id, fact="O2")
        assessment.remind(request_id=row.pk, **now)
    with real.as_(real.karen, when.at(75, 10)) as now:
        before = Deadline.objects.get(case_id=case_id, key="decision").due
        _done(
            casework.extend(
                case_id=case_id, deadline_key="decision", new_due=_later(before), reason="Vi når det ikke.", **now
            )
        )
    with real.as_(real.karen, when.at(74, 10)) as now:
        _done(casework.take_step(case_id=case_id, step=Step.BEGIN_ASSESSMENT, **now))
    with real.as_(real.karen, when.at(74, 11)) as now:
        _real_assessment(case_id, now)
    _real_choice(real, when)
    with real.as_(real.karen, when.at(74, 12)) as now:
        _done(casework.take_step(case_id=case_id, step=Step.BEGIN_DECISION, **now))


def _real_assessment(case_id: int, now: dict[str, Any]) -> None:
    for said in (("mind", None), ("self-care", 2)):
        _done(assessment.save_themes(case_id=case_id, themes=[_theme(*said)], **now))
    groups = {Group.COGNITION, Group.MENTAL}
    _done(assessment.set_groups(case_id=case_id, groups=groups, **now))
    _done(assessment.begin_round(case_id=case_id, **now))
    _done(assessment.confirm_theme(case_id=case_id, theme="self-care", **now))
    _done(assessment.save_themes(case_id=case_id, themes=[_theme("self-care", 1, version=1)], **now))
    judged = assessment.NewAssessment("Mine ord", "Set", "", "Konklusion", 2)
    _done(assessment.assess(case_id=case_id, new=judged, **now))


def _real_choice(real: Real, when: Course) -> None:
    """The usual offer; the note is the page's, so its words are the demo's own here."""
    usual, reason = offering.USUAL["sel-85"]
    with real.as_(real.karen, when.at(74, 11, 30)) as now:
        fitting = offers.proposals(case=Case.objects.get(pk=real.case_id), age=37, on=day_of(now["at"]))
        chosen = next(one for one in fitting.offers if one.key == usual)
        lower = fitting.lower_than(chosen)[-1]
        new = offers.NewChoice(offer=usual, age=37, considered=lower.key, reason=reason)
        _done(offers.choose(case_id=real.case_id, new=new, **now))
        body = (
            f"Valgt: {chosen.title} hos {chosen.provider}. Trin: {fitting.ladder.name(chosen.level).da}.\n\n"
            f"Overvejet på et lavere trin: {lower.title}.\n\nDerfor er det ikke nok: {reason}"
        )
        note = journal.NewEntry(title="Valg af tilbud", body=body, channel="internal")
        _done(journal.write_note(case_id=real.case_id, note=note, **now))


def _theme(key: str, level: int | None, *, version: int = 0) -> assessment.NewTheme:
    content = ThemeContent("Mine ord", "", "Set", SourceKind.VISIT, "Søster", level, level)
    return assessment.NewTheme(key, version, content)


def _known(fact: str, at: datetime) -> assessment.Known:
    against = fact == "O5"
    return assessment.Known(
        kind="note",
        value=f"Om {fact}",
        source="samtale",
        as_of=at.date(),
        against_party=against,
        party_knows=not against,
    )


TOLD: dict[str, Any] = {"understood": Answer.PARTLY, "coherent": Answer.YES, "words": "Mange breve.", "named": True}


def _later(day: Any) -> Any:
    return day + timedelta(days=14 + (7 - (day + timedelta(days=14)).weekday()) % 7)


def _real_decision(real: Real, when: Course) -> None:
    case_id = real.case_id
    with real.as_(real.karen, when.at(73, 10)) as now:
        new = decisions.NewHearing(facts=("O5",), text="Hvad siger du til det?")
        heard = _done(decisions.send_hearing(case_id=case_id, new=new, **now))
    _deliver(when.at(73, 10))
    with real.as_(real.home, when.at(70, 19)) as now:
        _done(decisions.answer_hearing(hearing_id=heard, answer=decisions.HearingAnswer(text=HEARD), **now))
    with real.as_(real.karen, when.at(55, 10)) as now:
        new_draft = decisions.NewDraft(outcome=Outcome.PARTLY, applied_for="støtte 6 timer om ugen")
        row = _done(decisions.start_draft(case_id=case_id, new=new_draft, **now))
        proposed = decisions.propose_again(decision_id=row, **now)
        version = _done(decisions.save_draft(decision_id=row, version=1, content=_content(proposed, when), **now))
    with real.as_(real.karen, when.at(54, 10)) as now:
        version = _done(decisions.send_to_approval(decision_id=row, version=version, approver=real.leader.id, **now))
    with real.as_(real.leader, when.at(53, 10)) as now:
        version = _done(decisions.approve(decision_id=row, version=version, **now))
    with real.as_(real.karen, when.at(53, 12)) as now:
        _done(decisions.issue(decision_id=row, version=version, **now))
    _deliver(when.at(53, 12))
    with real.as_(real.home, when.at(40, 19)) as now:
        made = _done(decisions.file_appeal(decision_id=row, new=decisions.NewAppeal(text="Jeg klager."), **now))
    with real.as_(real.karen, when.at(30, 10)) as now:
        again = decisions.Reassessment(outcome=AppealOutcome.UPHELD, reasons="Der er ikke noget nyt.")
        _done(decisions.reassess(appeal_id=made, new=again, **now))
    with real.as_(real.karen, when.at(29, 10)) as now:
        _done(casework.take_step(case_id=case_id, step=Step.START_INTERVENTION, **now))
    with real.as_(real.home, when.at(29, 19)) as now:
        question = dialogue.open_question(case=Case.objects.get(pk=case_id), by=real.home)
        assert question is not None
        dialogue.tell_experience(question_id=question.pk, told=dialogue.ToldExperience(**TOLD), **now)
    with real.as_(real.home, when.at(29, 20)) as now:
        series = _done(dialogue.start_series(case_id=case_id, new=dialogue.NewSeries(*COUNTED[:2]), **now))
        for day, value, said in _counted(when):
            new = dialogue.NewMeasure(on=day, value=Decimal(value), note=said)
            _done(dialogue.measure(series_id=series, new=new, **now))
        _done(dialogue.write_own_note(case_id=case_id, text=COUNTED[2], goal_id=None, **now))
        dialogue.share_own(kind="series", number=series, shared=True, **now)
        complaint = dialogue.NewComplaint(ComplaintKind.WAITING, COUNTED[3], case_id)
        assert isinstance(dialogue.complain(new=complaint, **now), Complaint)
    helped_twin.really(real, when, real.provider)
    with real.as_(real.karen, when.at(2, 10)) as now:
        board = decisions.NewBoardDecision(BoardOutcome.CONFIRMED, day_of(when.at(2, 10)), *BOARD)
        _done(decisions.register_board_decision(appeal_id=made, new=board, **now))


def _real_supervision(real: Real, when: Course) -> None:
    """The leader's campaign over this one case: drawn, reviewed by somebody of another team, answered and closed."""
    decided = _alone_on_its_day(real)
    with real.as_(real.leader, when.at(1, 11)) as now:
        unit = real.karen.unit_id or 0
        new = supervision.NewCampaign(
            title="Tilsyn",
            purpose="Hvorfor",
            case_types=("sel-85",),
            units=(unit,),
            starts=decided,
            ends=decided + timedelta(days=1),
            size=1,
            divided_by=("unit_and_type",),
            reviewers=(real.sara.id,),
            review_until=day_of(when.at(1, 10)),
        )
        campaign = supervision.make(new=new, **now)
        assert isinstance(campaign, supervision.Campaign), campaign
        _done(supervision.draw(campaign_id=campaign.pk, **now))
        _done(supervision.begin(campaign_id=campaign.pk, **now))
        [sampled] = supervision.sample_of(campaign)
    with real.as_(real.sara, when.at(1, 12)) as now:
        opened = supervision.open_review(sampled_id=sampled.pk, **now)
        known = supervision.judgements_of(sampled_id=sampled.pk)
        judgements = {key: supervision.NewJudgement(*_judged(key)) for key in known}
        review = supervision.Review(judgements, "Læst.", True, opened.version)
        _done(supervision.save(sampled_id=sampled.pk, review=review, **now))
    with real.as_(real.karen, when.at(1, 13)) as now:
        said = {"plain": supervision.NewResponse("agreed", "Ja.")}
        _done(supervision.answer(sampled_id=sampled.pk, responses=said, **now))
    with real.as_(real.leader, when.at(1, 14)) as now:
        _done(supervision.close(campaign_id=campaign.pk, learning="Kortere.", **now))


def _alone_on_its_day(real: Real) -> Any:
    """The day on which the case was decided; no other case of the demo was decided then."""
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=real.desk.days.now):
        decided = Case.objects.get(pk=real.case_id).decided_at
        assert decided is not None
        others = Case.objects.exclude(pk=real.case_id).filter(decided_at__date=day_of(decided))
        others.update(decided_at=decided - timedelta(days=3_000))
    return day_of(decided)


def _judged(key: str) -> tuple[str, str]:
    return ("not_met", "For langt.") if key == "plain" else ("met", "Set.")


def _drawn_supervision(pen: Pen, when: Course) -> None:
    desk = pen.desk
    leader, sara = desk.organisation.leader_of("voksenteamet"), desk.organisation.named("Sara Ankerstjerne")
    form = parse(shipped())
    assert isinstance(form, Form)
    decided = day_of(pen.case["decided_at"])
    plan = supervising.Plan(
        title="Tilsyn",
        purpose="Hvorfor",
        case_types=("sel-85",),
        units=(pen.case["unit_id"],),
        starts=decided,
        ends=decided + timedelta(days=1),
        size=1,
        reviewers=(sara,),
        review_until=day_of(when.at(1, 10)),
        seed="0123456789abcdef",
    )
    by, number = worker(leader), pen.case["number"]
    made = supervising.make(pen.tables, plan, form, by=by, at=when.at(1, 11))
    supervising.draw(made, {number: pen}, {number: set()}, by=by, at=when.at(1, 11))
    supervising.begin(made, by=by, at=when.at(1, 11))
    [one] = made.sampled
    said = prefills(pen, form, Index(pen.tables, {pen.id}), at=when.at(1, 12))
    supervising.open_review(made, one, said, by=worker(sara), at=when.at(1, 12))
    one.row["note"] = "Læst."
    supervising.finish(made, one, {key: _judged(key) for key in said}, by=worker(sara), at=when.at(1, 12))
    karen = worker(desk.organisation.named("Karen Lindvad"))
    supervising.answer(made, one, {"plain": ("agreed", "Ja.")}, by=karen, at=when.at(1, 13))
    supervising.close(made, "Kortere.", by=by, at=when.at(1, 14))


def _real_rights(real: Real, when: Course) -> None:
    """The citizen asks to see the file, and says that something is wrong."""
    with real.as_(real.home, when.yesterday(19)) as now:
        _done(rights.ask(case_ids=[real.case_id], new=rights.NewAccess(wanted="Det hele"), **now))
    with real.as_(real.home, when.yesterday(20)) as now:
        new = rights.NewDataRequest(rights.DataRequestKind.CORRECTION, should="Det er torsdag.", says="Det er onsdag.")
        _done(rights.ask_data(case_id=real.case_id, new=new, **now))


def _content(proposed: Any, when: Course) -> decisions.DraftContent:
    lines = [f"{one} {WHY}" if one.endswith("fordi") else one for one in proposed.considerations.splitlines()]
    starts = when.days.working(when.at(55, 10).date() + timedelta(days=7))
    return decisions.DraftContent(
        outcome=Outcome.PARTLY,
        applied_for="støtte 6 timer om ugen",
        granted="støtte 4 timer om ugen",
        refused="2 timer om aftenen",
        starts=starts,
        ends=starts.replace(year=starts.year + 1),
        provider="Bostøtten Fjordby",
        rules=proposed.rules,
        considerations="\n".join(lines),
        facts=proposed.facts,
    )


def _deliver(at: datetime) -> None:
    """Digital Post takes every letter that waits, and tells that it has arrived."""
    from borgerfokus.foundation.outbox import collecting

    delivery.deliver_due(at=at + timedelta(seconds=6))
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        from borgerfokus.foundation.outbox.models import SimulatedPost

        SimulatedPost.objects.update(arrives_at=at + timedelta(seconds=6), accepted_at=at)
    collecting.collect_receipts(at=at + timedelta(seconds=20))


def _drawn_themes(pen: Pen, hand: Hand, at: datetime) -> None:
    for key, level in (("mind", None), ("self-care", 2)):
        said = theming.Said(key, "Mine ord", "Set", resources="Søster", now=level, expected=level)
        theming.save(pen, [said], by=hand, at=at)
    theming.group(pen, ["cognition", "mental"], by=hand, at=at)
    theming.begin(pen, by=hand, at=at)
    theming.confirm(pen, "self-care", by=hand, at=at)
    said = theming.Said("self-care", "Mine ord", "Set", resources="Søster", now=1, expected=1)
    theming.save(pen, [said], by=hand, at=at)


def _drawn_from_others(pen: Pen, when: Course, hand: Hand) -> None:
    at, due = when.at(76, 11), when.days.working(when.days.back(60))
    informing.contradict(pen, "O6", informing.Known("Noget andet", "jobcentret", at.date()), by=hand, at=at)
    informing.settle(pen, "O6", why="Hun var der selv.", by=hand, at=at)
    [late] = informing.ask(pen, informing.Ask(("O2",), "doctor", "Lægerne", due), by=hand, at=at)
    informing.remind(pen, late, by=hand, at=when.at(75, 9))


def _drawn_across(pen: Pen, when: Course, karen: Worker, sara: Worker, home: Hand) -> None:
    hand = worker(karen)
    joining.appoint(pen, karen, why="Ét nummer.", by=hand, at=when.at(83, 8))
    until = when.days.today + timedelta(days=90)
    parts = (Part.COURSE, Part.FILE)
    shared = joining.Shared("ydelsesteamet", parts, "consent", "Samlet hjælp", until, "Sagt på mødet")
    joining.share(pen, shared, by=hand, at=when.at(83, 8, 10))
    goal = joining.set_goal(pen, title="Mål", words="Jeg", contribution="Vi", by=hand, at=when.at(83, 8, 20))
    joining.comment(pen, goal, text="Fint.", by=home, at=when.at(83, 8, 30))
    guests = ("Ole ole@lager.example",)
    called = joining.Called("Møde", when.at(83, 9), "Rådhuset", ("Hvordan går det?",), (sara,), guests)
    meeting = joining.call(pen, called, by=karen, hand=hand, at=when.at(83, 8, 40))
    at = when.at(83, 9, 30)
    joining.hold(pen, meeting, {"Hvordan går det?": "Godt."}, by=hand, at=at)
    due = when.days.today + timedelta(days=9)
    joining.decide(pen, meeting, text="Ring", due=due, employee=karen.id, by=hand, at=at)
    wanted = appointing.Booked("opfoelgning", when.at(83, 9, 45), "phone", (karen, sara), "tegnsprog")
    row = appointing.book(pen, wanted, by=hand, at=when.at(83, 9, 40))
    appointing.tell(pen, row, came=False, by=hand, at=when.at(83, 9, 50))


def _drawn_offer(pen: Pen, when: Course, hand: Hand) -> Worker:
    offered = sharing.offer(
        pen, to="ydelsesteamet", must_know="Vid dette", promised="Et opkald", by=hand, at=when.at(85, 13)
    )
    sara = pen.desk.organisation.named("Sara Ankerstjerne")
    said = sharing.Talk(when.at(85, 13, 30).date(), "Karen og Sara", "Alt", "Er på ferie.")
    sharing.talk(pen, said, by=hand, at=when.at(85, 13, 30))
    sharing.answer_offer(pen, offered, by=sara, at=when.at(85, 14), refusal="Ikke vores.")
    return sara


def _drawn(desk: Desk, who: citizens.Citizen, when: Course, sheet: bytes) -> Pen:
    """The same course in memory."""
    karen, home = desk.organisation.named("Karen Lindvad"), citizen(who)
    leader = worker(desk.organisation.leader_of("voksenteamet"))
    nurse = worker(desk.organisation.named("Ulla Markholt"))
    hand = worker(karen)
    form = requesting.Form(desk.kinds["sel-85"], who, "voksenteamet", "self_service", ANSWERS, when.at(90, 19))
    pen = requesting.submit(desk, form, by=home, at=when.at(90, 19))
    working.take(pen, by=karen, at=when.at(88, 9))
    working.step(pen, Step.ACCEPT, by=hand, at=when.at(88, 10))
    note = journaling.note(
        pen, title="Samtale", body="Vi talte om en almindelig uge.", channel="phone", by=hand, at=when.at(85, 10)
    )
    sharing.break_glass(pen, reason=URGENT, minutes=60, by=nurse, at=when.at(85, 12))
    sara = _drawn_offer(pen, when, hand)
    journaling.withhold(pen, note, ground="Grund", article="§ 15 b", by=leader, at=when.at(85, 15))
    journaling.comment(pen, about=note["id"], text="Jeg glemte noget.", by=home, at=when.at(84, 19))
    _drawn_across(pen, when, karen, sara, home)
    due = when.days.working(when.days.back(60))
    [row] = informing.ask(
        pen, informing.Ask(("O10",), "citizen", who.name, due, pause=True), by=hand, at=when.at(83, 10)
    )
    informing.remind(pen, row, by=hand, at=when.at(82, 10))
    paper = journaling.Paper("Brev", (), with_whom=who.name, name="Brev.pdf", content=sheet)
    informing.answer_with_document(pen, row, paper, by=home, at=when.at(80, 19))
    asked = sharing.consult(pen, unit="hjemmesygepleje", question="Hvad ser I?", due=due, by=hand, at=when.at(79, 10))
    sharing.answer_consultation(pen, asked, text="Det går fint.", by=nurse, at=when.at(78, 10))
    informing.rule_out(pen, "O11", reason="Ikke nødvendig.", by=hand, at=when.at(77, 10))
    for number, fact in enumerate(("O2", "O3", "O4", "O5", "O6", "O7", "O8", "O10", "O12")):
        at = when.at(76, 10, number)
        known = informing.Known(f"Om {fact}", "samtale", at.date(), against=fact == "O5")
        informing.record(pen, fact, known, by=hand, at=at)
    _drawn_from_others(pen, when, hand)
    [own] = settling.dates_of(pen, at=when.at(75, 10))
    assert own.due
    working.extend(
        pen,
        deadline="decision",
        before=own.due,
        new_due=_later(own.due),
        reason="Vi når det ikke.",
        by=hand,
        at=when.at(75, 10),
    )
    notices.extended(pen, title=own.title.da, before=own.due, after=_later(own.due))
    working.step(pen, Step.BEGIN_ASSESSMENT, by=hand, at=when.at(74, 10))
    _drawn_themes(pen, hand, when.at(74, 11))
    judged = informing.Judged("Mine ord", "Set", "", "Konklusion", 2)
    informing.assess(pen, judged, by=hand, at=when.at(74, 11))
    offering.choose_usual(pen, by=hand, at=when.at(74, 11, 30))
    working.step(pen, Step.BEGIN_DECISION, by=hand, at=when.at(74, 12))
    heard = hearing.hear(pen, facts=["O5"], text="Hvad siger du til det?", by=hand, at=when.at(73, 10))
    hearing.answer_hearing(pen, heard, text=HEARD, by=home, at=when.at(70, 19))
    plan = deciding.Plan(
        Outcome.PARTLY,
        "støtte 6 timer om ugen",
        "støtte 4 timer om ugen",
        "2 timer om aftenen",
        "Bostøtten Fjordby",
        12,
        WHY,
    )
    made = deciding.draft(pen, plan, by=hand, at=when.at(55, 10))
    deciding.ask_approval(pen, made, reader=leader.id, by=hand, at=when.at(54, 10))
    deciding.approve(pen, made, by=leader, at=when.at(53, 10))
    assert deciding.deliver(pen, made, deciding.issue(pen, made, by=hand, at=when.at(53, 12)).message)
    filed = appealing.appeal(pen, made, text="Jeg klager.", by=home, at=when.at(40, 19))
    appealing.reassess(
        pen,
        filed,
        outcome=AppealOutcome.UPHELD,
        reasons="Der er ikke noget nyt.",
        plan=plan,
        by=hand,
        at=when.at(30, 10),
    )
    _drawn_help(pen, when, hand, home)
    appealing.board(pen, filed, outcome=BoardOutcome.CONFIRMED, words=BOARD, by=hand, at=when.at(2, 10))
    settling.settle(pen)
    return pen


def _drawn_rights(pen: Pen, home: Hand, when: Course) -> Pen:
    accessing.ask(pen, wanted="Det hele", by=home, at=when.yesterday(19))
    words = ("Det er onsdag.", "Det er torsdag.")
    accessing.ask_about_data(pen, kind="correction", words=words, entry=None, by=home, at=when.yesterday(20))
    return pen


def _counted(when: Course) -> tuple[tuple[date, str, str], ...]:
    return ((day_of(when.at(40, 8)), "6.5", "Gik en tur"), (day_of(when.at(30, 8)), "7.25", ""))


def _drawn_help(pen: Pen, when: Course, hand: Hand, home: Hand) -> None:
    working.step(pen, Step.START_INTERVENTION, by=hand, at=when.at(29, 10))
    question = telling.open_question(pen)
    assert question is not None
    telling.tell(pen, question, telling.Told(**TOLD), by=home, at=when.at(29, 19))
    numbers = keeping.Numbers(*COUNTED[:2], _counted(when))
    series = keeping.series(pen, numbers, goal=None, by=home, at=when.at(29, 20))
    keeping.note(pen, COUNTED[2], by=home, at=when.at(29, 20))
    keeping.share(pen, "series", series, by=home, at=when.at(29, 20))
    keeping.complain(pen, "waiting", COUNTED[3], by=home, at=when.at(29, 20))
    closed = helped_twin.in_memory(pen, when, hand, home)
    notices.stepped(pen, "closed", reason="Støtten virker.", about=closed)


COUNTED = ("Søvn", "timer", "Det gik bedre i dag.", "Det har taget lang tid.")
_MESSAGE = "message_id file_id reference title version next_try_at sent_at state attempts received_at"
COMPARED: tuple[tuple[type[Model], str, frozenset[str]], ...] = tuple(
    (model, label, frozenset(apart.split()))
    for model, label, apart in (
        (Party, "casework.Party", ""),
        (Suspension, "casework.Suspension", ""),
        (Extension, "casework.Extension", ""),
        (Deadline, "casework.Deadline", ""),
        (Task, "casework.Task", "reference"),
        (Consultation, "casework.Consultation", ""),
        (Handover, "casework.Handover", ""),
        (Grant, "access.Grant", ""),
        (Coordinator, "coordination.Coordinator", ""),
        (Sharing, "coordination.Sharing", ""),
        (CommonGoal, "coordination.CommonGoal", ""),
        (GoalContribution, "coordination.GoalContribution", "goal_id"),
        (Meeting, "coordination.Meeting", ""),
        (MeetingCase, "coordination.MeetingCase", "meeting_id entry_id"),
        (MeetingDecision, "coordination.MeetingDecision", "meeting_id task_id"),
        (Appointment, "booking.Appointment", "uid"),
        (Entry, "journal.Entry", "about_id"),
        (EntryText, "journal.EntryText", "entry_id title body"),
        (DocumentVersion, "journal.DocumentVersion", "entry_id file_id"),
        (StoredFile, "files.StoredFile", "sha256 path size name version state checked_at"),
        (Evidence, "assessment.Evidence", "entry_id contradicts_id theme_id"),
        (Consent, "assessment.Consent", "task_id"),
        (RuledOut, "assessment.RuledOut", ""),
        (FactRequest, "assessment.FactRequest", "task_id answer_entry_id letter_entry_id consent_id"),
        (Assessment, "assessment.Assessment", ""),
        (OfferChoice, "offers.OfferChoice", ""),
        (AssessmentRound, "assessment.AssessmentRound", ""),
        (ThemeAssessment, "assessment.ThemeAssessment", "round_id confirmed_from_id"),
        (Hearing, "decisions.Hearing", "facts message_id entry_id task_id answer_entry_id"),
        (Decision, "decisions.Decision", "approval_task_id file_id entry_id message_id version rests_on"),
        (Appeal, "decisions.Appeal", "decision_id entry_id task_id file_entry_id"),
        (BoardDecision, "decisions.BoardDecision", "appeal_id entry_id"),
        (AccessRequest, "rights.AccessRequest", "batch task_id"),
        (DataRequest, "rights.DataRequest", "task_id"),
        *helped_twin.COMPARED,
        *messages_twin.COMPARED,
        (Request, "dialogue.Request", "entry_id receipt_id idempotency_key"),
        (Notice, "dialogue.Notice", "message_id entry_id"),
        (PhaseQuestion, "dialogue.PhaseQuestion", ""),
        (Experience, "dialogue.Experience", "question_id"),
        (OwnSeries, "dialogue.OwnSeries", ""),
        (OwnNote, "dialogue.OwnNote", ""),
        (Complaint, "dialogue.Complaint", ""),
        (Message, "outbox.Message", _MESSAGE),
        (Mail, "outbox.Mail", "mail_id reference attachment"),
        (supervision.SampledCase, "supervision.SampledCase", "campaign_id stratum_id answer_task_id version"),
        (supervision.Judgement, "supervision.Judgement", "sampled_id"),
    )
)  # fmt: skip
"""Each table, and the columns that hold ids, or words that the demo writes shorter."""


@pytest.fixture
def twins(demo: datetime, settings: LazySettings) -> tuple[Real, Pen]:
    settings.MAILER = "simulated"
    when = Course(demo)
    desk, population = _desk(demo)
    who = population.cast["ida"]
    sheet = b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" + b"trailer\n<<>>\n%%EOF\n"
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        person = Person.objects.get(given_name="Ida", family_name="Ellekjær")
        karen = _actor("Karen Lindvad", demo)
        leader, nurse = _actor("Birgitte Solgaard", demo), _actor("Ulla Markholt", demo)
        sara = _actor("Sara Ankerstjerne", demo)
        home = people.actor_for(person_id=person.pk, name="Ida Ellekjær", at=demo)
        drawn = _drawn(desk, who, when, sheet)
        _drawn_supervision(drawn, when)
        _drawn_rights(drawn, citizen(who), when)
        messages_twin.in_memory(drawn, when, worker(desk.organisation.named("Karen Lindvad")), citizen(who))
        provider = _actor(desk.organisation.staff["bostoetten"][0].name, demo)
    real = Real(desk, 0, home, karen, leader, nurse, sara, provider)
    with real.as_(home, when.at(90, 19)) as now:
        request = dialogue.NewRequest("sel-85", person.pk, ANSWERS, "twin", now["at"])
        done = dialogue.submit(request=request, **now)
        assert isinstance(done, dialogue.Submitted), done
        real.case_id, real.number = done.case_id, done.case_number
    _real_beginning(real, when)
    _real_information(real, when, sheet)
    _real_decision(real, when)
    _real_supervision(real, when)
    _real_rights(real, when)
    messages_twin.for_real(real, when)
    return real, drawn


def _platform() -> Actor:
    from borgerfokus.foundation.access.actor import system

    return system("test")


def _rows(model: type[Model], case_id: int) -> list[Row]:
    key = "message_id" if model is Message else "pk"
    order = ("queued_at", "kind") if model is Message else (key,)
    return list(model._default_manager.filter(case_id=case_id).order_by(*order).values())


def _plain(value: object) -> object:
    """Values as the database gives them back."""
    if isinstance(value, bytes | memoryview):
        return "bytes"
    return str(value) if isinstance(value, str) else value


def test_the_same_events_with_the_same_payloads(twins: tuple[Real, Pen], demo: datetime):
    real, drawn = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        events = list(Event.objects.filter(case_id=real.case_id).select_related("said").order_by("seq"))
    made = drawn.tables["casework.Event"].rows
    payloads = {row["event_id"]: row["payload"] for row in drawn.tables["casework.EventPayload"].rows}
    assert [row["kind"] for row in made] == [row.kind for row in events]
    for row, event in zip(made, events, strict=True):
        said, expected = payloads[row["id"]], event.said.payload
        assert said.keys() == expected.keys(), event.kind
        assert {key: type(one) for key, one in _json(said).items()} == {
            key: type(one) for key, one in expected.items()
        }, event.kind
        assert (row["actor"], row["unit_id"], row["phase"]) == (event.actor, event.unit_id, event.phase), event.kind


def _json(payload: Row) -> Row:
    import json

    read: Row = json.loads(json.dumps(payload))
    return read


def test_the_same_rows_in_every_table(twins: tuple[Real, Pen], demo: datetime):
    real, drawn = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        for model, label, apart in COMPARED:
            expected, found = _rows(model, real.case_id), _mine(drawn, label)
            assert len(found) == len(expected), label
            for one, other in zip(found, expected, strict=True):
                for name in other.keys() - apart - {"id", "case_id"}:
                    if name.endswith("_at") or name in {"starts", "ends"}:
                        assert (one[name] is None) == (other[name] is None), f"{label}.{name}"
                    else:
                        assert _plain(one[name]) == _plain(other[name]), f"{label}.{name}"


def test_the_same_is_left_of_an_order_that_is_over(twins: tuple[Real, Pen], demo: datetime):
    real, drawn = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        order = Order.objects.get(case_id=real.case_id)
        expected = OrderTrail.objects.filter(order_number=order.pk).values().get()
    (found,) = drawn.tables["dialogue.OrderTrail"].rows
    for name in expected.keys() - {"id", "order_number"}:
        assert found[name] == expected[name], name


def _mine(drawn: Pen, label: str) -> list[Row]:
    rows = drawn.tables[label].rows
    if label == "outbox.Message":
        rows = sorted(rows, key=lambda row: (row["queued_at"], row["kind"]))
    return rows


def test_the_case_itself_stands_the_same(twins: tuple[Real, Pen], demo: datetime):
    real, drawn = twins
    apart = {"id", "number", "last_link", "version", "last_activity_at", "phase_since", "ball_since", "moments"}
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        expected = Case.objects.filter(pk=real.case_id).values().get()
    for name in expected.keys() - apart:
        if not name.endswith("_at"):
            assert _plain(drawn.case[name]) == _plain(expected[name]), name
    assert drawn.case["moments"].keys() == expected["moments"].keys()


def test_the_same_acts_in_the_log(twins: tuple[Real, Pen], demo: datetime):
    from borgerfokus.foundation.audit.models import Entry as Act

    real, drawn = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        expected = set(Act.objects.filter(case_id=real.case_id).values_list("action", flat=True))
    found = {str(row["action"]) for row in drawn.tables["audit.Entry"].rows if row["case_id"]}
    assert found - expected == set()


def test_the_same_campaign_and_the_same_result(twins: tuple[Real, Pen], demo: datetime):
    real, drawn = twins
    with acting_as(_platform(), purpose=Purpose.OPERATION, at=demo):
        sampled = supervision.SampledCase.objects.get(case_id=real.case_id, campaign__title="Tilsyn")
        expected = supervision.Campaign.objects.filter(pk=sampled.campaign_id).values().get()
        figures = supervision.CampaignResult.objects.filter(campaign_id=sampled.campaign_id)
        results = list(figures.order_by("pk").values())
    [found] = drawn.tables["supervision.Campaign"].rows
    for name in expected.keys() - {"id", "seed", "form_id"}:
        if not name.endswith("_at"):
            assert _plain(found[name]) == _plain(expected[name]), name
    made = drawn.tables["supervision.CampaignResult"].rows
    assert [_figure(row) for row in made] == [_figure(row) for row in results]


def _figure(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in {"id", "campaign_id"}}
