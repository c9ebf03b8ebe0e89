"""What test.py becomes inside its environment: every check with a heading and its time, and all of them run."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from borgerfokus.cli import browser, installation, translations
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import prepare
from borgerfokus.cli.trouble import Trouble, report

NO_TESTS_FOUND = 5
FAST = "not slow and not browser"


@dataclass(frozen=True)
class Step:
    """One check under a heading. `run` returns an exit code."""

    heading: str
    run: Callable[[], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the checks in order and return 1 if any failed."""
    parser = argparse.ArgumentParser(prog="python3 test.py", description="Alle prøver af Borgerfokus.")
    parser.add_argument("--fast", action="store_true", help="kun de hurtige, på under to minutter")
    parser.add_argument("-k", metavar="EXPRESSION", help="kun de prøver, hvis navn passer (som pytest -k)")
    asked = parser.parse_args(arguments)
    os.chdir(installation.ROOT)
    cluster = Cluster.for_checkout(installation.ROOT, durable=False)
    started = False
    try:
        started = cluster.start()
        with tempfile.TemporaryDirectory(prefix="borgerfokus-test-") as home:
            environment = _environment(cluster, Path(home))
            return _run(_steps(environment, fast=asked.fast, only=asked.k))
    except Trouble as trouble:
        return report(trouble)
    except KeyboardInterrupt:
        return 130
    finally:
        if started:
            cluster.stop()


def _environment(cluster: Cluster, home: Path) -> dict[str, str]:
    """The tests get a database of their own and a home without the keys and files of a real installation."""
    addresses = prepare(cluster, database=f"borgerfokus_{os.getpid()}")
    environment = dict(os.environ) | addresses.environment()
    environment |= {
        "BORGERFOKUS_HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    for unwanted in ("BORGERFOKUS_DEMO", "DATABASE_URL"):
        environment.pop(unwanted, None)
    return environment


def _steps(environment: dict[str, str], *, fast: bool, only: str | None) -> list[Step]:
    pick = ["-k", only] if only else []
    suite = ["pytest", "-q", "-n", "2", *pick]

    def command(*words: str) -> Callable[[], int]:
        return lambda: _command(environment, *words)

    steps = [
        Step("ruff", command("ruff", "check", ".")),
        Step("mypy", command("mypy", "--", "src/borgerfokus", "start.py", "test.py")),
        Step("oversættelser · translations", _translations),
    ]
    if (installation.ROOT / ".importlinter").exists():
        steps.append(Step("importkontrakter · import contracts", command("lint-imports")))
    if fast:
        return [*steps, Step("pytest, hurtige · fast", command(*suite, "-m", FAST))]
    steps.append(Step("pytest", command(*suite, "-m", "not browser")))
    steps.append(Step("pytest, browser", lambda: _browser_tests(environment, pick)))
    return steps


def _browser_tests(environment: dict[str, str], pick: list[str]) -> int:
    chromium = browser.find_or_install()
    if chromium is None:
        _command(environment, "pytest", "-q", "-m", "browser", "--collect-only", *pick)
        sys.stdout.write(
            "Ingen Chromium: prøverne ovenfor er udeladt. No Chromium: the tests above were left out.\n"
        )
        return 1 if os.environ.get("CI") == "true" else 0
    environment = environment | {"BORGERFOKUS_CHROMIUM": str(chromium)}
    return _command(environment, "pytest", "-q", "-m", "browser", *pick)


def _translations() -> int:
    translations.compile_all()
    missing = translations.missing()
    for text in missing:
        sys.stdout.write(f"{text.where}: {text.msgid}\n")
    return 1 if missing else 0


def _command(environment: dict[str, str], *words: str) -> int:
    code = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
    return 0 if words[0] == "pytest" and code == NO_TESTS_FOUND else code


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
        sys.stdout.write(
            f"--- {step.heading}: {'fejl · failed' if code else 'ok'}, {time.monotonic() - began:.1f} s\n"
        )
        sys.stdout.flush()
    if failed:
        sys.stdout.write(f"\nFejlede trin · failed steps: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
