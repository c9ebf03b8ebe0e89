"""Sharing a case with another department: only with a ground, to an extent, for a time; ended in a click."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import make_aware

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.events import SharingEnded, SharingGiven
from borgerfokus.apps.coordination.models import Sharing
from borgerfokus.apps.coordination.queries.citizen import running_sharings
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination import sharing as law
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation.models import Employee, Unit


@dataclass(frozen=True)
class NewSharing:
    """What is shared on which ground, with a unit or an employee (one of the two), and the last day of it."""

    wanted: law.Wanted
    until: date
    unit: int | None = None
    employee: int | None = None


def share(*, case_id: int, new: NewSharing, by: Actor, at: datetime) -> Refusal | None:
    """Share something of a case. Only the part "file" opens the case itself, to read. The citizen is told by letter."""
    with casework.changing(case_id=case_id, verb=Verb.CONSULT, by=by, at=at, action="sharing.give") as opened:
        refusal = law.refusal_of(new.wanted)
        if refusal is not None:
            return refusal
        receiver = _receiver(new, opened.case.unit_id)
        if receiver is None or new.until < at.date():
            return _INCOMPLETE
        if opened.case.sealed:
            return _SEALED
        if not _has_themes(opened.case, new.wanted.themes):
            return _OTHER_FRAME
        row = Sharing.objects.create(
            case=opened.case,
            citizen_id=opened.case.citizen_id,
            unit_id=new.unit,
            employee_id=new.employee,
            parts=sorted(new.wanted.parts),
            themes=sorted(new.wanted.themes),
            ground=new.wanted.ground,
            purpose=new.wanted.purpose.strip(),
            given_how=new.wanted.given_how.strip(),
            starts=at,
            ends=make_aware(datetime.combine(new.until, time.max)),
            given_by=by.subject,
        )
        if law.Part.FILE in new.wanted.parts:
            access.give(
                subject=_subject(row),
                case_id=row.case_id,
                ground=Ground.SHARED,
                by=by,
                at=at,
                ends=row.ends,
                reason=row.purpose,
            )
        opened.append(
            SharingGiven(
                sharing=row.pk,
                receiver=receiver,
                parts=list(row.parts),
                themes=list(row.themes),
                ground=row.ground,
                until=new.until.isoformat(),
            )
        )
    return None


def withdraw(*, sharing_id: int, by: Actor, at: datetime) -> Refusal | None:
    """End a sharing; it is refused from the next request on. The citizen ends a consent, the unit what it shares."""
    row = Sharing.objects.filter(running_sharings(at), pk=sharing_id).select_related("unit", "employee").first()
    if row is None:
        raise Hidden(f"sharing {sharing_id}")
    ground = law.grounds()[row.ground]
    if by.is_citizen and ground.kind is not law.Kind.CONSENT:
        return _NOT_YOURS
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.CONSULT
    with casework.changing(case_id=row.case_id, verb=verb, by=by, at=at, action="sharing.withdraw") as opened:
        ended = Sharing.objects.filter(running_sharings(at), pk=row.pk).update(withdrawn_at=at, withdrawn_by=by.subject)
        if not ended:
            return None
        if not _still_open(row, at):
            access.end(case_id=row.case_id, ground=Ground.SHARED, at=at, subject=_subject(row))
        opened.append(SharingEnded(sharing=row.pk, receiver=_name(row)))
    return None


def _still_open(row: Sharing, at: datetime) -> bool:
    """Whether the same receiver may read the case by another sharing."""
    others = Sharing.objects.filter(running_sharings(at), case_id=row.case_id, parts__contains=[law.Part.FILE.value])
    same = others.filter(unit_id=row.unit_id) if row.unit_id else others.filter(employee_id=row.employee_id or 0)
    return same.exists()


def _has_themes(case: casework.Case, themes: Collection[str]) -> bool:
    """Whether the frame of the case has all these themes."""
    if not themes:
        return True
    frame = assessment.frame_of(case)
    return frame is not None and {*themes} <= {theme.key for theme in frame.themes}


def _receiver(new: NewSharing, own_unit: int) -> str | None:
    """The name of the one receiver, or None when there is none or two, or it has the case anyway."""
    if new.unit is not None and new.employee is None and new.unit != own_unit:
        return Unit.objects.filter(pk=new.unit).values_list("name", flat=True).first()
    if new.employee is not None and new.unit is None:
        return Employee.objects.filter(pk=new.employee, active=True).values_list("name", flat=True).first()
    return None


def _subject(row: Sharing) -> str:
    return f"unit:{row.unit_id}" if row.unit_id else f"employee:{row.employee_id}"


def _name(row: Sharing) -> str:
    return row.unit.name if row.unit else row.employee.name if row.employee else ""


_INCOMPLETE = Refusal(
    code="sharing_incomplete",
    text=Text(
        da="Vælg en anden enhed eller en medarbejder, og en dag fra i dag og frem.",
        en="Choose another unit or an employee, and a day from today on.",
    ),
    article="forvaltningsloven § 28",
)
_OTHER_FRAME = Refusal(
    code="sharing_other_frame",
    text=Text(
        da="Et af temaerne hører ikke til udredningen i den sag. Vælg temaer fra sagens egen udredning.",
        en="One of the themes does not belong to the assessment of that case. Choose themes of its own assessment.",
    ),
    article="forvaltningsloven § 28",
)
_SEALED = Refusal(
    code="sharing_sealed",
    text=Text(da="En lukket sag kan ikke deles.", en="A sealed case cannot be shared."),
    article="forvaltningsloven § 27",
)
_NOT_YOURS = Refusal(
    code="sharing_by_article",
    text=Text(
        da="Her deler vi efter en lov og ikke efter dit samtykke. Ring til os, hvis du er uenig.",
        en="Here we share under an act and not by your consent. Call us if you disagree.",
    ),
    article="forvaltningsloven § 28",
)
