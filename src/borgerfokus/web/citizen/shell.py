"""What all of the citizen's pages share: the case of an address, the frame, the crumbs."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Relation, Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import beside
from borgerfokus.web import frame
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import beside as beside_words
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Alert
from borgerfokus.web.frame import asked, say

OVERVIEW = "citizen:overview"


def case_of(request: HttpRequest, number: str) -> Case:
    """The case with this number. Raises Hidden when it is unknown or not for the reader."""
    return casework.find(number=number, by=asked(request).actor, at=asked(request).moment)


def verbs_on(request: HttpRequest, case: Case) -> frozenset[Verb]:
    """What the reader may do to the case."""
    return casework.allowed(case=case, by=asked(request).actor, at=asked(request).moment)


def must(verb: Verb, verbs: frozenset[Verb]) -> None:
    """Raises Hidden when the reader may not do this."""
    if verb not in verbs:
        raise Hidden(verb)


def title_of(case: Case) -> str:
    """What the case is called, in the reader's language."""
    return say(case.type_version.spec.title_citizen)


def href(case: Case, name: str = "case") -> str:
    """The address of a page of the case."""
    return reverse(f"citizen:{name}", args=[case.number])


def case_crumbs(case: Case, here: str = "") -> tuple[Crumb, ...]:
    """Overview, case, and the page below it if there is one."""
    start = Crumb(_("Mit overblik"), reverse(OVERVIEW))
    if not here:
        return (start, Crumb(title_of(case)))
    return (start, Crumb(title_of(case), href(case)), Crumb(here))


def crumbs(here: str, *between: Crumb) -> tuple[Crumb, ...]:
    """Overview, what lies between, and this page."""
    return (Crumb(_("Mit overblik"), reverse(OVERVIEW)), *between, Crumb(here))


def page(
    request: HttpRequest,
    *,
    title: str,
    crumbs: Sequence[Crumb] = (),
    current: str = OVERVIEW,
    person: Person | None = None,
) -> Page:
    """The frame. `person` is whose page it is: shown beside the reader's name when it is somebody else's."""
    framed = frame.page(request, title=title, place="citizen", crumbs=crumbs, current=current)
    sitting = _sitting(request)
    if sitting:
        framed = replace(framed, messages=(*sitting, *framed.messages))
    if person is None or person.is_self or framed.user is None:
        return framed
    return replace(framed, user=replace(framed.user, acting_for=person.name))


def _sitting(request: HttpRequest) -> tuple[Alert, ...]:
    """While somebody sits beside somebody both read it on every page. One query."""
    ask = asked(request)
    found: list[Alert] = []
    if any(power.relation is Relation.BESIDE for power in ask.actor.powers):
        found += [beside_words.running(one, is_helper=True) for one in beside.helped_by_me(by=ask.actor, at=ask.moment)]
    with_me = beside.with_me(by=ask.actor, at=ask.moment, running=True)
    found += [beside_words.running(one, is_helper=False) for one in with_me]
    return tuple(found)
