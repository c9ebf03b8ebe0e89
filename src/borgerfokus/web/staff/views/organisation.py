"""The organisation as a tree: units, leaders, their span of leadership, and who answers for which kind of case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.organisation.queries import Colleague
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web import frame
from borgerfokus.web.design.views import Chip, StateView
from borgerfokus.web.frame import say
from borgerfokus.web.staff import keys


@dataclass(frozen=True)
class UnitView:
    """One unit with what is below it. `depth` is 1 at the top; `shown` says whether it stands open."""

    id: int
    name: str
    kind: str
    depth: int
    leaders: tuple[str, ...]
    span: Chip | None
    staff: str
    answers_for: tuple[str, ...]
    phone: str
    hours: str
    children: tuple["UnitView", ...]
    opened: bool


@dataclass(frozen=True)
class _Known:
    """Everything the tree is made of."""

    children: Mapping[int | None, Sequence[Unit]]
    leaders: Mapping[int, Sequence[Colleague]]
    staff: Mapping[int, int]
    answers: Mapping[int, Sequence[str]]
    large: int
    attention: int
    wanted: str


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_SEE)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The tree; ?q= narrows it to units, leaders and kinds of case that match, with the way down to them."""
    wanted = " ".join(request.GET.get("q", "").split())
    known = _known(frame.today(request), wanted.lower())
    roots = tuple(view for unit in known.children.get(None, ()) if (view := _view(unit, known, 1)))
    return frame.show(
        request,
        "staff/organisation.html",
        page=frame.page(request, title=_("Organisation"), place="staff", current="staff:organisation"),
        roots=roots,
        wanted=wanted,
        legend=_("Ledelsesspænd: over %(large)s er stort, over %(attention)s kræver opmærksomhed.")
        % {"large": known.large, "attention": known.attention},
        empty=StateView(
            kind="empty",
            heading=_("Ingen enhed passer"),
            paragraphs=(_("Prøv en del af navnet, eller vis hele træet."),),
        ),
        hints=keys.everywhere(),
    )


def _known(day: date, wanted: str) -> _Known:
    units = list(organisation.units(on=day))
    ids = {unit.pk for unit in units}
    children: dict[int | None, list[Unit]] = {}
    for unit in units:
        parent = unit.parent_id if unit.parent_id in ids else None
        children.setdefault(parent, []).append(unit)
    titles = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=day)}
    answers: dict[int, list[str]] = {}
    for unit_id, key, paragraph in organisation.responsibilities(on=day):
        answers.setdefault(unit_id, []).append(titles.get(key) or paragraph or key)
    in_force = parameters.parameters()
    return _Known(
        children=children,
        leaders=organisation.leaders_by_unit(on=day),
        staff=organisation.head_counts(on=day),
        answers=answers,
        large=in_force.at("own.leadership_span_large", on=day).number,
        attention=in_force.at("own.leadership_span_attention", on=day).number,
        wanted=wanted,
    )


def _view(unit: Unit, known: _Known, depth: int) -> UnitView | None:
    """A unit with what is below it, or None when neither it nor anything below is wanted."""
    below = tuple(view for child in known.children.get(unit.pk, ()) if (view := _view(child, known, depth + 1)))
    leaders = known.leaders.get(unit.pk, ())
    answers = tuple(known.answers.get(unit.pk, ()))
    name = (unit.name_en if frame.page_language() == "en" else "") or unit.name
    if (
        known.wanted
        and not below
        and not _matches(known.wanted, name, unit.name, *answers, *(one.name for one in leaders))
    ):
        return None
    count = known.staff.get(unit.pk, 0)
    return UnitView(
        id=unit.pk,
        name=name,
        kind=kinds().get(unit.kind, unit.kind),
        depth=depth,
        leaders=tuple(f"{one.name}, {one.title}" for one in leaders),
        span=_span(unit, known) if leaders else None,
        staff=ngettext("%(n)s medarbejder", "%(n)s medarbejdere", count) % {"n": count} if count else "",
        answers_for=answers,
        phone=unit.phone,
        hours=unit.hours,
        children=below,
        opened=depth <= 2 or bool(known.wanted),
    )


def _span(unit: Unit, known: _Known) -> Chip:
    """Direct reports: the unit's own people beside its leaders, and the leaders of the units right below it."""
    own = max(known.staff.get(unit.pk, 0) - len(known.leaders.get(unit.pk, ())), 0)
    below = sum(len(known.leaders.get(child.pk, ())) for child in known.children.get(unit.pk, ()))
    count = own + below
    text = _("Ledelsesspænd %(n)s") % {"n": count}
    if count > known.attention:
        return Chip(text, "bad")
    return Chip(text, "warn" if count > known.large else "ok")


def _matches(wanted: str, *texts: str) -> bool:
    return any(wanted in text.lower() for text in texts)


def kinds() -> dict[str, str]:
    """What kinds of unit are called."""
    return {
        "municipality": _("Kommune"),
        "council": _("Byråd"),
        "committee": _("Udvalg"),
        "director": _("Direktørområde"),
        "department": _("Afdeling"),
        "team": _("Team"),
        "institution": _("Institution"),
        "staff_unit": _("Stab"),
        "partner": _("Samarbejdskommune"),
    }
