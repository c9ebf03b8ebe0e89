"""Joint meetings: called, moved, called off, held with minutes, and what was decided given as tasks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination import policies
from borgerfokus.apps.coordination.actions import inviting
from borgerfokus.apps.coordination.actions import meeting_refusals as no
from borgerfokus.apps.coordination.events import MeetingCalled, MeetingCancelled, MeetingHeld
from borgerfokus.apps.coordination.models import AgendaItem, Invitee, Meeting, MeetingCase, MeetingDecision
from borgerfokus.apps.coordination.models.meetings import MeetingState
from borgerfokus.apps.coordination.queries import meetings as queries
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination.guests import Told, guest_of
from borgerfokus.core.coordination.video import is_web_address
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Point:
    """A point of an agenda; with a case it is for those who see that case."""

    title: str
    case_id: int | None = None


@dataclass(frozen=True)
class When:
    """The time and the place, or a link."""

    starts: datetime
    ends: datetime
    place: str = ""
    video: str = ""


@dataclass(frozen=True)
class Guests:
    """Who is invited beside the citizen: employees, units, other persons, and partners by name.

    A partner is written as "Ole Vang" or "Ole Vang ole@lager.example"; with an address the partner is written to.
    """

    employees: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    persons: frozenset[int] = frozenset()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewMeeting:
    """A meeting to be called. `cases` are those it concerns beside the one it is called from."""

    title: str
    when: When
    agenda: tuple[Point, ...]
    guests: Guests = field(default_factory=Guests)
    cases: frozenset[int] = frozenset()
    with_citizen: bool = True


@dataclass(frozen=True)
class Minutes:
    """What was said at each point of the agenda, by its id, and which of the invited came."""

    said: Mapping[int, str]
    came: frozenset[int] = frozenset()


@dataclass(frozen=True)
class NewDecision:
    """Who does what by when, in one case. Neither employee nor unit: the citizen."""

    case_id: int
    text: str
    due: date
    employee: int | None = None
    unit: int | None = None


def call(*, case_id: int, new: NewMeeting, by: Actor, at: datetime) -> int | Refusal:
    """Call a meeting. The citizen gets a letter in the case that it is called from. Returns its id, or why not."""
    refusal = _refusal(new.when, at) or (None if new.title.strip() and new.agenda else no.NO_AGENDA)
    if refusal is not None:
        return refusal
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="meeting.call") as opened:
        citizen = opened.case.citizen_id
        mine = {case.pk for case in policies.own_cases(citizen_id=citizen, by=by, at=at)}
        if not new.cases <= mine or any(point.case_id not in {*mine, None} for point in new.agenda):
            raise Hidden("a case of the meeting")
        meeting = Meeting.objects.create(
            citizen_id=citizen,
            case=opened.case,
            title=new.title.strip(),
            starts=new.when.starts,
            ends=new.when.ends,
            place=new.when.place.strip(),
            video=new.when.video.strip(),
            called_at=at,
            called_by_id=by.id,
        )
        MeetingCase.objects.bulk_create(
            MeetingCase(meeting=meeting, case_id=number) for number in sorted({case_id, *new.cases})
        )
        AgendaItem.objects.bulk_create(
            AgendaItem(meeting=meeting, position=place, title=point.title.strip()[:200], case_id=point.case_id)
            for place, point in enumerate(new.agenda, 1)
        )
        Invitee.objects.bulk_create(_invited(meeting, new, citizen))
        opened.append(_called(meeting, moved=False))
        inviting.tell(opened, meeting, what=Told.INVITED)
    return meeting.pk


def move(*, meeting_id: int, when: When, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Give a meeting another time or place. The citizen is told anew, and calendars take it over."""
    meeting = _editable(meeting_id, by, at)
    refusal = _refusal(when, at)
    if refusal is not None:
        return refusal
    if version != meeting.version:
        return no.CHANGED
    with casework.changing(case_id=meeting.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="meeting.move") as opened:
        meeting.starts, meeting.ends = when.starts, when.ends
        meeting.place, meeting.video = when.place.strip(), when.video.strip()
        meeting.sequence += 1
        meeting.version += 1
        meeting.save()
        opened.append(_called(meeting, moved=True))
        inviting.tell(opened, meeting, what=Told.MOVED)
    return None


