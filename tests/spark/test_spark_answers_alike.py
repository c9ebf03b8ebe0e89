"""Spark on two threads gives what DuckDB gives: of a log, and of the shared storage of two municipalities.

Spark lives in an environment of its own, which test.py makes. Without it, or without Java, these are left out.
"""

import json
import os
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.spark.questions import QUESTIONS, answers

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.valuing import value
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.cli import installation, java
from borgerfokus.core.flow.columns import NONE

pytestmark = [pytest.mark.spark, pytest.mark.slow]
PYTHON = java.spark(installation.ROOT).python
ACTIVITIES = (
    "request.received", "phase.information", "fact.asked", "fact.received", "phase.assessment", "phase.decision",
    "decision.issued", "letter.sent", "phase.closed",
)  # fmt: skip
BEGAN = datetime(2025, 1, 6, 8, tzinfo=UTC)


def log_of(folder: Path, *, seed: int, units: tuple[str, ...]) -> insight.Log:
    """Three hundred cases, whose words are coded in an order of their own."""
    draw = random.Random(seed)
    writer = Writer.begin(folder)
    rows = []
    for number in range(1, 301):
        moment, kind = BEGAN + timedelta(hours=draw.randint(0, 12_000)), draw.choice(("sel-85", "sel-100"))
        for place in range(1, draw.randint(3, 14)):
            unit, employed = draw.choice(units), draw.random() < 0.8
            rows.append(
                {
                    "case_no": number,
                    "place": place,
                    "activity": writer.words.codes("activity", [draw.choice(ACTIVITIES)])[0],
                    "us": int(moment.timestamp() * 1_000_000),
                    "unit": writer.words.codes("unit", [unit])[0] if employed else NONE,
                    "actor": writer.words.codes("actor", ["employee" if employed else "citizen"])[0],
                    "hand": draw.randint(1, 5) if employed else NONE,
                    "kind": writer.words.codes("kind", [kind])[0],
                }
            )
            moment += timedelta(minutes=draw.randint(1, 40_000))
    writer.add(pa.Table.from_pylist(rows, schema=TOLD))
    writer.finish(source="test", refreshed_us=1_800_000_000_000_000)
    value(folder=folder)
    log = insight.open_log(folder)
    assert log is not None
    return log


def spark(*words: str) -> dict[str, list[list[Any]]]:
    if java.find() is None or not PYTHON.exists():
        pytest.skip("no Java or no environment of Spark: python3 test.py makes it")
    command = [str(PYTHON), str(Path(__file__).with_name("questions.py")), *words]
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DJANGO_SETTINGS_MODULE")}
    environment = kept | {"SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(installation.ROOT / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-3_000:]
    found: dict[str, list[list[Any]]] = json.loads(done.stdout)
    return found


def test_each_question_has_the_same_answer(tmp_path: Path) -> None:
    log = log_of(tmp_path / "log", seed=1, units=("voksenteamet", "visitation"))
    ours, theirs = answers(log), spark("log", str(tmp_path / "log"), "")
    assert set(theirs) == set(QUESTIONS)
    for name, rows in ours.items():
        assert rows, name
        assert theirs[name] == rows, name


def test_what_a_municipality_shared_has_the_same_answers_as_its_own_log(tmp_path: Path) -> None:
    log_of(tmp_path / "first", seed=1, units=("visitation", "voksenteamet"))
    second = log_of(tmp_path / "second", seed=2, units=("voksenteamet", "familier"))
    storage = tmp_path / "storage"
    for name, code in (("first", "751"), ("second", "461"), ("second", "461")):
        shared = insight.open_log(tmp_path / name)
        assert shared is not None
        assert insight.share(shared, storage=storage, municipality=code) == shared.state.events
    months = {path.parent.name for path in storage.glob("events/municipality=461/month=*/*.parquet")}
    assert len(months) > 12
    asked = ("durations", "activities", "stays", "indicators")
    theirs, ours = spark("storage", str(storage), "461", *asked), answers(second, *asked)
    for name in ("durations", "indicators"):
        assert theirs[name] == ours[name], name
    for name in ("activities", "stays"):
        assert len(theirs[name]) == len(ours[name]) > 0, "the codes are those of the storage"
    both = spark("storage", str(storage), "", "cases")
    assert len(both["cases"]) == 600, "no case of one is taken for one of the other"
