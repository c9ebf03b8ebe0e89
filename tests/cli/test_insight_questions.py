"""The commands of the event table that need no database: figures, sharing, a projection, and no Spark here."""

import argparse
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.apps.insight.test_forecasting import make, many

from borgerfokus.apps.insight import service as insight
from borgerfokus.cli.commands import insight as command
from borgerfokus.cli.demo.projection import document
from borgerfokus.cli.trouble import Trouble

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def root(tmp_path: Path, settings: LazySettings) -> Path:
    settings.INSIGHT_ROOT = tmp_path / "insight"
    make(settings.INSIGHT_ROOT / insight.CASEWORK, many(60))
    return settings.INSIGHT_ROOT


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_figures_are_told_with_their_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures") == 0
    assert "60 " in capsys.readouterr().out


def test_the_table_is_shared_under_the_municipalitys_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("share", "--storage", str(tmp_path / "shared"), "--municipality", "751") == 0
    assert "751, 240 hændelser" in capsys.readouterr().out
    assert list((tmp_path / "shared").glob("events/municipality=751/month=*/*.parquet"))


@pytest.mark.parametrize("words", [("share", "--municipality", "751"), ("share", "--storage", "x"), ("projection",)])
def test_what_is_missing_is_asked_for(words: tuple[str, ...]) -> None:
    with pytest.raises(Trouble, match=r"Skriv"):
        run(*words)


def test_a_projection_is_imported_whole_or_not_at_all(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "frkm.csv"
    file.write_text(document(year=2026), "utf-8")
    assert run("projection", str(file), "--invented") == 0
    assert "990 Fjordby Kommune: 2026-2036" in capsys.readouterr().out
    kept = (root / "projection.json").read_text()
    file.write_text("OMRÅDE;ALDER;TID;INDHOLD\n990 X;0 år;2026;1\n", "utf-8")
    with pytest.raises(Trouble, match="mindst to år"):
        run("projection", str(file))
    assert (root / "projection.json").read_text() == kept


def test_without_spark_the_command_says_where_to_read_on() -> None:
    with pytest.raises(Trouble, match=r"one-machine-outgrown\.md"):
        run("flow", "--engine", "spark")
