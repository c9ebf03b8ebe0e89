"""The citizen's first page: what is expected of me, my cases, letters, and what I have begun."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import reading
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import requests, shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import contact, letters, tasks, together
from borgerfokus.web.citizen.present.tasks import Todo
from borgerfokus.web.design.views import Action, Item, PictureView, StateView, TabItem, TaskView, Term
from borgerfokus.web.frame import asked, on_day, say, show, today
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import picture

_LETTERS = 50
_NEWEST_LETTERS = 3
"""So many unread letters stand above the cases; the page of letters has them all."""


@dataclass(frozen=True)
class Card:
    """A case in the list: name and number, the picture (where, when), whom to call and what is expected of me."""

    title: str
    picture: PictureView
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Group:
    """The cases of one person."""

    heading: str
    key: str
    open_cases: tuple[Card, ...]
    closed: tuple[Item, ...]


@citizen_only()
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """My overview: everybody's cases that I may see, or those of one person (`?for=12`)."""
    ask = asked(request)
    cases = _cases(request)
    persons = people.of(ask.actor, cases=cases)
    chosen = _chosen(request, persons)
    shown = [case for case in cases if chosen is None or case.citizen_id == chosen]
    todos = [todo for case in shown for todo in tasks.of_case(case)]
    mine = [todo for todo in todos if persons[todo.case.citizen_id].acts]
    unread = _unread(request, chosen)
    context: dict[str, Any] = {
        "lead": _lead(len(mine), len(unread)),
        "tabs": _tabs(persons, chosen),
        "tasks": _task_views(mine, persons, today(request)),
        "groups": _groups(request, shown, todos, persons),
        "letters": tuple(letters.item(one, persons=persons) for one in unread[:_NEWEST_LETTERS]),
        "more_letters": len(unread) > _NEWEST_LETTERS,
        "appealable": _appealable(request, shown, persons),
        "drafts": requests.begun(request, persons),
        "represented": tuple(person.name for person in persons.values() if not person.is_self),
        "is_empty": not shown,
        **_across(request, chosen or ask.actor.id, shown),
        "empty": _empty(),
    }
    framed = shell.page(request, title=_("Mit overblik"), person=persons.get(chosen) if chosen else None)
    return show(request, "citizen/overview.html", page=framed, given_name=persons[ask.actor.id].given_name, **context)


def _across(request: HttpRequest, person_id: int, cases: Sequence[Case]) -> dict[str, Any]:
    """What goes across the cases of one person: who coordinates, one line of time, and the way to 18."""
    ask = asked(request)
    mine = [case for case in cases if case.citizen_id == person_id]
    on_the_way = coordination.of_citizen(citizen_id=person_id, by=ask.actor, at=ask.moment)
    way = reverse("citizen:young") + ("" if person_id == ask.actor.id else f"?for={person_id}")
    return {
        "coordinator": together.coordinator(
            coordination.coordinator_of(citizen_id=person_id, by=ask.actor, at=ask.moment)
        ),
        "line": together.line(request, mine, ()) if mine else None,
        "young": way if on_the_way is not None and person_id in ask.actor.persons else "",
    }


def _empty() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Du har ingen sager"),
        paragraphs=(
            _("Når du søger om hjælp, kan du følge din sag her: hvem der har den, og hvornår du får svar."),
            _("Er du i tvivl om, hvad du kan søge, så ring til os."),
        ),
        actions=(Action(_("Søg om hjælp"), reverse("citizen:choose"), kind="primary"),),
    )


def _cases(request: HttpRequest) -> list[Case]:
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    cases = list(rows.order_by("closed_at", "-received_at"))
    prefetch_related_objects(cases, "tasks")
    return cases


def _chosen(request: HttpRequest, persons: Mapping[int, Person]) -> int | None:
    wanted = in_address(request, "for")
    return wanted if wanted in persons else None


def _unread(request: HttpRequest, chosen: int | None) -> list[Sending]:
    receivers = people.received_for(asked(request).actor)
    receivers = receivers & {chosen} if chosen else receivers
    return [one for one in reading.to_persons(receivers, newest=_LETTERS) if reading.is_waiting(one)]


