"""The municipality's own text of one letter: two versions, one after the other, and a draft of a third."""

from datetime import timedelta

from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Tables

KEY = "notice.closed"
_FIRST = {"da": "Din sag er lukket nu", "en": "Your case is closed now"}
_SECOND = {"da": "Vi har lukket din sag", "en": "We have closed your case"}
_THIRD = {"da": "Din sag er slut", "en": "Your case has ended"}


def write(tables: Tables, *, days: Days, by: Worker) -> None:
    """Two published versions and a draft of the letter that a case is closed with."""
    subject = f"employee:{by.id}"
    wanted = ((1, _FIRST, 300, 90), (2, _SECOND, 89, None))
    for number, words, since, until in wanted:
        at = days.now - timedelta(days=since + 3)
        tables["wording.WordingVersion"].add(
            key=KEY,
            number=number,
            state="published",
            parts={"heading": words},
            note="Kortere overskrift" if number == 2 else "Kommunens egne ord",
            valid_from=days.back(since),
            valid_to=days.back(until) if until else None,
            saved_at=at,
            saved_by=subject,
            saved_by_name=by.name,
            published_at=at,
            published_by=subject,
            published_by_name=by.name,
            edits=2,
        )
    tables["wording.WordingVersion"].add(
        key=KEY,
        number=3,
        parts={"heading": _THIRD},
        note="Forslag fra borgerrådgiveren",
        saved_at=days.now - timedelta(days=2),
        saved_by=subject,
        saved_by_name=by.name,
    )