def cancel(*, meeting_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Call a meeting off, with a reason that the citizen is told."""
    meeting = _editable(meeting_id, by, at)
    if not why.strip():
        return no.WHY
    with casework.changing(
        case_id=meeting.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="meeting.cancel"
    ) as opened:
        meeting.state, meeting.why_not = MeetingState.CANCELLED, why.strip()
        meeting.sequence += 1
        meeting.version += 1
        meeting.save()
        opened.append(
            MeetingCancelled(
                meeting=meeting.pk, title=meeting.title, starts=meeting.starts.isoformat(), reason=why.strip()
            )
        )
        inviting.tell(opened, meeting, what=Told.CANCELLED)
    return None


def hold(*, meeting_id: int, minutes: Minutes, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Write the minutes, and put them in the journal of each case that the writer works on."""
    meeting = _editable(meeting_id, by, at)
    if meeting.starts > at:
        return no.NOT_YET
    if version != meeting.version:
        return no.CHANGED
    items = queries.agenda_of(meeting_id=meeting.pk, by=by, at=at)
    if not any(minutes.said.get(item.pk, "").strip() for item in items):
        return no.NO_MINUTES
    for item in items:
        item.minutes = minutes.said.get(item.pk, "").strip()
    AgendaItem.objects.bulk_update(items, ["minutes"])
    Invitee.objects.filter(meeting=meeting).update(came=False)
    Invitee.objects.filter(meeting=meeting, pk__in=minutes.came).update(came=True)
    meeting.state, meeting.held_at = MeetingState.HELD, at
    meeting.version += 1
    meeting.save()
    for link in queries.cases_of(meeting_id=meeting.pk, by=by, at=at):
        if Verb.JOURNAL_WRITE in casework.allowed(case=link.case, by=by, at=at):
            _file(meeting, link, by=by, at=at)
    return None


def join(*, meeting_id: int, case_id: int, title: str, by: Actor, at: datetime) -> Refusal | None:
    """Let a case of one's own be among those that a meeting concerns, perhaps with a point of its own.

    Those who do not see the case see neither it nor its point. After the meeting this files the minutes in the case.
    """
    meeting = queries.meeting(meeting_id=meeting_id, by=by, at=at)
    if case_id not in {case.pk for case in policies.own_cases(citizen_id=meeting.citizen_id, by=by, at=at)}:
        raise Hidden(f"case {case_id}")
    if meeting.state == MeetingState.CANCELLED:
        return no.CHANGED
    link, is_new = MeetingCase.objects.get_or_create(meeting=meeting, case_id=case_id)
    if meeting.state == MeetingState.HELD:
        if link.entry_id is None:
            _file(meeting, link, by=by, at=at)
        return None
    if title.strip():
        last = AgendaItem.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True)
        place = max([*last[:1], by.id + 100]) + 1
        AgendaItem.objects.create(meeting=meeting, position=place, title=title.strip()[:200], case_id=case_id)
    if is_new:
        with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="meeting.join") as opened:
            opened.append(_called(meeting, moved=False))
    return None


def decide(*, meeting_id: int, new: NewDecision, by: Actor, at: datetime) -> Refusal | None:
    """Write down what was decided for a case, and give it as a task there."""
    meeting = queries.meeting(meeting_id=meeting_id, by=by, at=at)
    if meeting.state == MeetingState.CANCELLED or not new.text.strip() or new.due < at.date():
        return no.DECISION
    if new.case_id not in {link.case_id for link in queries.cases_of(meeting_id=meeting.pk, by=by, at=at)}:
        raise Hidden(f"case {new.case_id}")
    task = casework.NewTask(
        kind="meeting",
        title=new.text.strip()[:200],
        detail=meeting.title,
        employee=new.employee,
        unit=new.unit,
        due=new.due,
        reference=f"meeting:{meeting.pk}",
    )
    task_id = casework.give(case_id=new.case_id, task=task, by=by, at=at)
    MeetingDecision.objects.create(
        meeting=meeting, case_id=new.case_id, text=new.text.strip(), task_id=task_id, at=at, by=by.subject
    )
    return None


def _file(meeting: Meeting, link: MeetingCase, *, by: Actor, at: datetime) -> None:
    body = _minutes_for(meeting, link.case_id, by=by, at=at)
    if not body:
        return
    note = journal.NewEntry(title=meeting.title, body=body, channel="meeting", happened_at=meeting.starts)
    entry = journal.write_note(case_id=link.case_id, note=note, by=by, at=at)
    if isinstance(entry, Refusal):
        return
    MeetingCase.objects.filter(pk=link.pk).update(entry_id=entry)
    with casework.changing(
        case_id=link.case_id, verb=Verb.JOURNAL_WRITE, by=by, at=at, action="meeting.file"
    ) as opened:
        opened.append(MeetingHeld(meeting=meeting.pk, title=meeting.title, entry=entry))


def _minutes_for(meeting: Meeting, case_id: int, *, by: Actor, at: datetime) -> str:
    """What goes to one case's journal: what is common, and what is that case's."""
    items = [item for item in queries.agenda_of(meeting_id=meeting.pk, by=by, at=at) if item.case_id in {None, case_id}]
    return "\n\n".join(f"{item.title}\n{item.minutes}" for item in items if item.minutes)


def _invited(meeting: Meeting, new: NewMeeting, citizen: int) -> Iterable[Invitee]:
    guests = new.guests
    persons = [citizen, *sorted(guests.persons - {citizen})] if new.with_citizen else sorted(guests.persons)
    yield from (Invitee(meeting=meeting, person_id=number) for number in persons)
    yield from (Invitee(meeting=meeting, employee_id=number) for number in sorted(guests.employees))
    yield from (Invitee(meeting=meeting, unit_id=number) for number in sorted(guests.units))
    partners = (guest_of(text) for text in guests.partners)
    yield from (Invitee(meeting=meeting, name=one.name, email=one.email) for one in partners if one)


def _called(meeting: Meeting, *, moved: bool) -> MeetingCalled:
    return MeetingCalled(meeting=meeting.pk, title=meeting.title, starts=meeting.starts.isoformat(), moved=moved)


def _editable(meeting_id: int, by: Actor, at: datetime) -> Meeting:
    meeting = queries.visible_to(by, at=at).select_for_update(of=("self",)).filter(pk=meeting_id).first()
    if meeting is None or meeting.state != MeetingState.CALLED:
        raise Hidden(f"meeting {meeting_id}")
    if not policies.may_edit_meeting(meeting=meeting, by=by, at=at):
        raise Hidden(f"meeting {meeting_id}")
    return meeting


def _refusal(when: When, at: datetime) -> Refusal | None:
    if when.starts <= at or when.ends <= when.starts or not (when.place.strip() or when.video.strip()):
        return no.WHEN
    if when.video.strip() and not is_web_address(text=when.video.strip()):
        return no.VIDEO
    return None
