"""Filling one case with what goes across departments, each typed text a canary of its own."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Handover
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Coordinator, Invitee, Meeting, Sharing, Transition
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination.sharing import Part, Wanted
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.web.staff.found import token_for
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling


class Token:
    """The address of a citizen's page, signed when it is asked for: the key of signing is each process's own."""

    def __init__(self, person_id: int) -> None:
        self.person_id = person_id

    def __str__(self) -> str:
        return token_for(self.person_id)


def fill(filling: "Filling", subject: Subject) -> None:
    """Coordinator, sharing, goal, meetings, the talk of the handover, and the way to 18."""
    subject.ids["token"] = Token(filling.citizen.id)
    _hold_threads(filling)
    _share(filling, subject)
    _aim(filling, subject)
    _meet(filling, subject)
    _talk(filling, subject)
    _grow(filling)


def _hold_threads(filling: "Filling") -> None:
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    with filling.as_(karen):
        why = filling.word("coordinator.why")
        _done(coordination.appoint_coordinator(case_id=case_id, employee=karen.id, why=why, by=karen, at=at))
        why = filling.word("coordinator.ended_why")
        _done(coordination.end_coordinator(case_id=case_id, why=why, by=karen, at=at))
        why = filling.word("coordinator.why")
        _done(coordination.appoint_coordinator(case_id=case_id, employee=karen.id, why=why, by=karen, at=at))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        assert Coordinator.objects.filter(case_id=case_id).count() == 2


def _share(filling: "Filling", subject: Subject) -> None:
    karen, at = filling.karen, filling.at
    new = coordination.NewSharing(
        wanted=Wanted(
            ground="consent",
            parts=frozenset({Part.COURSE, Part.HELP}),
            purpose=filling.word("sharing.purpose"),
            given_how=filling.word("sharing.given_how"),
        ),
        until=date(2027, 3, 1),
        unit=filling.scene.world.units["visitation"].pk,
    )
    with filling.as_(karen):
        _done(coordination.share(case_id=filling.case_id, new=new, by=karen, at=at))
        subject.ids["sharing"] = Sharing.objects.get(case_id=filling.case_id).pk


def _aim(filling: "Filling", subject: Subject) -> None:
    karen, at = filling.karen, filling.at
    new = coordination.NewGoal(
        title=filling.word("goal.title"),
        words=filling.word("goal.words"),
        contribution=filling.word("goal.contribution"),
        look_again_on=date(2027, 2, 1),
    )
    with filling.as_(karen):
        goal = coordination.set_goal(case_id=filling.case_id, new=new, by=karen, at=at)
        assert isinstance(goal, int), goal
    with filling.as_(filling.citizen):
        text = filling.word("goal.comment")
        _done(coordination.comment_on_goal(goal_id=goal, text=text, by=filling.citizen, at=at))
    subject.ids["goal"] = goal


def _meet(filling: "Filling", subject: Subject) -> None:
    """One meeting that is to come, one that was held, and one that was called off."""
    karen, at, case_id = filling.karen, filling.at, filling.case_id
    ids = []
    for what in ("to come", "held", "cancelled"):
        starts = filling.scene.at + timedelta(days=5) if what != "held" else at + timedelta(hours=1)
        new = coordination.NewMeeting(
            title=filling.word(f"meeting.title {what}"),
            when=coordination.When(
                starts=starts,
                ends=starts + timedelta(hours=1),
                place=filling.word(f"meeting.place {what}"),
                video=f"https://video.example/{filling.word(f'meeting.video {what}')}",
            ),
            agenda=(
                coordination.Point(filling.word(f"agenda.common {what}")),
                coordination.Point(filling.word(f"agenda.own {what}"), case_id),
            ),
            guests=coordination.Guests(
                employees=frozenset({filling.scene.actors["named"].id}),
                partners=(f"{filling.word(f'invitee.name {what}')} {_address(filling, what)}",),
            ),
        )
        with filling.as_(karen):
            made = coordination.call_meeting(case_id=case_id, new=new, by=karen, at=at)
            assert isinstance(made, int), made
            ids.append(made)
    subject.ids["meeting"] = ids[0]
    with acting_as(karen, purpose=Purpose.CASEWORK, at=filling.scene.at):
        _hold(filling, ids[1])
        why = filling.word("meeting.why_not")
        _done(coordination.cancel_meeting(meeting_id=ids[2], why=why, by=karen, at=filling.scene.at))


def _address(filling: "Filling", what: str) -> str:
    """A guest's e-mail address, which staff alone may read."""
    return f"{filling.word(f'invitee.email {what}', 'staff')}@guest.dk"


def _hold(filling: "Filling", meeting_id: int) -> None:
    karen, at = filling.karen, filling.scene.at - timedelta(minutes=30)
    now = {"by": karen, "at": at}
    items = coordination.agenda_of(meeting_id=meeting_id, **now)
    said = {item.pk: filling.word("minutes") for item in items}
    _done(
        coordination.hold_meeting(
            meeting_id=meeting_id, minutes=coordination.Minutes(said=said), version=1, **now
        )
    )
    new = coordination.NewDecision(
        case_id=filling.case_id, text=filling.word("meeting.decision"), due=date(2026, 12, 30), employee=karen.id
    )
    _done(coordination.decide_at_meeting(meeting_id=meeting_id, new=new, **now))
    assert Meeting.objects.filter(pk=meeting_id, state="held").exists()
    assert Invitee.objects.filter(meeting_id=meeting_id).exists()


def _talk(filling: "Filling", subject: Subject) -> None:
    karen, at = filling.karen, filling.at
    number = subject.ids["handover"]
    assert isinstance(number, int)
    talk = casework.Talk(
        on=at.date(),
        with_whom=filling.word("handover.talk_with"),
        summary=filling.word("handover.talk_summary"),
        citizen_invited=False,
        why_not=filling.word("handover.citizen_why_not"),
    )
    with filling.as_(karen):
        _done(casework.talk_about_handover(handover_id=number, talk=talk, by=karen, at=at))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        Handover.objects.filter(pk=number).update(no_talk_why=filling.word("handover.no_talk_why"))


def _grow(filling: "Filling") -> None:
    """The way to 18 of whoever the case is about: the rows are what matters here, not the age."""
    karen, at, citizen_id = filling.karen, filling.at, filling.citizen.id
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        unit_id = Case.objects.values_list("unit_id", flat=True).get(pk=filling.case_id)
        Transition.objects.create(
            citizen_id=citizen_id,
            case_id=filling.case_id,
            child_unit_id=unit_id,
            child_owner_id=karen.id,
            adult_unit_id=unit_id,
            adult_owner_id=karen.id,
            begun_at=at,
        )
    now = {"by": karen, "at": at}
    with filling.as_(karen):
        for topic in Topic:
            new = coordination.NewTopic(topic, TopicState.GOING, filling.word(f"topic.text {topic}"))
            _done(coordination.set_topic(citizen_id=citizen_id, new=new, **now))
        days = coordination.Days(at.date(), None, None, None, filling.word("transition.need"))
        _done(coordination.set_days(citizen_id=citizen_id, days=days, version=1, **now))
        need = coordination.NewNeed("hjemmevejledning", Decimal(2), Decimal(3), Decimal(4))
        _done(coordination.expect(citizen_id=citizen_id, new=need, **now))
    with filling.as_(filling.citizen):
        text = filling.word("transition.wish")
        _done(coordination.wish(person_id=citizen_id, text=text, by=filling.citizen, at=at))


def _done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer
