"""Bar B2: every parser has had two hundred hostile files and a short while of spoilt ones: none hurt it.

The longer while, with what it came to in `benchmarks/README.md`: `python -m tests.parsers.fuzzing 1800`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, modules
from tests.parsers import hostile, trying
from tests.parsers.fuzzing import tried
from tests.parsers.registry import ALSO, OURS, PARSERS

_READING = frozenset(
    {
        "tomllib.loads",
        "toml.loads",
        "tomllib.load",
        "json.loads",
        "json.load",
        "csv.reader",
        "csv.DictReader",
        "ET.fromstring",
        "ET.parse",
        "ET.iterparse",
        "ET.XML",
        "expat.ParserCreate",
        "ijson.basic_parse",
        "ijson.items",
        "ijson.parse",
        "ZipFile",
        "zipfile.ZipFile",
        "gzip.open",
        "gzip.decompress",
        "zlib.decompress",
        "zlib.decompressobj",
        "Calendar.from_ical",
        "arrow_csv.read_csv",
        "base64.b64decode",
        "signing.loads",
        "KeySet.import_key_set",
        "PdfReader",
        "Image.open",
        "load_workbook",
        "pickle.loads",
        "yaml.safe_load",
    }
)
"""How the code can read an outer form."""


def _called(node: ast.Call) -> str:
    return ".".join(ast.unparse(node.func).split(".")[-2:])


def readers(text: str) -> bool:
    """Whether a module reads an outer form by itself."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return any(_called(one) in _READING for one in calls)


def unregistered(found: set[str]) -> set[str]:
    """Modules that read something and are neither a registered parser's nor known to read what is our own."""
    return found - {one.module for one in PARSERS} - set(ALSO) - set(OURS)


def of_the_code() -> Iterator[str]:
    for module in modules():
        if readers(module.text):
            yield Path(module.path).relative_to(PACKAGE).as_posix()


def test_every_parser_of_the_code_is_registered() -> None:
    found = set(of_the_code())
    assert sorted(unregistered(found)) == []
    assert {*ALSO, *OURS} - found == set(), "registered, and reads nothing any more"
    assert set(ALSO.values()) <= {one.module for one in PARSERS}


def test_a_parser_that_is_not_registered_is_found() -> None:
    """The sabotage: a module that begins to read what comes from outside."""
    assert readers("import json\nfound = json.loads(text)\n")
    assert readers("from zipfile import ZipFile\nwith ZipFile(content) as one:\n    pass\n")
    assert not readers("import json\nfound = json.dumps(text)\n")
    assert unregistered({"web/staff/brand_new.py"}) == {"web/staff/brand_new.py"}


@pytest.mark.slow
@pytest.mark.parametrize("name", [one.name for one in PARSERS])
def test_hostile_files_do_no_harm(name: str) -> None:
    told = tried(name, seed="0")
    assert told["faults"] == {}
    assert told["files"] == hostile.HOW_MANY
    assert told["slowest"] < trying.MOST_SECONDS


@pytest.mark.parametrize("parser", PARSERS, ids=lambda one: one.name)
def test_spoilt_files_are_refused_in_the_parsers_own_words(parser: object) -> None:
    assert parser in PARSERS
    reads, refuses = parser.reads()  # type: ignore[attr-defined]
    good = parser.good  # type: ignore[attr-defined]
    for one in good:
        reads(one)
    spoilt = zip(range(25), hostile.spoilt(good, most=100_000, seed="short"), strict=False)
    told = trying.give(reads, refuses, (content for _number, content in spoilt), name="short")
    assert told.faults == {}


def test_a_parser_without_its_limit_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the bounds on depth and size taken out of the reader of releases."""
    from borgerfokus.core.benchmark import fields

    parser = next(one for one in PARSERS if one.module == "core/benchmark/fields.py")
    reads, refuses = parser.reads()
    deep = b"[" * 200_000 + b"]" * 200_000
    assert trying.give(reads, refuses, [deep], name="as it is").faults == {}
    monkeypatch.setattr(fields, "_MOST_DEEP", 10**9)
    told = trying.give(reads, refuses, [deep], name="without")
    assert any("RecursionError" in one for one in told.faults)


def test_a_parser_that_hangs_eats_or_breaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage of the harness itself."""
    monkeypatch.setattr(trying, "MOST_SECONDS", 0.2)
    previous = trying.signal.getsignal(trying.signal.SIGPROF)
    trying.signal.signal(trying.signal.SIGPROF, lambda *_given: (_ for _ in ()).throw(trying.TooSlowError()))

    def bad(content: bytes) -> None:
        if content == b"hangs":
            while True:
                pass
        if content == b"breaks":
            raise KeyError("x")
        raise ValueError("refused")

    try:
        told = trying.give(bad, (ValueError,), [b"hangs", b"breaks", b"fine"], name="bad")
    finally:
        trying.signal.signal(trying.signal.SIGPROF, previous)
    assert (told.files, told.refused) == (3, 1)
    assert "over 5 s" in told.faults
    assert any(one.startswith("KeyError") for one in told.faults)
    monkeypatch.setattr(trying, "MOST_BYTES", -1)
    assert "too much memory" in trying.give(lambda _content: None, (), [b""], name="eats").faults
