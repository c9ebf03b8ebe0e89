"""Running cases from the system before, matched by their old number. A case that is here already is left alone:
its life goes on here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.cli.imports import case_columns, references
from borgerfokus.cli.imports.columns import Row
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation.models import Employee, Engagement, Unit
from borgerfokus.foundation.organisation.queries import responsible_unit, running
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import Person

_Opened = Sequence[tuple[casework.RunningCase, casework.OpenCase]]

FORMAT = case_columns.FORMAT
_BATCH: Final = 500
_AT_A_TIME: Final = 5_000
_COLUMN_OF = {
    "no_case_type": "type",
    "no_rule": "received",
    "is_closed": "phase",
    "half_decided": "outcome",
    "decided_too_early": "phase",
    "not_granted": "phase",
    "no_follow_up": "follow_up",
    "promised_too_late": "promised",
}


@dataclass(frozen=True)
class _Around:
    """What the rows refer to, read once."""

    units: Mapping[str, Unit]
    employees: Mapping[str, Employee]
    places: frozenset[tuple[int, int]]
    answering: Mapping[str, int]
    citizens: Mapping[str, tuple[int, str]]
    here: Mapping[str, int]


def load(job: Job) -> None:
    """The cases come in through the door of casework, and their opening notes through the journal's."""
    around = _around(job)
    found = ((row, one) for row in job.once(job.rows()) for one in (_looked_at(job, row, around),) if one is not None)
    while batch := list(islice(found, _BATCH)):
        notes = {one.old_number: row.text("note") for row, one in batch}
        results = casework.take_over(
            running=[one for _, one in batch], by=job.settings.by, at=job.settings.at, also=_note_writer(notes)
        )
        for (row, _), result in zip(batch, results, strict=True):
            if isinstance(result, Refusal):
                job.wrong(row, _COLUMN_OF.get(result.code, ""), result.text, _REMEDY)
            else:
                job.tally.new += 1


def _looked_at(job: Job, row: Row, around: _Around) -> casework.RunningCase | None:
    """What is to be taken over, or None for what is here already and after telling what is wrong."""
    if row.text("old_number") in around.here:
        job.tally.unchanged += 1
        return None
    return _running(job, row, around)


def _note_writer(notes: Mapping[str, str]) -> Callable[[_Opened], None]:
    def write(cases: _Opened) -> None:
        journal.write_notes_in(
            [
                (opened, journal.NewEntry(title=_NOTE_TITLE, body=notes[running.old_number], channel="internal"))
                for running, opened in cases
                if notes[running.old_number]
            ]
        )

    return write


def _around(job: Job) -> _Around:
    day = job.settings.today
    places = Engagement.objects.filter(running(on=day)).values_list("employee_id", "unit_id")
    return _Around(
        units=references.units(),
        employees=references.employees(),
        places=frozenset(places),
        answering=_answering(job),
        citizens=_citizens(job),
        here=casework.taken_over(),
    )


def _answering(job: Job) -> dict[str, int]:
    """Case type → the unit that answers for it today."""
    keys = {row.text("type") for row in job.sheet.rows}
    found = {key: responsible_unit(case_type_key=key, on=job.settings.today) for key in keys}
    return {key: unit.pk for key, unit in found.items() if unit is not None}


def _citizens(job: Job) -> dict[str, tuple[int, str]]:
    """Personal number → id and name of those the file names and the municipality knows."""
    indexes = {cipher.blind_index(row.cpr("cpr")): row.cpr("cpr").digits for row in job.sheet.rows}
    asked, found = list(indexes), dict[str, tuple[int, str]]()
    for start in range(0, len(asked), _AT_A_TIME):
        people = Person.objects.filter(cpr_index__in=asked[start : start + _AT_A_TIME])
        for index, person_id, given, family in people.values_list("cpr_index", "id", "given_name", "family_name"):
            found[indexes[bytes(index)]] = (person_id, f"{given} {family}")
    return found


