"""The form of a kind of help as a caseworker fills it in for somebody at the desk or on the phone.

All questions stand on one page. A file that was taken in is named by its number until the form is handed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType, FormField, FormSection
from borgerfokus.core.casework.casetype.vocabulary import FieldKind
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import in_copenhagen
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import queries as files
from borgerfokus.foundation.files.queries import Stored
from borgerfokus.web import frame
from borgerfokus.web.citizen import intake_form
from borgerfokus.web.citizen.uploads import NotTaken
from borgerfokus.web.design.fields import FieldView, FormErrors, RowsView
from borgerfokus.web.frame import page_language, say
from borgerfokus.web.numbers import whole
from borgerfokus.web.staff import doing


@dataclass(frozen=True)
class DeskForm:
    """The form with what has been answered: sections with their fields, and what is to be mended."""

    title: str
    sections: tuple[tuple[str, tuple[FieldView | RowsView, ...]], ...]
    errors: FormErrors
    once: str
    said: Mapping[str, Any]
    answers: Mapping[str, Any]
    files: Mapping[str, tuple[Stored, ...]] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether a file was refused: then the form is shown again, and not handed in."""
        return bool(self.refused)


def begun(request: HttpRequest, citizen_id: int, said: Mapping[str, Any]) -> DeskForm:
    """The form with what is known, and the need, as it was written first, in the first long answer."""
    spec, asked = _spec(request, said), frame.asked(request)
    known = dialogue.known_answers(spec=spec, citizen_id=citizen_id, by=asked.actor, at=asked.moment)
    long = next((field.key for field in spec.fields if field.kind is FieldKind.LONG_TEXT), "")
    need = {long: said["need"]} if long else {}
    return _form(spec, said, {**known, dialogue.PREFILLED: known, **need}, {})


def read(request: HttpRequest, said: Mapping[str, Any]) -> DeskForm:
    """The form as it was posted, with a row more or less when a button says so."""
    spec = _spec(request, said)
    answers: dict[str, Any] = {}
    refused: dict[str, str] = {}
    for section in spec.intake:
        answers = intake_form.read(request, section, answers)
        _named(request, section, answers)
        try:
            intake_form.with_files(request, section, answers)
        except NotTaken as problem:
            refused[intake_form.refused_place(request, section, answers)] = problem.words
        intake_form.changed_rows(section, answers, request.POST.get("do", ""))
    kept = {key: value for key, value in answers.items() if value not in ("", [])}
    return replace(_form(spec, said, kept, refused, request=request), refused=refused)


def _named(request: HttpRequest, section: FormSection, answers: dict[str, Any]) -> None:
    """The files that were taken in before, by number. That they are the actor's own is looked at on the way in."""
    for name, _field in intake_form.file_places(section.fields, answers):
        given = (whole(text) for text in request.POST.getlist(f"{name}-kept"))
        intake_form.keep_files(section.fields, answers, name, [number for number in given if number is not None])


def submit(request: HttpRequest, citizen_id: int, form: DeskForm) -> HttpResponse | DeskForm:
    """Hand the form in: the answer of the browser, or the form with what is to be mended."""
    asked = frame.asked(request)
    now = in_copenhagen(asked.moment)
    told = dialogue.submit(
        request=dialogue.NewRequest(
            type_key=form.said["type_key"],
            citizen_id=citizen_id,
            answers=form.answers,
            idempotency_key=str(request.POST.get("once", ""))[:64] or doing.fresh_key(),
            received_at=datetime.combine(form.said["received_on"], now.time(), tzinfo=now.tzinfo),
            channel=form.said["source"],
            told_by=form.said["told_by"],
            language=page_language(),
        ),
        by=asked.actor,
        at=asked.moment,
    )
    spec = _spec(request, form.said)
    if isinstance(told, Refusal):
        text = f"{say(told.text)} ({told.article})"
        return replace(form, errors=FormErrors(entries=((text, ""),)))
    if isinstance(told, dialogue.Submitted):
        return _sent(request, told)
    return _form(spec, form.said, form.answers, {one.field: say(one.text) for one in told}, request=request)


