"""Across cases: the coordinator, common goals, sharing and joint meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings

from borgerfokus.apps.coordination import events
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Meeting
from borgerfokus.cli.demo.acts import journaling, notices, tasks
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.acts.working import give
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.calendars import writing as calendars
from borgerfokus.core.coordination.guests import BODIES, CALENDAR_TITLE, SUBJECTS, Told, guest_of
from borgerfokus.core.coordination.sharing import PART_TITLES, Part, grounds
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.access.models import Ground


@dataclass(frozen=True)
class Shared:
    """What is shared with a unit, on which ground, and the last day of it."""

    unit: str
    parts: tuple[Part, ...]
    ground: str
    purpose: str
    until: date
    given_how: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Called:
    """A meeting: name, time, place, the common points, and who is invited beside the citizen."""

    title: str
    starts: datetime
    place: str
    points: tuple[str, ...]
    guests: tuple[Worker, ...] = ()
    partners: tuple[str, ...] = ()


def appoint(pen: Pen, who: Worker, *, why: str, by: Hand, at: datetime) -> Row:
    """Let an employee hold the threads, and tell the citizen."""
    with pen.act("coordinator.appoint", by=by, at=at):
        row = pen.tables["coordination.Coordinator"].add(
            citizen_id=pen.citizen.id,
            case_id=pen.id,
            employee_id=who.id,
            starts=at,
            appointed_by=by.subject,
            why=why,
        )
        pen.append(events.CoordinatorAppointed(employee=who.id, before=None))
    notices.coordinator(pen, name=who.name, phone=who.phone)
    return row


def set_goal(
    pen: Pen, *, title: str, words: str, contribution: str, by: Hand, at: datetime, plan_goal: int | None = None
) -> Row:
    """Set a goal that others can join; `plan_goal` is the goal of the case's plan that the contribution is."""
    with pen.act("common_goal.set", by=by, at=at):
        row = pen.tables["coordination.CommonGoal"].add(
            citizen_id=pen.citizen.id, case_id=pen.id, title=title, words=words, set_at=at, set_by=by.subject
        )
        _contribute(pen, row, contribution, plan_goal)
        _say(pen, row, "set", "")
    return row


def contribute(pen: Pen, goal: Row, *, text: str, by: Hand, at: datetime) -> None:
    """Another case joins a goal."""
    with pen.act("common_goal.join", by=by, at=at):
        _contribute(pen, goal, text)


def comment(pen: Pen, goal: Row, *, text: str, by: Hand, at: datetime) -> None:
    """The citizen says something about a goal."""
    with pen.act("common_goal.comment", by=by, at=at):
        _say(pen, goal, "comment", text)
        pen.append(events.CommonGoalChanged(goal=goal["id"], change="comment", title=goal["title"]))


def share(pen: Pen, new: Shared, *, by: Hand, at: datetime) -> Row:
    """Share something of the case with a unit, and tell the citizen."""
    unit_id = pen.desk.organisation.unit_ids[new.unit]
    name = pen.desk.organisation.unit_names[new.unit]
    ends = datetime.combine(new.until, time.max, tzinfo=COPENHAGEN)
    with pen.act("sharing.give", by=by, at=at):
        row = pen.tables["coordination.Sharing"].add(
            case_id=pen.id,
            citizen_id=pen.citizen.id,
            unit_id=unit_id,
            parts=sorted(new.parts),
            themes=sorted(new.themes),
            ground=new.ground,
            purpose=new.purpose,
            given_how=new.given_how,
            starts=at,
            ends=ends,
            given_by=by.subject,
        )
        if Part.FILE in new.parts:
            give(pen, f"unit:{unit_id}", Ground.SHARED, ends=ends, reason=new.purpose)
        pen.append(
            events.SharingGiven(
                sharing=row["id"],
                receiver=name,
                parts=list(row["parts"]),
                themes=list(row["themes"]),
                ground=new.ground,
                until=new.until.isoformat(),
            )
        )
    what = "; ".join(_part(pen, Part(one), new.themes) for one in row["parts"])
    article = grounds()[new.ground].article
    notices.shared(pen, receiver=name, what=what, purpose=new.purpose, until=notices.words(new.until), article=article)
    return row


def _part(pen: Pen, part: Part, themes: Sequence[str]) -> str:
    """A part in words, with the names of the themes where it is those."""
    title, frame = PART_TITLES[part].da, frames().get(pen.kind.spec.frame or "")
    if part is not Part.THEMES or frame is None:
        return title
    return f"{title}: {', '.join(one.title.da for one in frame.themes if one.key in themes)}"


def call(pen: Pen, new: Called, *, by: Worker, hand: Hand, at: datetime) -> Row:
    """Call a meeting from a case, and invite the citizen."""
    tables = pen.tables
    with pen.act("meeting.call", by=hand, at=at):
        row = tables["coordination.Meeting"].add(
            citizen_id=pen.citizen.id,
            case_id=pen.id,
            title=new.title,
            starts=new.starts,
            ends=new.starts + timedelta(hours=1),
            place=new.place,
            called_at=at,
            called_by_id=by.id,
        )
        tables["coordination.MeetingCase"].add(meeting_id=row["id"], case_id=pen.id)
        for place, point in enumerate(new.points, 1):
            tables["coordination.AgendaItem"].add(meeting_id=row["id"], position=place, title=point)
        tables["coordination.Invitee"].add(meeting_id=row["id"], person_id=pen.citizen.id)
        for guest in sorted(new.guests, key=lambda one: one.id):
            tables["coordination.Invitee"].add(meeting_id=row["id"], employee_id=guest.id)
        partners = [one for one in map(guest_of, new.partners) if one is not None]
        invited = [
            tables["coordination.Invitee"].add(meeting_id=row["id"], name=one.name, email=one.email)
            for one in partners
        ]
        pen.append(_called(row))
        for outsider in invited:
            if outsider["email"]:
                _invite(pen, row, outsider, by)
    agenda = "\n".join(f"- {point}" for point in new.points)
    notices.meeting(pen, about=new.title, when=moment_words(new.starts).da, where=new.place, agenda=agenda)
    return row


