"""Which fields a program may have: a field stands in one group, and a program has the groups it was given.

A field of a group that the program was not given is absent from every answer, never empty: emptiness would tell that
there is nothing. Fields without which an answer has no meaning (numbers, ids) stand in no group.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from borgerfokus.core.access import Verb
from borgerfokus.core.texts import Text


class FieldGroup(StrEnum):
    """A group of fields that is given or held back as one. The value is stored."""

    CASE_COURSE = "case.course"
    CASE_SUBJECT = "case.subject"
    CITIZEN = "citizen"
    PARTY_ROLE = "party.role"
    PARTY_NAME = "party.name"
    DOCUMENT_BASIS = "document.basis"
    DOCUMENT_TITLE = "document.title"
    DOCUMENT_FILE = "document.file"
    DECISION_BASIS = "decision.basis"
    DECISION_OUTCOME = "decision.outcome"
    DECISION_REASONS = "decision.reasons"
    PLAN_BASIS = "plan.basis"
    PLAN_CONTENT = "plan.content"
    HELP_BASIS = "help.basis"
    HELP_EXTENT = "help.extent"
    HELP_PRICE = "help.price"
    MESSAGE_BASIS = "message.basis"
    MESSAGE_CONTENT = "message.content"
    APPOINTMENT_BASIS = "appointment.basis"
    APPOINTMENT_CONTENT = "appointment.content"


VERB_NAMES: Final[Mapping[Verb, Text]] = {
    Verb.API_CASES_READ: Text(da="Hente sager", en="Read cases"),
    Verb.API_CASES_CREATE: Text(da="Oprette sager", en="Open cases"),
    Verb.API_EVENTS_READ: Text(da="Hente det, der er sket i sagerne", en="Read what has happened in cases"),
    Verb.API_CASE_TYPES_READ: Text(da="Hente slags af sager", en="Read the types of cases"),
    Verb.API_PARTIES_READ: Text(da="Hente parter", en="Read parties"),
    Verb.API_DOCUMENTS_READ: Text(da="Hente dokumenter", en="Read documents"),
    Verb.API_DECISIONS_READ: Text(da="Hente afgørelser", en="Read decisions"),
    Verb.API_PLANS_READ: Text(da="Hente planer", en="Read plans"),
    Verb.API_INTERVENTIONS_READ: Text(da="Hente indsatser", en="Read interventions"),
    Verb.API_MESSAGES_READ: Text(da="Hente beskeder", en="Read messages"),
    Verb.API_APPOINTMENTS_READ: Text(da="Hente aftaler", en="Read appointments"),
}
"""What a program may be allowed to do."""

GROUP_NAMES: Final[Mapping[FieldGroup, Text]] = {
    FieldGroup.CASE_COURSE: Text(da="Sagens gang: enhed, fase og datoer", en="The course: unit, phase and dates"),
    FieldGroup.CASE_SUBJECT: Text(da="Hvad sagen handler om, og udfaldet", en="What it is about, and its outcome"),
    FieldGroup.CITIZEN: Text(da="Hvem det handler om (kommunens eget nummer)", en="Whom it is about (our own number)"),
    FieldGroup.PARTY_ROLE: Text(da="Parternes roller og perioder", en="Roles and periods of the parties"),
    FieldGroup.PARTY_NAME: Text(da="Parternes navne", en="Names of the parties"),
    FieldGroup.DOCUMENT_BASIS: Text(da="Dokumenters slags, retning og dato", en="Kind, direction, date of documents"),
    FieldGroup.DOCUMENT_TITLE: Text(da="Dokumenters titler", en="Titles of documents"),
    FieldGroup.DOCUMENT_FILE: Text(da="Dokumenternes filer", en="The files of documents"),
    FieldGroup.DECISION_BASIS: Text(da="Afgørelsers datoer og tilstand", en="Dates and state of decisions"),
    FieldGroup.DECISION_OUTCOME: Text(da="Hvad der er afgjort", en="What was decided"),
    FieldGroup.DECISION_REASONS: Text(da="Begrundelser", en="Reasons"),
    FieldGroup.PLAN_BASIS: Text(da="Planers tilstand og datoer", en="State and dates of plans"),
    FieldGroup.PLAN_CONTENT: Text(da="Planers indhold og mål", en="Content and goals of plans"),
    FieldGroup.HELP_BASIS: Text(da="Hjælpens art og datoer", en="Kind and dates of the help"),
    FieldGroup.HELP_EXTENT: Text(da="Hjælpens omfang, og hvem der giver den", en="Extent of the help and who gives it"),
    FieldGroup.HELP_PRICE: Text(da="Hjælpens pris", en="Price of the help"),
    FieldGroup.MESSAGE_BASIS: Text(da="Hvornår der er skrevet, og om der ventes", en="When was written, who waits"),
    FieldGroup.MESSAGE_CONTENT: Text(da="Hvad der står i beskederne", en="What the messages say"),
    FieldGroup.APPOINTMENT_BASIS: Text(da="Aftalers tid, tilstand og medarbejdere", en="Time, state and staff"),
    FieldGroup.APPOINTMENT_CONTENT: Text(da="Hvad aftalerne handler om, og hvor", en="What they are about, and where"),
}

AS_BEFORE: Final = frozenset({FieldGroup.CASE_COURSE, FieldGroup.CASE_SUBJECT, FieldGroup.CITIZEN})
"""What every program had before there were groups."""

_OPEN: Final = None
_Fields = Mapping[str, FieldGroup | None]


def _fields(groups: Mapping[FieldGroup | None, str]) -> _Fields:
    return {name: group for group, names in groups.items() for name in names.split()}


RESOURCES: Final[Mapping[str, _Fields]] = {
    "case": _fields(
        {
            _OPEN: "number version",
            FieldGroup.CASE_COURSE: "unit phase oio_state ball waiting_for received_at decided_at closed_at next_due "
            "next_due_basis deadlines",
            FieldGroup.CASE_SUBJECT: "type title outcome",
            FieldGroup.CITIZEN: "citizen",
        }
    ),
    "party": _fields(
        {
            _OPEN: "id",
            FieldGroup.PARTY_ROLE: "role starts ends",
            FieldGroup.CITIZEN: "person",
            FieldGroup.PARTY_NAME: "name",
        }
    ),
    "document": _fields(
        {
            _OPEN: "id",
            FieldGroup.DOCUMENT_BASIS: "kind direction happened_at version withheld",
            FieldGroup.DOCUMENT_TITLE: "title",
            FieldGroup.DOCUMENT_FILE: "file_name size sha256 checked",
        }
    ),
    "decision": _fields(
        {
            _OPEN: "id number",
            FieldGroup.DECISION_BASIS: "state issued_at received_on appeal_until starts ends follow_up_on",
            FieldGroup.DECISION_OUTCOME: "outcome applied_for granted refused provider",
            FieldGroup.DECISION_REASONS: "rules considerations facts",
        }
    ),
    "plan": _fields(
        {
            _OPEN: "id number",
            FieldGroup.PLAN_BASIS: "kind state shown_at citizen_signed_at signed_at ended_at",
            FieldGroup.PLAN_CONTENT: "purpose intervention duration other goals",
        }
    ),
    "intervention": _fields(
        {
            _OPEN: "id number",
            FieldGroup.HELP_BASIS: "title form ended_on ended_as starts",
            FieldGroup.HELP_EXTENT: "provider unit hours_per_week days_per_week",
            FieldGroup.HELP_PRICE: "price_ore price_unit",
        }
    ),
    "thread": _fields(
        {
            _OPEN: "id",
            FieldGroup.MESSAGE_BASIS: "started_at started_side waits_since due last_at last_side count closed_at",
            FieldGroup.MESSAGE_CONTENT: "subject messages",
        }
    ),
    "appointment": _fields(
        {
            _OPEN: "id uid sequence",
            FieldGroup.APPOINTMENT_BASIS: "starts ends state booked_at changed_at employees",
            FieldGroup.APPOINTMENT_CONTENT: "title sensitive place room video group language interpreting why_not",
        }
    ),
}
"""Resource → field → its group; None for a field that always comes along."""


def known(groups: Iterable[str]) -> frozenset[FieldGroup]:
    """The groups among these words; a word that is no group gives nothing."""
    words = set(groups)
    return frozenset(group for group in FieldGroup if group in words)


def shown(*, resource: str, row: Mapping[str, Any], groups: frozenset[str]) -> dict[str, Any]:
    """The fields of the row that a program with these groups may have. A field that stands in no table is left out."""
    fields = RESOURCES[resource]
    given = {name for name, group in fields.items() if group is None or group in groups}
    return {name: value for name, value in row.items() if name in given}
