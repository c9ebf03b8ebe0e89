"""The question after a phase: asked once, answered by the citizen alone, read by staff only if the citizen says so."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Experience, PhaseQuestion
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.experience import Answer, asked_after
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")


class Course:
    """A case that has just left the phase of information, so that the citizen is asked."""

    def __init__(self, world: World) -> None:
        self.world, self.at = world, world.at
        self.citizen, self.karen = world.citizen(), world.employee("Karen")
        self.case = world.case(citizen_id=self.citizen.id, caseworker=self.karen)
        self.step(Step.REGISTER)
        self.step(Step.ACCEPT)
        self.step(Step.BEGIN_ASSESSMENT)

    def step(self, step: Step) -> None:
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            found = Case.objects.get(pk=self.case.pk)
            if step is Step.REGISTER and found.phase != "contact":
                return
            done = casework.take_step(case_id=self.case.pk, step=step, by=self.karen, at=self.at, reason="Fordi.")
            assert not isinstance(done, Refusal), done

    def question(self) -> PhaseQuestion:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return PhaseQuestion.objects.get(case=self.case)

    def tell(self, *, by: Actor | None = None, **more: object) -> None:
        told = dialogue.ToldExperience(understood=Answer.PARTLY, words="Der var mange breve.", **more)  # type: ignore[arg-type]
        citizen = by or self.citizen
        with acting_as(citizen, purpose=Purpose.OWN_CASE, at=self.at):
            dialogue.tell_experience(question_id=self.question_id, told=told, by=citizen, at=self.at)

    @property
    def question_id(self) -> int:
        return PhaseQuestion.objects.values_list("pk", flat=True).get(case=self.case)


@pytest.fixture
def course(world: World) -> Course:
    return Course(world)


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [("information", "assessment", True), ("assessment", "information", False), ("decision", "closed", True),
     ("contact", "intake", False)],
)  # fmt: skip
def test_asked_when_a_phase_is_over_and_not_when_the_case_goes_back(before: str, after: str, asked: bool) -> None:
    assert asked_after(before=before, after=after, phases=["information", "assessment", "decision"]) is asked


def test_asked_once_however_often_the_case_goes_through_a_phase(course: Course) -> None:
    assert course.question().phase == "information"
    course.step(Step.INFORM_MORE)
    course.step(Step.BEGIN_ASSESSMENT)
    assert course.question().phase == "information"


def test_the_citizen_is_shown_the_newest_question_until_it_is_answered(course: Course) -> None:
    with acting_as(course.citizen, purpose=Purpose.OWN_CASE, at=course.at):
        assert dialogue.open_question(case=course.case, by=course.citizen) is not None
    course.tell()
    with acting_as(course.citizen, purpose=Purpose.OWN_CASE, at=course.at):
        assert dialogue.open_question(case=course.case, by=course.citizen) is None


def test_declining_leaves_nothing_but_silence(course: Course) -> None:
    with acting_as(course.citizen, purpose=Purpose.OWN_CASE, at=course.at):
        before = Event.objects.filter(case=course.case).count()
        dialogue.decline_question(question_id=course.question_id, by=course.citizen, at=course.at)
        assert dialogue.open_question(case=course.case, by=course.citizen) is None
        assert Event.objects.filter(case=course.case).count() == before
        assert not Experience.objects.exists()


def test_staff_read_it_only_when_the_citizen_lets_them(course: Course) -> None:
    course.tell()
    for named, seen in ((False, 0), (True, 1), (False, 0)):
        course.tell(named=named)
        with acting_as(course.karen, purpose=Purpose.CASEWORK, at=course.at):
            assert Experience.objects.count() == seen, "the database itself holds it back"
            assert len(dialogue.told_of(case_id=course.case.pk, by=course.karen)) == seen


@pytest.mark.parametrize("role", list(Role))
def test_no_role_reads_words_that_are_not_named_so_never_those_of_fewer_than_ten(course: Course, role: Role) -> None:
    """P1: words are told from ten answers on; here to nobody at all, but where a citizen lets its own be read."""
    course.tell()
    reader = course.world.employee("Læser", role=role, leads=True)
    for purpose in (Purpose.LEADERSHIP, Purpose.CASEWORK, Purpose.SUPERVISION):
        with acting_as(reader, purpose=purpose, at=course.at):
            assert not Experience.objects.exists()


def test_the_database_holds_it_back_without_the_first_wall(course: Course) -> None:
    """Sabotage: whatever is asked for, no unnamed row reaches staff; nor can they make one, or name one."""
    course.tell()
    with acting_as(course.karen, purpose=Purpose.CASEWORK, at=course.at):
        assert Experience.objects.all().update(named=True) == 0
        row = Experience(question=PhaseQuestion.objects.get(), case=course.case, person_id=course.citizen.id,
                         understood="no", answered_at=course.at, answered_by="x")  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()


def test_the_log_says_that_and_not_what(course: Course) -> None:
    course.tell(named=True)
    with acting_as(course.karen, purpose=Purpose.CASEWORK, at=course.at):
        said = [one.payload for one in casework.happenings(case_id=course.case.pk) if one.kind == "experience.told"]
    assert said == [{"of_phase": "information"}]


def test_a_change_of_mind(course: Course) -> None:
    course.tell()
    with acting_as(course.citizen, purpose=Purpose.OWN_CASE, at=course.at):
        told = dialogue.ToldExperience(understood=Answer.YES, coherent=Answer.NO)
        dialogue.tell_experience(question_id=course.question_id, told=told, by=course.citizen, at=course.at)
        row = Experience.objects.get()
        assert (row.understood, row.coherent, row.words) == ("yes", "no", "")
        dialogue.withdraw_experience(question_id=course.question_id, by=course.citizen, at=course.at)
        dialogue.withdraw_experience(question_id=course.question_id, by=course.citizen, at=course.at)
        assert not Experience.objects.exists()
        kinds = [one.kind for one in casework.happenings(case_id=course.case.pk)]
    assert kinds.count("experience.withdrawn") == 1


def test_nobody_else_answers(course: Course) -> None:
    stranger = course.world.citizen("Lene")
    number = course.question().pk
    for who in (stranger, course.karen):
        with acting_as(who, purpose=Purpose.OWN_CASE, at=course.at + timedelta(minutes=1)), pytest.raises(Hidden):
            dialogue.decline_question(question_id=number, by=who, at=course.at)
