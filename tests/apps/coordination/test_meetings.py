"""Joint meetings: invitation, agenda by case, minutes in each journal, decisions as tasks, and the calendar file."""

from datetime import date, datetime, timedelta

import pytest
from tests.apps.coordination.household import Household

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import MeetingCase
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

pytestmark = pytest.mark.django_db


def when(at: datetime, **more: str) -> coordination.When:
    place = more.pop("place", "Rådhuset")
    return coordination.When(starts=at, ends=at + timedelta(hours=1), place=place, **more)


def call(home: Household) -> int:
    """Karen calls it and invites Sara by name; one point is for her own case alone."""
    new = coordination.NewMeeting(
        title="Fælles møde",
        when=when(home.at + timedelta(days=3)),
        agenda=(coordination.Point("Hvordan går det?"), coordination.Point("Støtten", home.support.pk)),
        guests=coordination.Guests(employees=frozenset({home.sara.id}), partners=("Ole fra lageret",)),
    )
    with home.as_(home.karen):
        made = coordination.call_meeting(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
    assert isinstance(made, int), made
    return made


def seen(home: Household, by: Actor, meeting: int) -> list[str]:
    with home.as_(by):
        return [item.title for item in coordination.agenda_of(meeting_id=meeting, by=by, at=home.at)]


def hold(home: Household, meeting: int, at: datetime) -> Refusal | None:
    with home.as_(home.karen, at=at):
        items = coordination.agenda_of(meeting_id=meeting, by=home.karen, at=at)
        said = coordination.Minutes(said={item.pk: f"Talt om {item.title}" for item in items})
        return coordination.hold_meeting(meeting_id=meeting, minutes=said, version=1, by=home.karen, at=at)


def test_the_citizen_is_invited_by_letter_with_the_agenda(home: Household) -> None:
    call(home)
    with home.as_system():
        assert Notice.objects.filter(case=home.support, kind="meeting").count() == 1
        bodies = " ".join(EntryText.objects.filter(entry__case=home.support).values_list("body", flat=True))
    assert "Hvordan går det?" in bodies
    assert "Rådhuset" in bodies


def test_a_point_of_a_case_is_for_those_who_see_the_case(home: Household) -> None:
    meeting = call(home)
    assert seen(home, home.karen, meeting) == ["Hvordan går det?", "Støtten"]
    assert seen(home, home.citizen, meeting) == ["Hvordan går det?", "Støtten"]
    assert seen(home, home.sara, meeting) == ["Hvordan går det?"]


def test_somebody_who_is_not_invited_does_not_know_of_it(home: Household) -> None:
    meeting = call(home)
    other = home.world.employee("Vibeke", unit="visitation")
    with home.as_(other), pytest.raises(Hidden):
        coordination.meeting(meeting_id=meeting, by=other, at=home.at)


def test_the_minutes_stand_in_each_case_with_what_belongs_there(home: Household) -> None:
    meeting, at = call(home), home.at + timedelta(days=4)
    assert hold(home, meeting, at) is None
    with home.as_(home.sara, at=at):
        joined = coordination.join_meeting(
            meeting_id=meeting, case_id=home.expenses.pk, title="", by=home.sara, at=at
        )
        assert joined is None
    with home.as_system():
        filed = dict(MeetingCase.objects.filter(meeting_id=meeting).values_list("case_id", "entry_id"))
        body = {case: EntryText.objects.filter(entry_id=entry).latest("pk").body for case, entry in filed.items()}
    assert "Talt om Støtten" in body[home.support.pk]
    assert "Talt om Hvordan går det?" in body[home.expenses.pk]
    assert "Støtten" not in body[home.expenses.pk]


def test_a_meeting_is_not_held_before_it_begins_nor_twice(home: Household) -> None:
    meeting = call(home)
    early = hold(home, meeting, home.at)
    assert early is not None
    assert early.code == "meeting_not_yet"
    assert hold(home, meeting, home.at + timedelta(days=4)) is None
    with pytest.raises(Hidden):
        hold(home, meeting, home.at + timedelta(days=5))


def test_a_decision_becomes_a_task_in_its_case(home: Household) -> None:
    meeting = call(home)
    new = coordination.NewDecision(
        case_id=home.support.pk, text="Ring til Alba", due=date(2026, 12, 11), employee=home.karen.id
    )
    with home.as_(home.karen):
        assert coordination.decide_at_meeting(meeting_id=meeting, new=new, by=home.karen, at=home.at) is None
        task = Task.objects.get(reference=f"meeting:{meeting}")
    assert (task.title, task.employee_id, task.due) == ("Ring til Alba", home.karen.id, date(2026, 12, 11))
    with home.as_(home.sara), pytest.raises(Hidden):
        coordination.decide_at_meeting(meeting_id=meeting, new=new, by=home.sara, at=home.at)


def test_moved_and_called_off_are_told_and_an_old_version_is_refused(home: Household) -> None:
    meeting = call(home)
    later = when(home.at + timedelta(days=6), place="", video="https://video.example/rum")
    with home.as_(home.karen):
        now = {"by": home.karen, "at": home.at}
        assert coordination.move_meeting(meeting_id=meeting, when=later, version=1, **now) is None
        again = coordination.move_meeting(meeting_id=meeting, when=later, version=1, **now)
        assert again is not None
        assert again.code == "edit.conflict"
        assert coordination.cancel_meeting(meeting_id=meeting, why="Sygdom.", **now) is None
    with home.as_system():
        kinds = Notice.objects.filter(case=home.support).order_by("pk").values_list("kind", flat=True)
        assert [kind for kind in kinds if kind.startswith("meeting")] == ["meeting", "meeting", "meeting_cancelled"]


@pytest.mark.parametrize(("hours", "place"), [(-1, "Rådhuset"), (24, "")])
def test_a_time_that_has_passed_or_no_place_is_refused(home: Household, hours: int, place: str) -> None:
    new = coordination.NewMeeting(
        title="Møde", when=when(home.at + timedelta(hours=hours), place=place), agenda=(coordination.Point("Et"),)
    )
    with home.as_(home.karen):
        told = coordination.call_meeting(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
    assert isinstance(told, Refusal)
    assert told.code == "meeting_when"


@pytest.mark.parametrize("video", ["javascript:alert(1)", "java\tscript:alert(1)", "ftp://video.example", "rum 3"])
def test_a_link_that_is_no_address_of_the_web_is_refused(home: Household, video: str) -> None:
    starts = home.at + timedelta(hours=24)
    new = coordination.NewMeeting(title="Møde", when=when(starts, video=video), agenda=(coordination.Point("Et"),))
    with home.as_(home.karen):
        told = coordination.call_meeting(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
    assert isinstance(told, Refusal)
    assert told.code == "meeting_video"


def test_a_case_of_somebody_else_cannot_be_put_on_the_agenda(home: Household) -> None:
    new = coordination.NewMeeting(
        title="Møde",
        when=when(home.at + timedelta(days=1)),
        agenda=(coordination.Point("Andres", home.expenses.pk),),
    )
    with home.as_(home.karen), pytest.raises(Hidden):
        coordination.call_meeting(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