def _appealable(request: HttpRequest, cases: Iterable[Case], persons: Mapping[int, Person]) -> tuple[Item, ...]:
    """Decisions that went against, whose time to appeal is running, in cases where the reader may act. One query."""
    ask = asked(request)
    by_id = {case.pk: case for case in cases if case.outcome and persons[case.citizen_id].acts}
    if not by_id:
        return ()
    rows = decisions.visible_to(ask.actor, at=ask.moment).filter(
        case_id__in=by_id, state="issued", outcome__in=("partly", "refused"), appeal_until__gte=today(request)
    )
    running = rows.exclude(appeals__state__in=("filed", "reassessed", "forwarded")).order_by("appeal_until", "pk")
    return tuple(
        Item(
            title=shell.title_of(by_id[case_id]),
            text=_("Du kan klage til og med den %(day)s.") % {"day": on_day(until) if until else ""},
            href=reverse("citizen:decision", args=[by_id[case_id].number, number]),
            icon="document",
        )
        for number, case_id, until in running.values_list("pk", "case_id", "appeal_until")
    )


def _lead(tasks_count: int, letters_count: int) -> str:
    parts = []
    if tasks_count:
        parts.append(ngettext("Du har én opgave.", "Du har %(n)s opgaver.", tasks_count) % {"n": tasks_count})
    if letters_count:
        words = ngettext("Du har ét brev, du ikke har læst.", "Du har %(n)s breve, du ikke har læst.", letters_count)
        parts.append(words % {"n": letters_count})
    return " ".join(parts) or _("Du skal ikke gøre noget lige nu.")


def _tabs(persons: Mapping[int, Person], chosen: int | None) -> tuple[TabItem, ...]:
    if len(persons) == 1:
        return ()
    here = reverse(shell.OVERVIEW)
    everybody = TabItem(label=_("Alle"), href=here, current=chosen is None)
    return (
        everybody,
        *(
            TabItem(
                label=_("Dig selv") if person.is_self else person.name,
                href=f"{here}?for={person.id}",
                current=person.id == chosen,
            )
            for person in persons.values()
        ),
    )


def _task_views(todos: Iterable[Todo], persons: Mapping[int, Person], day: date) -> tuple[TaskView, ...]:
    listed = sorted(todos, key=lambda one: one.due or date.max)
    return tuple(_task(todo, persons[todo.case.citizen_id], day) for todo in listed)


def _task(todo: Todo, person: Person, day: date) -> TaskView:
    title = shell.title_of(todo.case)
    kicker = title if person.is_self else _("%(case)s, for %(name)s") % {"case": title, "name": person.name}
    go = Action(_("Gå til opgaven"), todo.href, kind="primary", icon="arrow-forward", context=f": {say(todo.title)}")
    return tasks.view(todo, today=day, kicker=kicker, actions=(go,))


def _groups(
    request: HttpRequest, cases: Sequence[Case], todos: Iterable[Todo], persons: Mapping[int, Person]
) -> tuple[Group, ...]:
    open_cases = [case for case in cases if case.closed_at is None]
    listed = list(todos)
    drawn = picture.draw(open_cases, at=asked(request).moment, waits=tasks.waits(listed))
    mine = [todo for todo in listed if persons[todo.case.citizen_id].acts]
    cards = {number: _card(one, [todo for todo in mine if todo.case.pk == number]) for number, one in drawn.items()}
    found = []
    for person in persons.values():
        own = [case for case in cases if case.citizen_id == person.id]
        if own:
            found.append(
                Group(
                    heading=_("Mine sager") if person.is_self else _("Sager for %(name)s") % {"name": person.name},
                    key=f"sager-{person.id}",
                    open_cases=tuple(cards[case.pk] for case in own if case.pk in cards),
                    closed=tuple(_closed(case) for case in own if case.closed_at is not None),
                )
            )
    return tuple(found)


def _card(drawn: picture.Drawn, todos: Sequence[Todo]) -> Card:
    case = drawn.case
    title = _("%(title)s, sag %(number)s") % {"title": shell.title_of(case), "number": case.number}
    shown = replace(picture.view(drawn, href=shell.href(case)), interval=None)
    return Card(title=title, picture=shown, terms=contact.terms(case, todos))


def _closed(case: Case) -> Item:
    day = on_day(case.closed_at) if case.closed_at else ""
    return Item(
        title=shell.title_of(case),
        text=_("Sag %(number)s, afsluttet %(day)s") % {"number": case.number, "day": day},
        href=shell.href(case),
        icon="folder",
    )
