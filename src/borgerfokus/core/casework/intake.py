"""What a citizen answers on an intake form: cleaned, checked against the form, and made readable.

An answer is kept as plain JSON: text as text, a choice as its key, several choices as a list of keys, yes and no as
"yes" and "no", a date as "2026-11-23", a number as "1250.5", files as a list of their ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from borgerfokus.core.casework.casetype import CaseType, FieldKind, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import NO, YES
from borgerfokus.core.texts import Text, typed
from borgerfokus.core.words import date_words

Answer = str | list[str] | list[int]

LONGEST: Final = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 10_000}
"""Signs that a written answer may hold."""
MOST_FILES: Final = 20
"""Files for one question."""
_LARGEST: Final = Decimal(1_000_000_000)
_YEARS: Final = range(1900, 2101)
_DATE: Final = re.compile(r"(?P<day>\d{1,2})[-./ ]+(?P<month>\d{1,2})[-./ ]+(?P<year>\d{4})")
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_PLAIN: Final = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,6})?")
_ANSWERED: Final = {YES: Text(da="Ja", en="Yes"), NO: Text(da="Nej", en="No")}
_NO_ANSWER: Final = Text(da="(ikke besvaret)", en="(not answered)")


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one answer; `text` says what to do. `field` is its key, also when the form lacks it."""

    field: str
    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Checked:
    """A form looked through: the clean `answers` by field, and every error in the order of the form.

    `left_out` are the fields that were answered although they are not asked after the other answers.
    """

    answers: Mapping[str, Answer]
    errors: tuple[FieldError, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstFact:
    """A fact of the information list that the form answers first. `files` when it was answered with documents."""

    fact: str
    field: str
    value: str
    files: tuple[int, ...]


def check(*, form: Sequence[FormSection], given: Mapping[str, object]) -> Checked:
    """Look a filled-in form through. Nothing given is kept unless the form asks for it."""
    answers: dict[str, Answer] = {}
    errors: list[FieldError] = []
    left_out: list[str] = []
    for field in _fields(form):
        raw = given.get(field.key)
        if not is_asked(field, answers):
            if not _is_blank(raw):
                left_out.append(field.key)
            continue
        found = _answer(field, raw)
        if isinstance(found, FieldError):
            errors.append(found)
        elif found is not None:
            answers[field.key] = found
    known = {field.key for field in _fields(form)}
    errors += [_error(key, "unknown_field") for key in sorted(given.keys() - known)]
    return Checked(answers=answers, errors=tuple(errors), left_out=tuple(left_out))


def is_asked(field: FormField, answers: Mapping[str, Answer]) -> bool:
    """Whether the field is asked, after the answers before it."""
    if field.show_if is None:
        return True
    before = answers.get(field.show_if.field, [])
    chosen = [before] if isinstance(before, str) else before
    return any(one in field.show_if.equals for one in chosen)


def words_of(
    field: FormField, answer: Answer, *, language: str, file_names: Mapping[int, str] | None = None
) -> str:
    """An answer as a person reads it: labels for keys, dates in words, names for files."""
    labels = {choice.key: choice.label.in_(language) for choice in field.choices}
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


def need_of(*, form: Sequence[FormSection], answers: Mapping[str, Answer]) -> str:
    """The need in the citizen's own words: the first longer text that was answered, or an empty string."""
    for field in _fields(form):
        answer = answers.get(field.key)
        if field.kind is FieldKind.LONG_TEXT and isinstance(answer, str):
            return answer
    return ""


def first_facts(*, case_type: CaseType, answers: Mapping[str, Answer]) -> tuple[FirstFact, ...]:
    """The facts of the information list that the answers meet, in the order of the list, in Danish."""
    found = []
    for fact in case_type.information:
        answer = answers.get(fact.from_intake) if fact.from_intake else None
        if fact.from_intake is None or answer is None:
            continue
        field = case_type.field(fact.from_intake)
        files = tuple(one for one in answer if isinstance(one, int)) if isinstance(answer, list) else ()
        value = field.label.da if files else words_of(field, answer, language="da")
        found.append(FirstFact(fact=fact.key, field=field.key, value=value, files=files))
    return tuple(found)


def files_of(
    *, form: Sequence[FormSection], answers: Mapping[str, Answer]
) -> tuple[tuple[FormField, int], ...]:
    """Every file that was sent along, with the question it answers, in the order of the form."""
    found: list[tuple[FormField, int]] = []
    for field in _fields(form):
        answer = answers.get(field.key)
        if field.kind is FieldKind.FILE and isinstance(answer, list):
            found += [(field, one) for one in answer if isinstance(one, int)]
    return tuple(found)


def error(*, field: str, code: str) -> FieldError:
    """An error that the caller has found, e.g. a file that is not there ("unknown_file")."""
    return _error(field, code)


def _fields(form: Iterable[FormSection]) -> Iterable[FormField]:
    return (field for section in form for field in section.fields)


def _answer(field: FormField, raw: object) -> Answer | FieldError | None:
    if _is_blank(raw):
        return _error(field.key, _MISSING.get(field.kind, "missing")) if field.required else None
    match field.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return _text(field, raw)
        case FieldKind.CHOICE:
            return _choice(field, raw, {choice.key for choice in field.choices})
        case FieldKind.YES_NO:
            return _choice(field, raw, {YES, NO})
        case FieldKind.CHOICES:
            return _choices(field, raw)
        case FieldKind.DATE:
            return _day(field, raw)
        case FieldKind.NUMBER:
            return _number(field, raw)
        case FieldKind.FILE:
            return _files(field, raw)


def _text(field: FormField, raw: object) -> str | FieldError | None:
    if not isinstance(raw, str):
        return _error(field.key, "not_text")
    clean = typed(raw)
    if not clean:
        return _error(field.key, "missing") if field.required else None
    longest = LONGEST[field.kind]
    if len(clean) > longest:
        return _error(field.key, "too_long", longest=longest, signs=len(clean))
    if field.kind is FieldKind.TEXT:
        return " ".join(clean.split())
    return clean


def _choice(field: FormField, raw: object, keys: set[str]) -> str | FieldError:
    return raw if isinstance(raw, str) and raw in keys else _error(field.key, "not_a_choice")


def _choices(field: FormField, raw: object) -> list[str] | FieldError:
    chosen = [raw] if isinstance(raw, str) else raw
    keys = [choice.key for choice in field.choices]
    if not isinstance(chosen, (list, tuple)) or any(one not in keys for one in chosen):
        return _error(field.key, "not_a_choice")
    return [key for key in keys if key in chosen]


def _day(field: FormField, raw: object) -> str | FieldError:
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
        return _error(field.key, "not_a_date")
    return found.isoformat() if found.year in _YEARS else _error(field.key, "not_a_date")


def _number(field: FormField, raw: object) -> str | FieldError:
    words = "".join(str(raw).split()) if isinstance(raw, (str, int)) and not isinstance(raw, bool) else ""
    if _GROUPED.fullmatch(words):
        words = words.replace(".", "")
    if not _PLAIN.fullmatch(words):
        return _error(field.key, "not_a_number")
    found = Decimal(words.replace(",", "."))
    return f"{found.normalize():f}" if abs(found) < _LARGEST else _error(field.key, "not_a_number")


def _files(field: FormField, raw: object) -> list[int] | FieldError:
    if not isinstance(raw, (list, tuple)) or not all(type(one) is int and one > 0 for one in raw):
        return _error(field.key, "unknown_file")
    if len(raw) > MOST_FILES:
        return _error(field.key, "too_many_files", most=MOST_FILES)
    return list(dict.fromkeys(raw))


def _listed(one: str | int, labels: Mapping[str, str], file_names: Mapping[int, str]) -> str:
    return file_names.get(one, str(one)) if isinstance(one, int) else labels.get(one, one)


def _is_blank(raw: object) -> bool:
    return raw is None or (isinstance(raw, str) and not typed(raw)) or raw in ([], ())


def _error(field: str, code: str, **values: int) -> FieldError:
    return FieldError(field=field, code=code, text=_SAID[code].filled(**values))


_MISSING: Final = {
    FieldKind.CHOICE: "choose",
    FieldKind.CHOICES: "choose_some",
    FieldKind.YES_NO: "choose",
    FieldKind.FILE: "send_file",
    FieldKind.DATE: "not_a_date",
    FieldKind.NUMBER: "not_a_number",
}
_SAID: Final = {
    "missing": Text(da="Skriv et svar. Det må gerne være kort.", en="Write an answer. It may be short."),
    "choose": Text(da="Vælg et af svarene.", en="Choose one of the answers."),
    "choose_some": Text(da="Vælg mindst ét af svarene.", en="Choose at least one of the answers."),
    "send_file": Text(
        da="Vælg en fil på din telefon eller computer.", en="Choose a file on your phone or computer."
    ),
    "not_text": Text(da="Skriv svaret som tekst.", en="Write the answer as text."),
    "too_long": Text(
        da="Gør teksten kortere. Der er plads til {longest} tegn, og du har skrevet {signs}.",
        en="Make the text shorter. There is room for {longest} characters, and you have written {signs}.",
    ),
    "not_a_choice": Text(
        da="Vælg et af de svar, der står på listen.", en="Choose one of the answers on the list."
    ),
    "not_a_date": Text(
        da="Skriv datoen som dag, måned og år, for eksempel 21-11-2026.",
        en="Write the date as day, month and year, for example 21-11-2026.",
    ),
    "not_a_number": Text(
        da="Skriv et tal, for eksempel 12 eller 1.250,50.", en="Write a number, for example 12 or 1250.50."
    ),
    "unknown_file": Text(
        da="Filen er her ikke længere. Vælg den igen.", en="The file is no longer here. Choose it again."
    ),
    "too_many_files": Text(
        da="Send højst {most} filer her. Du kan sende flere bagefter på din side.",
        en="Send at most {most} files here. You can send more afterwards on your page.",
    ),
    "unknown_field": Text(
        da="Skemaet har ikke det spørgsmål. Genindlæs siden; det, du har skrevet, er gemt.",
        en="The form has no such question. Reload the page; what you have written is saved.",
    ),
}
