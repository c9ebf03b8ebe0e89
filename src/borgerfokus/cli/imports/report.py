"""What came of an import, in words: the problems row by row, or what was changed."""

from collections.abc import Iterator
from typing import Final

from borgerfokus.cli.imports.problems import Problem
from borgerfokus.cli.imports.running import Outcome

SHOWN: Final = 100
"""Problems written out; the rest are counted."""


def lines(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    """The report, Danish first and English after it."""
    if outcome.problem_count:
        yield from _problems(outcome)
        return
    for part, tally in outcome.tallies:
        name = part.path.name
        yield (
            f"{name}: {tally.new} nye, {tally.changed} ændrede, {tally.unchanged} uændrede, {tally.ended} ophørte"
        )
        yield f"  {tally.new} new, {tally.changed} changed, {tally.unchanged} unchanged, {tally.ended} ended"
    if dry_run:
        yield "Prøvekørsel: intet er gemt."
        yield "Dry run: nothing was saved."
    else:
        yield "Alt er gemt."
        yield "Everything was saved."


def _problems(outcome: Outcome) -> Iterator[str]:
    for problem in outcome.problems[:SHOWN]:
        yield f"{_where(problem, 'række', 'kolonne')}: {problem.wrong.da} {problem.remedy.da}"
        yield f"  {_where(problem, 'row', 'column')}: {problem.wrong.en} {problem.remedy.en}"
    left = outcome.problem_count - min(SHOWN, len(outcome.problems))
    if left:
        yield f"… og {left} fejl mere / and {left} more"
    count = outcome.problem_count
    yield f"{count} fejl. Intet er gemt. Ret filen, og indlæs den igen."
    yield f"{count} problems. Nothing was saved. Correct the file and load it again."


def _where(problem: Problem, row: str, column: str) -> str:
    parts = [problem.file]
    if problem.row is not None:
        parts.append(f"{row} {problem.row}")
    if problem.column:
        parts.append(f"{column} {problem.column}")
    if problem.shown:
        parts.append(f"»{problem.shown}«")
    return ", ".join(parts)
