"""What a citizen answers on an intake form, cleaned and checked against the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeGuard

from borgerfokus.core.casework.casetype import FieldKind, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import NO, YES
from borgerfokus.core.casework.intake.errors import FieldError, error, missing
from borgerfokus.core.texts import typed

Row = dict[str, str | list[str] | list[int]]
"""The answers of one row of a group, by the key of the question."""
Answer = str | list[str] | list[int] | list[Row]

LONGEST: Final = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 10_000}
"""Signs that a written answer may hold."""
MOST_FILES: Final = 20
"""Files for one question."""
MOST_ROWS: Final = 20
"""Rows of a group that does not say itself how many."""
_LARGEST: Final = Decimal(1_000_000_000)
_YEARS: Final = range(1900, 2101)
_DATE: Final = re.compile(r"(?P<day>\d{1,2})[-./ ]+(?P<month>\d{1,2})[-./ ]+(?P<year>\d{4})")
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_PLAIN: Final = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Checked:
    """A form looked through: the clean `answers` by field, and every error in the order of the form.

    `left_out` are the fields that were answered although they are not asked after the other answers.
    """

    answers: Mapping[str, Answer]
    errors: tuple[FieldError, ...]
    left_out: tuple[str, ...]


def check(*, form: Sequence[FormSection], given: Mapping[str, object]) -> Checked:
    """Look a filled-in form through. Nothing given is kept unless the form asks for it."""
    look = _Look()
    for field in fields_of(form):
        raw = given.get(field.key)
        if field.kind is FieldKind.GROUP and is_asked(field, look.answers):
            look.group(field, raw)
        else:
            look.one(field, raw)
    known = {field.key for field in fields_of(form)}
    look.errors += [error(field=key, code="unknown_field") for key in sorted(given.keys() - known)]
    return Checked(answers=look.answers, errors=tuple(look.errors), left_out=tuple(look.left_out))


def is_asked(field: FormField, answers: Mapping[str, Answer]) -> bool:
    """Whether the field is asked, after the answers before it (in a group: those of the same row as well)."""
    if field.show_if is None:
        return True
    before = answers.get(field.show_if.field, [])
    chosen = [before] if isinstance(before, str) else before
    return any(one in field.show_if.equals for one in chosen)


def rows_of(field: FormField, answers: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The rows of a group as they were given, empty ones too; none when it was answered with something else."""
    given = answers.get(field.key)
    return [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []


def fields_of(form: Iterable[FormSection]) -> Iterable[FormField]:
    """The questions of all the sections in order; a group is one of them."""
    return (field for section in form for field in section.fields)


class _Look:
    """One look through a form, or through a row of a group: `around` are the answers before, `path` its place."""

    def __init__(self, around: Mapping[str, Answer] | None = None, path: str = "") -> None:
        self.around: Mapping[str, Answer] = around or {}
        self.path = path
        self.answers: dict[str, Answer] = {}
        self.errors: list[FieldError] = []
        self.left_out: list[str] = []

    def one(self, field: FormField, raw: object) -> None:
        """Look at one question."""
        place = f"{self.path}{field.key}"
        if not is_asked(field, {**self.around, **self.answers}):
            if not is_blank(raw):
                self.left_out.append(place)
            return
        found = _answer(field, place, raw)
        if isinstance(found, FieldError):
            self.errors.append(found)
        elif found is not None:
            self.answers[field.key] = found

    def group(self, field: FormField, raw: object) -> None:
        """Look at each row of a group. Empty rows are dropped; the others keep their number in what is said of them."""
        if not is_blank(raw) and not (isinstance(raw, list) and all(isinstance(one, Mapping) for one in raw)):
            self.errors.append(error(field=field.key, code="not_rows"))
            return
        rows = [(n, one) for n, one in enumerate(rows_of(field, {field.key: raw}), 1) if not _is_empty(one)]
        most = field.most or MOST_ROWS
        if len(rows) > most:
            self.errors.append(error(field=field.key, code="too_many_rows", most=most))
        elif not rows and field.required:
            self.errors.append(missing(field=field.key, kind=field.kind))
        kept = [self._row(field, number, one) for number, one in rows[:most]]
        if rows:
            self.answers[field.key] = kept

    def _row(self, field: FormField, number: int, given: Mapping[str, object]) -> Row:
        look = _Look(self.answers, f"{field.key}.{number}.")
        for inner in field.fields:
            look.one(inner, given.get(inner.key))
        known = {inner.key for inner in field.fields}
        look.errors += [
            error(field=f"{look.path}{key}", code="unknown_field") for key in sorted(given.keys() - known)
        ]
        self.errors += look.errors
        self.left_out += look.left_out
        return {key: answer for key, answer in look.answers.items() if _is_plain(answer)}


def _is_plain(answer: Answer) -> TypeGuard[str | list[str] | list[int]]:
    return isinstance(answer, str) or not any(isinstance(one, dict) for one in answer)


def _is_empty(row: Mapping[str, object]) -> bool:
    return all(is_blank(value) for value in row.values())


def _answer(field: FormField, place: str, raw: object) -> Answer | FieldError | None:
    if is_blank(raw):
        return missing(field=place, kind=field.kind) if field.required else None
    match field.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return _text(field, place, raw)
        case FieldKind.CHOICE:
            return _choice(place, raw, {choice.key for choice in field.choices})
        case FieldKind.YES_NO:
            return _choice(place, raw, {YES, NO})
        case FieldKind.CHOICES:
            return _choices(field, place, raw)
        case FieldKind.DATE:
            return _day(place, raw)
        case FieldKind.NUMBER:
            return _number(place, raw)
        case FieldKind.FILE:
            return _files(place, raw)
        case FieldKind.GROUP:
            return error(field=place, code="not_rows")


def _text(field: FormField, place: str, raw: object) -> str | FieldError | None:
    if not isinstance(raw, str):
        return error(field=place, code="not_text")
    clean = typed(raw)
    if not clean:
        return missing(field=place, kind=field.kind) if field.required else None
    longest = LONGEST[field.kind]
    if len(clean) > longest:
        return error(field=place, code="too_long", longest=longest, signs=len(clean))
    if field.kind is FieldKind.TEXT:
        return " ".join(clean.split())
    return clean


def _choice(place: str, raw: object, keys: set[str]) -> str | FieldError:
    return raw if isinstance(raw, str) and raw in keys else error(field=place, code="not_a_choice")


def _choices(field: FormField, place: str, raw: object) -> list[str] | FieldError:
    chosen = [raw] if isinstance(raw, str) else raw
    keys = [choice.key for choice in field.choices]
    if not isinstance(chosen, (list, tuple)) or any(one not in keys for one in chosen):
        return error(field=place, code="not_a_choice")
    return [key for key in keys if key in chosen]


def _day(place: str, raw: object) -> str | FieldError:
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    words = typed(raw) if isinstance(raw, str) else ""
    danish = _DATE.fullmatch(words)
    try:
        found = (
            date(int(danish["year"]), int(danish["month"]), int(danish["day"]))
            if danish
            else date.fromisoformat(words)
        )
    except ValueError:
        return error(field=place, code="not_a_date")
    return found.isoformat() if found.year in _YEARS else error(field=place, code="not_a_date")


def _number(place: str, raw: object) -> str | FieldError:
    words = "".join(str(raw).split()) if isinstance(raw, (str, int)) and not isinstance(raw, bool) else ""
    if _GROUPED.fullmatch(words):
        words = words.replace(".", "")
    if not _PLAIN.fullmatch(words):
        return error(field=place, code="not_a_number")
    found = Decimal(words.replace(",", "."))
    return f"{found.normalize():f}" if abs(found) < _LARGEST else error(field=place, code="not_a_number")


def _files(place: str, raw: object) -> list[int] | FieldError:
    if not isinstance(raw, (list, tuple)) or not all(type(one) is int and one > 0 for one in raw):
        return error(field=place, code="unknown_file")
    if len(raw) > MOST_FILES:
        return error(field=place, code="too_many_files", most=MOST_FILES)
    return list(dict.fromkeys(raw))


def is_blank(raw: object) -> bool:
    """Whether nothing was answered."""
    return raw is None or (isinstance(raw, str) and not typed(raw)) or raw in ([], ())
