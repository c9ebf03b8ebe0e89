"""Filling the hub with the 98 municipalities that do not exist: each with a key, a signed file and key figures.

Everything goes in by the same doors as what is real, and is marked as synthetic wherever it is shown.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from borgerfokus.apps.insight.actions.knowing import know, read_key_figures
from borgerfokus.apps.insight.actions.receiving import receive
from borgerfokus.apps.insight.queries.holding import disclosure_rule
from borgerfokus.core.benchmark import quarter_ends, synthetic
from borgerfokus.core.benchmark.document import Release, canonical, written
from borgerfokus.core.benchmark.synthetic import Invented, Level, World
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor

TITLES: Final[Mapping[str, str]] = {
    "population": "Befolkning",
    "density": "Indbyggere pr. km²",
    "older": "Andel på 65 år og derover",
    "income": "Disponibel indkomst, 1.000 kr.",
}


def invent(
    *, world: World, quarter: str, levels: Sequence[Level], own: Mapping[str, float], by: Actor, at: datetime
) -> int:
    """Let all 98 release a quarter, and tell their key figures and our `own`. Needs FIGURES_EXCHANGE (else Hidden).

    Returns how many releases were read. Raises ValueError where one of them is refused.
    """
    found = synthetic.municipalities(world)
    ourselves = f"{settings.MUNICIPALITY_CODE} {settings.MUNICIPALITY}"
    for key, sheet in synthetic.key_figures(
        found, year=quarter_ends(quarter).year - 1, own=ourselves, ours=own
    ).items():
        _done(
            read_key_figures(
                key=key,
                title=TITLES[key],
                file_name=f"syntetisk-{key}.csv",
                content=sheet.encode(),
                synthetic=True,
                by=by,
                at=at,
            )
        )
    for one in found:
        secret = _key(world, one)
        public = secret.public_key().public_bytes_raw()
        _done(know(code=one.code, name=one.name, key=public.hex(), synthetic=True, by=by, at=at))
        content = canonical(_release(world, one, quarter, levels, day_of(at)))
        _done(receive(content=written(content, key=public, signature=secret.sign(content)), by=by, at=at))
    return len(found)


def _key(world: World, one: Invented) -> Ed25519PrivateKey:
    """A key that everybody can make again: it protects nothing, for there is nobody behind it."""
    return Ed25519PrivateKey.from_private_bytes(sha256(f"synthetic/{world.seed}/{one.code}".encode()).digest())


def _release(world: World, one: Invented, quarter: str, levels: Sequence[Level], day: date) -> Release:
    rule = disclosure_rule(on=day)
    return Release(
        municipality=one.code,
        name=one.name,
        synthetic=True,
        quarter=quarter,
        number=1,
        released_on=quarter_ends(quarter).isoformat(),
        suppress_up_to=rule.suppress_up_to,
        round_to=rule.round_to,
        definitions=tuple(level.definition for level in levels),
        figures=synthetic.observed(world, one, levels),
    )


def _done(result: object) -> None:
    if isinstance(result, Refusal):
        raise ValueError(result.text.en)
