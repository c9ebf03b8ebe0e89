"""Reading the log of who has looked, with what its words need."""

from collections.abc import Collection, Iterable, Mapping

from django.http import HttpRequest

from borgerfokus.apps.casework.service import Case
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.audit.queries import Place, Seen
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present.lookups import Around, columns_in_force
from borgerfokus.web.frame import asked, today


def latest(
    request: HttpRequest, *, case: Case, persons: Mapping[int, Person], newest: int
) -> tuple[list[Seen], Around]:
    """The newest look-ups on account of a case by others than the reader."""
    rows = audit.of_persons(
        person_ids=[case.citizen_id], newest=newest, case_id=case.pk, leaving_out=asked(request).actor.subject
    )
    return rows, around(request, rows=rows, cases=[case], persons=persons)


def page(
    request: HttpRequest,
    *,
    person_ids: Collection[int],
    case: Case | None,
    after: Place | None,
    newest: int,
    with_own: bool,
) -> list[Seen]:
    """A page of the log, newest first."""
    return audit.of_persons(
        person_ids=person_ids,
        newest=newest,
        case_id=case.pk if case else None,
        after=after,
        leaving_out="" if with_own else asked(request).actor.subject,
    )


def around(
    request: HttpRequest, *, rows: Iterable[Seen], cases: Iterable[Case], persons: Mapping[int, Person]
) -> Around:
    """Names of units and cases that the rows speak of."""
    wanted = {row.unit_id for row in rows if row.unit_id}
    day = today(request)
    units = dict(organisation.units(on=day).filter(id__in=wanted).values_list("id", "name")) if wanted else {}
    return Around(
        units=units,
        cases={case.pk: (case.number, shell.title_of(case)) for case in cases},
        persons=persons,
        today=day,
        shown=columns_in_force(on=day),
    )
