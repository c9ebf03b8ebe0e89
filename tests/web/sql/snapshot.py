"""The SQL of a page, held against a text that is kept: a query more, fewer or another is seen in review.

    def test_my_list(scene):
        assert_sql(scene.client(scene.karen), "/sag/liste/", name="staff-list", most=15)

The text's name is the name of the address in the urlconf with a hyphen for the colon. What differs from run to run
(values, long lists of columns) is not kept. To renew: `BORGERFOKUS_RENEW=1 python -m pytest tests/web/sql`.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client

SNAPSHOTS = Path(__file__).parent / "snapshots"
AGAIN = 2
"""How often a page may send one and the same statement. More is a query for each row."""

_COLUMN = r'(?:"?\w+"?\.)?"\w+"(?: AS "\w+")?'
_COLUMNS = re.compile(rf"{_COLUMN}(?:, {_COLUMN}){{3,}}")
_TABLE = re.compile(r'"?(\w+)"?\."\w+"')
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"'(?:[^']|'')*'"), "%s"),
    (re.compile(r"\b\d+\b"), "%s"),
    (re.compile(r"%s(?:::\w+(?:\[\])?)?(?:, ?%s(?:::\w+(?:\[\])?)?)+"), "%s …"),
    (re.compile(r"\((%s …|%s)\)(?:, \((?:%s …|%s)\))+"), r"(\1) …"),
    (re.compile(r"\bc\d+(?:, c\d+)+"), "c…"),
)
_SCOPE = re.compile(r"^select set_config\(%s …, true\), set_config.*")
"""Opens every page; what it brings along is each part's own affair."""
_LINES = re.compile(r" (?=(?:FROM|INNER JOIN|LEFT OUTER JOIN|WHERE|GROUP BY|ORDER BY|LIMIT) )")
_OF_THE_TEST = re.compile(r"^(?:(?:RELEASE |ROLLBACK TO )?SAVEPOINT|select set_config\('bf\.' \|\| name)")
"""What a page sends only because the test's own transaction stands around it: savepoints, and forgetting the actor."""


def assert_sql(client: Client, address: str, *, name: str, most: int, posted: "dict[str, Any] | None" = None) -> None:
    """Ask for the page and hold its statements against the kept ones. At most `most`, none more than twice.

    Raises AssertionError with the difference. The page is asked for twice; only the second time counts, so that what a
    process reads once and keeps does not depend on which test ran first.
    """
    ask: Callable[[], Any] = lambda: client.post(address, posted) if posted else client.get(address)  # noqa: E731
    assert ask().status_code == 200, address
    with statements() as found:
        assert ask().status_code == 200, address
    assert len(found) <= most, f"{address}: {len(found)} queries, at most {most}\n" + "\n".join(found)
    repeated = [sql for sql, times in Counter(found).items() if times > AGAIN]
    assert not repeated, f"{address} sends again and again:\n" + "\n".join(repeated)
    _compare(SNAPSHOTS / f"{name}.sql", "".join(f"{sql}\n\n" for sql in found), address)


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements sent while this is open, normalised, without those of the test's own transaction."""
    found: list[str] = []

    def watch(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        text = str(sql)
        if not _OF_THE_TEST.match(text):
            found.append(normalised(text))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def normalised(sql: str) -> str:
    """A statement without values and without the names of more than three columns in a row."""
    for pattern, instead in _RULES:
        sql = pattern.sub(instead, sql).strip()
    if _SCOPE.match(sql):
        return "-- the scope opens"
    return _LINES.sub("\n  ", _COLUMNS.sub(_tables, sql))


def _tables(found: "re.Match[str]") -> str:
    tables = dict.fromkeys(_TABLE.findall(found[0]))
    return ", ".join(f'"{table}".…' for table in tables) or "…"


def _compare(path: Path, sql: str, address: str) -> None:
    if os.environ.get("BORGERFOKUS_RENEW"):
        path.write_text(sql, "utf-8")
    kept = path.read_text("utf-8") if path.exists() else ""
    assert kept, f"no statements are kept for {address}: BORGERFOKUS_RENEW=1 writes {path.name}"
    difference = "".join(
        unified_diff(kept.splitlines(True), sql.splitlines(True), f"kept/{path.name}", f"sent/{path.name}", n=1)
    )
    assert not difference, f"{address} sends other queries than those kept:\n{difference}"
