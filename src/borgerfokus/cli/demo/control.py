"""Log control in the demo: who some of the staff are as citizens, a few look-ups that nothing explains, and a round.

The people and the look-ups are rows like all others. The round, the review of rights and the nightly comparison are
made by the platform's own actions when the rows are in the database.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.cli.demo.acts.pen import Desk
from borgerfokus.cli.demo.citizens import MUNICIPALITY, POSTCODE, TOWN
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.numbers import Numbers
from borgerfokus.cli.demo.tables import Tables
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.logcontrol.rounds import month_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee

LEADER, OFFICER = "Birgitte Solgaard", "Malene Hvidbjerg"
_BORN: Final = date(1981, 4, 12)
_ROUND_DAYS: Final = (36, 7)
_REVIEW_DAYS: Final = 12
_STREET: Final = "Strandengen"
_ANSWER: Final = "Hun stod i receptionen og spurgte efter sin sag. Jeg så efter, om der var en, og henviste hende."
_NO_REASON: Final = "Der er ingen sag, og de to har været gift. Jeg kan ikke lukke det."
_CHECKED: Final = "Passer med besøgslisten i Borgerservice."


@dataclass(frozen=True)
class _Looked:
    """One look-up that nothing explains: by whom, at whom, how the two are tied, when, and how far it has come."""

    by: str
    at: tuple[str, str]
    tie: str
    back: int
    hour: int
    end: str


_LOOKED: Final = (
    _Looked("Yusuf Arslan", ("Dalia", "Nørlev"), "former", 15, 22, "escalated"),
    _Looked("Tove Elmelund", ("Agnes", "Elmelund"), "kin", 17, 11, "closed"),
    _Looked("Oskar Brink", ("Vigga", "Tranum"), "address", 12, 13, "asked"),
    _Looked("Milla Høgsbro", ("Torkil", "Høgsbro"), "kin", 20, 12, "open"),
)


def plant(*, desk: Desk, draw: Draw) -> None:
    """The rows: employees as citizens, those whom they looked at, and the look-ups."""
    numbers = Numbers(draw)
    for place, one in enumerate(_LOOKED):
        worker = desk.organisation.named(one.by)
        given, _blank, family = one.by.partition(" ")
        mine = _person(desk.tables, numbers, given, family, street=f"{_STREET} {2 + place * 4}")
        shared = one.tie == "address"
        other = _person(desk.tables, numbers, *one.at, street=f"{_STREET} {2 + place * 4 + (0 if shared else 40)}")
        if one.tie in {"former", "kin"}:
            _tie(desk, mine, other, "spouse" if one.tie == "former" else "sibling", ended=one.tie == "former")
        desk.tables["logcontrol.StaffPerson"].add(employee_id=worker.id, person_id=mine, saved_at=desk.days.now)
        for minutes in (3, 4):
            desk.tables["audit.Lookup"].add(
                at=moment(desk.days.back(one.back), one.hour, minutes),
                subject=worker.subject,
                subject_name=worker.name,
                unit_id=worker.unit_id,
                person_id=other,
                case_id=None,
                look=Look.VIEW.value,
                purpose=Purpose.SEARCH.value,
                reason="",
            )


def run(*, now: datetime) -> None:
    """The platform's own actions: this month's round planned, one drawn and partly dealt with, rights, and the night.

    The open scope is that of the platform; each act is by whoever does it.
    """
    today, by = day_of(now), system("demo")
    starts, ends = month_of(today)
    _done(logcontrol.plan(new=logcontrol.NewRound(starts, ends, monthly=True), by=by, at=moment(starts, 5)))
    first, last = (today - timedelta(days=days) for days in _ROUND_DAYS)
    planned = logcontrol.plan(new=logcontrol.NewRound(first, last), by=_actor(OFFICER, today), at=moment(last, 9))
    if isinstance(planned, Refusal):
        raise ValueError(planned.code)
    _done(logcontrol.draw(round_id=planned.pk, by=by, at=moment(last, 9, 5)))
    leader = _actor(LEADER, today)
    drawn = logcontrol.items_of(planned, by=leader)
    items = {one.employee.name: one for one in drawn if one.signals and not one.case_number}
    for one in _LOOKED:
        if one.by in items:
            _deal_with(one, items[one.by].pk, leader=leader, last=last, today=today)
    logcontrol.make_review(by=by, at=moment(today - timedelta(days=_REVIEW_DAYS), 5))


def _deal_with(one: _Looked, item_id: int, *, leader: Actor, last: date, today: date) -> None:
    """As far as the story goes: asked, answered and closed, escalated, or only asked."""
    day, employee = last + timedelta(days=1), _actor(one.by, today)
    if one.end in {"asked", "closed", "escalated"}:
        question = "Hvad var grunden til, at du slog borgeren op?"
        _done(logcontrol.ask(item_id=item_id, question=question, by=leader, at=moment(day, 9)))
    if one.end == "closed":
        _done(logcontrol.answer(item_id=item_id, text=_ANSWER, by=employee, at=moment(day, 13)))
        _done(logcontrol.close(item_id=item_id, ground="received", note=_CHECKED, by=leader, at=moment(day, 14)))
    elif one.end == "escalated":
        _done(logcontrol.escalate(item_id=item_id, note=_NO_REASON, by=leader, at=moment(day, 15)))


def _person(tables: Tables, numbers: Numbers, given: str, family: str, *, street: str) -> int:
    taken = {row["cpr_index"] for row in tables["people.Person"].rows}
    cpr = numbers.take(born=_BORN, woman=True)
    while numbers.index(cpr) in taken:
        cpr = numbers.take(born=_BORN, woman=True)
    row = tables["people.Person"].add(
        cpr_sealed=numbers.sealed(cpr),
        cpr_index=numbers.index(cpr),
        given_name=given,
        family_name=family,
        birth_date=_BORN,
    )
    tables["people.Address"].add(
        person_id=row["id"],
        street=street,
        postcode=POSTCODE,
        city=TOWN,
        municipality=MUNICIPALITY,
        starts=date(2015, 5, 1),
    )
    number: int = row["id"]
    return number


def _tie(desk: Desk, one: int, other: int, kind: str, *, ended: bool) -> None:
    ends = desk.days.back(700) if ended else None
    for person, relative in ((one, other), (other, one)):
        desk.tables["people.Kinship"].add(
            person_id=person, other_id=relative, kind=kind, starts=date(2010, 6, 1), ends=ends
        )


def _actor(name: str, on: date) -> Actor:
    return organisation.actor_for(employee_id=Employee.objects.get(name=name).pk, on=on)


def _done(answer: object) -> None:
    if isinstance(answer, Refusal):
        raise ValueError(answer.code)
