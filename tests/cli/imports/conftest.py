"""A folder to write files in, and the import run as the command runs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from tests.factories.world import World

from borgerfokus.cli.imports import running
from borgerfokus.cli.imports.problems import Problem
from borgerfokus.cli.imports.work import Tally


@dataclass
class Desk:
    """Writes files and loads them."""

    folder: Path
    at: datetime
    demo: bool = True

    def csv(self, name: str, *rows: Mapping[str, str]) -> Path:
        """A file with the columns of the first row."""
        headings = list(rows[0])
        lines = [",".join(headings)]
        lines += [",".join(f'"{row.get(heading, "")}"' for heading in headings) for row in rows]
        return self.raw(name, ("\n".join(lines) + "\n").encode())

    def raw(self, name: str, content: bytes) -> Path:
        """A file with these bytes."""
        path = self.folder / name
        path.write_bytes(content)
        return path

    def load(self, what: str, *rows: Mapping[str, str], dry_run: bool = False) -> running.Outcome:
        """Write and load one file."""
        return self.load_file(what, self.csv(f"{what}.csv", *rows), dry_run=dry_run)

    def load_file(self, what: str, path: Path, *, dry_run: bool = False, edition: str = "") -> running.Outcome:
        """Load one file."""
        return self.run([running.Part(what, path)], dry_run=dry_run, edition=edition)

    def load_all(self, *, dry_run: bool = False) -> running.Outcome:
        """Load the folder."""
        return self.run(running.parts_of(self.folder), dry_run=dry_run)

    def run(self, parts: Sequence[running.Part], *, dry_run: bool = False, edition: str = "") -> running.Outcome:
        """Load some files."""
        settings = running.settings_of(at=self.at, demo=self.demo, edition=edition)
        return running.run(parts, settings=settings, dry_run=dry_run)


@pytest.fixture
def desk(tmp_path: Path, now: datetime) -> Desk:
    return Desk(folder=tmp_path, at=now)


@pytest.fixture
def town(world: World, desk: Desk) -> Desk:
    """A desk in a municipality with units and case types."""
    return desk


def tally(outcome: running.Outcome, place: int = 0) -> Tally:
    """What was counted for a file."""
    assert outcome.problems == (), [problem.wrong.en for problem in outcome.problems]
    return outcome.tallies[place][1]


def only_problem(outcome: running.Outcome) -> Problem:
    """The one problem there is."""
    assert outcome.problem_count == 1, [(one.row, one.column, one.wrong.en) for one in outcome.problems]
    assert not outcome.saved
    return outcome.problems[0]


