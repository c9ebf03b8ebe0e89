"""The form that was sent in, read back: each section with its answers, and a table for each group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType, FieldKind, FormField
from borgerfokus.core.casework.intake import Answer, Row
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files import queries as files
from borgerfokus.web.design.views import Column, Term
from borgerfokus.web.design.views import Row as TableRow
from borgerfokus.web.frame import on_day, page_language, say
from borgerfokus.web.present.words import channel


@dataclass(frozen=True)
class Group:
    """A repeated group as a table."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Part:
    """A section of the form: its answers, and its groups after them."""

    title: str
    terms: tuple[Term, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Sent:
    """A request as it was sent: how, by whom it was told, and what was answered."""

    lead: str
    parts: tuple[Part, ...]


def of_case(case: Case, *, by: Actor, at: datetime) -> Sent | None:
    """The newest request behind a case; None when it was opened without a form."""
    found = dialogue.requests_of(case_id=case.pk, by=by, at=at)
    if not found:
        return None
    names = {}
    if found[0].file_ids:
        rows = files.listed(file_ids=list(found[0].file_ids), case_id=case.pk, by=by)
        names = {number: row.name for number, row in rows.items()}
    return sent(found[0], case.type_version.spec, file_names=names)


def sent(request: dialogue.RequestView, spec: CaseType, *, file_names: Mapping[int, str]) -> Sent:
    """A request under the form that it was answered on."""
    answers: Mapping[str, Answer] = request.answers  # type: ignore[assignment]
    parts = []
    for section in spec.intake:
        asked = [field for field in section.fields if intake.is_asked(field, answers)]
        plain = [field for field in asked if not intake.rows_in(answers.get(field.key))]
        grouped = [field for field in asked if intake.rows_in(answers.get(field.key))]
        terms = tuple(Term(say(one.label), _said(one, answers.get(one.key), file_names)) for one in plain)
        groups = tuple(_group(one, intake.rows_in(answers[one.key]), file_names) for one in grouped)
        if asked:
            parts.append(Part(say(section.title), terms, groups))
    return Sent(_lead(request), tuple(parts))


def _lead(request: dialogue.RequestView) -> str:
    said = {"day": on_day(day_of(request.received_at)), "way": channel(request.channel).lower(), "who": request.told_by}
    if request.told_by:
        return _("Modtaget %(day)s, %(way)s. Fortalt af: %(who)s.") % said
    return _("Modtaget %(day)s, %(way)s.") % said


def _group(field: FormField, rows: list[Row], file_names: Mapping[int, str]) -> Group:
    return Group(
        caption=say(field.label),
        columns=(
            Column(say(field.row) if field.row else "", hidden=True),
            *(Column(say(one.label), numeric=one.kind is FieldKind.NUMBER) for one in field.fields),
        ),
        rows=tuple(
            TableRow(
                (
                    intake.row_name(field, number, language=page_language()),
                    *(_said(one, row.get(one.key), file_names) for one in field.fields),
                )
            )
            for number, row in enumerate(rows, 1)
        ),
    )


def _said(field: FormField, answer: Answer | None, file_names: Mapping[int, str]) -> str:
    if answer is None:
        return "–"
    words = intake.words_of(field, answer, language=page_language(), file_names=file_names)
    return words.removeprefix("- ").replace("\n- ", ", ")
