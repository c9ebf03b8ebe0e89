"""The release file: what a municipality lets out of itself for a quarter, as JSON that people can read and check.

    {"format": "borgerfokus-release", "version": 1,
     "release": {…}, "signature": {"algorithm": "Ed25519", "key": "…", "value": "…"}}

What is signed is `release` in canonical form: UTF-8, names in order, no blanks, and no numbers but whole ones (figures
stand as text, "0.62"), so that every program writes the same bytes (a case of RFC 8785). The whole format stands in
docs/reference/release-file.md.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from borgerfokus.core.benchmark.fields import (
    exactly,
    hexed,
    in_both,
    listed,
    loaded,
    match,
    one_of,
    text_of,
    truth,
    whole_number,
    wrong,
)
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.texts import Text

FORMAT: Final = "borgerfokus-release"
VERSION: Final = 1
_QUARTER: Final = re.compile(r"20\d\dQ[1-4]")
_CODE: Final = re.compile(r"[1-9]\d{2,3}")
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
STATISTICS: Final = frozenset({"median", "mean", "share", "count"})
MEASURES: Final = frozenset({"days", "percent", "number", "kroner"})
DIRECTIONS: Final = frozenset({"higher", "lower", "neither"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What an indicator is, in the version that the figures were made by."""

    key: str
    version: int
    title: Text
    definition: Text
    statistic: str
    measure: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A figure of an indicator. `kind`: a type of case, "" for all of them. `cases`, `value` None: held back.

    `error` is the standard error of the value, with what disclosure control added to it.
    """

    indicator: str
    kind: str
    cases: int | None
    value: float | None
    error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The content of a file. `number` counts the releases of the quarter; from 2 on it corrects `corrects`, and why."""

    municipality: str
    name: str
    synthetic: bool
    quarter: str
    number: int
    released_on: str
    suppress_up_to: int
    round_to: int
    definitions: tuple[Definition, ...]
    figures: tuple[Released, ...]
    corrects: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A file that has been read, not yet believed: the key it names, its signature, and the bytes that were signed."""

    release: Release
    key: bytes
    signature: bytes
    content: bytes


def canonical(release: Release) -> bytes:
    """The bytes that are signed, and whose checksum names the release."""
    return _canonical(_told(release))


def written(content: bytes, *, key: bytes, signature: bytes) -> bytes:
    """The file of what was signed (`canonical`), laid out to be read."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "release": json.loads(content),
        "signature": {"algorithm": "Ed25519", "key": key.hex(), "value": signature.hex()},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(content: bytes) -> Signed:
    """A file from outside. Raises Unusable for whatever is not exactly of the format."""
    whole = exactly(loaded(content), {"format", "version", "release", "signature"})
    if whole["format"] != FORMAT or whole["version"] != VERSION:
        raise Unusable(
            da="Filen er ikke en udgivelse, eller den er af en udgave af formatet, som vi ikke kan læse.",
            en="The file is no release, or of a version of the format that we cannot read.",
        )
    signature = exactly(whole["signature"], {"algorithm", "key", "value"})
    if signature["algorithm"] != "Ed25519":
        raise wrong("signature")
    return Signed(
        release=_release(whole["release"]),
        key=hexed(signature["key"], 32),
        signature=hexed(signature["value"], 64),
        content=_canonical(whole["release"]),
    )


def _canonical(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _told(release: Release) -> dict[str, Any]:
    told = asdict(release)
    told["figures"] = [
        asdict(one) | {"value": _number(one.value), "error": _number(one.error)} for one in release.figures
    ]
    return told


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _release(told: Any) -> Release:
    exactly(told, set(Release.__dataclass_fields__))
    release = Release(
        municipality=match(told["municipality"], _CODE),
        name=text_of(told["name"], 80),
        synthetic=truth(told["synthetic"]),
        quarter=match(told["quarter"], _QUARTER),
        number=whole_number(told["number"], 1, 999),
        released_on=match(told["released_on"], re.compile(r"20\d\d-\d\d-\d\d")),
        suppress_up_to=whole_number(told["suppress_up_to"], 0, 1000),
        round_to=whole_number(told["round_to"], 1, 1000),
        definitions=tuple(_definition(one) for one in listed(told["definitions"])),
        figures=tuple(_figure(one) for one in listed(told["figures"])),
        corrects=match(told["corrects"], re.compile(r"(?:[0-9a-f]{64})?")),
        reason=text_of(told["reason"], 300, empty=True),
    )
    _hangs_together(release)
    return release


def _definition(told: Any) -> Definition:
    exactly(told, set(Definition.__dataclass_fields__))
    return Definition(
        key=match(told["key"], _NAME),
        version=whole_number(told["version"], 1, 9999),
        title=in_both(told["title"], 200),
        definition=in_both(told["definition"], 1000),
        statistic=one_of(told["statistic"], STATISTICS),
        measure=one_of(told["measure"], MEASURES),
        direction=one_of(told["direction"], DIRECTIONS),
    )


def _figure(told: Any) -> Released:
    exactly(told, set(Released.__dataclass_fields__))
    held = told["cases"] is None
    if any((told[name] is None) != held for name in ("value", "error")):
        raise wrong("figures")
    return Released(
        indicator=match(told["indicator"], _NAME),
        kind=match(told["kind"], _NAME) if told["kind"] != "" else "",
        cases=None if held else whole_number(told["cases"], 1, 10_000_000),
        value=None if held else float(match(told["value"], _NUMBER)),
        error=None if held else float(match(told["error"], _NUMBER)),
    )


def _hangs_together(release: Release) -> None:
    """What no single field can tell. Raises Unusable."""
    known = {one.key: one for one in release.definitions}
    places = [(one.indicator, one.kind) for one in release.figures]
    if len(known) < len(release.definitions) or len(set(places)) < len(places):
        raise wrong("figures")
    if (release.number > 1) != bool(release.corrects) or bool(release.corrects) != bool(release.reason.strip()):
        raise wrong("corrects")
    for one in release.figures:
        definition = known.get(one.indicator)
        if definition is None or not _is_within(one, definition, release):
            raise wrong(one.indicator)


def _is_within(one: Released, definition: Definition, release: Release) -> bool:
    """Whether a figure can be one of its definition, and the counts keep to the rule that the file says."""
    if one.cases is None or one.value is None or one.error is None:
        return True
    share = definition.statistic == "share"
    kept = one.cases > release.suppress_up_to and one.cases % release.round_to == 0
    return kept and one.error > 0 and one.value >= 0 and (not share or one.value <= 1)


