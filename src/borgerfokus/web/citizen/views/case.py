"""One case: the picture, my task, whom to call, the journal, letters, who has looked, who may act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import legal_basis
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.outbox import queries as outbox
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people_queries
from borgerfokus.web.citizen import lookups, once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import assessed, contact, experience, letters, powers, tasks, timeline
from borgerfokus.web.citizen.present import decisions as decision_words
from borgerfokus.web.citizen.present import lookups as looked
from borgerfokus.web.citizen.present import messages as message_words
from borgerfokus.web.citizen.present import offer as offer_words
from borgerfokus.web.citizen.present import plan as plan_words
from borgerfokus.web.citizen.present.experience import AskedView
from borgerfokus.web.citizen.present.tasks import Todo
from borgerfokus.web.citizen.views import task as task_page
from borgerfokus.web.design.views import Action, Item, LogEntry, PictureView, TaskView
from borgerfokus.web.frame import asked, on_day, say, show, today
from borgerfokus.web.present import answers, picture

_ENTRIES, _LETTERS, _LOOKUPS, _THREADS = 5, 4, 3, 3


@dataclass(frozen=True)
class Sought:
    """What the case is about, and by which act."""

    text: str
    need: str
    law: str
    rules: str
    sent: answers.Sent | None


@dataclass(frozen=True)
class Part:
    """The newest of a longer list, and the way to the rest."""

    items: tuple[Item, ...]
    more: Action


@dataclass(frozen=True)
class Decided:
    """The decisions of the case, until when they can be appealed, and the way there."""

    items: tuple[Item, ...]
    text: str
    appeal: Action | None


@citizen_only()
@require_GET
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The case as one page."""
    ask = asked(request)
    found = shell.case_of(request, number)
    verbs = shell.verbs_on(request, found)
    persons = people.of(ask.actor, cases=[found])
    person = persons[found.citizen_id]
    todos = tasks.of_case(found)
    sent = outbox.of_case(found.pk)
    entries = timeline.entries(
        case=found,
        by=ask.actor,
        at=ask.moment,
        may_comment=Verb.COMMENT_WRITE in verbs,
        may_ask=Verb.MESSAGE_SEND in verbs,
        letters=sent,
    )
    may_act = Verb.DOCUMENT_ADD in verbs
    context: dict[str, Any] = {
        "once": once.key_of(request),
        "lead": _lead(found, person),
        "picture_view": _picture(request, found, todos, may_act=may_act),
        "turns_href": shell.href(found, "turns"),
        "answers": contact.terms(found, todos if may_act else ()),
        "todos": _todo_views(request, todos) if may_act else (),
        "answer": task_page.form(todos[0]) if may_act and todos and todos[0].kind == tasks.FACT else None,
        "contact_view": contact.of_case(
            found,
            may_write=Verb.MESSAGE_SEND in verbs,
            held=messages.holders(cases=[found], at=ask.moment)[found.pk],
        ),
        "messages": _messages(request, found, persons),
        "entries": entries[:_ENTRIES],
        "all_entries": _all_entries(found, entries),
        "letters": Part(
            items=tuple(letters.item(one, persons=persons) for one in sent[:_LETTERS]),
            more=Action(_("Alle breve"), f"{reverse('citizen:letters')}?sag={found.number}", kind="link"),
        ),
        "decisions": _decisions(request, found, verbs),
        "assessment": assessed.of_case(found),
        "plan": plan_words.brief(found, may_sign=Verb.PLAN_SIGN in verbs),
        "lookups": _lookups(request, found, persons),
        "powers": _powers(request, found, person),
        "sought": _sought(request, found),
        "offer": offer_words.of_case(found),
        "acts": _acts(found, verbs),
        "asked": _asked(request, found) if Verb.COMMENT_WRITE in verbs else None,
        "subpages": _subpages(found, len(entries), len(sent)),
    }
    framed = shell.page(request, title=shell.title_of(found), crumbs=shell.case_crumbs(found), person=person)
    return show(request, "citizen/case.html", page=framed, **context)


def _lead(case: Case, person: Person) -> str:
    words = {"day": on_day(day_of(case.received_at)), "number": case.number, "name": person.name}
    if person.is_self:
        return _("Du søgte den %(day)s. Sag %(number)s.") % words
    return _("%(name)s søgte den %(day)s. Sag %(number)s.") % words


def _picture(request: HttpRequest, case: Case, todos: Sequence[Todo], *, may_act: bool) -> PictureView:
    drawn = picture.draw([case], at=asked(request).moment, waits=tasks.waits(todos))[case.pk]
    go = None
    if todos and may_act:
        label = ngettext("Gå til din opgave", "Gå til dine opgaver", len(todos))
        go = Action(label, f"#opgave-{todos[0].id}", kind="primary")
    return picture.view(drawn, action=go)


def _todo_views(request: HttpRequest, todos: Sequence[Todo]) -> tuple[TaskView, ...]:
    count = ngettext("%(n)s opgave", "%(n)s opgaver", len(todos)) % {"n": len(todos)}
    kicker = _("Det har vi brug for fra dig · %(count)s") % {"count": count}
    return tuple(
        tasks.view(
            todo,
            today=today(request),
            kicker=kicker if not index else _("Det har vi også brug for"),
            actions=() if not index and todo.kind == tasks.FACT else (_answer(todo),),
        )
        for index, todo in enumerate(todos)
    )