def _sent(request: HttpRequest, told: dialogue.Submitted) -> HttpResponse:
    asked = frame.asked(request)
    text = _("Sagen er allerede oprettet.") if told.again else _("Sagen er oprettet med nummer %(number)s.")
    messages.success(request, text % {"number": told.case_number})
    seen = casework.visible_to(asked.actor, at=asked.moment).filter(pk=told.case_id).exists()
    return HttpResponseRedirect(reverse("staff:case", args=[told.case_number]) if seen else reverse("staff:new"))


def _spec(request: HttpRequest, said: Mapping[str, Any]) -> CaseType:
    version = casework.version_for(key=said["type_key"], on=frame.today(request))
    if version is None:
        raise Hidden(f"case type {said['type_key']}")
    return version.spec


def _form(
    spec: CaseType,
    said: Mapping[str, Any],
    answers: Mapping[str, Any],
    errors: Mapping[str, str],
    *,
    request: HttpRequest | None = None,
) -> DeskForm:
    sections = [(say(section.title), section.fields) for section in spec.intake]
    flat = tuple(field for _title, fields in sections for field in fields)
    return DeskForm(
        title=say(spec.title_citizen),
        sections=tuple((title, _views(fields, answers, errors, flat)) for title, fields in sections if fields),
        errors=intake_form.summary_of_errors(flat, errors),
        once=doing.fresh_key(),
        said=said,
        answers=answers,
        files=_files(request, flat, answers) if request else {},
    )


def _files(
    request: HttpRequest, fields: tuple[FormField, ...], answers: Mapping[str, Any]
) -> dict[str, tuple[Stored, ...]]:
    """The files that were taken in, by the question that they answer."""
    wanted = {name: intake_form.file_ids(answers, name) for name, _field in intake_form.file_places(fields, answers)}
    numbers = [number for some in wanted.values() for number in some]
    rows = files.listed(file_ids=numbers, case_id=None, by=frame.asked(request).actor) if numbers else {}
    return {key: tuple(rows[number] for number in some if number in rows) for key, some in wanted.items()}


def _views(
    fields: tuple[FormField, ...],
    answers: Mapping[str, Any],
    errors: Mapping[str, str],
    everything: tuple[FormField, ...],
) -> tuple[FieldView | RowsView, ...]:
    """The questions; one that is only asked after a certain answer may be left empty, as may a file."""
    shown = intake_form.views(fields, answers, errors)
    asked = {field.key: field for field in everything}
    return tuple(_only_if(field, _may_be_empty(field, view), asked) for field, view in zip(fields, shown, strict=True))


def _only_if(field: FormField, view: FieldView | RowsView, asked: Mapping[str, FormField]) -> FieldView | RowsView:
    """The question with the answer that it belongs to, since all of them stand on the page."""
    other = asked.get(field.show_if.field) if field.show_if is not None else None
    if field.show_if is None or other is None:
        return view
    language = page_language()
    answers = [intake.words_of(other, answer, language=language) for answer in field.show_if.equals]
    said = {"question": say(other.label), "answer": _(" eller ").join(answers)}
    only = _("Kun ved svaret »%(answer)s« til »%(question)s«.") % said
    return replace(view, hint=f"{only} {view.hint}".strip())


def _may_be_empty(field: FormField, view: FieldView | RowsView) -> FieldView | RowsView:
    if isinstance(view, FieldView):
        return replace(view, required=view.required and not _may_lack(field))
    rows = tuple(
        replace(
            row,
            fields=tuple(
                replace(one, required=one.required and not _may_lack(inner) and field.show_if is None)
                for inner, one in zip(field.fields, row.fields, strict=True)
            ),
        )
        for row in view.rows
    )
    return replace(view, rows=rows)


def _may_lack(field: FormField) -> bool:
    return field.show_if is not None or field.kind is FieldKind.FILE
