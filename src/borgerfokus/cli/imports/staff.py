"""Employees, matched by login, and their engagements, matched by login, unit, role and first day."""

from datetime import date
from typing import Any

from borgerfokus.cli.imports import cells, references
from borgerfokus.cli.imports.columns import Column, Format, Row
from borgerfokus.cli.imports.shared_columns import ENDS, STARTS, phone, unit
from borgerfokus.cli.imports.work import Job
from borgerfokus.core.access import ROLE_NAMES
from borgerfokus.core.texts import Text
from borgerfokus.foundation.organisation.models import Employee, Engagement, Unit

_LOGIN = Column(
    name="login",
    parse=cells.LOGIN,
    guide=Text(
        da="Det navn, som jeres loginløsning sender (sub).", en="The name that your login solution sends (sub)."
    ),
    example="karhol",
    required=True,
    also=("brugernavn",),
)
EMPLOYEES = Format(
    file="employees.csv",
    about=Text(
        da="Medarbejderne. Hvad de må, følger af deres ansættelser.",
        en="The employees. What they may do follows from their engagements.",
    ),
    key=("login",),
    columns=(
        _LOGIN,
        Column(
            name="name",
            parse=cells.line(160),
            guide=Text(da="Hele navnet.", en="The whole name."),
            example="Karen Holm",
            required=True,
            also=("navn",),
        ),
        Column(
            name="initials",
            parse=cells.line(8),
            guide=Text(da="Initialer; tom: dannes af navnet.", en="Initials; empty: made from the name."),
            example="KH",
            also=("initialer",),
        ),
        Column(
            name="title",
            parse=cells.line(120),
            guide=Text(da="Stillingsbetegnelse.", en="Job title."),
            example="Socialrådgiver",
            required=True,
            also=("titel",),
        ),
        phone(Text(da="Arbejdstelefon.", en="Work telephone.")),
        Column(
            name="email",
            parse=cells.EMAIL,
            guide=Text(da="Arbejdsmail.", en="Work e-mail."),
            example="karen.holm@kommune.example",
            also=("e-mail", "mail"),
        ),
    ),
)
_FIELDS = {name: name for name in ("name", "initials", "title", "phone", "email")}

ENGAGEMENTS = Format(
    file="engagements.csv",
    about=Text(
        da="Hvem der arbejder hvor, i hvilken rolle og hvornår. Rettigheder gælder, så længe ansættelsen gør.",
        en="Who works where, in which role and when. Rights last as long as the engagement.",
    ),
    key=("login", "unit", "role", "from"),
    columns=(
        _LOGIN,
        unit(Text(da="Enhedens nøgle.", en="Key of the unit.")),
        Column(
            name="role",
            parse=cells.choice({str(role): text for role, text in ROLE_NAMES.items()}),
            guide=Text(da="Rollen, som rettighederne følger af.", en="The role that the rights follow from."),
            example="caseworker",
            required=True,
            also=("rolle",),
        ),
        Column(
            name="leads",
            parse=cells.yes,
            guide=Text(da="Om personen leder enheden.", en="Whether the person leads the unit."),
            example="nej",
            also=("leder",),
        ),
        STARTS,
        ENDS,
    ),
)
_Key = tuple[int, int, str, date | None]


def load_employees(job: Job) -> None:
    """New employees are active; whoever has no running engagement cannot log in all the same."""
    known = references.employees()
    for row in job.once(job.rows()):
        login = row.text("login")
        fields = row.fields(_FIELDS)
        if "initials" in fields and not fields["initials"]:
            fields["initials"] = _initials(row.text("name"))
        employee = known.get(login)
        if employee is None:
            fields.setdefault("initials", _initials(row.text("name")))
            known[login] = Employee.objects.create(login=login, **fields)
            job.tally.new += 1
            continue
        changed = references.change(employee, fields)
        if changed:
            employee.save()
        references.count_change(job, changed=changed, ended=False)


def load_engagements(job: Job) -> None:
    """The first engagement of an employee is the primary one."""
    units, employees = references.units(), references.employees()
    known: dict[_Key, Engagement] = {
        (row.employee_id, row.unit_id, row.role, row.starts): row for row in Engagement.objects.all()
    }
    placed = {row.employee_id for row in known.values() if row.primary and row.ends is None}
    for row in job.once(job.rows()):
        employee = references.employee_of(job, row, "login", employees)
        place = references.unit_of(job, row, "unit", units)
        if employee is None or place is None or not job.period_is_right(row):
            continue
        key = (employee.pk, place.pk, row.text("role"), row.day("from"))
        if key in known:
            _change(job, row, known[key])
            continue
        known[key] = _engage(row, employee, place, primary=employee.pk not in placed)
        placed.add(employee.pk)
        job.tally.new += 1


def _engage(row: Row, employee: Employee, place: Unit, *, primary: bool) -> Engagement:
    starts = row.day("from")
    if starts is None:
        raise ValueError("an engagement without a first day was read")
    return Engagement.objects.create(
        employee=employee,
        unit=place,
        role=row.text("role"),
        leads=row.yes("leads"),
        primary=primary,
        starts=starts,
        ends=row.day("to"),
    )


def _change(job: Job, row: Row, engagement: Engagement) -> None:
    before = engagement.ends
    fields: dict[str, Any] = {}
    if "leads" in row.given:
        fields["leads"] = row.yes("leads")
    if "to" in row.given:
        fields["ends"] = row.day("to")
    changed = references.change(engagement, fields)
    if changed:
        engagement.save()
    references.count_change(job, changed=changed, ended=references.ends_now(before, engagement.ends))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())[:8].upper()
