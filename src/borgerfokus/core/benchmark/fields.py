"""Fields of a release file as they must be, and nothing else. Everything here raises Unusable."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.texts import Text

MOST_BYTES: Final = 2_000_000
MOST_FIGURES: Final = 20_000
_MOST_DEEP: Final = 8
_HEX: Final = re.compile(r"[0-9a-f]+")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def loaded(content: bytes) -> Mapping[str, Any]:
    """The object of a JSON text without numbers but whole ones, and no name twice in an object."""
    if len(content) > MOST_BYTES:
        raise Unusable(
            da=f"Filen fylder mere end {MOST_BYTES // 1_000_000} MB. Så stor er en udgivelse ikke.",
            en=f"The file is larger than {MOST_BYTES // 1_000_000} MB. No release is that large.",
        )
    try:
        text = content.decode("utf-8")
        if _depth(text) > _MOST_DEEP:
            raise wrong("{")
        told = json.loads(text, object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number)
    except Unusable:
        raise
    except ValueError:
        raise Unusable(da="Filen er ikke JSON.", en="The file is no JSON.") from None
    if not isinstance(told, dict):
        raise wrong("{")
    return told


def _depth(text: str) -> int:
    """How deep brackets stand within brackets at most, those within texts counted too."""
    deepest = now = 0
    for sign in re.findall(r"[\[\]{}]", text):
        now += 1 if sign in "[{" else -1
        deepest = max(deepest, now)
    return deepest


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise wrong(name)
        found[name] = value
    return found


def _no_number(text: str) -> Any:
    raise wrong(text)


def exactly(told: Any, names: set[str]) -> Mapping[str, Any]:
    """An object with exactly these names."""
    if not isinstance(told, dict) or set(told) != names:
        raise wrong(", ".join(sorted(names))[:60])
    return told


def listed(told: Any) -> list[Any]:
    """A list of something, and of no more than any release holds."""
    if not isinstance(told, list) or not 0 < len(told) <= MOST_FIGURES:
        raise wrong("figures")
    return told


def in_both(told: Any, most: int) -> Text:
    """A text in both languages, each of at most so many characters."""
    exactly(told, {"da", "en"})
    return Text(da=text_of(told["da"], most), en=text_of(told["en"], most))


def text_of(told: Any, most: int, *, empty: bool = False) -> str:
    """A text on one line of at most so many characters."""
    if not isinstance(told, str) or len(told) > most or _CONTROL.search(told) or not (empty or told.strip()):
        raise wrong(str(told)[:40])
    return told


def match(told: Any, shape: re.Pattern[str]) -> str:
    """A text of that shape."""
    if not isinstance(told, str) or not shape.fullmatch(told):
        raise wrong(str(told)[:40])
    return told


def hexed(told: Any, size: int) -> bytes:
    """So many bytes, written in hexadecimal."""
    if len(match(told, _HEX)) != 2 * size:
        raise wrong("signature")
    return bytes.fromhex(told)


def whole_number(told: Any, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    if not isinstance(told, int) or isinstance(told, bool) or not low <= told <= high:
        raise wrong(str(told)[:40])
    return told


def truth(told: Any) -> bool:
    """True or false."""
    if not isinstance(told, bool):
        raise wrong(str(told)[:40])
    return told


def one_of(told: Any, known: frozenset[str]) -> str:
    """One of the words that are known."""
    if not isinstance(told, str) or told not in known:
        raise wrong(str(told)[:40])
    return told


def wrong(what: str) -> Unusable:
    """The file is not of the format; `what` is where."""
    what = _CONTROL.sub("", what)
    return Unusable(
        da=f"Filen er ikke af formatet: noget er galt ved »{what}«. Bed kommunen om filen igen.",
        en=f"The file is not of the format: something is wrong at “{what}”. Ask the municipality for the file again.",
    )
