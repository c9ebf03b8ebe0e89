"""test.py runs every step, counts what pytest counted, and never passes silently without a browser."""

import os
import shutil
from pathlib import Path

import pytest

from borgerfokus.cli import browser, checks, java
from borgerfokus.cli.checks import Runner, Step


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    (tmp_path / "reports").mkdir()
    return Runner(dict(os.environ), tmp_path / "reports")


def counted(runner: Runner, name: str, counts: str) -> None:
    (runner.reports / name).write_text(f"<testsuites><testsuite {counts}/></testsuites>")


def test_a_failing_step_does_not_stop_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []

    def step(name: str, code: int) -> Step:
        def run() -> int:
            ran.append(name)
            return code

        return Step(name, run)

    assert checks._run([step("one", 1), step("two", 0), step("three", 2)]) == 1
    assert ran == ["one", "two", "three"]
    assert "failed steps: one, three" in capsys.readouterr().out


def test_the_closing_line_adds_up_all_runs(runner: Runner) -> None:
    counted(runner, "0.xml", 'tests="10" failures="1" errors="1" skipped="2"')
    counted(runner, "1.xml", 'tests="5" failures="0" errors="0" skipped="0"')
    assert runner.summary() == "11 passed, 2 failed, 2 skipped"


@pytest.mark.slow
def test_finding_no_tests_is_no_failure(runner: Runner, tmp_path: Path) -> None:
    assert runner.pytest("-p", "no:cacheprovider", "-k", "there_is_no_such_test", str(Path(__file__))) == 0


@pytest.mark.parametrize(("on_a_build_server", "code"), [("true", 1), ("", 0)])
def test_without_a_browser_its_tests_are_named(
    runner: Runner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    on_a_build_server: str,
    code: int,
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setenv("CI", on_a_build_server)
    monkeypatch.setattr(browser, "find_or_install", lambda: None)
    monkeypatch.setattr(Runner, "tool", lambda self, *words: ran.append(words))
    assert checks._browser_tests(runner, []) == code
    assert "--collect-only" in ran[0]
    assert "No Chromium: the tests above were left out" in capsys.readouterr().out


@pytest.mark.parametrize(("on_a_build_server", "code"), [("true", 1), ("", 0)])
def test_without_java_the_tests_on_spark_are_named(
    runner: Runner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    on_a_build_server: str,
    code: int,
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setenv("CI", on_a_build_server)
    monkeypatch.setattr(java, "find_or_install", lambda: None)
    monkeypatch.setattr(Runner, "tool", lambda self, *words: ran.append(words))
    assert checks._spark_tests(runner, []) == code
    assert "--collect-only" in ran[0]
    assert "No Java: the tests above were left out" in capsys.readouterr().out


def test_an_ordinary_user_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BORGERFOKUS_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.find_or_install() is None
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert java.find_or_install() is None


def test_fast_leaves_out_slow_and_browser_tests(runner: Runner) -> None:
    fast = checks._steps(runner, fast=True, only=None)
    full = checks._steps(runner, fast=False, only=None)
    assert [step.heading for step in full[-3:]] == ["pytest", "pytest, Spark", "pytest, browser"]
    assert "browser" not in " ".join(step.heading for step in fast)
    assert "Spark" not in " ".join(step.heading for step in fast)
