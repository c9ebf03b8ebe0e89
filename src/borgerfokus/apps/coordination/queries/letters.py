"""Which letters the citizen is owed about what happens across departments, and what is filled in."""

from datetime import date, datetime

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination.events import CoordinatorAppointed, MeetingCalled, MeetingCancelled, SharingGiven
from borgerfokus.apps.coordination.models import Coordinator, Invitee, Meeting, Sharing
from borgerfokus.apps.coordination.queries.meetings import agenda_of
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.coordination import sharing as law
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words, moment_words
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.organisation.models import Employee


def coordinator(case: Case, event: CoordinatorAppointed, _at: datetime) -> dialogue.Occasion | None:
    """Who holds the threads from now on."""
    row = Coordinator.objects.filter(citizen_id=case.citizen_id, ends__isnull=True).select_related("employee").first()
    who = row.employee if row is not None else Employee.objects.get(pk=event.employee)
    values = {"coordinator": _same(who.name), "phone": _same(who.phone or case.unit.phone or "–")}
    return dialogue.Occasion(dialogue.NoticeKind.COORDINATOR, values)


def meeting(case: Case, event: MeetingCalled, at: datetime) -> dialogue.Occasion | None:
    """The invitation, when the citizen is invited, from the case that the meeting was called from alone."""
    row = Meeting.objects.filter(pk=event.meeting, case_id=case.pk).first()
    if row is None or not Invitee.objects.filter(meeting=row, person_id=case.citizen_id).exists():
        return None
    points = [item.title for item in agenda_of(meeting_id=row.pk, by=system("meetings"), at=at)]
    values = {
        "about": _same(row.title),
        "when": moment_words(row.starts),
        "where": _where(row),
        "agenda": _same("\n".join(f"- {point}" for point in points)),
    }
    if event.moved:
        values["moved"] = _MOVED
    return dialogue.Occasion(dialogue.NoticeKind.MEETING, values)


def cancelled(case: Case, event: MeetingCancelled, _at: datetime) -> dialogue.Occasion | None:
    """That a meeting is called off, when the citizen was invited."""
    row = Meeting.objects.filter(pk=event.meeting, case_id=case.pk).first()
    if row is None or not Invitee.objects.filter(meeting=row, person_id=case.citizen_id).exists():
        return None
    values = {"about": _same(row.title), "when": moment_words(row.starts), "reason": _same(event.reason)}
    return dialogue.Occasion(dialogue.NoticeKind.MEETING_CANCELLED, values)


def shared(_case: Case, event: SharingGiven, _at: datetime) -> dialogue.Occasion | None:
    """With whom something is shared, what, why and until when."""
    row = Sharing.objects.filter(pk=event.sharing).first()
    if row is None:
        return None
    ground = law.grounds()[row.ground]
    titles = [_part(law.Part(part), row) for part in row.parts]
    values = {
        "receiver": _same(event.receiver),
        "what": Text(da="; ".join(one.da for one in titles), en="; ".join(one.en for one in titles)),
        "purpose": _same(row.purpose),
        "until": date_words(date.fromisoformat(event.until)),
        "article": _same(ground.article),
    }
    return dialogue.Occasion(dialogue.NoticeKind.SHARED, values)


def _part(part: law.Part, row: Sharing) -> Text:
    """A part in words, with the names of the themes where it is those."""
    title, frame = law.PART_TITLES[part], assessment.frame_of(row.case)
    if part is not law.Part.THEMES or frame is None:
        return title
    named = [theme.title for theme in frame.themes if theme.key in row.themes]
    return Text(
        da=f"{title.da}: {', '.join(one.da for one in named)}", en=f"{title.en}: {', '.join(one.en for one in named)}"
    )


def _where(row: Meeting) -> Text:
    if row.place and row.video:
        return _same(f"{row.place} ({row.video})")
    return _same(row.place) if row.place else Text(da=f"på video: {row.video}", en=f"on video: {row.video}")


def _same(words: str) -> Text:
    return Text(da=words, en=words)


_MOVED = Text(
    da="Mødet havde en anden tid eller et andet sted før. Det, der står her, gælder nu.",
    en="The meeting had another time or place before. What is said here holds now.",
)
