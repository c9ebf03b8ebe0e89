"""What of a case programs may read beside the case itself: plain rows, with the fields that the program was given."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.exchange.fields import FieldGroup, shown
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import current
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.people import queries as people

SHOWN_PLANS = frozenset({"shown", "agreed", "replaced", "ended", "declined"})
_DECISION = (
    "id",
    "number",
    "state",
    "issued_at",
    "received_on",
    "appeal_until",
    "starts",
    "ends",
    "follow_up_on",
    "outcome",
    "applied_for",
    "granted",
    "refused",
    "provider",
    "rules",
    "considerations",
    "facts",
)
_PLAN = (
    "id",
    "number",
    "kind",
    "state",
    "shown_at",
    "citizen_signed_at",
    "signed_at",
    "ended_at",
    "purpose",
    "intervention",
    "duration",
    "other",
)
_GOAL = (
    "id",
    "kind",
    "theme",
    "title",
    "own_words",
    "measure",
    "level_start",
    "level_expected",
    "started_on",
    "ended_on",
    "ended_as",
)


def parties(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """Who takes part in a case, and who did. A protected name is null. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    rows = casework.parties_on(case=case)
    named: dict[int, people.Card] = {}
    persons = {row.person_id: case.pk for row in rows}
    if FieldGroup.PARTY_NAME in by.groups:
        named = people.cards(persons, case_ids=persons)
    elif FieldGroup.CITIZEN in by.groups:
        for person_id in persons:
            current().saw(person_id, case_id=case.pk)
    found = (
        {
            "id": row.pk,
            "role": row.role,
            "starts": row.starts,
            "ends": row.ends,
            "person": row.person_id,
            "name": _name(named.get(row.person_id)),
        }
        for row in rows
    )
    return given(resource="party", rows=found, by=by)


def documents(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The documents and letters of a case, newest first; of a withheld one only that it is there. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    lines = journal.lines(case_id=case.pk, by=by, at=at)
    return given(resource="document", rows=(_document(line) for line in lines if line.kind in _WITH_FILES), by=by)


def document_file(*, number: str, document_id: int, by: Actor, at: datetime) -> files.Opened | files.FileRefused:
    """The newest file of a document. Raises Hidden when it is unknown, withheld, or files are not for this program."""
    case = opened(number=number, by=by, at=at)
    lines = journal.lines(case_id=case.pk, by=by, at=at)
    document = next((line.document for line in lines if line.id == document_id and line.document), None)
    if document is None or FieldGroup.DOCUMENT_FILE not in by.groups:
        raise Hidden(f"document {document_id}")
    try:
        return files.open_for(file_id=document.file_id, case_id=case.pk, by=by, at=at)
    except files.UnknownFile:
        raise Hidden(f"document {document_id}") from None


def made_decisions(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The decisions that have been made in a case, newest first; a draft is nobody else's. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    rows = decisions.visible_to(by, at=at).filter(case=case, issued_at__isnull=False).order_by("-number")
    return given(resource="decision", rows=rows.values(*_DECISION), by=by)


def plans(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The plans of a case that the citizen has been shown, with their goals, newest first. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    found = interventions.help_of(case_id=case.pk)
    rows = (
        {**_fields(plan, _PLAN), "goals": [_fields(goal, _GOAL) for goal in found.goals if goal.plan_id == plan.pk]}
        for plan in found.plans
        if plan.state in SHOWN_PLANS
    )
    return given(resource="plan", rows=rows, by=by)


def given_help(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The help that was granted in a case, with its newest period. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    found = interventions.help_of(case_id=case.pk)
    rows = (_help(row, found.periods_of(row)) for row in found.interventions)
    return given(resource="intervention", rows=rows, by=by)


_WITH_FILES = frozenset({"document", "letter"})


def opened(*, number: str, by: Actor, at: datetime) -> Case:
    """The case that a program reads in; the look-up is logged. Raises Hidden."""
    case = casework.find(number=number, by=by, at=at)
    current().saw(case.citizen_id, case_id=case.pk)
    return case


def given(*, resource: str, rows: Iterable[Mapping[str, Any]], by: Actor) -> list[dict[str, Any]]:
    """Of each row the fields that the program was given."""
    return [shown(resource=resource, row=row, groups=by.groups) for row in rows]


def _fields(row: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _name(card: people.Card | None) -> str | None:
    return None if card is None or card.protected else card.name


def _document(line: journal.Line) -> dict[str, Any]:
    document = line.document
    return {
        "id": line.id,
        "kind": line.kind,
        "direction": document.direction if document else None,
        "happened_at": line.happened_at,
        "version": document.number if document else None,
        "withheld": line.held is not None,
        "title": line.title if document else None,
        "file_name": document.name if document else None,
        "size": document.size if document else None,
        "sha256": document.sha256 if document else None,
        "checked": document is not None and document.state == "clean",
    }


def _help(row: interventions.Intervention, periods: tuple[interventions.InterventionPeriod, ...]) -> dict[str, Any]:
    last = periods[-1] if periods else None
    return {
        **_fields(row, ("id", "number", "title", "form", "ended_on", "ended_as", "provider")),
        "unit": row.unit.key if row.unit else None,
        "starts": periods[0].starts if periods else None,
        "hours_per_week": float(last.hours_per_week) if last and last.hours_per_week is not None else None,
        "days_per_week": last.days_per_week if last else None,
        "price_ore": last.price_ore if last else None,
        "price_unit": last.price_unit if last else None,
    }
