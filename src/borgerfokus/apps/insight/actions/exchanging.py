"""Our own release of a quarter: made from the log after disclosure control, signed, and frozen from then on."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.actions import refusals
from borgerfokus.apps.insight.actions.receiving import keep
from borgerfokus.apps.insight.actions.signing import own_key, sign
from borgerfokus.apps.insight.models import Peer, PeerRelease
from borgerfokus.apps.insight.policies import must_exchange
from borgerfokus.apps.insight.queries import counting
from borgerfokus.apps.insight.queries.holding import disclosure_rule
from borgerfokus.apps.insight.queries.logs import Log, open_log
from borgerfokus.core.benchmark.document import Definition, Release, Released, Signed, canonical, read, written
from borgerfokus.core.benchmark.releasing import released
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell
from borgerfokus.core.indicators import Audience, load_shipped
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people.lots import lot_of, weight_of


def release_quarter(*, folder: Path, by: Actor, at: datetime, reason: str = "") -> PeerRelease | Refusal:
    """Release the last whole quarter, or correct what was released of it, and say why. Needs FIGURES_EXCHANGE.

    Called in a scope that sees everything. Refused where nothing may be told, where the quarter is out and no reason is
    given, and where the figures are the same. Raises Hidden for whoever may not.
    """
    must_exchange(by)
    log = open_log(folder)
    if log is None:
        return refusals.NOTHING
    peer = _ourselves(by, at)
    starts, ends = casework.quarter_before(day_of(at))
    quarter = casework.quarter_of(starts)
    before = PeerRelease.objects.filter(peer=peer, quarter=quarter, replaced_at__isnull=True).first()
    if before is not None and not reason.strip():
        return refusals.NO_REASON
    figures = _figures(log, quarter, disclosure_rule(on=day_of(at)), counting.span_of(starts, ends))
    if not figures:
        return refusals.NOTHING
    if before is not None and set(read(file_of(before)).release.figures) == set(figures):
        return refusals.NO_NEWS
    release = _release(peer=peer, quarter=quarter, figures=figures, before=before, reason=reason.strip()[:300], at=at)
    return keep(peer=peer, signed=_signed(release), by=by, at=at)


def release_when_over(*, folder: Path, by: Actor, at: datetime) -> PeerRelease | None:
    """Freeze the last whole quarter once it is over, unless it is out. Nothing is sent: people fetch the file."""
    starts, _ends = casework.quarter_before(day_of(at))
    if PeerRelease.objects.filter(peer__own=True, quarter=casework.quarter_of(starts)).exists():
        return None
    made = release_quarter(folder=folder, by=by, at=at)
    return None if isinstance(made, Refusal) else made


def file_of(row: PeerRelease) -> bytes:
    """The release as a file, with the signature that it came with."""
    return written(row.content.encode(), key=bytes.fromhex(row.key), signature=bytes.fromhex(row.signature))


def _ourselves(by: Actor, at: datetime) -> Peer:
    """We ourselves, under the key that the installation has now."""
    peer, made = Peer.objects.get_or_create(
        own=True,
        defaults={
            "code": settings.MUNICIPALITY_CODE,
            "name": settings.MUNICIPALITY,
            "key": own_key().hex(),
            "known_since": at,
            "known_by": by.subject,
        },
    )
    if not made and peer.key != own_key().hex():
        peer.key = own_key().hex()
        peer.save(update_fields=["key"])
    return peer


def _figures(log: Log, quarter: str, rule: Rule, window: tuple[int, int]) -> tuple[Released, ...]:
    catalogue = load_shipped()
    found: list[Released] = []
    for place, counted in counting.counted(log, window=window).items():
        one = catalogue[place]
        if not one.is_told(Audience.COMMITTEE):
            continue
        found += released(
            one.key, one.statistic, counted, rule=rule, weight=weight_of, lot=_lots(f"{quarter}/{one.key}")
        )
    return tuple(found)


def _release(
    *, peer: Peer, quarter: str, figures: tuple[Released, ...], before: PeerRelease | None, reason: str, at: datetime
) -> Release:
    rule = disclosure_rule(on=day_of(at))
    told = {one.indicator for one in figures}
    return Release(
        municipality=peer.code,
        name=peer.name,
        synthetic=False,
        quarter=quarter,
        number=before.number + 1 if before else 1,
        released_on=day_of(at).isoformat(),
        suppress_up_to=rule.suppress_up_to,
        round_to=rule.round_to,
        definitions=tuple(_definition(key) for key in sorted(told)),
        figures=figures,
        corrects=before.checksum if before else "",
        reason=reason if before else "",
    )


def _definition(key: str) -> Definition:
    one = next(indicator for indicator in load_shipped() if indicator.key == key)
    return Definition(
        key=one.key,
        version=one.version,
        title=one.title,
        definition=one.definition,
        statistic=one.statistic.value,
        measure=one.measure.value,
        direction=one.direction.value,
    )


def _signed(release: Release) -> Signed:
    content = canonical(release)
    return Signed(release=release, key=own_key(), signature=sign(content), content=content)


def _lots(name: str) -> Callable[[Cell], bytes]:
    return lambda cell: lot_of(f"exchange/{name}/{cell}")
