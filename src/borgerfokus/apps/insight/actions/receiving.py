"""Reading a release into the hub: believed only when it is signed, all of it or nothing, and frozen from then on."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from borgerfokus.apps.insight.actions import refusals
from borgerfokus.apps.insight.actions.signing import is_signed
from borgerfokus.apps.insight.models import Peer, PeerFigure, PeerRelease
from borgerfokus.apps.insight.policies import must_exchange
from borgerfokus.apps.insight.queries.holding import disclosure_rule
from borgerfokus.core import benchmark
from borgerfokus.core.benchmark.document import Definition, Release, Signed, read
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.indicators import load_shipped
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit


def receive(*, content: bytes, by: Actor, at: datetime) -> PeerRelease | Refusal:
    """Read a release file of a municipality that is known. Needs FIGURES_EXCHANGE (else Hidden).

    Refused with nothing kept when it is not of the format, not signed by the municipality it names, not of a quarter
    that is over, held back by a weaker rule than ours, or other than what was released for the quarter before.
    """
    must_exchange(by)
    try:
        signed = read(content)
    except Unusable as error:
        return refusals.unusable(error)
    peer = Peer.objects.select_for_update().filter(code=signed.release.municipality).first()
    if peer is None:
        return refusals.unknown(signed.release.municipality)
    if peer.key != signed.key.hex():
        return refusals.other_key(peer.name)
    if not is_signed(signed.content, key=signed.key, signature=signed.signature):
        return refusals.FORGED
    return keep(peer=peer, signed=signed, by=by, at=at)


def keep(*, peer: Peer, signed: Signed, by: Actor, at: datetime) -> PeerRelease | Refusal:
    """Put a release whose signature holds beside the others. For `receive`, and for our own release."""
    release, checksum = signed.release, sha256(signed.content).hexdigest()
    refusal = _refusal(peer, release, day_of(at))
    if refusal is not None:
        return refusal
    before = PeerRelease.objects.filter(peer=peer, quarter=release.quarter, replaced_at__isnull=True).first()
    if before is not None:
        if before.checksum == checksum:
            return refusals.ALREADY
        if release.number <= before.number or release.corrects != before.checksum:
            return refusals.frozen(peer.name, release.quarter)
        before.replaced_at = at
        before.save(update_fields=["replaced_at"])
    row = PeerRelease.objects.create(
        peer=peer,
        quarter=release.quarter,
        number=release.number,
        checksum=checksum,
        key=signed.key.hex(),
        signature=signed.signature.hex(),
        content=signed.content.decode(),
        reason=release.reason,
        released_on=date.fromisoformat(release.released_on),
        read_at=at,
        read_by=by.subject,
    )
    PeerFigure.objects.bulk_create(_figures(row, release))
    audit.record(
        action="benchmark.receive", by=by, at=at, about=peer.code, quarter=release.quarter, number=release.number
    )
    return row


def _figures(row: PeerRelease, release: Release) -> list[PeerFigure]:
    versions = {one.key: one.version for one in release.definitions}
    return [
        PeerFigure(
            release=row,
            indicator=one.indicator,
            version=versions[one.indicator],
            kind=one.kind,
            cases=one.cases,
            value=one.value,
            error=one.error,
        )
        for one in release.figures
    ]


def _refusal(peer: Peer, release: Release, day: date) -> Refusal | None:
    ends, rule = benchmark.quarter_ends(release.quarter), disclosure_rule(on=day)
    if release.synthetic != peer.synthetic:
        return refusals.NOT_OF_ITS_KIND
    try:
        released = date.fromisoformat(release.released_on)
    except ValueError:
        return refusals.NOT_OVER
    if not ends <= released <= day:
        return refusals.NOT_OVER
    if release.suppress_up_to < rule.suppress_up_to or release.round_to < rule.round_to:
        return refusals.weaker(rule)
    return _other_definition(release.definitions)


def _other_definition(definitions: Sequence[Definition]) -> Refusal | None:
    """An indicator that has our key and version, and is something else."""
    ours = {(one.key, one.version): one for one in load_shipped()}
    for one in definitions:
        known = ours.get((one.key, one.version))
        same = known is None or (known.statistic, known.measure, known.direction) == (
            one.statistic,
            one.measure,
            one.direction,
        )
        if not same:
            return refusals.other_definition(one.title)
    return None
