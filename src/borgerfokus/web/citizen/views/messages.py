"""The citizen's messages in lists: every thread, and those of one case."""

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.messages import service as messages
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import messages as lines
from borgerfokus.web.citizen.views.thread import CURRENT, may_write
from borgerfokus.web.design.views import Action, Item
from borgerfokus.web.frame import asked, show, today


@citizen_only()
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All threads in the cases that the reader may see, those that were last written in first."""
    ask = asked(request)
    cases = {case.pk: case for case in _cases(request)}
    rows = messages.mine(by=ask.actor, at=ask.moment, person_ids={case.citizen_id for case in cases.values()})
    persons = people.of(ask.actor, cases=cases.values())
    writable = [case for case in cases.values() if case.closed_at is None and persons[case.citizen_id].acts]
    return show(
        request,
        "citizen/messages.html",
        page=shell.page(request, title=_("Beskeder"), crumbs=shell.crumbs(_("Beskeder")), current=CURRENT),
        lead=_("Her kan du skrive til dem, der arbejder med din sag. Beskederne er sikre og en del af sagen."),
        threads=_items(request, rows, persons, cases=cases.values()),
        start=tuple(
            Item(shell.title_of(case), case.number, shell.href(case, "message_new"), "edit") for case in writable
        ),
        write=None,
    )


@citizen_only()
@require_GET
def of_case(request: HttpRequest, number: str) -> HttpResponse:
    """The threads of one case."""
    case = shell.case_of(request, number)
    persons = people.of(asked(request).actor, cases=[case])
    title = _("Beskeder")
    may = may_write(request, case)
    return show(
        request,
        "citizen/messages.html",
        page=shell.page(
            request,
            title=title,
            crumbs=shell.case_crumbs(case, title),
            current=CURRENT,
            person=persons.get(case.citizen_id),
        ),
        lead=shell.title_of(case),
        threads=_items(request, messages.threads_of(case_id=case.pk), persons, cases=()),
        start=(),
        write=Action(_("Skriv en besked"), shell.href(case, "message_new"), kind="primary", icon="chat")
        if may
        else None,
    )


def _items(
    request: HttpRequest, rows: list[messages.Thread], persons: Mapping[int, Person], *, cases: Iterable[Case]
) -> tuple[Item, ...]:
    ask = asked(request)
    titles = {case.pk: shell.title_of(case) for case in cases}
    unread = messages.unread(threads=rows, by=ask.actor)
    return tuple(
        lines.item(
            one,
            unread=one.pk in unread,
            today=today(request),
            persons=persons,
            case_title=titles.get(one.case_id, ""),
        )
        for one in rows
    )


def _cases(request: HttpRequest) -> list[Case]:
    rows = casework.visible_to(asked(request).actor, at=asked(request).moment)
    return list(rows.select_related("type_version", "unit", "caseworker").order_by("closed_at", "-received_at"))
