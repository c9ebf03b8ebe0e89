"""Proposing what may be erased, holding it back, and approving it with four eyes."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.rights.actions import refusals as no
from borgerfokus.apps.rights.models import DataRequest, ErasureProposal, LegalHold, ProposalState
from borgerfokus.apps.rights.queries import erasing
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.rights import Block
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

_AT_ONCE = 500


def propose(*, at: datetime) -> int:
    """Look at what is proposed again, and propose every closed case that is past its retention. As the platform.

    Nothing is erased by this. Returns how many are new.
    """
    for waiting in ErasureProposal.objects.filter(state=ProposalState.PROPOSED):
        look_again(waiting, at=at)
    new = [_proposal(case, at=at) for case in _past(at)]
    ErasureProposal.objects.bulk_create(new)
    for one in new:
        audit.record(action="erasure.propose", by=system("rights.propose"), at=at, about=f"case:{one.case_id}")
    return len(new)


def propose_asked(*, request_id: int, at: datetime) -> None:
    """Propose the case that a citizen asked to have erased, unless it is proposed already. As the platform."""
    request = DataRequest.objects.select_related("case__type_version").filter(pk=request_id).first()
    if request is None or erasing.known([request.case_id]):
        return
    row = _proposal(request.case, at=at, asked_by=request.pk)
    row.save(force_insert=True)
    audit.record(action="erasure.propose", by=system("rights.propose"), at=at, about=f"case:{row.case_id}")


def look_again(row: ErasureProposal, *, at: datetime) -> None:
    """Reckon anew what stands in the way. As the platform."""
    case = Case.objects.select_related("type_version").get(pk=row.case_id)
    row.blocks = [str(block) for block in erasing.blocks_of(case=case, proposal=row, at=at)]
    row.looked_at = at
    row.save(update_fields=["blocks", "looked_at"])


def approve(*, proposal_id: int, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Approve that the case is erased. The second of two different people sets it going."""
    row = _locked(proposal_id, by)
    if row.state != ProposalState.PROPOSED:
        return no.NOT_PROPOSED
    if row.version != version:
        return no.CHANGED
    if row.blocks:
        return no.BLOCKED
    if row.first_by == by.subject:
        return no.SAME_EYES
    if not row.first_by:
        row.first_by, row.first_name, row.first_at = by.subject, by.name, at
    else:
        row.second_by, row.second_name, row.second_at = by.subject, by.name, at
        row.state = ProposalState.APPROVED
        jobs.defer("rights.erase", proposal_id=row.pk)
    row.version += 1
    row.save()
    audit.record(action="erasure.approve", by=by, at=at, about=f"case:{row.case_id}")
    return None


def hand_over(*, proposal_id: int, by: Actor, at: datetime) -> Refusal | None:
    """The case has been handed over to the archive (arkivloven): that no longer stands in the way."""
    row = _locked(proposal_id, by)
    if row.state != ProposalState.PROPOSED or not row.archive_first:
        return no.NOT_PROPOSED
    row.handed_over_at, row.handed_over_by = at, by.subject
    row.blocks = [block for block in row.blocks if block != Block.ARCHIVE]
    row.version += 1
    row.save()
    audit.record(action="erasure.hand_over", by=by, at=at, about=f"case:{row.case_id}")
    return None


def keep(*, proposal_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Do not erase it, for a reason. It is not proposed again."""
    if not why.strip():
        return no.NO_WHY
    row = _locked(proposal_id, by)
    if row.state != ProposalState.PROPOSED:
        return no.NOT_PROPOSED
    row.state, row.kept_why = ProposalState.KEPT, why.strip()[:300]
    row.version += 1
    row.save()
    audit.record(action="erasure.keep", by=by, at=at, about=f"case:{row.case_id}")
    return None


def hold(
    *, number: str, whole_person: bool, ground: str, until: date | None, by: Actor, at: datetime
) -> Refusal | None:
    """Let nothing of a case, or of its citizen, be erased until a day or until it is lifted. Needs ERASE_APPROVE."""
    erasing.must_approve(by)
    if not ground.strip():
        return no.NO_WHY
    if until is not None and until <= day_of(at):
        return no.NOT_YET_OVER
    case = erasing.case_of_number(number.strip())
    if case is None:
        return no.UNKNOWN_CASE
    row = LegalHold.objects.create(
        case_id=case.case_id,
        case_number=number.strip(),
        unit_id=case.unit_id,
        person_id=case.citizen_id if whole_person else None,
        whole_person=whole_person,
        ground=ground.strip()[:300],
        set_at=at,
        set_by=by.subject,
        set_name=by.name,
        until=until,
    )
    audit.record(action="hold.set", by=by, at=at, about=f"hold:{row.pk}")
    jobs.defer("rights.look_again", hold_id=row.pk)
    return None


def lift(*, hold_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """The hold is no longer needed."""
    erasing.must_approve(by)
    if not why.strip():
        return no.NO_WHY
    done = LegalHold.objects.filter(pk=hold_id, lifted_at__isnull=True).update(
        lifted_at=at, lifted_by=by.subject, lifted_why=why.strip()[:300]
    )
    if not done:
        raise Hidden(f"hold {hold_id}")
    audit.record(action="hold.lift", by=by, at=at, about=f"hold:{hold_id}")
    jobs.defer("rights.look_again", hold_id=hold_id)
    return None


def _past(at: datetime) -> Iterator[Case]:
    """The closed cases that are past their retention and not known yet, version by version of the case types."""
    today = day_of(at)
    for version in CaseTypeVersion.objects.all():
        spec = version.spec.retention
        rows = Case.objects.select_related("type_version").filter(type_version=version, phase=Phase.CLOSED)
        if spec.starts_at is Moment.CASE_CLOSED:
            last = add_months(today, -12 * spec.years)
            rows = rows.filter(closed_at__lt=at - (today - last) + timedelta(days=1))
        found = list(rows.order_by("pk"))
        for start in range(0, len(found), _AT_ONCE):
            some = found[start : start + _AT_ONCE]
            known = erasing.known(case.pk for case in some)
            for case in some:
                until = erasing.kept_until_of(case)
                if case.pk not in known and until is not None and until < today:
                    yield case


def _proposal(case: Case, *, at: datetime, asked_by: int | None = None) -> ErasureProposal:
    row = ErasureProposal(
        case_id=case.pk,
        case_number=case.number,
        unit_id=case.unit_id,
        type_title=case.type_version.title,
        closed_on=day_of(case.closed_at or at),
        kept_until=erasing.kept_until_of(case),
        asked_by_citizen=asked_by,
        archive_first=case.type_version.spec.retention.archive_first,
        proposed_at=at,
        looked_at=at,
    )
    row.blocks = [str(block) for block in erasing.blocks_of(case=case, proposal=row, at=at)]
    return row


def _locked(proposal_id: int, by: Actor) -> ErasureProposal:
    erasing.must_approve(by)
    row = ErasureProposal.objects.select_for_update().filter(pk=proposal_id).first()
    if row is None:
        raise Hidden(f"proposal {proposal_id}")
    return row
