"""Loading the demo: refused where there are citizens, all or nothing, then numbered and analysed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.messages import service as messages
from borgerfokus.cli.demo import (
    benchmark,
    control,
    corresponding,
    exchange,
    figures,
    files,
    knowing,
    mailings,
    municipality,
    oldlog,
    partners,
    projection,
    reminding,
    seats,
)
from borgerfokus.cli.demo.municipality import Made
from borgerfokus.cli.demo.progress import Progress
from borgerfokus.cli.demo.tables import Table, copy
from borgerfokus.cli.trouble import Trouble
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

_ANYBODY = """
select exists (select 1 from people_person) or exists (select 1 from organisation_unit)
    or exists (select 1 from casework_casetypeversion) or exists (select 1 from casework_case)
"""


@dataclass(frozen=True)
class Loaded:
    """What was loaded."""

    citizens: int
    employees: int
    cases: int
    events: int
    rows: int


def load(
    *, citizens: int, cases: int, seed: int, now: datetime, await_tables: Callable[[], None] | None = None
) -> Loaded:
    """Load the demo with so many citizens and ordinary cases. Raises Trouble where somebody lives already.

    Making the rows needs no database. Where others are making its tables meanwhile, `await_tables` returns when they
    are done, and nothing is asked of the database before that.
    """
    progress = Progress()
    if await_tables is None:
        _refuse_a_full_house()
    with parameters.as_shipped():
        made = municipality.make(citizens=citizens, cases=cases, seed=seed, now=now, progress=progress)
    if await_tables is not None:
        progress.say("Venter på databasens tabeller", 0.5)
        await_tables()
        _refuse_a_full_house()
    with acting_as(system("demo"), purpose=Purpose.OPERATION, at=now):
        store = files.Store()
        store.write(made.files)
        try:
            _copy(made, progress)
            mailings.build(now=now)
            made.people.extend(partners.build(now=now))
            officer = made.organisation.named(corresponding.OFFICER)
            corresponding.wonder_about_look_ups(made.population, officer=officer, now=now)
            casework.publish_promises(at=now, day=localdate(now))
            decisions.publish_reversals(at=now, day=localdate(now))
            control.run(now=now)
            messages.publish_answers(at=now, day=localdate(now))
            insight.publish_figures(at=now, day=localdate(now))
            staff = knowing.Staff(made.tables["organisation.Employee"].rows, now=now)
            knowing.tell(staff=staff, now=now)
            figures.tell(staff=staff, now=now)
            reminding.tell(staff=staff, now=now)
            benchmark.build(now=now)
        except BaseException:
            store.undo()
            raise
    _analyse(made)
    seats.build(population=made.population, now=now)
    exchange.build(now=now)
    oldlog.build(now=now, seed=seed)
    projection.load(now=now)
    _tell_people(made)
    counted = Loaded(
        citizens=len(made.population.everybody),
        employees=len(made.tables["organisation.Employee"].rows),
        cases=len(made.tables["casework.Case"].rows),
        events=len(made.tables["casework.Event"].rows),
        rows=made.tables.count,
    )
    people = f"{counted.citizens} borgere, {counted.employees} medarbejdere"
    progress.done(f"{people}, {counted.cases} sager, {counted.events} hændelser")
    return counted


def _refuse_a_full_house() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user = %s", [settings.APP_ROLE])
        if cursor.fetchone() == (True,):
            raise Trouble(
                "Demokommunen indlæses af databasens ejer. Kør »borgerfokus demo«.",
                "The demo is loaded by the owner of the database. Run “borgerfokus demo”.",
            )
        cursor.execute(_ANYBODY)
        if cursor.fetchone() == (True,):
            raise Trouble(
                "Databasen er ikke tom. Begynd forfra med »python3 start.py --fresh«.",
                "The database is not empty. Begin again with “python3 start.py --fresh”.",
            )


def _copy(made: Made, progress: Progress) -> None:
    _make_months(made.tables["audit.Lookup"])
    done, whole = 0, max(1, made.tables.count)
    for table in made.tables:
        progress.say(f"Gemmer {table.name}", 0.5 + 0.45 * done / whole)
        copy(table)
        done += len(table.rows)
    progress.say("Kontrollerer sammenhæng", 0.96)


def _make_months(lookups: Table) -> None:
    months = sorted({date(row["at"].year, row["at"].month, 1) for row in lookups.rows})
    with connection.cursor() as cursor:
        for month in months:
            cursor.execute("select bf_make_lookup_month(%s)", [month])


def _analyse(made: Made) -> None:
    with connection.cursor() as cursor:
        for table in made.tables:
            if table.rows:
                cursor.execute(f'analyze "{table.name}"')


def _tell_people(made: Made) -> None:
    path = people_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made.people, ensure_ascii=False, indent=1) + "\n", "utf-8")


def people_file() -> Path:
    """Where the people to log in as are listed."""
    return Path(settings.HOME) / "demo_people.json"
