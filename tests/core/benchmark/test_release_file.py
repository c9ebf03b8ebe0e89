"""The release file: read as it was written, and refused for whatever is not exactly of the format."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.factories.releases import MADE

from borgerfokus.core.benchmark.document import canonical, read, written
from borgerfokus.core.benchmark.fields import MOST_BYTES
from borgerfokus.core.benchmark.refused import Unusable

KEY, SIGNATURE = b"k" * 32, b"s" * 64


def file() -> bytes:
    return written(canonical(MADE), key=KEY, signature=SIGNATURE)


def test_it_is_read_as_it_was_written() -> None:
    signed = read(file())
    assert signed.release == MADE
    assert (signed.key, signed.signature, signed.content) == (KEY, SIGNATURE, canonical(MADE))


def test_what_is_signed_does_not_depend_on_how_the_file_is_laid_out() -> None:
    told = json.loads(file())
    packed = json.dumps(told, separators=(",", ":"), ensure_ascii=True).encode()
    assert read(packed).content == canonical(MADE)


def test_figures_are_text_so_that_every_program_signs_the_same() -> None:
    assert b'"value":"0.62"' in canonical(MADE)


def changed(change: Callable[[dict[str, Any]], Any]) -> bytes:
    told = json.loads(file())
    change(told)
    return json.dumps(told).encode()


def put(path: str, value: object) -> bytes:
    """The file with something else at a place: "release.figures.0.value"."""

    def change(told: dict[str, Any]) -> None:
        *before, last = path.split(".")
        at: Any = told
        for name in before:
            at = at[int(name)] if isinstance(at, list) else at[name]
        at[int(last) if isinstance(at, list) else last] = value

    return changed(change)


HOSTILE = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe{}",
    "a list": b"[]",
    "too much": b" " * (MOST_BYTES + 1),
    "brackets without end": b"[" * 200_000,
    "a name twice": file().replace(b'"quarter"', b'"name": "x", "quarter"'),
    "a number with decimals": file().replace(b'"round_to": 5', b'"round_to": 5.0'),
    "not a number": file().replace(b'"round_to": 5', b'"round_to": NaN'),
    "digits without end": file().replace(b'"round_to": 5', b'"round_to": ' + b"9" * 5000),
    "another version": put("version", 2),
    "another format": put("format", "borgerfokus"),
    "something more": put("release.cpr", "0101010000"),
    "something less": changed(lambda told: told["release"].pop("reason")),
    "no signature": changed(lambda told: told.pop("signature")),
    "another algorithm": put("signature.algorithm", "none"),
    "half a key": put("signature.key", "ab"),
    "a key in capitals": put("signature.key", "AB" * 32),
    "a quarter that is none": put("release.quarter", "2026Q5"),
    "a municipality that is none": put("release.municipality", "../1"),
    "a name with a line break": put("release.name", "Sand\nholt"),
    "a name that never ends": put("release.name", "x" * 81),
    "half a sign": put("release.name", "\ud800"),
    "true for one": put("release.number", True),
    "a share above all": put("release.figures.0.value", "1.01"),
    "a figure below nothing": put("release.figures.0.value", "-0.1"),
    "a figure that is a number": put("release.figures.0.value", 1),
    "no error": put("release.figures.0.error", "0"),
    "half held back": put("release.figures.0.value", None),
    "few cases": put("release.figures.0.cases", 5),
    "cases that are not rounded": put("release.figures.0.cases", 251),
    "a figure of nothing defined": put("release.figures.0.indicator", "other"),
    "a figure twice": put("release.figures.1.kind", ""),
    "a type of case that is a formula": put("release.figures.1.kind", "=1+1"),
    "no figures": put("release.figures", []),
    "a statistic of its own": put("release.definitions.0.statistic", "best"),
    "a title in one language": put("release.definitions.0.title", {"da": "Kun dansk"}),
    "a correction of nothing": put("release.number", 2),
    "a first release that corrects": put("release.corrects", "a" * 64),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_of_the_format_is_refused_in_two_languages(content: bytes) -> None:
    with pytest.raises(Unusable) as refused:
        read(content)
    assert refused.value.text.da != refused.value.text.en
    refused.value.text.da.encode()