def _running(job: Job, row: Row, around: _Around) -> casework.RunningCase | None:
    citizen = around.citizens.get(row.cpr("cpr").digits)
    if citizen is None and not job.is_broken("citizens", row.cpr("cpr").digits):
        job.wrong(row, "cpr", *_NO_CITIZEN)
    unit_id = _unit(job, row, around)
    caseworker = _caseworker(job, row, unit_id, around)
    received = _moment(job, row.day("received"))
    if citizen is None or received is None or unit_id is None or (row.text("caseworker") and caseworker is None):
        return None
    outcome = row.text("outcome")
    return casework.RunningCase(
        old_number=row.text("old_number"),
        type_key=row.text("type"),
        citizen_id=citizen[0],
        source=row.text("source"),
        received_at=received,
        phase=Phase(row.text("phase")),
        need=row.text("need"),
        unit_id=unit_id,
        caseworker_id=caseworker,
        waits=_waits(row, citizen[1]),
        waits_since=_moment(job, row.day("waiting_since")),
        outcome=Outcome(outcome) if outcome else None,
        decided_at=_moment(job, row.day("decided")),
        promised_on=row.day("promised"),
        follow_up_on=row.day("follow_up"),
        discharged_at=_moment(job, row.day("discharged")),
    )


def _unit(job: Job, row: Row, around: _Around) -> int | None:
    """The unit's id, or None after telling why there is none."""
    if not row.text("unit"):
        answers = around.answering.get(row.text("type"))
        if answers is None:
            job.wrong(row, "unit", *_NOBODY_ANSWERS)
        return answers
    unit = references.unit_of(job, row, "unit", around.units)
    if unit is not None and unit.ends is not None and unit.ends <= job.settings.today:
        job.wrong(row, "unit", *_CLOSED_UNIT)
        return None
    return unit.pk if unit else None


def _caseworker(job: Job, row: Row, unit_id: int | None, around: _Around) -> int | None:
    if not row.text("caseworker"):
        return None
    employee = references.employee_of(job, row, "caseworker", around.employees)
    if employee is None or unit_id is None:
        return None
    if (employee.pk, unit_id) not in around.places:
        job.wrong(row, "caseworker", *_NOT_IN_UNIT)
        return None
    return employee.pk


def _waits(row: Row, citizen: str) -> casework.Pause | None:
    whom = row.text("waiting_for")
    if not whom:
        return None
    on_what = row.text("waiting_on") or _SOMETHING
    name = citizen if whom == Ball.YOU else on_what
    return casework.Pause(whom=Ball(whom), name=name[:160], reason=on_what, answer_by=row.day("answer_by"))


def _moment(job: Job, day: date | None) -> datetime | None:
    """Noon of the day in Copenhagen, or now on the day of the import itself: the file gives days."""
    if day is None:
        return None
    noon = datetime.combine(day, time(12), tzinfo=COPENHAGEN)
    return job.settings.at if day == job.settings.today else noon


_SOMETHING = "svar"
_NOTE_TITLE = "Overført fra det tidligere system"
_REMEDY = Text(
    da="Ret rækken efter, hvordan sagen står i det gamle system.",
    en="Correct the row to how the case stands in the old system.",
)
_NO_CITIZEN = (
    Text(da="Der er ingen borger med det nummer.", en="There is no citizen with this number."),
    Text(
        da="Tag borgeren med i citizens.csv, eller ret nummeret.",
        en="Include the citizen in citizens.csv, or correct the number.",
    ),
)
_NOBODY_ANSWERS = (
    Text(da="Ingen enhed har ansvar for sagstypen i dag.", en="No unit answers for the case type today."),
    Text(
        da="Skriv enheden, eller tag ansvaret med i responsibilities.csv.",
        en="Name the unit, or include the responsibility in responsibilities.csv.",
    ),
)
_CLOSED_UNIT = (
    Text(da="Enheden er lukket.", en="The unit is closed."),
    Text(da="Skriv den enhed, der har sagen nu.", en="Write the unit that has the case now."),
)
_NOT_IN_UNIT = (
    Text(
        da="Medarbejderen har ingen ansættelse i sagens enhed i dag.",
        en="The employee has no engagement in the unit of the case today.",
    ),
    Text(
        da="Ret enheden eller sagsbehandleren, tag ansættelsen med i engagements.csv, eller lad feltet være tomt.",
        en="Correct the unit or the caseworker, include the engagement in engagements.csv, or leave the cell empty.",
    ),
)
