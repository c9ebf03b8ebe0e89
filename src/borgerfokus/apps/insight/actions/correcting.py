"""Correcting our own release of a quarter: somebody says why, and the platform makes it of all cases.

Whoever exchanges figures sees no cases, or some, and a release is of all. So it is made by the worker, within a minute.
"""

from datetime import datetime
from pathlib import Path

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.actions import refusals
from borgerfokus.apps.insight.actions.exchanging import release_quarter
from borgerfokus.apps.insight.models import PeerRelease
from borgerfokus.apps.insight.policies import must_exchange
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit

_LONGEST = 300


def want_correction(*, by: Actor, at: datetime, reason: str) -> Refusal | None:
    """Ask for a correction of the last quarter that was released. Needs FIGURES_EXCHANGE.

    Refused without a reason and where the last whole quarter is not out. Raises Hidden for whoever may not.
    """
    must_exchange(by)
    why = " ".join(reason.split())[:_LONGEST]
    if not why:
        return refusals.NO_REASON
    starts, _ends = casework.quarter_before(day_of(at))
    ours = PeerRelease.objects.filter(peer__own=True, replaced_at__isnull=True, quarter=casework.quarter_of(starts))
    row = ours.select_for_update().first()
    if row is None:
        return refusals.NOTHING
    row.wanted, row.wanted_by, row.refused = why, by.subject, ""
    row.save(update_fields=["wanted", "wanted_by", "refused"])
    audit.record(action="benchmark.want_correction", by=by, at=at, about=row.quarter, number=row.number)
    return None


def correct_what_is_wanted(*, folder: Path, by: Actor, at: datetime) -> PeerRelease | None:
    """Make the correction that is wanted, or say on the release why not. For the system alone."""
    row = PeerRelease.objects.filter(peer__own=True, replaced_at__isnull=True).exclude(wanted="").first()
    if row is None:
        return None
    made = release_quarter(folder=folder, by=by, at=at, reason=row.wanted)
    wanted_by = row.wanted_by
    row.wanted, row.wanted_by = "", ""
    row.refused = made.code if isinstance(made, Refusal) else ""
    row.save(update_fields=["wanted", "wanted_by", "refused"])
    if isinstance(made, Refusal):
        return None
    made.read_by = wanted_by
    made.save(update_fields=["read_by"])
    return made


def why_not(release: PeerRelease) -> Refusal | None:
    """Why the correction that was wanted last was not made; None where none was refused."""
    known = (refusals.NO_NEWS, refusals.NOTHING)
    return next((one for one in known if one.code == release.refused), None)
