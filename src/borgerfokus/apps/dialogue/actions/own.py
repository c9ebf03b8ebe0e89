"""The citizen's own notes and numbers: kept, deleted, and shared with staff or not, by nobody but who wrote them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue.events import OwnShared
from borgerfokus.apps.dialogue.models import OwnMeasure, OwnNote, OwnSeries
from borgerfokus.apps.interventions.models import Goal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

MOST_SERIES: Final = 20
"""So many series one citizen keeps in one case."""
MOST_MEASURES: Final = 500
"""So many numbers a series holds."""
LARGEST: Final = Decimal(1_000_000)


@dataclass(frozen=True)
class NewSeries:
    """Something to count or measure, of a case or of one of its goals."""

    title: str
    unit: str = ""
    goal_id: int | None = None


@dataclass(frozen=True)
class NewMeasure:
    """A number on a day; the same day again takes its place."""

    on: date
    value: Decimal
    note: str = ""


def start_series(*, case_id: int, new: NewSeries, by: Actor, at: datetime) -> int | Refusal:
    """Begin to count or measure something. Returns the series' id. Raises Hidden for a case one may not write in."""
    case = _case(case_id, by, at)
    title = " ".join(new.title.split())
    if not title:
        return _NO_TITLE
    mine = OwnSeries.objects.filter(subject=by.subject, case=case)
    if mine.filter(title=title).exists():
        return _THERE_ALREADY
    if mine.count() >= MOST_SERIES:
        return _TOO_MANY
    row = OwnSeries.objects.create(
        subject=by.subject,
        case=case,
        goal_id=_goal(new.goal_id, case),
        title=title[:120],
        unit=" ".join(new.unit.split())[:30],
        made_at=at,
    )
    audit.record(action="own.series", by=by, at=at, case_id=case.pk, about=f"series:{row.pk}")
    return row.pk


def measure(*, series_id: int, new: NewMeasure, by: Actor, at: datetime) -> Refusal | None:
    """Put a number into one's own series."""
    series = _series(series_id, by)
    if new.on > day_of(at):
        return _NOT_YET
    if abs(new.value) >= LARGEST:
        return _TOO_LARGE
    rows = OwnMeasure.objects.filter(series=series)
    if rows.count() >= MOST_MEASURES and not rows.filter(on=new.on).exists():
        return _FULL
    OwnMeasure.objects.update_or_create(
        series=series, on=new.on, defaults={"value": new.value, "note": new.note.strip()[:200]}
    )
    audit.record(action="own.measure", by=by, at=at, case_id=series.case_id, about=f"series:{series.pk}")
    return None


def write_own_note(*, case_id: int, text: str, goal_id: int | None, by: Actor, at: datetime) -> int | Refusal:
    """Write a note for oneself. Returns its id."""
    case = _case(case_id, by, at)
    if not text.strip():
        return _NO_TEXT
    row = OwnNote.objects.create(
        subject=by.subject, case=case, goal_id=_goal(goal_id, case), text=text.strip(), written_at=at
    )
    audit.record(action="own.note", by=by, at=at, case_id=case.pk, about=f"note:{row.pk}")
    return row.pk


def delete_own(*, kind: str, number: int, by: Actor, at: datetime) -> None:
    """Delete a series, a number or a note of one's own, for good. Raises Hidden for anybody else's."""
    row = _own(kind, number, by)
    case_id = row.series.case_id if isinstance(row, OwnMeasure) else row.case_id
    row.delete()
    audit.record(action="own.delete", by=by, at=at, case_id=case_id, about=f"{kind}:{number}")


def share_own(*, kind: str, number: int, shared: bool, by: Actor, at: datetime) -> None:
    """Let those who work on the case read a series or a note, or no longer. Raises Hidden for anybody else's."""
    row = _own(kind, number, by)
    if isinstance(row, OwnMeasure):
        raise Hidden(f"{kind} {number}")
    with casework.changing(case_id=row.case_id, verb=Verb.CASE_SEE, by=by, at=at, action="own.share") as opened:
        row.shared_at = at if shared else None
        row.save(update_fields=["shared_at"])
        opened.append(OwnShared(what=kind, own=row.pk, shared=shared))


def _own(kind: str, number: int, by: Actor) -> OwnSeries | OwnMeasure | OwnNote:
    found: OwnSeries | OwnMeasure | OwnNote | None = None
    if kind == "series":
        found = OwnSeries.objects.filter(pk=number, subject=by.subject).first()
    elif kind == "note":
        found = OwnNote.objects.filter(pk=number, subject=by.subject).first()
    elif kind == "measure":
        found = OwnMeasure.objects.select_related("series").filter(pk=number, series__subject=by.subject).first()
    if found is None or not by.is_citizen:
        raise Hidden(f"{kind} {number}")
    return found


def _series(series_id: int, by: Actor) -> OwnSeries:
    row = _own("series", series_id, by)
    if not isinstance(row, OwnSeries):
        raise Hidden(f"series {series_id}")
    return row


def _case(case_id: int, by: Actor, at: datetime) -> Case:
    case = casework.visible_to(by, at=at).filter(pk=case_id).first()
    if case is None or not by.is_citizen or Verb.COMMENT_WRITE not in casework.allowed(case=case, by=by, at=at):
        raise Hidden(f"case {case_id}")
    return case


def _goal(goal_id: int | None, case: Case) -> int | None:
    if goal_id is None:
        return None
    if not Goal.objects.filter(pk=goal_id, case=case).exists():
        raise Hidden(f"goal {goal_id}")
    return goal_id


def _refusal(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article="")


NOT_A_NUMBER = _refusal(
    "own.number", "Skriv en dag og et tal, for eksempel 7,5.", "Write a day and a number, for example 7.5."
)
_NO_TITLE = _refusal("own.title", "Skriv, hvad du vil følge.", "Write what you want to follow.")
_NO_TEXT = _refusal("own.text", "Skriv noten først.", "Write the note first.")
_THERE_ALREADY = _refusal("own.there", "Du følger det allerede.", "You follow it already.")
_TOO_MANY = _refusal(
    "own.many", "Du følger allerede mange ting. Slet en, før du begynder på en ny.",
    "You follow many things already. Delete one before you begin another.",
)
_NOT_YET = _refusal("own.future", "Vælg en dag, der er gået, eller i dag.", "Choose a day that has passed, or today.")
_TOO_LARGE = _refusal("own.large", "Skriv et mindre tal.", "Write a smaller number.")
_FULL = _refusal(
    "own.full", "Der er ikke plads til flere tal. Slet nogle af de gamle.",
    "There is no room for more numbers. Delete some of the old ones.",
)
