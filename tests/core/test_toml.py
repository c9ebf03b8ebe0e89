"""Documents that people hand in: what `tomllib` cannot take is refused as what it cannot read."""

import time
import tomllib

import pytest

from borgerfokus.core import toml


def test_a_document_is_read_as_it_stands() -> None:
    assert toml.loads('a.b = 1\nc = "Se § 85, stk. 1. Og f.eks. stk. 2."') == {
        "a": {"b": 1},
        "c": "Se § 85, stk. 1. Og f.eks. stk. 2.",
    }


@pytest.mark.parametrize(
    "document",
    [
        "a = " + "[" * 5_000 + "]" * 5_000,
        "a" + ".a" * 200_000 + " = 1",
        "a" + " . a" * 100 + " = 1",
        "#" * (toml.LONGEST + 1),
        "w" * toml.LONGEST,
        "a.b = ",
        "a = " + "9" * 5_000,
    ],
    ids=["deep", "a long key", "a long key with blanks", "long", "one word", "broken", "a long number"],
)
def test_what_cannot_be_read_is_refused_at_once(document: str) -> None:
    began = time.process_time()
    with pytest.raises(tomllib.TOMLDecodeError):
        toml.loads(document)
    assert time.process_time() - began < 2
