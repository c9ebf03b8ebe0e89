"""A complaint that is no appeal: made by a citizen, read and answered by the leader it is for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.models import Complaint, ComplaintKind
from borgerfokus.apps.dialogue.queries.complaints import complaints_for
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters

LONGEST = 5_000


@dataclass(frozen=True)
class NewComplaint:
    """What somebody complains of. A case for everything but accessibility: its unit's leader answers."""

    kind: ComplaintKind
    text: str
    case_id: int | None = None


def complain(*, new: NewComplaint, by: Actor, at: datetime) -> Complaint | Refusal:
    """A citizen complains. Returns the complaint with the day of the answer. Raises Hidden for another's case."""
    if not by.is_citizen:
        raise Hidden("complaint")
    if not new.text.strip():
        return _NO_TEXT
    case = _case(new.case_id, by, at) if new.case_id is not None else None
    about_platform = new.kind == ComplaintKind.ACCESSIBILITY
    if case is None and not about_platform:
        return _NO_CASE
    days = parameters.at("own.complaint_answer", on=day_of(at)).number
    row = Complaint.objects.create(
        kind=new.kind,
        person_id=by.id,
        case=None if about_platform else case,
        unit=None if about_platform or case is None else case.unit,
        text=new.text.strip()[:LONGEST],
        made_at=at,
        due=day_of(at) + timedelta(days=days),
    )
    audit.record(action="complaint.make", by=by, at=at, about=f"complaint:{row.pk}", kind=row.kind)
    jobs.defer("dialogue.complaint_made", complaint_id=row.pk)
    return row


def answer_complaint(*, complaint_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """The leader, or for accessibility whoever runs the platform, answers. Raises Hidden for anybody else."""
    row = complaints_for(by).filter(pk=complaint_id).first()
    if row is None:
        raise Hidden(f"complaint {complaint_id}")
    if not text.strip():
        return _NO_TEXT
    answered = Complaint.objects.filter(pk=row.pk, answered_at__isnull=True).update(
        answer=text.strip()[:LONGEST], answered_at=at, answered_by=by.subject
    )
    if not answered:
        return _ANSWERED
    audit.record(action="complaint.answer", by=by, at=at, about=f"complaint:{row.pk}", kind=row.kind)
    jobs.defer("dialogue.complaint_answered", complaint_id=row.pk)
    return None


def _case(case_id: int, by: Actor, at: datetime) -> Case:
    case = casework.visible_to(by, at=at).select_related("unit").filter(pk=case_id).first()
    if case is None or Verb.COMMENT_WRITE not in casework.allowed(case=case, by=by, at=at):
        raise Hidden(f"case {case_id}")
    return case


_NO_TEXT = Refusal(
    code="complaint.text", text=Text(da="Skriv det med dine egne ord.", en="Write it in your own words."), article=""
)
_NO_CASE = Refusal(
    code="complaint.case", text=Text(da="Vælg den sag, det handler om.", en="Choose the case it is about."), article=""
)
_ANSWERED = Refusal(
    code="complaint.answered",
    text=Text(da="Klagen er allerede besvaret.", en="The complaint has been answered already."),
    article="",
)
