"""What keeps a case from being erased, and what is proposed, held and done. Looked at by the platform, case by case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Appeal, AppealState, Decision, DecisionState
from borgerfokus.apps.interventions.models import Intervention
from borgerfokus.apps.rights.models import (
    AccessRequest,
    AccessState,
    DataRequest,
    Erasure,
    ErasureProposal,
    LegalHold,
    ProposalState,
)
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.state import ClosedReason, Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rights import Block, Circumstances, blocks, kept_until
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class KnownCase:
    """What whoever sets a hold is told of a case: that it is there, whose unit it is, and no more."""

    case_id: int
    unit_id: int
    citizen_id: int


def kept_until_of(case: Case) -> date | None:
    """The last day on which the case is kept by its type; None while it is open."""
    if case.closed_at is None:
        return None
    spec = case.type_version.spec.retention
    moment = case.moments.get(spec.starts_at) if spec.starts_at is not Moment.CASE_CLOSED else None
    starts = datetime.fromisoformat(moment) if moment else case.closed_at
    return kept_until(starts=day_of(starts), years=spec.years)


def blocks_of(*, case: Case, proposal: ErasureProposal, at: datetime) -> tuple[Block, ...]:
    """Why the case may not be erased now; empty when it may. As the platform."""
    on = day_of(at)
    around = Circumstances(
        closed=case.phase == Phase.CLOSED,
        kept_until=proposal.kept_until,
        appeal=_appeal(case, on),
        help_running=_help(case, on),
        access_open=_requests(case, proposal),
        sibling=_sibling(case),
        held=_held(case, on),
        archive_first=proposal.archive_first,
        handed_over=proposal.handed_over_at is not None,
        asked=proposal.asked_by_citizen is not None,
    )
    return blocks(of=around, on=on)


def _appeal(case: Case, on: date) -> bool:
    """An appeal that is not decided, or one that can still be made in time."""
    undecided = Q(state=AppealState.FILED) | Q(state=AppealState.FORWARDED, board__isnull=True)
    running = Decision.objects.filter(case=case, state=DecisionState.ISSUED, appeal_until__gte=on)
    return Appeal.objects.filter(undecided, case=case).exists() or running.exists()


def _help(case: Case, on: date) -> bool:
    """Help that was granted and has no end, or one that has not come. A case whose help has ended says so itself."""
    if Intervention.objects.filter(case=case, ended_on__isnull=True).exists():
        return True
    if case.closed_reason in {ClosedReason.ENDED, ClosedReason.WITHDRAWN, ClosedReason.LAPSED}:
        return False
    granted = Decision.objects.filter(case=case, state=DecisionState.ISSUED).exclude(outcome=Outcome.REFUSED)
    return granted.filter(ends__gt=on).exists()


def _requests(case: Case, proposal: ErasureProposal) -> bool:
    mine = proposal.asked_by_citizen or 0
    asked = DataRequest.objects.filter(case=case, outcome="").exclude(pk=mine)
    return asked.exists() or AccessRequest.objects.filter(case=case, state=AccessState.OPEN).exists()


def _sibling(case: Case) -> bool:
    """Another open case of the same kind about the same citizen rests on what this one says."""
    others = Case.objects.filter(citizen_id=case.citizen_id, type_key=case.type_key).exclude(pk=case.pk)
    return others.exclude(phase=Phase.CLOSED).exists()


def _held(case: Case, on: date) -> bool:
    return running_holds(on).filter(Q(case_id=case.pk) | Q(person_id=case.citizen_id)).exists()


def running_holds(on: date) -> "QuerySet[LegalHold]":
    """The holds that hold on a day."""
    return LegalHold.objects.filter(Q(until__isnull=True) | Q(until__gte=on), lifted_at__isnull=True)


def proposals(*, by: Actor) -> list[ErasureProposal]:
    """What waits to be approved or carried out, what may be erased first. Raises Hidden."""
    must_approve(by)
    rows = ErasureProposal.objects.filter(state__in=[ProposalState.PROPOSED, ProposalState.APPROVED])
    return sorted(rows, key=lambda one: (bool(one.blocks), one.kept_until or one.closed_on, one.pk))


def proposal_of(*, proposal_id: int, by: Actor) -> ErasureProposal:
    """One proposal. Raises Hidden."""
    must_approve(by)
    row = ErasureProposal.objects.filter(pk=proposal_id).first()
    if row is None:
        raise Hidden(f"proposal {proposal_id}")
    return row


def holds(*, by: Actor) -> list[LegalHold]:
    """Every hold, those that hold first. Raises Hidden."""
    must_approve(by)
    return list(LegalHold.objects.order_by("lifted_at", "-set_at", "-pk"))


def erased(*, by: Actor, newest: int) -> list[Erasure]:
    """The certificates, newest first. Raises Hidden."""
    must_approve(by)
    return list(Erasure.objects.order_by("-erased_at", "-pk")[:newest])


def certificate(*, erasure_id: int, by: Actor) -> Erasure:
    """One certificate. Raises Hidden."""
    must_approve(by)
    row = Erasure.objects.filter(pk=erasure_id).first()
    if row is None:
        raise Hidden(f"certificate {erasure_id}")
    return row


def case_of_number(number: str) -> KnownCase | None:
    """The case with this number, as far as whoever approves erasure may know of it."""
    with connection.cursor() as cursor:
        cursor.execute("select case_id, unit_id, citizen_id from bf_case_of_number(%s)", [number])
        row = cursor.fetchone()
    return KnownCase(*row) if row else None


def must_approve(by: Actor) -> None:
    """Raises Hidden unless the actor approves erasure."""
    if not by.can(Verb.ERASE_APPROVE):
        raise Hidden("erasure")


def known(cases: Iterable[int]) -> set[int]:
    """Those of the cases that are proposed already, were kept on purpose, or are erased."""
    wanted = list(cases)
    told = ErasureProposal.objects.filter(case_id__in=wanted).exclude(state=ProposalState.ERASED)
    done = Erasure.objects.filter(case_id__in=wanted)
    return {*told.values_list("case_id", flat=True), *done.values_list("case_id", flat=True)}