def _invite(pen: Pen, meeting: Row, guest: Row, caller: Worker) -> None:
    """An e-mail to a guest, taken at once by the stand-in for a mail server."""
    values = {
        "municipality": settings.MUNICIPALITY,
        "when": moment_words(meeting["starts"]).da,
        "where": meeting["place"],
        "who": caller.name,
        "phone": f" ({caller.phone})" if caller.phone else "",
    }
    calendar = coordination.invitation_of(
        meeting=Meeting(**meeting),
        title=CALENDAR_TITLE.da,
        guest=calendars.Guest(name=guest["name"], email=guest["email"]),
    )
    reference = f"guest:{meeting['id']}:{guest['id']}:0"
    mail = pen.tables["outbox.Mail"].add(
        mail_id=uuid5(NAMESPACE_OID, f"mail {reference}"),
        kind="meeting.guest",
        reference=reference,
        case_id=pen.id,
        way="e_mail",
        name=guest["name"],
        address=guest["email"],
        subject=SUBJECTS[Told.INVITED].da,
        body=BODIES[Told.INVITED].filled(**values).da,
        attachment=calendar,
        language="da",
        state="sent",
        queued_at=pen.at,
        queued_by=pen.by.subject,
        sent_at=pen.at,
        attempts=1,
    )
    guest["told_at"] = pen.at
    for action in ("mail.queue", "mail.send"):
        pen.record(action, about=f"mail:{mail['mail_id']}", way="e_mail")


def join(pen: Pen, meeting: Row, *, by: Hand, at: datetime) -> None:
    """Another case is among those that the meeting concerns."""
    pen.tables["coordination.MeetingCase"].add(meeting_id=meeting["id"], case_id=pen.id)
    with pen.act("meeting.join", by=by, at=at):
        pen.append(_called(meeting))


def hold(pen: Pen, meeting: Row, said: Mapping[str, str], *, by: Hand, at: datetime) -> None:
    """Write the minutes of a meeting, and put them in the journal of the case it was called from."""
    lines = []
    for item in pen.tables["coordination.AgendaItem"].rows:
        if item["meeting_id"] == meeting["id"]:
            item["minutes"] = said[item["title"]]
            lines.append(f"{item['title']}\n{item['minutes']}")
    for guest in pen.tables["coordination.Invitee"].rows:
        if guest["meeting_id"] == meeting["id"]:
            guest["came"] = True
    meeting.update(state="held", held_at=at, version=meeting["version"] + 1)
    file(pen, meeting, "\n\n".join(lines), by=by, at=at)


def file(pen: Pen, meeting: Row, body: str, *, by: Hand, at: datetime) -> None:
    """The minutes in one case's journal."""
    entry = journaling.note(pen, title=meeting["title"], body=body, channel="meeting", by=by, at=at)
    link = next(
        one
        for one in pen.tables["coordination.MeetingCase"].rows
        if one["meeting_id"] == meeting["id"] and one["case_id"] == pen.id
    )
    link["entry_id"] = entry["id"]
    with pen.act("meeting.file", by=by, at=at):
        pen.append(events.MeetingHeld(meeting=meeting["id"], title=meeting["title"], entry=entry["id"]))


def decide(pen: Pen, meeting: Row, *, text: str, due: date, employee: int | None, by: Hand, at: datetime) -> Row:
    """What was decided for the case, given as a task."""
    with pen.act(Verb.TASK_EDIT, by=by, at=at):
        task = tasks.task_in(
            pen,
            Task("meeting", text, due, meeting["title"], reference=f"meeting:{meeting['id']}", employee=employee),
        )
    return pen.tables["coordination.MeetingDecision"].add(
        meeting_id=meeting["id"], case_id=pen.id, text=text, task_id=task["id"], at=at, by=by.subject
    )


def _called(row: Row) -> events.MeetingCalled:
    return events.MeetingCalled(meeting=row["id"], title=row["title"], starts=row["starts"].isoformat(), moved=False)


def _contribute(pen: Pen, goal: Row, text: str, plan_goal: int | None = None) -> None:
    pen.tables["coordination.GoalContribution"].add(
        goal_id=goal["id"], case_id=pen.id, plan_goal_id=plan_goal, text=text, at=pen.at, by=pen.by.subject
    )
    pen.append(events.CommonGoalSet(goal=goal["id"], title=goal["title"]))


def _say(pen: Pen, goal: Row, kind: str, text: str) -> None:
    pen.tables["coordination.GoalEntry"].add(
        goal_id=goal["id"], kind=kind, text=text, at=pen.at, by=pen.by.subject, by_name=pen.by.name
    )
