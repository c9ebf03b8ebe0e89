"""Background work of rights: the copies that were ordered, what may be erased, and what two people have approved."""

from datetime import datetime

from django.conf import settings

from borgerfokus.apps.rights.actions import copying, erasing, proposing, questions
from borgerfokus.apps.rights.models import ErasureProposal, ProposalState
from borgerfokus.foundation import jobs


@jobs.job(name="rights.copy", own_transactions=True)
def copy(*, at: datetime, export_id: int) -> None:
    """Make the whole copy that a citizen has ordered."""
    copying.make(export_id=export_id, at=at)


@jobs.job(name="rights.lookup_answered")
def lookup_answered(*, at: datetime, question_id: int) -> None:
    """Write to a citizen that the question about a look-up has been answered."""
    questions.tell_of_answer(question_id=question_id, at=at)


@jobs.daily(name="rights.remove_copies", hour=5)
def remove_copies(*, at: datetime) -> None:
    """Remove copies whose time is over."""
    copying.remove_old(at=at)


@jobs.daily(name="rights.propose", hour=5)
def propose(*, at: datetime) -> None:
    """Find the cases that are past their retention, and propose them. Nothing is erased by this."""
    proposing.propose(at=at)


@jobs.job(name="rights.propose_asked")
def propose_asked(*, at: datetime, request_id: int) -> None:
    """Propose the case that a citizen asked to have erased."""
    proposing.propose_asked(request_id=request_id, at=at)


@jobs.job(name="rights.look_again")
def look_again(*, at: datetime, hold_id: int) -> None:
    """A hold was set or lifted: what it stands in the way of is reckoned anew."""
    del hold_id
    for row in ErasureProposal.objects.filter(state=ProposalState.PROPOSED):
        proposing.look_again(row, at=at)


@jobs.job(name="rights.erase", own_transactions=True)
def erase(*, at: datetime, proposal_id: int) -> None:
    """Erase a case that two people have approved."""
    erasing.carry_out(proposal_id=proposal_id, at=at, folder=settings.ERASED_ROOT)
