"""The transaction around an import: everything or nothing, one at a time, as the role of the web."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import Error, connection, transaction

from borgerfokus.cli.demo.progress import Progress
from borgerfokus.cli.imports import reading
from borgerfokus.cli.imports.catalogue import IMPORTERS, ORDER
from borgerfokus.cli.imports.problems import Problem, Problems
from borgerfokus.cli.imports.reading import Sheet
from borgerfokus.cli.imports.work import Job, Settings, Tally
from borgerfokus.cli.trouble import Trouble
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit

_LOCK: Final = 2_026_112_101
"""Held for the time of an import, so that two never look for the same rows at once."""
IMPORTER: Final = "Overført fra det tidligere system"
"""The name under which what is imported stands in journal and look-up log."""


@dataclass(frozen=True)
class Part:
    """One file: what kind it is, and where."""

    what: str
    path: Path


@dataclass(frozen=True)
class Outcome:
    """What came of an import. `saved` is False after a problem and after a dry run."""

    tallies: tuple[tuple[Part, Tally], ...]
    problems: tuple[Problem, ...]
    problem_count: int
    saved: bool


class _Undo(Exception):
    """Leaves the transaction without anything of it being kept."""


def parts_of(folder: Path) -> tuple[Part, ...]:
    """The files of a folder that have the standard names, in the order of loading. Raises Trouble without any."""
    found = [Part(what, folder / IMPORTERS[what].layout.file) for what in ORDER]
    there = tuple(part for part in found if part.path.is_file())
    if not there:
        names = ", ".join(part.path.name for part in found)
        raise Trouble(
            f"Der er ingen filer at indlæse i {folder}. De skal hedde {names}.",
            f"There are no files to load in {folder}. They must be called {names}.",
        )
    return there


def run(parts: Sequence[Part], *, settings: Settings, dry_run: bool) -> Outcome:
    """Load the files in one transaction. Nothing is kept when anything is wrong, or in a dry run.

    Raises Trouble when another import is running.
    """
    problems, progress = Problems(), Progress()
    sheets = [(part, _read(part, problems)) for part in parts]
    tallies: list[tuple[Part, Tally]] = []
    saved = False
    if not _unreadable(problems):
        try:
            with acting_as(settings.by, purpose=Purpose.OPERATION, at=settings.at, reason="import"):
                _take_lock()
                tallies = _load(sheets, settings, problems, progress)
                if problems.count or dry_run:
                    raise _Undo
            saved = True
        except _Undo:
            pass
    return Outcome(tuple(tallies), tuple(problems.found), problems.count, saved)


def settings_of(*, at: datetime, demo: bool, edition: str = "") -> Settings:
    """Who imports, and when."""
    return Settings(by=replace(system("import"), name=IMPORTER), at=at, demo=demo, edition=edition)


def _read(part: Part, problems: Problems) -> Sheet:
    return reading.read(part.path, layout=IMPORTERS[part.what].layout, problems=problems)


def _unreadable(problems: Problems) -> bool:
    """Whether a whole file could not be read; then nothing that refers to it can be judged."""
    return any(problem.is_about_the_file for problem in problems.found)


def _load(
    sheets: Sequence[tuple[Part, Sheet]], settings: Settings, problems: Problems, progress: Progress
) -> list[tuple[Part, Tally]]:
    broken: dict[str, set[tuple[str, ...]]] = {part.what: set(sheet.broken) for part, sheet in sheets}
    tallies = []
    for part, sheet in sheets:
        job = Job(
            what=part.what,
            layout=replace(IMPORTERS[part.what].layout, file=part.path.name),
            sheet=sheet,
            settings=settings,
            problems=problems,
            progress=progress,
            broken=broken,
        )
        if not _load_one(job):
            break
        tallies.append((part, job.tally))
    return tallies


def _load_one(job: Job) -> bool:
    """Whether the database took the file. What it refuses has no row, for the rows were looked at before."""
    try:
        with transaction.atomic():
            IMPORTERS[job.what].load(job)
            audit.record(
                action="import.run",
                by=job.settings.by,
                at=job.settings.at,
                about=job.what,
                checksum=job.sheet.checksum,
                new=job.tally.new,
                changed=job.tally.changed,
                ended=job.tally.ended,
            )
    except Error as error:
        job.wrong(None, "", *_refused(error))
        return False
    return True


def _take_lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [_LOCK])
        if cursor.fetchone() != (True,):
            raise Trouble(
                "En anden indlæsning er i gang. Vent, til den er færdig.",
                "Another import is running. Wait until it has finished.",
            )


def _refused(error: Error) -> tuple[Text, Text]:
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or type(error).__name__
    return (
        Text(da=f"Databasen afviste filen ({rule}).", en=f"The database refused the file ({rule})."),
        Text(
            da="Send reglens navn til dem, der driver platformen.",
            en="Send the name of the rule to those who run the platform.",
        ),
    )
