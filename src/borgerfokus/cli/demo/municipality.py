"""The whole demo in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from borgerfokus.cli.demo import (
    booking,
    campaigns,
    casetypes,
    control,
    corresponding,
    offers,
    organisation,
    page,
    rights,
    stories,
    wordings,
)
from borgerfokus.cli.demo import citizens as people
from borgerfokus.cli.demo.acts.pen import Desk, Pen
from borgerfokus.cli.demo.cast import CITIZENS, EMPLOYEES
from borgerfokus.cli.demo.citizens import Population
from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.organisation import Organisation
from borgerfokus.cli.demo.progress import Progress
from borgerfokus.cli.demo.tables import Tables
from borgerfokus.core.rules import Parameters


@dataclass
class Made:
    """Rows, files by checksum, and the people to log in as."""

    tables: Tables
    population: Population
    organisation: Organisation
    people: list[dict[str, str]]
    told: list[Pen]
    files: dict[str, bytes] = field(default_factory=dict)


def make(*, citizens: int, cases: int, seed: int, now: datetime, progress: Progress) -> Made:
    """Make everything. The same seed, size and moment give the same municipality, salts and sealed numbers apart."""
    tables, draw = Tables(), Draw(seed, "demo")
    days = Days(now=now, parameters=Parameters.load())
    progress.say("Organisation", 0.02)
    units = organisation.build(tables=tables, days=days, draw=draw)
    where = {case_type: partner or unit for case_type, unit, partner in organisation.ANSWERS}
    kinds = casetypes.build(tables=tables, units=where, at=days.now)
    catalogue = offers.build(tables=tables, at=days.now)
    booking.build(tables=tables, days=days, organisation=units)
    wordings.write(tables, days=days, by=units.named("Allan Friborg"))
    corresponding.keep_templates(tables, days=days, units=units)
    progress.say("Borgere", 0.05)
    population = people.build(tables=tables, days=days, draw=draw, size=citizens)
    desk = Desk(
        tables=tables,
        days=days,
        organisation=units,
        kinds=kinds,
        key=settings.KEYS.chain,
        looks=draw.of("looks"),
        offers={row["key"]: row for row in catalogue},
    )
    told = stories.tell(desk=desk, population=population, draw=draw, number=cases, progress=progress)
    progress.say("Ledelsestilsyn", 0.5)
    campaigns.tell(desk=desk, told=told, draw=draw)
    rights.build(desk=desk, told=told)
    control.plant(desk=desk, draw=draw.of("control"))
    page.build(desk=desk, told=told, population=population)
    return Made(
        tables=tables,
        population=population,
        organisation=units,
        people=_people(tables, population),
        told=told,
        files=desk.files,
    )


def _people(tables: Tables, population: Population) -> list[dict[str, str]]:
    """Citizens first, then the staff, each with what waits today."""
    logins = {row["name"]: row["login"] for row in tables["organisation.Employee"].rows}
    listed = [
        {"kind": "citizen", "cpr": who.cpr.digits, "name": who.name, "note": part.note}
        for part in CITIZENS
        if part.note
        for who in [population.cast[part.key]]
    ]
    return listed + [
        {"kind": "employee", "login": logins[one.name], "name": one.name, "note": one.note}
        for one in EMPLOYEES
        if one.note
    ]
