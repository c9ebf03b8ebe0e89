"""Whom I help: one card for each, with the right I have and what waits; and the code for sitting beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Relation, Scope
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import reading
from borgerfokus.foundation.people import beside
from borgerfokus.foundation.people import queries as people_queries
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import beside as beside_words
from borgerfokus.web.citizen.present import powers as words
from borgerfokus.web.citizen.present import tasks
from borgerfokus.web.citizen.present.tasks import Todo
from borgerfokus.web.design.fields import FieldView
from borgerfokus.web.design.views import Action, Item, Term
from borgerfokus.web.frame import asked, on_day, say, show, told
from borgerfokus.web.present.people import until

_CURRENT = "citizen:data"
_LETTERS = 50
_LONGEST_CODE = 12


@dataclass(frozen=True)
class Helped:
    """Somebody I help: by which right, and what waits."""

    key: str
    name: str
    terms: tuple[Term, ...]
    todos: tuple[Item, ...]
    action: Action


@citizen_only()
@require_GET
def helping(request: HttpRequest) -> HttpResponse:
    """Whom I help, and what waits for each."""
    title = _("Dem, jeg hjælper")
    return show(
        request,
        "citizen/helping.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current=_CURRENT),
        helped=_helped(request),
        code=_code_field(),
    )


@citizen_only(keeps_text=False)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Enter the code of somebody who wants help right now."""
    ask = asked(request)
    if beside.begin(code=request.POST.get("code", "")[:_LONGEST_CODE], by=ask.actor, at=ask.moment):
        told(request, None, _("Du kan nu se sagerne sammen med borgeren. Det varer højst en time."))
        return redirect(shell.OVERVIEW)
    title = _("Dem, jeg hjælper")
    return show(
        request,
        "citizen/helping.html",
        status=422,
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current=_CURRENT),
        helped=_helped(request),
        code=_code_field(_("Koden virker ikke. Den kan være brugt eller for gammel. Bed om en ny.")),
    )


@citizen_only(keeps_text=False)
@require_POST
def end(request: HttpRequest, help_id: int) -> HttpResponse:
    """End one-time help, or take a code back: from the next request nothing is seen."""
    ask = asked(request)
    if not beside.end(help_id=help_id, by=ask.actor, at=ask.moment):
        raise Hidden(f"help {help_id}")
    told(request, None, _("Det er slut. Fra nu af kan sagerne ikke ses mere på den måde."))
    return redirect("citizen:powers")


def _helped(request: HttpRequest) -> tuple[Helped, ...]:
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    cases = list(rows.exclude(citizen_id=ask.actor.id).order_by("closed_at", "-received_at"))
    prefetch_related_objects(cases, "tasks")
    persons = people.of(ask.actor, cases=cases)
    others = [person for person in persons.values() if not person.is_self]
    if not others:
        return ()
    rights = _rights(request)
    letters = _unread(ask.actor, others)
    return tuple(
        _one(person, [case for case in cases if case.citizen_id == person.id], rights, letters) for person in others
    )


def _rights(request: HttpRequest) -> Mapping[int, str]:
    """By which right I act for each, until when. For somebody who is represented in a case the case says it."""
    ask = asked(request)
    found: dict[int, str] = {}
    for known in people_queries.represented_by(person_id=ask.actor.id, at=ask.moment):
        what = ", ".join(words.own_scope_words(known.scopes)) if known.kind == Relation.ATTORNEY else _("handle i alt")
        said = {"kind": words.kind(known.kind), "what": what, "until": until(known.ends)}
        found[known.person_id] = _("%(kind)s: du må %(what)s, %(until)s.") % said
    for power in ask.actor.powers:
        if power.relation is Relation.CUSTODY:
            found[power.person_id] = _("Forældremyndighed: du må handle i alt, til barnet fylder 18 år.")
    for one in beside.helped_by_me(by=ask.actor, at=ask.moment):
        found[one.person_id] = f"{_('Du sidder ved siden af.')} {beside_words.left(one.over_at)}"
    return found


def _unread(actor: Actor, others: Sequence[Person]) -> Mapping[int, int]:
    """How many letters lie unread, of those whose letters I receive."""
    receivers = {person.id for person in others if actor.powers_for(person.id, Scope.RECEIVE_POST)}
    found: dict[int, int] = {}
    if receivers:
        for letter in reading.to_persons(receivers, newest=_LETTERS):
            if reading.is_waiting(letter):
                found[letter.person_id] = found.get(letter.person_id, 0) + 1
    return found


def _one(person: Person, cases: Sequence[Case], rights: Mapping[int, str], letters: Mapping[int, int]) -> Helped:
    running = [case for case in cases if case.closed_at is None]
    todos = sorted(
        (todo for case in running for todo in tasks.of_case(case)), key=lambda one: (one.due is None, one.due)
    )
    waits = ngettext("%(n)s opgave venter", "%(n)s opgaver venter", len(todos)) % {"n": len(todos)}
    terms = [
        Term(_("Din ret"), rights.get(person.id, "") or _("Partsrepræsentant: du må se og handle i en sag.")),
        Term(_("Sager"), ngettext("%(n)s åben sag", "%(n)s åbne sager", len(running)) % {"n": len(running)}),
        Term(_("Det venter"), waits if todos else _("Intet lige nu")),
    ]
    if person.id in letters:
        count = letters[person.id]
        terms.append(Term(_("Breve"), ngettext("%(n)s ulæst brev", "%(n)s ulæste breve", count) % {"n": count}))
    label = _("Se sagerne for %(name)s") % {"name": person.name}
    return Helped(
        key=f"for-{person.id}",
        name=person.name,
        terms=tuple(terms),
        todos=tuple(_todo(todo) for todo in todos) if person.acts else (),
        action=Action(label, f"{reverse(shell.OVERVIEW)}?for={person.id}", kind="primary"),
    )


def _todo(todo: Todo) -> Item:
    when = _("Svar senest %(day)s.") % {"day": on_day(todo.due)} if todo.due else ""
    return Item(title=say(todo.title), text=f"{shell.title_of(todo.case)}. {when}".strip(), href=todo.href, icon="edit")


def _code_field(error: str = "") -> FieldView:
    return FieldView(
        "input",
        "code",
        "code",
        _("Kode fra den, du sidder sammen med"),
        hint=_("Otte tegn. Personen laver koden på sin egen side."),
        errors=(error,) if error else (),
        required=True,
        attrs=(("autocomplete", "off"), ("maxlength", str(_LONGEST_CODE)), ("spellcheck", "false")),
    )
