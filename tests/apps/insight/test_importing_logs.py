"""Logs from outside: all of it or nothing, hostile files within bounds, and the same figures as the standard tool."""

import gzip
import resource
from hashlib import sha256
from pathlib import Path

import pytest
from tests.database import ROOT

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.flow import measures, xes
from borgerfokus.core.flow.refused import NotReadable

DATA = ROOT.parent / "shared" / "data"
_EVENT = (
    b'<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-11-28T08:00:00Z"/></event>'
)
PEER = {
    "receipt.xes.gz": (
        8_577,
        1_434,
        116,
        "656efd134c7c31271ac15eaefd89332eec3a1a0ecf2fc972d5a7665163a33a78",
        (467_263.916, 2_868.584),
    ),
    "running-example.xes.gz": (
        42,
        6,
        6,
        "016d3efc2d09c0e77e6e4b09a96b8d31c6faf31f059f27c1922b45c24284808d",
        (966_890.0, 815_940.0),
    ),
}
"""What pm4py 2.7 says (`benchmarks/flow/peer.py`): events, cases, variants, the digest of all edges with how often, and
mean and median seconds of a case."""


@pytest.mark.parametrize("name", PEER)
def test_a_real_log_says_what_the_standard_tool_says(name: str, tmp_path: Path) -> None:
    if not (DATA / name).exists():
        pytest.skip("the real logs are not here")
    events, cases, variants, edges, (mean, median) = PEER[name]
    state = insight.import_xes(file=DATA / name, folder=tmp_path / "log", name="log")
    log = insight.open_log(tmp_path / "log")
    assert log is not None
    assert (state.events, state.cases) == (events, cases)
    assert len(log.rows(measures.variants(log.cases))) == variants
    assert digest(log) == edges
    (whole,) = log.rows(measures.durations(log.cases))
    assert whole["mean_us"] / 1e6 == pytest.approx(mean, abs=0.01)
    assert whole["median_us"] / 1e6 == pytest.approx(median, abs=0.01)


def digest(log: insight.Log) -> str:
    """The edges in words, with how often, as one digest."""
    rows = sorted(
        (log.words.word("activity", row["before"]), log.words.word("activity", row["activity"]), row["times"])
        for row in log.rows(measures.edges(log.events))
    )
    return sha256("\n".join(f"{before}|{after}|{times}" for before, after, times in rows).encode()).hexdigest()


def test_a_log_that_breaks_off_leaves_the_one_before(tmp_path: Path) -> None:
    good, bad, folder = tmp_path / "good.xes", tmp_path / "bad.xes", tmp_path / "log"
    good.write_bytes(b"<log><trace>" + _EVENT * 3 + b"</trace></log>")
    bad.write_bytes(b"<log><trace>" + _EVENT * 3 + b"</trace><trace>")
    before = insight.import_xes(file=good, folder=folder, name="log")
    with pytest.raises(NotReadable):
        insight.import_xes(file=bad, folder=folder, name="log")
    log = insight.open_log(folder)
    assert log is not None
    assert log.state == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["log"]


@pytest.mark.parametrize("content", [b"<log></log>", b"<log><trace></trace></log>"])
def test_an_empty_log_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "empty.xes").write_bytes(content)
    with pytest.raises(NotReadable, match="empty"):
        insight.import_xes(file=tmp_path / "empty.xes", folder=tmp_path / "log", name="log")


def test_a_damaged_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.xes.gz").write_bytes(gzip.compress(b"<log>" + b" " * 100_000 + b"</log>")[:-20])
    with pytest.raises(NotReadable, match="damaged"):
        insight.import_xes(file=tmp_path / "cut.xes.gz", folder=tmp_path / "log", name="log")


def test_a_bomb_of_blanks_is_refused_within_memory(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xes.gz"
    with gzip.open(bomb, "wb", compresslevel=9) as packed:
        packed.write(b"<log>")
        for _ in range(64):
            packed.write(b" " * (1 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(NotReadable, match="unpacks to more"):
        insight.import_xes(
            file=bomb, folder=tmp_path / "log", name="log", limits=xes.Limits(bytes=32 << 20)
        )
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256_000


def test_more_activities_than_can_be_coded_are_refused(tmp_path: Path) -> None:
    many = b"".join(_EVENT.replace(b'"A"', f'"A{n}"'.encode()) for n in range(33_000))
    (tmp_path / "many.xes").write_bytes(b"<log><trace>" + many + b"</trace></log>")
    with pytest.raises(NotReadable, match="more different"):
        insight.import_xes(file=tmp_path / "many.xes", folder=tmp_path / "log", name="log")
