"""The form of a kind of help as pages: one section a page, its questions as fields, what was posted as answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import NO, YES, FieldKind
from borgerfokus.core.casework.intake import MOST_ROWS, Answer, Checked
from borgerfokus.core.texts import Text
from borgerfokus.foundation.files.queries import Stored
from borgerfokus.web.citizen import uploads
from borgerfokus.web.design.fields import Control, FieldView, FormErrors, Option, RowFields, RowsView
from borgerfokus.web.frame import page_language, say
from borgerfokus.web.numbers import whole

Answers = Mapping[str, Any]
ASKED: Final = "asked"
"""Hidden field: which questions the page held, so that a question that a new answer brings is not skipped."""

_CONTROLS: Final[Mapping[FieldKind, Control]] = {
    FieldKind.TEXT: "input",
    FieldKind.LONG_TEXT: "textarea",
    FieldKind.CHOICE: "radio",
    FieldKind.CHOICES: "checkboxes",
    FieldKind.DATE: "date",
    FieldKind.NUMBER: "input",
    FieldKind.YES_NO: "radio",
    FieldKind.FILE: "file",
    FieldKind.GROUP: "input",
}
_ANSWERS: Final = ((YES, Text(da="Ja", en="Yes")), (NO, Text(da="Nej", en="No")))


def look(spec: CaseType, answers: Answers) -> Checked:
    """All answers looked through; what a page keeps for itself (names that begin with _) is no answer."""
    given = {key: value for key, value in answers.items() if not key.startswith("_")}
    return intake.check(form=spec.intake, given=given)


def asked(section: FormSection, looked: Checked) -> tuple[FormField, ...]:
    """The questions of a section that are asked after the answers so far."""
    return tuple(field for field in section.fields if intake.is_asked(field, looked.answers))


def asked_names(section: FormSection, looked: Checked, answers: Answers) -> frozenset[str]:
    """The names of all that is asked on the page: the questions, and those in the rows of its groups."""
    fields = asked(section, looked)
    inner = (name for field in fields for name, _one, _answer in _in_rows(field, answers, looked))
    return frozenset({*(field.key for field in fields), *inner})


def read(request: HttpRequest, section: FormSection, answers: Answers) -> dict[str, Any]:
    """The answers with those of the posted page put in. Files stay as they are; `with_files` adds to them."""
    shown = set(request.POST.getlist(ASKED))
    found = dict(answers)
    for field in section.fields:
        if field.key not in shown or field.kind is FieldKind.FILE:
            continue
        if field.kind is FieldKind.GROUP:
            found[field.key] = _read_rows(request, field, shown, answers)
        else:
            found[field.key] = _read(request, field, field.key)
    return found


def changed_rows(section: FormSection, answers: dict[str, Any], do: str) -> str | None:
    """Add or remove the row that a button names ("add:costs", "drop:costs:2"). Returns where to go on, or None."""
    act, _sep, rest = do.partition(":")
    key, _sep, number = rest.partition(":")
    field = next((one for one in section.fields if one.key == key and one.kind is FieldKind.GROUP), None)
    if field is None or act not in {"add", "drop"}:
        return None
    rows = _rows(field, answers)
    if act == "add" and len(rows) < (field.most or MOST_ROWS):
        rows.append({})
        answers[key] = rows
        return _target(field.fields[0], f"{key}.{len(rows)}.{field.fields[0].key}")
    if act == "drop" and 0 < (place := whole(number) or 0) <= len(rows):
        del rows[place - 1]
        answers[key] = rows
    return key


def with_files(request: HttpRequest, section: FormSection, answers: dict[str, Any]) -> None:
    """Take in the posted files, and forget the one that is to be removed. Raises NotTaken."""
    removed = request.POST.get("remove", "")
    for name, _field in file_places(section.fields, answers):
        kept = [one for one in file_ids(answers, name) if f"{name}:{one}" != removed]
        if uploads.given(request, name=name):
            kept += [one.id for one in uploads.take(request, name=name)]
        keep_files(section.fields, answers, name, kept)


def file_places(fields: Sequence[FormField], answers: Answers) -> list[tuple[str, FormField]]:
    """Where files are sent along: the name of each place and its question, in the rows of groups too."""
    found: list[tuple[str, FormField]] = []
    for field in fields:
        if field.kind is FieldKind.FILE:
            found.append((field.key, field))
        elif field.kind is FieldKind.GROUP:
            inner = _in_rows(field, answers, None)
            found += [(name, one) for name, one, _answer in inner if one.kind is FieldKind.FILE]
    return found


def file_ids(answers: Answers, name: str) -> list[int]:
    """The files that were sent along at a place ("receipts", or "costs.2.receipt")."""
    key, _sep, rest = name.partition(".")
    given: Any = answers.get(key, [])
    if rest:
        number, _sep, inner = rest.partition(".")
        place = whole(number) or 0
        row = given[place - 1] if isinstance(given, list) and 0 < place <= len(given) else {}
        given = row.get(inner, []) if isinstance(row, Mapping) else []
    return [one for one in given if isinstance(one, int)] if isinstance(given, list) else []


def keep_files(fields: Sequence[FormField], answers: dict[str, Any], name: str, ids: list[int]) -> None:
    """Keep these files at a place, instead of those that were there."""
    key, _sep, rest = name.partition(".")
    if not rest:
        answers[key] = ids
        return
    number, _sep, inner = rest.partition(".")
    rows = _rows(next(one for one in fields if one.key == key), answers)
    row = rows[int(number) - 1]
    if ids or inner in row:
        row[inner] = ids
        answers[key] = rows


def refused_place(request: HttpRequest, section: FormSection, answers: Answers) -> str:
    """The place of the first file that was posted: where a refusal is told."""
    return next((name for name, _field in file_places(section.fields, answers) if name in request.FILES), "")


def views(
    fields: tuple[FormField, ...], answers: Answers, errors: Mapping[str, str], looked: Checked | None = None
) -> tuple[FieldView | RowsView, ...]:
    """The questions as fields, with what was answered; groups as rows. Without `looked` every question is shown."""
    return tuple(
        _rows_view(field, answers, errors, looked)
        if field.kind is FieldKind.GROUP
        else _view(field, field.key, answers.get(field.key), errors, known=_is_prefilled(field, answers))
        for field in fields
    )


def errors_in(section: FormSection, looked: Checked, extra: Mapping[str, str]) -> dict[str, str]:
    """What is wrong on one page, by question. `extra` is what was found beside the form: a file that was refused."""
    keys = {field.key for field in section.fields}
    found = {one.field: say(one.text) for one in looked.errors if one.field.partition(".")[0] in keys}
    return found | dict(extra)


def summary_of_errors(fields: tuple[FormField, ...], errors: Mapping[str, str]) -> FormErrors:
    """The errors with their questions, in the order of the page."""
    return FormErrors(
        entries=tuple(
            (f"»{label}« {errors[name]}", _target(one, name))
            for field in fields
            for name, one, label in _named(field, errors)
        )
    )


def _named(field: FormField, errors: Mapping[str, str]) -> tuple[tuple[str, FormField, str], ...]:
    """The names under which something is wrong with a question or the rows of a group, with what each is called."""
    found = [(field.key, field, say(field.label))] if field.key in errors else []
    inner = {one.key: one for one in field.fields}
    for name in sorted((one for one in errors if one.startswith(f"{field.key}.")), key=_place):
        _key, number, key = name.split(".", 2)
        one = inner.get(key, field)
        found.append((name, one, f"{row_title(field, int(number))}: {say(one.label)}"))
    return tuple(found)


def _place(name: str) -> tuple[int, str]:
    _key, number, rest = name.split(".", 2)
    return int(number), rest


def named_errors(fields: tuple[FormField, ...], errors: Mapping[str, str]) -> tuple[str, ...]:
    """The errors of questions that stand on another page, in words."""
    return tuple(
        f"»{label}« {errors[name]}" for field in fields for name, _one, label in _named(field, errors)
    )


def row_title(field: FormField, number: int) -> str:
    """What a row of a group is called on the page."""
    return intake.row_name(field, number, language=page_language())


def rows_readable(
    field: FormField, answer: Answer | None, files: Mapping[int, Stored]
) -> tuple[tuple[str, str], ...]:
    """The rows of a group as they are read back: what each is called, and its answers in one line."""
    language, names = page_language(), _names(files)
    return tuple(
        (
            row_title(field, number),
            " · ".join(
                words.removeprefix("- ")
                for _one, words in intake.said_in_row(field, row, language=language, file_names=names)
            ),
        )
        for number, row in enumerate(intake.rows_in(answer), 1)
    )


def readable(field: FormField, answer: Answer | None, files: Mapping[int, Stored]) -> str:
    """An answer as it is read back before it is sent."""
    if answer is None:
        return _("Ikke besvaret")
    return intake.words_of(field, answer, language=page_language(), file_names=_names(files))


def _names(files: Mapping[int, Stored]) -> dict[int, str]:
    return {number: stored.name for number, stored in files.items()}


def _read(request: HttpRequest, field: FormField, name: str) -> Any:
    return request.POST.getlist(name) if field.kind is FieldKind.CHOICES else request.POST.get(name, "")


def _read_rows(request: HttpRequest, field: FormField, shown: set[str], before: Answers) -> list[dict[str, Any]]:
    given = request.POST.get(f"rows.{field.key}", "")
    count = min(whole(given) or 0, MOST_ROWS)
    return [
        {
            one.key: file_ids(before, name) if one.kind is FieldKind.FILE else _read(request, one, name)
            for one in field.fields
            if (name := f"{field.key}.{number}.{one.key}") in shown
        }
        for number in range(1, count + 1)
    ]


def _rows(field: FormField, answers: Answers) -> list[dict[str, Any]]:
    """The rows that are shown: those there are, and one to begin with where there must be one."""
    found: list[dict[str, Any]] = [dict(one) for one in intake.rows_of(field, answers)]
    if not found and field.required:
        found.append({})
    return found


def _in_rows(field: FormField, answers: Answers, looked: Checked | None) -> list[tuple[str, FormField, object]]:
    """The questions of the rows of a group that are asked: name, question and answer."""
    if field.kind is not FieldKind.GROUP:
        return []
    around = dict(looked.answers) if looked is not None else {}
    return [
        (f"{field.key}.{number}.{one.key}", one, row.get(one.key))
        for number, row in enumerate(_rows(field, answers), 1)
        for one in field.fields
        if looked is None or intake.is_asked(one, {**around, **row})
    ]


def _rows_view(field: FormField, answers: Answers, errors: Mapping[str, str], looked: Checked | None) -> RowsView:
    rows = _rows(field, answers)
    inner = _in_rows(field, answers, looked)
    most = field.most or MOST_ROWS
    return RowsView(
        name=field.key,
        label=say(field.label),
        rows=tuple(
            RowFields(
                title=row_title(field, number),
                fields=tuple(
                    _view(one, name, answer, errors)
                    for name, one, answer in inner
                    if name.startswith(f"{field.key}.{number}.")
                ),
                drop=f"drop:{field.key}:{number}",
            )
            for number in range(1, len(rows) + 1)
        ),
        add_label=_("Tilføj: %(what)s") % {"what": say(field.row).lower() if field.row else ""},
        add=f"add:{field.key}" if len(rows) < most else "",
        hint=say(field.help),
        errors=(errors[field.key],) if field.key in errors else (),
        required=field.required,
    )


def _is_prefilled(field: FormField, answers: Answers) -> bool:
    before = answers.get(dialogue.PREFILLED)
    return isinstance(before, Mapping) and field.key in before and before[field.key] == answers.get(field.key)


def _view(field: FormField, name: str, answer: object, errors: Mapping[str, str], *, known: bool = False) -> FieldView:
    control, error = _CONTROLS[field.kind], errors.get(name, "")
    if control == "file":
        taken = uploads.field(name=name, label=say(field.label), required=field.required and not answer, error=error)
        return replace(taken, hint=f"{say(field.help)} {taken.hint}")
    hint = say(field.help)
    if known:
        hint = f"{hint} {_('Vi har udfyldt det med det, vi ved. Ret det, hvis det er forkert.')}"
    return FieldView(
        control=control,
        name=name,
        id=name,
        label=say(field.label),
        value=answer if isinstance(answer, str) else "",
        hint=hint,
        errors=(error,) if error else (),
        required=field.required,
        input_type="date" if control == "date" else "text",
        options=_options(field, answer),
        attrs=_attributes(field),
        rows=6,
    )


def _options(field: FormField, answer: object) -> tuple[Option, ...]:
    chosen = answer if isinstance(answer, list) else [answer]
    choices = ((choice.key, choice.label) for choice in field.choices)
    given = _ANSWERS if field.kind is FieldKind.YES_NO else tuple(choices)
    return tuple(Option(value=key, label=say(label), checked=key in chosen) for key, label in given)


def _attributes(field: FormField) -> tuple[tuple[str, str], ...]:
    if field.kind in intake.LONGEST:
        return (("maxlength", str(intake.LONGEST[field.kind])),)
    return (("inputmode", "decimal"),) if field.kind is FieldKind.NUMBER else ()


def _target(field: FormField, name: str) -> str:
    return f"{name}_0" if _CONTROLS[field.kind] in {"radio", "checkboxes"} else name
