"""Who has looked, in plain words: when, from which unit, for what, and never more of the employee than is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.core.dates import day_of
from borgerfokus.foundation.audit.queries import Seen
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Cell, CellValue, Column, Item, Row
from borgerfokus.web.present.words import clock, when

_COLUMNS = "gdpr.log_columns"


@dataclass(frozen=True)
class Around:
    """What the words need beside the log: units by id, cases by id (number and title), persons, and the reader."""

    units: Mapping[int, str]
    cases: Mapping[int, tuple[str, str]]
    persons: Mapping[int, Person]
    today: date
    shown: frozenset[str]


def columns_in_force(*, on: date) -> frozenset[str]:
    """What the municipality shows of each look-up."""
    return frozenset(parameters.at(_COLUMNS, on=on).codes)


def item(seen: Seen, around: Around) -> Item:
    """A look-up in a short list."""
    return Item(title=who(seen, around), text=f"{when(seen.at, today=around.today)}. {purpose(seen)}.")


def table(rows: Sequence[Seen], around: Around) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The log as a table."""
    heads = [Column(_("Hvornår")), Column(_("Hvem")), Column(_("Hvorfor")), Column(_("Sag"))]
    acts = "action" in around.shown
    if acts:
        heads.append(Column(_("Hvad")))
    return tuple(heads), tuple(_row(one, around, acts=acts) for one in rows)


def _row(seen: Seen, around: Around, *, acts: bool) -> Row:
    number, title = around.cases.get(seen.case_id or 0, ("", ""))
    person = around.persons.get(seen.person_id)
    about = "" if person is None or person.is_self else _("om %(name)s") % {"name": person.name}
    cells: list[CellValue] = [
        Cell(when(seen.at, today=around.today), sub=_time(seen, around)),
        Cell(who(seen, around), sub=about),
        purpose(seen),
        Cell(title or _("Ingen bestemt sag"), sub=number),
    ]
    if acts:
        cells.append(look(seen))
    return Row(cells=tuple(cells))


def _time(seen: Seen, around: Around) -> str:
    return clock(seen.at) if (around.today - day_of(seen.at)).days >= 7 else ""


def who(seen: Seen, around: Around) -> str:
    """The unit; the reader; who acts for the reader; or the system. A name only where the municipality shows it."""
    kind, _colon, number = seen.subject.partition(":")
    if kind == "citizen":
        person = around.persons.get(int(number))
        if person is not None:
            return _("Dig selv") if person.is_self else person.name
        return _("En, der må handle for dig")
    if kind == "system":
        return _("Systemet selv")
    if kind == "client":
        return _("Et andet fagsystem i kommunen")
    unit = around.units.get(seen.unit_id or 0, _("En enhed, der ikke findes længere"))
    return f"{seen.subject_name}, {unit}" if "employee" in around.shown and seen.subject_name else unit


def purpose(seen: Seen) -> str:
    """Why, in plain words."""
    return {
        "own_case": _("For at se egen sag"),
        "casework": _("For at arbejde med din sag"),
        "search": _("Søgte efter en borger"),
        "leadership": _("For at fordele eller følge arbejdet"),
        "supervision": _("Ledelsestilsyn: for at se efter, om sagen er behandlet rigtigt"),
        "break_glass": _("Nødstilfælde. En leder ser på, om der var grund til det"),
        "data_protection": _("For at passe på dine oplysninger"),
        "administration": _("For at hjælpe med udskrift eller ret opsætning"),
        "exchange": _("For at sende oplysninger til et andet fagsystem"),
        "operation": _("For at sende et brev eller regne en frist"),
    }.get(seen.purpose, _("Andet"))


def look(seen: Seen) -> str:
    """What was done."""
    return {
        "view": _("Så oplysninger"),
        "search": _("Fandt dig i en søgning"),
        "edit": _("Rettede oplysninger"),
        "extract": _("Trak oplysninger ud"),
        "erase": _("Slettede oplysninger"),
    }.get(seen.look, seen.look)
