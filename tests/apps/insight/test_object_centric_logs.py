"""Object-centric logs taken in by a chosen kind of object, and our own log written so that others read it."""

import gzip
import json
from pathlib import Path

import pytest
from tests.database import ROOT

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.flow import measures
from borgerfokus.core.flow.refused import NotReadable

DATA = ROOT.parent / "shared" / "data"


def _event(activity: str, hour: int, *about: str) -> dict[str, object]:
    links = [{"objectId": one, "qualifier": "of"} for one in about]
    return {"id": activity, "type": activity, "time": f"2026-11-28T{hour:02}:00:00Z", "relationships": links}


_LOG = {
    "objects": [{"id": "o1", "type": "order"}, {"id": "i1", "type": "item"}, {"id": "i2", "type": "item"}],
    "events": [_event("packed", 9, "i2"), _event("ordered", 8, "o1", "i1", "i2"), _event("sent", 10, "o1", "i1", "x")],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "log.json").write_text(json.dumps(_LOG), "utf-8")
    return tmp_path / "log.json"


def _cases(folder: Path) -> list[list[str]]:
    log = insight.open_log(folder)
    assert log is not None
    told: dict[int, list[str]] = {}
    for row in log.rows(log.events.order_by("case_no", "place")):
        told.setdefault(row["case_no"], []).append(log.words.word("activity", row["activity"]))
    return list(told.values())


@pytest.mark.parametrize(
    ("kind", "cases"),
    [("item", [["ordered", "sent"], ["ordered", "packed"]]), ("order", [["ordered", "sent"]])],
)
def test_an_event_belongs_to_each_case_it_is_about(file: Path, kind: str, cases: list[list[str]]) -> None:
    insight.import_ocel(file=file, folder=file.parent / "log", name="log", object_type=kind)
    assert _cases(file.parent / "log") == cases


@pytest.mark.parametrize("kind", ["", "invoice"])
def test_a_kind_that_must_be_chosen_is_asked_for(file: Path, kind: str) -> None:
    with pytest.raises(NotReadable, match="The log has: item, order"):
        insight.import_ocel(file=file, folder=file.parent / "log", name="log", object_type=kind)
    assert not (file.parent / "log").exists()


def test_a_log_without_events_is_refused_and_leaves_the_one_before(file: Path) -> None:
    folder = file.parent / "log"
    insight.import_ocel(file=file, folder=folder, name="log", object_type="order")
    file.write_text(json.dumps({**_LOG, "events": []}), "utf-8")
    with pytest.raises(NotReadable, match="empty"):
        insight.import_ocel(file=file, folder=folder, name="log", object_type="order")
    assert _cases(folder) == [["ordered", "sent"]]


@pytest.mark.parametrize("name", ["receipt.xes.gz", "running-example.xes.gz"])
def test_a_real_log_written_in_both_ways_is_the_same_log(name: str, tmp_path: Path) -> None:
    if not (DATA / name).exists():
        pytest.skip("the real logs are not here")
    insight.import_xes(file=DATA / name, folder=tmp_path / "first", name="log")
    first = insight.open_log(tmp_path / "first")
    assert first is not None
    (tmp_path / "log.xes").write_text("".join(insight.as_xes(first)), "utf-8")
    with gzip.open(tmp_path / "log.json.gz", "wt", encoding="utf-8") as packed:
        packed.writelines(insight.as_ocel(first))
    insight.import_xes(file=tmp_path / "log.xes", folder=tmp_path / "xes", name="log")
    insight.import_ocel(file=tmp_path / "log.json.gz", folder=tmp_path / "ocel", name="log")
    assert [insight.is_ocel(tmp_path / one) for one in ("log.xes", "log.json.gz")] == [False, True]
    for folder in ("xes", "ocel"):
        again = insight.open_log(tmp_path / folder)
        assert again is not None
        assert _edges(again) == _edges(first)
        assert again.rows(measures.durations(again.cases)) == first.rows(measures.durations(first.cases))


def _edges(log: insight.Log) -> set[tuple[str, str, int, float]]:
    def word(code: int) -> str:
        return log.words.word("activity", code)

    rows = log.rows(measures.edges(log.events))
    return {(word(row["before"]), word(row["activity"]), row["times"], row["median_us"]) for row in rows}