def _answer(todo: Todo) -> Action:
    label = _("Læs og svar") if todo.kind == tasks.HEARING else _("Svar på opgaven")
    return Action(label, todo.href, kind="primary", icon="arrow-forward", context=f": {say(todo.title)}")


def _all_entries(case: Case, entries: Sequence[LogEntry]) -> Action:
    label = _("Se hele journalen (%(n)s)") % {"n": len(entries)}
    return Action(label, shell.href(case, "journal"), kind="link")


def _decisions(request: HttpRequest, case: Case, verbs: frozenset[Verb]) -> Decided | None:
    made = decisions.made_decisions_of(case_id=case.pk, by=asked(request).actor, at=asked(request).moment)
    if not made:
        return None
    open_one = next((one for one in made if one.may_appeal), None)
    text, there = "", None
    if open_one is not None and open_one.appeal_until is not None and not open_one.late:
        text = _("Du kan klage til og med den %(day)s.") % {"day": on_day(open_one.appeal_until)}
    if Verb.APPEAL_FILE in verbs and (open_one is not None or any(one.appeals for one in made)):
        label = _("Klag over afgørelsen") if open_one else _("Se din klage")
        there = Action(label, shell.href(case, "appeal"), kind="link")
    return Decided(tuple(decision_words.item(one, case) for one in made), text, there)


def _lookups(request: HttpRequest, case: Case, persons: Mapping[int, Person]) -> Part:
    rows, around = lookups.latest(request, case=case, persons=persons, newest=_LOOKUPS)
    href = f"{reverse('citizen:lookups')}?sag={case.number}"
    return Part(items=tuple(looked.item(row, around) for row in rows), more=Action(_("Alle opslag"), href, kind="link"))


def _messages(request: HttpRequest, case: Case, persons: Mapping[int, Person]) -> Part:
    """The threads of the case that were last written in."""
    rows = messages.threads_of(case_id=case.pk)[:_THREADS]
    unread = messages.unread(threads=rows, by=asked(request).actor)
    return Part(
        items=tuple(
            message_words.item(one, unread=one.pk in unread, today=today(request), persons=persons) for one in rows
        ),
        more=Action(_("Alle beskeder"), shell.href(case, "case_messages"), kind="link"),
    )


def _powers(request: HttpRequest, case: Case, person: Person) -> tuple[Item, ...]:
    if case.citizen_id not in asked(request).actor.persons:
        return ()
    found = people_queries.representatives_of(person_id=case.citizen_id, at=asked(request).moment)
    return tuple(powers.item(one, may_withdraw=person.is_self) for one in found)


def _sought(request: HttpRequest, case: Case) -> Sought:
    spec = case.type_version.spec
    basis = legal_basis(case_type=spec, parameters=parameters.parameters(), on=today(request))
    language = "en" if asked(request).LANGUAGE_CODE == "en" else "da"
    return Sought(
        text=say(spec.short),
        need=case.need,
        law=_("Vi behandler sagen efter %(law)s.") % {"law": basis.in_words(language=language)},
        rules=say(spec.rules_text),
        sent=answers.of_case(case, by=asked(request).actor, at=asked(request).moment),
    )


def _asked(request: HttpRequest, case: Case) -> AskedView | None:
    question = dialogue.open_question(case=case, by=asked(request).actor)
    return experience.asked(case, question) if question is not None else None


def _acts(case: Case, verbs: frozenset[Verb]) -> tuple[Action, ...]:
    found = []
    if Verb.DOCUMENT_ADD in verbs and case.closed_at is None:
        found.append(Action(_("Send et dokument"), shell.href(case, "upload"), icon="upload"))
    if Verb.CASE_WITHDRAW in verbs and case.closed_at is None and not case.outcome:
        found.append(Action(_("Træk din ansøgning tilbage"), shell.href(case, "withdraw"), kind="tertiary"))
    return tuple(found)


def _subpages(case: Case, entries: int, sent: int) -> tuple[Item, ...]:
    """On a phone the long page is folded: each part is a page of its own."""
    count = _("%(n)s notater, breve og skridt") % {"n": entries}
    return (
        Item(_("Din journal"), count, shell.href(case, "journal"), "forum"),
        Item(
            _("Hvem har haft bolden?"),
            _("Hvor tiden er gået, fra du søgte til i dag"),
            shell.href(case, "turns"),
            "time",
        ),
        Item(_("Beskeder"), _("Skriv til os, og læs svar"), shell.href(case, "case_messages"), "chat"),
        Item(
            _("Breve"),
            ngettext("%(n)s brev", "%(n)s breve", sent) % {"n": sent},
            f"{reverse('citizen:letters')}?sag={case.number}",
            "email",
        ),
        Item(
            _("Hvem har set min sag"),
            _("Hver dag, enhed og grund"),
            f"{reverse('citizen:lookups')}?sag={case.number}",
            "visibility",
        ),
        Item(_("Hvem må handle for mig"), _("Giv eller stop en fuldmagt"), reverse("citizen:powers"), "groups"),
    )
