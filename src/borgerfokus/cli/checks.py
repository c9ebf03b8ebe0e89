"""What test.py becomes inside its environment: every check under a heading with its time, and all are run."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from borgerfokus.cli import browser, installation, java, translations
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import discard, prepare
from borgerfokus.cli.trouble import Trouble, report

NO_TESTS_FOUND = 5
FAST = "not slow and not browser and not spark and not database"


@dataclass(frozen=True)
class Step:
    """One check under a heading. `run` returns an exit code."""

    heading: str
    run: Callable[[], int]


@dataclass(frozen=True)
class Runner:
    """Runs tools in the environment of the tests; pytest leaves its counts in `reports`."""

    environment: dict[str, str]
    reports: Path

    def tool(self, *words: str) -> int:
        return subprocess.run(words, env=self.environment, stdin=subprocess.DEVNULL, check=False).returncode

    def pytest(self, *words: str) -> int:
        counts = self.reports / f"{len(list(self.reports.iterdir()))}.xml"
        code = self.tool(sys.executable, "-m", "pytest", "-q", f"--junitxml={counts}", *words)
        return 0 if code == NO_TESTS_FOUND else code

    def summary(self) -> str:
        """The counts of all runs of pytest together: "12 passed, 0 failed, 1 skipped"."""
        total = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
        for counts in self.reports.iterdir():
            for suite in ET.parse(counts).iter("testsuite"):  # noqa: S314 (written by pytest just now)
                for name in total:
                    total[name] += int(suite.get(name, 0))
        failed = total["failures"] + total["errors"]
        passed = total["tests"] - failed - total["skipped"]
        return f"{passed} passed, {failed} failed, {total['skipped']} skipped"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks in order and return 1 if any failed."""
    parser = argparse.ArgumentParser(prog="python3 test.py", description="Alle prøver af Borgerfokus.")
    parser.add_argument("--fast", action="store_true", help="kun de hurtige, på under to minutter")
    parser.add_argument("-k", metavar="EXPRESSION", help="kun de prøver, hvis navn passer (som pytest -k)")
    asked = parser.parse_args(arguments)
    os.chdir(installation.ROOT)
    try:
        with _test_database() as database, tempfile.TemporaryDirectory(prefix="borgerfokus-test-") as folder:
            runner = Runner(_environment(database, Path(folder) / "home"), Path(folder) / "reports")
            runner.reports.mkdir()
            code = _run(_steps(runner, fast=asked.fast, only=asked.k))
            sys.stdout.write(f"{runner.summary()}\n")
            return code
    except Trouble as trouble:
        return report(trouble)
    except KeyboardInterrupt:
        return 130


@contextmanager
def _test_database() -> Iterator[dict[str, str]]:
    """A database of this run's own in the test cluster, which is stopped again if it did not run before."""
    cluster = Cluster.for_checkout(installation.ROOT, durable=False)
    started = cluster.start()
    name = f"borgerfokus_{os.getpid()}"
    try:
        yield prepare(cluster, database=name).environment()
    finally:
        discard(cluster, database=name)
        if started:
            cluster.stop()


def _environment(database: dict[str, str], home: Path) -> dict[str, str]:
    """The tests get a home without the keys and files of a real installation."""
    environment = installation.compiled_once(os.environ, Path(sys.prefix) / "bytecode") | database
    environment |= {
        "BORGERFOKUS_HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    for unwanted in ("BORGERFOKUS_DEMO", "DATABASE_URL"):
        environment.pop(unwanted, None)
    return environment


def _steps(runner: Runner, *, fast: bool, only: str | None) -> list[Step]:
    pick = ["-k", only] if only else []
    steps = [
        Step("ruff", lambda: runner.tool("ruff", "check", ".")),
        Step("mypy", lambda: runner.tool("mypy", "src/borgerfokus", "start.py", "test.py")),
        Step("oversættelser · translations", _translations),
    ]
    if (installation.ROOT / ".importlinter").exists():
        steps.append(Step("importkontrakter · import contracts", lambda: runner.tool("lint-imports")))
    if fast:
        steps.append(Step("pytest, hurtige · fast", lambda: runner.pytest("-n", "2", "-m", FAST, *pick)))
        return steps
    steps.append(Step("pytest", lambda: runner.pytest("-n", "2", "-m", "not browser and not spark", *pick)))
    steps.append(Step("pytest, Spark", lambda: _spark_tests(runner, pick)))
    steps.append(Step("pytest, browser", lambda: _browser_tests(runner, pick)))
    return steps


def _browser_tests(runner: Runner, pick: list[str]) -> int:
    if browser.find_or_install() is not None:
        return runner.pytest("-n", "2", "--dist", "loadfile", "-m", "browser", *pick)
    runner.tool(sys.executable, "-m", "pytest", "-q", "-m", "browser", "--collect-only", *pick)
    sys.stdout.write("Ingen Chromium: prøverne ovenfor er udeladt. No Chromium: the tests above were left out.\n")
    return 1 if os.environ.get("CI") == "true" else 0


def _spark_tests(runner: Runner, pick: list[str]) -> int:
    if java.find_or_install() is not None:
        java.spark(installation.ROOT).ensure(saying=f"Henter Spark til {java.FOLDER} ...")
        return runner.pytest("-m", "spark", *pick)
    runner.tool(sys.executable, "-m", "pytest", "-q", "-m", "spark", "--collect-only", *pick)
    sys.stdout.write("Ingen Java: prøverne ovenfor er udeladt. No Java: the tests above were left out.\n")
    return 1 if os.environ.get("CI") == "true" else 0


def _translations() -> int:
    translations.compile_all()
    missing = translations.missing()
    for text in missing:
        sys.stdout.write(f"{text.where}: {text.msgid}\n")
    return 1 if missing else 0


def _run(steps: Sequence[Step]) -> int:
    failed = []
    for step in steps:
        sys.stdout.write(f"\n=== {step.heading}\n")
        sys.stdout.flush()
        began = time.monotonic()
        try:
            code = step.run()
        except Trouble as trouble:
            code = report(trouble)
        if code != 0:
            failed.append(step.heading)
        result = "fejl · failed" if code else "ok"
        sys.stdout.write(f"--- {step.heading}: {result}, {time.monotonic() - began:.1f} s\n")
        sys.stdout.flush()
    if failed:
        sys.stdout.write(f"\nFejlede trin · failed steps: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
