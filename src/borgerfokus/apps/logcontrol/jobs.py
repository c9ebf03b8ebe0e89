"""Background work of log control: the months' rounds, what is due, the nightly comparison, and rights."""

from datetime import datetime, timedelta

from borgerfokus.apps.logcontrol.actions import judging, reconciling, rights, rounds
from borgerfokus.apps.logcontrol.models import ControlRound, RoundState
from borgerfokus.core.dates import day_of
from borgerfokus.core.logcontrol.rounds import month_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.daily(name="logcontrol.rounds", hour=5)
def run_rounds(*, at: datetime) -> None:
    """Plan the round of this month, and draw each whose month is over: the seed is promised before the look-ups are."""
    by = system("logcontrol.rounds")
    starts, ends = month_of(day_of(at))
    if not ControlRound.objects.filter(monthly=True, starts=starts).exists():
        rounds.plan(new=rounds.NewRound(starts, ends, monthly=True), by=by, at=at)
    over = ControlRound.objects.filter(monthly=True, state=RoundState.PLANNED, ends__lte=day_of(at))
    for round_id in over.order_by("starts").values_list("pk", flat=True):
        rounds.draw(round_id=round_id, by=by, at=at)


@jobs.job(name="logcontrol.draw")
def draw(*, at: datetime, round_id: int) -> None:
    """Draw a round that somebody planned by hand."""
    rounds.draw(round_id=round_id, by=system("logcontrol.draw"), at=at)


@jobs.daily(name="logcontrol.due", hour=6)
def due(*, at: datetime) -> None:
    """Remind those who have not answered, and send on what nobody has judged in time."""
    judging.remind(at=at)
    judging.escalate_late(by=system("logcontrol.due"), at=at)


@jobs.daily(name="logcontrol.reconcile", hour=4, own_transactions=True)
def reconcile(*, at: datetime) -> None:
    """Compare yesterday's look-ups with what citizens see."""
    reconciling.reconcile(day=day_of(at) - timedelta(days=1), at=at)


@jobs.daily(name="logcontrol.rights", hour=5)
def review_rights(*, at: datetime) -> None:
    """Make the review of rights on the first morning of the half-year that a worker runs."""
    rights.make_review(by=system("logcontrol.rights"), at=at)


@jobs.job(name="logcontrol.end_grant")
def end_grant(*, at: datetime, item_id: int) -> None:
    """End an access to a case that a leader asked to have ended."""
    rights.end_grant(item_id=item_id, by=system("logcontrol.end_grant"), at=at)
