"""Who has looked, in plain words: when, from which unit, for what, and never more of the employee than is decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.rights import service as rights
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.audit.queries import Seen
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Action, Cell, CellValue, Chip, Column, Item, Row
from borgerfokus.web.frame import on_day, on_moment
from borgerfokus.web.present.journal import paragraphs
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


@dataclass(frozen=True)
class QuestionView:
    """A question about a look-up and its answer, as the one who asked reads it."""

    asked: str
    chip: Chip
    question: tuple[str, ...]
    promise: str
    answered: str
    answer: tuple[str, ...]


def question(row: rights.LookupQuestion) -> QuestionView:
    """A question in words."""
    answered = row.answered_at
    who = {"name": row.answered_by_name, "day": on_day(answered) if answered else ""}
    return QuestionView(
        asked=_("Spurgt %(day)s") % {"day": on_day(row.asked_at)},
        chip=question_chip(row),
        question=paragraphs(row.question),
        promise=_("Du har svar senest %(day)s.") % {"day": on_day(row.due)},
        answered=_("Svar fra %(name)s, databeskyttelsesrådgiver, %(day)s") % who if answered else "",
        answer=paragraphs(row.answer),
    )


def question_chip(row: rights.LookupQuestion) -> Chip:
    """Whether the question has been answered."""
    return Chip(_("Besvaret"), "ok") if row.answered_at else Chip(_("Venter på svar"), "sun")


def question_item(row: rights.LookupQuestion) -> Item:
    """A question in a short list."""
    return Item(
        title=_("Opslag %(when)s") % {"when": on_moment(row.looked_at)},
        text=_("Spurgt %(day)s") % {"day": on_day(row.asked_at)},
        href=reverse("citizen:lookup", args=[row.lookup_id]),
        icon="chat",
        chip=question_chip(row),
    )


def table(
    rows: Sequence[Seen], around: Around, *, ask: Callable[[Seen], Action] | None = None
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The log as a table. `ask` gives the way to ask about a row."""
    heads = [Column(_("Hvornår")), Column(_("Hvem")), Column(_("Hvorfor")), Column(_("Sag"))]
    acts = "action" in around.shown
    if acts:
        heads.append(Column(_("Hvad")))
    if ask is not None:
        heads.append(Column(_("Spørg"), hidden=True))
    return tuple(heads), tuple(_row(one, around, acts=acts, ask=ask) for one in rows)


def ask_about(seen: Seen) -> Action:
    """The way to ask about a look-up."""
    href = reverse("citizen:lookup", args=[seen.id])
    return Action(_("Spørg om opslaget"), href, "link", context=on_moment(seen.at))


def _row(seen: Seen, around: Around, *, acts: bool, ask: Callable[[Seen], Action] | None) -> Row:
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
    if ask is not None:
        cells.append(ask(seen))
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
        "order": _("For at give dig hjælp, der er bestilt, eller svare kommunen på et spørgsmål"),
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
