"""What appeals and campaigns taught, on its way into a learning point. Somebody writes it anew, without any citizen."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.guidance.pages import PageKind
from borgerfokus.web.design.views import Item
from borgerfokus.web.frame import asked, on_day, today

_NEWEST = 20
_PARAMETER = "fra"


@dataclass(frozen=True)
class Taught:
    """What taught us something, and when; `source` is how a page names it."""

    source: str
    title: str
    text: str
    where: str
    case_types: tuple[str, ...]


def items(request: HttpRequest) -> tuple[Item, ...]:
    """What the reader may see of it and nobody has written into a page yet."""
    written = guidance.sources()
    return tuple(
        Item(
            title=one.title,
            text=f"{one.where}: {one.text}",
            href=f"{reverse('staff:note-new')}?{_PARAMETER}={one.source}",
            icon="edit",
        )
        for one in _taught(request)
        if one.source not in written
    )


def first(request: HttpRequest) -> dict[str, object]:
    """What the form of a new page begins with, when the address names something that the reader may see."""
    wanted = request.GET.get(_PARAMETER, "")
    found = next((one for one in _taught(request) if one.source == wanted), None) if wanted else None
    if found is None:
        return {}
    return {
        "kind": PageKind.LEARNING.value,
        "title": found.title,
        "text": found.text,
        "case_types": list(found.case_types),
        "source": found.source,
    }


def _taught(request: HttpRequest) -> list[Taught]:
    by, at, year = asked(request).actor, asked(request).moment, today(request).year
    titles = {one.key: one.title for one in casework.newest_in_force(on=today(request))}
    lost = [one for when in (year, year - 1) for one in decisions.lessons(year=when, by=by, at=at, newest=_NEWEST)]
    found = [
        Taught(
            source=f"appeal:{one.appeal}",
            title=_("Lært af en klagesag: %(what)s") % {"what": titles.get(one.type_key, one.type_key)},
            text=one.learning,
            where=_("Afgjort %(day)s") % {"day": on_day(one.decided_on)},
            case_types=(one.type_key,),
        )
        for one in lost
    ]
    for row in supervision.led_by(by).filter(state=supervision.CampaignState.CLOSED).exclude(learning="")[:_NEWEST]:
        where = _("Tilsyn afsluttet %(day)s") % {"day": on_day(row.ended_at)} if row.ended_at else _("Tilsyn")
        title = _("Lært af tilsyn: %(what)s") % {"what": row.title}
        found.append(Taught(f"campaign:{row.pk}", title, row.learning, where, tuple(row.case_types)))
    return found
