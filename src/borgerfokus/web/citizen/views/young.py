"""The young person's own page on the way to 18: what happens when, who, and what do you want yourself."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.transition.words import STATE_TITLES, TOPIC_PLAIN, Topic
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.design.views import Alert, Chip, ChipKind, ContactView, Item
from borgerfokus.web.frame import asked, on_day, say, show, today, told
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import ways
from borgerfokus.web.present.people import initials

_CHIPS: dict[str, ChipKind] = {"agreed": "ok", "going": "fjord", "open": "line", "late": "warn"}


@citizen_only()
@require_http_methods(["GET", "POST"])
def young(request: HttpRequest) -> HttpResponse:
    """My way to 18, or that of a child I am a parent of (`?for=12`). A post keeps what the young person wants."""
    ask = asked(request)
    wanted = str(request.POST.get("for") or request.GET.get("for") or ask.actor.id)
    person_id = whole(wanted) or 0
    found = coordination.of_citizen(citizen_id=person_id, by=ask.actor, at=ask.moment)
    if found is None or person_id not in ask.actor.persons:
        raise Hidden(f"transition of {wanted}")
    grown = coordination.turns_adult(person_id, at=ask.moment)
    coordination.require_young(person_id=person_id, turns_adult=grown, by=ask.actor, at=ask.moment)
    if request.method == "POST":
        return _post(request, person_id)
    return _page(request, found, person_id)


def _post(request: HttpRequest, person_id: int) -> HttpResponse:
    ask, where = asked(request), _address(person_id, asked(request).actor.id)
    if once.spend(request):
        text = request.POST.get("wish", "")[:4000]
        refusal = coordination.wish(person_id=person_id, text=text, by=ask.actor, at=ask.moment)
        if refusal is not None:
            once.give_back(request)
        told(request, refusal, _("Det er gemt. De to, der hjælper dig, kan læse det."))
    return redirect(where)


def _address(person_id: int, own: int) -> str:
    return reverse("citizen:young") + ("" if person_id == own else f"?for={person_id}")


def _page(request: HttpRequest, found: coordination.OnTheWay, person_id: int) -> HttpResponse:
    ask, card = asked(request), people.card(person_id, case_id=found.row.case_id)
    one = ways.way(found, card, today=today(request))
    title, own = _("På vej til 18 år"), person_id == ask.actor.id
    row = found.row
    eighteen = on_day(one.course.eighteen)
    return show(
        request,
        "citizen/young.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title)),
        title=title if own else _("%(name)s på vej til 18 år") % {"name": card.given_name},
        lead=_lead(one, own=own, name=card.given_name),
        way=ways.view(one, href=""),
        gap=_gap(one),
        steps=ways.milestones(one.course, plain=True),
        topics=_topics(one),
        people=tuple(
            who
            for who in (
                _who(row.child_owner, row.child_unit, _("Til du fylder 18 år")),
                _who(row.adult_owner, row.adult_unit, _("Når du er fyldt 18 år")),
            )
            if who
        ),
        wish=row.wish,
        wish_at=on_day(row.wish_at) if row.wish_at else "",
        parents=_parents(one, own=own, eighteen=eighteen),
        person_id=person_id,
        here=reverse("citizen:young"),
        once=once.key_of(request),
    )


def _lead(one: ways.Way, *, own: bool, name: str) -> str:
    day = on_day(one.course.eighteen)
    agreed = one.course.agreed
    if one.course.days_left < 0:
        return _("Du fyldte 18 år den %(day)s. %(n)s af 6 ting er aftalt.") % {"day": day, "n": agreed}
    if own:
        return _("Du fylder 18 år den %(day)s. %(n)s af 6 ting er aftalt.") % {"day": day, "n": agreed}
    return _("%(name)s fylder 18 år den %(day)s. %(n)s af 6 ting er aftalt.") % {"name": name, "day": day, "n": agreed}


def _gap(one: ways.Way) -> Alert | None:
    if one.course.gap is None:
        return None
    return Alert(
        "warning",
        _("Vi er i gang med at sørge for, at din hjælp ikke stopper. Ring til en af de to, hvis du er bekymret."),
        heading=_("Noget mangler at komme på plads"),
    )


def _topics(one: ways.Way) -> tuple[Item, ...]:
    by_topic = {row.topic: row for row in one.found.topics}
    found = []
    for topic in Topic:
        row, state = by_topic.get(topic.value), one.course.topics[topic]
        chip = Chip(_("mangler") if state.value == "late" else say(STATE_TITLES[state]), _CHIPS[state.value])
        found.append(Item(title=say(TOPIC_PLAIN[topic]), text=row.text if row else "", chip=chip))
    return tuple(found)


def _who(employee: Employee | None, unit: Unit, when: str) -> ContactView | None:
    if employee is None:
        return None
    phone = employee.phone or unit.phone
    return ContactView(
        heading=when,
        name=employee.name,
        initials=initials(employee.name),
        role=unit.name,
        phone=phone,
        phone_href=f"tel:+45{phone.replace(' ', '')}" if phone else "",
    )


def _parents(one: ways.Way, *, own: bool, eighteen: str) -> str:
    last = on_day(one.course.eighteen - timedelta(days=1))
    if one.course.days_left <= 0:
        now = _("Du bestemmer selv nu. Dine forældre kan kun hjælpe her, hvis du giver dem en fuldmagt.")
        return now if own else ""
    if own:
        return _("Dine forældre kan se med til og med den %(last)s. Derefter bestemmer du selv.") % {"last": last}
    words = _("Du kan se med til og med den %(last)s. Fra den %(day)s skal du have en fuldmagt.")
    return words % {"last": last, "day": eighteen}
