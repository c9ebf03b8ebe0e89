"""A filled-in form as people read it, and what of it meets the facts of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.casework.casetype import CaseType, FieldKind, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import NO, YES
from borgerfokus.core.casework.intake.checking import Answer, Row, fields_of, is_asked
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words

_ANSWERED: Final = {YES: Text(da="Ja", en="Yes"), NO: Text(da="Nej", en="No")}
_NO_ANSWER: Final = Text(da="(ikke besvaret)", en="(not answered)")


@dataclass(frozen=True, slots=True)
class FirstFact:
    """A fact of the information list that the form answers first. `files` when it was answered with documents."""

    fact: str
    field: str
    value: str
    files: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that was sent along and the question it answers; in a group, the group and the number of its row too."""

    file: int
    field: FormField
    group: FormField | None = None
    row: int = 0

    @property
    def label(self) -> str:
        """What it answers, in Danish: "Udgift 2: Har du en kvittering?"."""
        where = f"{row_name(self.group, self.row, language='da')}: " if self.group else ""
        return f"{where}{self.field.label.da}"


def words_of(
    field: FormField, answer: Answer, *, language: str, file_names: Mapping[int, str] | None = None
) -> str:
    """An answer as a person reads it: labels for keys, dates in words, names for files."""
    labels = {choice.key: choice.label.in_(language) for choice in field.choices}
    if field.kind is FieldKind.GROUP:
        rows = enumerate(rows_in(answer), 1)
        return "\n".join(_row_words(field, number, row, language, file_names or {}) for number, row in rows)
    if isinstance(answer, list):
        named = [_listed(one, labels, file_names or {}) for one in answer]
        return "\n".join(f"- {one}" for one in named) if len(named) > 1 else "".join(named)
    match field.kind:
        case FieldKind.CHOICE:
            return labels.get(answer, answer)
        case FieldKind.YES_NO:
            return _ANSWERED[answer].in_(language)
        case FieldKind.DATE:
            return date_words(date.fromisoformat(answer)).in_(language)
        case FieldKind.NUMBER:
            return answer.replace(".", ",") if language == "da" else answer
        case _:
            return answer


def readable(
    *,
    form: Sequence[FormSection],
    answers: Mapping[str, Answer],
    language: str,
    file_names: Mapping[int, str],
) -> str:
    """The filled-in form as plain text, in its own order: each section, each question asked, each answer."""
    parts: list[str] = []
    for section in form:
        asked = [field for field in section.fields if is_asked(field, answers)]
        if asked:
            parts.append(section.title.in_(language).upper())
        for field in asked:
            answer = answers.get(field.key)
            said = (
                _NO_ANSWER.in_(language)
                if answer is None
                else words_of(field, answer, language=language, file_names=file_names)
            )
            parts.append(f"{field.label.in_(language)}\n{said}")
    return "\n\n".join(parts)


def rows_in(answer: Answer | None) -> list[Row]:
    """The rows of a group that was answered."""
    return [one for one in answer if isinstance(one, dict)] if isinstance(answer, list) else []


def row_name(field: FormField, number: int, *, language: str) -> str:
    """What one row of a group is called: "Barn 2"."""
    return f"{field.row.in_(language)} {number}" if field.row is not None else str(number)


def said_in_row(
    field: FormField, row: Row, *, language: str, file_names: Mapping[int, str] | None = None
) -> tuple[tuple[FormField, str], ...]:
    """What was answered in one row of a group, each answer in one line."""
    return tuple(
        (inner, words_of(inner, row[inner.key], language=language, file_names=file_names).replace("\n- ", ", "))
        for inner in field.fields
        if inner.key in row
    )


def _row_words(field: FormField, number: int, row: Row, language: str, file_names: Mapping[int, str]) -> str:
    said = said_in_row(field, row, language=language, file_names=file_names)
    lines = (f"- {inner.label.in_(language)} {words.removeprefix('- ')}" for inner, words in said)
    return "\n".join((row_name(field, number, language=language), *lines))


def need_of(*, form: Sequence[FormSection], answers: Mapping[str, Answer]) -> str:
    """The need in the citizen's own words: the first longer text that was answered, or an empty string."""
    for field in fields_of(form):
        answer = answers.get(field.key)
        if field.kind is FieldKind.LONG_TEXT and isinstance(answer, str):
            return answer
    return ""


def first_facts(
    *, case_type: CaseType, answers: Mapping[str, Answer], file_names: Mapping[int, str]
) -> tuple[FirstFact, ...]:
    """The facts of the information list that the answers meet, in the order of the list, in Danish."""
    found = []
    for fact in case_type.information:
        answer = answers.get(fact.from_intake) if fact.from_intake else None
        if fact.from_intake is None or answer is None:
            continue
        field = case_type.field(fact.from_intake)
        files = tuple(one for one in answer if isinstance(one, int)) if isinstance(answer, list) else ()
        value = field.label.da if files else words_of(field, answer, language="da", file_names=file_names)
        found.append(FirstFact(fact=fact.key, field=field.key, value=value, files=files))
    return tuple(found)


def files_of(*, form: Sequence[FormSection], answers: Mapping[str, Answer]) -> tuple[SentFile, ...]:
    """Every file that was sent along, with the question it answers, in the order of the form."""
    found: list[SentFile] = []
    for field in fields_of(form):
        answer = answers.get(field.key)
        if field.kind is FieldKind.FILE:
            found += [SentFile(one, field) for one in _ids(answer)]
        for number, row in enumerate(rows_in(answer) if field.kind is FieldKind.GROUP else (), 1):
            for inner in field.fields:
                if inner.kind is FieldKind.FILE:
                    found += [SentFile(one, inner, field, number) for one in _ids(row.get(inner.key))]
    return tuple(found)


def _ids(answer: Answer | None) -> list[int]:
    return [one for one in answer if isinstance(one, int)] if isinstance(answer, list) else []


def _listed(one: str | int | Row, labels: Mapping[str, str], file_names: Mapping[int, str]) -> str:
    if isinstance(one, int):
        return file_names.get(one, str(one))
    return labels.get(one, one) if isinstance(one, str) else ""
