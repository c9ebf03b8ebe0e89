"""The form of a kind of help as pages: one section a page, its questions as fields, what was posted as answers."""

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import NO, YES, FieldKind
from borgerfokus.core.casework.intake import Answer, Checked
from borgerfokus.core.texts import Text
from borgerfokus.foundation.files.queries import Stored
from borgerfokus.web.citizen import uploads
from borgerfokus.web.design.fields import Control, FieldView, FormErrors, Option
from borgerfokus.web.frame import say

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
}
_ANSWERS: Final = ((YES, Text(da="Ja", en="Yes")), (NO, Text(da="Nej", en="No")))


def look(spec: CaseType, answers: Answers) -> Checked:
    """All answers looked through; what a page keeps for itself (names that begin with _) is no answer."""
    given = {key: value for key, value in answers.items() if not key.startswith("_")}
    return intake.check(form=spec.intake, given=given)


def asked(section: FormSection, looked: Checked) -> tuple[FormField, ...]:
    """The questions of a section that are asked after the answers so far."""
    return tuple(field for field in section.fields if intake.is_asked(field, looked.answers))


def read(request: HttpRequest, section: FormSection, answers: Answers) -> dict[str, Any]:
    """The answers with those of the posted page put in. Files are added by `with_files`."""
    shown = set(request.POST.getlist(ASKED))
    found = dict(answers)
    for field in section.fields:
        if field.key not in shown or field.kind is FieldKind.FILE:
            continue
        if field.kind is FieldKind.CHOICES:
            found[field.key] = request.POST.getlist(field.key)
        else:
            found[field.key] = request.POST.get(field.key, "")
    return found


def with_files(request: HttpRequest, section: FormSection, answers: dict[str, Any]) -> None:
    """Take in the posted files, and forget the one that is to be removed. Raises NotTaken."""
    removed = request.POST.get("remove", "")
    for field in section.fields:
        if field.kind is not FieldKind.FILE:
            continue
        kept = [one for one in file_ids(answers, field) if f"{field.key}:{one}" != removed]
        if uploads.given(request, name=field.key):
            kept += [one.id for one in uploads.take(request, name=field.key)]
        answers[field.key] = kept


def file_ids(answers: Answers, field: FormField) -> list[int]:
    """The files that answer a question."""
    given = answers.get(field.key, [])
    return [one for one in given if isinstance(one, int)] if isinstance(given, list) else []


def views(fields: tuple[FormField, ...], answers: Answers, errors: Mapping[str, str]) -> tuple[FieldView, ...]:
    """The questions as fields, with what was answered."""
    return tuple(_view(field, answers.get(field.key), errors.get(field.key, "")) for field in fields)


def errors_in(section: FormSection, looked: Checked, extra: Mapping[str, str]) -> dict[str, str]:
    """What is wrong on one page, by question. `extra` is what was found beside the form: a file that was refused."""
    keys = {field.key for field in section.fields}
    found = {one.field: say(one.text) for one in looked.errors if one.field in keys}
    return found | dict(extra)


def summary_of_errors(fields: tuple[FormField, ...], errors: Mapping[str, str]) -> FormErrors:
    """The errors with their questions, in the order of the page."""
    return FormErrors(
        entries=tuple(
            (f"»{say(field.label)}« {errors[field.key]}", _target(field)) for field in fields if field.key in errors
        )
    )


def readable(field: FormField, answer: Answer | None, files: Mapping[int, Stored]) -> str:
    """An answer as it is read back before it is sent."""
    if answer is None:
        return _("Ikke besvaret")
    names = {number: stored.name for number, stored in files.items()}
    language = say(Text(da="da", en="en"))
    return intake.words_of(field, answer, language=language, file_names=names)


def _view(field: FormField, answer: object, error: str) -> FieldView:
    control = _CONTROLS[field.kind]
    if control == "file":
        return uploads.field(
            name=field.key, label=say(field.label), required=field.required and not answer, error=error
        )
    return FieldView(
        control=control,
        name=field.key,
        id=field.key,
        label=say(field.label),
        value=answer if isinstance(answer, str) else "",
        hint=say(field.help),
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


def _target(field: FormField) -> str:
    return f"{field.key}_0" if _CONTROLS[field.kind] in {"radio", "checkboxes"} else field.key
